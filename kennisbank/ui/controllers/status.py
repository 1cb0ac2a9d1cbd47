"""What the status line may say truthfully: how many contributions are here, and how many of them can be found."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

_log = logging.getLogger(__name__)
_NOTES_AFTER_MS = 1500
_COUNTED: tuple[Kind, ...] = ("contribution", "text", "file", "offer")


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """`contributions` are known; `behind` of them can't be found yet, or are found as they were.

    Of `absent` of them the files aren't on this computer, but can be had from the archive.
    """

    contributions: int
    behind: int
    absent: int = 0


class StatusController(QObject):
    """Counts after every opening and write, and has the index caught up when it is behind."""

    shown = Signal(object)
    """The `LibraryFacts` as they are now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._counting: JobContext | None = None
        self._is_catching_up = self._is_behind = False
        self._noting = QTimer(self, singleShot=True, interval=_NOTES_AFTER_MS)
        self._noting.timeout.connect(self._catch_up_notes)
        session.opened.connect(self.count)
        session.changed.connect(self._on_changed)
        session.tasks.job_finished.connect(lambda _job: self._on_job_finished())

    def count(self) -> None:
        """Count anew; an older count is dropped."""
        if not self._session.is_open:
            return
        if self._counting is not None:
            self._counting.cancel()
        kennisbank = self._session.kennisbank

        def job(_ctx: JobContext) -> LibraryFacts:
            absent = kennisbank.downloading.absent()
            return LibraryFacts(kennisbank.catalogue.count(), kennisbank.searching.behind(), absent)

        self._counting = self._session.tasks.read(self, job, self._show, self._session.failed.emit)

    def _on_changed(self, changes: ChangeSet) -> None:
        if any(changes.ids(kind) for kind in _COUNTED):
            self.count()
        elif changes.ids("annotation"):
            self._noting.start()

    def _on_job_finished(self) -> None:
        """See to what couldn't be made searchable while a long job ran."""
        if self._is_behind and not self._is_catching_up and not self._session.tasks.long_jobs:
            self.count()

    def _catch_up_notes(self) -> None:
        """Make notes searchable when no more are being written; a moment's work, so nothing is said of it."""
        if self._session.is_open and not self._session.tasks.long_jobs:
            self._session.tasks.read(self, self._session.kennisbank.searching.catch_up, on_error=_log_notes)

    def _show(self, facts: LibraryFacts) -> None:
        self._is_behind = facts.behind > 0
        self.shown.emit(facts)
        if facts.behind and not self._is_catching_up and not self._session.tasks.long_jobs:
            self._catch_up()

    def _catch_up(self) -> None:
        self._is_catching_up = True
        searching = self._session.kennisbank.searching
        self._session.tasks.long(
            self, self.tr("Making contributions searchable"), searching.catch_up, self._caught_up, self._gave_up
        )

    def _caught_up(self, _count: int) -> None:
        self._is_catching_up = False
        self.count()

    def _gave_up(self, error: Exception) -> None:
        # It stays marked as under way, so that a failing or cancelled index is not tried again and again; a restart is.
        self._session.failed.emit(error)


def _log_notes(error: Exception) -> None:
    # Another program may be writing the index; the next note, or the next start, brings these in.
    _log.warning("notes were not made searchable: %s", error)
