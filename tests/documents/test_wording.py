"""Short texts out of files, and what a file is: safe, capped, and told from the bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.limits import MAX_TITLE
from kennisbank.documents.media_types import HTML, PDF, TEXT, media_type
from kennisbank.documents.parts import Part, Refusal, assemble
from kennisbank.documents.wording import page_ranges, safe_title, safe_uri
from kennisbank.domain.document import Document
from kennisbank.errors import DocumentError
from tests.documents.pages import page


def test_titles_are_one_line_without_tricks() -> None:
    assert safe_title("Een\x00 \u202etitel\u202c\n op\ttwee  regels\u200b") == "Een titel op twee regels"
    assert len(safe_title("x" * 10_000_000)) == MAX_TITLE


@given(st.text(max_size=300))
def test_titles_can_be_stored_and_shown(text: str) -> None:
    title = safe_title(text)
    title.encode()
    assert title == safe_title(title)
    assert "\n" not in title


@pytest.mark.parametrize(
    ("uri", "kept"),
    [
        ("https://example.org/a?b#c", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https:///no-host", False),
        ("//example.org", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://[broken", False),
        ("https://example.org/" + "a" * 5000, False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_are_kept(uri: str, kept: bool) -> None:
    assert bool(safe_uri(uri)) == kept


def test_pages_are_named_in_short() -> None:
    assert page_ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
    assert page_ranges([]) == ""


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.pdf", PDF),
        (b"junk" * 100 + b"%PDF-1.7\n", "A.PDF", PDF),
        (b"%PDF-1.7\n", "no-ending", PDF),
        (b"%PDF-1.7 is how a PDF begins", "about.txt", TEXT),
        (b"<p>", "a.htm", HTML),
        (b"", "a.pdf", "empty"),
        (b"<!DOCTYPE html>", "a.pdf", "not_what_it_says"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "not_what_it_says"),
        (b"%PDF-1.7\n", "a.docx", PDF),
        (b"MZ\x90\x00", "a.exe", "unsupported"),
        (b"a,b\n", "a.csv", "unsupported"),
    ],
)
def test_bytes_say_what_a_file_is(head: bytes, name: str, kind: str) -> None:
    try:
        found = media_type(head, name)
    except DocumentError as error:
        found = error.code
    assert found == kind


def test_pages_that_raised_are_named_and_all_of_them_are_a_refusal() -> None:
    part = Part("application/pdf", 0, 3, [page("een", 1), page("", 2), page("drie", 3)], unread=[2], characters=7)
    document = assemble([part], "test")
    assert isinstance(document, Document)
    assert [(problem.code, problem.page, problem.values["pages"]) for problem in document.problems] == [
        ("pages_damaged", 2, "2")
    ]
    lost = Part("application/pdf", 0, 1, [page("", 1)], unread=[1])
    assert assemble([lost], "test") == Refusal("damaged", "Not one page of the file can be read.", 1)
