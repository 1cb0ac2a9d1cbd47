"""The list of one's feedback: one tab stop; arrows move, Enter goes to the answer."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
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

from kennisbank.domain.correspondence import ThreadRow
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import LOOK, font, metrics, px, theme
from kennisbank.ui.models.feedback_rows import FeedbackRows
from kennisbank.ui.models.feedback_words import kind_icon, receipt_words, state_badge, when_words
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.labels import badge_width, draw_badge

_Index = QModelIndex | QPersistentModelIndex
_V = Qt.AlignmentFlag.AlignVCenter
_PAD, _EDGE, _BETWEEN = 12, 4, 8


class FeedbackDelegate(QStyledItemDelegate):
    """Paints a row: kind and paper, how it begins, how it stands."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Paint for `view`."""
        super().__init__(view)
        self._view = view
        LOOK.changed.connect(self._on_look)  # a method goes with its object, a lambda would not

    def _on_look(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), 2 * px(_PAD) + 2 * metrics().line(13) + px(20 + 6) + px(_BETWEEN))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        each: ThreadRow = index.data(Qt.ItemDataRole.UserRole)
        t, rect = theme(), QRect(option.rect)
        box = rect.adjusted(px(_EDGE), px(_EDGE), -px(_EDGE), px(_EDGE) - px(_BETWEEN))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        edge = t.accent if is_chosen else t.line_strong if over else t.line
        panel(painter, box, fill=t.surface, edge=edge, radius=8, width=2 if is_chosen else 1)
        if index == self._view.currentIndex() and self._view.hasFocus():
            panel(painter, box.adjusted(-4, -4, 4, 4), edge=t.focus, radius=12, width=2)
        self._paint_words(painter, box.adjusted(px(16), px(_PAD), -px(16), -px(_PAD)), each)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, each: ThreadRow) -> None:
        t, line = theme(), metrics().line(13)
        when = when_words(each.moment)
        painter.setFont(font(12, tabular=True))
        painter.setPen(t.text_2)
        painter.drawText(QRect(room.x(), room.y(), room.width(), line), _V | Qt.AlignmentFlag.AlignRight, when)
        used = QFontMetrics(painter.font()).horizontalAdvance(when) + px(12)
        side = px(16)
        draw_icon(painter, QRect(room.x(), room.y() + (line - side) // 2, side, side), kind_icon(each.kind), t.text_2)
        painter.setFont(font(13, strong=True))
        painter.setPen(t.text)
        title = QRect(room.x() + px(24), room.y(), room.width() - px(24) - used, line)
        painter.drawText(title, _V, _elided(painter, each.title, title.width()))
        painter.setFont(font(13))
        start = QRect(room.x(), room.y() + line, room.width(), line)
        painter.drawText(start, _V, _elided(painter, each.start, start.width()))
        x, y = room.x(), room.y() + 2 * line + px(6)
        words, tone, icon = state_badge(each.state)
        x += draw_badge(painter, x, y, words, tone, icon) + px(8)
        if each.is_unread and x + badge_width(self.tr("New")) <= room.right():
            x += draw_badge(painter, x, y, self.tr("New"), "accent") + px(8)
        painter.setFont(font(12))
        painter.setPen(t.text_2)
        rest = QRect(x, y, max(0, room.right() - x), px(20))
        painter.drawText(rest, _V, _elided(painter, receipt_words(each), rest.width()))


class FeedbackList(QListView):
    """Rows below one another."""

    chosen = Signal(object)
    """Another row is the current one; with its `ThreadRow`."""
    entered = Signal()
    """Enter: to what stands beside the list."""
    discarded = Signal()
    left_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows = FeedbackRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(FeedbackDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("no_ring", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    @property
    def current(self) -> ThreadRow | None:
        """Return what is chosen."""
        return self.rows.row(self.currentIndex().row())

    def put(self, rows: list[ThreadRow]) -> None:
        """Show other rows, and stay at the current one where it is still there."""
        current = self.current
        blocked = self.selectionModel().blockSignals(True)
        self.rows.show(rows)
        self.selectionModel().blockSignals(blocked)
        place = self.rows.place_of(current.id) if current is not None else -1
        self.go_to(max(place, 0))

    def go_to(self, place: int) -> None:
        """Make this row the current one."""
        index = self.rows.index(place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.chosen.emit(None)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.rows.row(index.row()))

    def retranslate(self) -> None:
        """Name the list."""
        self.setAccessibleName(self.tr("Your feedback"))
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current is not None:
                self.entered.emit()
            case Qt.Key.Key_Delete if self.current is not None:
                self.discarded.emit()
            case Qt.Key.Key_Escape:
                self.left_up.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_up.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
