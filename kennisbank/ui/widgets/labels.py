"""Badges and chips: small marks, always with words, and an icon where they carry a state."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.theme import BadgeTone


def badge_colours(tone: BadgeTone) -> tuple[QColor, QColor | None, QColor]:
    """Return ground, edge and text of a badge."""
    t = theme()
    edged = t.name == "contrast"
    match tone:
        case "accent":
            return t.accent_soft, t.accent if edged else None, t.accent
        case "ok" | "warn" | "bad":
            colour: QColor = getattr(t, tone)
            return getattr(t, f"{tone}_soft"), colour if edged else None, colour
        case _:
            return t.surface, t.line, t.text_2


def badge_width(text: str, icon_name: str = "") -> int:
    """Return the width of a badge in pixels; it is px(20) high."""
    return QFontMetrics(font(12)).horizontalAdvance(text) + px(12) + (px(20) if icon_name else 0)


def draw_badge(painter: QPainter, x: int, y: int, text: str, tone: BadgeTone = "quiet", icon_name: str = "") -> int:
    """Draw a badge with its left top there, for delegates; return its width in pixels."""
    ground, edge, colour = badge_colours(tone)
    box = QRect(x, y, badge_width(text, icon_name), px(20))
    panel(painter, box, fill=ground, edge=edge, radius=4)
    left = box.x() + px(6)
    if icon_name:
        draw_icon(painter, QRect(left - px(1), box.y() + px(2), px(16), px(16)), icon_name, colour)
        left += px(20)
    painter.save()
    painter.setFont(font(12))
    painter.setPen(colour)
    painter.drawText(QRect(left, box.y(), box.right() - left + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
    return box.width()


class Badge(QWidget):
    """A small mark: a word, with an icon where it carries a state (``ok``, ``warn``, ``bad``)."""

    def __init__(
        self, text: str = "", tone: BadgeTone = "quiet", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        """Show `text` on the ground of `tone`."""
        super().__init__(parent)
        self._tone, self._icon_name = tone, icon_name
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(text, tone, icon_name)
        follow(self, self.updateGeometry)

    def set_badge(self, text: str, tone: BadgeTone = "quiet", icon_name: str = "") -> None:
        """Show something else."""
        self._text, self._tone, self._icon_name = text, tone, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._text, self._icon_name), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_badge(QPainter(self), 0, 0, self._text, self._tone, self._icon_name)


class Chip(QToolButton):
    """A chosen filter: its name and a cross. Pressing it (also with Space or Delete) asks to take it away."""

    removed = Signal()

    def __init__(self, text: str, remove_name: str, parent: QWidget | None = None) -> None:
        """Show `text`; `remove_name` says what pressing does (``Remove the filter Theme: Didactics``)."""
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(remove_name)
        self.setToolTip(remove_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 12)
        self.setShortcut("")
        self.clicked.connect(self.removed)
        follow(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(12)).horizontalAdvance(self.text()) + px(40), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        painter = QPainter(self)
        option = QStyleOptionButton()
        option.initFrom(self)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = t.accent if over or t.name == "contrast" else None
        colour = t.accent if self.isEnabled() else t.disabled
        panel(painter, self.rect(), fill=t.accent_soft, edge=edge, radius=12)
        painter.setFont(font(12))
        painter.setPen(colour)
        room = self.rect().adjusted(px(10), 0, -px(26), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 2)
        painter.drawText(room.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, words)
        draw_icon(painter, QRect(self.width() - px(23), (self.height() - px(16)) // 2, px(16), px(16)), "x", colour)
