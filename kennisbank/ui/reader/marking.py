"""Marking on the pages: the selected text, the mark one is at, the bar and the keys that act on either."""

import sys

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import COLOURS, Annotation, AnnotationKind, Colour
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import PageNo
from kennisbank.ui.models.annotation_words import name_words
from kennisbank.ui.reader.desk import Tell
from kennisbank.ui.reader.page_marks import PageMark, PageMarks
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.reader.selection import Selection
from kennisbank.ui.reader.selection_bar import BarAsks, SelectionBar

_Key = Qt.Key
_COLOUR_KEYS = dict(zip((_Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4), COLOURS, strict=True))
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier)


class Marking(QObject):
    """Joins the pages of one paper to its annotations.

    Signals: `note_wanted` with the id of the annotation whose words are to be written; `quote_wanted` when the passage
    is to be copied with its source; `feedback_wanted` when the authors are to be told something of it.
    """

    note_wanted = Signal(str)
    feedback_wanted = Signal()
    quote_wanted = Signal()

    def __init__(self, view: PageView, annotations: PaperAnnotations, tell: Tell) -> None:
        """Mark on `view`; what is made goes to `annotations`."""
        super().__init__(view)
        self._view, self._annotations, self._tell = view, annotations, tell
        self.last_colour: Colour = COLOURS[0]
        """The colour for what is marked without naming one."""
        self._barred = ""  # the annotation for which the bar stands
        self._is_hushed = False  # by Esc, until another passage
        self.offers_quote = self.offers_collect = self.offers_feedback = False
        self.bar = SelectionBar(view)
        view.key_handlers.append(self._on_key)
        view.selection_changed.connect(self._on_selection)
        view.drag_ended.connect(self.show_bar)
        view.moved.connect(self.show_bar)
        view.clicked.connect(self.click)
        annotations.changed.connect(self._on_changed)
        annotations.current_changed.connect(self._on_current)
        self._connect_bar()

    def _connect_bar(self) -> None:
        bar = self.bar
        bar.mark_requested.connect(self.colour)
        bar.underline_requested.connect(lambda: self.mark("underline"))
        bar.note_requested.connect(self.note)
        bar.feedback_requested.connect(self.feedback_wanted)
        bar.quote_requested.connect(self.quote_wanted)
        bar.delete_requested.connect(self.delete)
        bar.left.connect(self._hush)

    # What one is at.

    @property
    def current(self) -> Annotation | None:
        """Return the annotation one is at; None when there is none."""
        placed = self._annotations.get(self._annotations.current)
        return placed.annotation if placed is not None else None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the selected text: pages with offsets in their raw text."""
        selection = self._view.selection
        return spans_of(selection, self._view.hidden) if selection is not None else ()

    def go_to(self, mark: PageMark) -> None:
        """Make an annotation the current one, and bring it into view."""
        self._view.reveal(mark.index, mark.boxes[0])
        self.show_made(mark.id)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) annotation in reading order."""
        marks = self._view.marks
        found = marks.beside(self._annotations.current, direction)
        if found is None and marks.find(self._annotations.current) is None:
            here = self._view.place()
            found = marks.nearest(here.index, here.y, direction) if here is not None else None
        if found is not None:
            self.go_to(found)
        elif len(marks):
            words = (
                self.tr("This is the last annotation.") if direction > 0 else self.tr("This is the first annotation.")
            )
            self._tell(words, "", None)
        else:
            self._tell(self.tr("There are no annotations on the pages of this paper yet."), "", None)

    # Acts.

    def colour(self, colour: Colour) -> None:
        """Mark the selected text in a colour, or give the current annotation that colour."""
        self.last_colour = colour
        if self._view.selection is not None:
            self.mark("highlight")
        elif self._may_change():
            self._annotations.change(self._annotations.current, colour=colour)

    def mark(self, kind: AnnotationKind, *, body: str = "") -> str:
        """Mark the selected text, and return the id of the mark; empty when nothing is selected."""
        spans = self.spans
        if not spans:
            return ""
        made = self._annotations.mark(spans, kind, colour=self.last_colour, body=body, boxes=self._boxes(spans))
        self.show_made(made)
        return made

    def note(self) -> None:
        """Begin a note: on the selected text, which is marked for that, or on the current annotation."""
        if self._view.selection is not None:
            made = self.mark("highlight")
            if made:
                self.note_wanted.emit(made)
        elif self._may_change():
            self.note_wanted.emit(self._annotations.current)

    def delete(self) -> None:
        """Put the current annotation in the trash, and offer to take that back."""
        each = self.current
        if each is None or not self._may_change():
            return
        self._annotations.trash([each.id])
        words = self.tr("Deleted: {name}. The trash keeps it for 30 days.").format(name=name_words(each))
        self._tell(words, self.tr("Undo"), lambda: self._annotations.restore([each.id]))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_change(self) -> bool:
        each = self.current
        if each is None:
            return False
        if each.is_read_only:
            words = self.tr("This annotation is another's or stands in the file itself: it can be copied, not changed.")
            self._tell(words, "", None)
        return not each.is_read_only

    def _boxes(self, spans: tuple[Span, ...]) -> list[list[Rect]]:
        """Return the boxes of spans as far as the words of their pages are at hand."""
        found: list[list[Rect]] = []
        for span in spans:
            words = self._view.words_on(span.page - 1)
            found.append(words.boxes(span.start, min(span.end, len(words.text))) if words is not None else [])
        return found

    # Events.

    def _on_selection(self) -> None:
        if self._view.selection is not None:
            self._annotations.set_current("")
            self._barred = ""
        self._is_hushed = False
        self.show_bar()

    def click(self, at: QPointF) -> None:
        """Make what stands at a place in the viewport the current one; again, the one below it; nothing: none."""
        found = self._view.marks_at(at)
        ids: list[str] = [mark.id for mark in found]
        here = self._annotations.current
        chosen = ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0] if ids else ""
        self._barred, self._is_hushed = chosen, False
        self._annotations.set_current(chosen)
        self.show_bar()

    def enter(self, at: QPointF) -> None:
        """Make what stands at a place in the viewport the current one, and the bar the next stop of the keyboard."""
        if self._view.marks_at(at):
            self.click(at)

    def show_made(self, annotation_id: str) -> None:
        """Make a new annotation the current one, with the bar at it."""
        self._view.select(None)
        self._barred, self._is_hushed = annotation_id, False
        self._annotations.set_current(annotation_id)
        self.show_bar()

    def _on_changed(self) -> None:
        widths = [width for width, _height in self._view.sizes]
        self._view.set_marks(PageMarks(self._annotations.placed, widths), self._annotations.current)
        self.show_bar()

    def _on_current(self, annotation_id: str) -> None:
        if annotation_id != self._barred:
            self._barred = ""
        self._view.set_marks(self._view.marks, annotation_id)
        self.show_bar()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        key = _Key(event.key())
        is_at_text, is_at_mark = self._view.selection is not None, self.current is not None
        if key == _Key.Key_Escape:
            return self._escape()
        if not (is_at_text or is_at_mark):
            return False
        if key in _COLOUR_KEYS:
            self.colour(_COLOUR_KEYS[key])
        elif key == _Key.Key_N:
            self.note()
        elif key == _Key.Key_C:
            self.quote_wanted.emit()
        elif key == _Key.Key_F and self.offers_feedback:
            self.feedback_wanted.emit()
        elif key == _Key.Key_U and is_at_text:
            self.mark("underline")
        elif key in {_Key.Key_Delete, _Key.Key_Backspace} and not is_at_text:
            self.delete()
        else:
            return False
        return True

    def _escape(self) -> bool:
        """Hide the bar; then let go of the current annotation. The selection stays: the view lets go of that."""
        if self.bar.isVisible():
            self._hush()
        elif self.current is not None:
            self._annotations.set_current("")
        else:
            return False
        return True

    def _hush(self) -> None:
        self._is_hushed = True
        self.show_bar()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # The bar.

    def show_bar(self) -> None:
        """Put the bar where it belongs now, or away."""
        boxes = [] if self._is_hushed or self._view.is_dragging else self.boxes_in_view()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.bar.isAncestorOf(focus)
        if not boxes:
            self.bar.hide()
        else:
            self.bar.offer(self._asks())
            self.bar.stand_at(boxes)
        if had_focus and not self.bar.isVisible():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asks(self) -> BarAsks:
        each = self.current if self._view.selection is None else None
        return BarAsks(
            can_mark=each is None or not (each.is_read_only or each.kind == "bookmark"),
            can_delete=each is not None and not each.is_read_only,
            can_quote=self.offers_quote,
            can_collect=self.offers_collect,
            can_feedback=self.offers_feedback and (each is None or each.kind != "bookmark"),
            colour=each.colour if each is not None else None,
        )

    def boxes_in_view(self) -> list[QRect]:
        """Return where in the viewport what one is at stands."""
        pages = self._view.visible_pages()
        if self._view.selection is not None:
            return [box.toAlignedRect() for page in pages for box in self._view.selected_boxes(page)]
        if not self._barred:
            return []
        return [
            self._view.to_view(page, box).toAlignedRect()
            for page in pages
            for mark in self._view.marks.on(page.index)
            if mark.id == self._barred
            for box in mark.boxes
        ]


def spans_of(selection: Selection, hidden: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """Return a selection as one span for each page that isn't hidden; the last offset may lie beyond a page's text."""
    spans = []
    for index in range(selection.start.index, selection.end.index + 1):
        found = selection.span_on(index, sys.maxsize)
        if found is not None and index not in hidden:
            spans.append(Span(PageNo(index + 1), *found))
    return tuple(spans)
