"""Where cards stand: in order, never over one another, the one at hand exactly where it wants; crowds in less room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.ui.reader.margin_placing import rows_for, stack

HEIGHTS = st.integers(20, 300)
CARDS = st.lists(st.tuples(st.integers(0, 3000), HEIGHTS), max_size=30).map(sorted)


@given(CARDS, st.integers(-1, 29), st.none() | st.integers(0, 4000))
def test_cards_keep_their_order_with_a_gap_and_the_one_at_hand_its_height(
    cards: list[tuple[int, int]], focus: int, bottom: int | None
) -> None:
    wanted, heights = [float(top) for top, _height in cards], [float(height) for _top, height in cards]
    focus = min(focus, len(cards) - 1)
    tops = stack(wanted, heights, 8, focus=focus, bottom=bottom)
    for at in range(len(tops) - 1):
        assert tops[at] + heights[at] + 8 <= tops[at + 1] + 1e-6
    if focus >= 0:
        assert tops[focus] == wanted[focus]


@given(CARDS)
def test_cards_that_do_not_meet_stand_where_they_want(cards: list[tuple[int, int]]) -> None:
    wanted = [float(at * 400) for at in range(len(cards))]
    assert stack(wanted, [float(height) for _top, height in cards], 8) == wanted


@given(CARDS)
def test_without_one_at_hand_no_card_stands_above_its_passage(cards: list[tuple[int, int]]) -> None:
    wanted, heights = [float(top) for top, _height in cards], [float(height) for _top, height in cards]
    assert all(top >= want for top, want in zip(stack(wanted, heights, 8), wanted, strict=True))


def test_cards_give_way_upwards_above_the_foot_of_the_last_page() -> None:
    assert stack([100.0, 180.0], [50.0, 90.0], 8, bottom=200) == [52.0, 110.0]


@given(
    st.lists(st.tuples(st.integers(0, 3), HEIGHTS), max_size=60).map(sorted),
    st.integers(100, 1500),
    st.integers(-1, 59),
)
def test_each_annotation_has_one_card_and_those_of_a_page_fit_beside_it(
    cards: list[tuple[int, int]], room: int, current: int
) -> None:
    pages, heights = [page * 1000.0 for page, _height in cards], [float(height) for _page, height in cards]
    current = min(current, len(cards) - 1)
    rows = rows_for(pages, heights, lambda _page: float(room), line=36, gap=8, current=current)
    assert [at for row in rows for at in range(row.first, row.end)] == list(range(len(cards)))
    for page in set(pages):
        of_page = [row for row in rows if pages[row.first] == page]
        assert all(pages[at] == page for row in of_page for at in range(row.first, row.end))
        if any(row.first == current and row.is_line for row in of_page):
            continue  # the group of the one at hand is open
        taken = sum(36.0 if row.is_line else heights[row.first] for row in of_page) + 8 * (len(of_page) - 1)
        assert taken <= room or len(of_page) == 1


@pytest.mark.parametrize("current", [0, 7, 99])
def test_in_a_crowd_the_one_at_hand_and_its_neighbours_have_cards_of_their_own(current: int) -> None:
    rows = rows_for([0.0] * 100, [80.0] * 100, lambda _page: 436.0, line=36, gap=8, current=current)
    assert next(row for row in rows if row.first <= current < row.end).is_group is False
    assert sum(row.is_group for row in rows) == 9
