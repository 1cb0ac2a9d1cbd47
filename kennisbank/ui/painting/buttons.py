"""Push buttons and tool buttons.

A button's dynamic property ``kind`` says what it is: ``primary`` (one a view), ``secondary`` (the default), ``quiet``
(no edge until the pointer is there) or ``link``; ``small`` makes it 24 high; ``key_hint`` is shown in a little box.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionToolButton, QWidget

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.painting.shapes import chevron, panel

_LABEL = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Paint:
    """The three colours of a button as it stands now; None is nothing drawn."""

    fill: QColor | None
    edge: QColor | None
    text: QColor


def kind_of(widget: QWidget | None) -> str:
    """Return what a button is: primary, secondary, quiet or link."""
    kind = widget.property("kind") if widget is not None else None
    return str(kind) if kind else "secondary"


def colours(kind: str, state: QStyle.StateFlag) -> Paint:
    """Return the colours of a push button of this kind in this state."""
    t = theme()
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    down = bool(state & QStyle.StateFlag.State_Sunken)
    on = bool(state & QStyle.StateFlag.State_On)
    if kind == "primary":
        if not enabled:
            return Paint(t.window, t.line, t.disabled)
        return Paint(t.accent_2 if over or down else t.accent, None, t.on_accent)
    if kind in {"quiet", "link"}:
        text = t.accent if kind == "link" or on else t.text
        if not enabled:
            return Paint(None, None, t.disabled)
        ground = t.accent_soft if on or down else t.hover if over else None
        return Paint(ground, _over_edge(over=over), t.accent_2 if kind == "link" and (over or down) else text)
    if not enabled:
        return Paint(t.window, t.line, t.disabled)
    ground = t.accent_soft if down or on else t.hover if over else t.surface
    edge = t.accent_2 if down else t.accent if on else t.line_strong
    return Paint(ground, edge, t.accent if on else t.text)


def _over_edge(*, over: bool) -> QColor | None:
    return theme().line_strong if over and theme().name == "contrast" else None


def push_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """Return the size a push button needs."""
    small = bool(widget is not None and widget.property("small"))
    width = option.fontMetrics.horizontalAdvance(_plain(option.text)) if option.text else 0
    if not option.icon.isNull():
        width += option.iconSize.width() + (px(8) if option.text else 0)
    hint = _hint(widget)
    if hint:
        width += px(12) + _hint_width(hint)
    padding = px(4) if kind_of(widget) == "link" else px(8) if small else px(16)
    height = px(24 if small else 32)
    return QSize(max(width + 2 * padding, height), max(height, option.fontMetrics.height() + px(4)))


def draw_push(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a push button: ground, edge, icon, words and key hint, the words centred."""
    look = colours(kind_of(widget), option.state)
    rect = option.rect
    panel(painter, rect, fill=look.fill, edge=look.edge)
    words = option.fontMetrics.horizontalAdvance(_plain(option.text)) if option.text else 0
    icon = option.iconSize.width() if not option.icon.isNull() else 0
    hint = _hint(widget)
    gap = px(8) if icon and words else 0
    extra = px(12) + _hint_width(hint) if hint else 0
    left = rect.x() + max(px(4), (rect.width() - icon - gap - words - extra) // 2)
    if icon:
        _draw_icon(
            painter, option.icon, QRect(left, rect.y(), icon, rect.height()), option.iconSize, option.state, look
        )
        left += icon + gap
    if option.text:
        painter.setPen(look.text)
        room = rect.right() - left + 1 - extra
        painter.drawText(QRect(left, rect.y(), min(words + 2, room), rect.height()), _LABEL, option.text)
    if hint:
        _draw_hint(painter, QRect(left + words + px(12), rect.y(), _hint_width(hint), rect.height()), hint, look.text)
    if option.features & QStyleOptionButton.ButtonFeature.HasMenu:
        chevron(painter, QRect(rect.right() - px(24), rect.y(), px(20), rect.height()), look.text)


def tool_size(option: QStyleOptionToolButton, widget: QWidget | None) -> QSize:
    """Return the size a tool button needs: 32 square for an icon, wider with words."""
    small = bool(widget is not None and widget.property("small"))
    height = px(24 if small else 32)
    if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly or not option.text:
        return QSize(height, height)
    width = option.fontMetrics.horizontalAdvance(_plain(option.text)) + px(24)
    if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not option.icon.isNull():
        width += option.iconSize.width() + px(8)
    if option.features & QStyleOptionToolButton.ToolButtonFeature.HasMenu:
        width += px(16)
    return QSize(width, max(height, option.fontMetrics.height() + px(4)))


def draw_tool(option: QStyleOptionToolButton, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a tool button: quiet unless its ``kind`` says otherwise."""
    kind = str(widget.property("kind") or "quiet") if widget is not None else "quiet"
    look = colours(kind, option.state)
    rect = option.rect
    panel(painter, rect, fill=look.fill, edge=look.edge)
    has_menu = bool(option.features & QStyleOptionToolButton.ToolButtonFeature.HasMenu)
    only_icon = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly or not option.text
    if only_icon:
        _draw_icon(painter, option.icon, rect, option.iconSize, option.state, look)
        return
    left = rect.x() + px(12)
    if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not option.icon.isNull():
        box = QRect(left, rect.y(), option.iconSize.width(), rect.height())
        _draw_icon(painter, option.icon, box, option.iconSize, option.state, look)
        left += option.iconSize.width() + px(8)
    painter.setPen(look.text)
    room = QRect(left, rect.y(), rect.right() - left - (px(24) if has_menu else px(8)), rect.height())
    painter.drawText(
        room, _LABEL, option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
    )
    if has_menu:
        chevron(painter, QRect(rect.right() - px(24), rect.y(), px(20), rect.height()), look.text)


def _draw_icon(painter: QPainter, icon: QIcon, box: QRect, size: QSize, state: QStyle.StateFlag, look: Paint) -> None:
    mode = QIcon.Mode.Normal
    if not state & QStyle.StateFlag.State_Enabled:
        mode = QIcon.Mode.Disabled
    elif look.text is theme().on_accent:
        mode = QIcon.Mode.Selected
    on = QIcon.State.On if state & QStyle.StateFlag.State_On else QIcon.State.Off
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(box.center())
    icon.paint(painter, target, Qt.AlignmentFlag.AlignCenter, mode, on)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _hint(widget: QWidget | None) -> str:
    return str(widget.property("key_hint") or "") if widget is not None else ""


def _hint_width(hint: str) -> int:
    return QFontMetrics(font(12)).horizontalAdvance(hint) + px(12)


def _draw_hint(painter: QPainter, box: QRect, hint: str, colour: QColor) -> None:
    painter.save()
    inner = QRect(box.x(), box.center().y() - px(10) + 1, box.width(), px(20))
    panel(painter, inner, edge=colour, radius=4)
    painter.setFont(font(12))
    painter.setPen(colour)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, hint)
    painter.restore()
