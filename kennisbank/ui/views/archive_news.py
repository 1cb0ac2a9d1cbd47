"""What is new in the archive since one looked last, edition by edition, each with a way to have it here."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.moments import now
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_contents import NewsContents, read_news
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number, size_of
from kennisbank.ui.models.archive_words import ArchiveCounts, moment_words
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.views.paper_row import PaperRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState
from kennisbank.ui.widgets.layouts import FlowLayout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text

_FEW = 8
"""Rows of a section before the rest is asked for."""


class NewsPage(ArchivePage):
    """One section an edition, then what changed and what was withdrawn."""

    def __init__(self, session: Session) -> None:
        """Build the page; it is read when somebody comes."""
        super().__init__(session, widest=960)
        self._contents = NewsContents()
        self._reading: JobContext | None = None
        self._since, self._is_entered = session.settings.news_seen, False
        self._since_congress = False
        self._all: set[str] = set()
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.fetch, self.choice = Button("", "secondary", icon_name="download"), MetadataChoice()
        buttons = FlowLayout()
        buttons.addWidget(self.choice)
        buttons.addWidget(self.fetch)
        self._empty = EmptyState("okc")
        self._sections: list[StartSection] = []
        self.column.add_all(self._heading, self._lead, 4, buttons, 8, self._empty, None)
        self.choice.activated.connect(lambda at: self.show_since(is_congress=at == 1))
        self.fetch.clicked.connect(lambda: Downloads.of(session).want(self._contents.missing))
        session.changed.connect(self._on_changed)
        session.opened.connect(self._read)
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._reading is None

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows that are shown."""
        return [row for section in self._sections if not section.isHidden() for row in section.rows]

    @property
    @override
    def first_control(self) -> QWidget | None:
        return next((row.open for row in self.rows if isinstance(row, PaperRow)), None)

    def show_since(self, *, is_congress: bool) -> None:
        """Show what is new since one looked last, or since the last congress."""
        self._since_congress = is_congress
        self._read()

    @override
    def entered(self) -> None:
        if not self._is_entered:
            self._is_entered = True
            self._since = self.session.settings.news_seen
        self._read()

    @override
    def left(self) -> None:
        """Note that this was seen: the next time only what comes from now on is new."""
        if self._is_entered:
            self._is_entered = False
            self.session.change_settings(news_seen=now().utc.isoformat(timespec="seconds"))

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("What is new"))
        self._empty.set_words(
            self.tr("Nothing new since you looked last."),
            hint=self.tr("What comes with the next update stands here."),
        )
        self._show(self._contents)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._is_entered and (changes.ids("contribution") or changes.ids("offer") or changes.ids("archive")):
            self._read()

    def _read(self) -> None:
        if not self.session.is_open or not self._is_entered:
            return
        if self._reading is not None:
            self._reading.cancel()
        kennisbank, since, since_congress = self.session.kennisbank, self._since, self._since_congress

        def job(ctx: JobContext) -> NewsContents:
            return read_news(kennisbank, since, ctx, since_congress=since_congress)

        self._reading = self.session.tasks.read(self, job, self._take, self._fail)

    def _take(self, contents: NewsContents) -> None:
        self._reading = None
        if contents != self._contents:
            self._show(contents)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self.session.failed.emit(error)

    def _show(self, contents: NewsContents) -> None:
        self._contents = contents
        self._show_choice(contents)
        groups = self._groups(contents)
        while len(self._sections) < len(groups):
            section = StartSection()
            self.column.insertWidget(self.column.indexOf(self._empty), section)
            at = len(self._sections)
            section.more_asked.connect(partial(self._show_all, at))
            self._sections.append(section)
        for section in self._sections[len(groups) :]:
            section.show_rows("", [])
        for section, (name, papers) in zip(self._sections, groups, strict=False):
            shown = papers if name in self._all else papers[:_FEW]
            rows = [self._row(each) for each in shown]
            more = self.tr("Show {count} more").format(count=number(len(papers) - len(shown)))
            section.show_rows(name, rows, count=number(len(papers)), more=more if len(papers) > len(shown) else "")
        self._empty.setVisible(not groups)
        self._lead.setText(self._lead_words(contents))
        self._lead.setVisible(bool(groups))
        count = len(contents.missing)
        words = self.tr("Download the %n that aren't here ({size})", "", count).replace(str(count), number(count))
        self.fetch.setText(words.format(size=size_of(contents.size)))
        self.fetch.setVisible(count > 1)

    def _groups(self, contents: NewsContents) -> list[tuple[str, Sequence[Contribution]]]:
        by_edition: dict[str, list[Contribution]] = {}
        for each in contents.added:
            by_edition.setdefault(each.metadata.values.edition, []).append(each)
        order = [*contents.editions, *(code for code in by_edition if code not in contents.editions)]
        groups: list[tuple[str, Sequence[Contribution]]] = [
            (code or self.tr("Without edition"), by_edition[code]) for code in order if code in by_edition
        ]
        groups.append((self.tr("Changed"), contents.changed))
        groups.append((self.tr("Withdrawn"), contents.withdrawn))
        groups += [(self.tr("In your search {name}").format(name=name), found) for name, found in contents.searches]
        return [group for group in groups if group[1]]

    def _lead_words(self, contents: NewsContents) -> str:
        count = ArchiveCounts().contributions(contents.added_count)
        if contents.is_of_congress and contents.congress is not None:
            name = contents.congress.name or contents.congress.code
            return self.tr("{count} of {congress} and since.").format(count=count, congress=name)
        if contents.since is None:
            return self.tr("{count}, all of them new to you.").format(count=count)
        today = date.today()  # noqa: DTZ011 - the reader's own day
        return self.tr("{count} since {when}.").format(count=count, when=moment_words(contents.since, today))

    def _show_choice(self, contents: NewsContents) -> None:
        """Offer the last congress, where one is known."""
        congress = contents.congress
        _show_if(self.choice, is_shown=congress is not None)
        self.choice.setAccessibleName(self.tr("New since when"))
        if congress is not None:
            words = self.tr("Since the last congress ({name})").format(name=congress.name or congress.code)
            blocked = QSignalBlocker(self.choice)
            self.choice.clear()
            self.choice.addItems([self.tr("Since you looked last"), words])
            self.choice.setCurrentIndex(int(contents.is_of_congress))
            del blocked

    def _row(self, each: Contribution) -> PaperRow:
        values = each.metadata.values
        second = "  •  ".join(part for part in (authors_line(each), *values.themes[:1]) if part)
        row = PaperRow(self.session, each, second)
        row.open.clicked.connect(lambda: self.session.go("reader", contribution=each.id))
        return row

    def _show_all(self, at: int) -> None:
        groups = self._groups(self._contents)
        if at < len(groups):
            self._all.add(groups[at][0])
            self._show(self._contents)


def _show_if(widget: QWidget, *, is_shown: bool) -> None:
    if widget.isHidden() == is_shown:
        widget.setVisible(is_shown)
