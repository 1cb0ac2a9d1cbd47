"""Annotations as things on pages: which lie on a page, which of them lie at a place, which comes next.

Pure: knows nothing of Qt. Places are in points from the top left of the page as it is displayed.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from kennisbank.domain.annotation import AnnotationKind, PlacedAnnotation
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId

_SLACK = 2.0
"""Points beside a mark that still mean it."""
_SPOT = 14.0
"""Side in points of what stands at a spot instead of on words: a note, a bookmark."""
_ON_WORDS = frozenset({"highlight", "underline", "strikeout", "squiggly"})


@dataclass(frozen=True, slots=True)
class PageMark:
    """The part of an annotation on one page (0-based index): its boxes, and the box around them, in points."""

    placed: PlacedAnnotation
    index: int
    boxes: tuple[Rect, ...]
    box: Rect

    @property
    def id(self) -> AnnotationId:
        """Return the id of the annotation."""
        return self.placed.annotation.id

    @property
    def kind(self) -> AnnotationKind:
        """Return what it is."""
        return self.placed.annotation.kind

    @property
    def colour(self) -> str:
        """Return one of the four colours, ``#rrggbb`` or nothing."""
        return self.placed.annotation.colour

    @property
    def has_note(self) -> bool:
        """Tell whether words were written to it."""
        return bool(self.placed.annotation.body.strip())

    @property
    def is_on_words(self) -> bool:
        """Tell whether it lies on words of the page."""
        return self.kind in _ON_WORDS

    def distance(self, x: float, y: float) -> float:
        """Return how far, in points, a place lies from its boxes; 0 inside."""
        return min(max(_apart(box.x0, box.x1, x), _apart(box.y0, box.y1, y)) for box in self.boxes)


class PageMarks:
    """The annotations of one open paper by page, each page's in reading order."""

    def __init__(self, placed: Iterable[PlacedAnnotation] = (), widths: Iterable[float] = ()) -> None:
        """Sort annotations by page; those without a place in this file are left out.

        `widths` are those of the pages in points: a bookmark stands at the right edge of its page.
        """
        edges = list(widths)
        by_page: dict[int, list[PageMark]] = defaultdict(list)
        self._pages_of: dict[AnnotationId, list[int]] = {}
        self._order: list[AnnotationId] = []
        for each in placed:
            marks = list(_marks_of(each, edges))
            for mark in marks:
                by_page[mark.index].append(mark)
            if marks:
                self._pages_of[each.annotation.id] = [mark.index for mark in marks]
                self._order.append(each.annotation.id)
        self._by_page = {index: tuple(sorted(marks, key=_top)) for index, marks in by_page.items()}
        self._tops = {index: [mark.box.y0 for mark in marks] for index, marks in self._by_page.items()}
        self._tallest = {
            index: max(mark.box.y1 - mark.box.y0 for mark in marks) for index, marks in self._by_page.items()
        }
        self._place_in_order = {each: at for at, each in enumerate(self._order)}

    def __len__(self) -> int:
        """Return the number of annotations that have a place on a page."""
        return len(self._order)

    def on(self, index: int) -> tuple[PageMark, ...]:
        """Return what lies on a page (0-based), from above to below."""
        return self._by_page.get(index, ())

    def between(self, index: int, top: float, bottom: float) -> tuple[PageMark, ...]:
        """Return what of it touches the strip between two heights."""
        marks = self.on(index)
        if not marks:
            return ()
        tops = self._tops[index]
        first, last = bisect_left(tops, top - self._tallest[index]), bisect_right(tops, bottom)
        return tuple(mark for mark in marks[first:last] if mark.box.y1 >= top)

    def at(self, index: int, x: float, y: float) -> tuple[PageMark, ...]:
        """Return what lies at a place, the smallest first: so that one within another can be reached."""
        near = [mark for mark in self.between(index, y - _SLACK, y + _SLACK) if mark.distance(x, y) <= _SLACK]
        return tuple(sorted(near, key=lambda mark: (mark.distance(x, y) > 0, _area(mark))))

    def find(self, annotation_id: str) -> PageMark | None:
        """Return where an annotation begins; None when it has no place here."""
        pages = self._pages_of.get(AnnotationId(annotation_id))
        if not pages:
            return None
        return next(mark for mark in self.on(pages[0]) if mark.id == annotation_id)

    def beside(self, annotation_id: str, direction: int) -> PageMark | None:
        """Return the next (1) or previous (-1) annotation in reading order; None at the ends or for an unknown one."""
        at = self._place_in_order.get(AnnotationId(annotation_id))
        if at is None or not 0 <= at + direction < len(self._order):
            return None
        return self.find(self._order[at + direction])

    def nearest(self, index: int, y: float, direction: int) -> PageMark | None:
        """Return the first annotation after (1) or the last one before (-1) a place; None when there is none."""
        found = [mark for mark in map(self.find, self._order) if mark is not None]
        if direction > 0:
            return next((mark for mark in found if (mark.index, mark.box.y0) >= (index, y)), None)
        return next((mark for mark in reversed(found) if (mark.index, mark.box.y0) < (index, y)), None)


def _marks_of(placed: PlacedAnnotation, widths: list[float]) -> Iterable[PageMark]:
    for piece in placed.anchor.pieces if placed.anchor is not None else ():
        index = piece.page - 1
        boxes = piece.boxes
        if placed.annotation.kind == "bookmark":
            right = widths[index] if 0 <= index < len(widths) else 0.0
            boxes = tuple(Rect(right - 1.5 * _SPOT, box.y0, right - 0.5 * _SPOT, box.y0 + _SPOT) for box in boxes)
        elif placed.annotation.kind == "note" and piece.start == piece.end:
            boxes = tuple(_at_least(box) for box in boxes)
        if boxes:
            yield PageMark(placed, index, boxes, reduce(or_, boxes))


def _at_least(box: Rect) -> Rect:
    return Rect(box.x0, box.y0, max(box.x1, box.x0 + _SPOT), max(box.y1, box.y0 + _SPOT))


def _top(mark: PageMark) -> float:
    return mark.box.y0


def _area(mark: PageMark) -> float:
    return sum((box.x1 - box.x0) * (box.y1 - box.y0) for box in mark.boxes)


def _apart(low: float, high: float, value: float) -> float:
    return max(low - value, 0.0, value - high)
