"""The pages of a document: their pictures, the hits boxed on them, text to select, links to follow."""

import sys
from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from kennisbank.domain.document import Link
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.reader import page_painter as ink
from kennisbank.ui.reader.page_images import PageImages, Wanted, bounded_scale
from kennisbank.ui.reader.page_layout import PagePoint, PlacedPage
from kennisbank.ui.reader.page_scroll import PageScroll
from kennisbank.ui.reader.page_texts import PageTexts
from kennisbank.ui.reader.selection import Selection, TextPoint
from kennisbank.ui.reader.spots import Spot
from kennisbank.ui.reader.text_pointer import TextPointer

_NEIGHBOURS = 2
_Cursor = Qt.CursorShape
_Sequence = QKeySequence.StandardKey


class PageView(PageScroll):
    """The pages to read.

    Signals: `selection_changed`; `link_activated` with the `Link`; `copy_requested` and `select_all_requested` from the
    keyboard; `retry_requested` with the 0-based index of a page that could not be drawn.
    """

    selection_changed = Signal()
    link_activated = Signal(object)
    copy_requested = Signal()
    select_all_requested = Signal()
    retry_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; `show_document` gives it its pages."""
        super().__init__(parent)
        self._images: PageImages | None = None
        self._texts: PageTexts | None = None
        self._links: dict[int, list[Link]] = {}
        self._spots: dict[int, list[tuple[int, Spot]]] = {}
        self._current = -1
        self._selection: Selection | None = None
        self._night = False
        self._shows_focus = False
        self._pressed_link: Link | None = None
        self._clicks = 0
        self._last_press = QPoint()
        self._since_press = QTimer(self, singleShot=True)
        self._pointer_drag = TextPointer()
        self._drift = QTimer(self, interval=40)
        self._drift.timeout.connect(self._on_drift)
        self.viewport().setMouseTracking(True)
        self.moved.connect(self._ask)
        follow(self, self.viewport().update)

    def show_document(
        self,
        sizes: Sequence[tuple[float, float]],
        images: PageImages,
        texts: PageTexts,
        links: Sequence[Link],
        hidden: frozenset[int],
    ) -> None:
        """Show a document from its first page; the pictures and words come as they are ready."""
        self._images, self._texts = images, texts
        images.ready.connect(self._on_ready)
        images.failed.connect(self._on_ready)
        texts.loaded.connect(lambda _index: self.viewport().update())
        by_page: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            by_page[link.page - 1].append(link)
        self._links, self._spots, self._current, self._selection = dict(by_page), {}, -1, None
        self.show_pages(list(sizes), hidden)

    # What is marked and selected.

    def set_spots(self, spots: Sequence[Spot], current: int = -1) -> None:
        """Box these places; the current one (a number in `spots`, or -1) stronger than the others."""
        by_page: dict[int, list[tuple[int, Spot]]] = defaultdict(list)
        for number, spot in enumerate(spots):
            by_page[spot.index].append((number, spot))
        self._spots, self._current = dict(by_page), current
        self.viewport().update()

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
        pages = list(dict.fromkeys([*visible, *near]))
        self._images.want([Wanted(page.index, self._scale_of(page), self._night) for page in pages])
        for page in visible:
            self._texts.words(page.index)

    def _scale_of(self, page: PlacedPage) -> float:
        width, height = self._sizes[page.index]
        return bounded_scale(width, height, self.scale * self.devicePixelRatioF())

    def _on_ready(self, wanted: Wanted) -> None:
        if not wanted.is_thumbnail:
            self.viewport().update()

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
            for number, spot in self._spots.get(page.index, ()):
                boxes = [self.to_view(page, box) for box in spot.boxes]
                ink.paint_spot(painter, boxes, is_current=number == self._current, night=self._night)
            ink.paint_selection(painter, self._selected_boxes(page), night=self._night)
            painter.restore()
        if self._shows_focus and self.hasFocus():
            painter.setPen(QPen(theme().focus, px(2)))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

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
            ink.paint_message(painter, rect, f"{words}\n{again}".format(number=page.index + 1), night=self._night)

    def _selected_boxes(self, page: PlacedPage) -> list[QRectF]:
        if self._selection is None or self._texts is None:
            return []
        words = self._texts.words(page.index)
        span = self._selection.span_on(page.index, len(words.text)) if words is not None else None
        if words is None or span is None:
            return []
        return [self.to_view(page, box).adjusted(-0.5, 0, 0.5, 0) for box in words.boxes(*span)]

    # Pointing.

    def _text_at(self, at: QPointF) -> tuple[PagePoint, int] | None:
        """Return the place on the page and the offset in its text nearest to a place in the viewport."""
        point = self.page_point(at)
        words = self._texts.words(point.index) if point is not None and self._texts is not None else None
        if point is None or words is None or not words.words:
            return None
        return point, words.offset_at(point.x, point.y)

    def link_at(self, at: QPointF) -> Link | None:
        """Return the link at a place in the viewport."""
        point = self.page_point(at)
        if point is None:
            return None
        for link in self._links.get(point.index, ()):
            if link.box.x0 <= point.x <= link.box.x1 and link.box.y0 <= point.y <= link.box.y1:
                return link
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a link, or begin to select."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.position()
        self._pressed_link = self.link_at(at)
        self._count_click(at.toPoint(), is_double=event.type() == QEvent.Type.MouseButtonDblClick)
        found = self._text_at(at)
        words = self._texts.words(found[0].index) if found is not None and self._texts is not None else None
        if found is None or words is None:
            self.select(None)
            return
        point, offset = found
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection is not None:
            self.select(self._pointer_drag.extend(self._selection, point.index, words, offset))
            return
        self.select(self._pointer_drag.press(point.index, words, offset, self._clicks))

    def _count_click(self, at: QPoint, *, is_double: bool) -> None:
        """Count presses that follow one another at one place; Qt itself tells a second one, but no third."""
        is_again = (at - self._last_press).manhattanLength() < QApplication.startDragDistance()
        self._clicks = self._clicks + 1 if is_again and self._since_press.isActive() else 1
        if is_double:
            self._clicks = max(2, self._clicks)
        self._since_press.start(QApplication.doubleClickInterval())
        self._last_press = at

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count on: Qt tells a second press this way."""
        self.mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection, or show what is under the pointer."""
        at = event.position()
        if not self._pointer_drag.is_dragging:
            self._show_cursor(at)
            return
        if (at.toPoint() - self._last_press).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed_link = None
        self._drag_to(at)
        if self.viewport().rect().contains(at.toPoint()):
            self._drift.stop()
        elif not self._drift.isActive():
            self._drift.start()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; a link that was pressed and not left is followed."""
        self._pointer_drag.release()
        self._drift.stop()
        link, self._pressed_link = self._pressed_link, None
        point = self.page_point(event.position())
        if link is not None and self.link_at(event.position()) is link:
            self.link_activated.emit(link)
        elif point is not None and self._images is not None and self._images.error(point.index) is not None:
            self.retry_requested.emit(point.index)

    def _drag_to(self, at: QPointF) -> None:
        found = self._text_at(at)
        words = self._texts.words(found[0].index) if found is not None and self._texts is not None else None
        if found is not None and words is not None:
            self.select(self._pointer_drag.drag(found[0].index, words, found[1]))

    def _on_drift(self) -> None:
        """Scroll on while the pointer is held beyond the edge."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        beyond = at.y() if at.y() < 0 else max(0, at.y() - self.viewport().height())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond // 2)
        self._drag_to(QPointF(at))

    def _show_cursor(self, at: QPointF) -> None:
        point = self.page_point(at)
        words = self._texts.words(point.index) if point is not None and self._texts is not None else None
        if self.link_at(at) is not None:
            shape = _Cursor.PointingHandCursor
        elif point is not None and words is not None and words.is_near_text(point.x, point.y):
            shape = _Cursor.IBeamCursor
        else:
            shape = _Cursor.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say where a link leads."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self.link_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words_for(link), self.viewport())
            return True
        return super().viewportEvent(event)

    def _words_for(self, link: Link | None) -> str:
        if link is None:
            return ""
        if link.uri:
            return link.uri
        return self.tr("Go to page {number}").format(number=link.target_page)

    # Keys.

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select all, let go; the rest scrolls."""
        if event.matches(_Sequence.Copy):
            self.copy_requested.emit()
        elif event.matches(_Sequence.SelectAll):
            self.select_all_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self._selection is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Note whether the focus came by the keyboard: only then its ring is shown."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            reason = event.reason() if isinstance(event, QFocusEvent) else Qt.FocusReason.NoFocusReason
            by_key = {
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
                Qt.FocusReason.ShortcutFocusReason,
            }
            self._shows_focus = reason in by_key
            self.viewport().update()
        return super().event(event)

    def select_all(self) -> None:
        """Select from the first shown page to the end of the last, however long its text is."""
        shown = [index for index in range(self.page_count) if index not in self.hidden]
        if shown:
            self.select(Selection(TextPoint(shown[0], 0), TextPoint(shown[-1], sys.maxsize)))
