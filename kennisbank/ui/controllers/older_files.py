"""Files that came before annotations were read out of them: that is made good once, after the library was opened."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.domain.reports import ImportedAnnotations

_START_MS = 4000
"""After the library opened: what people wait for goes first."""


class OlderFiles(QObject):
    """One per window. Takes the annotations out of older files; what is stopped goes on at the next start."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._written: deque[ChangeSet] = deque()
        self._timer = QTimer(self, singleShot=True, interval=_START_MS)
        self._timer.timeout.connect(self._look)
        session.opened.connect(self._timer.start)

    def _look(self) -> None:
        if self._session.is_open:
            embedded = self._session.kennisbank.embedded
            self._session.tasks.read(self, lambda _ctx: embedded.behind(), self._see, self._session.failed.emit)

    def _see(self, behind: int) -> None:
        if not behind:
            return
        if self._session.tasks.long_jobs:
            self._timer.start()
            return
        embedded, written = self._session.kennisbank.embedded, self._written

        def job(ctx: JobContext) -> "ImportedAnnotations":
            return embedded.catch_up(ctx, written.append)

        title = self.tr("Reading annotations in files")
        self._session.tasks.long(self, title, job, self._done, self._failed, lambda _progress: self._pass_on())

    def _pass_on(self) -> None:
        """Tell the window what was written since the last time."""
        changes = ChangeSet()
        while self._written:
            changes |= self._written.popleft()
        self._session.changed_by(changes)

    def _done(self, _taken: "ImportedAnnotations") -> None:
        self._pass_on()

    def _failed(self, error: Exception) -> None:
        self._pass_on()
        if not isinstance(error, Cancelled):
            self._session.failed.emit(error)
