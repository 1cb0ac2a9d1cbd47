"""Running heads and feet, and page numbers: lines that return at the top or bottom of many pages, apart from digits.

They belong to no passage: they would make every page a hit for the title of the book, and cut sentences in two. Only
what stands at the very edge of a page counts, line after line inwards, and only if it returns on most pages, or on a
row of them; numbers in it must stand still or run along with the pages, so that ``Table 3`` is no head.

A text file has no pages of its own. Where it keeps form feeds, these part it; else only short lines that stand by
themselves, return with a page number, and whose numbers rise, are known for what they are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from kennisbank.documents.edits import Span
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import PageNo

_EDGE_LINES = 6
"""Lines from the top and from the bottom of a page that are looked at."""
_EDGE_CHARACTERS = 700
_LONGEST = 200
_LEAST_PAGES = 3
_MOST_SHEETS, _LEAST_COUNTING = 0.6, 0.1
"""Part of all pages with a line from which on it runs along with them: one without the number of the page, one with."""
_ONE_WORD = re.compile(r"(?!p|pg|pag|pagina|page|blz|bladzijde)[^\W\d_]+\.? #")
"""A caption (``Table 3``), by chance on a page of that number, or a heading."""
_MOST_A_SHEET = 1.3
_MOST_OF_TEXT = 0.6
"""Part of a document that can be heads and feet; more is its text."""
_LEAST_APART = 600
"""Characters between two page numbers of a text file: less is a list."""
_LEAST_IN_PART, _LEAST_DENSITY = 4, 0.4
"""Pages with the head of a chapter at least, and their part of the pages from the first to the last."""
_DIGITS = str.maketrans("0123456789", "##########")
_NUMBER = re.compile(r"(?<!\S)[|(\[\u2013\u2014-]*(\d{1,4})[|)\].,\u2013\u2014-]*(?!\S)")
"""The number of a page stands by itself, as neither the quarter in ``Q3`` nor the volume in ``8(83)`` does."""
_SHEET = attrgetter("sheet")
_LETTER = re.compile(r"[^\W\d_]")
_OWN_LINE = re.compile(r"(?:(?<=\n\n)|(?<=\f))[^\S\n\f]*(?P<line>\S[^\n\f]{0,90}\S|\d)[^\S\n\f]*(?=\n[^\S\n]*\n|\f|\Z)")
_NUMBERED = re.compile(r"(?:^|[|\s])\d{1,4}$|^\d{1,4}(?:$|[|\s])")


class _Line(NamedTuple):
    """A line at the edge of a sheet, which is a page as printed; its key is what returns on others."""

    page: PageText
    span: Span
    sheet: int
    side: str
    key: str

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers that stand by themselves in the line."""
        return tuple(map(int, _NUMBER.findall(self.page.text, *self.span)))


class _Edge(NamedTuple):
    """The lines at the top of a sheet, or those at the bottom from below."""

    page: PageText
    sheet: int
    side: str
    spans: list[Span]

    def line(self, depth: int) -> _Line:
        """Return the line with `depth` lines outside it."""
        span = self.spans[depth]
        return _Line(self.page, span, self.sheet, self.side, _key(self.page.text[slice(*span)]))


def running_lines(pages: Sequence[PageText]) -> Mapping[PageNo, tuple[Span, ...]]:
    """Return where running heads and feet stand on each page that has them, ascending."""
    if not pages:
        return {}
    if pages[0].first_line is None:
        edges = [edge for sheet, page in enumerate(pages) for edge in _edges(page, 0, len(page.text), sheet)]
        found = list(_returning(edges))
    elif any("\f" in page.text for page in pages):
        found = list(_returning(list(_parted_edges(pages))))
    else:
        found = list(_numbered_lines(pages))
    if sum(end - start for _, (start, end) in found) > _MOST_OF_TEXT * sum(len(page.text) for page in pages):
        return {}
    spans: defaultdict[PageNo, set[Span]] = defaultdict(set)
    for page, span in found:
        spans[page].add(span)
    return {page: tuple(sorted(each)) for page, each in spans.items()}


def _edges(page: PageText, start: int, end: int, sheet: int) -> Iterator[_Edge]:
    """Yield the lines at the top, and those at the bottom from below, of one printed page."""
    text = page.text
    top = _lines(text, start, min(end, start + _EDGE_CHARACTERS))[:_EDGE_LINES]
    bottom = _lines(text, max(start, end - _EDGE_CHARACTERS), end)[: -_EDGE_LINES - 1 : -1]
    yield _Edge(page, sheet, "top", top)
    yield _Edge(page, sheet, "bottom", bottom)


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Return the lines of ``text[start:end]`` that aren't blank."""
    found: list[Span] = []
    for line in text[start:end].split("\n"):
        if line and not line.isspace():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _key(line: str) -> str:
    """Return what a line and the same line on other pages have in common: all but its digits, white space, capitals."""
    key = " ".join(line.translate(_DIGITS).lower().split())
    while "##" in key:
        key = key.replace("##", "#")
    return key


