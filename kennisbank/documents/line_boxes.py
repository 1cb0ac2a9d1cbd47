"""The boxes of a passage: one for each line of text it stands on, whichever way the lines run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from kennisbank.domain.document import Rect, Word

_OVERLAP = 0.5
"""Part of the smaller thickness that two words of one line have side by side, at least."""
_WIDEST_GAP = 3.0
"""White between two words of one line, in thicknesses of it, at most; more is the gap between columns."""
_TALL = 1.6
"""Height by width of a word that surely runs up or down the page."""
_Way = Literal["across", "along", ""]


def line_boxes(words: Sequence[Word], text: str = "") -> tuple[Rect, ...]:
    r"""Return one box for each line that the words, in reading order, stand on; sides have three decimals.

    A line may run to the right, to the left, up or down. With `text`, the raw text of the page, a new line also begins
    where it has ``\n`` between two words.
    """
    lines: list[_Line] = []
    last: Word | None = None
    for word in words:
        ends = last is not None and bool(text) and "\n" in text[last.end : word.start]
        if ends or not lines or not lines[-1].takes(word.box, word.end - word.start):
            lines.append(_Line(word.box, word.box, _way_of(word.box, word.end - word.start)))
        last = word
    return tuple(rounded(line.box) for line in lines)


def rounded(box: Rect) -> Rect:
    """Return a box whose sides have three decimals: a thousandth of a point."""
    return Rect(round(box.x0, 3), round(box.y0, 3), round(box.x1, 3), round(box.y1, 3))


def covered(words: Iterable[Word], boxes: Sequence[Rect]) -> list[Word]:
    """Return the words whose centre lies in one of the boxes."""
    if not boxes:
        return []
    around = reduce(or_, boxes)  # a page has many words, and nearly all of them lie far off
    near = [word for word in words if _holds_centre(around, word.box)]
    return [word for word in near if any(_holds_centre(box, word.box) for box in boxes)]


def distance(first: Rect, second: Rect) -> float:
    """Return how far two boxes are apart, in points across and along together; 0.0 if they touch."""
    across = max(first.x0 - second.x1, second.x0 - first.x1, 0.0)
    along = max(first.y0 - second.y1, second.y0 - first.y1, 0.0)
    return across + along


def _holds_centre(box: Rect, inner: Rect) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


@dataclass(slots=True)
class _Line:
    """A line that grows word by word: its box, that of its last word, and which way it runs, once that is known."""

    box: Rect
    last: Rect
    way: _Way

    def takes(self, box: Rect, letters: int) -> bool:
        """Take a word in if it goes on with the line, and tell whether it does."""
        way = _joint(self.last, box)
        own = _way_of(box, letters)
        if not way or (self.way and way != self.way) or (own and way != own):
            return False
        self.box, self.last, self.way = self.box | box, box, way
        return True


def _way_of(box: Rect, letters: int) -> _Way:
    """Return which way a word runs, as far as its shape tells: one or two letters tell nothing."""
    if letters < 3:
        return ""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if height > _TALL * width:
        return "along"
    return "across" if width > _TALL * height else ""


def _joint(first: Rect, second: Rect) -> _Way:
    """Return which way two words that follow each other stand in one line; empty if they don't."""
    beside = min(first.y1, second.y1) - max(first.y0, second.y0)
    above = min(first.x1, second.x1) - max(first.x0, second.x0)
    height = min(first.y1 - first.y0, second.y1 - second.y0)
    width = min(first.x1 - first.x0, second.x1 - second.x0)
    is_across = beside > _OVERLAP * height and -above <= _WIDEST_GAP * max(height, 1.0)
    is_along = above > _OVERLAP * width and -beside <= _WIDEST_GAP * max(width, 1.0)
    if is_across and (not is_along or -above >= -beside):
        return "across"
    return "along" if is_along else ""
