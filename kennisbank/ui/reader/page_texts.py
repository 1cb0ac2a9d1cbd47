"""The words of the pages of one document: read off the GUI thread when a page comes into view, then at hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kennisbank.ui.reader.byte_cache import ByteCache
from kennisbank.ui.reader.page_words import PageWords

_KEPT = 64
"""Pages kept: about a hundred kilobytes each."""

Ask = Callable[[QObject, int, Callable[[PageWords], None]], None]
"""Reads a page (0-based) on another thread and hands its words over on the GUI thread, while the owner lives."""


class PageTexts(QObject):
    """Words by page. Signal: `loaded` with the 0-based index of a page whose words have come. GUI thread only."""

    loaded = Signal(int)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        """Read pages with `ask`."""
        super().__init__(parent)
        self._ask = ask
        self._words: ByteCache[int, PageWords] = ByteCache(_KEPT)
        self._asked: set[int] = set()

    def words(self, index: int) -> PageWords | None:
        """Return the words of a page; None while they are being read, for which this call asks."""
        words = self._words.get(index)
        if words is None and index not in self._asked:
            self._asked.add(index)
            self._ask(self, index, lambda read: self._on_read(index, read))
        return words

    def _on_read(self, index: int, words: PageWords) -> None:
        self._asked.discard(index)
        self._words.put(index, words, 1)
        self.loaded.emit(index)
