from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import Passage


def test_a_mended_word_points_at_both_halves() -> None:
    # Raw: "netwerksamenle-\nving" with the hyphen and the line end left out of the cleaned text.
    passage = Passage(FileHash("0" * 64), PageNo(1), 10, 30, "netwerksamenleving", ((0, 10), (14, 26)))
    assert passage.to_raw(0, 18) == (10, 30)
    assert passage.to_raw(14, 18) == (26, 30)


def test_an_empty_span_stays_empty() -> None:
    assert Passage(FileHash("0" * 64), PageNo(1), 5, 9, "abcd", ((0, 5),)).to_raw(2, 2) == (7, 7)


def test_a_word_whose_rest_stands_elsewhere_has_a_piece_in_each_place() -> None:
    # Raw: "an-", a note of the margin, "dere", and in its place in the text the word is whole.
    passage = Passage(FileHash("0" * 64), PageNo(1), 10, 90, "andere Lees", ((0, 10), (2, 70), (6, 12), (7, 15)))
    assert passage.raw_pieces(0, 6) == [(10, 12), (70, 74)]
    assert passage.raw_pieces(7, 11) == [(15, 19)]
    assert passage.raw_pieces(3, 3) == []


def test_a_hyphen_and_a_line_end_belong_to_the_word() -> None:
    passage = Passage(FileHash("0" * 64), PageNo(1), 10, 30, "netwerksamenleving", ((0, 10), (14, 26)))
    assert passage.raw_pieces(0, 18) == [(10, 30)]
