"""Pages → passages: pieces the size of a paragraph, that are searched, shown and quoted.

A passage stays on its page, overlaps no other, and begins and ends where a paragraph does if it can: short paragraphs
are taken together, long ones parted between sentences. Texts with a blank line after nearly every line (saved from
spreads) have no paragraphs to go by; there the ends of sentences decide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kennisbank.documents.cleaning import clean
from kennisbank.documents.language import language_of
from kennisbank.documents.vocabulary import Vocabulary
from kennisbank.domain.document import CoverSpan, PageText
from kennisbank.domain.ids import FileHash
from kennisbank.domain.passage import CoverSheet, Passage

SHORT, LONG, LONGEST = 400, 1200, 1600
"""Characters: what is shorter is taken together with the next, what is longer is parted; never beyond the last."""
MAX_LINES = 120

_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_BETWEEN_SENTENCES = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Þ])")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010\u00ad]\s*$")
_SPACE = re.compile(r"\s+")

Span = tuple[int, int]


def passages(
    document_pages: Iterable[PageText], cover: Iterable[CoverSpan], *, vocabulary: Vocabulary, file: FileHash
) -> tuple[Passage, ...]:
    """Return the passages of all pages in reading order, without what belongs to a cover sheet."""
    covered = tuple(cover)
    return tuple(
        passage
        for page in document_pages
        for start, end in _spans(page, [(span.start, span.end) for span in covered if span.page == page.number])
        if (passage := _passage(page, start, end, vocabulary, file)).text
    )


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


def _passage(page: PageText, start: int, end: int, vocabulary: Vocabulary, file: FileHash) -> Passage:
    cleaned = clean(page.text[start:end], vocabulary=vocabulary)
    origins = tuple((made, raw + start) for made, raw in cleaned.origins)
    lines = page.lines_of(start, end)
    return Passage(file, page.number, start, end, cleaned.text, origins, lines, language_of(cleaned.text))


def _spans(page: PageText, covered: Sequence[Span]) -> Iterator[Span]:
    """Yield where the passages of a page stand."""
    text, done = page.text, 0
    for start, end in [*sorted(covered), (len(text), len(text))]:
        yield from _gathered(text, list(_paragraphs(text, done, max(done, start))))
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


def _gathered(text: str, paragraphs: list[Span]) -> Iterator[Span]:
    """Yield paragraphs, short ones taken together with those that follow."""
    held: Span | None = None
    for start, end in paragraphs:
        if held is None:
            held = (start, end)
        elif _is_full(text, held, (start, end)):
            yield held
            held = (start, end)
        else:
            held = (held[0], end)
    if held is not None:
        yield held


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
