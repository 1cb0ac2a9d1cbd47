import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.search.parser import parse
from kennisbank.search.query import (
    And,
    InFacet,
    InYears,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    all_of,
    any_of,
    to_text,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", And()),
        ("netwerk", Word("netwerk")),
        ("open data", And((Word("open"), Word("data")))),
        ('"open data"', Phrase(("open", "data"))),
        ("„open data”", Phrase(("open", "data"))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("a OF b", Or((Word("a"), Word("b")))),
        ("a EN b", And((Word("a"), Word("b")))),
        ("a -b", And((Word("a"), Not(Word("b"))))),
        ("a NOT b", And((Word("a"), Not(Word("b"))))),
        ("a NIET (b c)", And((Word("a"), Not(And((Word("b"), Word("c"))))))),
        ("co-creatie", Word("co-creatie")),
        ("netwerk*", Prefix("netwerk")),
        ("auteur:berlo", Word("berlo", "authors")),
        ("author: berlo", Word("berlo", "authors")),
        ("titel:(open data)", And((Word("open", "title"), Word("data", "title")))),
        ('trefwoord:"open data"', Phrase(("open", "data"), "keywords")),
        ("jaar:2010..2015", InYears(2010, 2015)),
        ("year:2015..2010", InYears(2010, 2015)),
        ("year:..2015", InYears(None, 2015)),
        ("year:2010", InYears(2010, 2010)),
        ("editie:NIOC2013", InFacet("edition", "nioc2013")),
        ("edition:nioc*", InFacet("edition", "nioc", is_prefix=True)),
        ("taal:Nederlands", InFacet("language", "nl")),
        ("lang:en", InFacet("language", "en")),
        ("soort:slides", InFacet("kind", "slides")),
        ("2.0", Word("2.0")),
        ("or", Word("or")),
    ],
)
def test_what_is_typed_is_read_so(text: str, tree: Node) -> None:
    query = parse(text)
    assert query.tree == tree
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("(a b", 0, 1),
        ("a b)", 3, 4),
        ('"a b', 0, 1),
        ("a foo:b", 2, 6),
        ("~", 0, 1),
        ("*", 0, 1),
        ("a OR", 3, 4),
        ("OR a", 0, 2),
        ("jaar:oud", 0, 8),
        ("auteur:", 0, 7),
        ("n*werk", 0, 6),
    ],
)
def test_what_is_not_understood_is_pointed_at(text: str, start: int, end: int) -> None:
    remarks = parse(text).not_understood
    assert [(each.start, each.end) for each in remarks] == [(start, end)]


def test_what_is_not_understood_is_searched_as_words() -> None:
    assert parse("foo:bar (baz").tree == And((Word("foo"), Word("bar"), Word("baz")))


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert all(0 <= each.start <= each.end <= len(text) for each in query.not_understood)


@given(
    st.lists(
        st.sampled_from(['"', "(", ")", "-", "a", "b*", " ", "OR ", "NOT ", "title:", "year:", "1..2", "*", ":", "~"])
    )
)
def test_any_row_of_operators_is_a_query(pieces: list[str]) -> None:
    parse("".join(pieces))


@pytest.mark.parametrize(
    "text", ["(" * 50_000, "a (" * 20_000, ")" * 50_000, "-" * 50_000, '"' * 50_001, "woord " * 10_000]
)
def test_an_absurd_query_is_read_in_one_pass(text: str) -> None:
    assert len(parse(text).not_understood) <= 21


_words = st.sampled_from(["netwerk", "co-creatie", "2.0", "één", "zebra", "x1"])
_fields = st.sampled_from(["", "title", "authors", "keywords", "themes", "abstract"])
_leaves = st.one_of(
    st.builds(Word, _words, _fields),
    st.builds(Prefix, _words, _fields),
    st.builds(Phrase, st.lists(_words, min_size=1, max_size=3).map(tuple), _fields),
    st.builds(InYears, st.integers(1, 9999), st.none()),
    st.builds(InFacet, st.sampled_from(["edition", "language", "kind"]), st.sampled_from(["xy", "q 1"]), st.booleans()),
)
_trees = st.recursive(
    _leaves,
    lambda children: st.one_of(
        st.lists(children, min_size=2, max_size=3).map(all_of),
        st.lists(children, min_size=2, max_size=3).map(any_of),
        children.map(Not),
    ),
    max_leaves=8,
)


@given(_trees)
def test_a_tree_written_out_is_read_back(tree: Node) -> None:
    assert parse(to_text(tree)).tree == tree
