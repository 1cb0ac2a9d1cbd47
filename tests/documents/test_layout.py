"""Reading order, from words and boxes alone."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.layout import RawWord, page_text
from kennisbank.domain.document import unpack_words


def block(number: int, x: float, y: float, *lines: str, width: float = 200) -> list[RawWord]:
    words: list[RawWord] = []
    for row, line in enumerate(lines):
        parts = line.split()
        step = width / len(parts)
        for index, text in enumerate(parts):
            left = x + index * step
            words.append((left, y + 12 * row, left + step - 3, y + 12 * row + 11, text, number, row, index))
    return words


def order(*blocks: list[RawWord]) -> list[str]:
    text, packed = page_text([word for each in blocks for word in each])
    words = unpack_words(packed)
    assert [text[word.start : word.end] for word in words] == text.split()
    return text.split("\n\n")


TITLE = block(0, 50, 40, "the title over both columns", width=450)


def test_a_right_column_drawn_first_is_read_last() -> None:
    left, right = block(1, 50, 80, "left a", "left b"), block(2, 300, 80, "right a", "right b")
    assert order(right, left, TITLE) == ["the title over both columns", "left a\nleft b", "right a\nright b"]


def test_a_gap_through_both_columns_does_not_mix_them() -> None:
    blocks = [
        block(1, 50, 80, "l1"),
        block(2, 300, 80, "r1"),
        block(3, 50, 120, "l2"),
        block(4, 300, 120, "r2"),
    ]
    assert order(TITLE, *blocks) == ["the title over both columns", "l1", "l2", "r1", "r2"]


def test_a_figure_across_the_page_parts_what_stands_above_from_what_stands_below() -> None:
    blocks = [
        block(1, 300, 200, "r2"),
        block(2, 50, 200, "l2"),
        block(3, 50, 120, "figure caption across everything", width=450),
        block(4, 300, 80, "r1"),
        block(5, 50, 80, "l1"),
    ]
    assert order(*blocks) == ["l1", "r1", "figure caption across everything", "l2", "r2"]


def test_a_note_in_the_margin_does_not_cut_the_text() -> None:
    main = [block(1 + index, 150, 80 + 40 * index, f"main {index}", "goes on", width=350) for index in range(4)]
    note = block(9, 40, 110, "a note", width=70)
    text = order(main[0], main[1], note, main[2], main[3])
    assert [piece for piece in text if piece.startswith("main")] == [f"main {index}\ngoes on" for index in range(4)]
    assert text.index("a note") in {0, 4}


def test_a_date_on_the_right_above_a_greeting_on_the_left_stays_above() -> None:
    assert order(block(1, 50, 120, "dear reader"), block(2, 350, 60, "1 May")) == ["1 May", "dear reader"]


def test_pieces_of_one_line_are_one_line() -> None:
    name = (50.0, 80.0, 90.0, 91.0, "Author", 1, 0, 0)
    mark = (91.0, 78.0, 95.0, 86.0, "2", 1, 1, 0)
    following = (50.0, 95.0, 90.0, 106.0, "next", 1, 2, 0)
    assert order([name, mark, following]) == ["Author 2\nnext"]


def test_unsound_letters_are_dropped_and_other_white_space_parts_words() -> None:
    words = [(0.0, 0.0, 9.0, 9.0, text, 0, 0, index) for index, text in enumerate(["a\u2003b", "\ud800", "c\x00d"])]
    text, packed = page_text(words)
    assert text == "a b cd"
    assert len(unpack_words(packed)) == 3
    assert page_text([(0.0, 0.0, 9.0, 9.0, "\ud800", 0, 0, 0)])[0] == ""


@given(
    st.lists(
        st.tuples(
            st.integers(0, 500), st.integers(0, 700), st.integers(1, 300), st.integers(1, 3), st.text(max_size=3)
        ),
        max_size=12,
    )
)
def test_every_word_is_read_once(places: list[tuple[int, int, int, int, str]]) -> None:
    words = [
        (float(x), float(y), float(x + width), float(y + 10 * rows), f"w{number}{text}", number, 0, 0)
        for number, (x, y, width, rows, text) in enumerate(places)
    ]
    text, packed = page_text(words)
    assert sorted(text.split()) == sorted(
        part for word in words for part in word[4].replace("\0", "").encode("utf-8", "ignore").decode().split()
    )
    assert [text[word.start : word.end] for word in unpack_words(packed)] == text.split()
