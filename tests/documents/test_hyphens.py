"""Words broken at a line end: what is joined, what keeps its hyphen, and where the rest is found elsewhere."""

import pytest

from kennisbank.documents.cleaning import clean
from kennisbank.documents.hyphens import mending
from kennisbank.documents.passages import passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.ids import FileHash
from kennisbank.domain.passage import Passage
from tests.documents.pages import page

FILE = FileHash("f" * 64)
OWN = frozenset({"zwermlandschap", "buurt-bank"})


def cut(*texts: str, first_line: int | None = None) -> tuple[Passage, ...]:
    pages = [page(text, number, first_line) for number, text in enumerate(texts, start=1)]
    return passages(pages, (), vocabulary=vocabulary_of(pages), file=FILE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("zwerm", "landschap"),  # the document's own word
        ("over", "heid"),
        ("beha", "vioural"),  # English, broken by Dutch rules
        ("develop", "ment"),
        ("netwerksamenle", "ving"),  # a compound that no list has
        ("baarmoederhals", "kanker"),
        ("informatie", "beleidsplannen"),
        ("vergader", "tijger"),
        ("OVER", "HEID"),
        ("ideeën", "bus"),
        ("Ambte", "naren"),
        ("deregule", "ring"),
        ("Mwanga", "ziri"),  # no half is a word: a name
        ("planmakerij", "achtig"),
    ],
)
def test_what_is_a_word_is_joined(before: str, after: str) -> None:
    assert mending(before, after, OWN) == "join"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("top", "down"),
        ("rss", "feeds"),
        ("domino", "effect"),
        ("buurt", "bank"),  # as the document writes it
        ("low", "voltage"),
        ("community", "driven"),
        ("NIOC", "kennisbank"),
        ("21", "jarige"),
        ("COVID", "19"),
        ("Noord", "Holland"),
        ("politiek", "bestuurlijke"),
    ],
)
def test_a_hyphen_between_words_stays(before: str, after: str) -> None:
    assert mending(before, after, OWN) == "keep"


@pytest.mark.parametrize(("before", "after"), [("netwerk", "en"), ("kwetsbaar", "plex"), ("voor", "of")])
def test_what_makes_no_word_stays_split(before: str, after: str) -> None:
    assert mending(before, after, OWN) == "split"


def test_a_conjunction_inside_a_row_of_hyphens_suspends_nothing() -> None:
    assert clean("een proof-\nof-concept", vocabulary=OWN).text == "een proof-of-concept"
    assert clean("voor-\nof nadelen", vocabulary=OWN).text == "voor- of nadelen"


def test_an_address_keeps_its_hyphen() -> None:
    raw = "Zie https://example.org/over-\nheid voor meer"
    assert clean(raw, vocabulary=OWN).text == "Zie https://example.org/over-heid voor meer"


def test_a_blank_before_the_hyphen_is_the_printers_only_inside_a_word() -> None:
    assert (
        clean("informatie uit verschil -\nlende bronnen", vocabulary=OWN).text == "informatie uit verschillende bronnen"
    )
    assert clean("vrije tijd -\nwonen", vocabulary=OWN).text == "vrije tijd - wonen"


def test_a_word_cut_by_a_note_in_the_margin_is_completed_in_its_place() -> None:
    raw = "informatie delen met an-\n\nLees meer op de site\n van het project en met\n\ndere organen van het rijk."
    cleaned = clean(raw, vocabulary=OWN)
    assert cleaned.text.startswith("informatie delen met andere Lees meer")
    whole = Passage(FILE, page(raw).number, 0, len(raw), cleaned.text, cleaned.origins)
    at = cleaned.text.index("andere")
    assert [raw[slice(*span)] for span in whole.raw_pieces(at, at + len("andere"))] == ["an", "dere"]
    assert raw[slice(*whole.to_raw(at + len("andere "), at + len("andere Lees")))] == "Lees"


def test_a_word_broken_over_two_pages_is_found_on_the_first() -> None:
    first, second = cut("Wij zien hoe de netwerksamenle-\n\n1 Een noot onderaan.", "ving verandert.")
    assert "netwerksamenleving" in first.text
    assert second.text == "ving verandert."
    at = first.text.index("netwerksamenleving")
    raw = "Wij zien hoe de netwerksamenle-\n\n1 Een noot onderaan."
    pieces = [raw[slice(*span)] for span in first.raw_pieces(at, at + len("netwerksamenleving"))]
    assert pieces == ["netwerksamenle-"], "the rest stands on another page, which no span of this page can point at"


def test_a_page_that_ends_in_a_first_part_is_left() -> None:
    first, _ = cut("Wij noemen kennis-\nen", "netwerken die groeien.")
    assert first.text == "Wij noemen kennis- en"


def test_a_word_broken_over_two_passages_is_found_in_the_first() -> None:
    long = " ".join(["woord"] * 236)
    found = cut(f"{long} samen-\n{'werking ' * 170}")
    assert len(found) > 1
    holder = next(each for each in found if "samenwerking" in each.text)
    at = holder.text.index("samenwerking")
    raw = f"{long} samen-\n{'werking ' * 170}"
    assert [raw[slice(*span)] for span in holder.raw_pieces(at, at + len("samenwerking"))] == ["samen-\nwerking"]


def test_what_runs_along_between_two_halves_is_not_part_of_the_word() -> None:
    pages = [
        f"Tijdschrift voor onderwijs en leren\n\n{at} woorden over de netwerk-\n\nCongres van docenten, jaargang drie\n\n"
        for at in ("Eerste", "Tweede", "Derde", "Vierde")
    ]
    texts = [f"{each}samenleving in de klas en daarbuiten." for each in pages]
    first = next(each for each in cut(*texts) if "netwerksamenleving" in each.text)
    at = first.text.index("netwerksamenleving")
    pieces = [texts[0][slice(*span)] for span in first.raw_pieces(at, at + len("netwerksamenleving"))]
    assert pieces == ["netwerk", "samenleving"]
