"""The road of feedback as steps: outbox, sent, delivered, read, answered; how far it is, also in words."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import ThreadState
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.feedback_words import ROAD, place_on_road, state_words
from kennisbank.ui.painting.shapes import panel, tick

_SIDE = 16


class Road(QWidget):
    """Done is filled with a tick, where it is has a ring with a dot, what is to come is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at the outbox."""
        super().__init__(parent)
        self._state: ThreadState = "queued"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)
        self.retranslate()

    def put(self, state: ThreadState) -> None:
        """Show how far it is; a draft stands before its first step."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        at = max(place_on_road(self._state), 0)
        words = self.tr("Step {number} of {count}: {state}")
        name = words.format(number=at + 1, count=len(ROAD), state=state_words(ROAD[at]))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_SIDE + 8 + 16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        at, count, side = place_on_road(self._state), len(ROAD), px(_SIDE)
        is_over = self._state in {"answered", "adopted", "declined"}
        slot = self.width() / count
        middles = [round(slot * (number + 0.5)) for number in range(count)]
        for number, (left, right) in enumerate(pairwise(middles)):
            colour = t.accent if number < at else t.line_strong
            painter.fillRect(QRect(left, side // 2, right - left, max(1, px(1))), colour)
        for number, middle in enumerate(middles):
            box = QRect(middle - side // 2, 0, side, side)
            is_done = number < at or (number == at and is_over)
            self._paint_stop(painter, box, is_done=is_done, is_here=number == at and not is_over)
        self._paint_words(painter, middles, max(at, 0), round(slot))

    def _paint_stop(self, painter: QPainter, box: QRect, *, is_done: bool, is_here: bool) -> None:
        t = theme()
        if is_done:
            panel(painter, box, fill=t.accent, radius=_SIDE / 2)
            tick(painter, box, t.on_accent)
            return
        edge = t.accent if is_here else t.line_strong
        panel(painter, box, fill=t.surface, edge=edge, radius=_SIDE / 2, width=2 if is_here else 1)
        if is_here:
            gap = px(5)
            panel(painter, box.adjusted(gap, gap, -gap, -gap), fill=t.accent, radius=_SIDE / 2)

    def _paint_words(self, painter: QPainter, middles: list[int], at: int, slot: int) -> None:
        """Write below each stop what it is; where there is no room, below the current one only."""
        t, top = theme(), px(_SIDE + 6)
        names = [state_words(state) for state in ROAD]
        strong = QFontMetrics(font(12, strong=True))
        fits = all(strong.horizontalAdvance(name) <= slot for name in names)
        for number, (middle, name) in enumerate(zip(middles, names, strict=True)):
            if not fits and number != at:
                continue
            painter.setFont(font(12, strong=number == at))
            painter.setPen(t.accent if number == at else t.text_2)
            width = painter.fontMetrics().horizontalAdvance(name)
            left = max(0, min(middle - width // 2, self.width() - width))
            painter.drawText(QRect(left, top, width + 2, px(18)), Qt.AlignmentFlag.AlignVCenter, name)
