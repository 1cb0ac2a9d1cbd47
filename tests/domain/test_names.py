"""Names of people, as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.names import author_of, parts_of, people, person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klaassen, Jan", ["Jan Klaassen"]),
        ("Jan Klaassen; Eva de Wit", ["Jan Klaassen", "Eva de Wit"]),
        ("Klaassen, Jan; Wit, Eva de", ["Jan Klaassen", "Eva de Wit"]),
        ("Jan Klaassen, Eva de Wit", ["Jan Klaassen", "Eva de Wit"]),
        ("Jan Klaassen en Eva de Wit", ["Jan Klaassen", "Eva de Wit"]),
        ("Jan Klaassen, Eva de Wit, and Piet Pol", ["Jan Klaassen", "Eva de Wit", "Piet Pol"]),
        ("Klaassen, Jan and de Wit, Eva", ["Jan Klaassen", "Eva de Wit"]),
        ("Alex Boyd|Raul Puri", ["Alex Boyd", "Raul Puri"]),
        ("Klaassen, J., Wit, E. de", ["J. Klaassen", "E. de Wit"]),
        ("prof. dr. Jan Klaassen <jan@example.org>", ["Jan Klaassen"]),
        ("Jan Klaassen¹*, Eva 't Hart²", ["Jan Klaassen", "Eva 't Hart"]),
        ("Logius", ["Logius"]),
        (" ; , ", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_taken_apart(text, names):
    assert [each.name for each in people(text)] == names


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("van den Berg, Wouter", "van den Berg", "Wouter"),
        ("Berg, Wouter van den", "van den Berg", "Wouter"),
        ("Wouter van den Berg", "van den Berg", "Wouter"),
        ("Eva 't Hart", "'t Hart", "Eva"),
        ("Sven A. van der Burg", "van der Burg", "Sven A."),
        ("Jan Klaassen", "Klaassen", "Jan"),
        ("Ada", "Ada", ""),
    ],
)
def test_dutch_particles_belong_to_the_family_name(text, family, given):
    author = person(text)
    assert (author.family, author.given) == (family, given)


def test_mail_address_is_kept_apart():
    assert person("Jan Klaassen (jan@example.org)").email == "jan@example.org"


@given(st.text(max_size=80))
def test_any_text_gives_names_or_nothing(text):
    for author in people(text):
        assert author.name.strip() == author.name != ""


@pytest.mark.parametrize(
    "name",
    [
        "Ministerie van Onderwijs, Cultuur en Wetenschap",
        "Stichting Leerplan & Toetsing",
        "Delft University",
        "Vrije Universiteit Amsterdam",
        "Jansen en Zonen B.V.",
    ],
)
def test_an_organisation_stays_whole(name: str) -> None:
    (found,) = people(f"Eva de Wit; {name}")[1:]
    assert (found.name, found.given) == (name, "")
    assert parts_of(found).family == name


def test_an_organisation_and_a_person_are_two() -> None:
    assert [each.name for each in people("Universiteit Utrecht, Jan Jansen")] == ["Universiteit Utrecht", "Jan Jansen"]
    assert [each.name for each in people("Raad, Piet")] == ["Piet Raad"]


@pytest.mark.parametrize(
    ("name", "family", "particle", "suffix"),
    [
        ("Davied van Berlo", "Berlo", "van", ""),
        ("in 't Veld, Jan", "Veld", "in 't", ""),
        ("Jansen, Piet, jr.", "Jansen", "", "jr."),
        ("Jansen, jr., Piet", "Jansen", "", "jr."),
        ("Çağla Yıldırım-de Boer", "Yıldırım-de Boer", "", ""),
        ("Ilham El Idrissi", "El Idrissi", "", ""),
    ],
)
def test_a_reference_takes_a_name_apart(name: str, family: str, particle: str, suffix: str) -> None:
    parts = parts_of(author_of(name))
    assert (parts.family, parts.particle, parts.suffix) == (family, particle, suffix)
