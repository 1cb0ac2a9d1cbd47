"""Paragraphs that say again what stands elsewhere: passages of their own, that name the other."""

from kennisbank.documents.passages import passages
from kennisbank.documents.repeats import repeated
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.ids import FileHash
from kennisbank.domain.passage import Passage
from tests.documents.pages import page

FILE = FileHash("f" * 64)
QUOTE = "Vertrouwen groeit te voet en vertrekt te paard, maar een zwerm vliegt zonder aanvoerder."
LONG = f"In de polder vertelt men het zo. {QUOTE} Daarmee is alles gezegd over de samenwerking van dijkgraven."
OTHER = "Een heel andere alinea, die over molens en gemalen gaat en nergens op terugkomt."


def cut(*texts: str) -> tuple[Passage, ...]:
    pages = [page(text, number) for number, text in enumerate(texts, start=1)]
    return passages(pages, (), vocabulary=vocabulary_of(pages), file=FILE)


def test_a_pull_quote_repeats_the_paragraph_that_holds_it() -> None:
    assert repeated([LONG, OTHER, QUOTE]) == {2: 0}
    assert repeated([QUOTE, OTHER, LONG]) == {0: 2}


def test_of_two_that_are_alike_the_later_repeats_the_earlier() -> None:
    margin = "Woordenboek: Een zwerm is een groep vogels die samen vliegt, bijv. spreeuwen boven het veld."
    glossary = "Zwerm een groep vogels die samen vliegt, bijvoorbeeld spreeuwen boven het veld."
    assert repeated([margin, OTHER, glossary]) == {2: 0}


def test_what_repeats_is_repeated_by_nothing() -> None:
    assert set(repeated([LONG, QUOTE, OTHER, QUOTE]).values()) == {0}


def test_headings_and_broken_lines_repeat_nothing() -> None:
    heading = "Vertrouwen groeit te voet en vertrekt te paard, maar een zwerm vliegt zonder aanvoerder"
    assert repeated([LONG, heading]) == {}
    assert repeated([LONG, QUOTE[1:]]) == {}


def test_a_short_or_different_paragraph_repeats_nothing() -> None:
    assert repeated([LONG, "Vertrouwen groeit te voet."]) == {}
    assert repeated([LONG, "Vertrouwen van een zwerm dijkgraven groeit door samenwerking aan molens en gemalen."]) == {}


def test_a_repeat_is_a_passage_of_its_own() -> None:
    found = cut(f"{LONG}\n\n{OTHER}", f"{OTHER[:30]}s draait om wind.\n\n{QUOTE}\n\nNog een slotzin.")
    (repeat,) = [each for each in found if each.repeats is not None]
    assert repeat.text == QUOTE
    assert repeat.repeats == 0
    assert QUOTE in found[0].text
