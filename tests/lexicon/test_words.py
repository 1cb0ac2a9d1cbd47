import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.lexicon.changes import Forms, change_between
from kennisbank.lexicon.words import NUMBER, RECORD, Lexicon, is_known, lemma, lexicon, zipf
from kennisbank.resources import resource

_WORDS = st.text("adegnpr", min_size=1, max_size=12)


def test_common_words_are_told_from_rare_ones_by_language() -> None:
    assert zipf("de", "nl") > 7
    assert zipf("overheid", "nl") > 4 > zipf("overheid", "en")
    assert zipf("the") == zipf("the", "en") > zipf("the", "nl")
    assert 0 < zipf("burgerinitiatief") < zipf("initiatief")


def test_what_is_no_word_is_unknown() -> None:
    assert zipf("kwetsbaarplex") == 0.0
    assert not is_known("kwetsbaarplex")
    assert not is_known("")
    assert is_known("kwetsbaar")


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("archieven", "nl", "archief"),
        ("gearchiveerd", "nl", "archiveren"),
        ("opgehaald", "nl", "ophalen"),
        ("kinderen", "nl", "kind"),
        ("onderzoeker", "nl", "onderzoeker"),
        ("studies", "en", "study"),
        ("written", "en", "write"),
        ("kwetsbaarplex", "nl", "kwetsbaarplex"),
    ],
)
def test_a_form_has_its_lemma(form: str, language: str, expected: str) -> None:
    assert lemma(form, "nl" if language == "nl" else "en") == expected


@given(_WORDS, _WORDS, _WORDS)
def test_a_change_leads_from_one_word_to_the_other_and_can_be_written(word: str, other: str, third: str) -> None:
    forms = Forms(change_between(word, other), change_between(word, third))
    assert (forms.lemma.applied(word), forms.key.applied(word)) == (other, third)
    assert Forms.of_line(forms.line()) == forms


def test_a_line_that_tells_no_change_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        Forms.of_line("1 2")


def test_every_word_has_forms_that_exist() -> None:
    folder = resource("lexicon")
    lines = len((folder / "forms.txt").read_text(encoding="ascii").splitlines())
    for name, shape, fields in (("words.records", RECORD, (2, 3)), ("tails.numbers", NUMBER, (0,))):
        records = list(shape.iter_unpack((folder / name).read_bytes()))
        assert all(record[field] < lines for record in records for field in fields)


def test_where_the_data_comes_from_is_told() -> None:
    told = resource("lexicon/README.md").read_text(encoding="utf-8")
    assert "Creative Commons Attribution-ShareAlike 4.0" in told
    assert "Robyn Speer" in told
    assert "Adrien Barbaresi" in told


def test_missing_files_are_an_error_of_the_installation(tmp_path) -> None:
    with pytest.raises(OSError, match=r"."):
        Lexicon(tmp_path)


def test_the_lexicon_is_opened_once() -> None:
    assert lexicon() is lexicon()
