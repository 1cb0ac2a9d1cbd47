"""Start with something in the library: reading on, what is new, saved searches, editions, the searches made last."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.reading import ReadingPlace
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.start_reading import StartContents
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.search_words import authors_line, kind_words
from kennisbank.ui.models.start_words import day_words
from kennisbank.ui.views.search_saved import SavedSection
from kennisbank.ui.views.start_archive import ArchiveSection
from kennisbank.ui.views.start_congress import CongressNews, NextCongress
from kennisbank.ui.views.start_feedback import FeedbackSection
from kennisbank.ui.views.start_rows import ContinueCard, StartRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout
from kennisbank.ui.widgets.text import Text

_NARROW = 900
"""Width in units of the design below which the columns stand below one another."""
_FEW = 6


class FilledStart(QWidget):
    """Everything on it is in the library: nothing is invented, and what there is none of isn't shown."""

    paper_chosen = Signal(object)
    """A contribution is to be read; with its id."""
    edition_chosen = Signal(str)
    query_chosen = Signal(str)
    to_read_asked = Signal()
    """All that is to be read is asked for."""
    archive_asked = Signal(str)
    feedback_chosen = Signal(str)
    """What became of feedback is asked for; with the id of a thread, or empty for all of it."""
    """More about the archive is asked for; with the section of its page."""
    congress_asked = Signal()
    """What is new since the last congress is asked for."""
    leave_asked = Signal()
    """Back from the example to the reader's own library."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page, empty; the saved searches are those of `session`."""
        super().__init__(parent)
        self._saved, self._archive = SavedSection(session), ArchiveSection(session)
        self._feedback = FeedbackSection(session)
        self._congress, self._since = NextCongress(session), CongressNews(session)
        self._contents = StartContents(0)
        self._queries: list[str] = []
        self._shown_cards: list[ContinueCard] = []
        self._shows_all = self._is_example = False
        self._heading, self._second = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self._example_words, self._leave = Text(wraps=True), Button("", "secondary", small=True)
        self._reading_title, self._cards = Text(size=15, strong=True), Row(spacing=16)
        self._new, self._editions, self._searches = StartSection(), StartSection(), StartSection()
        self._to_read = StartSection()
        self._lay_out()
        self._leave.clicked.connect(self.leave_asked)
        self._new.more_asked.connect(self._toggle_all)
        self._to_read.more_asked.connect(self.to_read_asked)
        self._saved.arranged.connect(self._order_focus)
        self._archive.asked.connect(self.archive_asked)
        self._feedback.chosen.connect(self.feedback_chosen)
        self._feedback.arranged.connect(self._order_focus)
        self._archive.arranged.connect(self._order_focus)
        self._since.arranged.connect(self._order_focus)
        self._since.asked.connect(self.congress_asked)

    def show_contents(self, contents: StartContents, *, is_example: bool) -> None:
        """Show the library as it is."""
        self._contents, self._is_example = contents, is_example
        self.retranslate()

    def show_searches(self, queries: list[str]) -> None:
        """Show the searches made last."""
        self._queries = queries
        rows = []
        for query in queries[:_FEW]:
            row = StartRow(query, icon_name="search")
            row.clicked.connect(lambda _on, query=query: self.query_chosen.emit(query))
            rows.append(row)
        self._searches.show_rows(self.tr("Searched before"), rows)
        self._order_focus()

    def retranslate(self) -> None:
        """Set all words anew."""
        contents = self._contents
        today = date.today()  # noqa: DTZ011 - the reader's own day
        self._banner.setVisible(self._is_example)
        self._example_words.setText(
            self.tr("This is the example archive, a library of its own. Nothing you do here touches your own library.")
        )
        self._leave.setText(self.tr("To my own library"))
        self._show_heading(contents, today)
        self._show_reading(contents, today)
        self._show_to_read(contents)
        self._show_new(contents)
        self._show_editions(contents)
        self._saved.retranslate()
        self._feedback.retranslate()
        self._archive.show_archive(is_example=self._is_example)
        self._congress.show_congress(is_example=self._is_example)
        self._since.retranslate()
        self.show_searches(self._queries)

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window asks: the columns then stand below one another."""
        return QSize(px(280), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < px(_NARROW)
        self._columns.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        fits = event.size().width() >= px(_NARROW - 260)
        self._cards.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _lay_out(self) -> None:
        self._banner = Card()
        line = Row(self._banner, margins=(16, 10, 12, 10), spacing=12)
        line.addWidget(Picture("info", "accent"))
        line.addWidget(self._example_words, 1)
        line.addWidget(self._leave)
        title = QWidget()
        flow = FlowLayout(title, spacing=12)
        follow(title, lambda: flow.setContentsMargins(px(4), 0, px(4), 0))
        flow.addWidget(self._heading)
        flow.addWidget(self._second)
        self._reading = QWidget()
        reading = Column(self._reading, margins=(4, 0, 4, 16), spacing=12)
        reading.add_all(self._reading_title, self._cards)
        left, right = Column(spacing=8), Column(spacing=8)
        left.add_all(self._reading, self._feedback, self._to_read, self._new, None)
        right.add_all(self._congress, self._archive, self._since, self._saved, self._editions, self._searches, None)
        self._columns = Row(spacing=24)
        self._columns.addLayout(left, 19)
        self._columns.addLayout(right, 10)
        column = Column(self, margins=(28, 24, 28, 32), spacing=16)
        self._heading.setWordWrap(False)
        self._second.setWordWrap(False)
        column.add_all(self._banner, title, self._columns, None)
        self._banner.hide()

    def _show_heading(self, contents: StartContents, today: date) -> None:
        count = contents.count
        here = self.tr("%n contribution(s)", "", count).replace(str(count), number(count))
        if contents.since is None:
            self._heading.setText(self.tr("What is here"))
            self._second.setText(here)
            return
        fresh = contents.new_count
        self._heading.setText(self.tr("Since {day}").format(day=day_words(contents.since, today)))
        words = self.tr("%n new contribution(s)", "", fresh).replace(str(fresh), number(fresh))
        self._second.setText(words if fresh else self.tr("nothing new; {count} here").format(count=here))

    def _show_reading(self, contents: StartContents, today: date) -> None:
        self._reading_title.setText(self.tr("Continue reading"))
        clear_layout(self._cards)
        self._shown_cards = []
        for contribution, place in contents.recent:
            card = self._card(contribution, place, today)
            card.clicked.connect(lambda _on, paper=contribution.id: self.paper_chosen.emit(paper))
            self._cards.addWidget(card, 1)
            self._shown_cards.append(card)
        for _ in range(len(contents.recent), 2):
            self._cards.addStretch(1)
        self._reading.setVisible(bool(contents.recent))

    def _card(self, contribution: Contribution, place: ReadingPlace, today: date) -> ContinueCard:
        pages = next((file.pages for file in contribution.files if file.hash == place.file), 0)
        is_slides = contribution.metadata.values.kind == "slides"
        words = self.tr("slide {page} of {pages}") if is_slides else self.tr("p. {page} of {pages}")
        return ContinueCard(
            contribution.metadata.values.title,
            authors_line(contribution, 2),
            words.format(page=number(place.page), pages=number(pages)) if pages else "",
            day_words(place.moment, today),
            place.page / pages if pages else 0.0,
        )

    def _show_to_read(self, contents: StartContents) -> None:
        rows = []
        for contribution in contents.to_read:
            row = StartRow(contribution.metadata.values.title, _second_line(contribution), icon_name="book")
            row.clicked.connect(lambda _on, paper=contribution.id: self.paper_chosen.emit(paper))
            rows.append(row)
        count = contents.to_read_count
        more = self.tr("Show all {count}").format(count=number(count)) if count > len(rows) else ""
        self._to_read.show_rows(self.tr("To read"), rows, count=number(count) if count else "", more=more)

    def _show_new(self, contents: StartContents) -> None:
        shown = contents.newest if self._shows_all else contents.newest[:_FEW]
        rows = []
        for contribution in shown:
            row = StartRow(contribution.metadata.values.title, _second_line(contribution), _kind(contribution))
            row.clicked.connect(lambda _on, paper=contribution.id: self.paper_chosen.emit(paper))
            rows.append(row)
        hidden = len(contents.newest) - _FEW
        more = self.tr("Show fewer") if self._shows_all else self.tr("Show {count} more").format(count=number(hidden))
        title = self.tr("New since last time") if contents.since is not None else self.tr("Came in last")
        count = number(contents.new_count) if contents.since is not None else ""
        self._new.show_rows(title, rows, count=count, more=more if hidden > 0 else "")

    def _show_editions(self, contents: StartContents) -> None:
        rows = []
        for edition, count in contents.editions:
            row = StartRow(edition.name or edition.code, right=number(count), icon_name="calendar")
            row.clicked.connect(lambda _on, code=edition.code: self.edition_chosen.emit(code))
            rows.append(row)
        self._editions.show_rows(self.tr("Editions"), rows)

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self._show_new(self._contents)
        self._order_focus()

    def _order_focus(self) -> None:
        """Have Tab go as one reads, whenever rows were made."""
        sections = (
            self._feedback,
            self._to_read,
            self._new,
            self._archive,
            self._since,
            self._saved,
            self._editions,
            self._searches,
        )
        controls = [self._leave, *self._shown_cards, *(each for section in sections for each in section.controls)]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    @property
    def first_control(self) -> QWidget | None:
        """Return where one begins: what was being read, else what is new."""
        return next(iter((*self._shown_cards, *self._feedback.rows, *self._to_read.rows, *self._new.controls)), None)


def _second_line(contribution: Contribution) -> str:
    values = contribution.metadata.values
    edition = values.edition or (str(values.year) if values.year else "")
    return "  •  ".join(part for part in (authors_line(contribution), edition, *values.themes[:1]) if part)


def _kind(contribution: Contribution) -> str:
    kind = contribution.metadata.values.kind
    return kind_words(kind) if kind and kind != "article" else ""
