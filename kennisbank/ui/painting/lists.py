"""Rows of lists and tables, headers, tree branches, menus and tooltips."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionHeader, QStyleOptionMenuItem

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.painting.shapes import chevron, panel, tick


def draw_row(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a row: soft accent when chosen, hover under the pointer."""
    t = theme()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, t.accent_soft)
    elif option.state & QStyle.StateFlag.State_MouseOver and option.state & QStyle.StateFlag.State_Enabled:
        painter.fillRect(option.rect, t.hover)


def draw_item_focus(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ring of the current item inside its row."""
    panel(painter, option.rect.adjusted(1, 1, -1, -1), edge=theme().focus, radius=4, width=2)


def draw_header(option: QStyleOptionHeader, painter: QPainter) -> None:
    """Draw one section of a table's header."""
    t = theme()
    over = option.state & QStyle.StateFlag.State_MouseOver
    rect = option.rect
    painter.fillRect(rect, t.hover if over else t.window)
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line)
    painter.save()
    painter.setFont(font(12))
    painter.setPen(t.text_2)
    sorted_by = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
    right = px(24) if sorted_by else px(8)
    room = rect.adjusted(px(8), 0, -right, 0)
    words = painter.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag(option.textAlignment) | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
    if sorted_by:
        direction = "up" if option.sortIndicator == QStyleOptionHeader.SortIndicator.SortUp else "down"
        chevron(painter, QRect(rect.right() - px(22), rect.y(), px(16), rect.height()), t.text_2, direction)


def draw_branch(option: QStyleOption, painter: QPainter) -> None:
    """Draw the chevron before a tree row that has children."""
    if not option.state & QStyle.StateFlag.State_Children:
        return
    direction = "down" if option.state & QStyle.StateFlag.State_Open else "right"
    chevron(painter, option.rect, theme().text_2, direction)


def menu_item_size(option: QStyleOptionMenuItem) -> QSize:
    """Return the size of one line of a menu."""
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        return QSize(px(40), px(9))
    words, _, keys = option.text.partition("\t")
    metrics = option.fontMetrics
    width = px(40) + metrics.horizontalAdvance(words.replace("&", "")) + px(24)
    if keys:
        width += px(24) + metrics.horizontalAdvance(keys)
    return QSize(width, max(px(32), metrics.height() + px(8)))


def draw_menu_item(option: QStyleOptionMenuItem, painter: QPainter) -> None:
    """Draw one line of a menu: tick or icon, words, keys, arrow."""
    t = theme()
    rect = option.rect
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        painter.fillRect(QRect(rect.x() + px(8), rect.center().y(), rect.width() - px(16), 1), t.line)
        return
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected) and enabled
    if chosen:
        panel(painter, rect.adjusted(px(4), 0, -px(4), 0), fill=t.accent_soft, radius=4)
    colour = t.text if enabled else t.disabled
    mark = QRect(rect.x() + px(14), rect.center().y() - px(8) + 1, px(16), px(16))
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable and option.checked:
        tick(painter, mark, t.accent if enabled else t.disabled)
    elif not option.icon.isNull():
        option.icon.paint(painter, mark, mode=QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled)
    words, _, keys = option.text.partition("\t")
    painter.save()
    painter.setFont(option.font)
    painter.setPen(colour)
    room = rect.adjusted(px(40), 0, -px(16), 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, words)
    if keys:
        painter.setPen(t.text_2 if enabled else t.disabled)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
    painter.restore()
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.SubMenu:
        chevron(painter, QRect(rect.right() - px(20), rect.y(), px(16), rect.height()), colour, "right")


def draw_menu_panel(option: QStyleOption, painter: QPainter) -> None:
    """Draw the ground of a menu or of a list that drops down."""
    t = theme()
    painter.fillRect(option.rect, t.surface)
    painter.setPen(t.line_strong)
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
