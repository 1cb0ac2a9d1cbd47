"""Describing a place in a file so that it can be found again: in words, in offsets and in boxes."""

from collections.abc import Sequence

from kennisbank.documents.file_text import FileText
from kennisbank.documents.letters import Span, letters_in
from kennisbank.documents.line_boxes import covered, distance, line_boxes, rounded
from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.document import PageText, Rect, Word
from kennisbank.domain.ids import FileHash, PageNo

CONTEXT = 64
"""Characters of context on either side of a quote, at most."""
_RAW_CONTEXT = 3 * CONTEXT
"""Raw characters in which they are looked for: cleaning makes a text shorter."""
_ONE_LINE = 1.0
"""Points by which words of one line may differ in height."""
_FEW_WORDS = 3
"""Words that may stand between two that lie in a box and belong to them all the same."""


def describe(file: FileHash, pages: Sequence[PageText], spans: Sequence[Span]) -> Anchor:
    """Return the anchor of a passage: `spans` in reading order, `pages` all pages of the file in order.

    Spans shrink to the words that they touch, and leave out running heads and feet where the passage goes on over the
    page. One without words is left out, so the anchor may have no pieces.
    """
    return described(FileText(file, pages), spans)


def described(text: FileText, spans: Sequence[Span]) -> Anchor:
    """Return what `describe` returns, for several passages of one file."""
    shrunk = [span for each in _without_heads(text, spans) if (span := _shrunk(text, each)) is not None]
    if not shrunk:
        return Anchor(text.file, ())
    pieces = tuple(
        Piece(span.page, span.start, span.end, line_boxes(text.words_in(span), text.by_number[span.page].text))
        for span in shrunk
    )
    first, last = shrunk[0], shrunk[-1]
    quote = Quote(text.text_of(shrunk), _before(text, first.page, first.start), _behind(text, last.page, last.end))
    return Anchor(text.file, pieces, quote)


def describe_area(file: FileHash, pages: Sequence[PageText], page: PageNo, box: Rect) -> Anchor:
    """Return the anchor of a part of a page: its box, the words in it, and those before and behind it.

    A box without height or width is a spot: a bookmark, a note. On a page without words the anchor has no quote.
    """
    return area_described(FileText(file, pages), page, (box,))


def area_described(text: FileText, page: PageNo, boxes: Sequence[Rect]) -> Anchor:
    """Return the anchor of `boxes` on a page, which are kept as they are."""
    kept = tuple(rounded(box) for box in boxes)
    words = text.words(page) if page in text.by_number else ()
    if not words or not boxes:
        return Anchor(text.file, (Piece(page, 0, 0, kept),))
    span = _run(words, covered(words, boxes))
    if span is None:
        at = _place(words, boxes[0], text.by_number[page])
        span = (at, at)
    start, end = span
    quote = Quote(
        text.text_of([Span(page, start, end)]) if start < end else "",
        _before(text, page, start),
        _behind(text, page, end),
    )
    return Anchor(text.file, (Piece(page, start, start, kept),), quote)


def spans_under(page: PageText, boxes: Sequence[Rect]) -> Span | None:
    """Return the span of the words whose centre lies in `boxes` (as in `Word.box`); None if there are none.

    Where other words stand between them in reading order, it is the longest row of those that belong together.
    """
    words = page.words()
    run = _run(words, covered(words, boxes))
    return Span(page.number, *run) if run is not None else None


def describe_boxes(file: FileHash, pages: Sequence[PageText], page: PageNo, boxes: Sequence[Rect]) -> Anchor:
    """Return the anchor of what somebody marked with boxes alone: the words under them if there are any.

    The boxes are kept as they are given; without words under them it is the anchor of an area.
    """
    return boxes_described(FileText(file, pages), page, boxes)


