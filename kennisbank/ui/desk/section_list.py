"""The lists of the desk at the left, each with how many are open; below a line the other pages."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kennisbank.ui.desk.desk_words import LISTS, SECTIONS, DeskCountWords, section_name
from kennisbank.ui.language import number
from kennisbank.ui.look import font, px, theme
from kennisbank.ui.painting.lists import draw_item_focus
from kennisbank.ui.painting.shapes import panel

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class DeskSections(QAbstractListModel):
    """All lists and pages, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without counts."""
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many are open."""
        self._counts = counts
        self.dataChanged.emit(self.index(0, 0), self.index(len(SECTIONS) - 1, 0))

    def retranslate(self) -> None:
        """Have all words read again."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(SECTIONS) - 1, 0))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(SECTIONS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        section = SECTIONS[index.row()]
        count = self._counts.get(section, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return section_name(section)
            case Qt.ItemDataRole.AccessibleTextRole:
                name = section_name(section)
                return f"{name}, {DeskCountWords().open(count)}" if count else name
            case _ if role == COUNT_ROLE:
                return count
            case _:
                return None


class SectionDelegate(QStyledItemDelegate):
    """A name, and at the right how many are open, where any are."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(36))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect = theme(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, t.accent_soft)
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), t.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.hover)
        if index.row() == len(LISTS):
            painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 1), t.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_item_focus(option, painter)
        room = rect.adjusted(px(20), 0, -px(16), 0)
        count = index.data(COUNT_ROLE)
        if count:
            words, face = number(count), font(12, strong=True, tabular=True)
            width = max(px(22), QFontMetrics(face).horizontalAdvance(words) + px(12))
            box = QRect(room.right() - width + 1, rect.center().y() - px(10) + 1, width, px(20))
            panel(painter, box, fill=t.accent, radius=10)
            painter.setFont(face)
            painter.setPen(t.on_accent)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            room.setRight(box.x() - px(8))
        painter.setFont(font(13, strong=is_chosen or bool(count)))
        painter.setPen(t.text if count or is_chosen else t.text_2)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
