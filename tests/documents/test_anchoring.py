"""An anchor says what was chosen, as one reads it, where it is, and what stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.anchoring import (
    Span,
    describe,
    describe_area,
    describe_boxes,
    line_boxes,
    spans_under,
)
from kennisbank.documents.letters import file_letters, letters_in, letters_of
from kennisbank.domain.document import Rect, Word
from kennisbank.domain.ids import FileHash, PageNo
from tests.documents.versions import laid_out, sentences, set_page

FILE = FileHash("a" * 64)


def words(*boxes: tuple[float, float, float, float], length: int = 5) -> list[Word]:
    """Return words with these boxes, each `length` letters and a blank."""
    return [Word(at * (length + 1), at * (length + 1) + length, Rect(*box)) for at, box in enumerate(boxes)]


def test_letters_are_the_same_however_they_are_set() -> None:
    assert letters_in("De ﬁnan-\nciële “co\u00adördinatie”") == letters_in('DE FINANCIËLE "COÖRDINATIE"')


def test_every_letter_leads_back_to_the_character_it_comes_from() -> None:
    letters, origins = letters_of("a ﬁ-\nb½")
    assert letters == "afib1/2"
    assert list(origins) == [0, 2, 2, 5, 6, 6, 6]


def test_running_heads_stand_behind_the_letters_of_all_pages() -> None:
    made = sentences(8)
    pages = [
        set_page(f"Jaarboek van het archief {number}\n\n{one}\n{two}", number)
        for number, one, two in zip(range(1, 5), made[::2], made[1::2], strict=True)
    ]
    letters = file_letters(pages)
    assert letters.text[: letters.body] == letters_in("".join(made))
    at = letters.text.index(letters_in(made[3]))
    (span,) = letters.spans(at, at + len(letters_in(made[3])))
    assert pages[1].text[span.start : span.end] == made[3]


def test_quote_is_as_one_reads_it() -> None:
    page = set_page("Over de netwerk-\nsamenleving   en de ﬁnanciën,\nniet over de rest.", 1)
    anchor = describe(FILE, [page], [Span(PageNo(1), 5, page.text.index(","))])
    assert anchor.quote is not None
    assert anchor.quote.exact == "de netwerksamenleving en de financiën"
    assert (anchor.quote.prefix, anchor.quote.suffix) == ("Over", ", niet over de rest.")
    assert anchor.state == "original"


def test_context_goes_on_over_the_page_and_has_whole_words() -> None:
    pages = laid_out(sentences(60), lines=30)
    start = pages[1].text.index(" ")
    anchor = describe(FILE, pages, [Span(PageNo(2), 0, start)])
    assert anchor.quote is not None
    before = " ".join(pages[0].text.split())
    assert before.endswith(anchor.quote.prefix)
    assert before[: -len(anchor.quote.prefix)].endswith(" ")
    assert 50 < len(anchor.quote.prefix) <= 64


def test_passage_over_two_pages_has_a_piece_on_each_and_no_running_head() -> None:
    body = sentences(8)
    pages = [
        set_page(f"Jaarboek van het archief {number}\n\n{one}\n{two}", number)
        for number, one, two in zip(range(1, 5), body[::2], body[1::2], strict=True)
    ]
    anchor = describe(
        FILE,
        pages,
        [
            Span(PageNo(1), pages[0].text.index(body[1]), len(pages[0].text)),
            Span(PageNo(2), 0, pages[1].text.index(body[2]) + len(body[2])),
        ],
    )
    assert anchor.quote is not None
    assert anchor.quote.exact == f"{body[1]} {body[2]}"
    assert [piece.page for piece in anchor.pieces] == [1, 2]


def test_spans_without_words_give_no_pieces() -> None:
    page = set_page("een  twee", 1)
    assert describe(FILE, [page], [Span(PageNo(1), 3, 5), Span(PageNo(9), 0, 4)]).pieces == ()


@pytest.mark.parametrize(
    ("boxes", "lines"),
    [
        pytest.param([(10, 10, 40, 20), (44, 10, 80, 20), (10, 24, 40, 34)], 2, id="to the right"),
        pytest.param([(60, 10, 90, 20), (30, 10, 56, 20), (60, 24, 90, 34), (30, 24, 56, 34)], 2, id="to the left"),
        pytest.param([(10, 60, 20, 90), (10, 20, 20, 55), (24, 60, 34, 90), (24, 20, 34, 55)], 2, id="upwards"),
        pytest.param([(30, 10, 40, 50), (30, 54, 40, 90), (16, 10, 26, 50), (16, 54, 26, 90)], 2, id="downwards"),
        pytest.param([(10, 700, 40, 710), (300, 60, 340, 70)], 2, id="next column"),
        pytest.param([(10, 60, 40, 70), (300, 60, 340, 70)], 2, id="columns at one height"),
        pytest.param([(10, 10, 40, 20), (44, 4, 60, 12), (64, 10, 90, 20)], 2, id="superscript stands apart"),
    ],
)
def test_one_box_for_each_line_whichever_way_it_runs(
    boxes: list[tuple[float, float, float, float]], lines: int
) -> None:
    found = line_boxes(words(*boxes))
    assert len(found) >= lines
    assert all(
        any(box.x0 >= line.x0 and box.y0 >= line.y0 and box.x1 <= line.x1 and box.y1 <= line.y1 for line in found)
        for box in (Rect(*each) for each in boxes)
    )
    area = sum((line.x1 - line.x0) * (line.y1 - line.y0) for line in found)
    assert area <= 1.3 * sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)


def test_marked_words_are_those_whose_middle_is_under_the_boxes() -> None:
    page = set_page("een twee drie vier\nvijf zes zeven acht", 1)
    assert spans_under(page, [Rect(60, 58, 110, 72)]) == Span(PageNo(1), 4, 13)
    assert spans_under(page, [Rect(300, 300, 400, 400)]) is None


def test_boxes_from_elsewhere_are_kept_and_get_the_words_under_them() -> None:
    pages = laid_out(sentences(5))
    box = Rect(45.12345, 58.0, 160.0, 72.0)
    anchor = describe_boxes(FILE, pages, PageNo(1), [box])
    assert anchor.quote is not None
    assert anchor.quote.exact
    assert anchor.pieces[0].start < anchor.pieces[0].end
    assert anchor.pieces[0].boxes == (Rect(45.123, 58.0, 160.0, 72.0),)


def test_area_without_words_knows_what_stands_around_it() -> None:
    page = set_page("Boven de figuur.\n\n\n\n\n\nOnder de figuur.", 1)
    anchor = describe_area(FILE, [page], PageNo(1), Rect(50, 80, 300, 130))
    assert anchor.quote is not None
    assert (anchor.quote.prefix, anchor.quote.exact, anchor.quote.suffix) == (
        "Boven de figuur.",
        "",
        "Onder de figuur.",
    )


def test_bookmark_stands_before_the_line_at_its_height() -> None:
    page = set_page("Eerste regel.\nTweede regel.\nDerde regel.", 1)
    anchor = describe_area(FILE, [page], PageNo(1), Rect(0, 73, 0, 73))
    assert anchor.quote is not None
    assert (anchor.quote.prefix, anchor.quote.suffix) == ("Eerste regel.", "Tweede regel. Derde regel.")


def test_area_on_a_page_without_text_has_no_quote() -> None:
    anchor = describe_area(FILE, [set_page("", 1)], PageNo(1), Rect(1, 2, 3, 4))
    assert anchor.quote is None
    assert anchor.pieces[0].boxes == (Rect(1, 2, 3, 4),)


@given(st.data())
def test_quote_has_the_letters_that_were_chosen_and_no_others(data: st.DataObject) -> None:
    pages = laid_out(sentences(30), width=data.draw(st.integers(25, 80)), lines=25, hyphens=data.draw(st.booleans()))
    page = data.draw(st.sampled_from(pages))
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    anchor = describe(FILE, pages, [Span(page.number, start, end)])
    chosen = letters_in(page.text[start:end])
    assert (letters_in(anchor.quote.exact) if anchor.quote else "") == chosen
    assert all(page.text[piece.start : piece.end].strip() for piece in anchor.pieces)
