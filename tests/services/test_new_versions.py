"""A newer version of a paper comes: what was written in the old one stands in the new one, or its owner hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationFilter
from kennisbank.domain.document import Rect, Word, pack_words
from kennisbank.domain.ids import BatchId, PageNo
from kennisbank.domain.recognition import RecognisedPage
from kennisbank.importing.pipeline import ImportRequest
from tests.pdfs import scan_pdf, simple_pdf

TITLE = "Het knotten van wilgen"
FIRST = "Een wilg wordt om de vijf jaar geknot, anders scheurt de stam.\nDat doet men in de winter, als er geen blad aan zit."
SECOND = "De takken gaan naar de griend van de buurman, die er manden van vlecht.\nWat overblijft wordt versnipperd."
THIRD = (
    "Een populier wordt nooit geknot, want hij is daar te groot voor geworden.\nHij valt om in de eerste herfststorm."
)


@pytest.fixture
def kennisbank(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as opened:
        yield opened


def bring(kennisbank: Kennisbank, path: Path) -> BatchId:
    batch = kennisbank.importing.run(ImportRequest((path,))).batch
    assert batch is not None
    return batch


def marked(kennisbank: Kennisbank, words: str) -> str:
    (paper,) = kennisbank.catalogue.all()
    file = paper.current_files[0].hash
    text = kennisbank.reading.page_text(file, PageNo(1)).text
    span = Span(PageNo(1), text.index(words), text.index(words) + len(words))
    made = kennisbank.annotating.mark(paper.id, file, [span], "highlight", body=words).after[0]
    assert made is not None
    return made.id


def states(kennisbank: Kennisbank) -> dict[str, str]:
    return {each.body: anchor.state for each, anchor in kennisbank.annotating.news()}


def test_what_stayed_is_found_what_went_is_told_and_undoing_brings_all_back(
    kennisbank: Kennisbank, tmp_path: Path
) -> None:
    paper = tmp_path / "papers" / "wilgen.pdf"
    info = {"title": TITLE, "author": "Ada van den Berg"}
    simple_pdf(paper, [f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"], info=info)
    bring(kennisbank, paper)
    for words in ("om de vijf jaar geknot", "die er manden van vlecht", "in de eerste herfststorm"):
        marked(kennisbank, words)
    kennisbank.annotating.note(kennisbank.catalogue.all()[0].id, "Over het geheel.")
    changed = FIRST.replace("om de vijf jaar geknot", "om de zes jaar geknot")
    simple_pdf(paper, ["Met een nieuw voorwoord.", f"{TITLE}\n\n{changed}\n\n{SECOND}"], info=info)
    batch = bring(kennisbank, paper)
    (contribution,) = kennisbank.catalogue.all()
    new = contribution.current_files[0]
    assert new.version == 2
    placed = kennisbank.annotating.on(contribution.id, new.hash)
    assert len(placed) == 4
    found = {each.annotation.body: each.anchor for each in placed}
    kept = found["die er manden van vlecht"]
    assert kept is not None
    assert (kept.page, kept.state) == (2, "same")
    gone = found["in de eerste herfststorm"]
    assert gone is not None
    assert (gone.pieces, gone.state) == ((), "gone")
    assert states(kennisbank) == {"om de vijf jaar geknot": "changed", "in de eerste herfststorm": "gone"}
    only_gone = kennisbank.annotating.find(AnnotationFilter(states=frozenset({"gone"})))
    assert [each.body for each in only_gone.annotations] == ["in de eerste herfststorm"]
    kennisbank.annotating.seen([each.id for each, _ in kennisbank.annotating.news()])
    assert not kennisbank.annotating.news()
    kennisbank.importing.undo(batch)
    (contribution,) = kennisbank.catalogue.all()
    again = kennisbank.annotating.on(contribution.id, contribution.current_files[0].hash)
    assert {each.anchor.state for each in again if each.anchor is not None} == {"original"}


def test_what_was_gone_from_a_scan_is_found_once_its_text_is_recognised(kennisbank: Kennisbank, tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "wilgen.pdf"
    simple_pdf(paper, [f"{TITLE}\n\n{FIRST}\n\n{SECOND}"], info={"title": TITLE})
    bring(kennisbank, paper)
    marked(kennisbank, "om de vijf jaar geknot")
    (contribution,) = kennisbank.catalogue.all()
    scan_pdf(paper)
    bring(kennisbank, paper)
    scan = next(file for each in kennisbank.catalogue.all() for file in each.files if file.pages and file.version == 2)
    (placed,) = kennisbank.annotating.on(contribution.id, scan.hash)
    assert placed.anchor is not None
    assert placed.anchor.state == "gone"
    text = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    at, words = 0, []
    for number, word in enumerate(text.split()):
        at = text.index(word, at)
        words.append(Word(at, at + len(word), Rect(10.0 * number, 10, 10.0 * number + 9, 20)))
        at += len(word)
    with kennisbank.library.write() as tx:
        tx.recognitions.put(scan.hash, RecognisedPage(PageNo(1), "read", text, pack_words(words)), "test")
    (placed,) = kennisbank.annotating.on(contribution.id, scan.hash)
    assert placed.anchor is not None
    assert placed.anchor.state == "same"
