"""Fields, combo boxes, spin boxes, check boxes and radio buttons.

A field with the dynamic property ``invalid`` gets a 2-pixel edge in the colour of errors (an `ErrorLine` beside it says
why); one with ``bare`` is drawn without ground and edge, because what it stands in has them.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
    QWidget,
)

from kennisbank.ui.look import px, theme
from kennisbank.ui.painting.shapes import chevron, dash, panel, tick


def draw_field(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground and edge of a line edit."""
    if widget is not None and widget.property("bare"):
        return
    if isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0:
        return
    draw_field_edge(option, painter, widget)


def draw_field_edge(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground and edge of anything one types or chooses in."""
    t = theme()
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    invalid = bool(widget is not None and widget.property("invalid"))
    edge, width = t.line_strong, 1
    if not enabled:
        edge = t.line
    elif invalid:
        edge, width = t.bad, 2
    elif option.state & QStyle.StateFlag.State_HasFocus:
        edge = t.accent
    elif option.state & QStyle.StateFlag.State_MouseOver:
        edge = t.text_2
    panel(painter, option.rect, fill=t.surface if enabled else t.window, edge=edge, width=width)


def draw_combo(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a combo box without its words."""
    draw_field_edge(option, painter, widget)
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    box = QRect(option.rect.right() - px(28), option.rect.y(), px(24), option.rect.height())
    chevron(painter, box, theme().text if enabled else theme().disabled)


def draw_spin(option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a spin box without its number."""
    draw_field_edge(option, painter, widget)
    t = theme()
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    steps = option.stepEnabled
    for direction, flag in (
        ("up", QAbstractSpinBox.StepEnabledFlag.StepUpEnabled),
        ("down", QAbstractSpinBox.StepEnabledFlag.StepDownEnabled),
    ):
        colour = t.text if enabled and steps & flag else t.disabled
        chevron(painter, spin_part(option, upper=direction == "up"), colour, direction)


def spin_part(option: QStyleOptionSpinBox, *, upper: bool) -> QRect:
    """Return the rectangle of one of the two step buttons."""
    rect = option.rect
    half = rect.height() // 2
    top = rect.y() + 1 if upper else rect.y() + half
    return QRect(rect.right() - px(24), top, px(22), half - 1)


def draw_check(option: QStyleOption, painter: QPainter) -> None:
    """Draw the box of a check box in `option.rect`."""
    on = bool(option.state & QStyle.StateFlag.State_On)
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    fill, edge, mark = _indicator(option, on=on or partly)
    panel(painter, option.rect, fill=fill, edge=edge, radius=4)
    if on:
        tick(painter, option.rect, mark)
    elif partly:
        dash(painter, option.rect, mark)


def draw_radio(option: QStyleOption, painter: QPainter) -> None:
    """Draw the circle of a radio button in `option.rect`."""
    on = bool(option.state & QStyle.StateFlag.State_On)
    fill, edge, mark = _indicator(option, on=on)
    panel(painter, option.rect, fill=fill, edge=edge, radius=100)
    if on:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        radius = option.rect.width() * 0.22
        painter.drawEllipse(QPointF(QRectF(option.rect).center()), radius, radius)
        painter.restore()


def _indicator(option: QStyleOption, *, on: bool) -> tuple[QColor, QColor, QColor]:
    t = theme()
    if not option.state & QStyle.StateFlag.State_Enabled:
        return (t.disabled if on else t.window), t.disabled, t.window
    if on:
        ground = t.accent_2 if option.state & QStyle.StateFlag.State_Sunken else t.accent
        return ground, ground, t.on_accent
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    return (t.hover if over else t.surface), (t.text_2 if over else t.line_strong), t.on_accent
