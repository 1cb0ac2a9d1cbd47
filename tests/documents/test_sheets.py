"""From pages to cleaned passages: every letter leads back to where the page has it, whatever the page holds."""

import unicodedata
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.passages import passages
from kennisbank.documents.sheets import prepared
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import FileHash
from kennisbank.domain.passage import Passage
from kennisbank.domain.spelling import fold
from tests.documents.pages import page, text_document

FILE = FileHash("f" * 64)
PIECES = [
    "overheid",
    "over-\nheid",
    "netwerksamenle-\n\n",
    "ving ",
    "top-\ndown",
    "transities1 ",
    "beleid2. ",
    "‘tijdbom’3 ",
    "\n\n1 Zie het rapport.\n\n",
    "\n\n2 Zie ook.\n\n3 Ook dit.\n",
    "N e t w e r k ",
    "ver    schillende ",
    "woord.Volgende ",
    "samenlevingDe ",
    "co\u0308rdinatie ",
    "\ufb01ets ",
    "soft\u00adhyphen ",
    "soft\u00ad\nhyphen ",
    "een\u00a0twee",
    "\u200b\u202e",
    "\n\n36 Jaarboek kennis | 37\n\n",
    "\f",
    ". ",
    "\t \n",
    "é",
    "www.voorbeeld.nl/over-\nheid ",
    "\u2026\u00b4\u00bd\u00b2 ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def cut(pages: list[PageText]) -> tuple[Passage, ...]:
    return passages(pages, (), vocabulary=vocabulary_of(pages), file=FILE)


def assert_leads_back(passage: Passage, raw: str) -> None:
    """Check every offset; a letter that completes a broken word leads to its place, or the hyphen that broke it."""
    offsets = [offset for offset, _ in passage.origins]
    assert offsets[0] == 0
    assert offsets == sorted(set(offsets))
    places = [passage.to_raw(at, at + 1) for at in range(len(passage.text))]
    following = [*accumulate((start for start, _ in reversed(places)), min)][::-1]
    for letter, (start, end), soonest in zip(passage.text, places, following, strict=True):
        assert passage.start <= start < end <= len(raw)
        if start > soonest or end > passage.end:
            assert letter.isalnum(), "only what completes a word stands further on than what follows it"
        if letter.isascii() and letter.isalnum() and raw[start] not in "-\u2010\u00ad":
            assert fold(letter) in fold(unicodedata.normalize("NFKC", raw[start]))


@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
def test_every_letter_leads_back_to_its_place(texts: list[str], is_text: bool) -> None:
    pages, line = [], 1
    for number, text in enumerate(texts, start=1):
        pages.append(page(text, number, line if is_text else None))
        line += text.count("\n") + 1
    found = cut(pages)
    for passage in found:
        assert_leads_back(passage, texts[passage.page - 1])
        assert passage.text == " ".join(passage.text.split())
    for before, after in pairwise(found):
        assert (before.page, before.end) <= (after.page, after.start)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_working_copy_is_as_long_as_its_page(texts: list[str]) -> None:
    pages = [page(text, number) for number, text in enumerate(texts, start=1)]
    for sheet in prepared(pages, vocabulary_of(pages)):
        assert len(sheet.text) == len(sheet.page.text)
        assert list(sheet.edits) == sorted(sheet.edits, key=lambda edit: edit.start)
        assert all(0 <= edit.start <= edit.end <= len(sheet.text) for edit in sheet.edits)


def test_a_word_mended_over_a_line_end_is_marked_in_both_halves() -> None:
    raw = "Wij zien in de netwerk-\nsamenleving veel."
    (found,) = cut([page(raw)])
    at = found.text.index("netwerksamenleving")
    assert raw[slice(*found.to_raw(at, at + len("netwerksamenleving")))] == "netwerk-\nsamenleving"


@pytest.mark.shared_data
def test_real_texts_lead_back(shared_data: Path) -> None:
    for path in sorted((shared_data / "seeds").glob("*.txt")):
        pages = text_document(path).pages
        for passage in cut(list(pages)):
            assert_leads_back(passage, pages[passage.page - 1].text)
