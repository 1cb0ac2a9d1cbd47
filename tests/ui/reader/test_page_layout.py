"""Where pages stand: nothing overlaps, what is visible is found, and both ways between page and view agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.ui.reader.page_layout import (
    MAX_ZOOM,
    MIN_ZOOM,
    POINTS_TO_PIXELS,
    PageLayout,
    PagePoint,
    clamp_zoom,
    fit_page,
    fit_width,
    next_zoom,
)
from kennisbank.ui.reader.page_spread import GUTTER, SPREADS, Spread, rows_of

A4 = (595.0, 842.0)
SIZES = st.lists(st.tuples(st.floats(50, 3000), st.floats(50, 3000)), min_size=1, max_size=40)
ZOOMS = st.floats(MIN_ZOOM, MAX_ZOOM)
ANY_SPREAD = st.sampled_from(SPREADS)


@given(SIZES, ZOOMS, st.integers(0, 2000))
def test_pages_stand_below_one_another_inside_the_column(
    sizes: list[tuple[float, float]], zoom: float, width: int
) -> None:
    layout = PageLayout(sizes, zoom, viewport_width=width)
    bottom = 0
    for page in layout.pages:
        assert page.y > bottom
        assert page.x >= 16
        assert page.x + page.width <= layout.width - 16
        bottom = page.bottom
    assert layout.height > bottom


@given(SIZES, ZOOMS, ANY_SPREAD, st.data())
def test_a_place_on_a_page_comes_back_from_the_view(
    sizes: list[tuple[float, float]], zoom: float, spread: Spread, data: st.DataObject
) -> None:
    layout = PageLayout(sizes, zoom, spread=spread)
    index = data.draw(st.integers(0, len(sizes) - 1))
    point = PagePoint(index, data.draw(st.floats(0, sizes[index][0])), data.draw(st.floats(1, sizes[index][1] - 2)))
    content = layout.to_content(point)
    assert content is not None
    back = layout.to_page(*content)
    assert back is not None
    assert back.index == index
    assert back.x == pytest.approx(point.x, abs=0.01)
    assert back.y == pytest.approx(point.y, abs=0.01)


@given(SIZES, ZOOMS, ANY_SPREAD, st.floats(0, 50_000), st.floats(1, 3000))
def test_visible_pages_are_exactly_those_that_reach_into_the_view(
    sizes: list[tuple[float, float]], zoom: float, spread: Spread, top: float, height: float
) -> None:
    layout = PageLayout(sizes, zoom, spread=spread)
    expected = [page for page in layout.pages if page.y < top + height and page.bottom > top]
    assert layout.visible(top, top + height) == expected


@given(SIZES, st.floats(-100, 50_000))
def test_the_nearest_page_is_no_farther_than_any_other(sizes: list[tuple[float, float]], y: float) -> None:
    layout = PageLayout(sizes, 1.0)
    found = layout.nearest(y)
    assert found is not None

    def distance(page: object) -> float:
        return max(page.y - y, 0, y - page.bottom)  # type: ignore[attr-defined]

    assert distance(found) <= min(distance(page) for page in layout.pages) + 1e-6


def test_a_hidden_page_takes_no_room_and_keeps_the_numbers_of_the_others() -> None:
    layout = PageLayout([A4, A4, A4], 1.0, hidden=frozenset({0}))
    assert [page.index for page in layout.pages] == [1, 2]
    assert layout.pages[0].y == 16
    assert layout.page(0) is None
    assert layout.to_content(PagePoint(0, 0, 0)) is None


def test_no_pages_are_no_error() -> None:
    layout = PageLayout([], 1.0, viewport_width=300)
    assert (layout.width, layout.height) == (300, 32)
    assert layout.visible(0, 100) == []
    assert layout.to_page(1, 1) is None
    assert fit_width([], 500) == 1.0


def test_neighbours_come_nearest_first() -> None:
    layout = PageLayout([A4] * 6, 1.0)
    assert [page.index for page in layout.around(2, 2)] == [3, 1, 4, 0]
    assert [page.index for page in layout.around(0, 2)] == [1, 2]


@given(SIZES, st.integers(100, 3000))
def test_the_width_to_fit_fills_the_room_within_the_limits(sizes: list[tuple[float, float]], room: int) -> None:
    zoom = fit_width(sizes, room)
    widest = max(width for width, _height in sizes) * zoom * POINTS_TO_PIXELS
    assert zoom in {MIN_ZOOM, MAX_ZOOM} or widest == pytest.approx(room)


def test_hidden_pages_do_not_count_for_the_width_to_fit() -> None:
    assert fit_width([(2000, 100), A4], 800, frozenset({0})) == fit_width([A4], 800)


@given(ZOOMS)
def test_a_step_of_zoom_goes_the_right_way_and_ends_at_the_limits(zoom: float) -> None:
    assert next_zoom(zoom, 1) > zoom or next_zoom(zoom, 1) == MAX_ZOOM
    assert next_zoom(zoom, -1) < zoom or next_zoom(zoom, -1) == MIN_ZOOM
    assert clamp_zoom(zoom) == zoom


@given(st.sets(st.integers(0, 60)), ANY_SPREAD)
def test_every_shown_page_stands_in_one_row_in_reading_order(shown: set[int], spread: Spread) -> None:
    pages = sorted(shown)
    rows = rows_of(pages, spread)
    assert [index for row in rows for index in row.pages] == pages
    assert all(len(row.pages) == 2 for row in rows[1:-1]) or spread == "single"


def test_the_first_page_of_a_book_stands_alone_on_the_right() -> None:
    two = PageLayout([A4] * 4, 1.0, spread="two")
    book = PageLayout([A4] * 4, 1.0, spread="book")
    assert [page.y == two.pages[0].y for page in two.pages] == [True, True, False, False]
    assert [page.y for page in book.pages][1] == [page.y for page in book.pages][2] > book.pages[0].y
    assert book.pages[0].x == book.pages[2].x > book.pages[1].x == book.pages[3].x


def test_a_hidden_cover_sheet_takes_no_place_in_a_row() -> None:
    layout = PageLayout([A4] * 4, 1.0, spread="book", hidden=frozenset({0}))
    assert [page.index for page in layout.pages if page.y == layout.pages[0].y] == [1]
    assert layout.page(2) is not None
    assert layout.page(2).y == layout.page(3).y  # type: ignore[union-attr]


@given(SIZES, ZOOMS, st.sampled_from(["two", "book"]), st.integers(0, 3000))
def test_pages_side_by_side_never_overlap_and_stay_in_the_column(
    sizes: list[tuple[float, float]], zoom: float, spread: Spread, width: int
) -> None:
    layout = PageLayout(sizes, zoom, viewport_width=width, spread=spread)
    for page, after in zip(layout.pages, layout.pages[1:], strict=False):
        assert after.y > page.bottom or (after.y == page.y and after.x == page.x + page.width + GUTTER)
    assert all(page.x >= 16 and page.x + page.width <= layout.width - 16 for page in layout.pages)
    assert layout.height >= max(page.bottom for page in layout.pages) + 16


@given(SIZES, ZOOMS, ANY_SPREAD, st.floats(-100, 9000), st.floats(-100, 90_000))
def test_a_place_beside_the_pages_belongs_to_the_nearest_page_of_the_nearest_row(
    sizes: list[tuple[float, float]], zoom: float, spread: Spread, x: float, y: float
) -> None:
    layout = PageLayout(sizes, zoom, spread=spread)
    page = layout.nearest(y, x)
    assert page is not None
    row = [each for each in layout.pages if each.y == page.y]
    away = [max(each.x - x, x - each.x - each.width, 0) for each in row]
    assert max(page.x - x, x - page.x - page.width, 0) == min(away)


@given(SIZES, st.integers(200, 2000), st.integers(200, 2000), ANY_SPREAD)
def test_fitting_the_page_leaves_nothing_outside_the_room(
    sizes: list[tuple[float, float]], width: int, height: int, spread: Spread
) -> None:
    across, whole = fit_width(sizes, width, spread=spread), fit_page(sizes, (width, height), spread=spread)
    assert whole <= across
    for zoom, tallest in ((across, 10**9), (whole, height)):
        layout = PageLayout(sizes, zoom, margin=0, spread=spread)
        if zoom > MIN_ZOOM:
            assert layout.width <= width
            assert all(page.height <= tallest + 1 for page in layout.pages)
