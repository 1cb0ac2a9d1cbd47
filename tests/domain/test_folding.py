"""Folding is stable, and sorts as a Dutch reader expects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.folding import author_sort_key, fold, sort_key, word_key
from kennisbank.domain.metadata import Author


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert sort_key(sort_key(text)) == sort_key(text)
    assert word_key(word_key(text)) == word_key(text)


@given(st.text())
def test_capitals_do_not_count(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Café-Onderwijs!", "CAFE ONDERWIJS"), ("Straße", "strasse"), ("Ønsker", "onsker"), ("ﬁnd", "FIND")],
)
def test_spellings_that_differ_in_nothing_that_matters_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_programming_languages_stay_apart_as_keywords() -> None:
    assert len({word_key(name) for name in ("C", "C++", "C#", "c")}) == 3
    assert word_key("Computational-Thinking") == word_key("computational  thinking")


def test_authors_sort_by_family_name_without_particles() -> None:
    names = [
        Author("Émile Zola"),
        Author("Davied van Berlo"),
        Author("Ina van der Aa", "van der Aa", "Ina"),
        Author("Öz"),
    ]
    assert [each.name for each in sorted(names, key=author_sort_key)] == [
        "Ina van der Aa",
        "Davied van Berlo",
        "Öz",
        "Émile Zola",
    ]
