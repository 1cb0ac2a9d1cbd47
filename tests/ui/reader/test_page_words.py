"""Pointing at words: offsets and boxes agree, columns and short lines are respected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.document import PageText, pack_words
from kennisbank.domain.ids import PageNo
from kennisbank.ui.reader.page_words import PageWords
from tests.ui.reader.made_pages import LETTER, some_words

TEXTS = st.text(alphabet="abcdefgh \n", min_size=1, max_size=200)
TWO_COLUMNS = "left one\nleft two\nshort\n\f" + "right one\nright two\nright three and more"


def test_one_box_for_each_line() -> None:
    words = some_words("one two\nthree four\nfive")
    boxes = words.boxes(4, 20)
    assert [round(box.y0) for box in boxes] == [50, 62, 74]
    assert (boxes[1].x0, boxes[1].x1) == (50, 100)


def test_a_span_may_cut_words() -> None:
    words = some_words("aaaaaaaa")
    (whole,) = words.boxes(0, 8)
    (part,) = words.boxes(2, 4)
    assert whole.x0 < part.x0 < part.x1 < whole.x1
    assert (part.x1 - part.x0) == pytest.approx((whole.x1 - whole.x0) / 4, rel=0.05)


@given(TEXTS, st.data())
def test_boxes_lie_inside_the_lines_and_appear_for_any_letter(text: str, data: st.DataObject) -> None:
    words = some_words(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    boxes = words.boxes(start, end)
    assert bool(boxes) == bool(text[start:end].strip())
    for box in boxes:
        assert 50 <= box.x0 < box.x1
    assert len(boxes) <= text.count("\n", start, end) + 1


@given(TEXTS)
def test_pointing_at_the_middle_of_a_word_finds_that_word(text: str) -> None:
    words = some_words(text)
    for word in words.words:
        x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
        assert word.start <= words.offset_at(x, y) <= word.end
        assert words.word_at(x, y, slack=0) == word
        assert words.is_near_text(x, y)


@given(TEXTS, st.floats(-50, 700), st.floats(-50, 900))
def test_any_place_gives_an_offset_in_the_text(text: str, x: float, y: float) -> None:
    words = some_words(text)
    assert 0 <= words.offset_at(x, y) <= len(text)


def test_white_behind_a_short_line_belongs_to_that_line() -> None:
    words = some_words(TWO_COLUMNS, columns=(50.0, 300.0))
    offset = words.offset_at(85, 79)  # right of "short", still in the left column
    assert words.text[words.word_span(offset)[0] : words.word_span(offset)[1]] == "short"


def test_the_right_column_is_found_in_the_right_column() -> None:
    words = some_words(TWO_COLUMNS, columns=(50.0, 300.0))
    start, end = words.line_span(words.offset_at(310, 67))
    assert words.text[start:end] == "right two"


def test_word_line_and_paragraph_grow() -> None:
    words = some_words("alpha beta\ngamma delta\n\nnext one")
    at = words.text.index("gamma") + 2
    assert words.text[slice(*words.word_span(at))] == "gamma"
    assert words.text[slice(*words.line_span(at))] == "gamma delta"
    assert words.text[slice(*words.block_span(at))] == "alpha beta\ngamma delta"


@given(TEXTS, st.integers(0, 220))
def test_units_hold_one_another(text: str, offset: int) -> None:
    words = some_words(text)
    if not words.words:
        return
    word, line, block = words.word_span(offset), words.line_span(offset), words.block_span(offset)
    assert block[0] <= line[0] <= word[0] < word[1] <= line[1] <= block[1]


def test_a_page_without_words_is_no_error() -> None:
    words = PageWords(PageText(PageNo(1), "", pack_words([]), 100, 100))
    assert words.offset_at(1, 1) == 0
    assert words.boxes(0, 10) == []
    assert words.word_at(1, 1) is None
    assert words.word_span(3) == words.line_span(3) == words.block_span(3) == (3, 3)
    assert not words.is_near_text(1, 1)


def test_small_digits_of_a_note_leave_the_word_its_room() -> None:
    words = some_words("handen22. web20")
    (box,) = words.boxes(0, 6)
    assert box.x1 > words.words[0].box.x0 + 6.4 * LETTER, "more than six of nine letters of one width"
    (whole,) = words.boxes(0, 9)
    assert whole == words.words[0].box
