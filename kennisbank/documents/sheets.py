"""Pages made ready for cleaning: a working copy of each, as long as the page itself, and the edits that clean it.

In the copy, what only the whole document tells is already masked: running heads and feet, digits of notes. A word that
goes on at the beginning of the next page is completed at the end of this one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kennisbank.documents.cleaning import edits_of
from kennisbank.documents.edits import DROPPED, Edit, masked
from kennisbank.documents.footnotes import note_marks
from kennisbank.documents.hyphens import completed, cut_off
from kennisbank.documents.running_heads import running_lines
from kennisbank.documents.vocabulary import Vocabulary
from kennisbank.domain.document import PageText

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, its working copy, and all edits of it, ascending."""

    page: PageText
    text: str
    edits: tuple[Edit, ...]

    def edits_within(self, start: int, end: int) -> list[Edit]:
        """Return the edits of ``text[start:end]``; a word that is broken at its end is completed there."""
        first, last = bisect_left(self.edits, start, key=_START), bisect_left(self.edits, end, key=_START)
        return [edit if edit.end <= end else cut_off(self.text, edit, end) for edit in self.edits[first:last]]


def prepared(pages: Sequence[PageText], vocabulary: Vocabulary) -> tuple[Sheet, ...]:
    """Return the sheets of a whole document, in order."""
    heads = running_lines(pages)
    bare = [replace(page, text=masked(page.text, heads.get(page.number, ()), " ")) for page in pages]
    marks = note_marks(bare, vocabulary)
    texts = [masked(page.text, marks.get(page.number, ()), DROPPED) for page in bare]
    sheets = []
    for page, text, following in zip(pages, texts, [*texts, ""][1:], strict=True):
        sheets.append(Sheet(page, text, tuple(completed(text, edits_of(text, vocabulary), following, vocabulary))))
    return tuple(sheets)
