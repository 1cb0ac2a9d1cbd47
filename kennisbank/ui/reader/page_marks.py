"""Annotations as things on pages: which lie on a page, which of them lie at a place, which comes next.

Pure: knows nothing of Qt. Places are in points from the top left of the page as it is displayed.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from kennisbank.domain.annotation import AnnotationKind, Piece, PlacedAnnotation
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId

_SLACK = 2.0
"""Points beside a mark that still mean it."""
_SPOT = 14.0
"""Side in points of what stands at a spot instead of on words: a note, a bookmark."""


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
    def is_in_file(self) -> bool:
        """Tell whether the file itself holds it, so that the picture of the page shows it already."""
        anchor = self.placed.anchor
        return self.placed.annotation.source == "pdf" and anchor is not None and anchor.state == "original"

    def distance(self, x: float, y: float) -> float:
        """Return how far, in points, a place lies from its boxes; 0 inside."""
        return min(max(_apart(box.x0, box.x1, x), _apart(box.y0, box.y1, y)) for box in self.boxes)


@dataclass(frozen=True, slots=True)
class _Page:
    """The marks of one page from above to below, the heights of their tops, and that of the tallest."""

    marks: tuple[PageMark, ...] = ()
    tops: tuple[float, ...] = ()
    tallest: float = 0.0


class PageMarks:
    """The annotations of one open paper by page.

    Made anew after each change, so it only sorts at first; a page is worked out when it is looked at.
    """

    def __init__(self, placed: Iterable[PlacedAnnotation] = (), widths: Iterable[float] = ()) -> None:
        """Sort annotations, which come in reading order, by page; those without a place in this file are left out.

        `widths` are those of the pages in points: a bookmark stands at the right edge of its page.
        """
        self._widths = list(widths)
        self._raw: dict[int, list[tuple[PlacedAnnotation, Piece]]] = defaultdict(list)
        self._pages: dict[int, _Page] = {}
        self._first_page: dict[str, int] = {}
        for each in placed:
            for piece in each.anchor.pieces if each.anchor is not None else ():
                self._raw[piece.page - 1].append((each, piece))
                self._first_page.setdefault(each.annotation.id, piece.page - 1)
        self._order = list(self._first_page)
        self._place_in_order = {each: at for at, each in enumerate(self._order)}

    def __len__(self) -> int:
        """Return the number of annotations that have a place on a page."""
        return len(self._order)

    def _page(self, index: int) -> _Page:
        page = self._pages.get(index)
        if page is None:
            width = self._widths[index] if 0 <= index < len(self._widths) else 0.0
            made = [mark for each, piece in self._raw.get(index, ()) if (mark := _mark(each, piece, width)) is not None]
            marks = tuple(sorted(made, key=_top))
            tallest = max((mark.box.y1 - mark.box.y0 for mark in marks), default=0.0)
            page = self._pages[index] = _Page(marks, tuple(map(_top, marks)), tallest)
        return page

    def on(self, index: int) -> tuple[PageMark, ...]:
        """Return what lies on a page (0-based), from above to below."""
        return self._page(index).marks

    def between(self, index: int, top: float, bottom: float) -> tuple[PageMark, ...]:
        """Return what of it touches the strip between two heights."""
        page = self._page(index)
        first, last = bisect_left(page.tops, top - page.tallest), bisect_right(page.tops, bottom)
        return tuple(mark for mark in page.marks[first:last] if mark.box.y1 >= top)

    def at(self, index: int, x: float, y: float) -> tuple[PageMark, ...]:
        """Return what lies at a place, the smallest first: so that one within another can be reached."""
        near = [mark for mark in self.between(index, y - _SLACK, y + _SLACK) if mark.distance(x, y) <= _SLACK]
        return tuple(sorted(near, key=lambda mark: (mark.distance(x, y) > 0, _area(mark))))

    def find(self, annotation_id: str) -> PageMark | None:
        """Return where an annotation begins; None when it has no place here."""
        index = self._first_page.get(annotation_id)
        if index is None:
            return None
        return next((mark for mark in self.on(index) if mark.id == annotation_id), None)

    def beside(self, annotation_id: str, direction: int) -> PageMark | None:
        """Return the next (1) or previous (-1) annotation in reading order; None at the ends or for an unknown one."""
        at = self._place_in_order.get(annotation_id)
        found = None
        while at is not None and found is None and 0 <= at + direction < len(self._order):
            at += direction
            found = self.find(self._order[at])
        return found

    def nearest(self, index: int, y: float, direction: int) -> PageMark | None:
        """Return the first annotation after (1) or the last one before (-1) a place; None when there is none."""
        for page in sorted(self._raw, reverse=direction < 0):
            if (page < index) if direction > 0 else (page > index):
                continue
            marks = [mark for mark in self.on(page) if page != index or (mark.box.y0 >= y) == (direction > 0)]
            if marks:
                return (min if direction > 0 else max)(marks, key=lambda mark: self._place_in_order[mark.id])
        return None


def _mark(placed: PlacedAnnotation, piece: Piece, page_width: float) -> PageMark | None:
    """Return what is painted of an annotation on one page; None as long as its boxes are unknown."""
    boxes = piece.boxes
    if placed.annotation.kind == "bookmark":
        right = page_width - 0.5 * _SPOT
        boxes = tuple(Rect(right - _SPOT, box.y0, right, box.y0 + _SPOT) for box in boxes)
    elif placed.annotation.kind == "note" and piece.start == piece.end:
        boxes = tuple(_at_least(box) for box in boxes)
    return PageMark(placed, piece.page - 1, boxes, reduce(or_, boxes)) if boxes else None


def _at_least(box: Rect) -> Rect:
    return Rect(box.x0, box.y0, max(box.x1, box.x0 + _SPOT), max(box.y1, box.y0 + _SPOT))


def _top(mark: PageMark) -> float:
    return mark.box.y0


def _area(mark: PageMark) -> float:
    return sum((box.x1 - box.x0) * (box.y1 - box.y0) for box in mark.boxes)


def _apart(low: float, high: float, value: float) -> float:
    return max(low - value, 0.0, value - high)
