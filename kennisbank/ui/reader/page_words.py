"""The words of one page as things to point at: from a place on the page to an offset in its text, and back to boxes.

Offsets count code points in the raw text of the page; boxes are in points. Within a word the place of a character is
estimated from the usual widths of letters: a file gives the box of a word, not of its letters. Pure: no Qt.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise
from operator import or_
from unicodedata import bidirectional

from kennisbank.domain.document import PageText, Rect, Word

_NARROW = frozenset("iljtfrI.,;:'’!|()[]-1‘·")
_WIDE = frozenset("mwMW—@%")
_DIGITS_AND_STOPS = "0123456789.,:;!?)]”’\"'"
_OF_A_NOTE = 0.65
"""Width of a small raised digit."""
_CLEAR = 1.0
"""Points that are left free before such a digit: the outline of a mark is drawn around its box."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Words ``first`` up to (not including) ``last``, which stand on one line, and the box around them."""

    first: int
    last: int
    box: Rect


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines ``first`` up to (not including) ``last``: a paragraph or a column's piece of one."""

    first: int
    last: int
    box: Rect


class PageWords:
    """One page's text with its words, lines and blocks."""

    def __init__(self, page: PageText) -> None:
        """Take a page apart; costs about a millisecond for a full page, so do it off the GUI thread."""
        self.text = page.text
        self.words = page.words()
        self._starts = [word.start for word in self.words]
        self._ends = [word.end for word in self.words]
        self._lines, self._blocks = _structure(self.text, self.words)
        self._line_firsts = [line.first for line in self._lines]
        self._block_firsts = [block.first for block in self._blocks]

    def boxes(self, start: int, end: int) -> list[Rect]:
        """Return the boxes of ``text[start:end]``, one for each line it stands on; words may be cut."""
        if end <= start:
            return []
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        found: list[Rect] = []
        line_before = -1
        for at in range(first, last):
            word = self.words[at]
            box = _cut(self.text, word, max(start, word.start), min(end, word.end))
            line = bisect_right(self._line_firsts, at)
            if line == line_before:
                found[-1] |= box
            else:
                found.append(box)
            line_before = line
        return found

    def word_at(self, x: float, y: float, slack: float = 1.0) -> Word | None:
        """Return the word whose box, widened by `slack` points, holds this place."""
        for word in self.words:
            box = word.box
            if box.x0 - slack <= x <= box.x1 + slack and box.y0 - slack <= y <= box.y1 + slack:
                return word
        return None

    def is_near_text(self, x: float, y: float) -> bool:
        """Tell whether this place lies in a line of text, so that pointing there means the text."""
        return any(_distance(line.box, x, y) == 0 for line in self._lines)

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset before the character nearest to this place; 0 on a page without words.

        The nearest block is found first, then its line, then the word: so the white behind a short last line belongs
        to that line, not to the next column.
        """
        if not self._blocks:
            return 0
        block = min(self._blocks, key=lambda each: _distance(each.box, x, y))
        lines = self._lines[block.first : block.last]
        line = min(lines, key=lambda each: (_apart(each.box.y0, each.box.y1, y), _apart(each.box.x0, each.box.x1, x)))
        words = self.words[line.first : line.last]
        word = min(words, key=lambda each: _apart(each.box.x0, each.box.x1, x))
        return _offset_in(self.text, word, x)

    def word_span(self, offset: int) -> tuple[int, int]:
        """Return the span of the word at or next to this offset; an empty span on a page without words."""
        if not self.words:
            return offset, offset
        at = self._word_index(offset)
        return self.words[at].start, self.words[at].end

    def line_span(self, offset: int) -> tuple[int, int]:
        """Return the span of the line at this offset."""
        if not self.words:
            return offset, offset
        line = self._lines[self._line_index(offset)]
        return self.words[line.first].start, self.words[line.last - 1].end

    def block_span(self, offset: int) -> tuple[int, int]:
        """Return the span of the paragraph at this offset."""
        if not self.words:
            return offset, offset
        line = self._line_index(offset)
        block = self._blocks[bisect_right(self._block_firsts, line) - 1]
        return self.words[self._lines[block.first].first].start, self.words[self._lines[block.last - 1].last - 1].end

    def word_beside(self, offset: int, direction: int) -> tuple[int, int] | None:
        """Return the span of the next word (`direction` > 0) or the previous one in reading order; None at the ends."""
        at = self._word_index(offset) + (1 if direction > 0 else -1)
        return (self.words[at].start, self.words[at].end) if 0 <= at < len(self.words) else None

    def word_across(self, offset: int, direction: int) -> tuple[int, int] | None:
        """Return the span of the nearest word on the next line (`direction` > 0) or the previous one."""
        if not self.words:
            return None
        word = self._word_index(offset)
        line = bisect_right(self._line_firsts, word) - 1 + (1 if direction > 0 else -1)
        if not 0 <= line < len(self._lines):
            return None
        x = (self.words[word].box.x0 + self.words[word].box.x1) / 2
        found = min(
            self.words[self._lines[line].first : self._lines[line].last],
            key=lambda each: _apart(each.box.x0, each.box.x1, x),
        )
        return found.start, found.end

    def line_beside(self, offset: int, direction: int) -> tuple[int, int] | None:
        """Return the span of the next line (`direction` > 0) or the previous one in reading order; None at the ends."""
        if not self.words:
            return None
        at = self._line_index(offset) + (1 if direction > 0 else -1)
        if not 0 <= at < len(self._lines):
            return None
        line = self._lines[at]
        return self.words[line.first].start, self.words[line.last - 1].end

    def offset_in_line(self, offset: int, x: float) -> int:
        """Return the offset in the line at `offset` that lies nearest to `x` points from the left of the page."""
        line = self._lines[self._line_index(offset)]
        words = self.words[line.first : line.last]
        return _offset_in(self.text, min(words, key=lambda each: _apart(each.box.x0, each.box.x1, x)), x)

    def word(self, offset: int) -> Word | None:
        """Return the word at or before this offset; None on a page without words."""
        return self.words[self._word_index(offset)] if self.words else None

    def _line_index(self, offset: int) -> int:
        return bisect_right(self._line_firsts, self._word_index(offset)) - 1

    def _word_index(self, offset: int) -> int:
        """Return the index of the word that holds this offset, or else of the last one before it (or the first)."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _structure(text: str, words: Sequence[Word]) -> tuple[list[_Line], list[_Block]]:
    """Group words into lines (parted by a line feed) and lines into blocks (parted by an empty line)."""
    lines: list[_Line] = []
    breaks = [0]
    begin = 0
    for at in range(1, len(words) + 1):
        between = text[words[at - 1].end : words[at].start] if at < len(words) else "\n"
        if "\n" not in between:
            continue
        lines.append(_Line(begin, at, reduce(or_, (word.box for word in words[begin:at]))))
        begin = at
        if between.count("\n") > 1 or at == len(words):
            breaks.append(len(lines))
    blocks = [
        _Block(first, last, reduce(or_, (line.box for line in lines[first:last])))
        for first, last in pairwise(breaks)
        if last > first
    ]
    return lines, blocks


