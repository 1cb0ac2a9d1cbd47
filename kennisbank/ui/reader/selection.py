"""A selection of text: between two points of a document in reading order, over any number of pages.

Pure: knows nothing of Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kennisbank.ui.reader.page_words import PageWords

Unit = Literal["word", "line", "block"]


@dataclass(frozen=True, slots=True, order=True)
class TextPoint:
    """A place between two characters: 0-based page index and offset in that page's raw text; ordered as one reads."""

    index: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Text from `start` up to `end`; nothing when they are equal. `start` is never after `end`."""

    start: TextPoint
    end: TextPoint

    def __post_init__(self) -> None:
        """Refuse a selection that runs backwards: who reads it must not have to ask."""
        if self.end < self.start:
            msg = "a selection starts before it ends"
            raise ValueError(msg)

    def __bool__(self) -> bool:
        """Tell whether anything is selected."""
        return self.start != self.end

    def __or__(self, other: "Selection") -> "Selection":
        """Return the smallest selection that holds both."""
        return Selection(min(self.start, other.start), max(self.end, other.end))

    def span_on(self, index: int, length: int) -> tuple[int, int] | None:
        """Return the selected span on a page whose text is `length` characters; None when nothing of it is selected."""
        if not self.start.index <= index <= self.end.index:
            return None
        first = self.start.offset if index == self.start.index else 0
        last = self.end.offset if index == self.end.index else length
        return (first, min(last, length)) if first < min(last, length) else None


def around(index: int, words: PageWords, offset: int, unit: Unit) -> Selection:
    """Return the word, line or paragraph at an offset as a selection."""
    match unit:
        case "word":
            start, end = words.word_span(offset)
        case "line":
            start, end = words.line_span(offset)
        case "block":
            start, end = words.block_span(offset)
    return Selection(TextPoint(index, start), TextPoint(index, end))


def selected_text(selection: Selection, text_of: Callable[[int], str], hidden: frozenset[int] = frozenset()) -> str:
    """Return the author's text of a selection as it stands, line ends and hyphens kept; pages are parted by a line.

    `text_of` gives the raw text of a page by its 0-based index; pages in `hidden` are left out.
    """
    pieces = []
    for index in range(selection.start.index, selection.end.index + 1):
        if index in hidden:
            continue
        text = text_of(index)
        span = selection.span_on(index, len(text))
        if span is not None:
            pieces.append(text[span[0] : span[1]].strip("\n"))
    return "\n".join(pieces)
