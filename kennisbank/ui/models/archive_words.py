"""Words for how the library stands with its archive: in the status line, on Start and on the page of the archive."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from kennisbank.domain.archive import ArchiveLink, Occupation, Right
from kennisbank.domain.changes import Kind
from kennisbank.domain.moments import Moment
from kennisbank.ui.archive_messages import kept_words
from kennisbank.ui.language import clock, number
from kennisbank.ui.models.archive_facts import ArchiveFacts
from kennisbank.ui.models.start_words import day_words

Tone = Literal["text_2", "ok", "warn", "bad", "accent"]
_RIGHTS: dict[Right, str] = {
    "visitor": str(QT_TRANSLATE_NOOP("ArchiveWords", "visitor")),
    "pending": str(QT_TRANSLATE_NOOP("ArchiveWords", "waiting for approval")),
    "reader": str(QT_TRANSLATE_NOOP("ArchiveWords", "reader")),
    "author": str(QT_TRANSLATE_NOOP("ArchiveWords", "author")),
    "maintainer": str(QT_TRANSLATE_NOOP("ArchiveWords", "maintainer")),
    "suspended": str(QT_TRANSLATE_NOOP("ArchiveWords", "suspended")),
}
_OCCUPATIONS: dict[Occupation, str] = {
    "teacher": str(QT_TRANSLATE_NOOP("ArchiveWords", "Teacher")),
    "researcher": str(QT_TRANSLATE_NOOP("ArchiveWords", "Researcher")),
    "student": str(QT_TRANSLATE_NOOP("ArchiveWords", "Student")),
    "other": str(QT_TRANSLATE_NOOP("ArchiveWords", "Something else")),
}
OCCUPATIONS: tuple[Occupation, ...] = ("teacher", "researcher", "student", "other")


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands, shortly: an icon, its tone, and the words; `more` is a sentence or two for the page itself."""

    icon: str
    tone: Tone
    words: str
    more: str = ""


def standing(facts: ArchiveFacts, today: date, *, is_running: bool, is_offline: bool) -> Standing:  # noqa: PLR0911
    """Return how the library stands with its archive, what is worst first."""
    link = facts.link
    if link is None:
        more = _say(
            "Papers, and what is new, come from an archive by themselves once this library is connected to one."
        )
        return Standing("cloud", "text_2", _say("Not connected to an archive"), more)
    if is_running:
        return Standing("sync", "accent", _say("Updating"), "")
    if facts.has_brake:
        return Standing("warn", "warn", _say("Stopped to ask you something"), "")
    since = last_words(link, today)
    if is_offline or facts.is_unreachable:
        words = _say("Offline, updated {when}").format(when=since) if since else _say("Offline, never updated yet")
        kept = kept_words(link.outcome, link.detail) if facts.is_unreachable else None
        found = kept or kept_words("ArchiveUnreachableError", "offline")
        return Standing("offline", "text_2", words, " ".join(found or ()))
    if facts.has_failed:
        kept = kept_words(link.outcome, link.detail)
        more = " ".join(kept or (_say("The last update didn't succeed. Nothing is lost."),))
        return Standing("warn", "warn", _say("Not updated: see why"), more)
    if not since:
        return Standing("cloud", "text_2", _say("Connected, not updated yet"), "")
    if link.outcome == "cancelled":
        words = _say("Stopped; updated {when}").format(when=since)
        return Standing("cloud", "text_2", words, _say("What came until you stopped it is here."))
    return Standing("cloud", "ok", _say("Updated {when}").format(when=since), "")


def last_words(link: ArchiveLink, today: date) -> str:
    """Return when the library was in step with the archive last: ``14:12``, or a day; empty for never."""
    return moment_words(link.synced, today) if link.synced is not None else ""


def moment_words(when: Moment, today: date) -> str:
    """Return a moment as one says it: ``at 14:12`` today, else its day with the time."""
    is_today = when.utc.astimezone().date() == today
    words = _say("at {time}") if is_today else _say("{day} at {time}")
    return words.format(day=day_words(when, today), time=clock(when))


def address_words(url: str) -> str:
    """Return an address as one says it: without scheme, query and the slash at its end."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/") or url


def right_words(right: Right) -> str:
    """Return what somebody may do at the archive."""
    return _say(_RIGHTS[right])


def occupation_words(occupation: Occupation) -> str:
    """Return what somebody is by trade."""
    return _say(_OCCUPATIONS[occupation])


class ArchiveCounts(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def waiting(self, count: int) -> str:
        """Say how much waits to be sent."""
        return self.tr("%n waiting", "", count).replace(str(count), number(count))

    def conflicts(self, count: int) -> str:
        """Say how many choices are to be made."""
        return self.tr("%n conflict(s)", "", count).replace(str(count), number(count))

    def contributions(self, count: int) -> str:
        """Say how many contributions."""
        return self.tr("%n contribution(s)", "", count).replace(str(count), number(count))

    def of_kind(self, kind: Kind, count: int) -> str:
        """Say how many things of a kind that somebody made."""
        match kind:
            case "annotation":
                words = self.tr("%n annotation(s)", "", count)
            case "dossier":
                words = self.tr("%n dossier(s)", "", count)
            case "saved_search":
                words = self.tr("%n saved search(es)", "", count)
            case "reading_mark":
                words = self.tr("%n reading mark(s)", "", count)
            case "reading":
                words = self.tr("%n place(s) in papers", "", count)
            case _:
                words = self.tr("%n other thing(s)", "", count)
        return words.replace(str(count), number(count))


def _say(source: str) -> str:
    return QCoreApplication.translate("ArchiveWords", source)


# For lupdate, which reads literal calls only.
_KEPT = (
    QT_TRANSLATE_NOOP(
        "ArchiveWords",
        "Papers, and what is new, come from an archive by themselves once this library is connected to one.",
    ),
    QT_TRANSLATE_NOOP("ArchiveWords", "Not connected to an archive"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Updating"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Stopped to ask you something"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Offline, updated {when}"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Offline, never updated yet"),
    QT_TRANSLATE_NOOP("ArchiveWords", "The last update didn't succeed. Nothing is lost."),
    QT_TRANSLATE_NOOP("ArchiveWords", "Not updated: see why"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Connected, not updated yet"),
    QT_TRANSLATE_NOOP("ArchiveWords", "Stopped; updated {when}"),
    QT_TRANSLATE_NOOP("ArchiveWords", "What came until you stopped it is here."),
    QT_TRANSLATE_NOOP("ArchiveWords", "Updated {when}"),
    QT_TRANSLATE_NOOP("ArchiveWords", "at {time}"),
    QT_TRANSLATE_NOOP("ArchiveWords", "{day} at {time}"),
)
