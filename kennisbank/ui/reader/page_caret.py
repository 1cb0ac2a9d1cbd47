"""A caret in the text of the pages: going about and selecting by keyboard alone, letter by letter (F7)."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractSlider, QApplication

from kennisbank.domain.document import Rect
from kennisbank.ui.look import px
from kennisbank.ui.reader.caret_places import CaretPlaces
from kennisbank.ui.reader.page_painter import page_theme
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.selection import Selection, TextPoint

_Key = Qt.Key
_KEYS = frozenset({
    _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End,
    _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Return, _Key.Key_Enter,
})  # fmt: skip
_FORWARD = frozenset({_Key.Key_Right, _Key.Key_Down, _Key.Key_End, _Key.Key_PageDown})


class PageCaret(QObject):
    """The caret of one view; it has one only while it is on.

    Signals: `toggled` with whether it is on; `entered` with its place in the viewport (`QPointF`) when Enter is pressed
    where there is no link.
    """

    toggled = Signal(bool)
    entered = Signal(object)

    def __init__(self, view: PageView) -> None:
        """Stand ready in `view`, off."""
        super().__init__(view)
        self._view = view
        self._is_on = False
        self.point: TextPoint | None = None
        self._anchor: TextPoint | None = None
        self._goal: float | None = None
        self._awaited: tuple[int, int, bool] | None = None  # page, direction, whether it extends
        self._is_lit = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        view.key_handlers.append(self._on_key)
        view.overlays.append(self._paint)
        view.words_loaded.connect(self._on_words)
        view.clicked.connect(self._on_click)
        view.drag_ended.connect(self._on_drag)

    # On and off.

    @property
    def is_on(self) -> bool:
        """Tell whether there is a caret."""
        return self._is_on

    def toggle(self) -> None:
        """Put a caret in the text one reads, or take it away."""
        self.set_on(not self._is_on)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Put a caret in the text one reads, or take it away; does nothing when it is so already."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self._begin()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._light()
        self._say(self.tr("Caret on: the arrow keys move it.") if on else self.tr("Caret off"))
        self.toggled.emit(on)

    def leave(self) -> None:
        """Forget the place: another document is shown."""
        self.point = self._anchor = self._awaited = None
        self._light()

    def _begin(self) -> None:
        """Stand at the end of what is selected, else at the first line that shows, unless it still stands in view."""
        selection = self._view.selection
        if selection is not None and self._places(selection.end.index) is not None:
            self._anchor = selection.start
            self._put(selection.end)
        elif self.point is None or self.rect is None:
            found = self._view.text_at(QPointF(0, px(8)))
            if found is not None:
                self._put(TextPoint(found[0].index, self._line(found[0].index, found[1])[0]))

    # Keys.

    def _on_key(self, event: QKeyEvent) -> bool:
        """Move; return whether the key was one of the caret's."""
        key = _Key(event.key())
        if not self._is_on or key not in _KEYS or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if self.point is None:
            self._begin()
            return True
        if key in {_Key.Key_Return, _Key.Key_Enter}:
            self._enter()
            return True
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._move(key, has_control=has_control, extends=extends)
        return True

    def _move(self, key: Qt.Key, *, has_control: bool, extends: bool) -> None:
        point = self.point
        places = self._places(point.index) if point is not None else None
        if point is None or places is None:
            return
        direction = 1 if key in _FORWARD else -1
        if key in {_Key.Key_Left, _Key.Key_Right}:
            step = -direction if places.is_leftward(point.offset) else direction
            offset = places.next_word(point.offset, step) if has_control else places.next(point.offset, step)
            self._go(offset, step, extends=extends)
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            self._across(places, direction, extends=extends)
        elif key in {_Key.Key_PageUp, _Key.Key_PageDown}:
            self._turn(direction, extends=extends)
        elif has_control:
            self._to_end(direction, extends=extends)
        else:
            start, end = places.line(point.offset)
            self._go(start if direction < 0 else end, direction, extends=extends)

    def _go(self, offset: int | None, direction: int, *, extends: bool) -> None:
        """Go to a place on this page; None leads to the next page that way."""
        self._goal = None
        if self.point is None:
            return
        if offset is None:
            self._turn_page(self.point.index, direction, extends=extends)
        else:
            self._land(TextPoint(self.point.index, offset), extends=extends)

    def _across(self, places: CaretPlaces, direction: int, *, extends: bool) -> None:
        """Go a line down or up, and keep to the same distance from the left edge over several lines."""
        if self.point is None:
            return
        box = places.box(self.point.offset)
        if self._goal is None and box is not None:
            self._goal = box.x0
        goal = self._goal or 0.0
        offset = places.across(self.point.offset, direction, goal)
        if offset is None:
            self._turn_page(self.point.index, direction, extends=extends)
        else:
            self._land(TextPoint(self.point.index, offset), extends=extends)
        self._goal = goal

    def _turn(self, direction: int, *, extends: bool) -> None:
        """Scroll by what shows, with the caret staying where it is in the window."""
        rect = self.rect
        at = rect.center() if rect is not None else QPointF(self._view.viewport().rect().center())
        bar = self._view.verticalScrollBar()
        before = bar.value()
        action = QAbstractSlider.SliderAction
        bar.triggerAction(action.SliderPageStepAdd if direction > 0 else action.SliderPageStepSub)
        if bar.value() == before:
            self._to_end(direction, extends=extends)
            return
        found = self._view.text_at(at)
        if found is not None:
            self._land(TextPoint(found[0].index, found[1]), extends=extends)

    def _to_end(self, direction: int, *, extends: bool) -> None:
        """Go to the start or the end of the whole paper."""
        self._goal = None
        shown = [index for index in range(self._view.page_count) if index not in self._view.hidden]
        if shown:
            index = shown[-1] if direction > 0 else shown[0]
            self._await(index, -direction, extends=extends)

    def _turn_page(self, index: int, direction: int, *, extends: bool) -> None:
        page = self._view.page_beside(index, direction)
        if page is not None:
            self._await(page, direction, extends=extends)

    def _await(self, index: int, direction: int, *, extends: bool) -> None:
        """Go to the first place of a page (`direction` 1) or its last, as soon as its words are there."""
        self._awaited = (index, direction, extends)
        if self._view.words_on(index) is not None:
            self._on_words(index)

    def _on_words(self, index: int) -> None:
        if self._awaited is None or self._awaited[0] != index:
            return
        (_index, direction, extends), self._awaited = self._awaited, None
        places = self._places(index)
        offset = None if places is None else places.start if direction > 0 else places.end
        if offset is None:  # a page without text: on to the next
            self._turn_page(index, direction, extends=extends)
        elif places is not None and self._goal is not None:
            start = places.line(offset)[0]
            self._land(TextPoint(index, places.at_x(start, self._goal)), extends=extends)
        else:
            self._land(TextPoint(index, offset), extends=extends)

    def _land(self, point: TextPoint, *, extends: bool) -> None:
        """Stand at a place, with what lies between selected when the move extends."""
        before = self.point
        if extends and before is not None:
            if self._view.selection is None or self._anchor is None:
                self._anchor = before
            first, last = min(self._anchor, point), max(self._anchor, point)
            self._put(point)
            self._view.select(Selection(first, last))
        else:
            self._anchor = None
            self._view.select(None)
            self._put(point)
        box = self._box()
        if box is not None:
            self._view.reveal(point.index, box)
        self._tell(before)

    def _put(self, point: TextPoint) -> None:
        places = self._places(point.index)
        offset = places.nearest(point.offset) if places is not None else None
        self.point = TextPoint(point.index, offset) if offset is not None else None
        self._light()

    def _enter(self) -> None:
        rect = self.rect
        if rect is None:
            return
        link = self._view.link_at(rect.center())
        if link is not None:
            self._view.link_activated.emit(link)
        else:
            self.entered.emit(rect.center())

    # Pointer.

    def _on_click(self, at: QPointF) -> None:
        found = self._view.text_at(at) if self._is_on else None
        if found is not None:
            self._goal = self._anchor = None
            self._put(TextPoint(found[0].index, found[1]))

    def _on_drag(self) -> None:
        selection = self._view.selection if self._is_on else None
        if selection is not None and self._places(selection.end.index) is not None:
            self._anchor = selection.start
            self._put(selection.end)

    # What it looks and sounds like.

    def _places(self, index: int) -> CaretPlaces | None:
        words = self._view.words_on(index)
        return CaretPlaces(words) if words is not None else None

    def _line(self, index: int, offset: int) -> tuple[int, int]:
        places = self._places(index)
        return places.line(offset) if places is not None else (offset, offset)

    def _box(self) -> Rect | None:
        places = self._places(self.point.index) if self.point is not None else None
        return places.box(self.point.offset) if places is not None and self.point is not None else None

    @property
    def rect(self) -> QRectF | None:
        """Return the caret in the viewport; None when it is nowhere, off, or its page doesn't show."""
        box = self._box()
        page = next(
            (each for each in self._view.visible_pages() if self.point and each.index == self.point.index), None
        )
        return self._view.to_view(page, box) if page is not None and box is not None else None

    def _light(self) -> None:
        """Show it at once; it blinks as the system says, or not at all."""
        self._is_lit = True
        flash = QApplication.cursorFlashTime()
        if self._is_on and flash > 0:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()
        self._view.viewport().update()

    def _on_blink(self) -> None:
        self._is_lit = not self._is_lit
        rect = self.rect
        if rect is not None:
            self._view.viewport().update(rect.adjusted(-px(3), -px(3), px(3), px(3)).toAlignedRect())

    def _paint(self, painter: QPainter) -> None:
        if not (self._is_on and self._is_lit and self._view.hasFocus()):
            return
        rect = self.rect
        if rect is not None:
            width = min(float(px(2)), max(1.5, self._view.scale * 1.5))
            painter.fillRect(
                QRectF(rect.left() - width / 2, rect.top() - 1, width, rect.height() + 2),
                page_theme(night=self._view.is_night).ink,
            )

    def _tell(self, before: TextPoint | None) -> None:
        """Say what one came to: a letter, a word or a line, according to how far one went."""
        point = self.point
        places = self._places(point.index) if point is not None else None
        if point is None or places is None or point == before:
            return
        start, end = places.line(point.offset)
        is_near = before is not None and before.index == point.index
        if is_near and before is not None and abs(before.offset - point.offset) == 1:
            words = places.text[point.offset : point.offset + 1].strip() or self.tr("space")
        elif is_near and before is not None and start <= before.offset <= end:
            words = places.word_at(point.offset)
        else:
            words = places.text[start:end]
        self._say(words)

    def _say(self, words: str) -> None:
        if words and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._view, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
