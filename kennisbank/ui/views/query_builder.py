"""Advanced search: a query filled in as a form, with what it will say and how much it will find."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from kennisbank.search.parser import parse
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.query_count import Count, QueryCount
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language, number
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.query_form import QueryForm, form_of, text_of
from kennisbank.ui.models.query_remarks import remark_words
from kennisbank.ui.models.search_answer import Filters
from kennisbank.ui.models.search_words import asked_words
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Ground, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.query_form_fields import QueryFormFields
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Elided, Text

_WIDEST = 960
_LOW = 480


class QueryBuilderView(View):
    """Uitgebreid zoeken. State: ``query``, and whatever else the search view is to be given back."""

    def __init__(self, session: Session) -> None:
        """Build the page; nothing is counted yet."""
        super().__init__(session)
        self._state: dict[str, object] = {}
        self._count = QueryCount(session, self)
        self._counted: Count | None = None
        self._heading = Text(size=28, strong=True)
        self._lead = Text(size=15, tone="text_2", wraps=True)
        self._fields = QueryFormFields()
        self._preview = Elided(size=15)
        self._fault = ErrorLine()
        self._found, self._more = Text(strong=True), Text(tone="text_2", wraps=True)
        self._within = Text(tone="text_2", wraps=True)
        self._search, self._cancel = Button("", "primary", key_hint="Enter"), Button("", key_hint="Esc")
        self._clear, self._buttons = Button("", "link"), QWidget()
        self._lay_out()
        self._fields.changed.connect(self._on_change)
        self._count.counted.connect(self._show_count)
        self._search.clicked.connect(self._submit)
        self._cancel.clicked.connect(self._leave)
        self._clear.clicked.connect(self._empty)
        shortcut = QShortcut(QKeySequence("Escape"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._leave)
        session.opened.connect(self._on_opened)
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether the number that is shown is that of the form."""
        return self._count.is_settled

    @property
    def fields(self) -> QueryFormFields:
        """Return the form."""
        return self._fields

    @property
    def query(self) -> str:
        """Return the query that the form asks, in the language in force."""
        return text_of(self._fields.form(), language())

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Advanced search"))
        self._heading.setText(self.tr("Advanced search"))
        self._lead.setText(self.tr("Fill in what you know and leave the rest empty."))
        self._search.setText(self.tr("Search"))
        self._cancel.setText(self.tr("Cancel"))
        self._clear.setText(self.tr("Clear the form"))
        self._fields.retranslate()
        self._show_query()
        self._show_count(self._counted)

    @override
    def focus_first(self) -> None:
        self._fields.first_control.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self._scroll, self._footer)

    @override
    def state(self) -> Mapping[str, object]:
        return {**self._state, "query": self.query}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        """Fill the form in from a query; nothing in `state`: what stood here before."""
        self._offer()
        if not state:
            return
        self._state = {name: value for name, value in state.items() if name not in {"query", "current"}}
        query = str(state.get("query", ""))
        if query != self.query:
            self._fields.show_form(form_of(parse(query).tree, language()))
        self._on_change()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field searches; on a button it presses that."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self._submit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._count.stop()

    def _lay_out(self) -> None:
        page = QWidget()
        column = Column(page, margins=(28, 24, 28, 16), spacing=8)
        head = Column(margins=(4, 0, 4, 0), spacing=4)
        head.add_all(self._heading, self._lead)
        column.add_all(head, 8, self._fields)
        self._end = Column(margins=(4, 8, 4, 0), spacing=8)
        column.add_all(self._end, None)
        self._scroll = Scroll(page)
        self._footer = Ground("surface", edges="t")
        shown = Card()
        line = Row(shown, margins=(12, 8, 12, 8), spacing=8)
        line.addWidget(Picture("search", "text_2"))
        line.addWidget(self._preview, 1)
        line.addWidget(self._found)
        flow = FlowLayout(self._buttons)
        for each in (self._search, self._cancel, self._clear):
            flow.addWidget(each)
        foot = QWidget()
        self._foot = Column(foot, margins=(32, 12, 32, 12), spacing=8)
        self._foot.add_all(shown, self._fault, self._more)
        across = Row(self._footer, spacing=0)
        across.addWidget(foot, 100)
        across.addStretch(1)
        follow(self, lambda: page.setMaximumWidth(px(_WIDEST)))
        follow(self, lambda: foot.setMaximumWidth(px(_WIDEST)))
        whole = Column(self, spacing=0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._footer)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Keep the buttons in sight; at the end of the form where the window is low, as it is with large text."""
        place = self._foot if self.height() >= px(_LOW) else self._end
        if place.indexOf(self._buttons) < 0:
            place.add_all(self._within, self._buttons)

    # What is asked.

    def _on_opened(self) -> None:
        if self.isVisible():
            self._offer()
            self._on_change()

    def _on_change(self) -> None:
        self._show_query()
        self._count.ask(self.query, self._filters)

    @property
    def _filters(self) -> Filters:
        return cast("Filters", self._state.get("filters") or {})

    def _offer(self) -> None:
        """Offer the editions, authors and keywords that the library knows."""
        if not self.session.is_open:
            return
        catalogue = self.session.kennisbank.catalogue

        def job(_ctx: JobContext) -> list[list[str]]:
            return [[each.value for each in catalogue.browse(facet)] for facet in ("edition", "author", "keyword")]

        self.session.tasks.read(self, job, lambda known: self._fields.offer(*known), self.session.failed.emit)

    # What is shown.

    def _show_query(self) -> None:
        query = self.query
        self._preview.set_text(query)
        self._preview.setAccessibleName(self.tr("The query: {query}").format(query=query))
        self._search.setEnabled(bool(query))
        whole, rest = parse(query).not_understood, parse(self._fields.form().rest).not_understood
        self._fault.say(remark_words(whole[0].reason) if whole else "")
        self._fields.say_of_rest(remark_words(rest[0].reason) if rest else "")
        chosen = asked_words("", self._filters)
        self._within.setText(self.tr("Within what was chosen: {filters}").format(filters=chosen) if chosen else "")
        self._within.setVisible(bool(chosen))

    def _show_count(self, count: Count | None) -> None:
        self._counted = count
        self._found.set_tone("text" if count is not None else "text_2")
        self._found.setText(self._count_words(count))
        nearly = 0 if count is None else count.nearly
        more = self.tr("%n more have only some of these words", "", nearly).replace(str(nearly), number(nearly))
        self._more.setText(more if nearly else "")
        self._more.setVisible(bool(nearly))

    def _count_words(self, count: Count | None) -> str:
        if count is None:
            return "" if self.query else self.tr("Nothing is asked yet")
        words = self.tr("%n contribution(s)", "", count.total).replace(str(count.total), number(count.total))
        return words if count.is_exact else self.tr("at least {contributions}").format(contributions=words)

    # Going on.

    def _submit(self) -> None:
        query = self.query
        if not query:
            self.focus_first()
            return
        self.session.go("search", **self._state, query=query)
        shown = getattr(self.window(), "current_view", None)
        if isinstance(shown, View):
            shown.search_submitted(query)

    def _leave(self) -> None:
        back = getattr(self.window(), "back", None)
        if callable(back):
            back()

    def _empty(self) -> None:
        self._fields.show_form(QueryForm())
        self._on_change()
        self.focus_first()
