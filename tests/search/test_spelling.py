"""What is offered for a word that doesn't occur: a spelling where it was mistyped, else what says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.search.query import Word
from kennisbank.search.spelling import replacement, tolerant_words
from kennisbank.search.suggesting import completions, mended_text
from kennisbank.search.synonyms import Synonyms
from kennisbank.search.vocabulary import Vocabulary

SYNONYMS = Synonyms([("own.txt", "docent, leraar, onderwijsgevende = teacher\nhoogleraar = full professor")])


def vocabulary_of(**counts: int) -> Vocabulary:
    return Vocabulary([(sorted(counts), [counts[word] for word in sorted(counts)])])


# Tolerant search


def test_a_mistyped_word_is_searched_as_it_was_meant() -> None:
    assert tolerant_words("veiligheit", vocabulary_of(veiligheid=40, veiligheden=2)) == ("veiligheid",)


def test_names_are_searched_as_they_are_spelt_here() -> None:
    assert tolerant_words("david", vocabulary_of(davied=25, dames=30)) == ("davied",)


@pytest.mark.parametrize("word", ["docent", "kennis", "recent"])
def test_a_good_word_that_lacks_is_not_searched_as_another(word: str) -> None:
    assert tolerant_words(word, vocabulary_of(decent=9, kenmis=4, agent=50, regent=30)) == ()


def test_few_spellings_are_searched() -> None:
    words = vocabulary_of(**{f"organisati{letter}": 5 for letter in "abcdfghijkl"})
    assert 1 <= len(tolerant_words("organisatix", words)) <= 3


def test_stop_words_are_never_meant() -> None:
    assert tolerant_words("wordem", vocabulary_of(worden=900)) == ()
    assert replacement("wordem", vocabulary_of(worden=900)) == ""


# Did you mean


def test_a_good_word_gives_way_to_what_says_the_same() -> None:
    assert replacement("docent", vocabulary_of(leraar=4, decent=90, teacher=30), SYNONYMS.of) == "leraar"
    assert replacement("docent", vocabulary_of(decent=90, teacher=30), SYNONYMS.of) == "teacher"
    assert replacement("docent", vocabulary_of(decent=90)) == "decent"


def test_several_words_side_by_side_are_not_offered() -> None:
    assert replacement("hoogleraar", vocabulary_of(full=9, professor=4), SYNONYMS.of) == ""


def test_a_good_word_gives_way_to_its_own_kin_first() -> None:
    assert replacement("docent", vocabulary_of(docenten=3, leraar=9, decent=90), SYNONYMS.of) == "docenten"


def test_what_a_synonym_is_about_is_better_than_nothing() -> None:
    assert replacement("docent", vocabulary_of(onderwijs=30, zeevaart=4), SYNONYMS.of) == "onderwijs"


def test_a_mistyped_word_is_respelt_before_all() -> None:
    words = vocabulary_of(programmeren=30, programma=90, programmering=3)
    assert replacement("programeren", words, SYNONYMS.of) == "programmeren"


def test_words_that_were_typed_as_one_are_parted() -> None:
    assert replacement("netwerkoverheid", vocabulary_of(netwerk=9, overheid=8)) == "netwerk overheid"
    assert replacement("leerkracht", vocabulary_of(leer=9, kracht=8)) == ""


def words_of(text: str, *lacking: str) -> list[Word]:
    return [Word(each, start=text.index(each), end=text.index(each) + len(each)) for each in lacking]


def test_the_rest_of_the_query_stays_as_it_was() -> None:
    words = vocabulary_of(veiligheid=4, informatica=3)
    text = '-spam "Open Data" veiligheit OR infromatica'
    found = mended_text(text, words_of(text, "veiligheit", "infromatica"), words)
    assert found == '-spam "Open Data" veiligheid OR informatica'


def test_words_that_were_typed_apart_are_joined() -> None:
    words = vocabulary_of(kennisbank=4, kennis=3)
    assert mended_text("onze kennis bank", words_of("onze kennis bank", "bank"), words) == "onze kennisbank"
    assert mended_text("kenn is bank", words_of("kenn is bank", "kenn", "bank"), words) == "kennis bank"
    assert mended_text("kennis  OR bank", words_of("kennis  OR bank", "bank"), vocabulary_of(kennis=3)) == ""


def test_nothing_is_offered_for_nonsense() -> None:
    assert mended_text("xqzvwkkj", words_of("xqzvwkkj", "xqzvwkkj"), vocabulary_of(netwerk=3)) == ""


@given(st.text(max_size=60), st.integers(0, 5))
def test_no_text_raises(text: str, at: int) -> None:
    words = vocabulary_of(netwerk=3, overheid=2)
    end = min(len(text), at + 7)
    assert mended_text(text, [Word(text[at:end], start=at, end=max(at, end))], words) is not None
    assert len(completions(text, words)) <= 8


# Completing


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("net", ["netwerk", "netten"]),
        ("Net", ["netwerk", "netten"]),
        ("het netw", ["het netwerk"]),
        ("titel:net", ["titel:netwerk", "titel:netten"]),
        ('"open net', ['"open netwerk', '"open netten']),
        ("co-cre", ["cocreatie"]),
        ("één net", ["één netwerk", "één netten"]),
        ("netwerk", []),
        ("net ", []),
        ("", []),
        ("(", []),
    ],
)
def test_the_last_word_is_completed(text: str, offered: list[str]) -> None:
    assert completions(text, vocabulary_of(netwerk=5, netten=2, cocreatie=3)) == offered


def test_what_makes_one_word_with_the_word_before_comes_first() -> None:
    words = vocabulary_of(samen=90, samenwerking=50, samenleving=4, netwerksamenleving=3)
    assert completions("netwerk sam", words)[0] == "netwerk samenleving"
    assert completions("een sam", words)[0] == "een samen"


def test_a_long_query_is_completed_as_a_short_one() -> None:
    assert completions("a-" * 5000 + " netw", vocabulary_of(netwerk=2)) == ["a-" * 5000 + " netwerk"]
    assert completions("a-" * 5000 + "!", vocabulary_of(netwerk=2)) == []
