"""The cover sheet of a paper: folded away, or shown."""

from PySide6.QtCore import QObject, Signal

from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper import OpenPaper
from kennisbank.ui.reader.reading_column import ReadingColumn


class CoverFold(QObject):
    """Which pages are left out because they are a cover sheet. Signal: `toggled` after the pages were laid out anew."""

    toggled = Signal()

    def __init__(self, view: PageView, column: ReadingColumn) -> None:
        """Fold the cover of what `view` shows; the line above it in `column` says so and offers to unfold."""
        super().__init__(view)
        self._view, self._column = view, column
        self._paper: OpenPaper | None = None
        self._is_shown = False
        column.cover_toggled.connect(self.toggle)

    def begin(self, paper: OpenPaper) -> None:
        """Fold the cover of another paper, before its pages are shown."""
        self._paper, self._is_shown = paper, False
        self._show_lines()

    @property
    def hidden(self) -> frozenset[int]:
        """Return the 0-based indexes of the pages that are folded away."""
        return self._paper.cover if self._paper is not None and not self._is_shown else frozenset()

    @property
    def shown(self) -> list[int]:
        """Return the 0-based indexes of the pages that are not, in order."""
        hidden = self.hidden
        count = len(self._paper.sizes) if self._paper is not None else 0
        return [index for index in range(count) if index not in hidden]

    def uncover(self, index: int) -> None:
        """Unfold the cover sheet when this page (0-based) is part of it."""
        if index in self.hidden:
            self.toggle()

    def toggle(self) -> None:
        """Unfold the cover sheet and go there, or fold it away."""
        self._is_shown = not self._is_shown
        self._view.set_hidden(self.hidden)
        if self._is_shown and self._paper is not None and self._paper.cover:
            self._view.go_to_page(min(self._paper.cover))
        self._show_lines()
        self.toggled.emit()

    def _show_lines(self) -> None:
        if self._paper is not None:
            self._column.set_lines(
                cover_pages=len(self._paper.cover), shows_cover=self._is_shown, has_text=self._paper.has_text
            )
