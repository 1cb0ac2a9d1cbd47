"""The middle of a paper's tab: the lines above the pages, the pages, or what stands in their place."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.reader.lines import FindBar, NoticeLine
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.states import PaperState


class ReadingColumn(QStackedWidget):
    """Pages with their lines, or a state. Its parts are reached as `view`, `find_bar` and `state`.

    Signals: `cover_toggled` when the reader wants the cover sheet shown or folded away; `newest_requested` when an
    older version is shown, and the newest is wanted.
    """

    cover_toggled = Signal()
    newest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with a paper that is being opened."""
        super().__init__(parent)
        self.view, self.find_bar, self.state = PageView(), FindBar(), PaperState()
        self._cover_line, self._scan_line = NoticeLine("cover"), NoticeLine("warn", "warn")
        self._version_line, self._version = NoticeLine("clock", "warn"), (0, 0)
        self._cover_pages, self._shows_cover, self._has_text = 0, False, True
        self._pages = QWidget()
        column = QVBoxLayout(self._pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self._version_line, self._cover_line, self._scan_line, self.find_bar):
            line.hide()
            column.addWidget(line)
        column.addWidget(self.view, 1)
        self.addWidget(self.state)
        self.addWidget(self._pages)
        self._cover_line.acted.connect(self.cover_toggled)
        self._version_line.acted.connect(self.newest_requested)
        self.retranslate()

    def add_line(self, line: QWidget) -> None:
        """Put one more line above the pages."""
        column = self._pages.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.view), line)

    def show_opening(self) -> None:
        """Say that the paper is being opened."""
        self.state.show_opening()
        self.setCurrentWidget(self.state)

    def show_failed(self, reason: str) -> None:
        """Say why the paper can't be opened."""
        self.state.show_failed(reason)
        self.setCurrentWidget(self.state)

    def show_pages(self) -> None:
        """Show the pages."""
        self.setCurrentWidget(self._pages)

    def set_lines(self, *, cover_pages: int, shows_cover: bool, has_text: bool) -> None:
        """Show the lines that this paper needs: for its cover sheet, and when its pages are pictures without text."""
        self._cover_pages, self._shows_cover, self._has_text = cover_pages, shows_cover, has_text
        self._cover_line.setVisible(cover_pages > 0)
        self._scan_line.setVisible(not has_text)
        self.retranslate()

    def set_version(self, version: int, newest: int) -> None:
        """Say that this is an older version, where it is one: the `version`-th of `newest`."""
        self._version = version, newest
        self._version_line.setVisible(version < newest)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        if self._shows_cover:
            words, act = self.tr("Cover sheet shown: %n page(s)", "", self._cover_pages), self.tr("Fold cover sheet")
        else:
            words = self.tr("Cover sheet folded away: %n page(s), alike on all contributions", "", self._cover_pages)
            act = self.tr("Show cover sheet")
        self._cover_line.put(words, act)
        version, newest = self._version
        older = self.tr("This is an older version ({version} of {count}).").format(version=version, count=newest)
        self._version_line.put(older, self.tr("Show the newest"))
        self._scan_line.put(
            self.tr("The pages of this file are pictures without text: they can be read, but not searched or selected.")
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
