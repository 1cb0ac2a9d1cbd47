"""Where the pages of a document stand: below one another, or two side by side.

Two spaces: *page* (PDF points, origin top left of one page) and *content* (logical pixels, origin top left of the
whole column of pages). Page edges lie on whole pixels, so that an image of a page is drawn without scaling.
Pure: knows nothing of Qt.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.ui.reader.page_spread import GUTTER, PageRow, Spread, columns, rows_of

POINTS_TO_PIXELS = 96 / 72
"""Logical pixels per point at 100 %: a page on screen is then about as large as on paper."""
MIN_ZOOM = 0.25
MAX_ZOOM = 4.0
FIT_WIDTH = 0.0
"""What is asked for instead of a zoom: the widest row fills the width."""
FIT_PAGE = -1.0
"""What is asked for instead of a zoom: the largest page shows whole."""
ZOOM_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0)


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A place on a page: 0-based page index, and points from its top left."""

    index: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """The box of one page in content space, in whole logical pixels."""

    index: int
    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Return the first pixel row below the page."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class _PlacedRow:
    """The pages of one row, from left to right, and the height of content space that it takes."""

    pages: tuple[PlacedPage, ...]
    y: int
    bottom: int

    def page_at(self, x: float) -> PlacedPage:
        """Return the page at this x of content space, or else the nearest one; the gutter is shared halfway."""
        return min(self.pages, key=lambda page: max(page.x - x, x - page.x - page.width, 0.0))


class PageLayout:
    """Rows of pages below one another, at one zoom.

    A single page is centred. Two stand on either side of a spine in the middle, their tops at one height; the first of
    a book stands right of the spine.
    """

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        zoom: float,
        *,
        viewport_width: int = 0,
        hidden: frozenset[int] = frozenset(),
        gap: int = 16,
        margin: int = 16,
        spread: Spread = "single",
    ) -> None:
        """Lay out pages of these (width, height) in points; those in `hidden` (0-based) take no room.

        The column is at least `viewport_width` pixels wide; `margin` stands around it, `gap` between two rows.
        """
        self.zoom = zoom
        self.scale = zoom * POINTS_TO_PIXELS
        boxes = {
            index: (max(1, round(width * self.scale)), max(1, round(height * self.scale)))
            for index, (width, height) in enumerate(sizes)
            if index not in hidden
        }
        count = columns(len(boxes), spread)
        widest = max((width for width, _height in boxes.values()), default=0)
        self.width = max(viewport_width, count * widest + (count - 1) * GUTTER + 2 * margin)
        self._rows: list[_PlacedRow] = []
        y = margin
        for row in rows_of(list(boxes), spread):
            self._rows.append(self._place(row, boxes, y))
            y = self._rows[-1].bottom + gap
        self.height = y - gap + margin if boxes else 2 * margin
        self.pages: list[PlacedPage] = [page for row in self._rows for page in row.pages]
        self._tops = [row.y for row in self._rows]
        self._by_index = {page.index: page for page in self.pages}

    def _place(self, row: PageRow, boxes: dict[int, tuple[int, int]], y: int) -> _PlacedRow:
        """Place the pages of a row with their tops at `y`."""
        spine = (self.width - GUTTER) // 2
        placed = []
        for index in row.pages:
            width, height = boxes[index]
            if index == row.middle:
                x = (self.width - width) // 2
            else:
                x = spine - width if index == row.left else spine + GUTTER
            placed.append(PlacedPage(index, x, y, width, height))
        return _PlacedRow(tuple(placed), y, max(page.bottom for page in placed))

    def page(self, index: int) -> PlacedPage | None:
        """Return the box of a page; None when it is hidden or there is no such page."""
        return self._by_index.get(index)

    def visible(self, top: float, bottom: float) -> list[PlacedPage]:
        """Return the pages that show between two heights of content space, in reading order."""
        first = max(0, bisect_right(self._tops, top) - 1)
        found: list[PlacedPage] = []
        for row in self._rows[first:]:
            if row.y >= bottom:
                break
            found += [page for page in row.pages if page.bottom > top]
        return found

    def around(self, index: int, count: int) -> list[PlacedPage]:
        """Return up to `count` shown pages after this one and as many before it, nearest first."""
        position = bisect_right([page.index for page in self.pages], index)
        found = []
        for step in range(count):
            if position + step < len(self.pages):
                found.append(self.pages[position + step])
            before = position - 2 - step
            if before >= 0:
                found.append(self.pages[before])
        return found

    def nearest(self, y: float, x: float = 0.0) -> PlacedPage | None:
        """Return the page at this place of content space, or else the nearest; None when no page is shown.

        The row counts first, then the page in it; without `x` that is the first one.
        """
        if not self._rows:
            return None
        at = max(0, bisect_right(self._tops, y) - 1)
        row = self._rows[at]
        if at + 1 < len(self._rows) and self._rows[at + 1].y - y < y - row.bottom:
            row = self._rows[at + 1]
        return row.page_at(x)

    def to_page(self, x: float, y: float) -> PagePoint | None:
        """Return the place on the nearest page; it may lie outside the page's box."""
        page = self.nearest(y, x)
        if page is None:
            return None
        return PagePoint(page.index, (x - page.x) / self.scale, (y - page.y) / self.scale)

    def to_content(self, point: PagePoint) -> tuple[float, float] | None:
        """Return where a place on a page stands in content space; None when that page is hidden."""
        page = self._by_index.get(point.index)
        if page is None:
            return None
        return page.x + point.x * self.scale, page.y + point.y * self.scale


def fit_width(
    sizes: Sequence[tuple[float, float]],
    room: int,
    hidden: frozenset[int] = frozenset(),
    spread: Spread = "single",
) -> float:
    """Return the zoom at which the widest shown page, or two of it, fill `room` logical pixels, within the limits."""
    widths = [width for index, (width, _height) in enumerate(sizes) if index not in hidden]
    widest, count = max(widths, default=0.0), columns(len(widths), spread)
    if widest <= 0:
        return 1.0
    return clamp_zoom((room - (count - 1) * GUTTER) // count / (widest * POINTS_TO_PIXELS))


def fit_page(
    sizes: Sequence[tuple[float, float]],
    room: tuple[int, int],
    hidden: frozenset[int] = frozenset(),
    spread: Spread = "single",
) -> float:
    """Return the zoom at which each shown page, with the one beside it, fits in `room` (width, height in pixels)."""
    tallest = max((height for index, (_width, height) in enumerate(sizes) if index not in hidden), default=0.0)
    if tallest <= 0:
        return 1.0
    return clamp_zoom(min(fit_width(sizes, room[0], hidden, spread), room[1] / (tallest * POINTS_TO_PIXELS)))


def clamp_zoom(zoom: float) -> float:
    """Return the nearest zoom that is allowed."""
    return min(MAX_ZOOM, max(MIN_ZOOM, zoom))


def next_zoom(zoom: float, direction: int) -> float:
    """Return the next step up (`direction` > 0) or down from a zoom that need not be a step itself."""
    if direction > 0:
        return next((step for step in ZOOM_STEPS if step > zoom + 0.005), MAX_ZOOM)
    return next((step for step in reversed(ZOOM_STEPS) if step < zoom - 0.005), MIN_ZOOM)
