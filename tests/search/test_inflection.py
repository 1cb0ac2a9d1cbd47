import pytest

from kennisbank.search.inflection import dutch_key, english_key


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
        ("student", "studenten"),
        ("kantoor", "kantoren"),
        ("probleem", "problemen"),
        ("regel", "regels"),
        ("mogelijkheid", "mogelijkheden"),
        ("opening", "openingen"),
        ("groot", "grote"),
        ("huis", "huizen"),
        ("categorie", "categorieen"),
    ],
)
def test_forms_of_a_dutch_word_meet(one: str, other: str) -> None:
    assert dutch_key(one) == dutch_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over", "overheid"),
        ("opening", "openbaar"),
        ("kans", "kan"),
        ("kans", "kant"),
        ("grot", "groot"),
        ("man", "maan"),
    ],
)
def test_other_dutch_words_stay_apart(one: str, other: str) -> None:
    assert dutch_key(one) != dutch_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("student", "students"), ("study", "studies"), ("plan", "planning"), ("class", "classes"), ("use", "uses")],
)
def test_forms_of_an_english_word_meet(one: str, other: str) -> None:
    assert english_key(one) == english_key(other)


@pytest.mark.parametrize(("one", "other"), [("university", "universe"), ("thing", "the"), ("news", "new")])
def test_other_english_words_stay_apart(one: str, other: str) -> None:
    assert english_key(one) != english_key(other)
