"""Finding a string on a page as one who reads would."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.ui.reader.text_search import find_in, folded


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Één idee, één plan", "een", ["Één", "één"]),
        ("coördinatie", "COORDINATIE", ["coördinatie"]),
        ("coo\u0308rdinatie", "coördinatie", ["coo\u0308rdinatie"]),
        ("de netwerk\nsamenleving", "netwerk samenleving", ["netwerk\nsamenleving"]),
        ("netwerksamenle-\nving nu", "netwerksamenleving", ["netwerksamenle-\nving"]),
        ("netwerksamenle-\nving nu", "samenle-", ["samenle-"]),
        ("top-down en topdown", "top-down", ["top-down"]),
        ("’t Hart’s", "'t hart's", ["’t Hart’s"]),
        ("in\u00adfor\u00admatica", "informatica", ["in\u00adfor\u00admatica"]),
        ("oﬃce", "office", ["oﬃce"]),
        ("Straße", "strasse", ["Straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("niets", "iets anders", []),
        ("alles", "  ", []),
    ],
)
def test_what_reads_alike_is_found(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_in(text, query)] == found


@given(st.text(max_size=80), st.text(max_size=10))
def test_spans_are_inside_in_order_and_apart(text: str, query: str) -> None:
    end_before = 0
    for start, end in find_in(text, query):
        assert end_before <= start < end <= len(text)
        end_before = end


@given(st.text(alphabet="abc é-\n", max_size=30), st.text(alphabet="abcé", min_size=1, max_size=5), st.text(max_size=5))
def test_what_stands_there_is_found(before: str, query: str, after: str) -> None:
    text = f"{before} {query} {after}"
    assert any(start <= len(before) + 1 < end for start, end in find_in(text, query))


@given(st.text(max_size=60))
def test_folding_knows_where_each_character_came_from(text: str) -> None:
    plain, origins = folded(text)
    assert len(origins) == len(plain) + 1
    assert origins == sorted(origins)
    assert not any(unicodedata.combining(letter) for letter in plain)
