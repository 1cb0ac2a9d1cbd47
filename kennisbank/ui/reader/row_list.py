"""A list of rows in the left panel: one click or Enter goes there; the current row follows the reading."""

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.painting.lists import draw_item_focus


class RowList(QListView):
    """Rows of one height. Signal: `row_chosen` with the number of the row that was clicked or entered."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a model."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._show_current)
        follow(self, self.scheduleDelayedItemsLayout)

    def set_current(self, row: int) -> None:
        """Show a row as the current one (-1: none), without choosing it; what has the keyboard isn't pulled away."""
        if row < 0:
            self.selectionModel().clear()
            return
        index = self.model().index(row, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    @property
    def current_row(self) -> int:
        """Return the number of the current row; -1 when there is none."""
        return self.currentIndex().row()

    def wanted_height(self) -> int:
        """Return the height in pixels at which no row has to scroll."""
        rows = self.model().rowCount()
        return rows * self.sizeHintForRow(0) if rows else 0

    def _show_current(self) -> None:
        """Keep the current row in view after the rows or their room changed."""
        if self.currentIndex().isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self.row_chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0, QModelIndex()), self.selectionModel().SelectionFlag.NoUpdate
            )


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what stands behind a row: the current one with an accent edge, hover, and the focus of the keyboard."""
    t = theme()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, t.accent_soft)
        painter.fillRect(QRect(option.rect.x(), option.rect.y(), px(3), option.rect.height()), t.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, t.hover)
    if option.state & QStyle.StateFlag.State_HasFocus:
        draw_item_focus(option, painter)


def elided(text: str, font: QFont, width: int) -> str:
    """Return the text cut to a width in pixels, with an ellipsis."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
