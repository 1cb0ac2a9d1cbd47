"""A passage: the piece of a contribution that is found, shown and quoted."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.domain.ids import ContributionId, FileHash, PageNo

_WITHIN = 4
"""Characters of raw text within a word that its cleaned text leaves out, at most: a hyphen and an empty line."""


@dataclass(frozen=True, slots=True)
class Passage:
    """``raw[start:end]`` of one page. A value that is computed, never stored with an id.

    `text` is the cleaned text that is searched. `origins` maps it back to the page: pairs (offset in `text`, offset in
    the raw page text), ascending, each valid until the next pair; between two pairs both run in step. Only letters that
    complete a broken word, whose rest stands elsewhere on the page, lead there, out of order.
    `lines` is the first and last source line (1-based), for plain-text files only. `repeats` is the index, among the
    passages of the same file, of the one whose text this only says again (a pull quote, a definition in the margin).
    `is_read_by_machine`: the page is a scan whose text was recognised. A reader's note is a passage too: `note` is then
    the id of the annotation, `text` what the reader wrote, and `marked` the spans of raw page text that it speaks of.
    """

    file: FileHash
    page: PageNo
    start: int
    end: int
    text: str
    origins: tuple[tuple[int, int], ...] = ((0, 0),)
    lines: tuple[int, int] | None = None
    language: str = ""
    repeats: int | None = None
    is_read_by_machine: bool = False
    note: str = ""
    marked: tuple[tuple[int, int], ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the raw page text from where ``text[start:end]`` begins to where it ends."""
        return self._raw(start), self._raw(max(start, end - 1)) + 1 if end > start else self._raw(start)

    def raw_pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans of the raw page text in which ``text[start:end]`` stands: see `raw_pieces`."""
        return raw_pieces([at for at, _ in self.origins], [raw for _, raw in self.origins], start, end)

    def _raw(self, offset: int) -> int:
        low, high = 0, len(self.origins)
        while high - low > 1:
            middle = (low + high) // 2
            if self.origins[middle][0] <= offset:
                low = middle
            else:
                high = middle
        clean, raw = self.origins[low]
        return raw + (offset - clean)


def raw_pieces(cleaned: Sequence[int], raw: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of raw text in which ``text[start:end]`` stands, in the order of the text.

    `cleaned` and `raw` are the two halves of `Passage.origins`. A hyphen with its line end, blanks between letters and
    the like belong to the word they stand in; where more lies between two pieces (a note, a running head, the rest of
    a column), that is left out.
    """
    if end <= start:
        return []
    found: list[tuple[int, int]] = []
    for at in range(bisect_right(cleaned, start) - 1, bisect_right(cleaned, end - 1)):
        after = cleaned[at + 1] if at + 1 < len(cleaned) else end
        first = raw[at] + max(start - cleaned[at], 0)
        last = raw[at] + min(end, after) - cleaned[at]
        if found and found[-1][0] <= first <= found[-1][1] + _WITHIN:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The sheet that an archive puts before a download: recognised, shown apart, never ranked."""

    file: FileHash
    page: PageNo
    text: str
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A contribution as the index sees it.

    `stamp` changes whenever anything below does; the index keeps it and is asked for it, so that what is missing or
    outdated there can be found without reading a page. `is_here`: a file of it is in this library.
    """

    contribution: ContributionId
    stamp: str
    title: str
    authors: tuple[str, ...]
    abstract: str
    keywords: tuple[str, ...]
    themes: tuple[str, ...]
    edition: str
    year: int | None
    language: str
    kind: str
    passages: tuple[Passage, ...]
    cover_sheets: tuple[CoverSheet, ...] = ()
    is_here: bool = True
