"""Scrolling and zooming through the pages of a document: everything of the page view that isn't ink or text."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget
from typing_extensions import override

from kennisbank.domain.document import Rect
from kennisbank.ui.look import px
from kennisbank.ui.reader.page_layout import (
    FIT_PAGE,
    FIT_WIDTH,
    PageLayout,
    PagePoint,
    PlacedPage,
    clamp_zoom,
    fit_page,
    fit_width,
    next_zoom,
)
from kennisbank.ui.reader.page_spread import Spread

_MARGIN = 24
_GAP = 16
_Key = Qt.Key
_Action = QAbstractSlider.SliderAction
_KEY_ACTIONS = {
    _Key.Key_PageDown: _Action.SliderPageStepAdd,
    _Key.Key_PageUp: _Action.SliderPageStepSub,
    _Key.Key_Down: _Action.SliderSingleStepAdd,
    _Key.Key_Up: _Action.SliderSingleStepSub,
    _Key.Key_Home: _Action.SliderToMinimum,
    _Key.Key_End: _Action.SliderToMaximum,
}


class PageScroll(QAbstractScrollArea):
    """Rows of page boxes at a zoom, and the part of them that shows.

    Signals: `page_changed` with the 0-based index of the page that is read, `zoom_changed` with the zoom (1.0 = 100 %),
    `moved` after any scroll or zoom.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._hidden: frozenset[int] = frozenset()
        self._zoom = FIT_WIDTH
        self._spread: Spread = "single"
        self._layout = PageLayout([], 1.0)
        self._pinned: PagePoint | None = None
        self._page = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width to fit would flicker
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(px(40))
            bar.actionTriggered.connect(self._unpin)

    # What is shown.

    def show_pages(self, sizes: list[tuple[float, float]], hidden: frozenset[int]) -> None:
        """Show pages of these sizes in points, without the hidden ones (0-based), from the top."""
        self._sizes, self._hidden, self._pinned, self._page = sizes, hidden, None, -1
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._on_moved()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Leave other pages out; what is read stays where it is."""
        here = self.place()
        self._hidden = hidden
        self._lay_out()
        if here is not None:
            self.go_to(here)

    def set_spread(self, spread: Spread) -> None:
        """Put the pages below one another, or two side by side; what is read stays where it is."""
        if spread == self._spread:
            return
        here = self.place()
        self._spread = spread
        self._lay_out()
        if here is not None:
            self.go_to(here)

    @property
    def spread(self) -> Spread:
        """Return which pages stand beside one another."""
        return self._spread

    @property
    def hidden(self) -> frozenset[int]:
        """Return the 0-based indexes of the pages that are left out."""
        return self._hidden

    @property
    def page_count(self) -> int:
        """Return the number of pages, hidden ones too."""
        return len(self._sizes)

    @property
    def page_index(self) -> int:
        """Return the 0-based index of the page that is read; -1 when there is none."""
        point = self.reading_point()
        return point.index if point is not None else -1

    def reading_point(self) -> PagePoint | None:
        """Return where one reads: where one went last, as long as it shows, else at a third of the height."""
        height = self.viewport().height()
        content = self._layout.to_content(self._pinned) if self._pinned is not None else None
        if content is not None and -px(_MARGIN) <= content[1] - self._top() < height:
            return self._pinned
        return self._layout.to_page(0, self._top() + height / 3)

    def visible_pages(self) -> list[PlacedPage]:
        """Return the boxes of the pages that show, in content space."""
        return self._layout.visible(self._top(), self._top() + self.viewport().height())

    # Zoom.

    @property
    def zoom(self) -> float:
        """Return the zoom in force, 1.0 = 100 %."""
        return self._layout.zoom

    @property
    def zoom_wish(self) -> float:
        """Return the zoom as it was asked for: `FIT_WIDTH` and `FIT_PAGE` are followed when the window changes."""
        return self._zoom

    def set_zoom(self, zoom: float, anchor: QPoint | None = None) -> None:
        """Zoom, or fit; what stands at `anchor` in the viewport, else under the pointer, stays there."""
        at = anchor if anchor is not None else self._pointer()
        held = self.page_point(QPointF(at))
        self._zoom = clamp_zoom(zoom) if zoom > 0 else FIT_PAGE if zoom == FIT_PAGE else FIT_WIDTH
        self._lay_out()
        content = self._layout.to_content(held) if held is not None else None
        if content is not None:
            self.horizontalScrollBar().setValue(round(content[0] - at.x()))
            self.verticalScrollBar().setValue(round(content[1] - at.y()))
        self._on_moved()

    def step_zoom(self, direction: int, anchor: QPoint | None = None) -> None:
        """Zoom one step in (`direction` > 0) or out."""
        self.set_zoom(next_zoom(self.zoom, direction), anchor)

    def _pointer(self) -> QPoint:
        """Return where the pointer is in the viewport, or its middle when the pointer is elsewhere."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        return at if self.viewport().rect().contains(at) and self.underMouse() else self.viewport().rect().center()

    # Going somewhere.

    def place(self) -> PagePoint | None:
        """Return the place at the top of the viewport: the one that was gone to, as long as it stands there."""
        content = self._layout.to_content(self._pinned) if self._pinned is not None else None
        if self._pinned is not None and content is not None and -1 <= content[1] - self._top() <= px(_MARGIN) + 1:
            return self._pinned
        point = self._layout.to_page(0, self._top())
        return PagePoint(point.index, 0.0, max(0.0, point.y)) if point is not None else None

    def go_to(self, place: PagePoint) -> None:
        """Bring a place to the top of the viewport; a hidden page gives way to the next that is shown."""
        index = next((i for i in range(place.index, len(self._sizes)) if i not in self._hidden), None)
        if index is None:
            return
        point = place if index == place.index else PagePoint(index, 0.0, 0.0)
        content = self._layout.to_content(point)
        if content is None:
            return
        margin = px(_MARGIN) if point.y <= 0 else 0
        self.verticalScrollBar().setValue(round(content[1]) - margin)
        self._bring_beside(index)
        self._pinned = point
        self._on_moved()

    def _bring_beside(self, index: int) -> None:
        """Scroll sideways to a page that stands beside another and doesn't show whole."""
        page = self._layout.page(index)
        if page is None or self._spread == "single":
            return
        room = self.viewport().width()
        if page.x < self._left() or page.x + page.width > self._left() + room:
            self.horizontalScrollBar().setValue(page.x - max(0, room - page.width) // 2)

    def go_to_page(self, index: int) -> None:
        """Bring the top of a page (0-based) to the top of the viewport."""
        self.go_to(PagePoint(index, 0.0, 0.0))

    def reveal(self, index: int, box: Rect) -> None:
        """Scroll as little as is needed to show a box on a page at ease; far away it comes at a third of the height."""
        page = self._layout.page(index)
        if page is None:
            return
        rect = self.to_view(page, box)
        height, width = self.viewport().height(), self.viewport().width()
        if rect.top() < height * 0.1 or rect.bottom() > height * 0.9:
            self.verticalScrollBar().setValue(round(self._top() + rect.top() - height / 3))
        if rect.left() < 0 or rect.right() > width:
            self.horizontalScrollBar().setValue(round(self._left() + rect.center().x() - width / 2))
        self._pinned = PagePoint(index, box.x0, box.y0)
        self._on_moved()

    # Spaces.

    def page_point(self, at: QPointF) -> PagePoint | None:
        """Return the place on the nearest page for a place in the viewport."""
        return self._layout.to_page(at.x() + self._left(), at.y() + self._top())

    def height_of(self, point: PagePoint) -> float | None:
        """Return how far below the top of the viewport a place on a page stands; None when its page is hidden."""
        content = self._layout.to_content(point)
        return content[1] - self._top() if content is not None else None

    def page_rect(self, page: PlacedPage) -> QRectF:
        """Return the box of a page in the viewport."""
        return QRectF(page.x - self._left(), page.y - self._top(), page.width, page.height)

    def to_view(self, page: PlacedPage, box: Rect) -> QRectF:
        """Return a box on a page as a rectangle in the viewport."""
        scale = self._layout.scale
        x, y = page.x - self._left(), page.y - self._top()
        return QRectF(x + box.x0 * scale, y + box.y0 * scale, (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale)

    @property
    def scale(self) -> float:
        """Return logical pixels per point."""
        return self._layout.scale

    def neighbours(self, index: int, count: int) -> list[PlacedPage]:
        """Return the pages around one, nearest first."""
        return self._layout.around(index, count)

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    # Keeping up.

    def _lay_out(self) -> None:
        room, height = self.viewport().width(), self.viewport().height()
        before = self._layout.zoom
        zoom = self._zoom if self._zoom > 0 else self._fitting_zoom()
        self._layout = PageLayout(
            self._sizes,
            zoom,
            viewport_width=room,
            hidden=self._hidden,
            gap=px(_GAP),
            margin=px(_MARGIN),
            spread=self._spread,
        )
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - height))
        self.verticalScrollBar().setPageStep(max(1, height - px(40)))
        self.horizontalScrollBar().setRange(0, max(0, self._layout.width - room))
        self.horizontalScrollBar().setPageStep(max(1, room))
        if zoom != before:
            self.zoom_changed.emit(zoom)

    def _fitting_zoom(self) -> float:
        around = 2 * px(_MARGIN)
        width, height = self.viewport().width() - around, self.viewport().height() - around
        if self._zoom == FIT_PAGE:
            return fit_page(self._sizes, (width, height), self._hidden, self._spread)
        return fit_width(self._sizes, width, self._hidden, self._spread)

    def _unpin(self) -> None:
        self._pinned = None

    def _on_moved(self) -> None:
        """Repaint, and tell where we are now."""
        self.viewport().update()
        page = self.page_index
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.moved.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaint: what is shown is painted from the scroll bars' values."""
        self._on_moved()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew with the same place at the top."""
        here, was_at_start = self.place(), self._top() == 0
        pinned = self._pinned
        self._lay_out()
        if here is not None and not was_at_start:
            self.go_to(here)
        self._pinned = pinned
        self._on_moved()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom around the pointer."""
        self._unpin()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(clamp_zoom(self.zoom * 1.2 ** (turned / 120)), event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that one expects."""
        key = _Key(event.key())
        bar = self.verticalScrollBar()
        if key == _Key.Key_Space:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.triggerAction(_Action.SliderPageStepSub if is_back else _Action.SliderPageStepAdd)
        elif key in _KEY_ACTIONS:
            bar.triggerAction(_KEY_ACTIONS[key])
        elif key == _Key.Key_Left:
            self.horizontalScrollBar().triggerAction(_Action.SliderSingleStepSub)
        elif key == _Key.Key_Right:
            self.horizontalScrollBar().triggerAction(_Action.SliderSingleStepAdd)
        else:
            super().keyPressEvent(event)
