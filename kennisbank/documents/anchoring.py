"""Anchors: where a passage stands in a file, in words, offsets and boxes; and where it stands in another version."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.document import PageText, Rect, Word
from kennisbank.domain.ids import FileHash, PageNo

CONTEXT = 64
"""Characters of context on either side of a quote."""


class Span(NamedTuple):
    """``text[start:end]`` of the raw text of a page."""

    page: PageNo
    start: int
    end: int


def describe(file: FileHash, pages: Sequence[PageText], spans: Sequence[Span]) -> Anchor:
    """Return the anchor of a passage: `spans` in reading order, `pages` all pages of the file in order.

    Spans shrink to the words that they touch; one without words is left out, so the anchor may have no pieces.
    """
    by_number = {page.number: page for page in pages}
    pieces = []
    for span in spans:
        page = by_number.get(span.page)
        if page is None:
            continue
        words = [word for word in page.words() if word.start < span.end and word.end > span.start]
        if words:
            start, end = max(span.start, words[0].start), min(span.end, words[-1].end)
            pieces.append(Piece(span.page, start, end, line_boxes(words)))
    if not pieces:
        return Anchor(file, (), None)
    first, last = by_number[pieces[0].page].text, by_number[pieces[-1].page].text
    quote = Quote(
        exact=_plain(" ".join(by_number[each.page].text[each.start : each.end] for each in pieces)),
        prefix=_plain(first[max(0, pieces[0].start - CONTEXT) : pieces[0].start]),
        suffix=_plain(last[pieces[-1].end : pieces[-1].end + CONTEXT]),
    )
    return Anchor(file, tuple(pieces), quote)


def describe_area(file: FileHash, pages: Sequence[PageText], page: PageNo, box: Rect) -> Anchor:
    """Return the anchor of a part of a page: its box, and the words in it or beside it."""
    rounded = Rect(*(round(side, 3) for side in (box.x0, box.y0, box.x1, box.y1)))
    return Anchor(file, (Piece(page, 0, 0, (rounded,)),), None)


def reanchored(
    anchors: Sequence[Anchor], before: Sequence[PageText], file: FileHash, pages: Sequence[PageText]
) -> list[Anchor]:
    """Return where each of `anchors` stands in `file`, whose pages are `pages`; `before` are those of the old file."""
    found = []
    for anchor in anchors:
        place = _exact(anchor, file, pages)
        found.append(place or Anchor(file, (), anchor.quote, "gone", 0.0))
    return found


def _exact(anchor: Anchor, file: FileHash, pages: Sequence[PageText]) -> Anchor | None:
    if anchor.quote is None:
        return None
    for page in pages:
        at = page.text.find(anchor.quote.exact)
        if at >= 0:
            found = describe(file, pages, [Span(page.number, at, at + len(anchor.quote.exact))])
            return replace(found, state="moved")
    return None


def line_boxes(words: Sequence[Word]) -> tuple[Rect, ...]:
    """Return one box for each line that the words, in reading order, stand on."""
    boxes: list[Rect] = []
    for word in words:
        box = word.box
        if boxes and min(boxes[-1].y1, box.y1) - max(boxes[-1].y0, box.y0) > (box.y1 - box.y0) / 2:
            boxes[-1] |= box
        else:
            boxes.append(box)
    return tuple(Rect(*(round(side, 3) for side in (each.x0, each.y0, each.x1, each.y1))) for each in boxes)


def _plain(text: str) -> str:
    return " ".join(text.split())
