"""The contents of a paper as a list: indented by level, with the hits in each part and its page."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.reader.row_list import RowList, elided, paint_row_ground
from kennisbank.ui.reader.spots import OutlineRow

_Index = QModelIndex | QPersistentModelIndex
_Align = Qt.AlignmentFlag
_INDENT = 16
_DEEPEST = 5
ROW = 24


class OutlineModel(QAbstractListModel):
    """Rows of the contents, in order of place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: list[OutlineRow] = []
        self._labels: Sequence[str] = ()

    def put(self, rows: list[OutlineRow], labels: Sequence[str]) -> None:
        """Replace all rows; `labels` are the page numbers to show, by 0-based page."""
        self.beginResetModel()
        self.rows, self._labels = rows, labels
        self.endResetModel()

    def label(self, index: int) -> str:
        """Return the page number to show for a page (0-based)."""
        return self._labels[index] if 0 <= index < len(self._labels) else str(index + 1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("{title}, page {page}").format(title=row.title, page=self.label(row.index))
                return words + (self.tr(", %n hits", "", row.hits) if row.hits else "")
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one line of the contents."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: OutlineRow = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        t = theme()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, option)
        painter.save()
        rect = option.rect.adjusted(px(32) + px(_INDENT) * (min(row.level, _DEEPEST) - 1), 0, -px(16), 0)
        painter.setFont(font(12, strong=is_current, tabular=True))
        painter.setPen(t.accent if is_current else t.text_2)
        number = model.label(row.index) if isinstance(model, OutlineModel) else ""
        painter.drawText(rect, _Align.AlignRight | _Align.AlignVCenter, number)
        rect.setRight(rect.right() - max(px(24), QFontMetrics(painter.font()).horizontalAdvance(number) + px(8)))
        if row.hits:
            rect.setRight(_paint_badge(painter, rect, str(row.hits)) - px(8))
        painter.setFont(font(13, strong=is_current))
        painter.setPen(t.accent if is_current else t.text)
        painter.drawText(rect, _Align.AlignLeft | _Align.AlignVCenter, elided(row.title, painter.font(), rect.width()))
        painter.restore()


def _paint_badge(painter: QPainter, room: QRect, count: str) -> int:
    """Paint the number of hits at the right of `room`, underlined so that colour isn't all; return its left edge."""
    t = theme()
    painter.setFont(font(12, strong=True, tabular=True))
    width = max(px(18), painter.fontMetrics().horizontalAdvance(count) + px(10))
    badge = QRect(room.right() - width, room.center().y() - px(8) + 1, width, px(16))
    painter.fillRect(badge, t.hit)
    painter.fillRect(QRect(badge.x(), badge.bottom() - px(1), badge.width(), px(2)), t.hit_line)
    painter.setPen(t.on_hit)
    painter.drawText(badge, _Align.AlignCenter, count)
    return badge.left()


class OutlineList(RowList):
    """The contents. Signal: `chosen` with the `OutlineRow` that was clicked, or entered with the keyboard."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows = OutlineModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.row_chosen.connect(lambda number: self.chosen.emit(self._rows.rows[number]))

    def put(self, rows: list[OutlineRow], labels: Sequence[str]) -> None:
        """Show these rows."""
        self._rows.put(rows, labels)

    @property
    def rows(self) -> list[OutlineRow]:
        """Return what is shown."""
        return self._rows.rows
