"""Searching: results as one types, narrowed at the left, looked at more closely at the right."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.results import FacetName, Order, PassageHit
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.controllers.search import AllPassages, SearchController, find_passages
from kennisbank.ui.controllers.search_recent import forget_searches, recent_searches, remember_search
from kennisbank.ui.controllers.search_trail import SearchTrail
from kennisbank.ui.models.search_answer import Answer, Asked, Filters, ResultRow, asked_from, asked_state
from kennisbank.ui.views.facet_panel import FacetPanel
from kennisbank.ui.views.result_list import ResultList
from kennisbank.ui.views.search_covers import CoverSheets
from kennisbank.ui.views.search_empty import SearchEmpty
from kennisbank.ui.views.search_head import SearchHead
from kennisbank.ui.views.search_nothing import NothingFound
from kennisbank.ui.views.search_preview import SearchPreview
from kennisbank.ui.views.search_save import SaveLine
from kennisbank.ui.views.search_state import IndexLine
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.panes import Panes

_LOOK_CLOSER_MS = 150
"""How long a result must be current before all its hits are fetched: not for each that the arrows pass."""


class SearchView(View):
    """Zoeken. State: what `asked_state` gives, and ``current`` (a contribution's id)."""

    @override
    def build(self) -> Iterator[None]:
        session = self.session
        self._search = SearchController(session, self)
        self._trail = SearchTrail.of(session)
        self._wanted: object = None
        self._wants_focus = False
        self._looking: JobContext | None = None
        self._closer = QTimer(self, singleShot=True, interval=_LOOK_CLOSER_MS)
        # The results first; what stands beside them is shown one by one after that, so that no letter has to wait.
        self._facets_later = QTimer(self, singleShot=True, interval=10)
        self._preview_later = QTimer(self, singleShot=True, interval=50)
        self._facets = FacetPanel()
        yield
        self._head, self._list = SearchHead(), ResultList()
        self._nothing, self._covers = NothingFound(), CoverSheets()
        yield
        self._preview = SearchPreview(session)
        yield
        self._index_line, self._empty, self._save = IndexLine(session), SearchEmpty(session), SaveLine(session)
        yield
        self._lay_out()
        yield
        self._connect()
        self._add_keys()
        self.retranslate()
        self._show_asked()

    @property
    def controller(self) -> SearchController:
        """Return who asks: for whoever waits until the answer is there."""
        return self._search

    @property
    def is_settled(self) -> bool:
        """Tell whether the answer and all hits of its current result are shown."""
        looks_closer = self._panes.is_right_shown and self._preview.lacks_passages
        is_drawn = not (self._facets_later.isActive() or self._preview_later.isActive())
        return self._search.is_settled and is_drawn and not looks_closer

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Search"))
        for part in (self._facets, self._head, self._list, self._nothing, self._covers, self._preview, self._empty):
            part.retranslate()
        self._index_line.retranslate()
        self._save.retranslate()

    @override
    def state(self) -> Mapping[str, object]:
        state, current = asked_state(self._search.asked), self._list.current
        return {**state, "current": current.id} if current is not None else state

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        """Show what is asked for; nothing in `state`: what stood here before."""
        if not state:
            return
        before, asked = self._search.asked, asked_from(state)
        if asked.since is not None and asked.since == before.since and asked.query != before.query:
            asked = replace(
                asked, since=None, is_only_new=False
            )  # another question is being typed over the one that was saved
        if asked.since != before.since and asked.since is not None:
            self._wants_focus = True  # somebody opened a saved search
        self._wanted = state.get("current") if asked != before else None
        is_typed = self.isVisible() and replace(asked, query="", since=None) == replace(before, query="", since=None)
        self._ask(asked, at_once=not is_typed)

    @override
    def search_submitted(self, text: str) -> None:
        if not text.strip():
            return
        self._ask(replace(self._search.asked, query=text), at_once=True)
        remember_search(self.session, text)
        self._wants_focus = True
        if self._search.is_settled:
            self._take_focus()

    @override
    def focus_first(self) -> None:
        if self._pages.currentWidget() is self._panes and self._middle.currentWidget() is self._list:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._pages.currentWidget() is self._panes:
            focus_into(self._nothing)
        else:
            self._empty.first_control.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self._panes.panes if self._pages.currentWidget() is self._panes else (self,)

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self._list)
        self._middle.addWidget(self._nothing)
        middle = QWidget()
        column = Column(middle, margins=(20, 12, 12, 0), spacing=8)
        column.add_all(self._head, self._save, self._index_line, self._middle, self._covers)
        column.setStretchFactor(self._middle, 1)
        self._panes = Panes(middle, left=self._facets, right=self._preview)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._panes)
        Column(self, spacing=0).addWidget(self._pages)

    def _connect(self) -> None:
        session, search = self.session, self._search
        search.answered.connect(self._show_answer)
        search.extended.connect(self._list.extend)
        search.failed.connect(session.failed)
        states = ReadingStates.of(session)
        self._list.tell_states(states.state)
        states.changed.connect(self._list.viewport().update)
        downloads = Downloads.of(session)
        self._list.tell_downloads(downloads.state)
        downloads.changed.connect(self._list.viewport().update)
        self._list.fetch_asked.connect(self._fetch)
        session.opened.connect(lambda: self._list.show_answer(None))
        session.settings_changed.connect(self._on_settings)
        self._facets.changed.connect(self._filter)
        self._head.filter_removed.connect(self._remove_filter)
        self._head.order_changed.connect(self._sort)
        self._head.strict_removed.connect(self._search_freely)
        self._head.instead.connect(self._ask_instead)
        self._head.save_asked.connect(self._save.open_line)
        self._save.saved_changed.connect(lambda is_saved: self._head.show_saved(is_saved=is_saved))
        self._save.closed.connect(self.focus_first)
        self._head.left_toggled.connect(lambda on: self._panes.show_left(is_shown=on))
        self._head.right_toggled.connect(lambda on: self._panes.show_right(is_shown=on))
        self._panes.shown_changed.connect(self._on_panes)
        self._list.current_changed.connect(self._show_current)
        self._list.opened.connect(lambda _row: self._open(self._preview.passage))
        self._list.why_asked.connect(self._show_why)
        self._list.left_up.connect(self._to_field)
        self._list.more_wanted.connect(search.more)
        self._nothing.suggested.connect(self._search_for)
        self._nothing.clear_asked.connect(lambda: self._filter({}))
        self._nothing.freely_asked.connect(self._search_freely)
        self._empty.chosen.connect(self._search_for)
        self._empty.forget_asked.connect(lambda: forget_searches(session))
        self._preview.read_asked.connect(self._open)
        self._preview.details_asked.connect(lambda contribution: session.go("details", contribution=contribution))
        self._preview.related_chosen.connect(lambda contribution: session.go("reader", contribution=contribution))
        self._preview.keyword_chosen.connect(lambda word: self._search_for(f'"{word}"' if " " in word else word))
        self._closer.timeout.connect(self._look_closer)
        self._facets_later.timeout.connect(self._show_facets)
        self._preview_later.timeout.connect(self._show_preview)
        self._on_settings(session.settings)
        self._on_panes()

    def _add_keys(self) -> None:
        for keys, act in (
            ("F3", lambda: self._step(1)),
            ("Shift+F3", lambda: self._step(-1)),
            ("Ctrl+B", lambda: self._panes.show_left(is_shown=not self._panes.is_left_shown)),
            ("Ctrl+M", lambda: self._panes.show_right(is_shown=not self._panes.is_right_shown)),
            ("Ctrl+S", self._save.open_line),
            ("Ctrl+R", self._turn_mark),
            ("Ctrl+J", lambda: self._fetch(self._list.current)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._preview.collect.take_key(self)
        self._preview.cite.take_key(self)
        self._preview.cite.all_source = lambda: self._list.ids

    # Asking.

    def _ask(self, asked: Asked, *, at_once: bool) -> None:
        self._search.ask(asked, at_once=at_once)
        self._show_asked()

    def _search_for(self, query: str) -> None:
        self.session.go("search", query=query)

    def _ask_instead(self, asked: Asked) -> None:
        """Ask what a notice offers, as a step of its own: back leads to the answer before it."""
        self.session.go("search", **asked_state(asked))

    def _search_freely(self) -> None:
        self._ask_instead(replace(self._search.asked, is_strict=False))

    def _filter(self, filters: Filters) -> None:
        self._ask(replace(self._search.asked, filters=dict(filters)), at_once=True)

    def _remove_filter(self, facet: str, value: str) -> None:
        filters = dict(self._search.asked.filters)
        name = cast("FacetName", facet)
        filters[name] = filters.get(name, frozenset()) - {value}
        self._filter({each: values for each, values in filters.items() if values})

    def _sort(self, order: str) -> None:
        self._ask(replace(self._search.asked, order=cast("Order", order)), at_once=True)

    # Showing.

    def _show_asked(self) -> None:
        asked = self._search.asked
        self._head.show_asked(asked)
        self._save.show_asked(asked)
        if asked.is_empty:
            self._list.show_answer(None)
            self._head.show_answer(None)
            self._pages.setCurrentWidget(self._empty)

    def _show_answer(self, answer: Answer) -> None:
        stays = self._wanted
        if stays is None and self._list.current is not None and self._shown_asked == answer.asked:
            stays = self._list.current.id
        self._wanted, self._shown_asked = None, answer.asked
        self._head.show_answer(answer)
        self._facets_later.start()
        self._covers.show_hits(answer.results.cover_sheets, answer.file_names)
        self._index_line.show_state(answer.results.index_state)
        self._list.show_answer(answer, stays)
        if not answer.rows:
            self._nothing.show_answer(answer)
        self._middle.setCurrentWidget(self._list if answer.rows else self._nothing)
        self._pages.setCurrentWidget(self._panes)
        self._take_focus()

    _shown_asked: Asked | None = None

    def _take_focus(self) -> None:
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self.focus_first()

    def _show_current(self, row: ResultRow | None) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if row is None:
            self._preview.show_row(None, "")
        self._preview_later.start()

    def _show_facets(self) -> None:
        answer = self._search.answer
        if answer is not None:
            results = answer.results
            self._facets.show_counts(results.facets, answer.asked.filters, is_exact=results.total_is_exact)

    def _show_preview(self) -> None:
        """Show the current result at the right, unless it stands there already."""
        self._preview_later.stop()
        row = self._list.current
        if self._panes.is_right_shown and row is not self._preview.row:
            self._preview.show_row(row, self._search.asked.query)
            self._closer.start()

    def _look_closer(self) -> None:
        row, answer = self._list.current, self._search.answer
        if row is None or answer is None or not self._preview.lacks_passages or not self._search.is_settled:
            return
        kennisbank = self.session.kennisbank

        def job(ctx: JobContext) -> AllPassages:
            return find_passages(kennisbank, answer.asked, row, ctx)

        def show(found: AllPassages) -> None:
            self._preview.show_passages(found.contribution, found.passages)

        self._looking = self.session.tasks.read(self, job, show, self.session.failed.emit)

    def _show_why(self, _row: ResultRow) -> None:
        self._panes.show_right(is_shown=True)
        self._show_preview()
        self._preview.show_why()

    def _turn_mark(self) -> None:
        row = self._list.current
        if row is not None:
            ReadingStates.of(self.session).turn(row.id)

    def _fetch(self, row: ResultRow | None) -> None:
        if row is not None and row.contribution.withdrawn is None:
            Downloads.of(self.session).act(row.id)

    # Going on.

    def _open(self, passage: PassageHit | None) -> None:
        row, answer = self._list.current, self._search.answer
        if row is None or answer is None:
            return
        remember_search(self.session, answer.asked.query)
        self._trail.open(answer, row, passage if self._preview.row is row else None)

    def _step(self, direction: int) -> None:
        self._show_preview()
        if self._panes.is_right_shown and self._preview.step(direction):
            return
        if self._list.step(direction):
            self._show_preview()
            self._preview.go_to_end(direction)

    def _to_field(self) -> None:
        window = self.window()
        field = getattr(window, "search_field", None)
        if isinstance(field, QWidget):
            field.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _on_panes(self) -> None:
        self._head.show_panes(is_left_shown=self._panes.is_left_shown, is_right_shown=self._panes.is_right_shown)
        self._show_preview()

    def _on_settings(self, _settings: Settings) -> None:
        self._empty.show_recent(recent_searches(self.session))
