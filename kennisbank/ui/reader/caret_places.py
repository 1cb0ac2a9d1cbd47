"""Where a caret can stand in the text of one page, and how it goes from there. Pure: knows nothing of Qt.

A caret stands at an offset in the raw text of a page: before or behind a letter, at the start or the end of a line;
never inside a letter with its accents. *Next* and *previous* are as one reads; *right* and *left* are as one sees.
"""

from unicodedata import combining

from kennisbank.domain.document import Rect
from kennisbank.ui.reader.page_words import PageWords, letter_edge, runs_leftward

_WIDTH = 1.0


class CaretPlaces:
    """The places of one page."""

    def __init__(self, words: PageWords) -> None:
        """Go through the text of `words`."""
        self._words = words
        self.text = words.text

    @property
    def start(self) -> int | None:
        """Return the first place; None on a page without text."""
        return self._words.words[0].start if self._words.words else None

    @property
    def end(self) -> int | None:
        """Return the last place; None on a page without text."""
        return self._words.words[-1].end if self._words.words else None

    def nearest(self, offset: int) -> int | None:
        """Return the place at this offset, or else the nearest in its line."""
        if self.start is None or self.end is None:
            return None
        start, end = self._words.line_span(min(max(offset, self.start), self.end))
        return min(max(offset, start), end)

    def next(self, offset: int, direction: int) -> int | None:
        """Return the place one letter on (1) or back (-1), also on another line; None beyond the page."""
        start, end = self._words.line_span(offset)
        if (direction > 0 and offset >= end) or (direction < 0 and offset <= start):
            beside = self._words.line_beside(offset, direction)
            return None if beside is None else beside[0 if direction > 0 else 1]
        offset += direction
        while start < offset < end and combining(self.text[offset]):
            offset += direction
        return offset

    def next_word(self, offset: int, direction: int) -> int | None:
        """Return the start of the next word (1), or of this or the previous one (-1); None beyond the page."""
        if direction < 0:
            start, _end = self._words.word_span(offset)
            if start < offset:
                return start
        beside = self._words.word_beside(offset, direction)
        if beside is not None:
            return beside[0]
        return self.end if direction > 0 and offset != self.end else None

    def line(self, offset: int) -> tuple[int, int]:
        """Return start and end of the line of a place."""
        return self._words.line_span(offset)

    def across(self, offset: int, direction: int, x: float) -> int | None:
        """Return the place on the line below (1) or above (-1) nearest to `x` points from the left; None beyond."""
        beside = self._words.line_beside(offset, direction)
        return self._words.offset_in_line(beside[0], x) if beside is not None else None

    def at_x(self, offset: int, x: float) -> int:
        """Return the place in the line at `offset` that lies nearest to `x` points from the left of the page."""
        return self._words.offset_in_line(offset, x)

    def word_at(self, offset: int) -> str:
        """Return the word at a place."""
        start, end = self._words.word_span(offset)
        return self.text[start:end]

    def is_leftward(self, offset: int) -> bool:
        """Tell whether one reads from right to left at a place."""
        return runs_leftward(self.word_at(offset))

    def box(self, offset: int) -> Rect | None:
        """Return the caret at a place, in points: as high as the words there, and a hair wide."""
        word = self._words.word(offset)
        if word is None:
            return None
        x = letter_edge(self.text, word, min(max(offset, word.start), word.end))
        return Rect(x, word.box.y0, x + _WIDTH, word.box.y1)
