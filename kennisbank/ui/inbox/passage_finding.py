"""Where the passage of a thread stands in what is on this computer, and how its contribution stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import InboxCounts, Reception, Thread
from kennisbank.domain.document import Rect, Word
from kennisbank.domain.ids import PageNo
from kennisbank.domain.links import Link
from kennisbank.domain.results import PassageHit
from kennisbank.errors import NotFoundError
from kennisbank.ui.reader.page_words import PageWords

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank
    from kennisbank.services.reading import OpenDocument

PassageState = Literal["here", "newer", "older", "lost", "absent", "whole"]
_AROUND, _HIGHEST, _GUTTER, _AIR = 54.0, 330.0, 13.0, 8.0
"""In points: what is shown above and below a passage, how high the clip may be, what parts columns, room beside."""
_MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contribution stands: what was said about it, how much was adopted, how it was received."""

    contribution: Contribution
    counts: InboxCounts
    adopted: int
    reception: Reception


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it can be shown.

    `state`: ``here`` in the file it was written about, ``newer`` in the version that is read now, ``older`` only in
    a version that was replaced, ``lost`` from what is here, ``absent``: no file of it is here, ``whole``: the thread
    is about the whole contribution. `boxes` and `crop` (what is shown of the page) are in points; `hits` open the
    reader at the words.
    """

    state: PassageState
    document: "OpenDocument | None" = None
    page: PageNo | None = None
    boxes: tuple[Rect, ...] = ()
    crop: Rect | None = None
    hits: tuple[PassageHit, ...] = ()
    standing: Standing | None = None


def find_passage(kennisbank: "Kennisbank", thread: Thread) -> Passage:
    """Find the passage of a thread. Runs on a pool thread; asks nothing of the network."""
    try:
        contribution = kennisbank.catalogue.get(thread.contribution)
    except NotFoundError:
        return Passage("absent")
    standing = _standing(kennisbank, contribution)
    if thread.anchor is None:
        return Passage("whole", standing=standing)
    return _placed(kennisbank, standing, thread.anchor)


def _standing(kennisbank: "Kennisbank", contribution: Contribution) -> Standing:
    inbox = kennisbank.inbox
    done = inbox.rows("done", contribution.id, _MOST_ROWS)
    adopted = sum(1 for row in done if row.state == "adopted")
    return Standing(contribution, inbox.counts(contribution.id), adopted, kennisbank.voices.reception(contribution.id))


def _placed(kennisbank: "Kennisbank", standing: Standing, anchor: Anchor) -> Passage:
    contribution = standing.contribution
    words = anchor.quote.exact if anchor.quote is not None else ""
    place = kennisbank.following.place(Link(contribution.id, anchor.file, anchor.page, quote=words))
    is_here = any(file.hash == anchor.file for file in contribution.files)
    if place.hits and place.file is not None:
        page = place.hits[0].page
        found = PageWords(kennisbank.reading.page_text(place.file, page))
        spans = [span for hit in place.hits if hit.page == page for span in hit.spans]
        boxes = tuple(box for start, end in spans for box in found.boxes(start, end))
        file, hits = place.file, place.hits
    elif is_here and anchor.page is not None:
        file, page, hits = anchor.file, anchor.page, ()
        boxes = anchor.pieces[0].boxes
    else:
        has_file = any(file.is_current for file in contribution.files)
        return Passage("lost" if has_file else "absent", standing=standing)
    document = kennisbank.reading.open(contribution.id, file)
    is_current = any(each.hash == file and each.is_current for each in contribution.files)
    state: PassageState = ("here" if is_current else "older") if file == anchor.file else "newer"
    crop = None
    if boxes and page <= len(document.pages):
        size = document.pages[page - 1]
        crop = crop_around(boxes, kennisbank.reading.page_text(file, page).words(), size.width, size.height)
    return Passage(state, document, page, boxes, crop, hits, standing)


def crop_around(boxes: Sequence[Rect], words: Sequence[Word], width: float, height: float) -> Rect:
    """Return what to show of a page (of `width` x `height` points) around a passage: the lines about it, its column."""
    top, bottom = max(0.0, min(each.y0 for each in boxes) - _AROUND), max(each.y1 for each in boxes) + _AROUND
    bottom = min(height, bottom, top + _HIGHEST)
    left, right = min(each.x0 for each in boxes), max(each.x1 for each in boxes)
    near = [word.box for word in words if word.box.y1 > top and word.box.y0 < bottom]
    while True:  # a column is as wide as its words lead on, without a gutter between them
        beside = [box for box in near if box.x1 > left - _GUTTER and box.x0 < right + _GUTTER]
        wider = (min([left, *(box.x0 for box in beside)]), max([right, *(box.x1 for box in beside)]))
        if wider == (left, right):
            break
        left, right = wider
    return Rect(max(0.0, left - _AIR), top, min(width, right + _AIR), bottom)
