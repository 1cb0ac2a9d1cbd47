"""Browsing: a facet on top, its values at the left, the contributions of a value at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.browse_reading import BrowseReading, Values
from kennisbank.ui.controllers.collecting import Collectable
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.browse_papers import ORDERS, BrowsePapers
from kennisbank.ui.models.browse_values import BrowseFacet, BrowseValues, facet_words
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.add_to_dossier import AddToDossier
from kennisbank.ui.widgets.browse_lists import BrowseList, PaperList, ValueDelegate
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState, Ground, Hairline, SizedGround
from kennisbank.ui.widgets.cite_button import CiteButton
from kennisbank.ui.widgets.download_button import DownloadButton
from kennisbank.ui.widgets.fields import SearchField
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.reading_mark import ReadingMarkButton
from kennisbank.ui.widgets.text import Elided, Text

_TABS: Sequence[BrowseFacet] = ("edition", "theme", "author", "keyword", "year", "language", "kind", "here", "reading")


class BrowseView(View):
    """Facets, values, contributions."""

    def __init__(self, session: Session) -> None:
        """Build the view, on editions."""
        super().__init__(session)
        self._reading = BrowseReading(session, self)
        self._facet: BrowseFacet = "edition"
        self._value, self._paper = "", ""
        self._editions: dict[str, Edition] = {}
        self._has_any = True
        self.tabs = QTabBar()
        self.filter = SearchField()
        self.values_model, self.papers_model = BrowseValues(self), BrowsePapers(self)
        self.values, self.papers = BrowseList(self.values_model, ValueDelegate()), PaperList(self.papers_model)
        self._nothing_left, self._nothing_right, self._empty = EmptyState(), EmptyState("browse"), EmptyState("browse")
        self._heading, self._count = Elided("", 20, strong=True), Text(tone="text_2")
        self._about = Text(tone="text_2", wraps=True)
        self.website, self.page = Button("", "link", icon_name="globe"), Button("", "link")
        self.order = MetadataChoice()
        self.details = Button("", "secondary", icon_name="info")
        self.collect = AddToDossier(session, self._to_collect)
        self.cite = CiteButton(
            session, lambda: (ContributionId(self._paper),) if self._paper else (), lambda: self.papers_model.ids
        )
        self._states, self.mark = ReadingStates.of(session), ReadingMarkButton(session, self._to_mark, small=True)
        self.papers_model.tell_states(self._states.state)
        self._downloads = Downloads.of(session)
        self.fetch = DownloadButton(session, self._to_fetch, small=True)
        self.papers_model.tell_downloads(self._downloads.state)
        self._left_stack, self._right_stack, self._all = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._left, self._right = self._make_left(), self._make_right()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._load()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Browse"))
        self.tabs.setAccessibleName(self.tr("Browse by"))
        words = facet_words()
        for at, facet in enumerate(_TABS):
            self.tabs.setTabText(at, words[facet])
            self.tabs.setAccessibleTabName(at, words[facet])
        blocked = QSignalBlocker(self.order)
        chosen = max(self.order.currentIndex(), 0)
        self.order.clear()
        self.order.addItems(
            [self.tr("By title"), self.tr("Newest first"), self.tr("Oldest first"), self.tr("By author")]
        )
        self.order.setCurrentIndex(chosen)
        del blocked
        self.order.setAccessibleName(self.tr("Order"))
        self.details.setText(self.tr("Details"))
        self.details.setToolTip(self.tr("All that is known of the chosen contribution (Ctrl+I)"))
        self.papers.setAccessibleName(self.tr("Contributions"))
        self.papers.set_details_words(self.tr("Details (Ctrl+I)"))
        self._empty.set_words(
            self.tr("There is nothing to browse yet."),
            self.tr("Import contributions"),
            self.tr("Once there are contributions, you find them here by edition, theme, author and more."),
        )
        self.values_model.retranslate()
        self.papers_model.retranslate()
        self._show_facet_words()
        self._choose_value(self._value, reads=False)

    @override
    def focus_first(self) -> None:
        if self._all.currentIndex() == 1:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._paper and self.papers_model.rowCount():
            self.papers.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.values_model.rowCount():
            self.values.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.tabs, self._left, self._right) if self._all.currentIndex() == 0 else (self._empty,)

    @override
    def state(self) -> Mapping[str, object]:
        return {"facet": self._facet, "value": self._value, "contribution": self._paper}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        facet = next((each for each in _TABS if each == state.get("facet")), None)
        if facet is None:
            return
        self._value, self._paper = str(state.get("value", "")), str(state.get("contribution", ""))
        if facet != self._facet:
            blocked = QSignalBlocker(self.tabs)
            self.tabs.setCurrentIndex(_TABS.index(facet))
            del blocked
            self._facet = facet
            self.filter.set_text("", silently=True)
            self.values_model.narrow("")
        self._load()

    # Building

    def _make_left(self) -> Ground:
        left = Ground("window")
        column = Column(left, spacing=8, margins=(0, 12, 0, 0))
        field = Row(margins=(16, 4, 16, 0))
        field.addWidget(self.filter)
        for each in (self.values, self._nothing_left):
            self._left_stack.addWidget(each)
        column.add_all(field, self._left_stack)
        column.setStretchFactor(self._left_stack, 1)
        return left

    def _make_right(self) -> Ground:
        right = SizedGround("surface")
        right.resized.connect(self._fit_head)
        page = QWidget()
        head = Row(margins=(24, 16, 24, 4), spacing=12)
        words = Column(spacing=0)
        words.add_all(self._heading, self._count)
        head.addLayout(words, 1)
        head.add_all(self.order, self.cite, self.collect, self.details)
        for each in (self.order, self.cite, self.collect, self.details):
            head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        about = Row(margins=(24, 0, 24, 8), spacing=8)
        about.add_all(self.page, self.website, self._about, None, self.fetch, self.mark)
        about.setStretch(2, 1)
        column = Column(page, spacing=0)
        column.add_all(head, about, Hairline(), self.papers)
        column.setStretchFactor(self.papers, 1)
        for widget in (page, self._nothing_right):
            self._right_stack.addWidget(widget)
        Column(right).addWidget(self._right_stack)
        return right

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for _ in _TABS:
            self.tabs.addTab("")
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._left)
        panes.addWidget(self._right)
        panes.setStretchFactor(1, 1)
        self._left.setMinimumWidth(1)
        follow(self, lambda: self._left.setMinimumWidth(px(176)))
        follow(self, lambda: panes.setSizes([px(288), px(800)]))
        whole = QWidget()
        tabs = Row(margins=(16, 0, 16, 0))
        tabs.add_all(self.tabs)
        column = Column(whole, spacing=0)
        column.add_all(tabs, Hairline(), panes)
        column.setStretchFactor(panes, 1)
        self._all.addWidget(whole)
        self._all.addWidget(self._empty)
        Column(self).addWidget(self._all)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._states.changed.connect(self.papers.viewport().update)
        self._downloads.changed.connect(self.papers.viewport().update)
        self._reading.values_read.connect(self._show_values)
        self._reading.contributions_read.connect(self._show_papers)
        self.tabs.currentChanged.connect(lambda at: self._choose_facet(_TABS[at]))
        self.filter.changed.connect(self._narrow)
        self.filter.left_down.connect(lambda: self.values.setFocus(Qt.FocusReason.OtherFocusReason))
        self.values.moved.connect(self._on_value)
        self.values.opened.connect(lambda _row: self.papers.setFocus(Qt.FocusReason.OtherFocusReason))
        self.papers.opened.connect(self._read_paper)
        self.papers.moved.connect(self._on_paper)
        self.papers.details_asked.connect(self._show_details)
        self.order.currentIndexChanged.connect(lambda at: self.papers_model.order_by(ORDERS[max(at, 0)]))
        self.details.clicked.connect(lambda: self._show_details(self.papers.current_row))
        self.website.clicked.connect(self._open_website)
        self.page.clicked.connect(self._open_page)
        self._empty.asked.connect(lambda: session.go("import"))
        self._nothing_left.asked.connect(lambda: self.filter.set_text(""))
        for keys, act in (
            ("Ctrl+R", self._turn_mark),
            ("Ctrl+J", self.fetch.act),
            ("Ctrl+I", lambda: self._show_details(self.papers.current_row)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.collect.take_key(self)
        self.cite.take_key(self)

    # Reading

    def _on_opened(self) -> None:
        self._value, self._paper = "", ""
        self._load()

    def _on_changed(self, changes: ChangeSet) -> None:
        if (
            changes.ids("contribution")
            or changes.ids("edition")
            or (changes.ids("reading_mark") and self._facet == "reading")
        ):
            self._load()

    def _load(self) -> None:
        if self.session.is_open:
            self._reading.read_values(self._facet)

    def _choose_facet(self, facet: BrowseFacet) -> None:
        self._facet, self._value, self._paper = facet, "", ""
        self.filter.set_text("", silently=True)
        self.values_model.narrow("")
        self._show_facet_words()
        self._load()

    def _show_values(self, answer: Values) -> None:
        if answer.facet != self._facet:
            return
        self._editions = answer.editions
        blocked = QSignalBlocker(self.values)
        self.values_model.show(answer.facet, answer.values)
        del blocked
        self._has_any = bool(answer.values)
        self._find_out_if_empty()
        self._show_facet_words()
        known = {each.value for each in answer.values}
        wanted = self._value if self._value in known else (answer.values[0].value if answer.values else "")
        self._choose_value(wanted, reads=True)

    def _find_out_if_empty(self) -> None:
        """Show the page of an empty library when no contribution is here, whatever the facet."""
        if self._has_any:
            self._all.setCurrentIndex(0)
            return
        catalogue = self.session.kennisbank.catalogue
        self.session.tasks.read(
            self, lambda _ctx: catalogue.count(), lambda count: self._all.setCurrentIndex(0 if count else 1)
        )

    def _narrow(self, text: str) -> None:
        self.values_model.narrow(text)
        row = self.values_model.row_of(self._value)
        if row >= 0:
            self.values.go_to(row)
        self._show_facet_words()

    def _on_value(self, row: int) -> None:
        if row >= 0 and self.values_model.value(row) != self._value:
            self._paper = ""
            self._choose_value(self.values_model.value(row), reads=True)

    def _choose_value(self, value: str, *, reads: bool) -> None:
        self._value = value
        row = self.values_model.row_of(value)
        if row >= 0:
            self.values.go_to(row)
        self._show_about()
        self._right_stack.setCurrentIndex(0 if value else 1)
        if reads and value:
            self._reading.read_contributions(self._facet, value)

    def _show_papers(self, papers: list[Contribution]) -> None:
        self.papers_model.show(papers)
        wanted = self.papers_model.row_of(self._paper)
        self.papers.go_to(max(wanted, 0))
        self._show_count()

    # One contribution

    def _on_paper(self, row: int) -> None:
        self.details.setEnabled(row >= 0)
        self.collect.setEnabled(row >= 0)
        self.cite.setEnabled(row >= 0)
        self.mark.setEnabled(row >= 0)
        if row >= 0:
            self._paper = self.papers_model.paper(row).id
        self.mark.retranslate()
        self.fetch.retranslate()

    def _to_fetch(self) -> ContributionId | None:
        row = self.papers_model.row_of(self._paper) if self._paper else -1
        is_withdrawn = row >= 0 and self.papers_model.paper(row).withdrawn is not None
        return ContributionId(self._paper) if row >= 0 and not is_withdrawn else None

    def _to_mark(self) -> ContributionId | None:
        return ContributionId(self._paper) if self._paper else None

    def _turn_mark(self) -> None:
        if self._paper:
            self._states.turn(ContributionId(self._paper))

    def _to_collect(self) -> Collectable | None:
        return Collectable((ContributionId(self._paper),)) if self._paper else None

    def _fit_head(self) -> None:
        """Leave out what the keys do too where there is no room for it."""
        for button, room in ((self.details, 520), (self.cite, 640), (self.collect, 800), (self.mark, 420)):
            button.setVisible(self._right.width() >= px(room))
        self.fetch.let_show(may_show=self._right.width() >= px(420))

    def _read_paper(self, row: int) -> None:
        self.session.go("reader", contribution=self.papers_model.paper(row).id)

    def _show_details(self, row: int) -> None:
        if row >= 0:
            self.session.go("details", contribution=self.papers_model.paper(row).id)

    def _open_website(self) -> None:
        edition = self._editions.get(self._value)
        if edition is not None and edition.website:
            QDesktopServices.openUrl(QUrl(edition.website))

    def _open_page(self) -> None:
        """Go to the page of the author, or the edition, that is shown."""
        view, key = ("person", "name") if self._facet == "author" else ("edition", "code")
        self.session.go(view, **{key: self._value})

    # Words

    def _show_facet_words(self) -> None:
        """Say what the left list holds, and why it is empty when it is."""
        name = facet_words()[self._facet]
        self.values.setAccessibleName(name)
        self.filter.set_words(self.tr("Filter: %1").replace("%1", name), self.tr("Filter"), self.tr("Clear the filter"))
        if self.values_model.rowCount():
            self._left_stack.setCurrentIndex(0)
            return
        self._left_stack.setCurrentIndex(1)
        if self._facet == "reading":
            self._nothing_left.set_words(
                self.tr("You have marked nothing yet."),
                hint=self.tr("Mark a contribution as to read, reading or read: here, at a result, or on its page."),
            )
        elif self.values_model.total:
            self._nothing_left.set_words(self.tr("Nothing here has these words."), self.tr("Clear the filter"))
        else:
            self._nothing_left.set_words(self.tr("No contribution says this of itself yet."))
        self._nothing_right.set_words(
            self.tr("Nothing to show for this."),
            hint=self.tr("Fill it in with the details of a contribution, or import a list."),
        )

    def _show_about(self) -> None:
        """Name the value that is shown; of an edition also its website, or that there is none."""
        edition = self._editions.get(self._value) if self._facet == "edition" else None
        name = self.values_model.words(self._value)
        self._heading.set_text(f"{name}: {edition.name}" if edition is not None and edition.name else name)
        has_website = edition is not None and bool(edition.website)
        self.page.setVisible(edition is not None or (self._facet == "author" and bool(self._value)))
        self.page.setText(self.tr("About this author") if self._facet == "author" else self.tr("About this edition"))
        self.website.setVisible(has_website)
        self.website.setText(self.tr("Website of this congress"))
        self.website.setToolTip(edition.website if edition is not None else "")
        self._about.setVisible(edition is not None and not has_website)
        self._about.setText(self.tr("The archive has no website of this congress."))
        self._show_count()

    def _show_count(self) -> None:
        count = self.papers_model.rowCount()
        self._count.setText(self.tr("%n contribution(s)", "", count).replace(str(count), number(count)))
