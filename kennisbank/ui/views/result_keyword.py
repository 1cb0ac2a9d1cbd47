"""A keyword one can search for: a word in an outline."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel


class KeywordButton(QToolButton):
    """One keyword; pressing it searches for it."""

    def __init__(self, keyword: str, name: str, parent: QWidget | None = None) -> None:
        """Show `keyword`; `name` says what pressing does."""
        super().__init__(parent)
        self.setText(keyword)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(12)).horizontalAdvance(self.text()) + px(22), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        option = QStyleOptionButton()
        option.initFrom(self)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter = QPainter(self)
        panel(painter, self.rect(), fill=t.hover if over else None, edge=t.accent if over else t.line_strong, radius=12)
        painter.setFont(font(12))
        painter.setPen(t.accent if over else t.text_2)
        room = self.rect().adjusted(px(10), 0, -px(10), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 2)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
