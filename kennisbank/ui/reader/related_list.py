"""The papers that speak of the same as the open one, as a list: title, and the words that both share."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.results import Related
from kennisbank.ui.controllers.search_related import RelatedRows
from kennisbank.ui.look import font, metrics, px, theme
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.reader.row_list import RowList, elided, paint_row_ground

_Index = QModelIndex | QPersistentModelIndex
_Align = Qt.AlignmentFlag


class RelatedModel(QAbstractListModel):
    """Related papers, the nearest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: RelatedRows = ()

    def put(self, rows: RelatedRows) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def second(self, row: tuple[Related, Contribution]) -> str:
        """Return what stands under a title: the words that both papers share, or who wrote it."""
        related, contribution = row
        if not related.words:
            return authors_line(contribution, 2)
        return self.tr("both: {words}").format(words=", ".join(related.words))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        title = row[1].metadata.values.title
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (title, authors_line(row[1]), self.second(row)) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part for part in (title, authors_line(row[1], 2), self.second(row)) if part)
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one paper on two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), metrics().line(13) + metrics().line(12) + px(8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, RelatedModel):
            return
        t = theme()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, option)
        painter.save()
        room = option.rect.adjusted(px(32), px(4), -px(12), -px(4))
        first = room.adjusted(0, 0, 0, metrics().line(13) - room.height())
        for rect, words, face, ink in (
            (first, index.data(), font(13), t.accent if is_current else t.text),
            (room.adjusted(0, first.height(), 0, 0), model.second(model.rows[index.row()]), font(12), t.text_2),
        ):
            painter.setFont(face)
            painter.setPen(ink)
            painter.drawText(rect, _Align.AlignLeft | _Align.AlignVCenter, elided(words, face, rect.width()))
        painter.restore()


class RelatedRowList(RowList):
    """The papers. Signal: `chosen` with the id of the paper that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._papers = RelatedModel(self)
        self.setModel(self._papers)
        self.setItemDelegate(_Delegate(self))
        self.row_chosen.connect(lambda row: self.chosen.emit(self._papers.rows[row][1].id))

    def put(self, rows: RelatedRows) -> None:
        """Show these papers."""
        self._papers.put(rows)
