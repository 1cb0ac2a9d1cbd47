from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import Passage


def test_a_mended_word_points_at_both_halves() -> None:
    # Raw: "netwerksamenle-\nving" with the hyphen and the line end left out of the cleaned text.
    passage = Passage(FileHash("0" * 64), PageNo(1), 10, 30, "netwerksamenleving", ((0, 10), (14, 26)))
    assert passage.to_raw(0, 18) == (10, 30)
    assert passage.to_raw(14, 18) == (26, 30)


def test_an_empty_span_stays_empty() -> None:
    assert Passage(FileHash("0" * 64), PageNo(1), 5, 9, "abcd", ((0, 5),)).to_raw(2, 2) == (7, 7)
