"""Digits of notes behind words: cut off where the note exists, left where they belong to the word."""

import pytest

from kennisbank.documents.footnotes import note_marks
from kennisbank.documents.passages import passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.ids import FileHash
from tests.documents.pages import page

FILE = FileHash("f" * 64)


def marks(*texts: str) -> list[str]:
    """Return the words from which digits are cut, each with those digits behind a bar."""
    pages = [page(text, number) for number, text in enumerate(texts, start=1)]
    found = note_marks(pages, vocabulary_of(pages))
    return [
        f"{texts[number - 1][:start].split()[-1]}|{texts[number - 1][start:end]}"
        for number, spans in found.items()
        for start, end in spans
    ]


NOTES = "\n\n1 Zie het rapport.\n\n2  Zie ook het verslag.\n\n3. Aldus de minister.\n"


def test_digits_are_cut_off_where_the_notes_count_along() -> None:
    text = "Een tijd van transities1. Het beleid2 werd een ‘tijdbom’3 genoemd." + NOTES
    assert marks(text) == ["transities|1", "beleid|2", "‘tijdbom’|3"]


def test_digits_behind_a_full_stop_or_comma_are_marks_too() -> None:
    assert marks("Dat is vergroot.1 Men zag,2 en men wist.3" + NOTES) == ["vergroot.|1", "zag,|2", "wist.|3"]


def test_several_marks_behind_one_name() -> None:
    text = "Anna Visser1,2 and Piet Bakker3\n\n1 A University\n\n2 An Institute\n\n3 A Company"
    assert marks(text) == ["Visser|1,2", "Bakker|3"]


def test_notes_may_stand_at_the_end_of_the_document() -> None:
    texts = ["De opkomst van steden1 en dorpen2 ging", "door met bruggen3 en wegen.", "Noten" + NOTES]
    assert marks(*texts) == ["steden|1", "dorpen|2", "bruggen|3"]


def test_a_single_note_counts_on_its_own_page() -> None:
    assert marks("Alles staat in het rapport1 van toen.\n\n1 Te vinden op de site.") == ["rapport|1"]
    assert marks("Alles staat in het rapport1 van toen.", "1 Te vinden op de site.") == []


def test_without_notes_nothing_is_cut() -> None:
    assert marks("Een tijd van transities1. Het beleid2 werd een tijdbom3 genoemd.") == []


@pytest.mark.parametrize(
    "word",
    ["web2", "A4", "ebMS2", "covid19", "COVID-19", "2.0", "21ste", "H2O", "x1", "2012", "figuur2", "tabel1", "SHA256"],
)
def test_digits_that_belong_to_a_word_stay(word: str) -> None:
    text = f"Een tijd van transities1. Ook {word} en het beleid2 werd een tijdbom3 genoemd." + NOTES
    assert marks(text) == ["transities|1", "beleid|2", "tijdbom|3"]


def test_words_that_are_numbered_themselves_stay() -> None:
    assert marks("De eisen Toets1, Toets2 en Toets3 gelden." + NOTES) == []


def test_an_address_stays() -> None:
    text = "Een tijd van transities1. Zie https://voorbeeld.nl/beleid2 en het werk3." + NOTES
    assert marks(text) == ["transities|1", "werk|3"]


def test_a_word_with_a_mark_is_found_and_shown_in_its_place() -> None:
    raw = "Een tijd van transities1. Het beleid2 werd een ‘tijdbom’3 genoemd." + NOTES
    pages = [page(raw)]
    (found,) = passages(pages, (), vocabulary=vocabulary_of(pages), file=FILE)
    assert found.text.startswith("Een tijd van transities. Het beleid werd een ‘tijdbom’ genoemd.")
    for word in ("transities", "beleid", "tijdbom", "genoemd"):
        at = found.text.index(word)
        assert raw[slice(*found.to_raw(at, at + len(word)))] == word


def test_the_second_half_of_a_broken_word_may_have_a_mark() -> None:
    text = "Wat wordt gepro-\nduceerd1 is van iedereen2 en dat blijft zo3." + NOTES
    assert marks(text)[0] == "duceerd|1"


def test_a_list_in_a_text_file_is_no_note() -> None:
    raw = "Kijk op de site werkplaats7 van het rijk.\n\n6 Deel kennis\n\n7 Vraag om hulp"
    pages = [page(raw, first_line=1)]
    assert note_marks(pages, vocabulary_of(pages)) == {}
