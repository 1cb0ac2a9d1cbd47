"""Recognised pages: kept apart from what files say, counted truly, and asked for once."""

from dataclasses import replace

import pytest
from library_values import a_contribution, a_document, a_file, some_hash

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Problem, Rect, Word, pack_words
from kennisbank.domain.ids import PageNo
from kennisbank.domain.recognition import Outcome, RecognisedPage, ScanCounts
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy

PDFS = ("application/pdf",)
LONG = "Deze pagina heeft genoeg tekst van zichzelf. " * 8
WORDS = pack_words([Word(0, 4, Rect(1, 2, 3, 4))])


def page(number: int, outcome: Outcome = "read", text: str = "") -> RecognisedPage:
    read = outcome == "read"
    reason = "damaged" if outcome == "failed" else ""
    return RecognisedPage(
        PageNo(number), outcome, (text or f"Scan {number}") if read else "", WORDS if read else b"", reason
    )


def fill(library: Library, *texts: str, number: int = 1, **changes: object) -> Contribution:
    """Store a contribution with a file of these pages; empty ones are reported as without text."""
    contribution = a_contribution(number, files=(a_file(number, **changes),))
    document = a_document(*texts)
    empty = [place for place, text in enumerate(texts, 1) if not text]
    if empty:
        problem = Problem("no_text", "No text.", PageNo(empty[0]), values={"count": str(len(empty))})
        document = replace(document, problems=(problem,))
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.texts.put(some_hash(number), document)
    return contribution


def waiting(library: Library, *recognisers: str, **how: object) -> list[int]:
    with library.read() as tx:
        return [each.page for each in tx.recognitions.waiting(PDFS, recognisers or ("ocr",), **how)]  # type: ignore[arg-type]


def put(library: Library, *pages: RecognisedPage, recogniser: str = "ocr", number: int = 1) -> None:
    with library.write() as tx:
        for each in pages:
            assert tx.recognitions.put(some_hash(number), each, recogniser)


def test_what_was_recognised_is_the_text_of_a_page_that_has_none(library: Library) -> None:
    fill(library, LONG, "")
    put(library, page(2))
    with library.read() as tx:
        first, second = tx.texts.pages(some_hash(1))
        assert (first.text, first.is_read_by_machine) == (LONG, False)
        assert (second.text, second.is_read_by_machine, second.packed_words) == ("Scan 2", True, WORDS)
        assert (second.width, second.label) == (595.0, "2")
        assert tx.texts.page(some_hash(1), PageNo(2)) == second
        assert tx.texts.page(some_hash(1), PageNo(1)) == first


def test_what_the_file_says_itself_is_never_touched(library: Library) -> None:
    fill(library, LONG, "Stempel")
    with library.read() as tx:
        before = tx.texts.document(some_hash(1))
    put(library, page(2))
    with library.read() as tx:
        assert tx.texts.document(some_hash(1)) == before


def test_a_new_extractor_leaves_what_was_recognised(library: Library) -> None:
    fill(library, LONG, "")
    put(library, page(2))
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document(LONG, "", extractor="2"))
    with library.read() as tx:
        assert [each.text for each in tx.texts.pages(some_hash(1))] == [LONG, "Scan 2"]


def test_pages_with_little_or_no_text_wait_and_others_do_not(library: Library) -> None:
    fill(library, LONG, "", "Stempel 1998", LONG)
    assert waiting(library) == [2, 3]
    with library.read() as tx:
        assert [each.words for each in tx.recognitions.waiting(PDFS, ("ocr",))] == [0, 2]


@pytest.mark.parametrize("outcome", ["read", "nothing", "failed"])
def test_a_page_that_was_tried_waits_no_longer(library: Library, outcome: Outcome) -> None:
    fill(library, "", "")
    put(library, page(1, outcome))
    assert waiting(library) == [2]


def test_a_page_that_failed_waits_again_when_asked_for(library: Library) -> None:
    fill(library, "", "", "")
    put(library, page(1, "failed"), page(2, "nothing"))
    assert waiting(library, again=True) == [1, 3]


