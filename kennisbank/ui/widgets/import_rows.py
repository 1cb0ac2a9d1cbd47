"""The table of an import as it is drawn: rows of 32, a badge for the verdict, columns that make room as it narrows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.import_table import REPORT_ROLE, STANDING_ROLE, ImportTable, Part
from kennisbank.ui.models.import_words import STANDINGS, look_of, word_of
from kennisbank.ui.painting.lists import draw_item_focus
from kennisbank.ui.widgets.labels import badge_width, draw_badge

_FIXED: dict[Part, float] = {Part.FILE: 124, Part.AUTHORS: 124, Part.PAGES: 52, Part.WHY: 140}
_WHY_FROM, _AUTHORS_FROM, _PAGES_FROM = 720, 580, 440
"""Widths of the table, in units of the design, from which a column is shown."""


class ImportRows(QTableView):
    """A table of files. Enter, or a click, opens a row."""

    opened = Signal(int)
    """The row that was chosen."""
    moved = Signal(int)
    """The row that is current now."""

    def __init__(self, table: ImportTable, parent: QWidget | None = None) -> None:
        """Show `table`."""
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(table.sort)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.moved.emit(now.row()))
        follow(self, self._scale)

    @property
    def current_row(self) -> int:
        """Return the number of the current row; -1 when there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        if 0 <= row < self._table.rowCount():
            self.selectRow(row)
            self.scrollTo(self._table.index(row, 0))

    def unsort(self) -> None:
        """Show the order of the source again."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def fit(self) -> None:
        """Divide the width: the title takes what the others leave; narrow tables drop columns."""
        width, scale = self.viewport().width(), px(100) / 100
        units = width / scale
        badges = [
            (word_of(each, is_rehearsal=is_one), look_of(each).icon) for each in STANDINGS for is_one in (True, False)
        ]
        verdict = max(badge_width(*badge) for badge in badges) + px(16)
        shown = {Part.WHY: units >= _WHY_FROM, Part.AUTHORS: units >= _AUTHORS_FROM, Part.PAGES: units >= _PAGES_FROM}
        left = width
        for part in Part:
            self.setColumnHidden(part, not shown.get(part, True))
            if part == Part.TITLE or not shown.get(part, True):
                continue
            share = _FIXED.get(part, 0) * (1.25 if units >= 1000 else 1)
            wanted = verdict if part == Part.VERDICT else px(share)
            if part == Part.PAGES:
                words = str(self._table.headerData(part, Qt.Orientation.Horizontal))
                wanted = max(wanted, QFontMetrics(font(12)).horizontalAdvance(words) + px(20))
            self.setColumnWidth(part, wanted)
            left -= wanted
        self.setColumnWidth(Part.TITLE, max(left, px(120)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _scale(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(32))
        self.horizontalHeader().setMinimumSectionSize(px(40))
        self.horizontalHeader().setFixedHeight(px(32))
        self.fit()


class _Header(QHeaderView):
    """The header; its first words stand above the words of the first column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex == Part.FILE:
            painter.fillRect(rect, theme().window)
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme().line)
            rect = rect.adjusted(px(16), 0, 0, 0)
        super().paintSection(painter, rect, logicalIndex)


class _Delegate(QStyledItemDelegate):
    """Draws one cell; the ground of the row goes under each of them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(80), px(32))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t, part = theme(), Part(index.column())
        view = self.parent()
        assert isinstance(view, ImportRows)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, t.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.hover)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line)
        if chosen and part == Part.FILE:
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), t.accent)
        if chosen and view.hasFocus():
            self._draw_focus(painter, view, rect)
        if part == Part.VERDICT:
            look = look_of(index.data(STANDING_ROLE))
            draw_badge(painter, rect.x() + px(8), rect.y() + px(6), index.data(), look.tone, look.icon)
            return
        self._draw_words(painter, rect, part, index, is_chosen=chosen)

    def _draw_words(
        self,
        painter: QPainter,
        rect: QRect,
        part: Part,
        index: QModelIndex | QPersistentModelIndex,
        *,
        is_chosen: bool,
    ) -> None:
        t = theme()
        is_title = part == Part.TITLE
        words = font(12 if part == Part.WHY else 13, strong=is_title and is_chosen, tabular=part == Part.PAGES)
        painter.setFont(words)
        has_title = bool(index.data(REPORT_ROLE).metadata.values.title)
        painter.setPen(t.text if (is_title and has_title) or part == Part.AUTHORS else t.text_2)
        left = px(24) if part == Part.FILE else px(8)
        room = rect.adjusted(left, 0, -px(8), 0)
        mode = Qt.TextElideMode.ElideMiddle if part == Part.FILE else Qt.TextElideMode.ElideRight
        text = QFontMetrics(words).elidedText(index.data(), mode, room.width())
        side = Qt.AlignmentFlag.AlignRight if part == Part.PAGES else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _draw_focus(painter: QPainter, view: ImportRows, rect: QRect) -> None:
        """Draw the ring around the whole row; each cell shows its part of it."""
        option = QStyleOptionViewItem()
        option.rect = QRect(0, rect.y(), view.viewport().width(), rect.height())
        painter.save()
        painter.setClipRect(rect)
        draw_item_focus(option, painter)
        painter.restore()
