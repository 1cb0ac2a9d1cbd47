"""The hits in a paper as a list: page and a line of the passage, the words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.reader.row_list import RowList, paint_row_ground
from kennisbank.ui.reader.snippet_line import Piece, pieces_of
from kennisbank.ui.reader.spots import PlacedHit

_Index = QModelIndex | QPersistentModelIndex
_Align = Qt.AlignmentFlag
ROW = 28


class HitsModel(QAbstractListModel):
    """Hits in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.hits: Sequence[PlacedHit] = ()
        self._labels: Sequence[str] = ()

    def put(self, hits: Sequence[PlacedHit], labels: Sequence[str]) -> None:
        """Replace all rows; `labels` are the page numbers to show, by 0-based page."""
        self.beginResetModel()
        self.hits, self._labels = hits, labels
        self.endResetModel()

    def label(self, index: int) -> str:
        """Return the page number to show for a page (0-based)."""
        return self._labels[index] if 0 <= index < len(self._labels) else str(index + 1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.hits)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        placed = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return " ".join(placed.hit.snippet.split())
            case Qt.ItemDataRole.UserRole:
                return placed
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Hit {number} of {count}, page {page}: {snippet}").format(
                    number=index.row() + 1,
                    count=len(self.hits),
                    page=self.label(placed.spot.index),
                    snippet=" ".join(placed.hit.snippet.split()),
                )
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one hit."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        placed: PlacedHit = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        t = theme()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, option)
        painter.save()
        painter.setFont(font(12, strong=True, tabular=True))
        painter.setPen(t.accent if is_current else t.text_2)
        number = model.label(placed.spot.index) if isinstance(model, HitsModel) else ""
        room = option.rect.adjusted(px(32), 0, -px(12), 0)
        painter.drawText(room, _Align.AlignLeft | _Align.AlignVCenter, number)
        room.setLeft(room.left() + max(px(24), painter.fontMetrics().horizontalAdvance(number) + px(8)))
        painter.setClipRect(room)
        _paint_pieces(painter, room, pieces_of(placed.hit.snippet, placed.hit.marks))
        painter.restore()


def _paint_pieces(painter: QPainter, room: QRect, pieces: Sequence[Piece]) -> None:
    """Paint a line of plain and marked pieces, cut with an ellipsis where the room ends."""
    t = theme()
    x = room.left()
    for piece in pieces:
        painter.setFont(font(13, strong=piece.is_marked))
        metrics = QFontMetrics(painter.font())
        left = room.right() - x
        if left < metrics.horizontalAdvance("…"):
            return
        words = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, left)
        width = metrics.horizontalAdvance(words)
        box = QRect(x, room.center().y() - metrics.height() // 2, width, metrics.height())
        if piece.is_marked:
            painter.fillRect(box, t.hit)
            painter.fillRect(QRect(box.x(), box.bottom() - px(1), box.width(), px(2)), t.hit_line)
        painter.setPen(t.on_hit if piece.is_marked else t.text)
        painter.drawText(QRect(x, room.y(), width + 2, room.height()), _Align.AlignVCenter, words)
        if words != piece.text:
            return
        x += width


class HitsList(RowList):
    """The hits. Signal: `chosen` with the number of the hit that was clicked or entered."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._hits = HitsModel(self)
        self.setModel(self._hits)
        self.setItemDelegate(_Delegate(self))
        self.row_chosen.connect(self.chosen)

    def put(self, hits: Sequence[PlacedHit], labels: Sequence[str]) -> None:
        """Show these hits."""
        self._hits.put(hits, labels)
