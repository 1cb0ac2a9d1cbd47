"""The margin: the annotations of the open paper beside its pages, to read and to write."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.models.margin_words import content_of, group_content, spoken
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.margin_acts import MarginActs
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_desk import MarginDesk
from kennisbank.ui.reader.margin_face import CardFace, FaceStyle
from kennisbank.ui.reader.margin_guests import MarginGuests
from kennisbank.ui.reader.margin_head import MarginHead
from kennisbank.ui.reader.margin_shelf import MarginShelf
from kennisbank.ui.reader.margin_strip import MarginStrip
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.layouts import Column

_OPENING = frozenset({"edit", "copy", "trash", "menu"})
"""Acts that on a guest mean to look at it: it isn't written, copied or thrown away here."""
_PART = 0.35
"""Of the height, at most, for each section that stands still."""


class Margin(Ground):
    """The panel at the right of the pages: notes on the whole, cards at their passages, what has no place any more.

    Signal: `left` when the keyboard goes back to the page. Its parts are reached as `head`, `notes`, `strip`, `gone`,
    `desk` (the fields of the card at hand) and `acts`.
    """

    left = Signal()

    def __init__(
        self,
        view: PageView,
        annotations: PaperAnnotations,
        desk: Desk,
        spans: Callable[[], tuple[Span, ...]],
        guests: MarginGuests | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Stand beside `view`, with what is in `annotations`; `spans` gives the text that is selected on the pages."""
        super().__init__("window", parent=parent)
        self._view, self._annotations = view, annotations
        self._guests = guests or MarginGuests(self)
        self._editing = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("no_ring", True)
        self.acts = MarginActs(annotations, desk, spans, self.card, self)
        self.head, self.desk = MarginHead(), MarginDesk(self)
        self.notes, self.gone = MarginShelf(self._dress, part=_PART), MarginShelf(self._dress, part=_PART)
        self.strip = MarginStrip(view, self._dress)
        column = Column(self, spacing=0)
        column.add_all(self.head, self.notes, self.strip, self.gone)
        column.setStretchFactor(self.strip, 1)
        self._connect()
        self.retranslate()
        self._on_changed()

    def _connect(self) -> None:
        annotations, desk = self._annotations, self.desk
        annotations.changed.connect(self._on_changed)
        self._guests.changed.connect(self._on_changed)
        annotations.current_changed.connect(self._on_current)
        annotations.saving_changed.connect(self._refresh)
        self.head.filtered.connect(lambda _filter: self._on_changed())
        self.head.note_requested.connect(self.begin_note)
        self.acts.edit_requested.connect(self.edit)
        desk.typed.connect(lambda text: annotations.write_body(self._editing, text))
        desk.tagged.connect(lambda tags: annotations.change(self._editing, tags=tags))
        desk.ended.connect(self._end_by_key)
        desk.left.connect(self.end_edit)
        desk.asked.connect(lambda act: self._act(annotations.current, act))
        desk.resized.connect(self._reflow)

    # What is shown.

    @property
    def _current(self) -> str:
        return self._annotations.current

    def _on_changed(self) -> None:
        placed = (*self._annotations.placed, *self._guests.placed)
        wanted = [each for each in placed if self.head.filter.lets_through(each)]
        tags = sorted({tag for each in placed for tag in each.annotation.tags}, key=str.casefold)
        self.head.put(len(placed), len(wanted), tuple(tags))
        self.notes.put([each for each in wanted if each.anchor is None])
        self.gone.put([each for each in wanted if each.anchor is not None and not each.anchor.pieces])
        self.strip.put([each for each in wanted if each.anchor is not None and each.anchor.pieces], self._current)

    def _dress(self, card: MarginCard, shown: Sequence[PlacedAnnotation], width: int) -> None:
        """Make a card show one annotation, or several, in a width: as they are now, with what was typed since."""
        shown = [self._annotations.get(each.annotation.id) or each for each in shown]
        if not card.is_connected:
            card.is_connected = True
            card.asked.connect(self._act)
            card.link_activated.connect(self.acts.link_requested)
        card.resize(width, card.height())
        card.count = len(shown)
        if card.is_group:
            content = group_content(shown)
            card.take_desk(None)
            card.put(content, CardFace(content, width, FaceStyle(is_line=True)), content.name, is_current=False)
        else:
            self._dress_one(card, shown[0], width)

    def _dress_one(self, card: MarginCard, placed: PlacedAnnotation, width: int) -> None:
        each = placed.annotation.id
        is_current, is_edited = each == self._current, each == self._editing
        guest = self._guests.content(each)
        content = guest or content_of(placed, self._annotations.saving(each))
        style = FaceStyle(is_whole=is_current, is_line=card.is_line and not is_current, is_edited=is_edited)
        card.put(content, CardFace(content, width, style), spoken(placed, content), is_current=is_current)
        if is_current and guest is None:
            self.desk.put(content, is_editing=is_edited)
            if card.desk is not self.desk:
                card.take_desk(self.desk)
        elif card.desk is not None:
            card.take_desk(None)

    def _refresh(self, annotation_id: str) -> None:
        for part in (self.notes, self.strip, self.gone):
            part.refresh(annotation_id)

    def _reflow(self) -> None:
        for shelf in (self.notes, self.gone):
            shelf.fit_later()
        self.strip.reflow_later()

    def _on_current(self, annotation_id: str) -> None:
        if self._editing and self._editing != annotation_id:
            self.end_edit()
        before = next((card for card in self.cards if card.desk is not None), None)
        if before is not None:
            before.take_desk(None)
        for shelf in (self.notes, self.gone):
            shelf.refresh_all()
        self.strip.set_current(annotation_id)

    # Writing.

    def edit(self, annotation_id: str) -> None:
        """Begin to write the note of an annotation, here in its card."""
        placed = self._annotations.get(annotation_id)
        if placed is None:
            return
        if not self.head.filter.lets_through(placed):
            self.head.clear_filter()
        self._annotations.set_current(annotation_id)
        if placed.annotation.is_read_only:
            return
        self._editing = annotation_id
        for shelf in (self.notes, self.gone):
            shelf.reveal(annotation_id)
        self._reveal(annotation_id)
        self._refresh(annotation_id)
        self._annotations.ask_tags(lambda tags: self.desk.tags.offer(tuple(tags)))
        self.desk.begin(placed.annotation.body)
        self._reflow()

    def begin_note(self) -> None:
        """Begin a note on the whole contribution."""
        self.edit(self._annotations.note())

    def end_edit(self) -> None:
        """End the writing: what is typed is in the library at once."""
        editing, self._editing = self._editing, ""
        if editing:
            self._annotations.leave(editing)
            self._refresh(editing)
            self._reflow()

    def _end_by_key(self) -> None:
        """End the writing and stay at the card; a note that went because nothing was written leaves for the page."""
        editing = self._editing
        self.end_edit()
        card = self.card(editing)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    # Acts.

    def _act(self, annotation_id: str, act: str) -> None:
        acts: dict[str, Callable[[str], object]] = {
            "take": self._take,
            "open": self.go_to,
            "edit": self.edit,
            "leave": lambda _id: self.left.emit(),
            "next": lambda each: self._step(each, 1),
            "previous": lambda each: self._step(each, -1),
            "first": lambda _id: self._go(0),
            "last": lambda _id: self._go(-1),
            "trash": self._trash,
            "copy": self.acts.copy,
            "retry": lambda _id: self._annotations.retry(),
            "seen": self.acts.seen,
            "attach": self.acts.attach,
            "version": self.acts.version,
            "menu": self._menu,
        }
        if self._guests.has(annotation_id) and act in _OPENING:
            self._guests.opened.emit(annotation_id)
        elif act in acts:
            acts[act](annotation_id)
        elif act.isdecimal() and (card := self.card(annotation_id)) is not None and card.has_swatch:
            self.acts.colour(annotation_id, int(act))

    def _menu(self, annotation_id: str) -> None:
        self._take(annotation_id)
        more = self.desk.more
        self.acts.menu(annotation_id, more.mapToGlobal(QPoint(0, more.height())))

    def _take(self, annotation_id: str) -> None:
        self._annotations.set_current(annotation_id)
        self._reveal(annotation_id)

    def _reveal(self, annotation_id: str) -> None:
        """Bring the passage of an annotation into view."""
        placed = self._annotations.get(annotation_id) or self._guests.get(annotation_id)
        piece = placed.anchor.pieces[0] if placed is not None and placed.anchor and placed.anchor.pieces else None
        if piece is not None and piece.boxes:
            self._view.reveal(piece.page - 1, piece.boxes[0])

    # Going about.

    @property
    def cards(self) -> list[MarginCard]:
        """Return the cards that there are, from above to below: only those near what shows."""
        return [*self.notes.cards, *self.strip.cards, *self.gone.cards]

    def card(self, annotation_id: str) -> MarginCard | None:
        """Return the card of an annotation; None while it is far from what shows."""
        return self.notes.card(annotation_id) or self.strip.card(annotation_id) or self.gone.card(annotation_id)

    @property
    def order(self) -> list[str]:
        """Return the ids of what is shown, in the order in which the arrows go."""
        return [*self.notes.order, *self.strip.order, *self.gone.order]

    def _step(self, annotation_id: str, direction: int) -> None:
        order = self.order
        at = order.index(annotation_id) + direction if annotation_id in order else 0
        if 0 <= at < len(order):
            self.go_to(order[at])

    def _go(self, at: int) -> None:
        order = self.order
        if order:
            self.go_to(order[at])

    def go_to(self, annotation_id: str) -> None:
        """Take an annotation at hand, with the keyboard on its card."""
        self._take(annotation_id)
        for shelf in (self.notes, self.gone):
            shelf.reveal(annotation_id)
        card = self.card(annotation_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trash(self, annotation_id: str) -> None:
        """Delete, and go on with the next."""
        order = self.order
        at = order.index(annotation_id) if annotation_id in order else 0
        if not self.acts.trash(annotation_id):
            return
        left = self.order
        if left:
            self.go_to(left[min(at, len(left) - 1)])
        else:
            self.left.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on: forwards to the card at hand, backwards to what stands before the margin."""
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.focusPreviousChild()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Take the keyboard: at the annotation at hand, else at the first that shows."""
        target: QWidget = (
            self.card(self._current) or self.strip.first_card() or next(iter(self.cards), None) or self.head.first
        )
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.setAccessibleName(self.tr("Margin"))
        self.notes.set_words(self.tr("On the whole contribution"))
        self.gone.set_words(self.tr("No longer on these pages"))
        for shelf in (self.notes, self.gone):
            shelf.refresh_all()
        self.strip.measure_anew()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Write what was typed: another paper comes to the front, or the window closes."""
        self._annotations.flush()
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()
