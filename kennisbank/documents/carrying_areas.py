"""Where a part of a page belongs in another version of the file: a figure, a bookmark, a note at a spot.

It goes with the words around it. They vote for the page and for how far it is shifted there; if they disagree, it isn't
known. On a page without words it stays where it is, if that can be the same page.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

from kennisbank.documents.alignment import Alignment
from kennisbank.documents.file_text import FileText
from kennisbank.documents.letters import Span
from kennisbank.documents.line_boxes import distance, rounded
from kennisbank.domain.annotation import AnchorState
from kennisbank.domain.document import PageText, Rect, Word
from kennisbank.domain.ids import PageNo

_VOTERS = 24
_NEAREST = 12.0
"""Points up to which words all have about the same say; further away they have less."""
_SAME_SHIFT = 3.0
"""Points by which votes for one place may differ."""
_MOST, _NEARLY_ALL = 0.6, 0.8
"""Part of the votes for a place, to be there, and to be among the same words there."""
_LEAST_VOTES = 3
_SAME_SIZE = 1.0
_START = attrgetter("start")


class Spot(NamedTuple):
    """Boxes on a page of the other file, and what became of them."""

    page: PageNo
    boxes: tuple[Rect, ...]
    state: AnchorState


class _Vote(NamedTuple):
    page: PageNo
    across: float
    along: float
    weight: float


def area_carried(
    old: FileText, new: FileText, alignment: Alignment, page: PageNo, boxes: Sequence[Rect]
) -> Spot | None:
    """Return where boxes on a page of `old` belong in `new`; None if that isn't sure."""
    if not boxes or page not in old.by_number:
        return None
    words = old.words(page)
    if not words:
        return _on_bare_page(old, new, page, boxes)
    whole = boxes[0]
    for box in boxes[1:]:
        whole |= box
    if whole.x0 == whole.x1:  # a bookmark has the height of a line, and the width of its page
        whole = Rect(0.0, whole.y0, old.by_number[page].width, whole.y1)
    nearest = nsmallest(_VOTERS, words, key=lambda word: distance(word.box, whole))
    votes = [vote for word in nearest if (vote := _vote(old, new, alignment, page, word, whole)) is not None]
    chosen = _elected(votes, min(_LEAST_VOTES, len(words)))
    if chosen is None:
        return None
    vote, part = chosen
    shifted = tuple(
        rounded(Rect(box.x0 + vote.across, box.y0 + vote.along, box.x1 + vote.across, box.y1 + vote.along))
        for box in boxes
    )
    if not _are_on(new.by_number[vote.page], shifted):
        return None
    return Spot(vote.page, shifted, "same" if part >= _NEARLY_ALL else "moved")


def _vote(old: FileText, new: FileText, alignment: Alignment, page: PageNo, word: Word, area: Rect) -> _Vote | None:
    """Return where an area would be if it went with a word; None for a word that isn't in the new file."""
    intervals = old.letters.intervals(Span(page, word.start, word.end))
    if not intervals:
        return None
    first, last = alignment.image(intervals[0][0]), alignment.image(intervals[-1][1] - 1)
    if first is None or last is None or last - first != intervals[-1][1] - 1 - intervals[0][0]:
        return None
    number, offset = new.letters.origin(first)
    words = new.words(number)
    index = bisect_right(words, offset, key=_START) - 1
    if index < 0 or words[index].end <= offset:
        return None
    box = words[index].box
    weight = _NEAREST / (_NEAREST + distance(word.box, area))
    return _Vote(number, box.x0 - word.box.x0, box.y0 - word.box.y0, weight)


def _elected(votes: Sequence[_Vote], least: int) -> tuple[_Vote, float] | None:
    """Return the vote that most others agree with, and their part of all; None if those are too few."""
    best: tuple[float, _Vote] | None = None
    for vote in votes:
        agreeing = list(_agreeing(vote, votes))
        weight = sum(other.weight for other in agreeing)
        if len(agreeing) >= least and (best is None or weight > best[0]):
            best = weight, vote
    if best is None:
        return None
    part = best[0] / sum(vote.weight for vote in votes)
    return (best[1], part) if part >= _MOST else None


def _agreeing(vote: _Vote, votes: Sequence[_Vote]) -> Iterator[_Vote]:
    for other in votes:
        is_near = max(abs(other.across - vote.across), abs(other.along - vote.along)) <= _SAME_SHIFT
        if other.page == vote.page and is_near:
            yield other


def _on_bare_page(old: FileText, new: FileText, page: PageNo, boxes: Sequence[Rect]) -> Spot | None:
    """Return the same place on the same page, if both files have as many pages and this one is as large and bare."""
    here, there = old.by_number[page], new.by_number.get(page)
    if there is None or len(old.pages) != len(new.pages) or new.words(page):
        return None
    is_same = max(abs(here.width - there.width), abs(here.height - there.height)) <= _SAME_SIZE
    return Spot(page, tuple(map(rounded, boxes)), "same") if is_same else None


def _are_on(page: PageText, boxes: Sequence[Rect]) -> bool:
    """Tell whether the middle of each box is on the page."""
    return all(0 <= (box.x0 + box.x1) / 2 <= page.width and 0 <= (box.y0 + box.y1) / 2 <= page.height for box in boxes)
