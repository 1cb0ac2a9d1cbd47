"""What is marked in a text: what the index finds there, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.search.analysis import WORD, Analyser, fold
from kennisbank.search.heads import passage_record, raw_spans
from kennisbank.search.leaf_hits import LeafHits
from kennisbank.search.snippets import Marker
from tests.search.documents import passage

PIECES = (
    "of", "the", "Of", "off", "óf", "co", "creatie", "cocreatie", "co-creatie", "x-co-creatie", "open", "open_data",
    "the-of", "student's", "3.14", "²", "¹of", "Æther", "ﬁne", "straße", "e\u0301t", "ét", "ĳs", "2.000", "onder",
)  # fmt: skip
SEPARATORS = (" ", ", ", "\n", " (", "-", "", "_", ".")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=12).map(
    lambda pairs: "".join(piece + separator for piece, separator in pairs)
)


def marked(text: str, **hits: object) -> list[str]:
    marker = Marker([LeafHits(**hits)], Analyser())  # type: ignore[arg-type]
    return [text[start:end] for start, end, _ in marker.places(text)]


@given(text=TEXTS, wanted=st.lists(st.sampled_from(["of", "the", "cocreatie", "creatie", "et", "open"]), min_size=1))
def test_every_token_the_index_holds_under_a_wanted_term_is_marked(text: str, wanted: list[str]) -> None:
    marker = Marker([LeafHits(terms=dict.fromkeys(wanted, "exact"))], Analyser())
    places = marker.places(text)
    for match in WORD.finditer(text):
        is_met = any(term in wanted for term, _ in Analyser().token(match.group()).terms)
        is_marked = any(start >= match.start() and end <= match.end() for start, end, _ in places)
        assert is_marked or not is_met


@given(text=TEXTS, beginning=st.sampled_from(["o", "of", "c", "co", "t", "onde"]))
def test_every_token_that_begins_so_is_marked(text: str, beginning: str) -> None:
    places = {(start, end) for start, end, _ in Marker([LeafHits(beginnings=(beginning,))], Analyser()).places(text)}
    words = {match.span() for match in WORD.finditer(text) if fold(match.group()).startswith(beginning)}
    assert words <= places


@given(text=TEXTS)
def test_marks_are_ascending_and_apart(text: str) -> None:
    hits = LeafHits(
        terms={"of": "exact", "creatie": "inflection"},
        beginnings=("o",),
        sequences={("of", "the"): "exact", ("open",): "exact"},
    )
    places = Marker([hits], Analyser()).places(text)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of the others, off the off-the", ["of the"]),
        ("of, the", ["of, the"]),
        ("of-the", ["of-the"]),
        ("óf the²", []),
        ("ÓF THE", ["ÓF THE"]),
        ("of of the the", ["of the"]),
    ],
)
def test_a_sequence_is_marked_where_its_words_follow_each_other(text: str, expected: list[str]) -> None:
    assert marked(text, sequences={("of", "the"): "exact"}) == expected


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 30)), max_size=12),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=6),
)
def test_spans_are_those_of_the_passage(steps: list[tuple[int, int]], places: list[tuple[int, int]]) -> None:
    origins = [(0, 0)]
    for cleaned, raw in steps:
        origins.append((origins[-1][0] + cleaned, origins[-1][1] + raw))
    whole = passage("x" * 100, origins=tuple(origins))
    spans = [(start, start + length) for start, length in places]
    assert raw_spans(passage_record(whole)[5], spans) == tuple(
        piece for each in spans for piece in whole.raw_pieces(*each)
    )
