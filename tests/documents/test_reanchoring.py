"""In another version an anchor stands on the same passage or nowhere: exactly, changed, moved, or said to be gone."""

import codecs
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.anchoring import Span, describe, describe_area, find_quote, reanchored
from kennisbank.documents.letters import letters_in
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.annotation import Anchor, Quote
from kennisbank.domain.document import PageText, Rect
from kennisbank.domain.ids import FileHash, PageNo
from tests.documents.versions import laid_out, sentences, set_page

OLD, NEW = FileHash("0" * 64), FileHash("1" * 64)


def spans_of(pages: Sequence[PageText], words: str) -> list[Span]:
    """Return where `words` stand, over line and page ends."""
    wanted = words.split()
    row = [(page, word, page.text[word.start : word.end]) for page in pages for word in page.words()]
    texts = [text for _, _, text in row]
    at = next(at for at in range(len(texts)) if texts[at : at + len(wanted)] == wanted)
    spans: dict[PageNo, Span] = {}
    for page, word, _ in row[at : at + len(wanted)]:
        start = spans[page.number].start if page.number in spans else word.start
        spans[page.number] = Span(page.number, start, word.end)
    return list(spans.values())


def anchored(pages: Sequence[PageText], words: str) -> Anchor:
    return describe(OLD, pages, spans_of(pages, words))


def said(anchor: Anchor) -> str:
    return anchor.quote.exact if anchor.quote is not None and anchor.pieces else ""


def refound(old: Sequence[PageText], new: Sequence[PageText], words: str) -> Anchor:
    (found,) = reanchored([anchored(old, words)], old, NEW, new)
    return found


PAPER = sentences(90)
WORDS = PAPER[40]
ONE_WORD = "Een"


@pytest.mark.parametrize("with_old_text", [True, False])
@pytest.mark.parametrize(
    "new",
    [
        pytest.param(laid_out(PAPER, width=38, hyphens=True), id="laid out anew"),
        pytest.param(laid_out([*sentences(30, 500), *PAPER]), id="pages put before it"),
        pytest.param(laid_out(PAPER[5:]), id="beginning left out"),
        pytest.param(
            [set_page("KAFT " + s.upper(), 1) for s in sentences(1, 900)]
            + [replace(p, number=PageNo(p.number + 1)) for p in laid_out(PAPER)],
            id="cover",
        ),
        pytest.param(laid_out([*PAPER[60:], *PAPER[:60]]), id="parts in another order"),
    ],
)
def test_same_words_among_the_same_words_are_the_same(new: list[PageText], *, with_old_text: bool) -> None:
    old = laid_out(PAPER)
    (found,) = reanchored([anchored(old, WORDS)], old if with_old_text else (), NEW, new)
    assert (found.state, found.similarity, found.file) == ("same", 1.0, NEW)
    assert said(found) == WORDS
    assert found.pieces[0].boxes


def test_paragraph_that_was_moved_says_so() -> None:
    found = refound(laid_out(PAPER), laid_out([*PAPER[:40], *PAPER[41:83], WORDS, *PAPER[83:]]), WORDS)
    assert (found.state, said(found)) == ("moved", WORDS)


def test_passage_with_other_words_in_it_is_changed_and_tells_how_much() -> None:
    reworded = WORDS.replace("omdat", "aangezien")
    found = refound(laid_out(PAPER), laid_out([*PAPER[:40], reworded, *PAPER[41:]]), WORDS)
    assert (found.state, said(found)) == ("changed", reworded)
    assert 0.7 < found.similarity < 1.0


def test_passage_that_was_taken_out_is_gone_and_keeps_its_quote() -> None:
    old = laid_out(PAPER)
    anchor = anchored(old, WORDS)
    (found,) = reanchored([anchor], old, NEW, laid_out([*PAPER[:40], *PAPER[41:]]))
    assert found == Anchor(NEW, (), anchor.quote, "gone", 0.0)


