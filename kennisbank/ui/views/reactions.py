"""My reactions: everything one has written, over all papers: notes with their trash, and feedback to authors."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.reactions import Reactions, ReactionsRead
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.reactions import (
    ORDERS,
    REACTION_FACETS,
    Reaction,
    ReactionFacet,
    ReactionOrder,
    counted,
    narrowed,
)
from kennisbank.ui.views.exchanging import Exchanging
from kennisbank.ui.views.feedback_page import FeedbackPage
from kennisbank.ui.views.reaction_facets import ReactionFacets
from kennisbank.ui.views.reaction_head import ReactionHead
from kennisbank.ui.views.reaction_list import ReactionList
from kennisbank.ui.views.reaction_parts import PARTS, ReactionPart, ReactionParts
from kennisbank.ui.views.view import View
from kennisbank.ui.voices.own_page import OwnVoicesPage
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.panes import Panes


class ReactionsView(View):
    """Notes: facets at the left, head and list at the right; feedback behind the second tab, what is public the third.

    State: ``text``, ``chosen`` values, ``trash``, ``annotation``; ``part`` is a `ReactionPart`, ``thread``.
    """

    def __init__(self, session: Session) -> None:
        """Build the view."""
        super().__init__(session)
        self._reactions = Reactions(session, self)
        self._read = ReactionsRead((), is_trash=False, trashed=0, news={}, news_ids=())
        self._is_read = False
        self._text, self._is_trash = "", False
        self._chosen: dict[ReactionFacet, frozenset[str]] = {}
        self._order: ReactionOrder = "newest"
        self._wanted = AnnotationId("")
        self.head, self.list, self.facets = ReactionHead(), ReactionList(), ReactionFacets()
        self._empty, self._nothing = EmptyState("chat"), EmptyState()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._load()

    def _lay_out(self) -> None:
        middle = Ground("window")
        column = Column(middle, margins=(16, 16, 8, 0), spacing=8)
        for widget in (self.list, self._empty, self._nothing):
            self._stack.addWidget(widget)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self._panes = Panes(middle, left=self.facets, left_width=232)
        self.feedback, self.parts = FeedbackPage(self.session), ReactionParts()
        self.voices = OwnVoicesPage(self.session)
        self._pages = QStackedWidget()
        for page in (self._panes, self.feedback, self.voices):  # in the order of `PARTS`
            self._pages.addWidget(page)
        Column(self, spacing=0).add_all(self.parts, self._pages)

    def _connect(self) -> None:
        session, head, shown = self.session, self.head, self.list
        self.parts.chosen.connect(self.show_part)
        Feedback.of(session).changed.connect(self._show_news_count)
        session.opened.connect(self._load)
        session.changed.connect(self._on_changed)
        self._reactions.read.connect(self._on_read)
        self.facets.changed.connect(self._choose)
        head.text_changed.connect(self._search)
        head.left_down.connect(lambda: shown.setFocus(Qt.FocusReason.OtherFocusReason))
        head.order_changed.connect(self._put_in_order)
        head.trash_toggled.connect(self._show_trash)
        head.open_asked.connect(lambda: self._open(shown.chosen[0] if shown.chosen else None))
        head.discard_asked.connect(self._discard)
        head.restore_asked.connect(lambda: self._reactions.restore(self._chosen_ids()))
        head.export_asked.connect(self._export)
        head.erase_asked.connect(lambda: self._reactions.erase(self._chosen_ids()))
        head.news_asked.connect(self._show_news)
        head.news_seen.connect(lambda: self._reactions.seen(self._read.news_ids))
        shown.opened.connect(self._open)
        shown.discarded.connect(self._discard)
        shown.left_up.connect(head.focus_field)
        shown.chosen_changed.connect(self._on_chosen)
        self._empty.asked.connect(lambda: session.go("browse"))
        self._nothing.asked.connect(self._show_all)
        keys = QShortcut(QKeySequence("Ctrl+F"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(head.focus_field)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("My reactions"))
        self._empty.set_words(
            self.tr("You haven't written anything yet."),
            self.tr("Find a paper to read"),
            self.tr("Select a sentence while reading and mark it, or write a note. All of it comes together here."),
        )
        self.head.retranslate()
        self.list.retranslate()
        self.facets.retranslate()
        self.feedback.retranslate()
        self.voices.retranslate()
        self.parts.retranslate()
        self._show_news_count()
        self._show()

    @override
    def focus_first(self) -> None:
        if self.part == "feedback":
            self.feedback.focus_first()
        elif self.part == "voices":
            self.voices.focus_first()
        elif self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.head.focus_field()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if self.part == "feedback":
            return (self.parts, *self.feedback.panes)
        if self.part == "voices":
            return (self.parts, self.voices)
        return (self.parts, *((self.facets,) if self._panes.is_left_shown else ()), self.head, self.list)

    @override
    def state(self) -> Mapping[str, object]:
        chosen = self.list.chosen
        annotation = chosen[0].annotation.id if chosen else ""
        if self.part == "feedback":
            current = self.feedback.list.current
            return {"part": "feedback", "thread": current.id if current is not None else ""}
        if self.part == "voices":
            return {"part": "voices"}
        return {
            "part": "notes",
            "text": self._text,
            "chosen": dict(self._chosen),
            "trash": self._is_trash,
            "annotation": annotation,
        }

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        if "text" in state:
            self._text = str(state["text"])
            blocked = QSignalBlocker(self.head)
            self.head.set_text(self._text)
            del blocked
        chosen = state.get("chosen")
        if isinstance(chosen, Mapping):
            self._chosen = {facet: frozenset(chosen.get(facet, ())) for facet in REACTION_FACETS}
        self._wanted = AnnotationId(str(state.get("annotation", "")))
        self._is_trash = bool(state.get("trash", self._is_trash))
        part = state.get("part", "feedback" if Feedback.of(self.session).news else self.part)
        self.show_part(next((each for each in PARTS if each == part), "notes"))
        self.feedback.read(str(state.get("thread") or ""))
        self._load()

    @property
    def part(self) -> ReactionPart:
        """Return what is shown."""
        return PARTS[self._pages.currentIndex()]

    def show_part(self, part: ReactionPart) -> None:
        """Show notes, feedback, or what is public."""
        self.parts.put(part)
        self._pages.setCurrentIndex(PARTS.index(part))
        if part == "feedback" and self.isVisible():
            self.feedback.read()
        elif part == "voices":
            self.voices.read()

    def _show_news_count(self) -> None:
        self.parts.set_news(len(Feedback.of(self.session).news))

    # Reading

    def _load(self) -> None:
        if self.session.is_open:
            self._reactions.ask(is_trash=self._is_trash)

    def _on_changed(self, changes: ChangeSet) -> None:
        # Unseen it isn't read: each pause in a note is such a change, and `show_state` reads when one comes here.
        if self.isVisible() and (changes.ids("annotation") or changes.ids("contribution")):
            self._load()

    def _on_read(self, read: ReactionsRead) -> None:
        self._read, self._is_read = read, True
        self._show()
        if self._wanted:
            self.list.go_to_annotation(self._wanted)
            self._wanted = AnnotationId("")

    # Showing

    def _show(self) -> None:
        read = self._read
        rows = sorted(narrowed(read.rows, self._text, self._chosen), key=ORDERS[self._order])
        self.facets.show_counts(counted(read.rows, self._text, self._chosen), self._chosen)
        self.list.put(rows)
        self.head.show_numbers(len(rows), len(read.rows), read.trashed, is_trash=self._is_trash)
        self.head.show_news(read.news if not self._is_trash else {})
        self._stack.setCurrentWidget(self.list if rows or not self._is_read else self._why_nothing())
        self._on_chosen()

    def _why_nothing(self) -> EmptyState:
        if self._read.rows:
            self._nothing.set_words(self.tr("Nothing you wrote has all of this."), self.tr("Show everything"))
        elif self._is_trash:
            self._nothing.set_words(
                self.tr("The trash is empty."),
                self.tr("Back to my reactions"),
                self.tr("What you throw away stays here for 30 days."),
            )
        else:
            return self._empty
        return self._nothing

    def _search(self, text: str) -> None:
        self._text = text
        self._show()

    def _choose(self, chosen: Mapping[ReactionFacet, frozenset[str]]) -> None:
        self._chosen = dict(chosen)
        self._show()

    def _put_in_order(self, order: ReactionOrder) -> None:
        self._order = order
        self._show()

    def _show_trash(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._is_trash, self._is_read = shown, False
        self._chosen = {}
        self._load()

    def _show_all(self) -> None:
        if not self._read.rows and self._is_trash:
            self._show_trash(False)
            return
        self._text, self._chosen = "", {}
        self.head.set_text("")
        self._show()

    def _show_news(self) -> None:
        self._choose({"state": frozenset(self._read.news)})

    # Acting

    def _on_chosen(self) -> None:
        self.head.show_chosen(len(self.list.chosen))

    def _chosen_ids(self) -> list[AnnotationId]:
        return [each.annotation.id for each in self.list.chosen]

    def _discard(self) -> None:
        if not self._is_trash:
            self._reactions.trash(self._chosen_ids())

    def _export(self) -> None:
        several = self._chosen_ids()
        if len(several) < 2:
            several = [row.annotation.id for at in range(self.list.rows.rowCount()) if (row := self.list.rows.row(at))]
        Exchanging.of(self.session).export_these(several, self.tr("My reactions"), self)

    def _open(self, each: Reaction | None) -> None:
        """Go to the passage: in the newest version of the file, or where it was made when it is gone from there."""
        if each is None:
            return
        if each.contribution is None:
            self.session.tell(self.tr("This paper is no longer in the library; what you wrote about it is kept."))
            return
        anchor = each.anchor if each.anchor is not None and each.anchor.pieces else each.annotation.anchor
        place: dict[str, object] = {}
        if anchor is not None and anchor.page is not None:
            place = {"file": anchor.file, "page": anchor.page}
        if each.annotation.trashed is None:
            place["annotation"] = each.annotation.id
        self.session.go("reader", contribution=each.contribution.id, **place)
