"""Somebody over the editions: what they contributed, to what they belonged each time, and how to reach them."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.errors import NotFoundError
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_reading import DeskReading
from kennisbank.ui.desk.join_card import JoinCard
from kennisbank.ui.desk.page_reading import PageReading
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.metadata_words import kind_name
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text, plain_tip

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.people import Authorship, PersonEdition, PersonPage


class PersonView(View):
    """The page of an author. State: ``name``, in any spelling."""

    def __init__(self, session: Session) -> None:
        """Build the page; `show_state` says of whom."""
        super().__init__(session)
        self._name = ""
        self._page: PersonPage | None = None
        self._reading = PageReading(session, lambda people: people.person(self._name), self)
        self._desk, self._acts = DeskReading.of(session), DeskActs(session, self)
        self._over, self._heading = Text(size=12, tone="text_2"), Text(size=28, strong=True, wraps=True)
        self._lead, self.facts = Text(tone="text_2", wraps=True), FactRows()
        self.reach, self.join = (
            Button("", "secondary", icon_name="external"),
            Button("", "secondary", icon_name="users"),
        )
        self.joining, self._nothing = JoinCard(), EmptyState("user")
        self._sections: list[StartSection] = []
        self._stack = QStackedWidget()
        page = ArchivePage(session, widest=880)
        self._column = page.column
        flow = FlowLayout()
        flow.addWidget(self.reach)
        flow.addWidget(self.join)
        self._column.add_all(self._over, self._heading, self._lead, 4, self.facts, 4, flow, self.joining, 16, None)
        self._scroll = Scroll(page)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._nothing)
        Column(self, spacing=0).addWidget(self._stack)
        self._connect()
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._reading.is_settled

    @property
    def rows(self) -> list[QWidget]:
        """Return the contributions that are shown, in order."""
        return [row for section in self._sections if not section.isHidden() for row in section.rows]

    @override
    def title(self) -> str:
        return self._heading.text() or self.accessibleName()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Author"))
        self._over.setText(self.tr("Author"))
        self.join.setText(self.tr("Join spellings"))
        self._nothing.set_words(
            self.tr("Nobody of this name is in the library."),
            self.tr("Browse"),
            self.tr("A contribution of theirs may have been taken out meanwhile."),
        )
        self.joining.retranslate()
        if self._page is not None:
            self._show(self._page)

    @override
    def focus_first(self) -> None:
        first = next(iter(self.rows), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            focus_into(self)

    @override
    def state(self) -> Mapping[str, object]:
        return {"name": self._name} if self._name else {}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        wanted = str(state.get("name", ""))
        if wanted and wanted != self._name:
            self._name = wanted
            self.joining.hide()
        if self._name:
            self._reading.ask()

    def _connect(self) -> None:
        self._reading.shown.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._desk.changed.connect(self._show_buttons)
        self._nothing.asked.connect(lambda: self.session.go("browse", facet="author"))
        self.join.clicked.connect(self._begin_joining)
        self.joining.saved.connect(self._save)
        self.joining.parted.connect(self._part)
        self.joining.left.connect(lambda: self.join.setFocus(Qt.FocusReason.OtherFocusReason))
        self.reach.clicked.connect(self._open_reach)

    def _show(self, page: "PersonPage") -> None:
        self._page = page
        self._stack.setCurrentIndex(0)
        person = page.person
        self._heading.setText(person.name)
        editions = sum(each.edition is not None for each in page.editions)
        works = self.tr("%n contribution(s)", "", page.count).replace(str(page.count), number(page.count))
        over = self.tr("in %n edition(s)", "", editions).replace(str(editions), number(editions))
        self._lead.setText(f"{works} {over}" if editions else works)
        others = [each for each in person.names if each != person.name]
        is_link = _is_link(person.reach)
        self.facts.show_facts(
            [
                (self.tr("Also written as"), "; ".join(others)),
                (self.tr("Belonged to"), "\n".join(page.affiliations)),
                (self.tr("How to reach"), "" if is_link else person.reach),
            ]
        )
        self.reach.setText(self.tr("How to reach: {where}").format(where=person.reach) if is_link else "")
        self.reach.setToolTip(plain_tip(person.reach))
        self._show_buttons()
        self._show_editions(page)

    def _show_editions(self, page: "PersonPage") -> None:
        while len(self._sections) < len(page.editions):
            section = StartSection(inset=0)
            self._column.insertWidget(self._column.count() - 1, section)
            section.more_asked.connect(partial(self._go_to_edition, len(self._sections)))
            self._sections.append(section)
        for section in self._sections[len(page.editions) :]:
            section.show_rows("", [])
        for section, each in zip(self._sections, page.editions, strict=False):
            section.show_rows(
                self._edition_words(each),
                [self._row(wrote) for wrote in each.wrote],
                count=number(len(each.wrote)) if len(each.wrote) > 1 else "",
                more=self.tr("More about this edition") if each.edition is not None else "",
            )

    def _edition_words(self, each: "PersonEdition") -> str:
        edition = each.edition
        if edition is None:
            return self.tr("Without edition")
        return edition.name or edition.code

    def _row(self, wrote: "Authorship") -> StartRow:
        values = wrote.contribution.metadata.values
        page = self._page
        spelled = wrote.name if page is not None and wrote.name != page.person.name else ""
        second = "  •  ".join(part for part in (wrote.affiliation, spelled) if part)
        third = self.tr("with {others}").format(others=", ".join(wrote.others)) if wrote.others else ""
        right = kind_name(values.kind) if values.kind and values.kind != "article" else ""
        row = StartRow(values.title, second or third, right, third=third if second else "")
        contribution = wrote.contribution.id
        row.clicked.connect(lambda: self.session.go("details", contribution=contribution))
        return row

    def _go_to_edition(self, at: int) -> None:
        edition = self._page.editions[at].edition if self._page is not None else None
        if edition is not None:
            self.session.go("edition", code=edition.code)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._page = None
            self._stack.setCurrentIndex(1)
        else:
            self.session.failed.emit(error)

    def _show_buttons(self) -> None:
        page = self._page
        for button, is_shown in (
            (self.join, self._desk.is_maintainer),
            (self.reach, page is not None and _is_link(page.person.reach)),
        ):
            if button.isHidden() == is_shown:
                button.setVisible(is_shown)

    def _begin_joining(self) -> None:
        if self._page is not None:
            self.joining.begin(self._page.person, self._page.likely)

    def _save(self, name: str, names: list[str], reach: str) -> None:
        person = self._page.person.id if self._page is not None else ""
        self._acts.join_names(name, names, reach, person, lambda _id: self._joined(), self._fail_joining)

    def _part(self) -> None:
        page = self._page
        if page is not None and page.person.id:
            self._acts.part_names(page.person.id, lambda _none: self._joined(), self._fail_joining)

    def _joined(self) -> None:
        self.joining.hide()
        self.session.tell(self.tr("Done. Everybody has it with the next update."))
        Syncing.of(self.session).sync()

    def _fail_joining(self, error: Exception) -> None:
        self.joining.fail(str(message_for(error)))

    def _open_reach(self) -> None:
        if self._page is not None and _is_link(self._page.person.reach):
            QDesktopServices.openUrl(QUrl(self._page.person.reach))


def _is_link(text: str) -> bool:
    return text.startswith(("https://", "http://")) and not any(each.isspace() for each in text)
