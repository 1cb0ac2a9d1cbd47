"""A plain-text file as pages: laid out here, so that the text of a page is its source lines and nothing else.

A page ends with a source line, before the rows would run off the paper; a long line is wrapped into rows. One line that
is longer than the paper makes its page longer. The layout depends on nothing but the text, so page numbers are stable.
"""

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.embedded import PageAnnotations
from kennisbank.documents.layout import NO_WORDS
from kennisbank.documents.pdf_pages import ReadPage
from kennisbank.domain.document import OutlineEntry, PageText, pack_columns
from kennisbank.domain.ids import PageNo
from kennisbank.errors import DocumentError

_WIDTH, _HEIGHT = 595.0, 842.0
_LEFT, _TOP, _SIZE, _LEADING = 50.0, 40.0, 10.0, 12.7
_ROWS = 60
_ASCENT, _DESCENT = 9.0, 2.5
"""Points above and below the base line that the box of a word takes."""
_TAB = "    "
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Page:
    first_line: int
    text: str
    rows: int

    @property
    def height(self) -> float:
        return max(_HEIGHT, 2 * _TOP + self.rows * _LEADING)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word, or a piece of one that is longer than a row: offsets on the page, row, x from the left."""

    start: int
    end: int
    row: int
    x0: float
    x1: float


class TextDocument:
    """An `OpenDocument` of source lines."""

    def __init__(self, text: str) -> None:
        """Part the text, whose lines end in ``\\n``, into pages.

        Raises:
            DocumentError: ``empty``: there is nothing but white space.
        """  # noqa: D301
        if not text.strip():
            raise DocumentError("empty", "The file holds nothing but white space.")
        self._pages = _pages(text)
        self.count = len(self._pages)

    def read(self, page_index: int, *, with_links: bool) -> ReadPage:  # noqa: ARG002  plain text has no links
        """Return the page's source lines and words."""
        page = self._pages[page_index]
        words = _words(_placed(page.text))
        number = PageNo(page_index + 1)
        read = PageText(number, page.text, words, _WIDTH, page.height, "", page.first_line)
        return ReadPage(read, (), words is not NO_WORDS, has_pictures=False)

    def annotations(self, page_index: int, most: int) -> PageAnnotations:  # noqa: ARG002  as every document
        """Return nothing: nobody writes in the margin of a text."""
        return PageAnnotations()

    def page(self, page_index: int) -> "mupdf.FzPage":
        """Return the page, drawn now."""
        page = self._pages[page_index]
        document = pymupdf.open()  # type: ignore[no-untyped-call]
        drawn = document.new_page(width=_WIDTH, height=page.height)
        writer = pymupdf.TextWriter(drawn.rect)  # type: ignore[no-untyped-call]
        for word in _placed(page.text):
            seen = page.text[word.start : word.end]
            writer.append((word.x0, _baseline(word.row)), seen, font=_font(), fontsize=_SIZE)  # type: ignore[no-untyped-call]
        writer.write_text(drawn)  # type: ignore[no-untyped-call]
        return mupdf.fz_load_page(document.this, 0)

    def outline(self) -> list[OutlineEntry]:
        """Return nothing: plain text has no contents."""
        return []

    def info(self) -> dict[str, str]:
        """Return nothing: plain text has no metadata."""
        return {}


@lru_cache(maxsize=1)
def _font() -> "pymupdf.Font":
    return pymupdf.Font("helv")  # type: ignore[no-untyped-call]


def _pages(text: str) -> list[_Page]:
    lines = text.removesuffix("\n").split("\n")
    pages: list[_Page] = []
    held: list[str] = []
    rows, first = 0, 1
    for number, line in enumerate(lines, start=1):
        needed = _row_count(line)
        if held and rows + needed > _ROWS:
            pages.append(_Page(first, "\n".join(held), rows))
            held, rows, first = [], 0, number
        held.append(line)
        rows += needed
    pages.append(_Page(first, "\n".join(held), rows))
    return pages


def _row_count(line: str) -> int:
    """Return how many rows the line takes; quick for lines that are surely short enough."""
    if len(line) * _SIZE < _WIDTH - 2 * _LEFT:
        return 1
    placed = _placed(line)
    return placed[-1].row + 1 if placed else 1


def _placed(text: str) -> list[_Placed]:
    """Return where the words of some source lines stand, in order."""
    result: list[_Placed] = []
    offset = row = 0
    for line in text.split("\n"):
        row = _place_line(line, offset, row, result) + 1
        offset += len(line) + 1
    return result


def _place_line(line: str, offset: int, row: int, result: list[_Placed]) -> int:
    """Place the words of one source line from `row` on; return its last row."""
    room = _WIDTH - 2 * _LEFT
    advances = _advances(line)
    x, done = 0.0, 0
    for match in _WORD.finditer(line):
        start, end = match.span()
        x += sum(advances[done:start])
        width = sum(advances[start:end])
        if x + width > room and x > 0:
            row, x = row + 1, 0.0
        while width > room and end - start > 1:  # a word longer than a row goes on in the next
            fits = _fitting(advances, start, end, room)
            result.append(_Placed(offset + start, offset + fits, row, _LEFT, _LEFT + room))
            row, start = row + 1, fits
            width = sum(advances[start:end])
        result.append(_Placed(offset + start, offset + end, row, _LEFT + x, _LEFT + x + width))
        x, done = x + width, end
    return row


def _fitting(advances: list[float], start: int, end: int, room: float) -> int:
    used = 0.0
    for index in range(start, end):
        used += advances[index]
        if used > room:
            return max(index, start + 1)
    return end


_advance_of: dict[str, float] = {}
"""Points that each character takes; asking the font for one at a time is slow."""


def _advances(line: str) -> list[float]:
    unknown = set(line) - _advance_of.keys()
    if unknown:
        for char in unknown:
            (_advance_of[char],) = _font().char_lengths(char, fontsize=_SIZE)  # type: ignore[no-untyped-call]
        _advance_of["\t"] = _font().text_length(_TAB, fontsize=_SIZE)  # type: ignore[no-untyped-call]
    return [_advance_of[char] for char in line]


def _baseline(row: int) -> float:
    return _TOP + row * _LEADING + _ASCENT


def _words(placed: list[_Placed]) -> bytes:
    """Return the packed words; the pieces of a long word become one word with a box around them all."""
    offsets, boxes = array("I"), array("f")
    for piece in placed:
        top, bottom = _baseline(piece.row) - _ASCENT, _baseline(piece.row) + _DESCENT
        if offsets and offsets[-1] == piece.start:
            offsets[-1] = piece.end
            boxes[-4], boxes[-2], boxes[-1] = _LEFT, max(boxes[-2], piece.x1), bottom
        else:
            offsets.extend((piece.start, piece.end))
            boxes.extend((piece.x0, top, piece.x1, bottom))
    return pack_columns(offsets, boxes) if offsets else NO_WORDS
