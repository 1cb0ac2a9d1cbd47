"""Pairs of terms are proposed where papers say them in both languages, and where chance can't explain it."""

import importlib.util
from types import ModuleType

import pytest

from kennisbank.search.synonyms import Synonyms
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("term_pairs", REPOSITORY / "scripts" / "term_pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Zij leren er versleuteling (encryption) mee.", ("versleuteling", "encryption")),
        ("Wij gaven hun feedback op learning (leren) en meer.", ("leren", "learning")),
        ("Het vak ontwikkeling, ook wel development genoemd.", ("ontwikkeling", "development")),
    ],
)
def test_a_term_in_brackets_in_the_other_language_is_proposed(
    script: ModuleType, text: str, pair: tuple[str, str]
) -> None:
    assert [(dutch, english) for _, dutch, english in script.beside([("a.pdf", [text])], Synonyms())] == [pair]


def test_what_is_known_or_in_one_language_is_not_proposed(script: ModuleType) -> None:
    papers = [("a.pdf", ["Over versleuteling (encryption) en over gegevens (bestanden)."])]
    assert script.beside(papers, Synonyms([("own.txt", "versleuteling = encryption")])) == []


def test_what_meets_by_chance_is_unlikely(script: ModuleType) -> None:
    assert script.likelihood_ratio(10, 20, 20, 40) == 0.0
    assert script.likelihood_ratio(20, 20, 20, 40) > script.likelihood_ratio(15, 20, 20, 40) > 0


def test_few_papers_in_both_languages_say_nothing(script: ModuleType) -> None:
    assert script.together([("a.pdf", ["Dit is een tekst in het Nederlands die niets zegt."])], Synonyms()) == []
