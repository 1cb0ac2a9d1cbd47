"""An edition of the congress: when, where, by whom, its programme and website, and what it brought."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget
from typing_extensions import override

from kennisbank.domain.contribution import Edition
from kennisbank.errors import NotFoundError
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_reading import DeskReading
from kennisbank.ui.desk.edition_form import EditionForm
from kennisbank.ui.desk.edition_words import dates_words, is_address, website_words
from kennisbank.ui.desk.page_reading import PageReading
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.metadata_words import kind_name
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.views.paper_row import PaperRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, EmptyState
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text, plain_tip

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.people import EditionPage

_FEW, _MOST_THEMES = 12, 8


class EditionView(View):
    """The page of an edition. State: ``code``."""

    def __init__(self, session: Session) -> None:
        """Build the page; `show_state` says of which."""
        super().__init__(session)
        self._code = ""
        self._page: EditionPage | None = None
        self._shows_all = False
        self._reading = PageReading(session, lambda people: people.edition(self._code), self)
        self._desk, self._acts = DeskReading.of(session), DeskActs(session, self)
        self._over, self._heading = Text(size=12, tone="text_2"), Text(size=28, strong=True, wraps=True)
        self.facts, self._about = FactRows(), Text(size=12, tone="text_2", wraps=True)
        self.website, self.programme = Button("", "secondary", icon_name="globe"), Button("", "secondary")
        self.browse = Button("", "secondary", icon_name="search")
        self.edit = Button("", "secondary", icon_name="pencil")
        self.before, self.after = Button("", "link", icon_name="left"), Button("", "link", icon_name="right")
        self.form, self.contributions, self._nothing = EditionForm(), StartSection(inset=0), EmptyState("calendar")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._reading.is_settled

    @override
    def title(self) -> str:
        return self._heading.text() or self.accessibleName()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Edition"))
        self._over.setText(self.tr("Edition of the congress"))
        self.programme.setText(self.tr("Programme"))
        self.browse.setText(self.tr("Search in this edition"))
        self.edit.setText(self.tr("Edit"))
        self._nothing.set_words(self.tr("There is no such edition in the library."), self.tr("Browse"))
        self.form.retranslate()
        if self._page is not None:
            self._show(self._page)

    @override
    def focus_first(self) -> None:
        if self.website.isVisible():
            self.website.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            focus_into(self)

    @override
    def state(self) -> Mapping[str, object]:
        return {"code": self._code} if self._code else {}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        wanted = str(state.get("code", ""))
        if wanted and wanted != self._code:
            self._code, self._shows_all = wanted, False
            self.form.hide()
        if self._code:
            self._reading.ask()

    def hand_in_website(self, path: Path) -> None:
        """Hand in the archived website of the edition that is shown."""
        edition = self._page.edition if self._page is not None else None
        if edition is not None:
            title = self.tr("Sending a website")
            self._acts.put_website(edition, path, title, lambda _none: self._saved(), self._fail_saving)

    def _lay_out(self) -> None:
        page, card, flow = ArchivePage(self.session, widest=880), Card(), FlowLayout()
        inside = Column(card, margins=(20, 16, 20, 16), spacing=8)
        for button in (self.website, self.programme, self.browse, self.edit):
            flow.addWidget(button)
        inside.add_all(self.facts, 4, flow, self._about)
        ways = Row()
        ways.add_all(self.before, None, self.after)
        page.column.add_all(self._over, self._heading, 4, card, self.form, 12, self.contributions, ways, None)
        self._stack.addWidget(Scroll(page))
        self._stack.addWidget(self._nothing)
        Column(self, spacing=0).addWidget(self._stack)

    def _connect(self) -> None:
        self._reading.shown.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._desk.changed.connect(self._show_buttons)
        self._nothing.asked.connect(lambda: self.session.go("browse", facet="edition"))
        self.website.clicked.connect(lambda: self._open(self._page.edition.website if self._page else ""))
        self.programme.clicked.connect(lambda: self._open(self._page.edition.programme if self._page else ""))
        self.browse.clicked.connect(
            lambda: self.session.go("search", filters={"edition": frozenset({self._code})}, query="")
        )
        self.before.clicked.connect(lambda: self._go(self._page.before if self._page else None))
        self.after.clicked.connect(lambda: self._go(self._page.after if self._page else None))
        self.edit.clicked.connect(lambda: self.form.begin(self._page.edition) if self._page else None)
        self.form.saved.connect(self._save)
        self.form.left.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.form.website_asked.connect(self._choose_website)
        self.contributions.more_asked.connect(self._show_more)

    def _show(self, page: "EditionPage") -> None:
        self._page = page
        self._stack.setCurrentIndex(0)
        edition = page.edition
        self._heading.setText(edition.name or edition.code)
        count = len(page.contributions)
        works = self.tr("%n contribution(s)", "", count).replace(str(count), number(count))
        people = self.tr("by %n author(s)", "", page.people).replace(str(page.people), number(page.people))
        kinds = ", ".join(f"{kind_name(kind)} ({number(n)})" for kind, n in page.kinds)
        self.facts.show_facts(
            [
                (self.tr("When"), dates_words(edition)),
                (self.tr("Place"), edition.place),
                (self.tr("Organiser"), edition.organiser),
                (self.tr("Here"), f"{works} {people}" if page.people else works),
                (self.tr("Kinds"), kinds if len(page.kinds) > 1 else ""),
                (self.tr("Themes"), ", ".join(theme for theme, _ in page.themes[:_MOST_THEMES])),
            ]
        )
        for button, other in ((self.before, page.before), (self.after, page.after)):
            button.setText((other.name or other.code).replace("&", "&&") if other is not None else "")
        self._show_buttons()
        self._show_contributions(page)

    def _show_contributions(self, page: "EditionPage") -> None:
        shown = page.contributions if self._shows_all else page.contributions[:_FEW]
        rows = []
        for each in shown:
            row = PaperRow(self.session, each, authors_line(each))
            row.open.clicked.connect(lambda _on=False, paper=each.id: self.session.go("details", contribution=paper))
            rows.append(row)
        hidden = len(page.contributions) - len(shown)
        more = self.tr("Show {count} more").format(count=number(hidden)) if hidden else ""
        self.contributions.show_rows(self.tr("Contributions"), rows, count=number(len(page.contributions)), more=more)

    def _show_more(self) -> None:
        self._shows_all = True
        if self._page is not None:
            self._show_contributions(self._page)

    def _show_buttons(self) -> None:
        page = self._page
        if page is None:
            return
        words, about = website_words(page.edition)
        has_website = bool(words) and is_address(page.edition.website)
        self.website.setText(words)
        self.website.setToolTip(plain_tip(page.edition.website))
        self._about.setText(about)
        for button, is_shown in (
            (self.website, has_website),
            (self.programme, is_address(page.edition.programme)),
            (self.edit, self._desk.is_maintainer),
            (self.before, page.before is not None),
            (self.after, page.after is not None),
        ):
            if button.isHidden() == is_shown:
                button.setVisible(is_shown)

    def _go(self, edition: Edition | None) -> None:
        if edition is not None:
            self.session.go("edition", code=edition.code)

    @staticmethod
    def _open(address: str) -> None:
        if is_address(address):
            QDesktopServices.openUrl(QUrl(address))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._page = None
            self._stack.setCurrentIndex(1)
        else:
            self.session.failed.emit(error)

    def _save(self, edition: Edition) -> None:
        self._acts.save_edition(edition, lambda _none: self._saved(), self._fail_saving)

    def _saved(self) -> None:
        self.form.hide()
        self.session.tell(self.tr("Saved. Everybody has it with the next update."))
        Syncing.of(self.session).sync()

    def _fail_saving(self, error: Exception) -> None:
        self.form.fail(str(message_for(error)))

    def _choose_website(self) -> None:
        title = self.tr("Hand in an archived website")
        name, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Websites (*.warc *.warc.gz *.zip)"))
        if name:
            self.hand_in_website(Path(name))
