"""The pages of a document to read: text to select with pointer or keys, links to follow."""

import sys
from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from kennisbank.domain.document import Link
from kennisbank.ui.look import px
from kennisbank.ui.reader.inked_pages import InkedPages
from kennisbank.ui.reader.page_images import PageImages
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_texts import PageTexts
from kennisbank.ui.reader.selection import Selection, TextPoint, around
from kennisbank.ui.reader.text_keys import Move, TextKeys
from kennisbank.ui.reader.text_pointer import TextPointer

_MOVES: dict[int, Move] = {
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Down: "below",
    Qt.Key.Key_Up: "above",
}
_Cursor = Qt.CursorShape
_Sequence = QKeySequence.StandardKey


class PageView(InkedPages):
    """The pages to read.

    Signals: `link_activated` with the `Link`; `copy_requested` and `select_all_requested` from the keyboard;
    `retry_requested` with the 0-based index of a page that could not be drawn; `clicked` with the place in the viewport
    (`QPointF`) of a click that selected nothing and followed nothing; `menu_requested` with the place (`QPointF`) of
    the pointer, or None when the menu key was pressed; `drag_ended` when the pointer lets go of the text.
    """

    link_activated = Signal(object)
    copy_requested = Signal()
    select_all_requested = Signal()
    retry_requested = Signal(int)
    clicked = Signal(object)
    menu_requested = Signal(object)
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; `show_document` gives it its pages."""
        super().__init__(parent)
        self._links: dict[int, list[Link]] = {}
        self._pressed_link: Link | None = None
        self._clicks = 0
        self._last_press = QPoint()
        self._since_press = QTimer(self, singleShot=True)
        self.key_handlers: list[Callable[[QKeyEvent], bool]] = []
        """Who may take a key before the view does, the last one first: a caret, a frame that is being drawn."""
        self._pointer_drag = TextPointer()
        self._keys = TextKeys()
        self._by_keys: Selection | None = None
        self._drift = QTimer(self, interval=40)
        self._drift.timeout.connect(self._on_drift)
        self.viewport().setMouseTracking(True)

    def show_document(
        self,
        sizes: Sequence[tuple[float, float]],
        images: PageImages,
        texts: PageTexts,
        links: Sequence[Link],
        hidden: frozenset[int],
    ) -> None:
        """Show a document from its first page; the pictures and words come as they are ready."""
        by_page: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            by_page[link.page - 1].append(link)
        self._links = dict(by_page)
        self._pointer_drag.release()
        self.show_ink(sizes, images, texts, hidden)

    # Pointing.

    def text_at(self, at: QPointF) -> tuple[PagePoint, int] | None:
        """Return the place on the page, and the offset in its text, nearest to a place in the viewport."""
        point = self.page_point(at)
        words = self.words_on(point.index) if point is not None else None
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
        found = self.text_at(at)
        words = self.words_on(found[0].index) if found is not None else None
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
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._pointer_drag.release()
        self._drift.stop()
        link, self._pressed_link = self._pressed_link, None
        point = self.page_point(event.position())
        if link is not None and self.link_at(event.position()) is link:
            self.link_activated.emit(link)
        elif point is not None and self._images is not None and self._images.error(point.index) is not None:
            self.retry_requested.emit(point.index)
        elif self._selection is None:
            self.clicked.emit(event.position())
        self.drag_ended.emit()

    @property
    def is_dragging(self) -> bool:
        """Tell whether the pointer is selecting text."""
        return self._pointer_drag.is_dragging

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of what the keyboard is at."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_requested.emit(None if is_by_key else QPointF(event.pos()))

    def _drag_to(self, at: QPointF) -> None:
        found = self.text_at(at)
        words = self.words_on(found[0].index) if found is not None else None
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
        words = self.words_on(point.index) if point is not None else None
        if self.link_at(at) is not None or self.marks_at(at):
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
        if any(handler(event) for handler in reversed(self.key_handlers)):
            event.accept()
        elif event.matches(_Sequence.Copy):
            self.copy_requested.emit()
        elif event.matches(_Sequence.SelectAll):
            self.select_all_requested.emit()
        elif event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._select_by_key(_MOVES[event.key()])
        elif event.key() == Qt.Key.Key_Escape and self._selection is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def _select_by_key(self, move: Move) -> None:
        """Stretch the selection by a word or a line; without one, begin with the first word that shows."""
        if self._selection is None:
            first = self.text_at(QPointF(0, px(8)))
            words = self.words_on(first[0].index) if first is not None else None
            if first is None or words is None:
                return
            word = around(first[0].index, words, first[1], "word")
            self._keys.begin(word, self.words_on)
            self._show_by_keys(word)
            return
        if self._selection != self._by_keys:
            self._keys.begin(self._selection, self.words_on)
        selection = self._keys.move(move, self.words_on, self.page_beside)
        if selection is not None:
            self._show_by_keys(selection)

    def _show_by_keys(self, selection: Selection) -> None:
        self._by_keys = selection
        self.select(selection)
        focus = self._keys.focus
        words = self.words_on(focus.start.index) if focus is not None else None
        if focus is not None and words is not None:
            for box in words.boxes(focus.start.offset, focus.end.offset)[:1]:
                self.reveal(focus.start.index, box)

    def page_beside(self, index: int, direction: int) -> int | None:
        """Return the shown page after (1) or before (-1) a page, both 0-based; None when there is none."""
        shown = [page for page in range(self.page_count) if page not in self.hidden]
        at = shown.index(index) + direction if index in shown else -1
        return shown[at] if 0 <= at < len(shown) else None

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