def _weights(letters: str) -> list[float]:
    """Return the running share (0 to 1) of a word's width after each of its letters.

    Digits at the end of a word are most often those of a note, set small.
    """
    widths = [0.55 if letter in _NARROW else 1.45 if letter in _WIDE else 1.0 for letter in letters]
    word = letters.rstrip(_DIGITS_AND_STOPS)
    if word and word[-1].isalpha():
        for at in range(len(word), len(letters)):
            if letters[at].isdigit():
                widths[at] = _OF_A_NOTE
    total = sum(widths)
    return [sofar / total for sofar in accumulate(widths)]


def runs_leftward(letters: str) -> bool:
    """Tell whether a word is written from right to left: its first letter that has a direction says so."""
    for letter in letters:
        direction = bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def letter_edge(text: str, word: Word, offset: int) -> float:
    """Return where in a word's box the edge before ``text[offset]`` stands, by estimate; `offset` lies in the word."""
    shares = [0.0, *_weights(text[word.start : word.end])]
    share = shares[offset - word.start]
    width = word.box.x1 - word.box.x0
    return word.box.x1 - width * share if runs_leftward(text[word.start : word.end]) else word.box.x0 + width * share


def _cut(text: str, word: Word, start: int, end: int) -> Rect:
    """Return the part of a word's box in which ``text[start:end]`` stands, by estimate."""
    box = word.box
    if start <= word.start and end >= word.end:
        return box
    if runs_leftward(text[word.start : word.end]):
        return Rect(letter_edge(text, word, end), box.y0, letter_edge(text, word, start), box.y1)
    left, right = letter_edge(text, word, start), letter_edge(text, word, end)
    if end < word.end and text[end].isdigit() and text[end - 1].isalpha():
        right = max(left, right - _CLEAR)
    return Rect(left, box.y0, right, box.y1)


def _offset_in(text: str, word: Word, x: float) -> int:
    """Return the offset in a word that lies nearest to this height."""
    width = word.box.x1 - word.box.x0
    if width <= 0 or word.end <= word.start:
        return word.start
    share = (x - word.box.x0) / width
    if runs_leftward(text[word.start : word.end]):
        share = 1.0 - share
    shares = [0.0, *_weights(text[word.start : word.end])]
    return word.start + min(range(len(shares)), key=lambda at: abs(shares[at] - share))


def _apart(low: float, high: float, value: float) -> float:
    """Return how far a value lies outside an interval; 0 inside."""
    return max(low - value, 0.0, value - high)


def _distance(box: Rect, x: float, y: float) -> float:
    """Return the squared distance of a place to a box; 0 inside."""
    return _apart(box.x0, box.x1, x) ** 2 + _apart(box.y0, box.y1, y) ** 2
