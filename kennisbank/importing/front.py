"""The front of a document as lines of type: what stands where, how large, without cover sheet and margin text.

Font sizes are not kept with a text, but the height of a word's box is, and that tells a title from a body as well.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kennisbank.domain.document import CoverSpan, Document, PageText, Word
from kennisbank.domain.folding import fold

FRONT_PAGES = 2
_LIGATURES = str.maketrans(
    {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
)
_ROTATED = 1.6
"""A word of several letters that is this much higher than wide runs up the margin."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the front: its text without raised marks, and where it stands, in points from the top left.

    `height` is that of its typical word; 0 where the format has no boxes. `block` counts the blocks of its page,
    `letters` the letters of the line.
    """

    text: str
    page: int
    block: int
    letters: int
    top: float = 0.0
    left: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Front:
    """The first pages that are the author's: lines in reading order, and the measure of the body's type.

    `page_height` and `page_width` are those of the first of these pages; `body` the usual height of a word.
    """

    lines: tuple[Line, ...]
    first_page: int
    page_width: float
    page_height: float
    body: float

    @property
    def first(self) -> tuple[Line, ...]:
        """Return the lines of the first page."""
        return tuple(line for line in self.lines if line.page == self.first_page)

    @property
    def is_sparse(self) -> bool:
        """Tell whether the first page is a title page or a slide, where everything is large."""
        return sum(line.letters for line in self.first) < 350

    @property
    def has_sizes(self) -> bool:
        """Tell whether type differs in size here: in text that a program set out it does not."""
        return len({round(line.height) for line in self.lines}) > 1

    @property
    def text(self) -> str:
        """Return all lines, blocks apart."""
        parts, block = [], None
        for line in self.lines:
            if block is not None and (line.page, line.block) != block:
                parts.append("")
            parts.append(line.text)
            block = (line.page, line.block)
        return "\n".join(parts)


def front_of(document: Document, cover: Sequence[CoverSpan] = ()) -> Front:
    """Return the front of `document`: the first pages with text outside the cover sheet."""
    lines: list[Line] = []
    pages: list[PageText] = []
    for page in document.pages:
        spans = [(span.start, span.end) for span in cover if span.page == page.number]
        found = list(_lines(page, spans))
        if found:
            pages.append(page)
            lines.extend(found)
        if len(pages) == FRONT_PAGES:
            break
    body = _usual_height(lines)
    lines = _without_running_heads(lines, pages, 1.15 * body)
    first = pages[0] if pages else None
    width, height = (first.width, first.height) if first is not None else (0.0, 0.0)
    return Front(tuple(lines), first.number if first is not None else 0, width, height, body)


def _usual_height(lines: list[Line]) -> float:
    """Return the height of type in which most letters are set; 0 where there are no boxes."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.height] += line.letters if line.height else 0
    passed, half = 0, letters.total() / 2
    for height, count in sorted(letters.items()):
        passed += count
        if passed > half:
            return height
    return 0.0


def _lines(page: PageText, cover: list[tuple[int, int]]) -> Iterator[Line]:
    words = iter(page.words())
    word = next(words, None)
    start, block = 0, 0
    for text in page.text.split("\n"):
        end = start + len(text)
        mine: list[Word] = []
        while word is not None and word.start < end:
            mine.append(word)
            word = next(words, None)
        if not text.strip():
            block += 1
        elif not any(low <= start < high for low, high in cover):
            line = _line(page, text, start, mine, block)
            if line is not None:
                yield line
        start = end + 1


def _line(page: PageText, text: str, start: int, words: list[Word], block: int) -> Line | None:
    """Return one line; None when it runs up the margin or has nothing to read."""
    if not words:
        plain = plain_text(text)
        return Line(plain, page.number, block, _letters(plain)) if plain else None
    long = [word for word in words if word.end - word.start > 2] or words
    heights = sorted(word.box.y1 - word.box.y0 for word in long)
    height = heights[len(heights) // 2]
    if height > 2 * page.height / 60 and sum(_is_rotated(word) for word in long) * 2 > len(long):
        return None
    kept = [word for word in words if word.box.y1 - word.box.y0 > 0.78 * height or not _is_mark(text, word, start)]
    if len(kept) == len(words):
        plain = plain_text(text)
    else:
        plain = plain_text(" ".join(text[word.start - start : word.end - start] for word in kept))
    if not plain:
        return None
    box = words[0].box
    return Line(plain, page.number, block, _letters(plain), min(word.box.y0 for word in kept), box.x0, height)


def _is_rotated(word: Word) -> bool:
    box = word.box
    return word.end - word.start > 2 and box.y1 - box.y0 > _ROTATED * (box.x1 - box.x0)


def _is_mark(text: str, word: Word, start: int) -> bool:
    """Tell whether this small word is a footnote mark or an affiliation's number."""
    mark = text[word.start - start : word.end - start]
    return len(mark) <= 5 and not any(char.isalpha() for char in mark[1:])


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def plain_text(text: str) -> str:
    """Return text as a catalogue shows it: ligatures apart, single spaces, no soft hyphens or control characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    kept = (" " if unicodedata.category(char) in {"Cc", "Zs"} else char for char in composed)
    return " ".join("".join(char for char in kept if unicodedata.category(char) not in {"Cf", "Co", "Cs"}).split())


def _without_running_heads(lines: list[Line], pages: list[PageText], large: float) -> list[Line]:
    """Leave out lines in the margins that return on the next page; a slide's heading, in `large` type, stays."""
    if len(pages) < 2:
        return lines
    heights: dict[int, float] = {page.number: page.height for page in pages}
    seen: dict[str, set[int]] = {}
    marginal = [line for line in lines if _in_margin(line, heights[line.page]) and line.height <= large]
    for line in marginal:
        seen.setdefault(_without_digits(line.text), set()).add(line.page)
    heads = {id(line) for line in marginal if len(seen[_without_digits(line.text)]) > 1}
    return [line for line in lines if id(line) not in heads]


def _in_margin(line: Line, page_height: float) -> bool:
    return line.height > 0 and not 0.09 * page_height < line.top < 0.91 * page_height


def _without_digits(text: str) -> str:
    return "".join(char for char in fold(text) if not char.isdigit())
