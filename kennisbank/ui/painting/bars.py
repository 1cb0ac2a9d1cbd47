"""Scroll bars, progress bars, tabs, sliders and splitter handles."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
)

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.painting.shapes import panel


def draw_scroll_bar(option: QStyleOptionSlider, painter: QPainter, handle: QRect) -> None:
    """Draw a scroll bar: no arrows, no trough, a rounded handle."""
    t = theme()
    if option.maximum <= option.minimum:
        return
    active = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken)
    slim = px(3) if not active else px(2)
    if option.orientation == Qt.Orientation.Vertical:
        box = handle.adjusted(slim, px(2), -slim, -px(2))
    else:
        box = handle.adjusted(px(2), slim, -px(2), -slim)
    panel(painter, box, fill=t.text_2 if active else t.line_strong, radius=4)


def draw_progress(option: QStyleOptionProgressBar, painter: QPainter) -> None:
    """Draw a progress bar: a trough 8 high with the part that is done; a middle piece while the end is not known."""
    t = theme()
    high = min(px(8), option.rect.height())
    trough = QRect(option.rect.x(), option.rect.center().y() - high // 2 + 1, option.rect.width(), high)
    edge = t.line_strong if t.name == "contrast" else None
    panel(painter, trough, fill=t.line if t.name != "contrast" else t.sunken, edge=edge, radius=2)
    span = option.maximum - option.minimum
    if span <= 0:
        width = trough.width() // 3
        done = QRect(trough.x() + width, trough.y(), width, high)
    else:
        width = round(trough.width() * (option.progress - option.minimum) / span)
        done = QRect(trough.x(), trough.y(), max(0, min(width, trough.width())), high)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            done.moveRight(trough.right())
    if done.width() > 0:
        panel(painter, done, fill=t.accent, radius=2)


def draw_tab(option: QStyleOptionTab, painter: QPainter) -> None:
    """Draw a tab: words, and a rule under the current one."""
    t = theme()
    current = bool(option.state & QStyle.StateFlag.State_Selected)
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    rect = option.rect
    if option.state & QStyle.StateFlag.State_MouseOver and not current:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), t.hover)
    if current:
        painter.fillRect(QRect(rect.x(), rect.bottom() - px(2) + 1, rect.width(), px(2)), t.accent)
    left = rect.x() + px(16)
    if not option.icon.isNull():
        size = px(16)
        option.icon.paint(painter, QRect(left, rect.center().y() - size // 2, size, size))
        left += size + px(8)
    painter.save()
    painter.setFont(font(13, strong=current))
    painter.setPen(t.disabled if not enabled else t.accent if current else t.text)
    room = QRect(left, rect.y(), rect.right() - left - px(12) - option.rightButtonSize.width(), rect.height())
    words = painter.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, words)
    painter.restore()


def draw_splitter(option: QStyleOption, painter: QPainter) -> None:
    """Draw a splitter handle: a hairline, the accent while it is held or pointed at."""
    t = theme()
    active = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken)
    width = px(2) if active else 1
    rect = option.rect
    upright = bool(option.state & QStyle.StateFlag.State_Horizontal)
    line = (
        QRect(rect.x(), rect.y(), width, rect.height()) if upright else QRect(rect.x(), rect.y(), rect.width(), width)
    )
    painter.fillRect(line, t.accent if active else t.line)


def draw_slider(option: QStyleOptionSlider, painter: QPainter, groove: QRect, handle: QRect) -> None:
    """Draw a level slider: a trough, the part before the handle in the accent, a round handle."""
    t = theme()
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    trough = QRect(groove.x(), groove.center().y() - px(2) + 1, groove.width(), px(4))
    panel(painter, trough, fill=t.line_strong, radius=2)
    before = QRect(trough.x(), trough.y(), handle.center().x() - trough.x(), trough.height())
    panel(painter, before, fill=t.accent if enabled else t.disabled, radius=2)
    size = px(16)
    knob = QRect(handle.center().x() - size // 2, groove.center().y() - size // 2 + 1, size, size)
    panel(painter, knob, fill=t.surface, edge=t.accent if enabled else t.disabled, radius=100, width=2)
