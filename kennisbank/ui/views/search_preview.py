"""Beside the results: what the current one is, why it is there, and all places where the query is met in it."""

from urllib.parse import unquote

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import PassageHit
from kennisbank.ui.controllers.collecting import Collectable
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import language_name, number
from kennisbank.ui.look import follow, font
from kennisbank.ui.models.search_answer import ResultRow, in_reading_order
from kennisbank.ui.models.search_why import reasons
from kennisbank.ui.models.search_words import kind_words
from kennisbank.ui.views.result_authors import authors_html
from kennisbank.ui.views.result_keyword import KeywordButton
from kennisbank.ui.views.result_passages import PassageList
from kennisbank.ui.views.result_why import WhyTable
from kennisbank.ui.views.search_related import RelatedList
from kennisbank.ui.widgets.add_to_dossier import AddToDossier
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.cite_button import CiteButton
from kennisbank.ui.widgets.download_stand import DownloadStand
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.reading_mark import ReadingMarkButton
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import KeyHint, Text

_BY_MOUSE = Qt.TextInteractionFlag.LinksAccessibleByMouse


class SearchPreview(Ground):
    """The current result."""

    read_asked = Signal(object)
    """It is to be read at this `PassageHit` (None: at its best)."""
    details_asked = Signal(object)
    """Its details are asked for; with the contribution's id."""
    keyword_chosen = Signal(str)
    related_chosen = Signal(object)
    """A related contribution is to be read; with its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a result; what is related to one is asked of the library of `session`."""
        super().__init__("surface", parent=parent)
        self._row: ResultRow | None = None
        self._query = ""
        self._all: tuple[PassageHit, ...] = ()
        self._title = Text(size=20, strong=True, wraps=True, selectable=True)
        self._authors = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._authors.setTextInteractionFlags(_BY_MOUSE | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self._authors.linkActivated.connect(lambda name: session.go("person", name=unquote(name)))
        self._facts = Text(tone="text_2", wraps=True)
        self._read = Button("", "primary", key_hint="Enter")
        self._details = Button()
        self.collect = AddToDossier(session, lambda: Collectable((self._row.id,)) if self._row is not None else None)
        self.cite = CiteButton(session, lambda: (self._row.id,) if self._row is not None else ())
        self._mark = ReadingMarkButton(session, lambda: self._row.id if self._row is not None else None)
        self.stand = DownloadStand(session, self._to_fetch)
        self.stand.changed.connect(self._show_read)
        self._abstract_title, self._abstract = (
            Text(size=12, strong=True, tone="text_2"),
            Text(wraps=True, selectable=True),
        )
        self._keyword_title = Text(size=12, strong=True, tone="text_2")
        self._keyword_box = QWidget()
        self._keywords = FlowLayout(self._keyword_box)
        self._why_title, self._why = Text(strong=True), WhyTable()
        self._hits_title, self._hits = Text(strong=True), PassageList()
        self._next = Text(size=12, tone="text_2")
        self._related = RelatedList(session, is_small=True)
        self._lay_out()
        self._read.clicked.connect(lambda: self.read_asked.emit(self._hits.current))
        self._details.clicked.connect(self._on_details)
        self._hits.chosen.connect(self.read_asked)
        self._related.chosen.connect(self.related_chosen)
        follow(self, self._show_authors)
        self.retranslate()
        self.show_row(None, "")

    @property
    def row(self) -> ResultRow | None:
        """Return the result that is shown."""
        return self._row

    @property
    def passage(self) -> PassageHit | None:
        """Return the current hit of the current result."""
        return self._hits.current

    @property
    def lacks_passages(self) -> bool:
        """Tell whether only the best hits of the current result are here yet."""
        return self._row is not None and len(self._all) < self._row.hit.passage_count

    def show_row(self, row: ResultRow | None, query: str) -> None:
        """Show another result, found by `query`; its best hits are there at once, `show_passages` brings all."""
        self._row, self._query = row, query
        self._pages.setCurrentIndex(0 if row is not None else 1)
        self._related.ask(row.id if row is not None else None)
        if row is None:
            return
        self._show_contribution(row.contribution)
        self._scroll.verticalScrollBar().setValue(0)
        best = row.hit.passages[0] if row.hit.passages else None
        self._show_hits(row, in_reading_order(row.contribution, row.hit.passages), best)

    def show_passages(self, contribution: object, passages: tuple[PassageHit, ...]) -> None:
        """Show all hits of the current result, and stay at the one that is current."""
        if self._row is not None and self._row.id == contribution:
            self._show_hits(self._row, passages, self._hits.current)

    def step(self, direction: int) -> bool:
        """Go to the next hit (1) or the one before (-1); return whether there is one."""
        return self._hits.step(direction)

    def go_to_end(self, direction: int) -> None:
        """Go to the hit at which one comes in: the first when walking on (1), the last when walking back (-1)."""
        self._hits.go_to_end(direction)

    def show_why(self) -> None:
        """Bring the table of reasons in sight."""
        self._scroll.ensureWidgetVisible(self._hits_title)
        self._scroll.ensureWidgetVisible(self._why)
        self._scroll.ensureWidgetVisible(self._why_title)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("The current result"))
        self._nothing.set_words(self.tr("Here stands more about the result you choose."))
        self._read.setText(self.tr("Read at the hit"))
        self._details.setText(self.tr("Details"))
        self._abstract_title.setText(self.tr("Abstract"))
        self._keyword_title.setText(self.tr("Keywords"))
        self._why_title.setText(self.tr("Why this result"))
        self._next.setText(self.tr("next"))
        self._hits.setAccessibleName(self.tr("Hits in this contribution"))
        self._why.retranslate()
        self._related.retranslate()
        if self._row is not None:
            self._show_contribution(self._row.contribution)
            self._show_hits(self._row, self._all, self._hits.current)

    def _on_details(self) -> None:
        if self._row is not None:
            self.details_asked.emit(self._row.id)

    def _lay_out(self) -> None:
        self._page, self._nothing = QWidget(), EmptyState("hits")
        column = Column(self._page, margins=(24, 16, 24, 24), spacing=8)
        actions = QWidget()
        flow = FlowLayout(actions)
        flow.addWidget(self._read)
        flow.addWidget(self.stand.button)
        flow.addWidget(self._details)
        flow.addWidget(self.cite)
        flow.addWidget(self.collect)
        flow.addWidget(self._mark)
        hits_head = Row()
        hits_head.add_all(self._hits_title, None, self._next, KeyHint("F3"))
        column.add_all(self._title, self._authors, self._facts, self.stand, 8, actions, 8)
        column.add_all(self._abstract_title, self._abstract, 4, self._keyword_title, self._keyword_box, 8)
        column.add_all(self._why_title, self._why, 8, hits_head, self._hits, 8, self._related, None)
        self._scroll = Scroll(self._page)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._nothing)
        Column(self, spacing=0).addWidget(self._pages)

    def _show_contribution(self, contribution: Contribution) -> None:
        values = contribution.metadata.values
        self._mark.retranslate()
        self.stand.retranslate()
        self._show_read()
        self._title.setText(values.title)
        self._show_authors()
        self._authors.setVisible(bool(values.authors))
        facts = (fact.replace(" ", "\u00a0") for fact in self._fact_words(contribution))
        self._facts.setText("\u00a0\u00a0• ".join(facts))
        self._abstract.setText(values.abstract)
        self._keywords.clear()
        for keyword in values.keywords:
            button = KeywordButton(keyword, self.tr("Search for {keyword}").format(keyword=keyword))
            button.clicked.connect(lambda _on, keyword=keyword: self.keyword_chosen.emit(keyword))
            self._keywords.addWidget(button)
        for widget, is_shown in (
            (self._abstract_title, bool(values.abstract)),
            (self._abstract, bool(values.abstract)),
            (self._keyword_title, bool(values.keywords)),
            (self._keyword_box, bool(values.keywords)),
        ):
            widget.setVisible(is_shown)

    def _to_fetch(self) -> ContributionId | None:
        return self._row.id if self._row is not None and self._row.contribution.withdrawn is None else None

    def _show_read(self) -> None:
        """What isn't here can't be read: the button that brings it comes first then."""
        self._read.setVisible(self._row is None or bool(self._row.contribution.files))
        self.stand.withdrawn = self._row.contribution.withdrawn if self._row is not None else None

    def _show_authors(self) -> None:
        """Show the authors in the look in force: its line height and colours stand in their text."""
        self._authors.setFont(font(13))
        if self._row is not None:
            authors = self._row.contribution.metadata.values.authors
            self._authors.setText(authors_html(authors))
            self._authors.setAccessibleName(", ".join(each.name for each in authors))

    def _fact_words(self, contribution: Contribution) -> list[str]:
        values = contribution.metadata.values
        pages = sum(file.pages for file in contribution.current_files)
        facts = [values.edition or (str(values.year) if values.year else ""), *values.themes, kind_words(values.kind)]
        facts.append(self.tr("%n page(s)", "", pages).replace(str(pages), number(pages)) if pages else "")
        facts += [language_name(values.language) if values.language else "", values.licence]
        return [fact for fact in facts if fact]

    def _show_hits(self, row: ResultRow, passages: tuple[PassageHit, ...], current: PassageHit | None) -> None:
        self._all = passages
        count = row.hit.passage_count
        self._hits_title.setText(self.tr("%n hit(s)", "", count).replace(str(count), number(count)))
        self._hits.show_passages(row.contribution, passages, current)
        self._why.show_reasons(reasons(self._query, passages))
        has_hits = bool(passages)
        for widget in (self._why_title, self._why, self._hits_title, self._hits, self._next):
            widget.setVisible(has_hits)