def test_twin_that_stood_there_before_is_not_the_passage_that_was_taken_out() -> None:
    twins = [*PAPER[:20], WORDS, *PAPER[20:40], WORDS, *PAPER[41:]]
    old, new = laid_out(twins), laid_out([*PAPER[:20], *PAPER[20:40], WORDS, *PAPER[41:]])
    first = describe(OLD, old, spans_of(old, WORDS))
    (found,) = reanchored([first], old, NEW, new)
    assert found.state == "gone"


def test_copy_elsewhere_is_not_the_passage_that_was_reworded_in_its_place() -> None:
    reworded = WORDS.replace("omdat", "aangezien").replace("vraagt", "verlangt")
    found = refound(laid_out(PAPER), laid_out([*PAPER[:40], reworded, *PAPER[41:70], WORDS, *PAPER[70:]]), WORDS)
    assert said(found) == reworded


REWORDED = WORDS.replace("omdat", "aangezien dus").replace("vraagt", "dringend verlangt")


@pytest.mark.parametrize(
    "new",
    [
        pytest.param([WORDS, *PAPER[60:], *PAPER[:40], REWORDED, *PAPER[41:60]], id="in its place, all else moved"),
        pytest.param([*PAPER[41:], WORDS, *PAPER[:40], REWORDED], id="at the end of what was moved"),
        pytest.param([*PAPER[:40], *PAPER[41:70], REWORDED, *PAPER[70:85], WORDS, *PAPER[85:]], id="elsewhere too"),
    ],
)
def test_untouched_copy_is_no_passage_while_something_much_like_it_is_nothing_else(new: list[str]) -> None:
    found = refound(laid_out(PAPER), laid_out(new), WORDS)
    assert REWORDED.startswith(said(found))


def in_other_words(text: str) -> str:
    return codecs.encode(text, "rot13")


def test_line_that_another_cover_sheet_has_too_is_gone_with_the_cover_sheet() -> None:
    line = "Dit werk valt onder de licentie Naamsvermelding 4.0 Internationaal."
    above, below = sentences(6, 300), sentences(14, 310)
    old = laid_out([*(each[::-1] for each in above), line, *(each[::-1] for each in below), *PAPER])
    new = laid_out([*map(in_other_words, above), line, *map(in_other_words, below), *PAPER])
    assert refound(old, new, line).state == "gone"
    assert refound(old, new, WORDS).state == "same"


@pytest.mark.parametrize(
    ("before", "after", "at"),
    [
        pytest.param("de rol van van de docent", "de rol van de docent", 11, id="one of two left out"),
        pytest.param("de rol van de docent", "de rol van van de docent", 7, id="put there twice"),
        pytest.param("de rol van de docent", "de rol vanmorgen de docent", 7, id="part of another word"),
    ],
)
def test_word_that_may_as_well_be_another_is_gone(before: str, after: str, at: int) -> None:
    old, new = (laid_out([*PAPER[:40], each, *PAPER[40:]], width=400) for each in (before, after))
    (page,) = [each for each in old if before in each.text]
    start = page.text.index(before) + at
    (found,) = reanchored([describe(OLD, old, [Span(page.number, start, start + 3)])], old, NEW, new)
    assert found.state == "gone"


def test_one_word_is_found_by_what_stands_around_it() -> None:
    old, new = laid_out(PAPER), laid_out([*sentences(10, 300), *PAPER], width=50)
    spans = spans_of(old, WORDS)
    word = Span(spans[0].page, spans[0].start, spans[0].start + WORDS.index(" "))
    (found,) = reanchored([describe(OLD, old, [word])], old, NEW, new)
    assert found.state == "same"
    assert new[found.pieces[0].page - 1].text[found.pieces[0].start :].replace("\n", " ").startswith(WORDS[:20])