def test_pages_wait_for_a_better_recogniser(library: Library) -> None:
    fill(library, "", "")
    put(library, page(1), page(2), recogniser="eng")
    assert waiting(library, "nld+eng") == [1, 2]
    put(library, page(1, text="Beter"), recogniser="nld+eng")
    assert waiting(library, "nld+eng") == [2]
    assert waiting(library, "eng", "nld+eng") == []


def test_a_better_recogniser_replaces_its_page_and_no_other(library: Library) -> None:
    fill(library, "", "")
    put(library, page(1), page(2), recogniser="eng")
    put(library, page(1, text="Beter"), recogniser="nld+eng")
    with library.read() as tx:
        assert [each.text for each in tx.texts.pages(some_hash(1))] == ["Beter", "Scan 2"]
        assert [recogniser for _, recogniser in tx.recognitions.of(some_hash(1))] == ["nld+eng", "eng"]


def test_what_was_read_outlives_a_later_try_that_fails(library: Library) -> None:
    fill(library, "")
    put(library, page(1), recogniser="eng")
    put(library, page(1, "failed"), recogniser="nld+eng")
    with library.read() as tx:
        assert tx.texts.pages(some_hash(1))[0].text == "Scan 1"
    assert waiting(library, "nld+eng") == []


def test_a_file_of_two_contributions_is_read_once(library: Library) -> None:
    fill(library, "")
    twin = a_contribution(2, files=(a_file(1),))
    with library.write() as tx:
        tx.contributions.add(twin)
    assert waiting(library) == [1]
    assert waiting(library, only=[twin.id]) == [1]


def test_only_what_is_asked_for_waits(library: Library) -> None:
    fill(library, "", number=1)
    other = fill(library, "", "", number=2)
    assert len(waiting(library)) == 3
    assert waiting(library, only=[other.id]) == [1, 2]
    assert waiting(library, only=[]) == []


def test_older_versions_and_plain_text_do_not_wait(library: Library) -> None:
    fill(library, "", number=1, is_current=False)
    fill(library, "", number=2, media_type="text/plain")
    assert waiting(library) == []


def test_counts_tell_scans_and_what_became_of_them(library: Library) -> None:
    first = fill(library, LONG, "", "", "", number=1)
    fill(library, "", number=2)
    put(library, page(2), page(3, "failed"), page(4, "nothing"))
    with library.read() as tx:
        assert tx.recognitions.counts() == ScanCounts(scans=4, read=1, failed=1)
        assert tx.recognitions.counts(first.id) == ScanCounts(scans=3, read=1, failed=1)
        assert tx.recognitions.counts(first.id).unread == 2


def test_a_page_that_was_read_changes_the_stamp_of_its_contribution_only(library: Library) -> None:
    first, second = fill(library, "", number=1), fill(library, "", number=2)
    stamps = []
    for each in (page(1, "failed"), page(1)):
        with library.read() as tx:
            stamps.append(tx.contributions.stamps())
        put(library, each)
    with library.read() as tx:
        stamps.append(tx.contributions.stamps())
    assert stamps[0] == stamps[1]
    assert stamps[2][first.id] != stamps[1][first.id]
    assert stamps[2][second.id] == stamps[1][second.id]


def test_a_page_of_a_file_that_went_is_not_kept(library: Library) -> None:
    contribution = fill(library, "", "")
    put(library, page(1))
    with library.write() as tx:
        tx.contributions.remove(contribution.id)
    with library.write() as tx:
        assert not tx.recognitions.put(some_hash(1), page(2), "ocr")
        assert not tx.changes
    tidy(library)
    with library.read() as tx:
        assert tx.recognitions.of(some_hash(1)) == []


def test_reading_a_page_is_told_to_this_machine_only(library: Library) -> None:
    fill(library, "")
    with library.read() as tx:
        before = tx.outbox.pending()
    with library.write() as tx:
        tx.recognitions.put(some_hash(1), page(1), "ocr")
        assert tx.changes.ids("text") == {some_hash(1)}
    with library.read() as tx:
        assert tx.outbox.pending() == before
