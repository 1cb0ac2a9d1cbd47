"""The archive: one place where all about it stands. Without one, how to connect to one."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.language import number
from kennisbank.ui.models.archive_facts import ArchiveFacts
from kennisbank.ui.views.archive_account import AccountPage
from kennisbank.ui.views.archive_conflicts import ConflictsPage
from kennisbank.ui.views.archive_connect import ConnectPage
from kennisbank.ui.views.archive_news import NewsPage
from kennisbank.ui.views.archive_overview import OverviewPage
from kennisbank.ui.views.archive_papers import PapersPage
from kennisbank.ui.views.archive_waiting import WaitingPage
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.cards import Hairline
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll

SECTIONS = ("overview", "news", "papers", "waiting", "conflicts", "account")


class ArchiveView(View):
    """Archief. State: ``section``, one of `SECTIONS`, or ``stick`` for the card about that; ``since`` for the news."""

    def __init__(self, session: Session) -> None:
        """Build all sections; the first one is shown."""
        super().__init__(session)
        self._reading = ArchiveReading.of(session)
        self._section, self._wants_stick = "overview", False
        self._entered: ArchivePage | None = None
        self.connecting = ConnectPage(session)
        self.overview, self.news, self.papers = OverviewPage(session), NewsPage(session), PapersPage(session)
        self.waiting, self.conflicts, self.account = WaitingPage(session), ConflictsPage(session), AccountPage(session)
        self._pages: dict[str, ArchivePage] = dict(
            zip(
                SECTIONS,
                (self.overview, self.news, self.papers, self.waiting, self.conflicts, self.account),
                strict=True,
            )
        )
        self.tabs, self._bar, self._stack = QTabBar(), QWidget(), QStackedWidget()
        self._scrolls: dict[ArchivePage, Scroll] = {}
        self._lay_out()
        self.tabs.currentChanged.connect(lambda at: self._choose(SECTIONS[at]))
        self.overview.section_asked.connect(lambda name: session.go("archive", section=name))
        self._reading.shown.connect(self._on_facts)
        Syncing.of(session).ended.connect(lambda _outcome: self.retranslate())
        self.retranslate()
        self._show()

    @property
    def page(self) -> ArchivePage:
        """Return the page that is shown."""
        return self._pages[self._section] if self._reading.facts.link is not None else self.connecting

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Archive"))
        self.tabs.setAccessibleName(self.tr("About the archive"))
        facts = self._reading.facts
        waiting, conflicts = len(facts.waiting), facts.conflicts
        words = (
            self.tr("Overview"),
            self.tr("New"),
            self.tr("Papers"),
            self._counted(self.tr("Waiting"), waiting),
            self._counted(self.tr("Conflicts"), conflicts),
            self.tr("Account"),
        )
        for at, each in enumerate(words):
            self.tabs.setTabText(at, each)
            self.tabs.setAccessibleTabName(at, each)
        self.connecting.retranslate()
        for page in self._pages.values():
            page.retranslate()

    @override
    def focus_first(self) -> None:
        page = self.page
        control = page.first_control
        if self._wants_stick and isinstance(page, ConnectPage | OverviewPage):
            control = page.stick.open
        if control is not None and control.isVisible() and control.isEnabled():
            control.setFocus(Qt.FocusReason.TabFocusReason)
        elif not focus_into(page) and self._bar.isVisible():
            self.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.tabs, self._stack) if self._reading.facts.link is not None else (self._stack,)

    @override
    def state(self) -> Mapping[str, object]:
        return {"section": self._section}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        section = str(state.get("section", ""))
        self._wants_stick = section == "stick"
        if section in SECTIONS or self._wants_stick:
            self._section = "overview" if self._wants_stick else section
        if "since" in state:
            self.news.show_since(is_congress=state["since"] == "congress")
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._enter(self.page)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._enter(None)

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for _ in SECTIONS:
            self.tabs.addTab("")
        for page in (self.connecting, *self._pages.values()):
            scroll = self._scrolls[page] = Scroll(page)
            self._stack.addWidget(scroll)
        row = Row(margins=(16, 0, 16, 0))
        row.addWidget(self.tabs)
        bar = Column(self._bar, spacing=0)
        bar.add_all(row, Hairline())
        column = Column(self, spacing=0)
        column.add_all(self._bar, self._stack)
        column.setStretchFactor(self._stack, 1)

    @staticmethod
    def _counted(words: str, count: int) -> str:
        return f"{words} ({number(count)})" if count else words

    def _on_facts(self, facts: ArchiveFacts) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        was = self._stack.currentWidget()
        for at, (words, count) in enumerate(
            ((self.tr("Waiting"), len(facts.waiting)), (self.tr("Conflicts"), facts.conflicts)),
            SECTIONS.index("waiting"),
        ):
            self.tabs.setTabText(at, self._counted(words, count))
            self.tabs.setAccessibleTabName(at, self.tabs.tabText(at))
        self._show()
        if had_focus and self.isVisible() and self._stack.currentWidget() is not was:
            self.focus_first()

    def _choose(self, section: str) -> None:
        self._section = section
        self._show()

    def _show(self) -> None:
        blocked = QSignalBlocker(self.tabs)
        self.tabs.setCurrentIndex(SECTIONS.index(self._section))
        del blocked
        self._bar.setVisible(self._reading.facts.link is not None)
        page = self.page
        self._stack.setCurrentWidget(self._scrolls[page])
        if self.isVisible():
            self._enter(page)

    def _enter(self, page: ArchivePage | None) -> None:
        if page is self._entered:
            return
        before, self._entered = self._entered, page
        if before is not None:
            before.left()
        if page is not None:
            page.entered()
