"""Selecting text: in reading order whatever way one drags, over pages, with the author's characters kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.ui.reader.selection import Selection, TextPoint, around, selected_text
from kennisbank.ui.reader.text_keys import Move, TextKeys
from kennisbank.ui.reader.text_pointer import TextPointer
from tests.ui.reader.made_pages import some_words

TEXT = "alpha beta gamma\ndelta epsi-\nlon zeta\n\neta theta"
WORDS = some_words(TEXT)
POINTS = st.builds(TextPoint, st.integers(0, 3), st.integers(0, len(TEXT)))


@given(POINTS, POINTS, POINTS, POINTS)
def test_joining_holds_both_and_runs_forward(a: TextPoint, b: TextPoint, c: TextPoint, d: TextPoint) -> None:
    one, other = Selection(min(a, b), max(a, b)), Selection(min(c, d), max(c, d))
    both = one | other
    assert both.start == min(a, b, c, d)
    assert both.end == max(a, b, c, d)


def test_a_selection_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="starts before"):
        Selection(TextPoint(1, 0), TextPoint(0, 5))


@given(POINTS, POINTS)
def test_the_spans_on_all_pages_make_up_the_selection(a: TextPoint, b: TextPoint) -> None:
    selection = Selection(min(a, b), max(a, b))
    spans = [selection.span_on(index, len(TEXT)) for index in range(5)]
    taken = sum(span[1] - span[0] for span in spans if span is not None)
    pages = selection.end.index - selection.start.index
    assert taken == selection.end.offset - selection.start.offset + pages * len(TEXT)
    assert spans[4] is None


def test_copied_text_keeps_hyphens_and_line_ends() -> None:
    start, end = TEXT.index("epsi"), TEXT.index("lon") + 3
    text = selected_text(Selection(TextPoint(0, start), TextPoint(0, end)), lambda _index: TEXT)
    assert text == "epsi-\nlon"


def test_copying_over_pages_leaves_out_hidden_ones() -> None:
    selection = Selection(TextPoint(0, TEXT.index("theta")), TextPoint(2, 5))
    assert selected_text(selection, lambda _index: TEXT, frozenset({1})) == "theta\nalpha"


@pytest.mark.parametrize(
    ("clicks", "expected"), [(2, "beta"), (3, "alpha beta gamma"), (4, "alpha beta gamma\ndelta epsi-\nlon zeta")]
)
def test_more_clicks_select_more(clicks: int, expected: str) -> None:
    selection = TextPointer().press(0, WORDS, TEXT.index("beta") + 1, clicks)
    assert selection is not None
    assert selected_text(selection, lambda _index: TEXT) == expected


def test_one_click_selects_nothing_but_begins_a_drag() -> None:
    pointer = TextPointer()
    assert pointer.press(0, WORDS, 3, 1) is None
    assert pointer.is_dragging
    pointer.release()
    assert pointer.drag(0, WORDS, 9) is None


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(0, 1), st.integers(0, 1))
def test_a_drag_selects_whole_words_either_way(a: int, b: int, first: int, last: int) -> None:
    there, back = TextPointer(), TextPointer()
    there.press(first, WORDS, a, 1)
    back.press(last, WORDS, b, 1)
    forward, backward = there.drag(last, WORDS, b), back.drag(first, WORDS, a)
    assert forward == backward
    assert forward is not None
    assert forward.start.offset in {word.start for word in WORDS.words}
    assert forward.end.offset in {word.end for word in WORDS.words}


def test_shift_and_a_click_move_the_nearer_end() -> None:
    pointer = TextPointer()
    before = around(0, WORDS, TEXT.index("beta"), "word")
    longer = pointer.extend(before, 0, WORDS, TEXT.index("delta"))
    assert selected_text(longer, lambda _index: TEXT) == "beta gamma\ndelta"
    earlier = pointer.extend(before, 0, WORDS, 1)
    assert selected_text(earlier, lambda _index: TEXT) == "alpha beta"


def by_keys(moves: list[Move], start: str = "beta") -> str:
    """Return the text selected after these moves from a word on the first of two equal pages."""
    keys = TextKeys()
    selection = around(0, WORDS, TEXT.index(start), "word")
    keys.begin(selection, lambda _index: WORDS)
    for move in moves:
        moved = keys.move(move, lambda _index: WORDS, lambda index, by: index + by if index + by in {0, 1} else None)
        selection = moved or selection
    return selected_text(selection, lambda _index: TEXT)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        (["next"], "beta gamma"),
        (["next", "next"], "beta gamma\ndelta"),
        (["next", "previous"], "beta"),
        (["previous"], "alpha beta"),
        (["below"], "beta gamma\ndelta epsi-"),
        (["below", "above"], "beta"),
        (["above"], "beta"),
        (["previous", "previous"], "alpha beta"),
    ],
)
def test_keys_stretch_and_shrink_a_selection(moves: list[Move], expected: str) -> None:
    assert by_keys(moves) == expected


def test_keys_go_on_over_the_page() -> None:
    assert by_keys(["next"], start="theta") == "theta\nalpha"