def test_short_quote_without_its_context_is_gone() -> None:
    quote = Quote("een docent", "wat hier stond is er niet meer", "en dit evenmin")
    (found,) = reanchored([Anchor(OLD, (), quote)], (), NEW, laid_out(PAPER))
    assert found.state == "gone"


def test_passage_over_two_pages_is_found_on_one_and_the_reverse() -> None:
    old, new = laid_out(PAPER, lines=20), laid_out(PAPER, lines=40, width=60)
    for first, second in ((old, new), (new, old)):
        anchors = [anchored(first, " ".join(PAPER[at : at + 6])) for at in range(10, 40, 6)]
        for anchor, found in zip(anchors, reanchored(anchors, first, NEW, second), strict=True):
            assert (found.state, said(found)) == ("same", said(anchor))


def test_page_put_into_the_middle_of_a_passage_parts_it() -> None:
    old = laid_out(PAPER, lines=20)
    page = next(page for page in old if page.number == 3)
    passage = [Span(page.number, len(page.text) - 60, len(page.text)), Span(PageNo(4), 0, 80)]
    extra = set_page(f"Tussenblad. {' '.join(sentences(25, 600))} Einde van het blad", 4)
    new = [*old[:3], extra, *(replace(each, number=PageNo(each.number + 1)) for each in old[3:])]
    (found,) = reanchored([describe(OLD, old, passage)], old, NEW, new)
    assert [piece.page for piece in found.pieces] == [3, 5]
    assert found.state == "same"


def test_many_are_found_in_the_order_in_which_they_were_asked() -> None:
    old, new = laid_out(PAPER), laid_out(PAPER[::-1])
    order = list(range(90))
    random.Random(3).shuffle(order)
    found = reanchored([anchored(old, PAPER[at]) for at in order], old, NEW, new)
    assert [said(each) for each in found] == [PAPER[at] for at in order]


def test_area_goes_with_the_text_around_it() -> None:
    old = laid_out(PAPER)
    box = Rect(50.0, 200.0, 300.0, 260.0)
    new = [set_page("Kaft", 1), *(set_page("Nieuwe regel vooraf.\n\n" + page.text, page.number + 1) for page in old)]
    (found,) = reanchored([describe_area(OLD, old, PageNo(2), box)], old, NEW, new)
    assert found.pieces[0].page == 3
    assert found.pieces[0].boxes == (Rect(50.0, 228.0, 300.0, 288.0),)
    assert found.state == "same"


def test_bookmark_goes_with_the_line_it_stands_at() -> None:
    old = laid_out(PAPER)
    new = [set_page("Nieuwe regel vooraf.\n" + page.text, page.number) for page in old]
    (found,) = reanchored([describe_area(OLD, old, PageNo(2), Rect(0.0, 100.0, 0.0, 100.0))], old, NEW, new)
    assert (found.pieces[0].page, found.pieces[0].boxes) == (2, (Rect(0.0, 114.0, 0.0, 114.0),))


def test_area_whose_text_is_gone_is_gone() -> None:
    old = laid_out(PAPER)
    anchor = describe_area(OLD, old, PageNo(2), Rect(50.0, 200.0, 300.0, 260.0))
    (found,) = reanchored([anchor], old, NEW, laid_out(sentences(90, 400)))
    assert (found.state, found.pieces, found.quote) == ("gone", (), anchor.quote)


@pytest.mark.parametrize(("pages", "state"), [(3, "same"), (4, "gone")])
def test_area_on_a_bare_page_stays_only_in_a_file_of_as_many_pages(pages: int, state: str) -> None:
    old = [set_page("", number) for number in (1, 2, 3)]
    new = [set_page("", number) for number in range(1, pages + 1)]
    (found,) = reanchored([describe_area(OLD, old, PageNo(2), Rect(1, 2, 3, 4))], old, NEW, new)
    assert found.state == state


