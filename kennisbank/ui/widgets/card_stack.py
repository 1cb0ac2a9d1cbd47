"""Cards below one another, hundreds of them: each is measured when it or the width changes, and the others are not.

A box layout asks all its widgets anew for each change of one, which takes seconds where their words wrap.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px


class CardStack(QWidget):
    """Places widgets that have a layout of their own, in their order, as wide as it is; it is as high as they need."""

    def __init__(self, *, gap: float = 8, margin: float = 4, parent: QWidget | None = None) -> None:
        """Begin empty; `gap` between cards and `margin` around them are in units of the design."""
        super().__init__(parent)
        self._between, self._margin = gap, margin
        self._stacked: tuple[QWidget, ...] = ()
        self._heights: dict[QWidget, tuple[int, int]] = {}  # by card: for which width, and how high
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.place)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self._measure_all)

    @property
    def gap(self) -> int:
        """Return the pixels between two cards."""
        return px(self._between)

    def stack(self, cards: Sequence[QWidget]) -> None:
        """Show these in this order; what is no longer among them is let go of, and stays where it is."""
        for card in set(self._stacked).difference(cards):
            card.removeEventFilter(self)
            self._heights.pop(card, None)
        for card in cards:
            if card not in self._heights:
                card.setParent(self)
                card.installEventFilter(self)
                card.show()
        self._stacked = tuple(cards)
        self.place()

    def place(self) -> None:
        """Put the cards where they belong."""
        self._later.stop()
        width, y = self.width() - 2 * px(self._margin), px(self._margin)
        for card in self._stacked:
            known = self._heights.get(card)
            if known is None or known[0] != width:
                known = (width, _height(card, width))
                self._heights[card] = known
            card.setGeometry(px(self._margin), y, width, known[1])
            y += known[1] + self.gap
        self.setFixedHeight(max(y - self.gap + px(self._margin), 0) if self._stacked else 0)
        self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget) and watched in self._heights:
            self._heights[watched] = (-1, 0)
            self._later.start()
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        least = max((card.minimumSizeHint().width() for card in self._stacked[:20]), default=0)
        return QSize(least + 2 * px(self._margin), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()

    def _measure_all(self) -> None:
        self._heights = dict.fromkeys(self._heights, (-1, 0))
        self._later.start()


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is None:
        return card.sizeHint().height()
    layout.activate()
    asked = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    return max(asked, layout.totalMinimumSize().height())
