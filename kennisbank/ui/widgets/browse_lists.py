"""The two lists of browsing as they are drawn: values with counts, and contributions of two lines."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.browse_papers import DOWNLOAD_ROLE, KIND_ROLE, PAPER_ROLE, SECOND_ROLE, STATE_ROLE
from kennisbank.ui.models.browse_values import COUNT_ROLE
from kennisbank.ui.models.metadata_words import KIND_ICONS, kind_name
from kennisbank.ui.models.reading_words import STATE_ICONS, state_words
from kennisbank.ui.models.withdrawn_words import withdrawn_badge
from kennisbank.ui.painting.lists import draw_item_focus
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.widgets.labels import badge_width, draw_badge

Index = QModelIndex | QPersistentModelIndex


class BrowseList(QListView):
    """Rows of one height; one tab stop, arrows move, Enter or a click opens."""

    opened = Signal(int)
    """The row that was opened."""
    moved = Signal(int)
    """The row that is current now; -1 when there is none."""

    def __init__(self, model: QAbstractItemModel, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        """Show `model`, drawn by `delegate`."""
        super().__init__(parent)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.moved.emit(now.row()))
        follow(self, self.scheduleDelayedItemsLayout)

    @property
    def current_row(self) -> int:
        """Return the number of the current row; -1 when there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into sight; -1: none."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            self.selectionModel().clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class ValueDelegate(QStyledItemDelegate):
    """A value with its count at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(32))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect = theme(), option.rect
        _ground(painter, option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        count = number(index.data(COUNT_ROLE))
        words = font(12, tabular=True)
        width = QFontMetrics(words).horizontalAdvance(count)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(words)
        painter.setPen(t.text_2)
        painter.drawText(rect.adjusted(0, 0, -px(16), 0), middle | Qt.AlignmentFlag.AlignRight, count)
        painter.setFont(font(13, strong=chosen))
        painter.setPen(t.text)
        room = rect.adjusted(px(24), 0, -px(24) - width, 0)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, text)


class PaperDelegate(QStyledItemDelegate):
    """A contribution: title above, authors, edition and pages below; kind and details at the right."""

    def __init__(self, on_details: Callable[[int], None], details_words: Callable[[], str]) -> None:
        """Call `on_details` with the row whose details are asked for by the mouse."""
        super().__init__()
        self._on_details, self._details_words = on_details, details_words

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(240), px(60))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect = theme(), option.rect
        _ground(painter, option)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line)
        details = self._details_box(rect)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if over:
            panel(painter, details, fill=t.surface, edge=t.line, radius=4)
        if over or chosen:
            side = px(16)
            at = QRect(details.center().x() - side // 2 + 1, details.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, at, "info", t.text_2)
        right = self._paint_download(painter, rect, index, details.x() - px(12))
        kind = index.data(KIND_ROLE)
        if kind and rect.width() > px(420):
            icon = KIND_ICONS.get(kind, "file")
            width = badge_width(kind_name(kind), icon)
            right -= width
            draw_badge(painter, right, rect.y() + px(20), kind_name(kind), "quiet", icon)
            right -= px(16)
        state = index.data(STATE_ROLE)
        if state and rect.width() > px(420):
            right -= badge_width(state_words(state), STATE_ICONS[state]) - (px(8) if kind else 0)
            draw_badge(painter, right, rect.y() + px(20), state_words(state), "quiet", STATE_ICONS[state])
            right -= px(16)
        room = QRect(rect.x() + px(24), rect.y() + px(9), right - rect.x() - px(24), px(22))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(15, strong=True))
        painter.setPen(t.text)
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(room, middle, painter.fontMetrics().elidedText(index.data(), cut, room.width()))
        room.translate(0, px(22))
        painter.setFont(font(13))
        painter.setPen(t.text_2)
        painter.drawText(room, middle, painter.fontMetrics().elidedText(index.data(SECOND_ROLE), cut, room.width()))

    @staticmethod
    def _paint_download(painter: QPainter, rect: QRect, index: Index, right: int) -> int:
        """Paint how it stands with its files, unless they are simply here; return where that begins."""
        download, paper = index.data(DOWNLOAD_ROLE), index.data(PAPER_ROLE)
        tone: BadgeTone
        if paper.withdrawn is not None:
            words, tone, icon = withdrawn_badge(), "warn", "warn"
        elif download is not None and download.kind != "here":
            words, tone, icon = download.words, download.tone, download.icon
        else:
            return right
        right -= badge_width(words, icon)
        draw_badge(painter, right, rect.y() + px(20), words, tone, icon)
        return right - px(8)

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        if (
            is_release
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and self._details_box(option.rect).contains(event.position().toPoint())
        ):
            self._on_details(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if self._details_box(option.rect).contains(event.pos()):
            QToolTip.showText(event.globalPos(), self._details_words(), view)
            return True
        return super().helpEvent(event, view, option, index)

    @staticmethod
    def _details_box(rect: QRect) -> QRect:
        side = px(28)
        return QRect(rect.right() - side - px(16), rect.y() + (rect.height() - side) // 2, side, side)


class PaperList(BrowseList):
    """Contributions. A click on the row's right end asks for its details, elsewhere it opens the paper."""

    details_asked = Signal(int)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        """Show `model`."""
        self._asks_details = False
        self._details_words = ""
        super().__init__(model, PaperDelegate(self._on_details, lambda: self._details_words), parent)
        self.clicked.disconnect()
        self.clicked.connect(self._on_click)

    def set_details_words(self, words: str) -> None:
        """Say what the right end of a row does."""
        self._details_words = words

    def _on_details(self, row: int) -> None:
        self._asks_details = True
        self.details_asked.emit(row)

    def _on_click(self, index: QModelIndex) -> None:
        asked, self._asks_details = self._asks_details, False
        if not asked:
            self.opened.emit(index.row())


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what stands behind a row: the chosen one with an accent edge, hover, and the focus of the keyboard."""
    t, rect = theme(), option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, t.accent_soft)
        painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), t.accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, t.hover)
    if option.state & QStyle.StateFlag.State_HasFocus:
        draw_item_focus(option, painter)
