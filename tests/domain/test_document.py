import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.document import PageText, Rect, Word, pack_words, unpack_words
from kennisbank.domain.ids import PageNo

exact = st.floats(0, 10_000, width=32)
words = st.lists(
    st.builds(Word, st.integers(0, 2**31), st.integers(0, 2**31), st.builds(Rect, exact, exact, exact, exact)),
    max_size=30,
)


@given(words)
def test_words_survive_packing(given_words: list[Word]) -> None:
    assert list(unpack_words(pack_words(given_words))) == given_words


def test_other_bytes_are_refused_as_words() -> None:
    with pytest.raises(ValueError, match="not packed words"):
        unpack_words(b"something else")


def test_lines_are_counted_in_the_source() -> None:
    page = PageText(PageNo(2), "één\ntwee\ndrie\n", pack_words([]), 595, 842, first_line=61)
    assert page.lines_of(0, 3) == (61, 61)
    assert page.lines_of(4, 13) == (62, 63)
    assert page.lines_of(4, 9) == (62, 62)


def test_a_page_that_is_no_plain_text_has_no_lines() -> None:
    assert PageText(PageNo(1), "x", pack_words([]), 1, 1).lines_of(0, 1) is None


def test_the_box_around_two_boxes_holds_both() -> None:
    assert Rect(0, 0, 1, 1) | Rect(2, -1, 3, 0.5) == Rect(0, -1, 3, 1)
