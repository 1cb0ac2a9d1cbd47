"""Reading scans while nobody waits for anything else: begins by itself, gives way to every other long job, goes on."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kennisbank.config.settings import Settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import Cancelled, LibraryBusyError, ScansUnreadableError
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.scans import ScanState, ScanSummary

_START_MS = 3000
"""After the library opened: its first answers go first."""
_AFTER_MS = 1500
"""After something was written: an import writes many times a second."""


class ScanReading(QObject):
    """One per window. Reads what waits after every opening and import, unless the reader stopped it or doesn't want it.

    An import, or whatever else takes long, ends the reading within a moment; when all of that is done it goes on. What
    it stops at is the page at hand.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._looking: JobContext | None = None
        self._job: LongJob | None = None
        self._gives_way = False
        self._is_stopped = False
        self._is_on = session.settings.read_scans
        self._left = 0
        self._written: deque[ChangeSet] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.settings_changed.connect(self._on_settings)
        session.scans_requested.connect(self.begin)
        session.tasks.job_started.connect(self._on_job_started)
        session.tasks.job_finished.connect(self._on_job_finished)
        if session.is_open:
            self._on_opened()

    @property
    def is_running(self) -> bool:
        """Tell whether scans are being read, or are about to be."""
        return self._job is not None

    def begin(self) -> None:
        """Read now what waits, also after it was stopped; pages left for another time are tried too."""
        self._is_stopped, self._left = False, 0
        self.look()

    def look(self) -> None:
        """See what waits, and begin where that is wanted; an older look is dropped."""
        self._timer.stop()
        if not self._session.is_open:
            return
        if self._looking is not None:
            self._looking.cancel()
        scans = self._session.kennisbank.scans
        self._looking = self._session.tasks.read(self, lambda _ctx: scans.state(), self._see, self._session.failed.emit)

    def _see(self, state: "ScanState") -> None:
        self._looking = None
        wanted = self._is_on and not self._is_stopped
        if wanted and state.waiting > self._left and self._job is None and not self._session.tasks.long_jobs:
            self._start()

    def _start(self) -> None:
        scans, written = self._session.kennisbank.scans, self._written

        def job(ctx: JobContext) -> "ScanSummary":
            return scans.read(ctx, on_committed=written.append)

        self._gives_way = False
        title = self.tr("Reading scans")
        tasks = self._session.tasks
        # Handing it in says so to all, to this too: until it is named here it is nobody else's to give way to.
        self._job = tasks.long(self, title, job, self._done, self._failed, lambda _progress: self._pass_on())

    def _pass_on(self) -> None:
        """Tell the window what was written since the last time."""
        changes = ChangeSet()
        while self._written:
            changes |= self._written.popleft()
        self._session.changed_by(changes)

    def _done(self, summary: "ScanSummary") -> None:
        self._job = None
        self._left = 0 if summary.cancelled else summary.left
        self._is_stopped = self._is_stopped or (summary.cancelled and not self._gives_way)
        self._pass_on()
        self._timer.start(_AFTER_MS)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._pass_on()
        self._is_stopped = not self._gives_way
        if not isinstance(error, Cancelled | LibraryBusyError | ScansUnreadableError):
            self._session.failed.emit(error)
        self._timer.start(_AFTER_MS)

    def _on_opened(self) -> None:
        self._is_stopped, self._left = False, 0
        self._give_way()
        self._timer.start(_START_MS)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._job is None and (changes.ids("text") or changes.ids("file")):
            self._timer.start(_AFTER_MS)

    def _on_settings(self, settings: Settings) -> None:
        was_on, self._is_on = self._is_on, settings.read_scans
        if not self._is_on:
            self._give_way()
        elif not was_on:
            self.begin()

    def _on_job_started(self, started: LongJob) -> None:
        if self._job is not None and started is not self._job:
            self._give_way()

    def _on_job_finished(self, _finished: LongJob) -> None:
        if self._job is None and not self._session.tasks.long_jobs:
            self._timer.start(_AFTER_MS)

    def _give_way(self) -> None:
        """End the reading at the page at hand; it is not the reader's wish, so it may begin again."""
        if self._job is not None:
            self._gives_way = True
            self._job.ctx.cancel()
