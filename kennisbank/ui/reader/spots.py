"""What is boxed on the pages: hits of a search, finds of a string; and how many of them each part of the paper holds.

Pure: knows nothing of Qt.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kennisbank.domain.document import OutlineEntry, Rect
from kennisbank.domain.results import PassageHit
from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.text_search import find_in

_SLACK = 2.0
"""Points by which a heading may stand below the place that the contents name."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to go to on a page (0-based index): its boxes in points, none when only the page is known."""

    index: int
    boxes: tuple[Rect, ...] = ()

    @property
    def y(self) -> float:
        """Return the height of the top of its first box, in points from the top of the page.

        The rest of a broken word may stand higher: at the top of the next column.
        """
        return self.boxes[0].y0 if self.boxes else 0.0


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """A hit of a search and where it stands."""

    hit: PassageHit
    spot: Spot


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line of the contents: level from 1, place (0-based page index, points), number of hits up to the next."""

    level: int
    title: str
    index: int
    y: float
    hits: int = 0


def place_hits(hits: Iterable[PassageHit], words_of: Callable[[int], PageWords]) -> tuple[PlacedHit, ...]:
    """Return the hits in the order in which one reads them, with the boxes of their words."""
    placed = []
    for hit in hits:
        index = hit.page - 1
        words = words_of(index) if hit.spans else None
        boxes = tuple(box for span in hit.spans for box in words.boxes(*span)) if words is not None else ()
        placed.append(PlacedHit(hit, Spot(index, boxes)))
    return tuple(sorted(placed, key=_reading_order))


def _reading_order(placed: PlacedHit) -> tuple[int, int]:
    return placed.spot.index, min((start for start, _end in placed.hit.spans), default=-1)


def find_on(index: int, words: PageWords, query: str) -> list[Spot]:
    """Return a spot for each place on a page that reads as `query`, in reading order."""
    return [Spot(index, tuple(words.boxes(start, end))) for start, end in find_in(words.text, query)]


def outline_rows(outline: Sequence[OutlineEntry], spots: Iterable[Spot]) -> list[OutlineRow]:
    """Return the contents in their own order, each with the number of spots between its place and the next place."""
    order = sorted(range(len(outline)), key=lambda at: _place_of(outline[at]))
    starts = [_place_of(outline[at]) for at in order]
    counts = [0] * len(outline)
    for spot in spots:
        at = bisect_right(starts, (spot.index, spot.y + _SLACK)) - 1
        if at >= 0:
            counts[order[at]] += 1
    return [
        OutlineRow(entry.level, entry.title, entry.page - 1, entry.y, count)
        for entry, count in zip(outline, counts, strict=True)
    ]


def _place_of(entry: OutlineEntry) -> tuple[int, float]:
    return entry.page - 1, entry.y


def row_at(rows: Sequence[OutlineRow], index: int, y: float) -> int:
    """Return the number of the row in whose part a place lies; -1 before the first."""
    before = [at for at, row in enumerate(rows) if (row.index, row.y) <= (index, y + _SLACK)]
    return max(before, key=lambda at: (rows[at].index, rows[at].y, at), default=-1)


def next_spot(spots: Sequence[Spot], index: int, y: float, direction: int) -> int | None:
    """Return the number of the nearest spot after (`direction` > 0) or before a place; None when there is none."""
    numbers = range(len(spots)) if direction > 0 else range(len(spots) - 1, -1, -1)
    for number in numbers:
        spot = spots[number]
        if ((spot.index, spot.y) >= (index, y)) if direction > 0 else ((spot.index, spot.y) < (index, y)):
            return number
    return None
