"""Where the pages of a document stand when they are shown below one another.

Two spaces: *page* (PDF points, origin top left of one page) and *content* (logical pixels, origin top left of the
whole column of pages). Page edges lie on whole pixels, so that an image of a page is drawn without scaling.
Pure: knows nothing of Qt.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

POINTS_TO_PIXELS = 96 / 72
"""Logical pixels per point at 100 %: a page on screen is then about as large as on paper."""
MIN_ZOOM = 0.25
MAX_ZOOM = 4.0
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


class PageLayout:
    """Pages below one another, each centred, at one zoom."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        zoom: float,
        *,
        viewport_width: int = 0,
        hidden: frozenset[int] = frozenset(),
        gap: int = 16,
        margin: int = 16,
    ) -> None:
        """Lay out pages of these (width, height) in points; those in `hidden` (0-based) take no room.

        The column is at least `viewport_width` pixels wide; `margin` stands around it, `gap` between two pages.
        """
        self.zoom = zoom
        self.scale = zoom * POINTS_TO_PIXELS
        shown = [(index, *size) for index, size in enumerate(sizes) if index not in hidden]
        boxes = [
            (index, max(1, round(width * self.scale)), max(1, round(height * self.scale)))
            for index, width, height in shown
        ]
        widest = max((width for _index, width, _height in boxes), default=0)
        self.width = max(viewport_width, widest + 2 * margin)
        self.pages: list[PlacedPage] = []
        y = margin
        for index, width, height in boxes:
            self.pages.append(PlacedPage(index, (self.width - width) // 2, y, width, height))
            y += height + gap
        self.height = y - gap + margin if boxes else 2 * margin
        self._tops = [page.y for page in self.pages]
        self._by_index = {page.index: page for page in self.pages}

    def page(self, index: int) -> PlacedPage | None:
        """Return the box of a page; None when it is hidden or there is no such page."""
        return self._by_index.get(index)

    def visible(self, top: float, bottom: float) -> list[PlacedPage]:
        """Return the pages that show between two heights of content space, from above to below."""
        first = max(0, bisect_right(self._tops, top) - 1)
        found = []
        for page in self.pages[first:]:
            if page.y >= bottom:
                break
            if page.bottom > top:
                found.append(page)
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

    def nearest(self, y: float) -> PlacedPage | None:
        """Return the page at this height of content space, or else the nearest; None when no page is shown."""
        if not self.pages:
            return None
        at = max(0, bisect_right(self._tops, y) - 1)
        page = self.pages[at]
        if at + 1 < len(self.pages) and self.pages[at + 1].y - y < y - page.bottom:
            return self.pages[at + 1]
        return page

    def to_page(self, x: float, y: float) -> PagePoint | None:
        """Return the place on the nearest page; it may lie outside the page's box."""
        page = self.nearest(y)
        if page is None:
            return None
        return PagePoint(page.index, (x - page.x) / self.scale, (y - page.y) / self.scale)

    def to_content(self, point: PagePoint) -> tuple[float, float] | None:
        """Return where a place on a page stands in content space; None when that page is hidden."""
        page = self._by_index.get(point.index)
        if page is None:
            return None
        return page.x + point.x * self.scale, page.y + point.y * self.scale


def fit_width(sizes: Sequence[tuple[float, float]], room: int, hidden: frozenset[int] = frozenset()) -> float:
    """Return the zoom at which the widest shown page fills `room` logical pixels, within the limits."""
    widest = max((size[0] for index, size in enumerate(sizes) if index not in hidden), default=0.0)
    if widest <= 0:
        return 1.0
    return clamp_zoom(room / (widest * POINTS_TO_PIXELS))


def clamp_zoom(zoom: float) -> float:
    """Return the nearest zoom that is allowed."""
    return min(MAX_ZOOM, max(MIN_ZOOM, zoom))


def next_zoom(zoom: float, direction: int) -> float:
    """Return the next step up (`direction` > 0) or down from a zoom that need not be a step itself."""
    if direction > 0:
        return next((step for step in ZOOM_STEPS if step > zoom + 0.005), MAX_ZOOM)
    return next((step for step in reversed(ZOOM_STEPS) if step < zoom - 0.005), MIN_ZOOM)
