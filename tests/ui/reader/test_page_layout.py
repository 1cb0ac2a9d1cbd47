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
    fit_width,
    next_zoom,
)

A4 = (595.0, 842.0)
SIZES = st.lists(st.tuples(st.floats(50, 3000), st.floats(50, 3000)), min_size=1, max_size=40)
ZOOMS = st.floats(MIN_ZOOM, MAX_ZOOM)


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


@given(SIZES, ZOOMS, st.data())
def test_a_place_on_a_page_comes_back_from_the_view(
    sizes: list[tuple[float, float]], zoom: float, data: st.DataObject
) -> None:
    layout = PageLayout(sizes, zoom)
    index = data.draw(st.integers(0, len(sizes) - 1))
    point = PagePoint(index, data.draw(st.floats(0, sizes[index][0])), data.draw(st.floats(1, sizes[index][1] - 2)))
    content = layout.to_content(point)
    assert content is not None
    back = layout.to_page(*content)
    assert back is not None
    assert back.index == index
    assert back.x == pytest.approx(point.x, abs=0.01)
    assert back.y == pytest.approx(point.y, abs=0.01)


@given(SIZES, ZOOMS, st.floats(0, 50_000), st.floats(1, 3000))
def test_visible_pages_are_exactly_those_that_reach_into_the_view(
    sizes: list[tuple[float, float]], zoom: float, top: float, height: float
) -> None:
    layout = PageLayout(sizes, zoom)
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
