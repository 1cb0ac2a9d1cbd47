"""Reads the page of a person or an edition, and reads it anew when something of it changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.people import PeopleService

_WAIT_MS = 300
_KINDS: tuple[Kind, ...] = ("contribution", "edition", "person")


class PageReading(QObject):
    """One per view; `read` says how the page is asked for."""

    shown = Signal(object)
    """The page as it is now."""
    failed = Signal(object)

    def __init__(self, session: Session, read: "Callable[[PeopleService], Any]", parent: QObject) -> None:
        """Follow `session`; nothing is read before `ask`."""
        super().__init__(parent)
        self._session, self._read = session, read
        self._running: JobContext | None = None
        self._is_wanted = False
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.ask)
        session.opened.connect(lambda: self.ask() if self._is_wanted else None)
        session.changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._running is None and not self._later.isActive()

    def ask(self) -> None:
        """Read the page; an older answer is dropped."""
        self._is_wanted = True
        self._later.stop()
        if self._running is not None:
            self._running.cancel()
        if not self._session.is_open:
            return
        people, read = self._session.kennisbank.people, self._read
        self._running = self._session.tasks.read(self, lambda _ctx: read(people), self._show, self._fail)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._is_wanted and any(each.kind in _KINDS for each in changes.changes):
            self._later.start()

    def _show(self, page: object) -> None:
        self._running = None
        self.shown.emit(page)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self.failed.emit(error)
