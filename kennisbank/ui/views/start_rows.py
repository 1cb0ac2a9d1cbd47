"""Rows and cards of the start page that can be pressed as a whole."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, metrics, px, theme
from kennisbank.ui.metrics import FontSize
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.views.result_layout import wrapped
from kennisbank.ui.widgets.labels import badge_width, draw_badge

_V = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class _Pressable(QAbstractButton):
    """What both have in common: they take the keyboard, show the pointer, and grow with the text."""

    def __init__(self, radius: float, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", radius)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    def is_over(self) -> bool:
        option = QStyleOptionButton()
        option.initFrom(self)
        return bool(option.state & QStyle.StateFlag.State_MouseOver)


class StartRow(_Pressable):
    """Up to three lines: an icon or none, a title, a second, a third; and at the right something short or a badge."""

    def __init__(
        self,
        title: str,
        second: str = "",
        right: str = "",
        icon_name: str = "",
        *,
        third: str = "",
        badge: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show these words."""
        super().__init__(4, parent)
        self._title, self._second, self._right, self._icon, self._badge = title, second, right, icon_name, badge
        self._third = third
        self._is_pointed_at = False
        self.setProperty("no_ring", True)  # it fills its card: a ring around it would be cut off
        self.setAccessibleName(". ".join(part for part in (title, second, third, right, badge) if part))
        self.setToolTip(title)

    @override
    def sizeHint(self) -> QSize:
        lines = 1 + bool(self._second) + bool(self._third)
        return QSize(px(200), metrics().line(13) * lines + px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_pointed_at = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_pointed_at = False
        self.update()
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        if self.is_over():
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), t.hover)
        if self.hasFocus() and not self._is_pointed_at:
            panel(painter, self.rect().adjusted(3, 2, -3, -2), edge=t.focus, radius=6, width=2)
        room = self.rect().adjusted(px(16), px(10), -px(16), -px(10))
        if self._icon:
            side = px(16)
            draw_icon(painter, QRect(room.x(), room.center().y() - side // 2, side, side), self._icon, t.text_2)
            room.setLeft(room.left() + px(24))
        if self._badge:
            width = badge_width(self._badge)
            y = room.center().y() - px(10) + 1
            draw_badge(painter, room.right() + 1 - width, y, self._badge, "accent")
            room.setRight(room.right() - width - px(12))
        if self._right:
            painter.setFont(font(12, tabular=True))
            painter.setPen(t.text_2)
            painter.drawText(room, _V | _RIGHT, self._right)
            room.setRight(room.right() - QFontMetrics(painter.font()).horizontalAdvance(self._right) - px(16))
        line = metrics().line(13)
        painter.setPen(t.text)
        _draw(painter, QRect(room.x(), room.y(), room.width(), line), self._title, 13, strong=bool(self._second))
        painter.setPen(t.text_2)
        for place, words in enumerate((each for each in (self._second, self._third) if each), 1):
            _draw(painter, QRect(room.x(), room.y() + place * line, room.width(), line), words, 12)


class ContinueCard(_Pressable):
    """A paper that was being read: its title, how far one is, and when that was."""

    def __init__(
        self, title: str, authors: str, place: str, when: str, part: float, parent: QWidget | None = None
    ) -> None:
        """Show these words; `part` (0 to 1) of the paper was read."""
        super().__init__(8, parent)
        self._title, self._authors, self._place, self._when = title, authors, place, when
        self._part = min(max(part, 0.0), 1.0)
        self.setAccessibleName(". ".join(words for words in (title, authors, place, when) if words))
        self.setToolTip(title)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(248), 3 * metrics().line(13) + px(8) + metrics().line(12) + px(40))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        edge = t.line_strong if self.is_over() else t.line
        panel(painter, self.rect(), fill=t.surface, edge=edge, radius=8)
        box = self.rect().adjusted(px(12), px(12), -px(12), -px(12))
        self._paint_page(painter, QRect(box.x(), box.y(), px(56), min(px(78), box.height())))
        room = box.adjusted(px(70), 0, 0, 0)
        line = metrics().line(13)
        painter.setPen(t.text)
        used = _draw_wrapped(painter, room, self._title, most_lines=2)
        painter.setPen(t.text_2)
        _draw(painter, QRect(room.x(), room.y() + used, room.width(), line), self._authors, 12)
        foot = QRect(room.x(), box.bottom() + 1 - metrics().line(12), room.width(), metrics().line(12))
        painter.setFont(font(12, tabular=True))
        painter.drawText(foot, _V, self._place)
        words = QFontMetrics(painter.font())
        if words.horizontalAdvance(self._place + self._when) + px(8) <= foot.width():
            painter.drawText(foot, _V | _RIGHT, self._when)
        bar = QRect(room.x(), foot.y() - px(8), room.width(), px(4))
        panel(painter, bar, fill=t.sunken, edge=t.line_strong if t.name == "contrast" else None, radius=2)
        done = QRect(bar.x(), bar.y(), max(px(4), round(bar.width() * self._part)), bar.height())
        panel(painter, done, fill=t.accent, radius=2)

    def _paint_page(self, painter: QPainter, rect: QRect) -> None:
        """Paint a sheet of paper: for the eye only."""
        t = theme()
        painter.fillRect(rect, t.paper)
        painter.setPen(t.line_strong)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        for number in range(1, 8):
            width = rect.width() - px(16) - (px(14) if number % 3 == 0 else 0)
            painter.fillRect(QRect(rect.x() + px(8), rect.y() + number * rect.height() // 9, width, 1), t.text_2)


def _draw(painter: QPainter, room: QRect, text: str, size: FontSize, *, strong: bool = False) -> None:
    painter.setFont(font(size, strong=strong))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _V, words)


def _draw_wrapped(painter: QPainter, room: QRect, text: str, *, most_lines: int) -> int:
    """Draw a title on at most so many lines, the last one elided; return the height used."""
    face, height = font(13, strong=True), metrics().line(13)
    painter.setFont(face)
    lines = wrapped(text, face, room.width(), most_lines)
    for number, words in enumerate(lines):
        painter.drawText(QRect(room.x(), room.y() + number * height, room.width(), height), _V, words)
    return len(lines) * height
