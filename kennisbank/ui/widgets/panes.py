"""Up to three panes beside one another that make room for the middle one as the window gets narrow.

Below 1200 units the right pane becomes a panel that is toggled, below 960 the left one too. What the reader opened or
closed by hand stays so until the width crosses a limit again.
"""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px

RIGHT_FOLDS_BELOW, LEFT_FOLDS_BELOW = 1200, 960
"""Widths of the whole window, rail included, in units of the design."""
RAIL = 96


class Panes(QSplitter):
    """Left, middle and right pane; the sides have a width of their own, the middle takes the rest."""

    shown_changed = Signal()
    """A side pane was shown or hidden: buttons that toggle it follow."""

    def __init__(
        self,
        middle: QWidget,
        *,
        left: QWidget | None = None,
        right: QWidget | None = None,
        left_width: float = 224,
        right_width: float = 424,
        parent: QWidget | None = None,
    ) -> None:
        """Put the panes side by side; widths in units of the design."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._middle, self._right = left, middle, right
        self._widths = (left_width, right_width)
        self._was_narrow: tuple[bool, bool] | None = None
        self.setChildrenCollapsible(False)
        for pane in (left, middle, right):
            if pane is not None:
                self.addWidget(pane)
        self.setStretchFactor(self.indexOf(middle), 1)
        follow(self, self._scale)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes that are shown, left to right: what F6 goes round."""
        return tuple(
            pane for pane in (self._left, self._middle, self._right) if pane is not None and not pane.isHidden()
        )

    @property
    def is_left_shown(self) -> bool:
        """Tell whether the left pane is shown."""
        return self._left is not None and not self._left.isHidden()

    @property
    def is_right_shown(self) -> bool:
        """Tell whether the right pane is shown."""
        return self._right is not None and not self._right.isHidden()

    def show_left(self, *, is_shown: bool) -> None:
        """Show or hide the left pane."""
        self._show(self._left, is_shown=is_shown)

    def show_right(self, *, is_shown: bool) -> None:
        """Show or hide the right pane."""
        self._show(self._right, is_shown=is_shown)

    def state(self) -> str:
        """Return the widths, to be kept in the settings."""
        return bytes(self.saveState().toBase64().data()).decode("ascii")

    def restore(self, state: str) -> None:
        """Put the widths back as `state` returned them; nonsense changes nothing."""
        self.restoreState(QByteArray.fromBase64(state.encode("ascii", "ignore")))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() + px(RAIL)
        narrow = (width < px(LEFT_FOLDS_BELOW), width < px(RIGHT_FOLDS_BELOW))
        if narrow != self._was_narrow:
            was = self._was_narrow or (not narrow[0], not narrow[1])
            self._was_narrow = narrow
            if was[0] != narrow[0]:
                self._show(self._left, is_shown=not narrow[0])
            if was[1] != narrow[1]:
                self._show(self._right, is_shown=not narrow[1])

    def _show(self, pane: QWidget | None, *, is_shown: bool) -> None:
        if pane is not None and pane.isHidden() == is_shown:
            pane.setVisible(is_shown)
            self.shown_changed.emit()

    def _scale(self) -> None:
        left, right = (px(each) for each in self._widths)
        if self._left is not None:
            self._left.setMinimumWidth(min(left, px(200)))
        if self._right is not None:
            self._right.setMinimumWidth(min(right, px(280)))
        sizes = [left] if self._left is not None else []
        sizes.append(max(self.width() - left - right, px(400)))
        if self._right is not None:
            sizes.append(right)
        self.setSizes(sizes)
