"""The pages of a document as one sees them: pictures, marks, boxed hits, selected text. Never waits for a picture."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.reader import page_painter as ink
from kennisbank.ui.reader.mark_painter import MarkBatch, paint_current
from kennisbank.ui.reader.page_images import PageImages, Wanted, bounded_scale
from kennisbank.ui.reader.page_layout import PlacedPage
from kennisbank.ui.reader.page_marks import PageMark, PageMarks
from kennisbank.ui.reader.page_scroll import PageScroll
from kennisbank.ui.reader.page_texts import PageTexts
from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.selection import Selection
from kennisbank.ui.reader.spots import Spot

_NEIGHBOURS = 2
_BATCHES = 12
"""Pages of which it is kept how their annotations are painted; more are never seen at once, or nearly."""
_SPOKEN = 8000
"""Characters of the page that is read which assistive technology is given."""


class InkedPages(PageScroll):
    """Pages with their ink. Signals: `selection_changed`; `words_loaded` with the 0-based index of a page."""

    selection_changed = Signal()
    words_loaded = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; `show_ink` gives it its pages."""
        super().__init__(parent)
        self._images: PageImages | None = None
        self._texts: PageTexts | None = None
        self._spots: dict[int, list[tuple[int, Spot]]] = {}
        self._current = -1
        self._marks, self._current_mark = PageMarks(), ""
        self._batches: dict[int, tuple[tuple[float, float, bool], MarkBatch]] = {}
        self._selection: Selection | None = None
        self.overlays: list[Callable[[QPainter], None]] = []
        """What is painted over the pages, in the space of the viewport: a caret, a frame that is being drawn."""
        self._night = False
        self._spoken = -1
        self._shows_focus = False
        self.moved.connect(self._ask)
        follow(self, lambda: self.viewport().update())

    def show_ink(
        self, sizes: Sequence[tuple[float, float]], images: PageImages, texts: PageTexts, hidden: frozenset[int]
    ) -> None:
        """Show a document from its first page; the pictures and words come as they are ready."""
        self._images, self._texts = images, texts
        images.ready.connect(self._on_ready)
        images.failed.connect(self._on_ready)
        texts.loaded.connect(self._on_words)
        self._spots, self._current, self._selection, self._spoken = {}, -1, None, -1
        self._marks, self._current_mark = PageMarks(), ""
        self._batches.clear()
        self.show_pages(list(sizes), hidden)

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Return width and height of each page in points."""
        return self._sizes

    # What is marked and selected.

    def set_spots(self, spots: Sequence[Spot], current: int = -1) -> None:
        """Box these places; the current one (a number in `spots`, or -1) stronger than the others."""
        by_page: dict[int, list[tuple[int, Spot]]] = defaultdict(list)
        for number, spot in enumerate(spots):
            by_page[spot.index].append((number, spot))
        self._spots, self._current = dict(by_page), current
        self.viewport().update()

    @property
    def marks(self) -> PageMarks:
        """Return the annotations on the pages."""
        return self._marks

    def set_marks(self, marks: PageMarks, current: str = "") -> None:
        """Paint these annotations, the one with the id `current` framed."""
        if marks is not self._marks:
            self._batches.clear()
        self._marks, self._current_mark = marks, current
        self.viewport().update()

    def marks_at(self, at: QPointF) -> tuple[PageMark, ...]:
        """Return the annotations at a place in the viewport, the smallest first."""
        point = self.page_point(at)
        return self._marks.at(point.index, point.x, point.y) if point is not None else ()

    def page_words(self, index: int) -> str:
        """Return what a page (0-based) is called: its number, and how many annotations stand on it if any do."""
        words = self.tr("Page {number} of {count}").format(number=index + 1, count=self.page_count)
        on_page = len({mark.id for mark in self._marks.on(index)})
        return ", ".join((words, self.tr("%n annotation(s) on it", "", on_page))) if on_page else words

    def reveal_spot(self, spot: Spot) -> None:
        """Bring a spot into view."""
        if spot.boxes:
            self.reveal(spot.index, spot.boxes[0])
        else:
            self.go_to_page(spot.index)

    @property
    def selection(self) -> Selection | None:
        """Return what is selected; None when nothing is."""
        return self._selection

    def select(self, selection: Selection | None) -> None:
        """Select this text and nothing else."""
        selection = selection or None
        if selection != self._selection:
            self._selection = selection
            self.viewport().update()
            self.selection_changed.emit()

    @property
    def is_night(self) -> bool:
        """Tell whether the paper is dark."""
        return self._night

    def set_night(self, night: bool) -> None:  # noqa: FBT001 - a Qt setter, connected to a toggle
        """Show dark paper, or white."""
        self._night = night
        self.viewport().update()
        self._ask()

    # Pictures.

    def _ask(self) -> None:
        """Ask for the pictures of what shows, then of its neighbours; and for the words under them."""
        if self._images is None or self._texts is None:
            return
        visible = self.visible_pages()
        middle = self.page_index
        visible.sort(key=lambda page: abs(page.index - middle))
        near = self.neighbours(middle, _NEIGHBOURS) if middle >= 0 else []
        self._images.want(
            [Wanted(page.index, self._scale_of(page), self._night) for page in self._affordable(visible, near)]
        )
        for page in visible:
            self._texts.words(page.index)
        self._speak()

    def _affordable(self, visible: list[PlacedPage], near: list[PlacedPage]) -> list[PlacedPage]:
        """Return the visible pages, and of those near as many as can be kept beside them without driving one out."""
        room = self._images.limit if self._images is not None else 0
        pages: list[PlacedPage] = []
        for page in dict.fromkeys([*visible, *near]):
            width, height = self._sizes[page.index]
            room -= round(4 * width * height * self._scale_of(page) ** 2)
            if page not in visible and room < 0:
                break
            pages.append(page)
        return pages

    def _scale_of(self, page: PlacedPage) -> float:
        width, height = self._sizes[page.index]
        return bounded_scale(width, height, self.scale * self.devicePixelRatioF())

    def _on_ready(self, wanted: Wanted) -> None:
        if not wanted.is_thumbnail:
            self.viewport().update()

    def _on_words(self, index: int) -> None:
        """Repaint what is selected; and tell assistive technology what the page that is read says."""
        self.viewport().update()
        if index == self.page_index:
            self._speak()
        self.words_loaded.emit(index)

    def _speak(self) -> None:
        """Tell assistive technology what the page that is read says, once."""
        index = self.page_index
        words = self.words_on(index) if index >= 0 and index != self._spoken else None
        if words is not None:
            self._spoken = index
            self.setAccessibleDescription(words.text[:_SPOKEN])

    def words_on(self, index: int) -> PageWords | None:
        """Return the words of a page (0-based); None while they are being read."""
        return self._texts.words(index) if self._texts is not None else None

    # Painting.

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what shows: never waits for a picture."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().sunken)
        painter.setFont(font(13))
        for page in self.visible_pages():
            rect = ink.aligned(self.page_rect(page), self.devicePixelRatioF())
            ink.paint_paper(painter, rect, theme().line, night=self._night)
            self._paint_picture(painter, page, rect)
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            self._paint_marks(painter, page, rect)
            for number, spot in self._spots.get(page.index, ()):
                boxes = [self.to_view(page, box) for box in spot.boxes]
                ink.paint_spot(painter, boxes, is_current=number == self._current, night=self._night)
            ink.paint_selection(painter, self.selected_boxes(page), night=self._night)
            painter.restore()
        for overlay in self.overlays:
            overlay(painter)
        if self._shows_focus and self.hasFocus():
            painter.setPen(QPen(theme().focus, px(2)))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_marks(self, painter: QPainter, page: PlacedPage, rect: QRectF) -> None:
        """Paint the annotations of a page that stands at `rect`, the current one last."""
        painter.save()
        painter.translate(rect.topLeft())
        seen = -rect.top(), self.viewport().height() - rect.top()
        self._batch(page.index).paint(painter, seen)
        current = [mark for mark in self.visible_marks(page) if mark.id == self._current_mark and self._current_mark]
        for mark in current[:1]:
            paint_current(painter, _scaled(mark, self.scale), night=self._night)
        painter.restore()

    def _batch(self, index: int) -> MarkBatch:
        """Return the annotations of a page (0-based) as they are painted, from its top left: worked out once."""
        look = self.scale, self.devicePixelRatioF(), self._night
        known = self._batches.get(index)
        if known is not None and known[0] == look:
            return known[1]
        if len(self._batches) >= _BATCHES:
            self._batches.clear()
        batch = MarkBatch(scale=look[0], ratio=look[1], night=look[2])
        for mark in self._marks.on(index):
            add = batch.add_drawn if mark.is_in_file else batch.add
            add(mark.kind, _scaled(mark, self.scale), mark.colour, has_note=mark.has_note)
        self._batches[index] = look, batch
        return batch

    def visible_marks(self, page: PlacedPage) -> tuple[PageMark, ...]:
        """Return the annotations on the part of a page that shows."""
        top = self.page_rect(page).top()
        return self._marks.between(page.index, -top / self.scale, (self.viewport().height() - top) / self.scale)

    def _paint_picture(self, painter: QPainter, page: PlacedPage, rect: QRectF) -> None:
        if self._images is None:
            return
        image = self._images.image(page.index, night=self._night)
        if image is None:
            image = self._images.image(page.index, night=self._night, thumbnail=True)
        if image is not None:
            ink.paint_image(painter, rect, image, self.devicePixelRatioF())
        elif self._images.error(page.index) is not None:
            words = self.tr("Page {number} could not be drawn. The other pages are not affected.")
            again = self.tr("Click here or press F5 to try again.")
            seen = rect.intersected(QRectF(self.viewport().rect()))
            ink.paint_message(painter, seen, f"{words}\n{again}".format(number=page.index + 1), night=self._night)

    def selected_boxes(self, page: PlacedPage) -> list[QRectF]:
        """Return the boxes of the selected text of a page in the viewport, one for each line."""
        if self._selection is None or self._texts is None:
            return []
        words = self._texts.words(page.index)
        span = self._selection.span_on(page.index, len(words.text)) if words is not None else None
        if words is None or span is None:
            return []
        return [self.to_view(page, box).adjusted(-0.5, 0, 0.5, 0) for box in words.boxes(*span)]


def _scaled(mark: PageMark, scale: float) -> list[QRectF]:
    """Return the boxes of a mark from the top left of its page, at `scale` logical pixels per point."""
    return [
        QRectF(box.x0 * scale, box.y0 * scale, (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale)
        for box in mark.boxes
    ]
