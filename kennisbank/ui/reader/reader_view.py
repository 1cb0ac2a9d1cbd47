"""The view in which papers are read: one tab for each."""

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.results import PassageHit
from kennisbank.services.reading import ReadingService
from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.lines import Hairline
from kennisbank.ui.reader.page_spread import Spread
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.related_papers import AskRelated
from kennisbank.ui.workers import TaskRunner

_NARROW = 720
"""Width in units of the design below which the left panel gives way to the page."""
_TAB_WORDS = 200
"""Room for the title in a tab, in units of the design."""


class ReaderView(QWidget):
    """Open papers in tabs.

    Signals: `link_requested` with an external URI (its address was shown as a tooltip); `details_requested` and
    `original_requested` with a contribution's id; `related_requested` with that of another paper to open;
    `next_paper_requested` with 1 or -1 when F3 or Shift+F3 goes beyond the hits of the paper; `night_paper_changed`
    when the reader chose, in a dark theme, dark or white paper; `panel_changed` with whether the left panel shows;
    `spread_changed` with the `Spread` in which pages stand;
    `places_changed` when `can_go_back` or `can_go_forward` may have changed; `current_changed` with the id of the paper
    in front (empty when none is open).
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
        self._reading, self._tasks, self._ask_related, self._desk = reading, tasks, ask_related, desk
        self._night = {True: night_paper, False: False}  # by whether the theme is dark
        self._shows_panel = shows_panel
        self._spread = spread
        self._tabs = QTabBar(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setMovable(True)
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setUsesScrollButtons(True)
        self._stack = QStackedWidget(self)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack.addWidget(self._nothing)
        self._panes: dict[int, PaperPane] = {}
        self._numbers = count(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(lambda _at: self._show_front())
        self._add_keys()
        follow(self, self._on_look)
        self.retranslate()
        self._show_front()

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+W", lambda: self.close_tab(self._tabs.currentIndex())),
            ("Ctrl+Tab", lambda: self._turn(1)),
            ("Ctrl+Shift+Tab", lambda: self._turn(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

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
            before = self.current_pane if in_place else None
            pane = self._new_tab(title or self.tr("Opening…"), before)
        self._tabs.setCurrentIndex(self._in_order().index(pane))
        pane.open(contribution, hits, current, file, page)
        pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit(contribution)

    def _new_tab(self, title: str, instead_of: PaperPane | None) -> PaperPane:
        pane = PaperPane(self._reading, self._tasks, self._ask_related, self._desk)
        pane.set_panel(self._shows_panel and not self._is_narrow())
        pane.set_night(self._is_night())
        pane.set_spread(self._spread)
        pane.title_changed.connect(lambda words: self._name_tab(pane, words))
        pane.link_requested.connect(self.link_requested)
        pane.details_requested.connect(self.details_requested)
        pane.original_requested.connect(self.original_requested)
        pane.related.chosen.connect(self.related_requested)
        pane.next_paper_requested.connect(self.next_paper_requested)
        pane.night_toggled.connect(self._on_night)
        pane.panel_toggled.connect(self._on_panel)
        pane.spread_chosen.connect(self.choose_spread)
        pane.places_changed.connect(self.places_changed)
        number = next(self._numbers)
        self._panes[number] = pane
        self._stack.addWidget(pane)
        at = self._in_order().index(instead_of) if instead_of is not None else self._tabs.count()
        self._tabs.insertTab(at, icon("file"), "")
        self._tabs.setTabData(at, number)
        self._tabs.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._close_button(pane))
        self._name_tab(pane, title)
        if instead_of is not None:
            self.close_tab(at + 1)
        self._show_front()
        return pane

    def _close_button(self, pane: PaperPane) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("x", "text_2"))
        button.setProperty("small", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does the same
        button.setAccessibleName(self.tr("Close this paper"))
        button.setToolTip(self.tr("Close this paper (Ctrl+W)"))
        follow(button, lambda: button.setIconSize(QSize(px(16), px(16))))
        button.clicked.connect(lambda: self.close_tab(self._in_order().index(pane)))
        return button

    def close_tab(self, at: int) -> None:
        """Close one tab; its place is remembered."""
        if not 0 <= at < self._tabs.count():
            return
        pane = self._panes.pop(self._tabs.tabData(at))
        pane.close_paper()
        self._stack.removeWidget(pane)
        self._tabs.removeTab(at)
        pane.deleteLater()
        self._show_front()

    def close_all(self) -> None:
        """Close every tab: when the window closes, so that every place is remembered."""
        while self._tabs.count():
            self.close_tab(self._tabs.count() - 1)

    def save_places(self) -> None:
        """Remember the place in every open paper."""
        for pane in self._in_order():
            pane.save_place()

    @property
    def current_pane(self) -> PaperPane | None:
        """Return the pane in front."""
        return self._panes.get(self._tabs.tabData(self._tabs.currentIndex()))

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
        numbers = [self._tabs.tabData(at) for at in range(self._tabs.count())]
        return [self._panes[number] for number in numbers if number in self._panes]

    def _name_tab(self, pane: PaperPane, title: str) -> None:
        at = self._in_order().index(pane)
        words = QFontMetrics(self._tabs.font()).elidedText(title, Qt.TextElideMode.ElideRight, px(_TAB_WORDS))
        self._tabs.setTabText(at, words.replace("&", "&&"))
        self._tabs.setTabToolTip(at, title)
        self._tabs.setAccessibleTabName(at, title)

    def _show_front(self) -> None:
        """Show the pane of the tab in front, or that none is open."""
        pane = self.current_pane
        self._stack.setCurrentWidget(pane if pane is not None else self._nothing)
        self._tabs.setVisible(self._tabs.count() > 0)
        self.current_changed.emit(self.current or "")
        self.places_changed.emit()

    def _turn(self, direction: int) -> None:
        count = self._tabs.count()
        if count:
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + direction) % count)

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
        parts: tuple[QWidget, ...] = (self._tabs, pane.toolbar, pane.panel, pane.view)
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
        self._tabs.setAccessibleName(self.tr("Open papers"))
        self._nothing.setText(self.tr("No paper is open. Open one from a search or from browsing, and it comes here."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
