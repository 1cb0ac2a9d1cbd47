"""All hits of one contribution, a line each: where it stands and the words around what was found."""

from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.results import PassageHit
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.result_text import Flowed, flowed
from kennisbank.ui.models.search_answer import at_repeat
from kennisbank.ui.models.search_words import machine_words, place_words, repeat_words
from kennisbank.ui.painting.shapes import panel

_Index = QModelIndex | QPersistentModelIndex
_V = Qt.AlignmentFlag.AlignVCenter
_ROW, _BEFORE = 28, 14
_AGAIN = 24
"""How far a row is moved in that is another place of the hit above it, in units of the design."""


class PassageRows(QAbstractListModel):
    """Hits in reading order, each followed by the places where it stands again; ``UserRole`` gives a `PassageHit`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.passages: tuple[PassageHit, ...] = ()
        self.contribution: Contribution | None = None
        self._again: tuple[bool, ...] = ()

    def put(self, contribution: Contribution | None, passages: tuple[PassageHit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.contribution = contribution
        rows = [
            (row, is_again)
            for hit in passages
            for row, is_again in ((hit, False), *((at_repeat(hit, each), True) for each in hit.repeats))
        ]
        self.passages = tuple(hit for hit, _ in rows)
        self._again = tuple(is_again for _, is_again in rows)
        self.endResetModel()

    def is_again(self, row: int) -> bool:
        """Tell whether this row is another place of the hit above it."""
        return self._again[row]

    def place(self, row: int) -> str:
        """Return where the hit in this row stands, in words."""
        if self.contribution is None:
            return ""
        place = place_words(self.passages[row], self.contribution)
        return repeat_words(place) if self._again[row] else place

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.passages)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.passages[index.row()]
        words = " ".join(hit.snippet.split())
        match role:
            case Qt.ItemDataRole.UserRole:
                return hit
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return f"{words} ({machine_words()})" if hit.is_read_by_machine else words
            case Qt.ItemDataRole.AccessibleTextRole:
                machine = f" ({machine_words()})" if hit.is_read_by_machine else ""
                return f"{self.place(index.row())}{machine}: {words}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one hit on one line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(80), px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = cast("PassageRows", index.model())
        hit, place = model.passages[index.row()], model.place(index.row())
        is_again = model.is_again(index.row())
        t = theme()
        painter.save()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current or over:
            panel(painter, option.rect, fill=t.accent_soft if is_current else t.hover, radius=6)
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            panel(painter, option.rect, edge=t.focus, radius=6, width=2)
        face = font(12, strong=not is_again, tabular=True)
        painter.setFont(face)
        painter.setPen(t.accent if is_current else t.text_2)
        room: QRect = option.rect.adjusted(px(_AGAIN if is_again else 8), 0, -px(8), 0)
        painter.drawText(room, _V, place)
        room.setLeft(room.left() + max(px(40), QFontMetrics(face).horizontalAdvance(place) + px(10)))
        if is_again:
            painter.restore()
            return  # the words stand in the row above
        if hit.is_read_by_machine:
            draw_icon(painter, QRect(room.x(), room.center().y() - px(8), px(16), px(16)), "eye", t.text_2)
            room.setLeft(room.left() + px(22))
        _paint_line(painter, room, flowed(hit.snippet, hit.marks, _BEFORE))
        painter.restore()


def _paint_line(painter: QPainter, room: QRect, text: Flowed) -> None:
    """Paint one line, its marked words boxed, with an ellipsis where the room ends."""
    t = theme()
    x, at = room.left(), 0
    runs: list[tuple[str, bool]] = []
    for start, end in text.marks:
        runs += [(text.text[at:start], False), (text.text[start:end], True)]
        at = end
    for words, is_marked in [*runs, (text.text[at:], False)]:
        painter.setFont(font(13, strong=is_marked))
        metrics = QFontMetrics(painter.font())
        left = room.right() - x
        if not words or left < metrics.horizontalAdvance("…"):
            continue
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left)
        width = metrics.horizontalAdvance(shown)
        if is_marked:
            box = QRect(x - 1, room.center().y() - metrics.height() // 2, width + 2, metrics.height())
            painter.fillRect(box, t.hit)
            painter.fillRect(QRect(box.x(), box.bottom() - px(1), box.width(), px(2)), t.hit_line)
        painter.setPen(t.on_hit if is_marked else t.text)
        painter.drawText(QRect(x, room.y(), width + 2, room.height()), _V, shown)
        if shown != words:
            return
        x += width


class PassageList(QListView):
    """The hits of the current result; as high as they need, its page scrolls."""

    chosen = Signal(object)
    """A hit is to be read; with its `PassageHit`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows = PassageRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("no_ring", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)
        follow(self, self._fit)

    @property
    def current(self) -> PassageHit | None:
        """Return the current hit."""
        index = self.currentIndex()
        return self._rows.passages[index.row()] if index.isValid() else None

    @property
    def count(self) -> int:
        """Return the number of rows: hits, and places where they stand again."""
        return len(self._rows.passages)

    def show_passages(
        self, contribution: Contribution | None, passages: tuple[PassageHit, ...], current: PassageHit | None
    ) -> None:
        """Show these hits, one of them current."""
        self._rows.put(contribution, passages)
        self._fit()
        shown = self._rows.passages
        if current in shown:
            self._go_to(shown.index(current))

    def step(self, direction: int) -> bool:
        """Go to the next hit (1) or the one before (-1), past other places of the same; return whether there is one."""
        place = self.currentIndex().row() + direction
        while 0 <= place < self.count and self._rows.is_again(place):
            place += direction
        if not 0 <= place < self.count:
            return False
        self._go_to(place)
        return True

    def go_to_end(self, direction: int) -> None:
        """Go to the first hit (1) or the last (-1)."""
        place = 0 if direction > 0 else self.count - 1
        while place > 0 and self._rows.is_again(place):
            place -= 1
        self._go_to(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        index = self._rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _choose(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self.count) * px(_ROW) + 2)
        self.scheduleDelayedItemsLayout()
