"""Links that other programs keep: what is built is read again, and nothing hostile gets through."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.links import LENGTH_LIMIT, QUOTE_LIMIT, Link, looks_like_link, parse_link, passage_link

ID = ContributionId("0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b")
BASE = f"kennisbank:contribution/{ID}"
IDS = st.uuids().map(str)
FILES = st.binary(min_size=32, max_size=32).map(bytes.hex).map(FileHash)


@given(
    IDS.map(ContributionId),
    st.none() | FILES,
    st.none() | st.integers(1, 9_999_999).map(PageNo),
    st.none() | IDS.map(AnnotationId),
    st.text(max_size=400),
)
def test_what_is_built_is_read_again(
    contribution: ContributionId,
    file: FileHash | None,
    page: PageNo | None,
    annotation: AnnotationId | None,
    quote: str,
) -> None:
    text = passage_link(contribution, file=file, page=page, annotation=annotation, quote=quote)
    link = parse_link(text)
    assert link is not None
    assert (link.contribution, link.file, link.page, link.annotation) == (contribution, file, page, annotation)
    shown = " ".join("".join(char if char.isprintable() else " " for char in quote).split())
    assert shown.startswith(link.quote)
    assert len(link.quote) <= QUOTE_LIMIT
    assert passage_link(contribution, file=file, page=page, annotation=annotation, quote=link.quote) == text
    assert text.isascii()
    assert not set(text) & set(" <>\"'\n")
    assert len(text) < LENGTH_LIMIT


@given(st.text(max_size=300) | st.text(max_size=200).map(lambda text: f"{BASE}?{text}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    link = parse_link(text)
    assert link is None or uuid.UUID(link.contribution)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kennisbank:",
        "kennisbank:contribution/",
        "kennisbank:contribution/../../etc/passwd",
        "kennisbank:contribution/0b6f0b0e",
        f"https:contribution/{ID}",
        f"xkennisbank:contribution/{ID}",
        f"{BASE}#page=3",
        f"{BASE}/extra",
        f"{BASE}?page=0",
        f"{BASE}?page=-1",
        f"{BASE}?page=٣",
        f"{BASE}?page=99999999",
        f"{BASE}?page=3&page=4",
        f"{BASE}?file=abc",
        f"{BASE}?annotation=%00",
        f"{BASE}?quote=%ff",
        f"{BASE}?quote={'a' * (QUOTE_LIMIT + 1)}",
        f"{BASE}?x={'a' * LENGTH_LIMIT}",
        f"{BASE} --home=/",
    ],
)
def test_what_cannot_be_right_is_refused(text: str) -> None:
    assert parse_link(text) is None


def test_forms_that_other_programs_make_of_it_are_read() -> None:
    assert parse_link(f"  KENNISBANK:contribution/{ID.upper()}\n") == Link(ID)
    assert parse_link(f"kennisbank://contribution/{ID}/?page=3") == Link(ID, page=PageNo(3))
    assert parse_link(f"{BASE}?later=1&quote=a+b%0Ac") == Link(ID, quote="a+b c")


def test_a_long_quote_ends_with_a_whole_word() -> None:
    link = parse_link(passage_link(ID, quote="netwerk " * 100))
    assert link is not None
    assert set(link.quote.split()) == {"netwerk"}


def test_a_broken_link_is_still_seen_to_be_meant_as_one() -> None:
    assert looks_like_link(" Kennisbank:nonsense")
    assert not looks_like_link("kennisbanken: wat zijn dat")
