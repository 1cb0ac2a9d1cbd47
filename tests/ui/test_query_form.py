from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.search.parser import parse
from kennisbank.search.query import And, Node, Written, to_text
from kennisbank.ui.models.query_form import QueryForm, form_of, text_of, tree_of

_PIECES = (
    "netwerk", "co-creatie", "van", "EN", "of", "NEAR", "near/5", "program*", '"open data"', '"x"', "R&D", "12:30", "(", ")",
    "-", "titel:", "*", "~", "é", '"', "2013", "nioc2013", "..", "’t", "\x00", "/", "C++", "docent(en)",
)  # fmt: skip
_typed = st.lists(st.sampled_from(_PIECES), max_size=4).map(" ".join)
_year = st.one_of(st.none(), st.integers(0, 9999))
_forms = st.builds(
    QueryForm, _typed, _typed, _typed, _typed, _typed, st.integers(1, 100), _typed, _typed, _typed, _typed, _year, _year,
    st.sampled_from(["", "nl", "en"]), st.sampled_from(["", "slides", "thesis"]), _typed,
)  # fmt: skip
_queries = st.lists(
    st.sampled_from([
        "a", "b*", '"a b"', "-a", "-b", '-"a b"', "-titel:a", "OR", "OF", "NOT", "(", ")", "titel:a", "auteur:van", "auteur:b",
        'trefwoord:"a b"', "thema:a", "a NEAR/5 b", "titel:(a NEAR b)", "(a OF b)", "(a OF titel:b)", "editie:nioc2013",
        "editie:2013", 'editie:"2013"', "editie:nioc*", 'editie:"2010..2013"', "jaar:2010", "jaar:..2015", "taal:nl", "taal:n*",
        "soort:slides", "12:30",
    ]),
    max_size=7,
).map(" ".join)  # fmt: skip
_languages = st.sampled_from(["nl", "en"])


def _parts(tree: Node) -> Counter[Node]:
    return Counter(tree.children if isinstance(tree, And) else (tree,))


@settings(max_examples=150)
@given(_queries, _languages)
def test_a_query_filled_in_asks_the_same(query: str, language: Written) -> None:
    tree = parse(query).tree
    assert _parts(tree_of(form_of(tree, language))) == _parts(tree)


@settings(max_examples=150)
@given(_forms, _languages)
def test_a_form_written_out_and_read_back_asks_the_same(form: QueryForm, language: Written) -> None:
    text = text_of(form, language)
    again = parse(text)
    assert again.tree == tree_of(form)
    assert again.not_understood == ()


@settings(max_examples=150)
@given(_forms, _languages)
def test_a_form_comes_back_as_it_was_filled_in(form: QueryForm, language: Written) -> None:
    normal = form_of(parse(text_of(form, language)).tree, language)
    assert _parts(tree_of(normal)) == _parts(tree_of(form))
    assert form_of(parse(text_of(normal, language)).tree, language) == normal


@given(st.text(max_size=20), st.text(max_size=20))
def test_anything_may_be_typed_in_a_form(one: str, other: str) -> None:
    form = QueryForm(one, other, one, other, one, 5, other, one, other, one, rest=other)
    tree = tree_of(form)
    assert parse(to_text(tree)).tree == tree


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("", QueryForm()),
        ("netwerk samenleving", QueryForm(all_words="netwerk samenleving")),
        ('netwerk "open data"', QueryForm(all_words="netwerk", phrase="open data")),
        ('"a b" "c d"', QueryForm(phrase="c d", all_words='"a b"')),
        ("a (b OF c)", QueryForm(all_words="a", any_words="b c")),
        ("b OF c", QueryForm(any_words="b c")),
        ("a -b NOT c*", QueryForm(all_words="a", none="b c*")),
        ("a NABIJ/5 b", QueryForm(near="a b", distance=5)),
        ("titel:(open data) auteur:van Berlo", QueryForm(title="open data", author="van Berlo")),
        ("trefwoord:ict editie:nioc2013", QueryForm(keyword="ict", edition="nioc2013")),
        ("editie:2013", QueryForm(edition="2013")),
        ("jaar:2010..2015 taal:nl soort:slides", QueryForm(first_year=2010, last_year=2015, language="nl", kind="slides")),
        ("a thema:b", QueryForm(all_words="a", rest="thema:b")),
        ("a (b OF titel:c)", QueryForm(all_words="a", rest="b OF titel:c")),
        ("a b OF c", QueryForm(rest="a b OF c")),
    ],
)  # fmt: skip
def test_a_query_is_filled_in_where_it_belongs(query: str, form: QueryForm) -> None:
    assert form_of(parse(query).tree, "nl") == form


@pytest.mark.parametrize(
    ("form", "dutch", "english"),
    [
        (QueryForm(any_words="a b", all_words="c"), "c (a OF b)", "c (a OR b)"),
        (QueryForm(near="a b", distance=3), "a NABIJ/3 b", "a NEAR/3 b"),
        (QueryForm(near="a", none="b c"), "a -b -c", "a -b -c"),
        (QueryForm(title="a b", first_year=2015, last_year=2010), "titel:(a b) jaar:2010..2015", "title:(a b) year:2010..2015"),
        (QueryForm(phrase="“open data”", rest="thema:x"), '"open data" thema:x', '"open data" theme:x'),
        (QueryForm(all_words="a EN b OR c"), "a en b or c", "a en b or c"),
    ],
)  # fmt: skip
def test_a_form_writes_a_query_that_can_be_read(form: QueryForm, dutch: str, english: str) -> None:
    assert (text_of(form, "nl"), text_of(form, "en")) == (dutch, english)


def test_a_form_without_a_word_asks_nothing() -> None:
    assert QueryForm(all_words=" ( * ) ", phrase='""', distance=5).is_empty
    assert not QueryForm(first_year=2010).is_empty
