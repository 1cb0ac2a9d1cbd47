"""Nothing that can be typed raises, is read twice, or asks more than can be answered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.search import parser
from kennisbank.search.parser import parse
from kennisbank.search.query import And, InFacet, InYears, Near, Node, Not, Or, Phrase, leaves, to_text
from kennisbank.search.query_pieces import piece_at

_PIECES = (
    '"', "“", "»", "(", ")", "（", "-", "–", "a", "b*", " ", "  ", "OR ", " OF ", "NOT ", "EN", "NEAR/5 ", " NABIJ ", "near/3",
    "title:", "auteur:", "van ", "year:", "jaar:", "1..2", "2010..2015", ">2012", "2013", "editie:", "taal:", "soort:", "slides",
    "*", ":", "~", "~3", "/", "//", "http:", "foo:", "12:30", "é", "e\u0301", "\u0301", "\u200b", "\u200f", "\x00", "\ud800",
    "_", "'", "’t", ".", "C++", "ﬁ", "２", "：", "\u00ad", "\n", "&", "(en)", "xyz", "…",
)  # fmt: skip
_nasty = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_any = st.one_of(_nasty, st.text(), st.text(st.characters(codec=None, categories=["Cs", "Cc", "Cf", "Mn", "Po", "Lo"])))


def _count(node: Node) -> int:
    match node:
        case And(children) | Or(children):
            return sum(map(_count, children))
        case Not(child):
            return _count(child)
        case Near(parts):
            return sum(map(_count, parts))
        case Phrase(words):
            return len(words)
    return 1


def _depth(node: Node) -> int:
    deepest, waiting = 0, [(node, 1)]
    while waiting:
        each, depth = waiting.pop()
        deepest = max(deepest, depth)
        if isinstance(each, And | Or):
            waiting.extend((child, depth + 1) for child in each.children)
        elif isinstance(each, Not):
            waiting.append((each.child, depth + 1))
    return deepest


@settings(max_examples=400)
@given(_any)
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert all(0 <= each.start < each.end <= len(text) for each in query.not_understood)
    assert [each.start for each in query.not_understood] == sorted(each.start for each in query.not_understood)
    assert all(0 <= each.start < each.end <= len(text) for each in leaves(query.tree))


@settings(max_examples=400)
@given(_any, st.sampled_from(["en", "nl"]))
def test_a_query_written_out_is_read_back_without_a_remark(text: str, language: str) -> None:
    tree = parse(text).tree
    again = parse(to_text(tree, "nl" if language == "nl" else "en"))
    assert again.tree == tree


@settings(max_examples=300)
@given(_any)
def test_each_character_is_in_one_piece_or_is_space(text: str) -> None:
    position, pieces = 0, 0
    while (piece := piece_at(text, position)) is not None:
        assert position <= piece.start < piece.end <= len(text)
        position, pieces = piece.end, pieces + 1
    assert pieces <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "(a " * 100_000,
        "a (" * 100_000,
        ")" * 100_000,
        "(" * 100_000 + "a" + ")" * 100_000,
        "-" * 100_000,
        "-(" * 100_000,
        '"' * 100_001,
        '" ' * 100_001,
        "“«‹「" * 30_000,
        "woord " * 10_000,
        "woord" * 200_000,
        "titel:" * 100_000,
        "x:" * 100_000,
        "jaar:2010 " * 10_000,
        "a NEAR/3 " * 10_000,
        "a* " * 10_000,
        "*" * 1_000_000,
        "~" * 1_000_000,
        " " * 1_000_000,
        "NOT " * 100_000,
        "OR " * 100_000,
        "a(en)" * 100_000,
        "e\u0301" * 100_000,
        "\ufdfa" * 100_000,
        "auteur:" + "van " * 100_000,
        '"' + "a " * 500_000 + '"',
        "jaar:" + "1" * 1_000_000,
        "a NEAR/" + "1" * 1_000_000 + " b",
        '"a b"~' + "1" * 1_000_000,
        "editie:" + "é" * 1_000_000,
        "taal:(" * 10_000,
    ],
)
def test_an_absurd_query_stays_within_bounds(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []

    def counted(text: str, position: int) -> object:
        steps.append(position)
        return piece_at(text, position)

    monkeypatch.setattr(parser, "piece_at", counted)
    query = parse(text)
    assert len(steps) <= 100_010
    assert len(query.not_understood) <= 21
    assert _count(query.tree) <= 250
    assert _depth(query.tree) <= 110
    assert len(to_text(query.tree)) < 50_000


@pytest.mark.parametrize("text", ["woord " * 300, "jaar:2010 " * 300, "a OR " * 300, "titel:a " * 300])
def test_what_is_left_out_of_a_long_query_is_said(text: str) -> None:
    remarks = parse(text).not_understood
    assert [(each.end, each.reason) for each in remarks] == [(len(text), "too many words")]


def test_a_word_that_is_too_long_is_shortened_and_this_is_said() -> None:
    query = parse("x" * 1000)
    assert [each.reason for each in query.not_understood] == ["too long a word"]
    assert to_text(query.tree) == "x" * 200


def test_facets_count_as_words() -> None:
    tree = parse("editie:a " * 1000).tree
    assert isinstance(tree, And)
    assert len(tree.children) < 130
    assert all(isinstance(each, InFacet | InYears) for each in tree.children)
