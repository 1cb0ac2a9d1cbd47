"""Offering, while one types, how the last word may go on: asked off the GUI thread, stale offers dropped."""

from PySide6.QtCore import QObject, QTimer

from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.widgets.fields import SearchField

_WAIT_MS = 60
_WARM_MS = 1200
"""After opening a library: by then the window has shown what it shows first."""
_SHORTEST = 2
_MOST = 8


class SearchCompleting(QObject):
    """Completes the words of one search field. Lives on the GUI thread."""

    def __init__(self, session: Session, field: SearchField, parent: QObject | None = None) -> None:
        """Complete from the words of the library that is open."""
        super().__init__(parent)
        self._session = session
        self._field = field
        self._running: JobContext | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._ask)
        self._warming = QTimer(self, singleShot=True, interval=_WARM_MS)
        self._warming.timeout.connect(self._warm)
        field.typed.connect(lambda _text: self._waiting.start())
        session.opened.connect(self._warming.start)

    def _ask(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        text = self._field.text
        if not self._session.is_open or len(text.strip()) < _SHORTEST:
            return
        searching = self._session.kennisbank.searching

        def take(found: list[str]) -> None:
            self._running = None
            self._field.offer(text, found)

        self._running = self._session.tasks.read(self, lambda _ctx: searching.complete(text, _MOST), take)

    def _warm(self) -> None:
        """Have ready what the first word typed, completed or misspelt needs."""
        if self._session.is_open:
            searching = self._session.kennisbank.searching
            self._session.tasks.read(self, lambda _ctx: searching.warm())
