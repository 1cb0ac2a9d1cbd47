import pytest

from kennisbank.search.parser import parse
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.models.query_remarks import remark_words
from kennisbank.ui.models.search_reading import said

_QUERIES = (
    "(a", "a)", '"a', "title:", "a OR", "OR a", "foo:bar", '""', "a*b", '"a*"', "year:abc", "lang:klingon", "type:boek",
    "(a b) NEAR c", "year:2010 NEAR a", "title:a NEAR author:b", "a NEAR/0 b", "a NEAR/x b", "a NEAR " * 12 + "a", "(" * 60, "x" * 300, "a " * 300,
)  # fmt: skip


def test_every_remark_of_the_parser_has_dutch_words(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("nl")
    for query in _QUERIES:
        remarks = parse(query).not_understood
        assert remarks, query
        for each in remarks:
            assert remark_words(each.reason) != each.reason, each.reason
    languages.choose("en")


def test_a_field_that_may_be_meant_is_named(look: Appearance, languages: LanguageSwitch) -> None:
    languages.choose("nl")
    (remark,) = parse("autor:berlo").not_understood
    assert remark_words(remark.reason) == "geen veld heet zo; bedoel je author:?"
    languages.choose("en")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("a NEAR/5 b c", "([a] within 5 words of [b]) and [c]"),
        ("title:(a NEAR b)", "in the title: [a] within 10 words of [b]"),
        ("a NEAR/1 b", "[a] beside [b]"),
    ],
)
def test_near_is_read_back_in_words(look: Appearance, languages: LanguageSwitch, query: str, sentence: str) -> None:
    languages.choose("en")
    assert "".join(f"[{run.text}]" if run.is_asked else run.text for run in said(parse(query).tree)) == sentence
