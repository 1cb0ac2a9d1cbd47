"""The view in which papers are read: one tab for each."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.results import PassageHit
from kennisbank.services.reading import ReadingService
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.models.kept_papers import ClosedPapers, KeptPaper
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.lines import Hairline
from kennisbank.ui.reader.page_spread import Spread
from kennisbank.ui.reader.paper_keys import add_keys
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.paper_tabs import PaperTabs
from kennisbank.ui.reader.recent_menu import RecentMenu
from kennisbank.ui.reader.related_papers import AskRelated
from kennisbank.ui.reader.spare_pane import SparePane
from kennisbank.ui.workers import TaskRunner

_NARROW = 720
"""Width in units of the design below which the left panel gives way to the page."""


class ReaderView(QWidget):
    """Open papers in tabs.

    Signals: `link_requested` with an external URI (its address was shown as a tooltip); `details_requested` and
    `original_requested` with a contribution's id; `related_requested` with that of another paper to open;
    `next_paper_requested` with 1 or -1 when F3 or Shift+F3 goes beyond the hits of the paper; `night_paper_changed`
    when the reader chose, in a dark theme, dark or white paper; `panel_changed` with whether the left panel shows;
    `spread_changed` with the `Spread` in which pages stand; `places_changed` when `can_go_back` or `can_go_forward` may
    have changed; `current_changed` with the id of the paper in front (empty when none is open); `pane_added` with a new
    `PaperPane`; `papers_changed` when other papers are open, or stand in another order.
    """

    link_requested = Signal(str)
    details_requested = Signal(str)
    original_requested = Signal(str)
    related_requested = Signal(str)
    next_paper_requested = Signal(int)
    night_paper_changed = Signal(bool)
    panel_changed = Signal(bool)
    spread_changed = Signal(str)
    places_changed = Signal()
    current_changed = Signal(str)
    pane_added = Signal(object)
    papers_changed = Signal()

    def __init__(
        self,
        reading: ReadingService,
        tasks: TaskRunner,
        *,
        night_paper: bool = True,
        shows_panel: bool = True,
        spread: Spread = "single",
        ask_related: AskRelated | None = None,
        desk: Desk | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Read with `reading` through `tasks`; `night_paper` is the reader's choice for the dark themes.

        Without `ask_related` the panel has no part for related papers; without a `desk` one can't write in margins.
        """
        super().__init__(parent)
        self._night = {True: night_paper, False: False}  # by whether the theme is dark
        self._shows_panel = shows_panel
        self._spread = spread
        self._closed = ClosedPapers()
        self._recent = RecentMenu(reading, tasks, self._closed)
        self._tabs = PaperTabs(self._recent, self)
        self._stack = QStackedWidget(self)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack.addWidget(self._nothing)
        self._panes: dict[int, PaperPane] = {}
        self._spare = SparePane(lambda: PaperPane(reading, tasks, ask_related, desk), tasks, self)
        self._asleep: dict[PaperPane, KeptPaper] = {}
        self._numbers = count(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self._tabs.turned.connect(self._on_turned)
        self._tabs.moved.connect(self.papers_changed)
        self._tabs.close_asked.connect(lambda number: self._close(number))  # noqa: PLW0108 - Qt would give it more
        self._recent.chosen.connect(lambda paper: self.open(ContributionId(paper)))
        self._recent.reopen_asked.connect(self.reopen)
        add_keys(
            self,
            (
                ("Ctrl+W", self.close_front),
                ("Ctrl+Tab", lambda: self._tabs.turn(1)),
                ("Ctrl+Shift+Tab", lambda: self._tabs.turn(-1)),
                ("Ctrl+Shift+T", self.reopen),
                ("Ctrl+E", self._recent.open_menu),
            ),
        )
        follow(self, self._on_look)
        self.retranslate()
        self._show_front()

    # Papers.

    def open(
        self,
        contribution: ContributionId,
        hits: Sequence[PassageHit] = (),
        current: int = -1,
        *,
        file: FileHash | None = None,
        page: PageNo | None = None,
        title: str = "",
        in_place: bool = False,
    ) -> None:
        """Bring a paper to the front, opening it if need be, at one of its hits.

        `current` is a number in `hits`; -1 opens at `page`, else where one was last. `title` stands in the tab until
        the paper is there. With `in_place` the paper in front gives way: for F3 from paper to paper.
        """
        pane = next((pane for pane in self._in_order() if pane.contribution == contribution), None)
        if pane is None:
            pane = self._new_tab(title or self.tr("Opening…"), self._front_number() if in_place else None)
            pane.contribution = contribution
        self._asleep.pop(pane, None)
        self._closed.take(contribution)
        self._tabs.bring(self._number_of(pane))
        pane.open(contribution, hits, current, file, page)
        pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit(contribution)
        self.papers_changed.emit()

    def _new_tab(self, title: str, instead_of: int | None = None) -> PaperPane:
        """Make a tab at the end, or in the place of another one, which is closed."""
        pane = self._spare.take()
        pane.set_panel(self._shows_panel and not self._is_narrow())
        pane.set_night(self._is_night())
        pane.set_spread(self._spread)
        number = next(self._numbers)
        self._connect_pane(pane, number)
        self._panes[number] = pane
        self._stack.addWidget(pane)
        self._tabs.add(number, title, self._tabs.numbers.index(instead_of) if instead_of is not None else None)
        if instead_of is not None:
            self._close(instead_of, is_kept=False)
        self._show_front()
        self.pane_added.emit(pane)
        return pane

    def _connect_pane(self, pane: PaperPane, number: int) -> None:
        pane.title_changed.connect(lambda words: self._on_title(number, words))
        pane.link_requested.connect(self.link_requested)
        pane.details_requested.connect(self.details_requested)
        pane.original_requested.connect(self.original_requested)
        pane.related.chosen.connect(self.related_requested)
        pane.next_paper_requested.connect(self.next_paper_requested)
        pane.night_toggled.connect(self._on_night)
        pane.panel_toggled.connect(self._on_panel)
        pane.spread_chosen.connect(self.choose_spread)
        pane.places_changed.connect(self.places_changed)

    def _on_title(self, number: int, words: str) -> None:
        self._tabs.rename(number, words)
        self.papers_changed.emit()

    def close_front(self) -> None:
        """Close the tab in front; its place is remembered."""
        number = self._front_number()
        if number is not None:
            self._close(number)

    def close_tab(self, at: int) -> None:
        """Close one tab; its place is remembered."""
        if 0 <= at < len(self._tabs.numbers):
            self._close(self._tabs.numbers[at])

    def _close(self, number: int, *, is_kept: bool = True) -> None:
        """Close a tab; unless another takes its place, it is kept to be opened again."""
        pane = self._panes.pop(number)
        if is_kept:
            self._closed.put(self._kept(pane))
        self._asleep.pop(pane, None)
        had_focus = pane.isAncestorOf(QApplication.focusWidget() or self)
        pane.close_paper()
        self._stack.removeWidget(pane)
        self._tabs.remove(number)
        pane.deleteLater()
        self._show_front()
        if had_focus:
            self._take_focus()
        self.papers_changed.emit()

    def _take_focus(self) -> None:
        """Give the keyboard to the paper in front, or to the button behind the tabs when there is none."""
        front = self.current_pane
        target = front.view if front is not None else self._recent
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def reopen(self, paper: KeptPaper | None = None) -> None:
        """Open a paper again whose tab was closed: this one, or the last."""
        found = self._closed.take(paper.contribution if paper is not None else None)
        if found is not None:
            self.open(found.contribution, file=found.file, title=found.title)

    # Papers that were open before.

    def restore(self, papers: Sequence[KeptPaper], front: int) -> None:
        """Put back tabs that were open; each paper is read when it first comes to the front.

        What somebody opened meanwhile stays in front, else the one numbered `front`.
        """
        is_first = not self._panes
        for paper in papers:
            if paper.contribution not in self.papers:
                pane = self._new_tab(paper.title)
                pane.contribution, pane.title = paper.contribution, paper.title
                self._asleep[pane] = paper
        if is_first and 0 <= front < len(papers):
            self._tabs.bring(self._tabs.numbers[front])
        self._wake()

    @property
    def kept(self) -> tuple[tuple[KeptPaper, ...], int]:
        """Return what `restore` needs: the open papers in the order of their tabs, and which of them is in front."""
        front = self._front_number()
        numbers = self._tabs.numbers
        return tuple(self._kept(pane) for pane in self._in_order()), numbers.index(front) if front in numbers else 0

    def _kept(self, pane: PaperPane) -> KeptPaper:
        asleep = self._asleep.get(pane)
        if asleep is not None:
            return asleep
        document = pane.document
        older = document.file.hash if document is not None and not document.file.is_current else None
        return KeptPaper(pane.contribution, pane.title, older)

    def _wake(self) -> None:
        """Open the paper in front, when it wasn't opened yet."""
        pane = self.current_pane
        paper = self._asleep.pop(pane, None) if pane is not None else None
        if pane is not None and paper is not None:
            pane.open(paper.contribution, file=paper.file)

    def _on_turned(self) -> None:
        self._show_front()
        self.papers_changed.emit()
        pane = self.current_pane
        if pane in self._asleep:
            self._wake()

    def close_all(self) -> None:
        """Close every tab: when the window closes, so that every place is remembered."""
        for number in reversed(self._tabs.numbers):
            self._close(number)

    def save_places(self) -> None:
        """Remember the place in every open paper."""
        for pane in self._in_order():
            pane.save_place()

    @property
    def current_pane(self) -> PaperPane | None:
        """Return the pane in front."""
        number = self._front_number()
        return self._panes.get(number) if number is not None else None

    @property
    def current(self) -> ContributionId | None:
        """Return the id of the paper in front."""
        pane = self.current_pane
        return pane.contribution if pane is not None else None

    @property
    def papers(self) -> list[ContributionId]:
        """Return the ids of the open papers, in the order of the tabs."""
        return [pane.contribution for pane in self._in_order()]

    def _in_order(self) -> list[PaperPane]:
        return [self._panes[number] for number in self._tabs.numbers if number in self._panes]

    def _front_number(self) -> int | None:
        return self._tabs.front

    def _number_of(self, pane: PaperPane) -> int:
        return next(number for number, each in self._panes.items() if each is pane)

    def _show_front(self) -> None:
        """Show the pane of the tab in front, or that none is open."""
        pane = self.current_pane
        self._stack.setCurrentWidget(pane if pane is not None else self._nothing)
        self.current_changed.emit(self.current or "")
        self.places_changed.emit()

    # Steps and places, for the shell's own keys and buttons.

    def step(self, direction: int) -> None:
        """Do what F3 (1) and Shift+F3 (-1) do."""
        if self.current_pane is not None:
            self.current_pane.walk.step(direction)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round, in the order in which one reads."""
        pane = self.current_pane
        if pane is None:
            return (self,)
        parts: tuple[QWidget, ...] = (self._tabs, *pane.parts)
        return tuple(part for part in parts if part.isVisible())

    @property
    def can_go_back(self) -> bool:
        """Tell whether the paper in front has a place to go back to."""
        return self.current_pane is not None and self.current_pane.places.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Tell whether the paper in front has a place to go forward to."""
        return self.current_pane is not None and self.current_pane.places.can_go_forward

    def go_back(self) -> bool:
        """Go back within the paper in front; return whether there was such a place."""
        return self.current_pane is not None and self.current_pane.travel.go_back()

    def go_forward(self) -> bool:
        """Go forward within the paper in front; return whether there was such a place."""
        return self.current_pane is not None and self.current_pane.travel.go_forward()

    # Paper and panel: one choice for all tabs.

    def _is_night(self) -> bool:
        return self._night[theme().is_dark]

    def set_night_paper(self, night: bool) -> None:  # noqa: FBT001 - a Qt setter
        """Take the reader's choice for the dark themes, as the settings have it."""
        self._night[True] = night
        self._on_look()

    def _on_night(self, night: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._night[theme().is_dark] = night
        if theme().is_dark:
            self.night_paper_changed.emit(night)
        self._on_look()

    def _on_look(self) -> None:
        """Follow the theme: white paper by day, in a dark theme as the reader chose."""
        for pane in self._panes.values():
            pane.set_night(self._is_night())

    def _on_panel(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show or hide the left panel; in a narrow window that is for the moment only."""
        for pane in self._panes.values():
            pane.set_panel(shown)
        if not self._is_narrow():
            self._shows_panel = shown
            self.panel_changed.emit(shown)

    def choose_spread(self, spread: Spread) -> None:
        """Put the pages of every paper below one another or side by side."""
        self._spread = spread
        for pane in self._panes.values():
            pane.set_spread(spread)
        self.spread_changed.emit(spread)

    def _is_narrow(self) -> bool:
        return self.width() < px(_NARROW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isValid() and (event.oldSize().width() < px(_NARROW)) == self._is_narrow():
            return
        for pane in self._panes.values():
            pane.set_panel(self._shows_panel and not self._is_narrow())

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self._nothing.setText(self.tr("No paper is open. Open one from a search or from browsing, and it comes here."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