def test_quote_from_elsewhere_is_found_as_if_it_was_made_here() -> None:
    pages = laid_out(PAPER)
    made = anchored(pages, WORDS)
    assert made.quote is not None
    assert find_quote(OLD, pages, made.quote) == made
    assert find_quote(OLD, pages, replace(made.quote, exact=WORDS.upper())) == made
    assert find_quote(OLD, pages, Quote("wat nergens in dit artikel te lezen is")) is None


def test_page_decides_between_twins_and_nothing_else_does() -> None:
    pages = [set_page(f"{' '.join(sentences(4, at * 10))}\nZie de bijlage.", at) for at in (1, 2, 3)]
    assert find_quote(OLD, pages, Quote("Zie de bijlage.")) is None
    found = find_quote(OLD, pages, Quote("Zie de bijlage."), PageNo(2))
    assert found is not None
    assert found.page == 2


@given(st.data())
def test_in_the_same_text_every_anchor_is_the_same(data: st.DataObject) -> None:
    pages = laid_out(sentences(40), width=data.draw(st.integers(30, 80)), lines=25)
    page = data.draw(st.sampled_from(pages))
    start = data.draw(st.integers(0, max(0, len(page.text) - 1)))
    anchor = describe(OLD, pages, [Span(page.number, start, data.draw(st.integers(start, len(page.text))))])
    if anchor.pieces and letters_in(said(anchor)):
        assert reanchored([anchor], pages, NEW, pages) == [replace(anchor, file=NEW, state="same")]


@given(st.data())
def test_no_anchor_is_put_on_another_sentence(data: st.DataObject) -> None:
    """Sentences are told apart by their number: what is found must be of the one that was marked."""
    numbers = data.draw(st.lists(st.integers(0, 59), unique=True, min_size=5, max_size=60))
    old, pool = laid_out(sentences(60)), sentences(60)
    new = laid_out([pool[at] for at in numbers], width=data.draw(st.integers(30, 80)), hyphens=True)
    chosen = data.draw(st.lists(st.integers(0, 59), min_size=1, max_size=8))
    for at, found in zip(chosen, reanchored([anchored(old, pool[at]) for at in chosen], old, NEW, new), strict=True):
        if found.pieces:
            assert at in numbers
            assert f"punt {at} dat" in said(found)


def test_real_pdfs_whose_pages_were_set_again(tmp_path: Path) -> None:
    """Write a PDF, and one with other lines, a page more and another cover, and read both as any file is read."""
    first, second = tmp_path / "old.pdf", tmp_path / "new.pdf"
    body = sentences(60)
    write_pdf(first, ["Bundel 2013"], body, width=300)
    write_pdf(
        second, ["Bundel 2014", " ".join(sentences(8, 700))], [*body[:30], *sentences(5, 800), *body[30:]], width=430
    )
    workers = DocumentWorkers(processes=1)
    try:
        old, new = (workers.extract(each, each.name).result().pages for each in (first, second))
    finally:
        workers.close()
    anchors = [anchored(old, sentence) for sentence in body[3::7]]
    found = reanchored(anchors, old, NEW, new)
    assert [said(each) for each in found] == body[3::7]
    assert {each.state for each in found} == {"same"}
    for each in found:
        piece = each.pieces[0]
        words = [word for word in new[piece.page - 1].words() if piece.start <= word.start < piece.end]
        assert len(piece.boxes) == new[piece.page - 1].text[piece.start : piece.end].count("\n") + 1
        assert all(
            any(box.x0 <= word.box.x0 + 0.01 and word.box.y1 <= box.y1 + 0.01 for box in piece.boxes) for word in words
        )


def write_pdf(path: Path, covers: Sequence[str], body: Sequence[str], *, width: float) -> None:
    document = pymupdf.open()
    for cover in covers:
        document.new_page().insert_textbox((60, 60, 500, 700), cover, fontsize=14)
    for at in range(0, len(body), 15):
        document.new_page().insert_textbox((60, 60, 60 + width, 800), "\n".join(body[at : at + 15]), fontsize=10)
    document.save(path)
    document.close()
