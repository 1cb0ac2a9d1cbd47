"""Which annotations stand on the pages that show, and at what height: no more is worked out than can be seen."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.look import px
from kennisbank.ui.reader.margin_face import FIRST_LINE
from kennisbank.ui.reader.margin_placing import rows_for
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_view import PageView

GAP, LINE = 8, 36
"""Units between two cards, and the height of a card of one line."""
_AROUND = 2
"""Pages before and after those that show, whose cards may reach into what shows."""
_INTO_AREA = 8.0
"""Points below the upper edge of an area at which its card stands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One card to be: what it shows (several in a crowd), the top it wants and about how high it will be, in pixels.

    Heights count from the top of all pages. `key` is the id of its annotation, after a star when it shows several.
    """

    key: str
    shown: Sequence[PlacedAnnotation]
    wanted: float
    guess: float
    is_line: bool


class PageCards:
    """The annotations of one view's pages. They come from above to below within a page, whatever the columns."""

    def __init__(self, view: PageView, guess: Callable[[PlacedAnnotation], float]) -> None:
        """Measure on `view`; `guess` tells about how high a card will be."""
        self._view, self._guess = view, guess
        self._by_page: dict[int, list[PlacedAnnotation]] = {}
        self._sorted: dict[int, list[tuple[float, PlacedAnnotation]]] = {}
        self._guesses: dict[str, float] = {}
        self._page_of: dict[str, int] = {}
        self._standing: object = None

    def put(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Hold these, which all have a place."""
        by_page: defaultdict[int, list[PlacedAnnotation]] = defaultdict(list)
        for each in placed:
            page = each.anchor.page if each.anchor is not None else None
            by_page[(page or 1) - 1].append(each)
        for index in self._by_page.keys() | by_page.keys():
            if self._by_page.get(index) != by_page.get(index):
                self._sorted.pop(index, None)
                for each in self._by_page.get(index, ()):
                    self._guesses.pop(each.annotation.id, None)
        self._by_page = dict(by_page)
        self._standing = None

    def forget(self) -> None:
        """Guess anew: the width or the size of the text changed."""
        self._guesses.clear()
        self._standing = None

    def order(self) -> list[str]:
        """Return the ids of all, page after page, from above to below."""
        return [each.annotation.id for index in sorted(self._by_page) for _y, each in self._on(index)]

    def are_news(self, current: str) -> bool:
        """Tell whether other cards, or cards elsewhere, are wanted than at the last call."""
        view = self._view
        standing = (view.scale, view.spread, view.viewport().width(), self._window(), current)
        before, self._standing = self._standing, standing
        return standing != before

    def spots(self, current: str) -> list[Spot]:
        """Return the cards for the pages that show, from above to below; `current` is the one at hand."""
        found: list[Spot] = []
        rows: defaultdict[float, list[int]] = defaultdict(list)
        for index in self._window():
            rows[self._top(index)].append(index)
        for top in sorted(rows):
            found += self._spots_of(top, rows[top], current)
        return found

    @property
    def bottom(self) -> float | None:
        """Return the height at which the last page ends; None when that is far away, or all fits in the window."""
        bar, view = self._view.verticalScrollBar(), self._view
        is_last = view.page_count - 1 in self._window()
        return float(bar.maximum() + view.viewport().height()) if is_last and bar.maximum() > 0 else None

    def height(self, placed: PlacedAnnotation) -> float:
        """Return how far below the top of all pages the first line of a passage stands."""
        page = placed.anchor.page if placed.anchor is not None else None
        return self._top((page or 1) - 1) + _first_line(placed) * self._view.scale

    def _window(self) -> tuple[int, ...]:
        """Return the indexes of the pages that show or nearly do; what is folded away goes with the page after it."""
        seen = [page.index for page in self._view.visible_pages()]
        if not seen:
            return ()
        first, last = min(seen) - _AROUND, max(seen) + _AROUND
        return tuple(index for index in self._by_page if first <= index <= last)

    def _top(self, index: int) -> float:
        view = self._view
        shown = next((each for each in range(index, view.page_count) if each not in view.hidden), None)
        found = view.height_of(PagePoint(shown, 0.0, 0.0)) if shown is not None else None
        return found + view.verticalScrollBar().value() if found is not None else 0.0

    def _room(self, index: int) -> float:
        sizes = self._view.sizes
        return sizes[index][1] * self._view.scale if index < len(sizes) else float(self._view.viewport().height())

    def _on(self, index: int) -> list[tuple[float, PlacedAnnotation]]:
        """Return what stands on a page, from above to below, with its height in points."""
        if index not in self._sorted:
            rows = [(_first_line(each), at, each) for at, each in enumerate(self._by_page.get(index, ()))]
            self._sorted[index] = [(y, each) for y, _at, each in sorted(rows, key=lambda row: row[:2])]
        return self._sorted[index]

    def _spots_of(self, top: float, indexes: Sequence[int], current: str) -> Iterable[Spot]:
        """Return the cards beside pages that begin at one height."""
        entries = self._on(indexes[0])
        if len(indexes) > 1:
            entries = sorted((each for index in indexes for each in self._on(index)), key=lambda entry: entry[0])
        guesses = [self._guess_of(each) for _y, each in entries]
        at_hand = next((at for at, (_y, each) in enumerate(entries) if each.annotation.id == current), -1)
        room = max(self._room(index) for index in indexes)
        rows = rows_for([top] * len(entries), guesses, lambda _top: room, line=px(LINE), gap=px(GAP), current=at_hand)
        scale, first_line = self._view.scale, px(FIRST_LINE)
        for row in rows:
            y, first = entries[row.first]
            key = f"*{first.annotation.id}" if row.is_group else first.annotation.id
            shown = [each for _y, each in entries[row.first : row.end]]
            guess = float(px(LINE)) if row.is_line else guesses[row.first]
            yield Spot(key, shown, top + y * scale - first_line, guess, row.is_line)

    def _guess_of(self, placed: PlacedAnnotation) -> float:
        each = placed.annotation.id
        found = self._guesses.get(each)
        if found is None:
            found = self._guesses[each] = self._guess(placed)
        return found


def _first_line(placed: PlacedAnnotation) -> float:
    """Return where the first line of a passage stands on its page, in points."""
    piece = placed.anchor.pieces[0] if placed.anchor is not None and placed.anchor.pieces else None
    box = piece.boxes[0] if piece is not None and piece.boxes else None
    return 0.0 if box is None else min((box.y0 + box.y1) / 2, box.y0 + _INTO_AREA)
