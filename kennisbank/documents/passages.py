"""Pages → passages: pieces the size of a paragraph, that are searched, shown and quoted.

A passage stays on its page, overlaps no other, and begins and ends where a paragraph does if it can: short paragraphs
are taken together, long ones parted between sentences. Texts with a blank line after nearly every line (saved from
spreads) have no paragraphs to go by; there the ends of sentences decide.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kennisbank.documents.cleaning import clean
from kennisbank.documents.edits import Span, edited
from kennisbank.documents.language import language_of
from kennisbank.documents.repeats import repeated
from kennisbank.documents.sheets import Sheet, prepared
from kennisbank.documents.vocabulary import Vocabulary
from kennisbank.domain.document import CoverSpan, PageText
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import CoverSheet, Passage

SHORT, LONG, LONGEST = 400, 1200, 1600
"""Characters: what is shorter is taken together with the next, what is longer is parted; never beyond the last."""
MAX_LINES = 120

_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_BETWEEN_SENTENCES = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Þ])")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010\u00ad]\s*$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """``sheet.text[start:end]``: a paragraph, or a part of one that is too long, in a `piece` without cover sheets."""

    sheet: Sheet
    piece: int
    start: int
    end: int


def passages(
    document_pages: Iterable[PageText], cover: Iterable[CoverSpan], *, vocabulary: Vocabulary, file: FileHash
) -> tuple[Passage, ...]:
    """Return the passages of all pages in reading order, without what belongs to a cover sheet or runs along."""
    covered: defaultdict[PageNo, list[Span]] = defaultdict(list)
    for span in cover:
        covered[span.page].append((span.start, span.end))
    sheets = prepared(tuple(document_pages), vocabulary)
    paragraphs = [
        _Paragraph(sheet, piece, start, end)
        for sheet in sheets
        for piece, start, end in _uncovered_paragraphs(sheet.text, sorted(covered[sheet.page.number]))
    ]
    holders = repeated([each.sheet.text[each.start : each.end] for each in paragraphs])
    found: list[Passage] = []
    places: dict[int, int] = {}
    for group in _gathered(paragraphs, holders.keys()):
        passage = _passage(paragraphs[group[0]], paragraphs[group[-1]].end, file)
        if passage.text:
            places.update(dict.fromkeys(group, len(found)))
            found.append(passage)
    for index, holder in holders.items():
        if index in places and holder in places:
            found[places[index]] = replace(found[places[index]], repeats=places[holder])
    return tuple(found)


def cover_sheets(
    document_pages: Iterable[PageText], cover: Iterable[CoverSpan], *, file: FileHash
) -> tuple[CoverSheet, ...]:
    """Return the cover sheet of each span, as text to show."""
    by_number = {page.number: page for page in document_pages}
    sheets = []
    for span in cover:
        page = by_number.get(span.page)
        if page is None:
            continue
        start, end = _trim(page.text, span.start, span.end)
        if start < end:
            text = clean(page.text[start:end], vocabulary=frozenset()).text
            sheets.append(CoverSheet(file, page.number, text, page.lines_of(start, end)))
    return tuple(sheets)


def _passage(first: "_Paragraph", end: int, file: FileHash) -> Passage:
    sheet, start = first.sheet, first.start
    page = sheet.page
    made = edited(sheet.text, start, end, sheet.edits_within(start, end))
    return Passage(
        file=file,
        page=page.number,
        start=start,
        end=end,
        text=made.text,
        origins=made.origins,
        lines=page.lines_of(start, end),
        language=language_of(made.text),
        is_read_by_machine=page.is_read_by_machine,
    )


def _uncovered_paragraphs(text: str, covered: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Yield the paragraphs of a page that cover sheets don't hold, each with the number of its piece of the page."""
    done = 0
    for piece, (start, end) in enumerate([*covered, (len(text), len(text))]):
        yield from ((piece, *span) for span in _paragraphs(text, done, max(done, start)))
        done = max(done, end)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of a piece of a page, those that are too long in parts."""
    position = start
    for gap in _GAP.finditer(text, start, end):
        yield from _parts(text, position, gap.start())
        position = gap.end()
    yield from _parts(text, position, end)


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trim(text, start, end)
    while start < end and (end - start > LONG or text.count("\n", start, end) >= MAX_LINES):
        cut = _cut(text, start, min(end, start + LONG, _after_lines(text, start, end)))
        yield _trim(text, start, cut)
        start, end = _trim(text, cut, end)
    if start < end:
        yield start, end


def _after_lines(text: str, start: int, end: int) -> int:
    """Return the offset behind the `MAX_LINES`-th line from `start`, at most `end`."""
    position = start
    for _ in range(MAX_LINES):
        found = text.find("\n", position, end)
        if found < 0:
            return end
        position = found + 1
    return position


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to part a long paragraph: after the last sentence before `limit`, else between two words."""
    earliest = start + min(SHORT, (limit - start) // 2)
    for pattern in (_BETWEEN_SENTENCES, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, earliest, limit)]
        unbroken = [end for end in ends if not _BROKEN_WORD.search(text, max(start, end - 8), end)]
        if unbroken:
            return unbroken[-1]
    return limit


def _gathered(paragraphs: Sequence["_Paragraph"], alone: Container[int]) -> Iterator[range]:
    """Yield ranges of paragraphs of one page, short ones taken together with those that follow, those `alone` apart."""
    first = 0
    for index in range(1, len(paragraphs) + 1):
        if index == len(paragraphs) or index in alone or index - 1 in alone or _parts_from(paragraphs, first, index):
            yield range(first, index)
            first = index


def _parts_from(paragraphs: Sequence["_Paragraph"], first: int, index: int) -> bool:
    """Tell whether a passage ends before paragraph `index`."""
    start, held, following = paragraphs[first], paragraphs[index - 1], paragraphs[index]
    if held.sheet is not following.sheet or held.piece != following.piece:
        return True
    return _is_full(held.sheet.text, (start.start, held.end), (following.start, following.end))


def _is_full(text: str, held: Span, following: Span) -> bool:
    """Tell whether what is held is a passage of its own, seeing what comes next."""
    start, end = held
    together = following[1] - start
    if together > LONGEST or text.count("\n", start, following[1]) >= MAX_LINES:
        return True
    if _BROKEN_WORD.search(text, max(start, end - 8), end) and text[following[0]].islower():
        return False
    if together > LONG:
        return True
    return end - start >= SHORT and _SENTENCE_END.search(text, max(start, end - 8), end) is not None


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
