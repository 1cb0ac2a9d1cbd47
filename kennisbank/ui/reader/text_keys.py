"""Selecting text with Shift and the arrow keys, word by word and line by line, over pages.

Decides only; the page view gives it the words. Pure: knows nothing of Qt.
"""

from collections.abc import Callable
from typing import Literal

from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.selection import Selection, TextPoint, around

Move = Literal["next", "previous", "below", "above"]
WordsOf = Callable[[int], PageWords | None]


class TextKeys:
    """The two ends of a selection made with keys: where it began, and the word that the arrows move."""

    def __init__(self) -> None:
        """Begin without a selection."""
        self._anchor: Selection | None = None
        self.focus: Selection | None = None

    def begin(self, selection: Selection, words_of: WordsOf) -> None:
        """Go on from a selection that is there, however it was made: its start stays, its end moves."""
        first, last = words_of(selection.start.index), words_of(selection.end.index)
        if first is None or last is None:
            return
        self._anchor = around(selection.start.index, first, selection.start.offset, "word")
        self.focus = around(selection.end.index, last, max(0, selection.end.offset - 1), "word")

    def move(self, move: Move, words_of: WordsOf, page_beside: Callable[[int, int], int | None]) -> Selection | None:
        """Move the end and return the selection; None when there is nowhere to go, or the words are not at hand.

        `page_beside` gives the shown page after (1) or before (-1) a page, both 0-based.
        """
        if self._anchor is None or self.focus is None:
            return None
        direction = 1 if move in {"next", "below"} else -1
        index = self.focus.start.index
        words = words_of(index)
        if words is None:
            return None
        step = words.word_beside if move in {"next", "previous"} else words.word_across
        span = step(self.focus.start.offset, direction)
        if span is None:
            return self._turn_page(index, direction, words_of, page_beside)
        return self._put(index, span)

    def _turn_page(
        self, index: int, direction: int, words_of: WordsOf, page_beside: Callable[[int, int], int | None]
    ) -> Selection | None:
        page = page_beside(index, direction)
        words = words_of(page) if page is not None else None
        if page is None or words is None or not words.words:
            return None
        word = words.words[0 if direction > 0 else -1]
        return self._put(page, (word.start, word.end))

    def _put(self, index: int, span: tuple[int, int]) -> Selection | None:
        self.focus = Selection(TextPoint(index, span[0]), TextPoint(index, span[1]))
        return self._anchor | self.focus if self._anchor is not None else None
