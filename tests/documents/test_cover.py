"""The cover sheet: recognised by what it talks about or by repetition, and nothing else taken for one."""

from pathlib import Path

import pytest

from kennisbank.documents.cover import find_cover, load_signals
from kennisbank.documents.fingerprint import body_fingerprint
from kennisbank.documents.language import language_of
from kennisbank.domain.document import CoverSpan, Document
from kennisbank.domain.ids import PageNo
from tests.documents.pages import SIGNALS, document, text_document
from tests.pdfs import COVER_TEXT

BODY = "Programmeren leren door te spelen\n\nDoor: A. Schrijver\n\nKinderen leren programmeren door te spelen met taal."
ENGLISH = """This document was downloaded from the repository of the Example Foundation.

Please give the author feedback: create an account and log in.

To stay informed, subscribe to the newsletter. Contact the administrator at archive@example.org,
and mention your name and telephone number."""


def cover_of(document: Document) -> tuple[CoverSpan, ...]:
    return find_cover(document, load_signals(SIGNALS))


@pytest.mark.parametrize("sheet", [COVER_TEXT, ENGLISH])
def test_a_page_that_is_a_sheet_is_one_whole(sheet: str) -> None:
    assert cover_of(document(sheet + "\n\nPage 1", BODY)) == (CoverSpan(PageNo(1), 0, len(sheet) + 8),)


def test_leading_lines_are_a_sheet_and_the_title_below_is_not() -> None:
    text = f"\n\n{COVER_TEXT}\n\n{BODY}"
    (span,) = cover_of(document(text))
    assert text[: span.end].strip() == COVER_TEXT


def test_a_paper_is_no_sheet() -> None:
    mail = "Door: A. Schrijver, a@example.org\n\nDe nieuwsbrief als leermiddel. Over een archief en zijn beheerder."
    assert cover_of(document(BODY, BODY)) == ()
    assert cover_of(document(mail + "\n\n" + BODY)) == ()
    assert cover_of(document("", "")) == ()


def test_a_sheet_after_the_beginning_is_part_of_the_paper() -> None:
    assert cover_of(document(f"{BODY * 20}\n\n{COVER_TEXT}")) == ()


def test_a_sheet_with_nothing_behind_it_is_the_paper() -> None:
    assert cover_of(document(COVER_TEXT)) == ()


def test_the_body_is_the_same_under_another_sheet() -> None:
    one, other, bare = document(COVER_TEXT, BODY), document(ENGLISH, BODY.replace("\n\n", "\n")), document(BODY)
    prints = {body_fingerprint(each, cover_of(each)) for each in (one, other, bare)}
    assert len(prints) == 1
    assert body_fingerprint(document(BODY + " Slot."), ()) not in prints
    assert body_fingerprint(document("", " \n"), ()) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De overheid leert van haar eigen ervaring en van die van anderen.", "nl"),
        ("The government learns from what it has done and from others.", "en"),
        ("Die Regierung lernt aus dem, was sie mit anderen und für sich getan hat.", ""),
        ("Le gouvernement apprend de ce que les autres ont fait dans le passé.", ""),
        ("Smedinga, Jansen, Pietersen 2010 1-15", ""),
        ("", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.shared_data
def test_the_real_sheet_is_found_and_nothing_in_the_other_texts(shared_data: Path) -> None:
    found = text_document(shared_data / "seeds" / "001.txt")
    (span,) = cover_of(found)
    page = found.pages[0]
    start = len(page.text) - len(page.text.lstrip())
    assert page.lines_of(start, span.end) == (5, 25)
    for name in ("002.txt", "003.txt", "004.txt"):
        assert cover_of(text_document(shared_data / "seeds" / name)) == ()
