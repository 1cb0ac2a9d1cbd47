import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.lexicon.compounds import compound_joins, compound_parts, nested_parts, suspended, suspended_behind
from tests.lexicon.pairs import failing, is_nested_part, is_part, no_part, share


def test_a_compound_has_its_parts() -> None:
    assert share("meet_compound.txt", is_part) >= 0.95, failing("meet_compound.txt", is_part)


@pytest.mark.parametrize("name", ["held_out_compound.txt", "second_compound.txt"])
def test_a_compound_chosen_after_the_rules_has_its_parts(name: str) -> None:
    assert share(name, is_part) >= 0.9, failing(name, is_part)


def test_common_compounds_that_keep_their_meaning_have_their_parts() -> None:
    assert share("outside_compound.txt", is_nested_part) >= 0.92, failing("outside_compound.txt", is_nested_part)


def test_what_only_looks_like_a_part_is_none() -> None:
    assert share("outside_whole.txt", no_part) >= 0.98, failing("outside_whole.txt", no_part)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("netwerksamenleving", ("netwerk", "samenleving")),
        ("informaticaonderwijs", ("informatica", "onderwijs")),
        ("burgerinitiatieven", ("burger", "initiatieven")),
        ("archiefwet", ("archief", "wet")),
        ("complexiteitstijdbom", ("complexiteit", "tijdbom")),
        ("studentenvereniging", ("student", "vereniging")),
    ],
)
def test_linking_letters_are_left_out(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "overheid",
        "onderwijs",
        "voorbeeld",
        "kansen",
        "waarheid",
        "netwerk",
        "opening",
        "maatschappij",
        "verantwoordelijkheid",
        "verantwoordelijken",
        "flexibelere",
        "losmaken",
        "ingegeven",
        "community",
        "understanding",
        "windesheim",
        "verbeterdebuurt",
        "gemeenschappelijke",
        "overeenkomend",
        "kwetsbaarplex",
    ],
)
def test_what_is_no_clear_compound_stays_whole(word: str) -> None:
    assert compound_parts(word) == ()


def test_learnt_words_may_be_parts() -> None:
    assert compound_parts("digikoppelingstandaard") == ()
    assert compound_parts("digikoppelingstandaard", {"digikoppeling"}.__contains__) == ("digikoppeling", "standaard")


def test_a_rare_noun_of_a_known_verb_may_be_the_last_part() -> None:
    assert compound_parts("informatieverschaffing") == ("informatie", "verschaffing")
    assert compound_parts("gegevenswissingen")[-1] == "wissingen"


def test_parts_have_parts() -> None:
    assert nested_parts("basisberoepsopleiding") == ("basis", "beroepsopleiding", "beroep", "opleiding")
    assert nested_parts("overheid") == ()


def test_words_typed_apart_are_joined_with_and_without_a_link() -> None:
    assert compound_joins(("netwerk", "samenleving"))[0] == "netwerksamenleving"
    assert "complexiteitstijdbom" in compound_joins(("complexiteit", "tijdbom"))
    assert "studentenvereniging" in compound_joins(("student", "vereniging"))
    assert "informaticaonderwijsbeleid" in compound_joins(("informatica", "onderwijs", "beleid"))
    assert compound_joins(("netwerk",)) == ()


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (("brug", "bouwers"), "bruggenbouwers"),
        (("kind", "opvang"), "kinderopvang"),
        (("brief", "bus"), "brievenbus"),
        (("huis", "prijzen"), "huizenprijzen"),
        (("school", "overleg"), "scholenoverleg"),
        (("ziekte", "kosten"), "ziektenkosten"),
    ],
)
def test_the_first_word_may_stand_in_the_plural(words: tuple[str, str], joined: str) -> None:
    assert joined in compound_joins(words)


def test_a_hyphen_stands_for_the_part_that_the_other_word_has() -> None:
    assert suspended("netwerk", "informatiesamenleving") == "netwerksamenleving"
    assert suspended("land", "tuinbouw") == "landbouw"
    assert suspended("arbeids", "huisvestingsmarkt") == "arbeidsmarkt"
    assert suspended_behind("informatievoorziening", "beheer") == "informatiebeheer"


def test_nothing_is_made_up_where_the_part_cannot_be_told() -> None:
    assert suspended("netwerk", "overheid") == ""
    assert suspended_behind("overheid", "beheer") == ""


@given(st.lists(st.text() | st.text("abdefhkns"), max_size=4))
def test_joins_hold_the_words_in_their_order(words: list[str]) -> None:
    joins = compound_joins(words)
    assert all(join.endswith(words[-1]) and join.startswith(words[0][:-2]) for join in joins)
    assert len(set(joins)) == len(joins)


@given(st.text() | st.text("abdeghiklmnoprstv", min_size=7, max_size=40))
def test_parts_stand_in_the_word_in_their_order(word: str) -> None:
    parts = compound_parts(word)
    assert len(parts) != 1
    if parts:
        assert word.endswith(parts[-1])
        assert sum(map(len, parts)) <= len(word)


def test_a_huge_word_is_left_whole() -> None:
    assert compound_parts("netwerk" * 10_000) == ()
    assert compound_parts("netwerk" * 9) in {(), ("netwerk",) * 9}
