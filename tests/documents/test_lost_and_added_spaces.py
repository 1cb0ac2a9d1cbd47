"""Blanks that are missing, and blanks between the letters of one word."""

import pytest

from kennisbank.documents.cleaning import clean

KNOWN = frozenset({"zwermlandschap"})


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("Dat is een woord.Volgende zin", "Dat is een woord. Volgende zin"),
        ("19.Leiderschap is nodig", "19. Leiderschap is nodig"),
        ("elders in het land.141 Die", "elders in het land. 141 Die"),
        ("Hij zei ‘klaar’.Toen ging hij", "Hij zei ‘klaar’. Toen ging hij"),
        ("over de samenlevingDe overheid", "over de samenleving De overheid"),
        ("in het zwermlandschapWij zien", "in het zwermlandschap Wij zien"),
    ],
)
def test_a_missing_blank_comes_back(raw: str, cleaned: str) -> None:
    assert clean(raw, vocabulary=KNOWN).text == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "kennisbank.ambtenaar20.nl",
        "www.Voorbeeld.Nl/Pagina",
        "versie 2.0 en 38.000 keer",
        "a.u.b. en i.p.v. en drs.Jansen",
        "art.6 en nr.12 en p.141",
        "ASP.NET en Node.js en JuMP.jl",
        "iPhone, YouTube, JavaScript en LinkedIn",
        "de tensor.Shape(x) en getNodes",
        "mail naam.Achternaam@voorbeeld.nl",
        "McDonald en MacBook",
    ],
)
def test_names_numbers_and_abbreviations_stay(text: str) -> None:
    assert clean(text, vocabulary=KNOWN).text == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("N e t w e r k", "Netwerk"),
        ("het N e t w e r k van nu", "het Netwerk van nu"),
        ("V O O R W O O R D", "VOORWOORD"),
        ("informatie uit ver       schillende bronnen", "informatie uit verschillende bronnen"),
        ("de uit  einde  lijke visie", "de uiteindelijke visie"),
        ("een z w e r m l a n d s c h a p", "een zwermlandschap"),
    ],
)
def test_blanks_inside_a_word_go(raw: str, cleaned: str) -> None:
    assert clean(raw, vocabulary=KNOWN).text == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("J. R. R. Tolkien", "J. R. R. Tolkien"),
        ("A B C D E F", "A B C D E F"),
        ("X X X X X", "X X X X X"),
        ("in  een huis", "in een huis"),
        ("Blog  een weblog is", "Blog een weblog is"),
        ("de  overheid  en  burgers", "de overheid en burgers"),
    ],
)
def test_letters_that_make_no_word_stay_apart(raw: str, cleaned: str) -> None:
    assert clean(raw, vocabulary=KNOWN).text == cleaned
