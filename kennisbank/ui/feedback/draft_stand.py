"""Where a draft stands, at the right end of a line: saved at a time, on its way, or not saved."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, px, theme

_ICONS = {"ok": "check", "bad": "error"}


class DraftStand(QWidget):
    """One line of small words with an icon; empty while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell nothing yet."""
        super().__init__(parent)
        self._words, self._tone = "", "text_2"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    @property
    def text(self) -> str:
        """Return what it tells."""
        return self._words

    def say(self, words: str, tone: str = "text_2") -> None:
        """Tell this; `tone` is ok, bad or text_2."""
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(12)).horizontalAdvance(self._words) + px(24), px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter, colour = QPainter(self), getattr(theme(), self._tone)
        painter.setFont(font(12))
        room = self.width() - px(20)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        left = self.width() - painter.fontMetrics().horizontalAdvance(words) - 1
        if self._tone in _ICONS:
            side = px(16)
            box = QRect(left - side - px(4), (self.height() - side) // 2, side, side)
            draw_icon(painter, box, _ICONS[self._tone], colour)
        painter.setPen(colour)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
