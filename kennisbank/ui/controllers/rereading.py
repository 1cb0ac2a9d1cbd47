"""Something of the library that all of the window has at hand: read after every opening, and after writes of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from kennisbank.domain.changes import ChangeSet, Kind
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session

WAIT_MS = 300
"""How long writes must have stopped: what is typed in a note or a draft is written with every pause."""


class Rereading(QObject):
    """One per window and subclass, a child of the session. Subclasses say what to read, and what to do with it.

    `AT_ONCE` are the kinds of changes after which it is read at once, `LATER` those after which it is read when
    writing has paused.
    """

    AT_ONCE: frozenset[Kind] = frozenset()
    LATER: frozenset[Kind] = frozenset()

    def __init__(self, session: Session) -> None:
        """Belong to `session`."""
        super().__init__(session)
        self._session = session
        self._running: JobContext | None = None
        self._later = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._later.timeout.connect(self.read)
        session.opened.connect(self.read)
        session.changed.connect(self._on_changed)
        if session.is_open:
            self.read()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is at hand is what the library holds."""
        return self._running is None and not self._later.isActive()

    def read(self) -> None:
        """Read anew; an older answer is dropped."""
        self._later.stop()
        if self._running is not None:
            self._running.cancel()
        if self._session.is_open:
            self._running = self._session.tasks.read(self, self._job(), self._show, self._fail)

    def _job(self) -> Callable[[JobContext], Any]:
        """Return what reads it, on a pool thread; called on the GUI thread."""
        raise TypeError(f"{type(self).__name__} doesn't say what it reads")

    def _take(self, found: Any) -> None:
        """Have what was read at hand from now on, and tell of it."""
        raise TypeError(f"{type(self).__name__} doesn't say what it does with {type(found).__name__}")

    def _show(self, found: Any) -> None:
        self._running = None
        self._take(found)

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)

    def _on_changed(self, changes: ChangeSet) -> None:
        kinds = {each.kind for each in changes.changes}
        if kinds & self.AT_ONCE:
            self.read()
        elif kinds & self.LATER:
            self._later.start()
