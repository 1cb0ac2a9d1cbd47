"""The window: rail, top bar, the views and the status line, and the ways between them.

It knows no view by name but the one to begin with and the one that searches; views come from the registry and are made
when they are first shown.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.links import looks_like_link
from kennisbank.ui import keys
from kennisbank.ui.controllers.backups import DailyBackups
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.links import LinkOpening
from kennisbank.ui.controllers.navigation import History, Place
from kennisbank.ui.controllers.older_files import OlderFiles
from kennisbank.ui.controllers.papers_before import was_reading
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.controllers.scans import ScanReading
from kennisbank.ui.controllers.session import Notice, Session
from kennisbank.ui.controllers.status import LibraryFacts, StatusController
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.frame.drop_target import DropTarget, dropped_paths
from kennisbank.ui.frame.rail import Rail
from kennisbank.ui.frame.search_completing import SearchCompleting
from kennisbank.ui.frame.status_line import StatusLine
from kennisbank.ui.frame.top_bar import TopBar
from kennisbank.ui.icons import icon
from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.views.registry import HOME, VIEWS, ViewEntry
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.toast import Toast

SEARCH_VIEW, QUERY_VIEW, IMPORT_VIEW, HELP_VIEW, READER_VIEW = "search", "query", "import", "help", "reader"
ARCHIVE_VIEW = "archive"
_WHOLE: Final = object()


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, session: Session, entries: Sequence[ViewEntry] = VIEWS) -> None:
        """Show the first view; what needs the library waits for `Session.opened`."""
        super().__init__()
        self.session = session
        self._entries = {each.name: each for each in entries}
        self._views: dict[str, View] = {}
        self._begun: dict[str, tuple[View, Iterator[None]]] = {}
        self._history = History()
        self._facts: LibraryFacts | None = None
        self._rail = Rail(entries)
        self._top = TopBar()
        self._stack = QStackedWidget()
        self._status = StatusLine(session)
        self._status_facts = StatusController(session, self)
        self._scans = ScanReading(session, self)
        self._backups = DailyBackups(session, self)
        self._older_files = OlderFiles(session, self)
        self._syncing, self._downloads = Syncing.of(session), Downloads.of(session)
        self._rail_facts, self._author = RailFacts.of(session), AuthorReading.of(session)
        self._feedback = Feedback.of(session)
        self._lay_out()
        self._toast = Toast(self._stack)
        self._drop = DropTarget(self._stack)
        self._connect()
        self._bind_keys()
        self.setAcceptDrops(True)
        self.setWindowIcon(icon("kennisbank", "accent"))
        self.retranslate()
        self._restore_geometry()
        self.go(Place(HOME if HOME in self._entries else next(iter(self._entries))))

    @property
    def current_view(self) -> View:
        """Return the view that is shown."""
        view = self._stack.currentWidget()
        assert isinstance(view, View)
        return view

    @property
    def search_field(self) -> QWidget:
        """Return the search field on top, for a view that gives the keyboard back to it."""
        return self._top.search

    @property
    def history(self) -> History:
        """Return the places one came through."""
        return self._history

    def go(self, place: Place, *, replaces: bool = False) -> None:
        """Go to a place, or say better where one is (`replaces`): as one types, each letter is no new step."""
        if place.view not in self._entries:
            return
        if replaces:
            self._history.replace(place)
        elif not self._is_here(place):
            self._remember()
            self._history.go(place)
        self._show(self._history.here or place, takes_focus=not replaces)

    def back(self) -> None:
        """Go back one place: inside the view that is shown, else to the view before it."""
        if not self._step_inside(-1) and self._history.has_back:
            self._remember()
            self._show_again(self._history.back())

    def forward(self) -> None:
        """Go forward one place: inside the view that is shown, else to the view after it."""
        if not self._step_inside(1) and self._history.has_forward:
            self._remember()
            self._show_again(self._history.forward())

    def view(self, name: str) -> View:
        """Return the view of this name, made if need be."""
        while not self.is_made(name):
            self.make_part(name)
        return self._views[name]

    def is_made(self, name: str) -> bool:
        """Tell whether all of the view of this name is made."""
        return name in self._views

    def make_part(self, name: str) -> None:
        """Make the next part of the view of this name, which isn't made yet."""
        if name not in self._begun:
            view = self._entries[name].begin(self.session)
            view.setParent(self._stack)
            self._begun[name] = view, view.making()
        view, parts = self._begun[name]
        if next(parts, _WHOLE) is not _WHOLE:
            return
        del self._begun[name]
        view.ways_changed.connect(self._set_ways)
        self._views[name] = view
        self._stack.addWidget(view)

    def entry(self, name: str) -> ViewEntry | None:
        """Return what the registry says of the view of this name, if this window has such a view."""
        return self._entries.get(name)

    def retranslate(self) -> None:
        """Set all words of the frame."""
        self._rail.retranslate(self.tr("Views"))
        self._top.set_words(
            bar=self.tr("Search and navigation"),
            back=self.tr("Back"),
            forward=self.tr("Forward"),
            advanced=self.tr("Advanced search"),
            help_=self.tr("Keys and help"),
        )
        self._top.search.set_words(self.tr("Search"), self._search_words(), self.tr("Clear the search field"))
        self._status.retranslate()
        self._toast.set_words(self.tr("Close"))
        self._set_title()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.session.change_settings(window_state=state)
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths and IMPORT_VIEW in self._entries:
            event.acceptProposedAction()
            self._drop.cover(paths, self.tr("Drop to import; nothing is moved or changed"))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        event.acceptProposedAction()
        self.session.import_requested.emit(dropped_paths(event.mimeData()))

    def _lay_out(self) -> None:
        body = QWidget()
        row = Row(body, spacing=0)
        row.addWidget(self._rail)
        column = Column(spacing=0)
        column.add_all(self._top, self._stack, self._status)
        column.setStretchFactor(self._stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(640, 480)

    def _connect(self) -> None:
        session, top = self.session, self._top
        self._rail.chosen.connect(lambda name: self.go(Place(name)))
        top.back_asked.connect(self.back)
        top.forward_asked.connect(self.forward)
        top.advanced_asked.connect(self._build_query)
        top.help_asked.connect(lambda: self.go(Place(HELP_VIEW)))
        SearchCompleting(session, top.search, self)  # Qt keeps it
        top.search.changed.connect(self._search_typed)
        top.search.submitted.connect(self._search_submitted)
        top.search.left_down.connect(lambda: self.current_view.focus_first())  # noqa: PLW0108 - the view of that moment
        session.place_requested.connect(self.go)
        session.opened.connect(self._read_on)
        session.import_requested.connect(self._import)
        session.told.connect(self._tell)
        session.failed.connect(self._tell_error)
        session.open_failed.connect(self._on_open_failed)
        self._status_facts.shown.connect(self._show_facts)
        self._rail_facts.changed.connect(lambda: self._rail.show_facts(self._rail_facts.known))
        self._rail.show_facts(self._rail_facts.known)
        self._status.archive.asked.connect(lambda section: self.go(Place(ARCHIVE_VIEW, {"section": section})))

    def _read_on(self) -> None:
        """Go back to the papers that the window showed when it was closed; once, and only from where one begins."""
        self.session.opened.disconnect(self._read_on)
        here = self._history.here
        if READER_VIEW in self._entries and here is not None and here.view == HOME and was_reading(self.session):
            self.go(Place(READER_VIEW))

    def _bind_keys(self) -> None:
        for key, action in (
            (keys.SEARCH, self._top.search.select_all),
            (keys.ADVANCED, self._build_query),
            (keys.BACK, self.back),
            (keys.FORWARD, self.forward),
            (keys.NEXT_PANE, lambda: self._step_pane(1)),
            (keys.PREVIOUS_PANE, lambda: self._step_pane(-1)),
            (keys.SYNC, self._refresh),
            (keys.ARCHIVE, lambda: self.go(Place(ARCHIVE_VIEW))),
            (keys.HELP, lambda: self.go(Place(HELP_VIEW))),
        ):
            for sequence in key.keys:
                QShortcut(QKeySequence(sequence), self, action)
        for place in range(1, 10):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self, partial(self._choose_from_rail, place - 1))

    def _choose_from_rail(self, place: int) -> None:
        if place < len(self._rail.shown):
            self._rail.shown[place].click()

    def _refresh(self) -> None:
        """Bring up to date: what the view shows, and the library with its archive."""
        self.current_view.refresh()
        self._syncing.sync()

    def _step_inside(self, direction: int) -> bool:
        here = self._history.here
        return here is not None and here.view in self._views and self._views[here.view].step(direction)

    def _set_ways(self) -> None:
        here = self._history.here
        inside = self._views[here.view].ways() if here is not None and here.view in self._views else (False, False)
        self._top.set_ways(
            has_back=self._history.has_back or inside[0], has_forward=self._history.has_forward or inside[1]
        )

    def _is_here(self, place: Place) -> bool:
        """Tell whether one is there already: a view without a state asked for is the one that is shown."""
        here = self._history.here
        return here is not None and here.view == place.view and (not place.state or place.state == here.state)

    def _remember(self) -> None:
        """Keep the state of the view one leaves, so that the way back leads to what stood there."""
        here = self._history.here
        if here is not None and here.view in self._views:
            self._history.replace(Place(here.view, dict(self._views[here.view].state())))

    def _show_again(self, place: Place | None) -> None:
        if place is not None:
            self._show(place, takes_focus=True)

    def _show(self, place: Place, *, takes_focus: bool) -> None:
        view = self.view(place.view)
        had_focus = self._top.search.isAncestorOf(QApplication.focusWidget() or self)
        view.show_state(place.state)
        self._stack.setCurrentWidget(view)
        self._rail.show_current(SEARCH_VIEW if place.view == QUERY_VIEW else place.view)
        self._set_ways()
        # What the view shows now: coming to it without a wish leaves its query standing.
        query = str(view.state().get("query", "")) if place.view == SEARCH_VIEW else None
        if query is not None:
            self._top.search.set_text(query, silently=True)
        self._set_title()
        if takes_focus and not (had_focus and place.view == SEARCH_VIEW):
            view.focus_first()

    def _search_typed(self, text: str) -> None:
        if looks_like_link(text):
            return
        here = self._history.here
        is_there = here is not None and here.view == SEARCH_VIEW
        state = {**(self._views[SEARCH_VIEW].state() if is_there else {}), "query": text}
        self.go(Place(SEARCH_VIEW, state), replaces=is_there)

    def _search_submitted(self, text: str) -> None:
        if LinkOpening.of(self.session).open(text):
            self._top.search.set_text("", silently=True)
            return
        here = self._history.here
        if SEARCH_VIEW in self._entries and (here is None or here.view != SEARCH_VIEW):
            self.go(Place(SEARCH_VIEW, {"query": text}))
        self.current_view.search_submitted(text)

    def _build_query(self) -> None:
        """Show the query in the search field as a form; what narrows its results goes along."""
        here = self._history.here
        if here is not None and here.view == QUERY_VIEW:
            self.current_view.focus_first()
            return
        is_there = here is not None and here.view == SEARCH_VIEW
        state = {**(self._views[SEARCH_VIEW].state() if is_there else {}), "query": self._top.search.text}
        self.go(Place(QUERY_VIEW, state))

    def _step_pane(self, step: int) -> None:
        areas: list[QWidget] = [self._rail, self._top, *self.current_view.panes(), self._status]
        focused = QApplication.focusWidget()
        at = next((n for n, area in enumerate(areas) if focused is not None and area.isAncestorOf(focused)), 0)
        for distance in range(1, len(areas) + 1):
            if focus_into(areas[(at + step * distance) % len(areas)]):
                return

    def _import(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.go(Place(IMPORT_VIEW, {"sources": paths}))

    def _tell(self, notice: Notice) -> None:
        self._toast.say(notice.text, notice.button, notice.action, is_error=notice.is_error)

    def _tell_error(self, error: Exception) -> None:
        self._toast.say(str(message_for(error)), is_error=True)

    def _on_open_failed(self, error: Exception) -> None:
        message = message_for(error)
        self._status.show_trouble(message.text)
        self._toast.say(str(message), self.tr("Try again"), self.session.open, is_error=True)

    def _show_facts(self, facts: LibraryFacts) -> None:
        self._facts = facts
        self._status.show_facts(facts)
        self.retranslate()

    def _search_words(self) -> str:
        if self._facts is None:
            return self.tr("Search")
        count = self._facts.contributions
        if not count:
            return self.tr("Search as soon as there is something to search in")
        return self.tr("Search in %n contribution(s)", "", count).replace(str(count), number(count))

    def _set_title(self) -> None:
        widget = self._stack.currentWidget()
        title = widget.title() if isinstance(widget, View) else ""
        self.setWindowTitle(f"{title} - Kennisbank" if title else "Kennisbank")

    def _restore_geometry(self) -> None:
        state = QByteArray.fromBase64(self.session.settings.window_state.encode("ascii", "ignore"))
        if state.isEmpty() or not self.restoreGeometry(state):
            self.resize(1280, 800)
