"""Beheer: what waits for the maintainers, decided in place. With the archive only; without it that is said."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.accounts_page import AccountsPage
from kennisbank.ui.desk.desk_acts import DeskActs
from kennisbank.ui.desk.desk_list_page import DeskListPage
from kennisbank.ui.desk.desk_reading import DeskReading
from kennisbank.ui.desk.desk_words import LISTS, SECTIONS, section_name
from kennisbank.ui.desk.rules_page import LettersPage, RulesPage
from kennisbank.ui.desk.section_list import DeskSections, SectionDelegate
from kennisbank.ui.desk.trail_page import TrailPage
from kennisbank.ui.messages import message_for
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.browse_lists import BrowseList
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.panes import Panes
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class DeskView(View):
    """Lists at the left, what stands on one at the right. State: ``section``, one of `SECTIONS`."""

    def __init__(self, session: Session) -> None:
        """Build it; nothing is asked before it is shown."""
        super().__init__(session)
        self._reading, self._acts = DeskReading.of(session), DeskActs(session, self)
        self._section, self._error = "account", ""
        self._is_asked = False
        self.sections_model = DeskSections(self)
        self.sections = BrowseList(self.sections_model, SectionDelegate())
        self.choice = MetadataChoice()
        self.lists, self.accounts = DeskListPage(session, self._acts), AccountsPage(session, self._acts)
        self.trail, self.rules, self.letters = (
            TrailPage(session, self._acts),
            RulesPage(session),
            LettersPage(session, self._acts),
        )
        self._pages: dict[str, ArchivePage] = {
            "accounts": self.accounts, "trail": self.trail, "rules": self.rules, "newsletter": self.letters
        }  # fmt: skip
        self.trouble, self.nobody = EmptyState("offline"), EmptyState("shield")
        self._scrolls: dict[ArchivePage, Scroll] = {}
        self._middle, self._all = QStackedWidget(), QStackedWidget()
        self._bar, self._title = QWidget(), Text(size=15, strong=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_right()

    @property
    def page(self) -> ArchivePage:
        """Return the page that is chosen."""
        return self._pages.get(self._section, self.lists)

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being asked."""
        pages = (self.lists, self.accounts, self.trail)
        return self._reading.is_settled and all(each.is_settled for each in pages)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Manage"))
        self._title.setText(self.tr("Manage"))
        self.sections.setAccessibleName(self.tr("Lists"))
        self.choice.setAccessibleName(self.tr("List"))
        self._show_counts()
        for page in (self.lists, *self._pages.values()):
            page.retranslate()
        self.nobody.set_words(
            self.tr("This is the maintainers' desk."),
            self.tr("Log in"),
            self.tr("Log in as a maintainer of the archive to see what waits here."),
        )
        self._show_trouble()

    @override
    def focus_first(self) -> None:
        self.panes_.resize(self.size())  # just shown, it has yet to hear how much room there is
        if self._all.currentWidget() is self.nobody:
            self.nobody.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._middle.currentWidget() is self.trouble:
            self.trouble.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.panes_.is_left_shown:
            self.sections.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            focus_into(self._right)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.nobody,) if self._all.currentIndex() else self.panes_.panes

    @override
    def state(self) -> Mapping[str, object]:
        return {"section": self._section}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        section = str(state.get("section", ""))
        if section in SECTIONS:
            self._section = section
        self._enter()

    @override
    def refresh(self) -> None:
        self._enter()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_asked:
            self._enter()

    def _lay_out(self) -> None:
        for page in (self.lists, *self._pages.values()):
            self._scrolls[page] = Scroll(page)
            self._middle.addWidget(self._scrolls[page])
        self._middle.addWidget(self.trouble)
        left = Ground("surface", edges="r")
        column = Column(left, margins=(0, 16, 1, 0), spacing=8)
        row = Row(margins=(20, 0, 12, 0))
        row.addWidget(self._title)
        column.add_all(row, self.sections)
        self._right = QWidget()
        bar = Row(self._bar, margins=(32, 16, 16, 0))
        bar.add_all(self.choice, None)
        right = Column(self._right, spacing=0)
        right.add_all(self._bar, self._middle)
        right.setStretchFactor(self._middle, 1)
        self.panes_ = Panes(self._right, left=left, left_width=256)
        self._all.addWidget(self.panes_)
        self._all.addWidget(self.nobody)
        Column(self, spacing=0).addWidget(self._all)
        self._bar.hide()

    def _connect(self) -> None:
        self.sections.opened.connect(lambda row: self._choose(SECTIONS[row]))
        self.sections.moved.connect(lambda row: self._choose(SECTIONS[row]) if row >= 0 else None)
        self.choice.activated.connect(lambda at: self._choose(SECTIONS[at]))
        self.panes_.shown_changed.connect(lambda: self._bar.setVisible(not self.panes_.is_left_shown))
        self._reading.changed.connect(self._on_counts)
        ArchiveReading.of(self.session).shown.connect(lambda _facts: self._show_right())
        self.trouble.asked.connect(self._enter)
        self.nobody.asked.connect(lambda: self.session.go("archive", section="account"))
        for page in (self.lists, self.accounts, self.trail):
            page.unreachable.connect(self._on_trouble)
            page.answered.connect(self._on_answer)

    def _choose(self, section: str) -> None:
        if section != self._section:
            self._section = section
            self._enter()

    def _enter(self) -> None:
        """Show the page that is chosen, and ask what stands there now."""
        blocked = QSignalBlocker(self.sections.selectionModel())
        self.sections.go_to(SECTIONS.index(self._section))
        del blocked
        self.sections.viewport().update()
        self.choice.setCurrentIndex(SECTIONS.index(self._section))
        self._error = ""
        self._middle.setCurrentWidget(self._scrolls[self.page])
        if not self.session.is_open or not self._reading.is_maintainer:
            return
        self._is_asked = True
        self._reading.read()
        if self._section in LISTS:
            self.lists.show_list(self._section)
        else:
            self.page.entered()

    def _on_counts(self) -> None:
        self._show_counts()
        self._show_right()

    def _on_answer(self) -> None:
        self._error = ""
        self._middle.setCurrentWidget(self._scrolls[self.page])

    def _on_trouble(self, error: Exception) -> None:
        message = message_for(error)
        self._error, self._hint = message.text, message.hint
        self._show_trouble()
        had_focus = _has_focus(self._right)
        self._middle.setCurrentWidget(self.trouble)
        if had_focus and self.isVisible():
            self.trouble.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self) -> None:
        if self._error:
            hint = self.tr("Nothing is decided without the archive, and nothing is lost.")
            self.trouble.set_words(self._error, self.tr("Try again"), f"{self._hint} {hint}".strip())

    def _show_counts(self) -> None:
        self.sections_model.show_counts(self._reading.counts)
        blocked = QSignalBlocker(self.choice)
        at = self.choice.currentIndex()
        self.choice.clear()
        for each in SECTIONS:
            count = self._reading.counts.get(each, 0)
            self.choice.addItem(f"{section_name(each)} ({count})" if count else section_name(each))
        self.choice.setCurrentIndex(max(at, 0))
        del blocked

    def _show_right(self) -> None:
        """Show the desk to maintainers, to others what it is."""
        is_theirs = self._reading.is_maintainer
        self._all.setCurrentIndex(0 if is_theirs else 1)
        if is_theirs and self.isVisible() and not self._is_asked:
            self._enter()
        if not is_theirs:
            self._is_asked = False


def _has_focus(area: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and area.isAncestorOf(focused)
