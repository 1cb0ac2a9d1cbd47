"""Where passages stand in the column of pages: heights in its logical pixels, 0 at the top of all."""

from collections.abc import Iterable

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_view import PageView

_INTO_AREA = 8.0
"""Points below the upper edge of an area at which its card stands."""


class PageHeights:
    """Heights on the pages of one view, and whether they are still as they were."""

    def __init__(self, view: PageView) -> None:
        """Measure on `view`."""
        self._view = view
        self._laid_for: object = None
        self._rooms: dict[float, float] = {}

    def forget(self) -> None:
        """Let `is_news` be true the next time."""
        self._laid_for = None

    def is_news(self) -> bool:
        """Tell whether the pages stand otherwise than at the last call."""
        view = self._view
        standing = (view.scale, view.hidden, view.spread, view.viewport().width(), view.page_count)
        before, self._laid_for = self._laid_for, standing
        if standing != before:
            self._rooms.clear()
        return standing != before

    def sorted(self, placed: Iterable[PlacedAnnotation]) -> list[tuple[float, PlacedAnnotation]]:
        """Return annotations from above to below, each with the height of the first line of its passage."""
        found = [(self._first_line(each), at, each) for at, each in enumerate(placed)]
        return [(height, each) for height, _at, each in sorted(found, key=lambda row: row[:2])]

    def page_top(self, placed: PlacedAnnotation) -> float:
        """Return where the page of an annotation begins; pages that stand side by side begin at one height."""
        page = placed.anchor.page if placed.anchor is not None else None
        top = self._height(page - 1, 0.0) if page is not None else 0.0
        if page is not None and page <= len(self._view.sizes):
            self._rooms[top] = max(self._rooms.get(top, 0.0), self._view.sizes[page - 1][1] * self._view.scale)
        return top

    def room(self, page_top: float) -> float:
        """Return how high the highest page is of those that begin at a height, as `page_top` gave it."""
        return self._rooms.get(page_top) or float(self._view.viewport().height())

    @property
    def bottom(self) -> float | None:
        """Return the height at which the last page ends; None when all of it shows at once."""
        bar = self._view.verticalScrollBar()
        return float(bar.maximum() + self._view.viewport().height()) if bar.maximum() > 0 else None

    def _first_line(self, placed: PlacedAnnotation) -> float:
        piece = placed.anchor.pieces[0] if placed.anchor is not None and placed.anchor.pieces else None
        if piece is None:
            return 0.0
        box = piece.boxes[0] if piece.boxes else None
        return self._height(piece.page - 1, 0.0 if box is None else min((box.y0 + box.y1) / 2, box.y0 + _INTO_AREA))

    def _height(self, index: int, y: float) -> float:
        """Return the height of a place on a page; that of a page that is folded away is the top."""
        found = self._view.height_of(PagePoint(index, 0.0, y))
        return found + self._view.verticalScrollBar().value() if found is not None else 0.0