def _parted_edges(pages: Sequence[PageText]) -> Iterator[_Edge]:
    """Yield the edges of the pages that form feeds part."""
    sheet = 0
    for page in pages:
        start = 0
        for part in page.text.split("\f"):
            yield from _edges(page, start, start + len(part), sheet)
            start += len(part) + 1
            sheet += 1
        sheet -= 1


def _returning(edges: Sequence[_Edge]) -> Iterator[tuple[PageNo, Span]]:
    """Yield the lines of each edge, from the outermost inwards, as long as they are lines that return.

    Line by line, since most edges have nothing that returns: their further lines are never looked at.
    """
    groups: defaultdict[tuple[str, str], list[_Line]] = defaultdict(list)
    running: set[tuple[PageNo, Span]] = set()
    alive = edges
    for depth in range(_EDGE_LINES):
        alive = [edge for edge in alive if len(edge.spans) > depth]
        for edge in alive:
            line = edge.line(depth)
            groups[line.side, line.key].append(line)
        running = {(line.page.number, line.span) for line in _running(list(groups.values()), len(edges) // 2)}
        alive = [edge for edge in alive if (edge.page.number, edge.spans[depth]) in running]
    for edge in edges:
        yield from takewhile(running.__contains__, ((edge.page.number, span) for span in edge.spans))


def _running(groups: Sequence[Sequence[_Line]], sheet_count: int) -> Iterator[_Line]:
    """Yield the lines that run along with the sheets, of groups of lines that say the same."""
    counting: list[Sequence[_Line]] = []
    for lines in groups:
        key = lines[0].key
        if len(lines) < _LEAST_PAGES or len(key) >= _LONGEST:
            continue
        if "#" in key and not _say_the_same(lines):
            if not _ONE_WORD.fullmatch(key):
                counting.append(lines)
        elif _LETTER.search(key):
            yield from _standing(_once_a_sheet(lines), sheet_count)
    yield from _counting(counting, sheet_count)


def _say_the_same(lines: Sequence[_Line]) -> bool:
    """Tell whether the lines are the same in their digits too."""
    return len({line.page.text[slice(*line.span)].strip() for line in lines}) == 1


def _standing(lines: Sequence[_Line], sheet_count: int) -> Sequence[_Line]:
    """Return the lines without the number of a page that are on most sheets, or all but the first of a row of sheets.

    A line that returns on a part of the sheets may be the title of some slides or the head of a table: it stays once.
    """
    if len(lines) >= max(_LEAST_PAGES, _MOST_SHEETS * sheet_count):
        return lines
    covered = lines[-1].sheet - lines[0].sheet + 1 if lines else 0
    return lines[1:] if len(lines) >= max(_LEAST_IN_PART, _LEAST_DENSITY * covered) else ()


def _counting(groups: Sequence[Sequence[_Line]], sheet_count: int) -> Iterator[_Line]:
    """Yield the lines with the number of their page: the one that most lines agree on, counted from the first sheet."""
    offsets = Counter(number - line.sheet for lines in groups for line in lines for number in set(line.numbers()))
    offset = offsets.most_common(1)[0][0] if offsets else 0
    for lines in groups:
        numbered = _once_a_sheet([line for line in lines if line.sheet + offset in line.numbers()])
        least = max(_LEAST_PAGES, _LEAST_COUNTING * sheet_count, _MOST_SHEETS * len({line.sheet for line in lines}))
        if len(numbered) >= least:
            yield from numbered


def _once_a_sheet(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Return the outermost of the lines of each sheet; none if many sheets have several: they are a table's."""
    outermost = {line.sheet: line for line in reversed(lines)}
    return sorted(outermost.values(), key=_SHEET) if len(lines) <= _MOST_A_SHEET * len(outermost) else ()


def _numbered_lines(pages: Sequence[PageText]) -> Iterator[tuple[PageNo, Span]]:
    """Yield the lines of a text file that return with a page number that rises."""
    groups: defaultdict[str, list[tuple[int, PageNo, Span, int]]] = defaultdict(list)
    before = 0
    for page in pages:
        for match in _OWN_LINE.finditer(page.text):
            seen = match["line"]
            if not _NUMBERED.search(seen):
                continue
            numbers = _NUMBER.findall(seen)
            key = _key(seen)
            number = int(numbers[0] if seen[0].isdigit() else numbers[-1])
            groups[key].append((number, page.number, match.span("line"), before + match.start()))
        before += len(page.text)
    for key, lines in groups.items():
        apart = [second[3] - first[3] for first, second in pairwise(lines)]
        if len(lines) < _LEAST_PAGES or min(apart) < _LEAST_APART or _ONE_WORD.fullmatch(key):
            continue
        if _rises([line[0] for line in lines], with_letters=_LETTER.search(key) is not None):
            yield from ((page, span) for _, page, span, _ in lines)


def _rises(numbers: Sequence[int], *, with_letters: bool) -> bool:
    """Tell whether these are the numbers of pages: each higher than the last, with few and small gaps."""
    steps = [after - before for before, after in pairwise(numbers)]
    widest, least = (4, 0.6) if with_letters else (2, 0.8)
    return min(steps) > 0 and sum(step <= widest for step in steps) >= least * len(steps)
