import re
from pathlib import Path
from string import Formatter

import pytest

from kennisbank.sentences import LANGUAGES, catalogue, has_sentence, sentence


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_stands_in_both_languages() -> None:
    assert catalogue("nl").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", sorted(catalogue("en")))
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    assert _placeholders(catalogue("nl")[key]) == _placeholders(catalogue("en")[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_shouts(language: str) -> None:
    for text in catalogue(language).values():  # type: ignore[arg-type]
        assert text.strip()
        assert "!" not in text


def test_a_missing_value_leaves_the_sentence_standing() -> None:
    assert sentence("search.page", "en") == "p. {page}"


def test_an_unknown_key_is_shown_rather_than_nothing() -> None:
    assert sentence("no.such", "nl") == "no.such"


def test_every_code_of_a_report_has_a_sentence() -> None:
    reports = (Path(__file__).parents[1] / "docs" / "reports.md").read_text(encoding="utf-8")
    verdicts = {"added", "updated", "unchanged", "duplicate", "rejected"}
    codes = set(re.findall(r"^\| `(\w+)` \|", reports, re.MULTILINE)) - verdicts
    assert len(codes) > 30
    assert {code for code in codes if not has_sentence(f"problem.{code}")} == set()
