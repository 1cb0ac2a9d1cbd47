"""A piece of a page as it looks, with the passage marked on it; drawn in the document process, sharp at any width."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.document import PageImage, Rect
from kennisbank.ui.inbox.passage_finding import Passage
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.painting.feedback_mark import paint_feedback
from kennisbank.ui.reader.page_images import PageImages, Wanted, bounded_scale
from kennisbank.ui.reader.page_painter import page_theme, paint_paper

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.reading import OpenDocument

Render = Callable[["OpenDocument", int, float, bool], "Future[PageImage]"]
_MOST_SCALE = 2.2
"""Logical pixels per point: in a wide pane the letters get no larger than this at 100 %."""


class PassageClip(QWidget):
    """Shows the crop of a `Passage`; hidden by whoever shows it when there is none."""

    opened = Signal()
    """It was pressed: the paper is to be opened there."""
    failed = Signal()
    """The page can't be drawn."""

    def __init__(self, render: Render, parent: QWidget | None = None) -> None:
        """Draw with `render` (document, page index, scale, night)."""
        super().__init__(parent)
        self._render = render
        self._passage: Passage | None = None
        self._images: PageImages | None = None
        self.night_paper = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self, self._want)

    @property
    def is_drawn(self) -> bool:
        """Tell whether the picture of the page is there."""
        passage = self._passage
        if self._images is None or passage is None or passage.page is None:
            return False
        return self._images.image(passage.page - 1, night=self._is_night) is not None

    def show_passage(self, passage: Passage | None) -> None:
        """Show a passage that has a crop, or nothing."""
        if passage == self._passage:
            return
        self._passage = passage
        if self._images is not None:
            self._images.close()
            self._images.deleteLater()
            self._images = None
        document = passage.document if passage is not None else None
        if document is not None:
            render = self._render
            self._images = PageImages(lambda index, scale, night: render(document, index, scale, night), self)
            self._images.ready.connect(lambda _wanted: self.update())
            self._images.failed.connect(lambda _wanted: self.failed.emit())
        self.updateGeometry()
        self._want()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        crop = self._crop
        return round((crop.y1 - crop.y0) * self._scale_at(width)) if crop is not None else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(280), self.heightForWidth(px(280)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._want()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        crop, passage = self._crop, self._passage
        if crop is None or passage is None or passage.page is None or passage.document is None:
            return
        painter, night = QPainter(self), self._is_night
        scale = self._scale_at(self.width())
        left = (self.width() - (crop.x1 - crop.x0) * scale) / 2
        painter.fillRect(self.rect(), page_theme(night=night).paper)
        painter.setClipRect(self.rect())
        size = passage.document.pages[passage.page - 1]
        page = QRectF(left - crop.x0 * scale, -crop.y0 * scale, size.width * scale, size.height * scale)
        paint_paper(painter, page, theme().line, night=night)
        image = self._images.image(passage.page - 1, night=night) if self._images is not None else None
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)
        boxes = [self._placed(box, page, scale) for box in passage.boxes]
        paint_feedback(painter, boxes, night=night)

    @staticmethod
    def _placed(box: Rect, page: QRectF, scale: float) -> QRectF:
        width, height = (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale
        return QRectF(page.x() + box.x0 * scale, page.y() + box.y0 * scale, width, height)

    @property
    def _crop(self) -> Rect | None:
        return self._passage.crop if self._passage is not None else None

    @property
    def _is_night(self) -> bool:
        return theme().is_dark and self.night_paper

    def _scale_at(self, width: int) -> float:
        crop = self._crop
        return min(width / max(1.0, crop.x1 - crop.x0), _MOST_SCALE * px(100) / 100) if crop is not None else 1.0

    def _want(self) -> None:
        """Have the page drawn for the width there is."""
        passage = self._passage
        if self._images is None or passage is None or passage.page is None or passage.document is None:
            return
        size = passage.document.pages[passage.page - 1]
        wished = self._scale_at(max(self.width(), px(200))) * self.devicePixelRatioF()
        scale = bounded_scale(size.width, size.height, wished)
        self._images.want([Wanted(passage.page - 1, scale, self._is_night)])
        self.update()
