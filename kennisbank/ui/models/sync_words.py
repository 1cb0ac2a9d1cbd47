"""Words for a sync: what it is doing, what it did, and the question at its brake."""

from PySide6.QtCore import QObject

from kennisbank.domain.syncing import SyncOutcome
from kennisbank.sentences import has_sentence, sentence
from kennisbank.tasks.context import Progress
from kennisbank.ui.language import language, number

_HOUR = 60


def stage_words(progress: Progress) -> str:
    """Return what a job is doing and how far it is."""
    key = f"stage.{progress.stage}"
    words = sentence(key, language()) if has_sentence(key) else SyncCounts().busy()
    words = words[:1].upper() + words[1:]
    return f"{words}, {number(progress.done)} / {number(progress.total)}" if progress.total else words


class SyncCounts(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def busy(self) -> str:
        """Say that it is under way."""
        return self.tr("Comparing with the archive")

    def outcome(self, outcome: SyncOutcome) -> str:
        """Say what a sync did, in a sentence; what it didn't do isn't mentioned."""
        parts = [
            self._part(outcome.added, self.tr("%n new", "", outcome.added)),
            self._part(outcome.updated, self.tr("%n changed", "", outcome.updated)),
            self._part(outcome.removed, self.tr("%n removed", "", outcome.removed)),
            self._part(outcome.sent, self.tr("%n sent", "", outcome.sent)),
            self._part(outcome.refused, self.tr("%n not taken by the archive", "", outcome.refused)),
        ]
        said = [part for part in parts if part]
        words = (
            self.tr("The last time: {what}.").format(what=", ".join(said)) if said else self.tr("Nothing had changed.")
        )
        if outcome.differs:
            words += " " + self.tr("Both sides aren't quite equal yet; the next time everything is compared anew.")
        return words

    def brake(self, removals: int, total: int) -> str:
        """Say what would go."""
        words = self.tr("The archive says that %n of {total} contributions here are to be removed.", "", removals)
        return words.replace(str(removals), number(removals), 1).format(total=number(total))

    def every(self, minutes: int) -> str:
        """Say how often, in minutes or hours."""
        if minutes % _HOUR == 0:
            return self.tr("Every %n hour(s)", "", minutes // _HOUR)
        return self.tr("Every %n minute(s)", "", minutes)

    @staticmethod
    def _part(count: int, words: str) -> str:
        return words.replace(str(count), number(count)) if count else ""
