"""Names of people, as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.names import people, person


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
