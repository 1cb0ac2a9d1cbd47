import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kennisbank.search.parser import parse
from kennisbank.search.query import (
    And,
    InFacet,
    InYears,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
    all_of,
    any_of,
    leaves,
    to_text,
)

_words = st.sampled_from(["netwerk", "co-creatie", "2.0", "één", "zebra", "x1", "van", "en", "near"])
_fields = st.sampled_from(["", "title", "authors", "keywords", "themes", "abstract"])
_years = st.integers(0, 9999)
_plain: st.SearchStrategy[Word | Prefix | Phrase] = st.one_of(
    st.builds(Word, _words),
    st.builds(Prefix, _words),
    st.builds(Phrase, st.lists(_words, min_size=1, max_size=3).map(tuple)),
)
_leaves = st.one_of(
    st.builds(Word, _words, _fields),
    st.builds(Prefix, _words, _fields),
    st.builds(Phrase, st.lists(_words, min_size=1, max_size=3).map(tuple), _fields),
    st.builds(Near, st.lists(_plain, min_size=2, max_size=4).map(tuple), st.integers(1, 100), _fields),
    st.builds(InYears, _years, st.none()),
    st.builds(InYears, st.none(), _years),
    st.builds(InFacet, st.just("edition"), st.sampled_from(["xy", "q 1", "2013", "nioc-2013"]), st.booleans()),
    st.builds(InFacet, st.just("language"), st.sampled_from(["nl", "en"]), st.booleans()),
    st.builds(InFacet, st.just("kind"), st.sampled_from(["slides", "thesis"]), st.booleans()),
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


@given(_trees, st.sampled_from(["en", "nl"]))
def test_a_tree_written_out_in_either_language_is_read_back(tree: Node, language: str) -> None:
    text = to_text(tree, "nl" if language == "nl" else "en")
    assume(len(re.findall("NEAR/|NABIJ/", text)) <= 10)  # more of them find no room
    query = parse(text)
    assert query.tree == tree
    assert query.not_understood == ()


@pytest.mark.parametrize(
    ("tree", "dutch", "english"),
    [
        (Word("a", "title"), "titel:a", "title:a"),
        (Not(Phrase(("a", "b"))), '-"a b"', '-"a b"'),
        (Or((Word("a"), Word("b"))), "a OF b", "a OR b"),
        (InYears(2010, 2015), "jaar:2010..2015", "year:2010..2015"),
        (InYears(2010, 2010), "jaar:2010", "year:2010"),
        (InYears(None, 2010), "jaar:..2010", "year:..2010"),
        (InFacet("kind", "slides"), "soort:slides", "type:slides"),
        (InFacet("edition", "nioc2013"), "editie:nioc2013", "edition:nioc2013"),
        (InFacet("edition", "nioc", is_prefix=True), "editie:nioc*", "edition:nioc*"),
        (InFacet("edition", "2013"), 'editie:"2013"', 'edition:"2013"'),
        (And((Word("a", "title"), Word("b", "title"), Word("c"))), "titel:(a b) c", "title:(a b) c"),
        (And((Word("van", "authors"), Word("Berlo", "authors"))), "auteur:(van Berlo)", "author:(van Berlo)"),
        (Near((Word("a"), Word("b")), 5), "a NABIJ/5 b", "a NEAR/5 b"),
        (Near((Word("a"), Word("b")), 5, "title"), "titel:(a NABIJ/5 b)", "title:(a NEAR/5 b)"),
    ],
)
def test_a_query_is_written_in_the_words_of_its_reader(tree: Node, dutch: str, english: str) -> None:
    assert (to_text(tree, "nl"), to_text(tree, "en")) == (dutch, english)


@pytest.mark.parametrize("name", ["", "title"])
def test_near_is_one_leaf(name: TextField) -> None:
    near = Near((Word("a"), Word("b")), 5, name)
    assert leaves(And((near, Not(near), Word("c")))) == [near, Word("c")]