def boxes_described(text: FileText, page: PageNo, boxes: Sequence[Rect]) -> Anchor:
    """Return what `describe_boxes` returns, for many of one file."""
    words = text.words(page) if page in text.by_number else ()
    run = _run(words, covered(words, boxes))
    if run is None:
        return area_described(text, page, boxes)
    found = described(text, [Span(page, *run)])
    if not found.pieces:
        return area_described(text, page, boxes)
    first = found.pieces[0]
    return Anchor(text.file, (Piece(page, first.start, first.end, tuple(map(rounded, boxes))),), found.quote)


def _shrunk(text: FileText, span: Span) -> Span | None:
    """Return a span without white space at its ends, None if it touches no word."""
    if span.page not in text.by_number:
        return None
    words = text.words_in(span)
    if not words:
        return None
    start, end = max(span.start, words[0].start), min(span.end, words[-1].end)
    return Span(span.page, start, end)


def _without_heads(text: FileText, spans: Sequence[Span]) -> list[Span]:
    """Return the spans without the running feet and heads between them, as far as something else is left."""
    if len(spans) < 2:
        return list(spans)
    last = len(spans) - 1
    return [
        _trimmed(text, span, at_start=index > 0, at_end=index < last)
        for index, span in enumerate(spans)
        if span.page in text.by_number
    ]


def _trimmed(text: FileText, span: Span, *, at_start: bool, at_end: bool) -> Span:
    raw = text.by_number[span.page].text
    start, end = span.start, span.end
    for head_start, head_end in text.heads.get(span.page, ()):
        if at_start and start < head_end and not raw[start:head_start].strip():
            start = head_end
    for head_start, head_end in reversed(text.heads.get(span.page, ())):
        if at_end and head_start < end and not raw[head_end:end].strip():
            end = head_start
    return Span(span.page, start, end) if raw[start:end].strip() else span


def _before(text: FileText, page: PageNo, start: int) -> str:
    """Return what is read just before a place, over page borders too: whole words, `CONTEXT` characters at most."""
    index = text.index[page]
    raw = text.bare(index)[:start]
    while index > 0 and len(letters_in(raw)) < CONTEXT:
        index -= 1
        raw = f"{text.bare(index)}\n{raw}"
    read = text.readable(raw[-_RAW_CONTEXT:])
    return read if len(read) <= CONTEXT else read[-CONTEXT - 1 :].partition(" ")[2] or read[-CONTEXT:]


def _behind(text: FileText, page: PageNo, end: int) -> str:
    """Return what is read just behind a place, as `_before`."""
    index = text.index[page]
    raw = text.bare(index)[end:]
    while index < len(text.pages) - 1 and len(letters_in(raw)) < CONTEXT:
        index += 1
        raw = f"{raw}\n{text.bare(index)}"
    read = text.readable(raw[:_RAW_CONTEXT])
    return read if len(read) <= CONTEXT else read[: CONTEXT + 1].rpartition(" ")[0] or read[:CONTEXT]


def _run(words: Sequence[Word], chosen: Sequence[Word]) -> tuple[int, int] | None:
    """Return start and end of the longest row of chosen words with only a few others between them."""
    if not chosen:
        return None
    numbers = {word.start: number for number, word in enumerate(words)}
    runs: list[list[Word]] = []
    for word in chosen:
        if runs and numbers[word.start] - numbers[runs[-1][-1].start] <= _FEW_WORDS + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    longest = max(runs, key=len)
    return longest[0].start, longest[-1].end


def _place(words: Sequence[Word], box: Rect, page: PageText) -> int:
    """Return where a box without words stands in the text of its page, next to the word nearest to it."""
    if box.x0 == box.x1:
        box = Rect(0.0, box.y0, page.width, box.y1)
    apart = [distance(word.box, box) for word in words]
    nearest = [word for word, gap in zip(words, apart, strict=True) if gap <= min(apart) + _ONE_LINE]
    is_behind = nearest[0].box.y0 + nearest[0].box.y1 < box.y0 + box.y1
    return nearest[-1].end if is_behind else nearest[0].start
