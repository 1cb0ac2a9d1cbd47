"""The margin: the annotations of the open paper beside its pages, to read and to write."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS, PlacedAnnotation
from kennisbank.ui.models.annotation_words import name_words
from kennisbank.ui.models.margin_words import content_of, spoken
from kennisbank.ui.reader.desk import Tell
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_desk import MarginDesk
from kennisbank.ui.reader.margin_face import CardFace, FaceStyle
from kennisbank.ui.reader.margin_head import MarginHead
from kennisbank.ui.reader.margin_strip import MarginStrip
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.layouts import Column


class Margin(Ground):
    """The panel at the right of the pages.

    Signals: `link_activated` with an address from a note; `left` when the keyboard goes back to the page.
    """

    link_activated = Signal(str)
    left = Signal()

    def __init__(
        self, view: PageView, annotations: PaperAnnotations, tell: Tell, parent: QWidget | None = None
    ) -> None:
        """Stand beside `view`, with what is in `annotations`."""
        super().__init__("window", parent=parent)
        self._view, self._annotations, self._tell = view, annotations, tell
        self._editing = ""
        self.head = MarginHead()
        self.desk = MarginDesk(self)
        self.desk.hide()
        self.strip = MarginStrip(view, self._dress)
        Column(self, spacing=0).add_all(self.head, self.strip)
        self._connect()
        self.retranslate()
        self._on_changed()

    def _connect(self) -> None:
        annotations, desk = self._annotations, self.desk
        annotations.changed.connect(self._on_changed)
        annotations.current_changed.connect(self._on_current)
        annotations.saving_changed.connect(self._refresh)
        self.head.filtered.connect(lambda _filter: self._on_changed())
        self.head.note_requested.connect(self.begin_note)
        desk.typed.connect(lambda text: annotations.write_body(self._editing, text))
        desk.ended.connect(self._end_by_key)
        desk.left.connect(self.end_edit)
        desk.asked.connect(lambda act: self._act(annotations.current, act))
        desk.resized.connect(self.strip.reflow_later)

    # What is shown.

    def _on_changed(self) -> None:
        placed = self._annotations.placed
        wanted = [each for each in placed if self.head.filter.lets_through(each)]
        tags = sorted({tag for each in placed for tag in each.annotation.tags}, key=str.casefold)
        self.head.put(len(placed), len(wanted), tuple(tags))
        self.strip.put([each for each in wanted if each.anchor is not None and each.anchor.pieces], self._current)

    @property
    def _current(self) -> str:
        return self._annotations.current

    def _dress(self, card: MarginCard, placed: PlacedAnnotation, width: int) -> None:
        """Make a card show an annotation."""
        each = placed.annotation.id
        is_current, is_edited = each == self._current, each == self._editing
        content = content_of(placed, self._annotations.saving(each))
        face = CardFace(content, width, FaceStyle(is_whole=is_current, is_edited=is_edited))
        card.put(content, face, spoken(placed, content), is_current=is_current)
        if not card.property("is_connected"):
            card.setProperty("is_connected", True)
            card.asked.connect(self._act)
            card.link_activated.connect(self.link_activated)
        if is_current:
            self.desk.put(content, is_editing=is_edited)
            if card.desk is not self.desk:
                card.take_desk(self.desk)
        elif card.desk is not None:
            card.take_desk(None)

    def _refresh(self, annotation_id: str) -> None:
        self.strip.refresh(annotation_id)

    def _on_current(self, annotation_id: str) -> None:
        if self._editing and self._editing != annotation_id:
            self.end_edit()
        self._put_desk_away()
        self.strip.set_current(annotation_id)

    def _put_desk_away(self) -> None:
        for card in self.strip.cards:
            if card.desk is not None:
                card.take_desk(None)
        self.desk.hide()
        self.desk.setParent(self)

    # Writing.

    def edit(self, annotation_id: str) -> None:
        """Begin to write the note of an annotation, here in its card."""
        placed = self._annotations.get(annotation_id)
        if placed is None:
            return
        self._annotations.set_current(annotation_id)
        if placed.annotation.is_read_only:
            return
        self._editing = annotation_id
        self._refresh(annotation_id)
        self.desk.begin(placed.annotation.body)
        self.strip.reflow_later()

    def begin_note(self) -> None:
        """Begin a note on the whole contribution."""
        new = self._annotations.note()
        if new:
            self.head.clear_filter()
            self.edit(new)

    def end_edit(self) -> None:
        """End the writing: what is typed is in the library at once."""
        editing, self._editing = self._editing, ""
        if editing:
            self._annotations.leave(editing)
            self._refresh(editing)

    def _end_by_key(self) -> None:
        """End the writing and stay at the card."""
        editing = self._editing
        self.end_edit()
        card = self.strip.card(editing)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    # Acts.

    def _act(self, annotation_id: str, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "take": lambda: self._take(annotation_id),
            "edit": lambda: self.edit(annotation_id),
            "leave": self._leave,
            "next": lambda: self._step(annotation_id, 1),
            "previous": lambda: self._step(annotation_id, -1),
            "first": lambda: self._go(0),
            "last": lambda: self._go(-1),
            "trash": lambda: self._trash(annotation_id),
            "copy": lambda: self._copy(annotation_id),
            "retry": self._annotations.retry,
        }
        if act in acts:
            acts[act]()
        elif act.isdecimal():
            self._annotations.change(annotation_id, colour=COLOURS[int(act) - 1])

    def _take(self, annotation_id: str) -> None:
        self._annotations.set_current(annotation_id)
        self._reveal(annotation_id)

    def _reveal(self, annotation_id: str) -> None:
        placed = self._annotations.get(annotation_id)
        piece = placed.anchor.pieces[0] if placed is not None and placed.anchor and placed.anchor.pieces else None
        if piece is not None and piece.boxes:
            self._view.reveal(piece.page - 1, piece.boxes[0])

    @property
    def order(self) -> list[str]:
        """Return the ids of what is shown, in the order in which the arrows go."""
        return [each.annotation.id for each in self.strip.rows]

    def _step(self, annotation_id: str, direction: int) -> None:
        order = self.order
        at = order.index(annotation_id) + direction if annotation_id in order else 0
        if 0 <= at < len(order):
            self._go(at)

    def _go(self, at: int) -> None:
        order = self.order
        if order:
            self.go_to(order[at])

    def go_to(self, annotation_id: str) -> None:
        """Take an annotation at hand, with the keyboard on its card."""
        self._take(annotation_id)
        card = self.strip.card(annotation_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.left.emit()

    def _trash(self, annotation_id: str) -> None:
        placed = self._annotations.get(annotation_id)
        if placed is None or placed.annotation.is_read_only:
            return
        order = self.order
        at = order.index(annotation_id) if annotation_id in order else 0
        self._annotations.trash([annotation_id])
        words = self.tr("Deleted: %1. The trash keeps it for 30 days.").replace("%1", name_words(placed.annotation))
        self._tell(words, self.tr("Undo"), lambda: self._annotations.restore([annotation_id]))
        left = len(self.order)
        if left:
            self._go(min(at, left - 1))
        else:
            self.left.emit()

    def _copy(self, annotation_id: str) -> None:
        placed = self._annotations.get(annotation_id)
        if placed is not None:
            content = content_of(placed)
            QGuiApplication.clipboard().setText("\n".join(part for part in (content.quote, content.body) if part))

    def focus_first(self) -> None:
        """Take the keyboard: at the annotation at hand, else at the first that shows."""
        card = self.strip.card(self._current) or next(iter(self.strip.cards), None)
        target = cast("QWidget", card or self.head)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.setAccessibleName(self.tr("Margin"))
        self.strip.measure_anew()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
