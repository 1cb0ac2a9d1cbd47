"""The pages of a paper as small pictures, drawn when they scroll into view."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kennisbank.ui.look import font, px, theme
from kennisbank.ui.painting.lists import draw_item_focus
from kennisbank.ui.reader import page_painter as ink
from kennisbank.ui.reader.page_images import PageImages, Wanted
from kennisbank.ui.reader.row_list import RowList

_Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 56, 76
_CELL = QSize(72, 108)


class ThumbnailModel(QAbstractListModel):
    """The shown pages; a row's `UserRole` is its 0-based page index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.pages: list[int] = []
        self._labels: Sequence[str] = ()

    def put(self, pages: list[int], labels: Sequence[str]) -> None:
        """Replace all rows; `labels` are the page numbers to show, by 0-based page."""
        self.beginResetModel()
        self.pages, self._labels = pages, labels
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.pages)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        page = self.pages[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._labels[page]
            case Qt.ItemDataRole.UserRole:
                return page
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.tr("Page {number}").format(number=self._labels[page])
        return None


class ThumbnailList(RowList):
    """Small pages. Signal: `chosen` with the 0-based index of the page."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._pages = ThumbnailModel(self)
        self._images: PageImages | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self.night = False
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.row_chosen.connect(lambda row: self.chosen.emit(self._pages.pages[row]))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())

    def put(self, pages: list[int], sizes: Sequence[tuple[float, float]], labels: Sequence[str]) -> None:
        """Show these pages (0-based); sizes (points) and labels are of all pages."""
        self._sizes = sizes
        self._pages.put(pages, labels)
        self._soon.start()

    def set_images(self, images: PageImages) -> None:
        """Take the pictures from here."""
        self._images = images
        images.ready.connect(lambda wanted: self.viewport().update() if wanted.is_thumbnail else None)

    def set_night(self, night: bool) -> None:  # noqa: FBT001 - a Qt setter, connected to a toggle
        """Show dark paper, or white."""
        self.night = night
        self._ask()
        self.viewport().update()

    def show_page(self, index: int) -> None:
        """Make the thumbnail of this page (0-based) the current one."""
        self.set_current(self._pages.pages.index(index) if index in self._pages.pages else -1)

    def scale_of(self, index: int) -> float:
        """Return the device-independent pixels per point at which a page fits its cell."""
        width, height = self._sizes[index]
        return min(px(_WIDTH) / max(1.0, width), px(_HEIGHT) / max(1.0, height))

    def paper_size(self, index: int) -> tuple[float, float]:
        """Return width and height of a page's thumbnail in device-independent pixels."""
        width, height = self._sizes[index]
        scale = self.scale_of(index)
        return width * scale, height * scale

    @property
    def images(self) -> PageImages | None:
        """Return where the pictures come from."""
        return self._images

    def wanted_height(self) -> int:
        """Return the height in pixels at which no page has to scroll."""
        across = max(1, (self.width() - px(16)) // px(_CELL.width()))
        return -(-len(self._pages.pages) // across) * px(_CELL.height())

    def _ask(self) -> None:
        """Ask for the pictures of the rows that show."""
        if self._images is None:
            return
        self._images.want_thumbnails(list(self._visible_ones()) if self.isVisible() else [])

    def _visible_ones(self) -> Iterator[Wanted]:
        """Give what is wanted for the rows that show; a volume may have thousands that don't."""
        room = self.viewport().rect()
        above = self.indexAt(QPoint(px(_CELL.width()) // 2, 0)).row()
        for row in range(max(0, above), len(self._pages.pages)):
            rect = self.visualRect(self._pages.index(row, 0))
            if rect.top() > room.bottom():
                return
            if rect.intersects(room):
                page = self._pages.pages[row]
                yield Wanted(page, self.scale_of(page) * self.devicePixelRatioF(), self.night, is_thumbnail=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    @override
    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._soon.start()


class _Delegate(QStyledItemDelegate):
    """Paints one small page and its number."""

    def __init__(self, view: ThumbnailList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(_CELL.width()), px(_CELL.height()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        page: int = index.data(Qt.ItemDataRole.UserRole)
        t = theme()
        night = self._view.night
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        width, height = self._view.paper_size(page)
        paper = QRectF(0, 0, width, height)
        paper.moveCenter(QRectF(option.rect).center())
        paper.moveBottom(option.rect.bottom() - px(24))
        ratio = self._view.devicePixelRatioF()
        paper = ink.aligned(paper, ratio)
        ink.paint_paper(painter, paper, t.line, night=night)
        image = self._view.images.image(page, night=night, thumbnail=True) if self._view.images is not None else None
        if image is not None:
            ink.paint_image(painter, paper, image, ratio)
        painter.save()
        if is_current:
            painter.setPen(QPen(t.accent, px(2)))
            painter.drawRect(paper.adjusted(-px(3), -px(3), px(3), px(3)))
        painter.setFont(font(12, strong=is_current, tabular=True))
        painter.setPen(t.accent if is_current else t.text_2)
        room = QRect(option.rect.x(), option.rect.bottom() - px(20), option.rect.width(), px(16))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_item_focus(option, painter)
