"""Start: where one begins. An empty library explains itself; a filled one shows where one was and what is new."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget
from typing_extensions import override

from kennisbank.tasks.context import Progress
from kennisbank.ui.controllers.search_recent import recent_searches
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.start_example import ExampleArchive
from kennisbank.ui.controllers.start_reading import StartContents, StartReading
from kennisbank.ui.views.start_filled import FilledStart
from kennisbank.ui.views.start_first import FirstStart
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll


class StartView(View):
    """The first page, in one of its two forms."""

    def __init__(self, session: Session) -> None:
        """Build the empty form, which stands until the library has been read."""
        super().__init__(session)
        self._example = ExampleArchive.of(session)
        self._reading = StartReading(session, self)
        self._first = FirstStart()
        self._filled: FilledStart | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(Scroll(self._first))
        Column(self, spacing=0).addWidget(self._pages)
        self._connect()
        self.retranslate()

    @property
    def first(self) -> FirstStart:
        """Return the form of an empty library."""
        return self._first

    @property
    def filled(self) -> FilledStart:
        """Return the form of a library with something in it, made when there is something."""
        if self._filled is None:
            self._filled = FilledStart(self.session)
            self._pages.addWidget(Scroll(self._filled))
            self._connect_filled(self._filled)
            self._filled.retranslate()
            self._show_searches()
        return self._filled

    @property
    def is_filled(self) -> bool:
        """Tell which form is shown."""
        return self._pages.currentIndex() == 1

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Start"))
        self._first.retranslate()
        if self._filled is not None:
            self._filled.retranslate()

    @override
    def focus_first(self) -> None:
        first = self.filled.first_control if self.is_filled else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            focus_into(self.filled if self.is_filled else self._first)

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        self._reading.read()

    def _connect(self) -> None:
        session, example, first = self.session, self._example, self._first
        self._reading.shown.connect(self._show)
        example.progressed.connect(self._show_progress)
        example.ended.connect(lambda: self._show_progress(None))
        session.settings_changed.connect(lambda _settings: self._show_searches())
        first.example.button.clicked.connect(example.open)
        first.archive.button.clicked.connect(lambda: session.go("archive"))
        first.stick_asked.connect(lambda: session.go("archive", section="stick"))
        first.folder.button.clicked.connect(self._choose_folder)
        first.language_chosen.connect(lambda code: session.change_settings(ui_language=code))
        first.cancel_asked.connect(example.cancel)

    def _connect_filled(self, filled: FilledStart) -> None:
        session = self.session
        filled.paper_chosen.connect(lambda paper: session.go("reader", contribution=paper))
        filled.edition_chosen.connect(lambda code: session.go("search", filters={"edition": frozenset({code})}))
        filled.to_read_asked.connect(lambda: session.go("browse", facet="reading", value="to_read"))
        filled.query_chosen.connect(lambda query: session.go("search", query=query))
        filled.leave_asked.connect(self._example.leave)
        filled.feedback_chosen.connect(lambda thread: session.go("reactions", part="feedback", thread=thread))
        filled.archive_asked.connect(self._go_to_archive)
        filled.congress_asked.connect(lambda: session.go("archive", section="news", since="congress"))

    def _go_to_archive(self, section: str) -> None:
        if section == "remark":
            self.session.go("remark")
        else:
            self.session.go("archive", section=section)

    def _show(self, contents: StartContents) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        is_filled = contents.count > 0
        if is_filled or self._filled is not None:
            self.filled.show_contents(contents, is_example=self._example.is_open)
        if is_filled != self.is_filled:
            self._pages.setCurrentIndex(int(is_filled))
            if had_focus and self.isVisible():
                self.focus_first()

    def _show_progress(self, progress: Progress | None) -> None:
        self._first.show_progress(progress)

    def _show_searches(self) -> None:
        if self._filled is not None:
            self._filled.show_searches(recent_searches(self.session))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of contributions"))
        if folder:
            self.session.import_requested.emit((Path(folder),))
