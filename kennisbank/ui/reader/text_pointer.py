"""From pointing and dragging to a selection of text. Decides only; the page view tells it where the pointer is."""

from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.selection import Selection, TextPoint, Unit, around

_UNITS: tuple[Unit, ...] = ("word", "line", "block")


class TextPointer:
    """A drag over the text, by words, lines or paragraphs according to the number of clicks it began with."""

    def __init__(self) -> None:
        """Begin without a drag."""
        self._anchor: Selection | None = None
        self._unit: Unit = "word"

    @property
    def is_dragging(self) -> bool:
        """Tell whether a drag is under way."""
        return self._anchor is not None

    def press(self, index: int, words: PageWords, offset: int, clicks: int) -> Selection | None:
        """Begin a drag; two clicks select the word, three the line, four the paragraph. One click selects nothing."""
        self._unit = _UNITS[min(max(clicks - 2, 0), 2)]
        self._anchor = around(index, words, offset, self._unit)
        return self._anchor if clicks > 1 else None

    def drag(self, index: int, words: PageWords, offset: int) -> Selection | None:
        """Return the selection from where the drag began to here."""
        if self._anchor is None:
            return None
        return self._anchor | around(index, words, offset, self._unit)

    def release(self) -> None:
        """End the drag."""
        self._anchor = None

    def extend(self, before: Selection, index: int, words: PageWords, offset: int) -> Selection:
        """Return a selection stretched or shrunk to this place, as Shift and a click do: the nearer end moves."""
        here = TextPoint(index, offset)
        there = around(index, words, offset, "word")
        keeps_start = here >= before.end or (here > before.start and _is_nearer_end(before, here))
        if keeps_start:
            return Selection(before.start, max(before.start, there.end))
        return Selection(min(there.start, before.end), before.end)


def _is_nearer_end(selection: Selection, here: TextPoint) -> bool:
    """Tell whether a place inside a selection lies nearer to its end than to its start."""
    if selection.start.index != selection.end.index:
        return here.index - selection.start.index > selection.end.index - here.index
    return here.offset - selection.start.offset > selection.end.offset - here.offset
