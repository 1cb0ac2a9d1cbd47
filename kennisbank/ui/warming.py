"""What somebody is likely to ask for next is made while nobody waits: views, unseen, a part in each turn of the loop.

The program warms its window once it stands (`app.run`); a window by itself makes no view that nobody asked for.
"""

from collections.abc import Iterator

from PySide6.QtCore import QTimer

from kennisbank.ui.main_window import READER_VIEW, SEARCH_VIEW, MainWindow

_TURN_MS = 50
"""Between two parts: whoever types or clicks meanwhile is served first."""


class Warming(QTimer):
    """Makes views of one window ahead of time; give it a window that is shown, and `start` it."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to `window`."""
        super().__init__(window, interval=_TURN_MS)
        self._window = window
        self._parts = self._all()
        self.timeout.connect(self.turn)

    def turn(self) -> None:
        """Do the next part; after the last one there is no other turn."""
        if next(self._parts, True):
            self.stop()

    def _all(self) -> Iterator[bool]:
        """Do a part at each step, in the order in which one comes to need them."""
        # The first letter leads to the results: it must not wait for them to be made.
        yield from self._make(SEARCH_VIEW)
        reader = self._window.entry(READER_VIEW)
        if reader is not None:  # its modules are many, and the first paper must not wait for them
            self._window.session.tasks.read(self, lambda _ctx: reader.load())

    def _make(self, name: str) -> Iterator[bool]:
        window = self._window
        if window.entry(name) is None:
            return
        if not window.is_made(name):
            window.view(name)
            yield False
        view = window.view(name)
        if not view.isVisible():  # laid out and painted in a turn of its own
            view.resize(window.current_view.size())
            view.grab()
            yield False
