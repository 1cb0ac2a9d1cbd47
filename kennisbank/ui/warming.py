"""What somebody is likely to ask for next is made while nobody waits: views, unseen, a part in each turn of the loop.

The program warms its window once it stands (`app.run`); a window by itself makes no view that nobody asked for.
"""

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.main_window import READER_VIEW, SEARCH_VIEW, MainWindow

DETAILS_VIEW, INBOX_VIEW = "details", "inbox"
_TURN_MS = 25
"""Between two parts: whoever types or clicks meanwhile is served first."""
_WAIT_MS = 250
"""Between two looks whether the library is open and its first reads are done."""


class Warming(QTimer):
    """Makes views of one window ahead of time; give it a window that is shown, and `start` it."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to `window`."""
        super().__init__(window, interval=_TURN_MS)
        self._window = window
        self._parts = self._all()
        self._loading: set[str] = set()
        self.timeout.connect(self.turn)

    def turn(self) -> None:
        """Do the next part; after the last one there is no other turn."""
        if next(self._parts, True):
            self.stop()

    def _all(self) -> Iterator[bool]:
        """Do a part at each step, in the order in which one comes to need them."""
        # The first letter leads to the results: it must not wait for them to be made.
        yield from self._make(SEARCH_VIEW)
        for name in (READER_VIEW, DETAILS_VIEW, INBOX_VIEW):  # their modules are many
            yield self._load(name)
        self.setInterval(_WAIT_MS)
        session = self._window.session
        while self._loading or not (session.is_open and session.tasks.is_idle):
            yield False
        self.setInterval(_TURN_MS)
        yield from self._make(DETAILS_VIEW)
        if AuthorReading.of(session).facts.has_threads:
            yield from self._make(INBOX_VIEW)

    def _load(self, name: str) -> bool:
        """Load the modules of a view, beside the event loop."""
        entry = self._window.entry(name)
        if entry is not None:
            self._loading.add(name)
            self._window.session.tasks.read(
                self,
                lambda _ctx: entry.load(),
                lambda _module: self._loading.discard(name),
                lambda _error: self._loading.discard(name),  # whoever goes there is told
            )
        return False

    def _make(self, name: str) -> Iterator[bool]:
        window = self._window
        if window.entry(name) is None:
            return
        while not window.is_made(name):
            window.make_part(name)
            yield False
        view = window.view(name)
        if not view.isVisible():  # laid out and painted in a turn of its own
            view.resize(window.current_view.size())
            view.grab()
            yield False
