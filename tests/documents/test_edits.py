"""Edits: what they make of a text, and the way back that they leave."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.edits import Edit, edited, masked


def test_the_first_of_two_edits_that_overlap_counts() -> None:
    assert edited("abcdef", 0, 6, [Edit(1, 4, "X"), Edit(2, 3, "Y"), Edit(4, 5, "Z")]).text == "aXZf"


def test_a_put_letter_leads_back_to_where_it_was_put() -> None:
    made = edited("een ﬁets", 0, 8, [Edit(4, 5, "fi")])
    assert made.text == "een fiets"
    assert made.origins == ((0, 0), (4, 4), (5, 4), (6, 5))


def test_no_two_blanks_stand_side_by_side() -> None:
    assert edited("a. b", 0, 4, [Edit(2, 2, " "), Edit(2, 3, " ")]).text == "a. b"


def test_nothing_gives_nothing() -> None:
    assert edited("   ", 0, 3, [Edit(0, 3, " ")]).text == ""


def test_a_masked_text_is_as_long_as_before() -> None:
    assert masked("woord12 en 3", [(5, 7), (11, 12)], "*") == "woord** en *"
    assert masked("woord", [], "*") == "woord"


@given(st.text(alphabet="ab \n\t", max_size=30), st.data())
def test_places_ascend_and_stay_within_the_piece(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cuts = sorted(data.draw(st.lists(st.integers(start, end), max_size=8)))
    puts = st.sampled_from(["", " ", "-", "xy"])
    edits = [Edit(first, last, data.draw(puts)) for first, last in zip(cuts[::2], cuts[1::2], strict=False)]
    made = edited(text, start, end, edits)
    assert made.text == made.text.strip()
    offsets, raws = zip(*made.origins, strict=True)
    assert offsets[0] == 0
    assert list(offsets) == sorted(set(offsets))
    assert list(raws) == sorted(raws)
    assert start <= raws[0]
    assert raws[-1] <= end
