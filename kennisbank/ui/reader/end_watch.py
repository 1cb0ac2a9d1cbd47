"""Seeing that somebody has come to the end of a paper."""

from PySide6.QtCore import QObject, Signal

from kennisbank.ui.reader.page_scroll import PageScroll

_NEAR = 8
"""Logical pixels from the end that count as being there."""


class EndWatch(QObject):
    """Watches one view. Signal: `reached`, once for each document, by who came there from elsewhere in it."""

    reached = Signal()

    def __init__(self, view: PageScroll) -> None:
        """Watch `view`; nothing is seen before `begin`."""
        super().__init__(view)
        self._view = view
        self._was_elsewhere = False
        self._is_told = True
        view.moved.connect(self._look)

    def begin(self) -> None:
        """Watch anew: another document is shown, at the place where one was."""
        self._is_told, self._was_elsewhere = False, False
        self._look()

    def _look(self) -> None:
        bar = self._view.verticalScrollBar()
        if bar.value() < bar.maximum() - _NEAR:
            self._was_elsewhere = True
        elif self._was_elsewhere and not self._is_told and bar.maximum() > 0:
            self._is_told = True
            self.reached.emit()
