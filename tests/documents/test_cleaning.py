"""Raw text to searched text: what is mended, what is left, and the way back to the page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.cleaning import clean
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import Passage
from tests.documents.pages import page

KNOWN = frozenset({"netwerksamenleving", "top-down", "overheid", "top", "down", "informatie", "samenleving"})


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("netwerksamenle-\nving", "netwerksamenleving"),
        ("netwerksamenle-\n\n  ving", "netwerksamenleving"),
        ("top-\ndown", "top-down"),
        ("netwerk-\nen informatiesamenleving", "netwerk- en informatiesamenleving"),
        ("de NIOC-\nkennisbank", "de NIOC-kennisbank"),
        ("informatie-\nbeleidsplannen", "informatiebeleidsplannen"),
        ("deregule-\nring", "deregulering"),
        ("samen\u00adwerking", "samenwerking"),
        ("samen\u00ad\nwerking", "samenwerking"),
        ("\ufb01ets en co\u0308ordinatie", "fiets en cöordinatie"),
        ("  veel \t wit\n\n  tussen\u00a0woorden ", "veel wit tussen woorden"),
        ("H\u2082O en x\u00b2", "H\u2082O en x\u00b2"),
        ("een \u202ewoord\u202c\u200b!", "een woord!"),
        ("", ""),
    ],
)
def test_cleaning(raw: str, cleaned: str) -> None:
    assert clean(raw, vocabulary=KNOWN).text == cleaned


def test_the_way_back_covers_a_mended_word() -> None:
    raw = "in de netwerksamenle-\nving van nu"
    cleaned = clean(raw, vocabulary=KNOWN)
    passage = Passage(FileHash("0"), PageNo(1), 0, len(raw), cleaned.text, cleaned.origins)
    start = cleaned.text.index("netwerksamenleving")
    first, last = passage.to_raw(start, start + len("netwerksamenleving"))
    assert raw[first:last] == "netwerksamenle-\nving"
    assert raw[slice(*passage.to_raw(cleaned.text.index("van"), cleaned.text.index("van") + 3))] == "van"


@given(st.text(alphabet=st.sampled_from("abcé -\u00ad\u2010\n\t\ufb01\u0301\u200bA1.\u2026\u00b4"), max_size=60))
def test_every_place_leads_back_into_the_raw_text(raw: str) -> None:
    cleaned = clean(raw, vocabulary=KNOWN)
    assert cleaned.text == " ".join(cleaned.text.split())
    passage = Passage(FileHash("0"), PageNo(1), 0, len(raw), cleaned.text, cleaned.origins)
    places = [passage.to_raw(at, at + 1) for at in range(len(cleaned.text))]
    assert all(0 <= start < end <= len(raw) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    for at, (start, _) in enumerate(places):
        if cleaned.text[at].isascii() and cleaned.text[at].isalnum():
            assert cleaned.text[at] in unicodedata.normalize("NFKC", raw[start])


@given(st.text(max_size=80))
def test_cleaning_takes_any_text(raw: str) -> None:
    assert clean(raw, vocabulary=frozenset()).text == clean(raw, vocabulary=frozenset()).text.strip()


def test_the_vocabulary_holds_whole_words_not_their_halves() -> None:
    words = vocabulary_of([page("De netwerksamenle-\nving en top-down sturing, netwerksamenleving")])
    assert {"netwerksamenleving", "top-down", "sturing"} <= words
    assert not {"netwerksamenle", "ving"} & words
