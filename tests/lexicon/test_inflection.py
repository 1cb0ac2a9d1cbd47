import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.lexicon.inflection import inflection_keys
from tests.lexicon.pairs import apart, failing, meet, share


def test_forms_of_dutch_words_meet() -> None:
    assert share("meet_inflection.txt", meet) >= 0.95, failing("meet_inflection.txt", meet)


def test_other_words_stay_apart() -> None:
    assert share("apart.txt", apart) >= 0.97, failing("apart.txt", apart)


@pytest.mark.parametrize("name", ["held_out_meet.txt", "second_meet.txt", "outside_meet.txt"])
def test_forms_chosen_after_the_rules_meet(name: str) -> None:
    assert share(name, meet) >= 0.95, failing(name, meet)


@pytest.mark.parametrize(
    ("name", "least"), [("held_out_apart.txt", 0.97), ("second_apart.txt", 0.96), ("outside_apart.txt", 0.97)]
)
def test_words_chosen_after_the_rules_stay_apart(name: str, least: float) -> None:
    assert share(name, apart) >= least, failing(name, apart)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("archief", "archieven"),
        ("initiatief", "initiatieven"),
        ("organisatie", "organisaties"),
        ("innovatie", "innovaties"),
        ("idee", "ideeen"),
        ("principe", "principes"),
        ("sociaal", "sociale"),
        ("cursus", "cursussen"),
        ("les", "lessen"),
        ("mens", "mensen"),
        ("burgerinitiatief", "burgerinitiatieven"),
        ("huis", "huizen"),
        ("gearchiveerd", "archiveren"),
        ("kind", "kinderen"),
        ("criterium", "criteria"),
        ("museum", "musea"),
        ("politicus", "politici"),
        ("overheid", "overheden"),
        ("laag", "lage"),
        ("betrokkene", "betrokkenen"),
        ("werkzoekende", "werkzoekenden"),
    ],
)
def test_plural_and_inflection_belong_together(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("overheid", "over"), ("opening", "openbaar"), ("kans", "kan"), ("les", "lezen"), ("regeling", "regel")],
)
def test_what_a_stemmer_merges_stays_apart(one: str, other: str) -> None:
    assert apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("netwerksamenleving", "netwerksamenlevingen"),
        ("kennisnamen", "kennisnaam"),
        ("gebruikersgroepsleden", "gebruikersgroepslid"),
        ("cocreerende", "cocreeren"),
        ("webarchiefje", "webarchief"),
        ("blorpeert", "blorperen"),
        ("geblorpeerd", "blorperen"),
        ("blorpatie", "blorpaties"),
    ],
)
def test_words_that_no_dictionary_has_are_inflected_as_well(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("electriciteit", "elektriciteit"),
        ("product", "produkten"),
        ("behaviour", "behaviors"),
        ("colours", "color"),
        ("organise", "organizing"),
        ("organisation", "organizations"),
        ("analyse", "analyzed"),
        ("centre", "centers"),
        ("modelling", "modeling"),
        ("programme", "program"),
        ("catalogue", "catalogs"),
        ("defence", "defense"),
        ("judgement", "judgments"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("study", "studies"),
        ("index", "indices"),
        ("matrix", "matrices"),
        ("written", "write"),
        ("library", "libraries"),
        ("planned", "plans"),
        ("instantiated", "instantiates"),
    ],
)
def test_forms_of_english_words_meet(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("plane", "plan"), ("list", "listen"), ("university", "universe"), ("new", "news")]
)
def test_english_words_stay_apart(one: str, other: str) -> None:
    assert apart(one, other)


@given(st.text())
def test_any_text_has_a_key_in_both_languages(word: str) -> None:
    assert [language for language, _ in inflection_keys(word)] == ["n", "e"]


@given(st.text("abcdeghiklmnoprstuvz", min_size=1, max_size=24))
def test_a_key_is_never_empty_and_always_the_same(word: str) -> None:
    keys = inflection_keys(word)
    assert all(key for _, key in keys)
    assert inflection_keys(word) == keys


def test_a_huge_word_is_its_own_key() -> None:
    assert inflection_keys("en" * 100_000)[0] == ("n", "en" * 100_000)
