"""Finding places of one version of a file in another: each exactly, or changed, or not at all; never in a wrong place.

With the text of the old version, both texts are aligned once, and every place goes where its letters went. Without it
only quotes are left to go by. What isn't sure is gone from the new version, and says so; its old anchor stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from kennisbank.documents.alignment import Alignment, aligned
from kennisbank.documents.carrying import Carrier
from kennisbank.documents.carrying_areas import area_carried
from kennisbank.documents.describing import area_described, described
from kennisbank.documents.file_text import FileText
from kennisbank.documents.judging import Place
from kennisbank.documents.letters import Span, letters_in
from kennisbank.documents.quotes import QuoteFinder
from kennisbank.documents.similarity import likeness
from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.document import PageText, Rect
from kennisbank.domain.ids import FileHash, PageNo

_NO_FILE = FileHash("")
_A_FEW = 6
_SHORT = 12
_ALIKE, _ALIKE_SHORT = 0.45, 0.75
"""Likeness of words that were changed to what they were; those of a short passage must be nearly the same."""


def reanchored(
    anchors: Sequence[Anchor], before: Sequence[PageText], file: FileHash, pages: Sequence[PageText]
) -> list[Anchor]:
    """Return where each of `anchors` stands in `file`, whose pages are `pages`, in the order of `anchors`.

    `before` are the pages of the file that they were made in; none if its text is no longer there. An anchor that can't
    be found for sure has no pieces, state ``gone`` and its old quote.
    """
    search = _Search(FileText(_NO_FILE, before), FileText(file, pages))
    return [search.found(anchor) for anchor in anchors]


def find_quote(
    file: FileHash, pages: Sequence[PageText], quote: Quote, page_hint: PageNo | None = None
) -> Anchor | None:
    """Return the anchor of a quote from elsewhere, as if it had been made in `file`; None if it isn't sure where it is.

    `page_hint` decides between places that are equally good otherwise. `similarity` is less than 1.0 where the file has
    other words than the quote; the anchor's own quote is what the file has.
    """
    return find_quotes(file, pages, [(quote, page_hint)])[0]


def find_quotes(
    file: FileHash, pages: Sequence[PageText], quotes: Sequence[tuple[Quote, PageNo | None]]
) -> list[Anchor | None]:
    """Return what `find_quote` returns for each quote with its hint: for many of one file."""
    text = FileText(file, pages)
    finder = QuoteFinder(text.letters.text)
    found: list[Anchor | None] = []
    for quote, hint in quotes:
        place = finder.find(quote, partial(_is_on, text, hint) if hint is not None else None)
        anchor = _anchor_at(text, [place]) if place is not None else None
        found.append(
            Anchor(file, anchor.pieces, anchor.quote, "original", anchor.similarity) if anchor is not None else None
        )
    return found


def _is_on(text: FileText, page: PageNo, position: int) -> bool:
    return text.letters.origin(position)[0] == page


class _Search:
    """Looks for anchors of one file in another."""

    def __init__(self, old: FileText, new: FileText) -> None:
        self._old, self._new = old, new

    @cached_property
    def _alignment(self) -> Alignment:
        return aligned(self._old.letters.text, self._new.letters.text)

    @cached_property
    def _carrier(self) -> Carrier:
        return Carrier(self._alignment)

    @cached_property
    def _quotes(self) -> QuoteFinder:
        return QuoteFinder(self._new.letters.text)

    def found(self, anchor: Anchor) -> Anchor:
        """Return where an anchor stands in the new file."""
        has_words = any(piece.start < piece.end for piece in anchor.pieces) or not anchor.pieces
        made = self._passage(anchor) if has_words else self._area(anchor)
        return made or Anchor(self._new.file, (), anchor.quote, "gone", 0.0)

    def _passage(self, anchor: Anchor) -> Anchor | None:
        interval = self._interval(anchor)
        if interval is not None:
            places = self._carrier.carried(*interval)
            made = _anchor_at(self._new, places) if self._is_with_its_page(anchor, interval[0], places) else None
            if made is None or self._is_cut_anew(anchor, made, interval[1] - interval[0]):
                return None
            return made if _is_still(self._old.letters.text[slice(*interval)], made) else None
        place = self._quotes.find(anchor.quote) if anchor.quote is not None else None
        return _anchor_at(self._new, [place]) if place is not None else None

    def _is_cut_anew(self, anchor: Anchor, found: Anchor, letters: int) -> bool:
        """Tell whether what was a word or two is part of another word now."""
        return letters < _SHORT and _cuts_word(self._new, found) and not _cuts_word(self._old, anchor)

    def _is_with_its_page(self, anchor: Anchor, start: int, places: Sequence[Place]) -> bool:
        """Tell whether a running head is that of the same page; what isn't in a running head is no matter here.

        It is said on every page, and only the text of the page tells them apart.
        """
        old, new = self._old.letters, self._new.letters
        if start < old.body or not places:
            return True
        image = self._alignment.image(old.position(anchor.pieces[0].page, 0))
        return image is not None and new.origin(image)[0] == new.origin(places[0].start)[0]

    def _interval(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return where the letters of an anchor stand in the old text, if that is known and still so.

        Where running heads stand in between, it is the longest piece of what isn't one.
        """
        intervals: list[tuple[int, int]] = []
        for piece in anchor.pieces:
            for start, end in self._old.letters.intervals(Span(piece.page, piece.start, piece.end)):
                if intervals and intervals[-1][1] == start:
                    intervals[-1] = (intervals[-1][0], end)
                else:
                    intervals.append((start, end))
        if not intervals:
            return None
        body = self._old.letters.body
        start, end = max(intervals, key=lambda each: (each[1] <= body, each[1] - each[0]))
        quoted = letters_in(anchor.quote.exact) if anchor.quote is not None else ""
        return (start, end) if not quoted or self._old.letters.text[start:end] in quoted else None

    def _area(self, anchor: Anchor) -> Anchor | None:
        if len(anchor.pieces) != 1:
            return None
        piece = anchor.pieces[0]
        if not self._old.pages:
            return self._area_by_words(anchor, piece)
        spot = area_carried(self._old, self._new, self._alignment, piece.page, piece.boxes)
        if spot is None:
            return None
        return replace(area_described(self._new, spot.page, spot.boxes), state=spot.state)

    def _area_by_words(self, anchor: Anchor, piece: Piece) -> Anchor | None:
        """Return an area of which only the words around it are known: at its height, if that is between them."""
        if anchor.quote is None or not piece.boxes:
            return None
        quote = anchor.quote
        words_before = letters_in(quote.prefix)
        place = self._quotes.find(Quote(f"{quote.prefix} {quote.exact} {quote.suffix}"))
        if place is None or place.state == "changed" or not words_before or not quote.suffix:
            return None
        page, before = self._box_at(place.start + len(words_before) - 1)
        other, behind = self._box_at(place.end - len(letters_in(quote.suffix)))
        if page != other or before.y0 > piece.boxes[-1].y1 or behind.y1 < piece.boxes[0].y0:
            return None
        return replace(area_described(self._new, page, piece.boxes), state="same" if page == piece.page else "moved")

    def _box_at(self, position: int) -> tuple[PageNo, Rect]:
        """Return page and box of the word that a letter belongs to."""
        page, offset = self._new.letters.origin(position)
        words = self._new.words_in(Span(page, offset, offset + 1))
        return page, words[0].box if words else Rect(0.0, 0.0, 0.0, 0.0)


def _anchor_at(text: FileText, places: Sequence[Place]) -> Anchor | None:
    """Return the anchor of places that belong together, each page once; of two on one page the longer one.

    What was put between two may begin with the same letters as what goes on behind it; such a few are left out.
    """
    spans: dict[PageNo, Span] = {}
    for place in sorted(places, key=lambda each: each.end - each.start, reverse=True):
        for span in text.letters.spans(place.start, place.end):
            if len(places) > 1 and span.end - span.start < _A_FEW:
                continue
            spans.setdefault(span.page, _to_words(text, span) if place.state == "changed" else span)
    anchor = described(text, sorted(spans.values()))
    if not anchor.pieces:
        return None
    first = places[0]
    return replace(anchor, state=first.state, similarity=first.similarity)


def _cuts_word(text: FileText, anchor: Anchor) -> bool:
    """Tell whether an anchor begins or ends within a word."""
    first, last = anchor.pieces[0], anchor.pieces[-1]
    return any(
        text.by_number[page].text[max(0, at - 1) : at].isalnum() and text.by_number[page].text[at : at + 1].isalnum()
        for page, at in ((first.page, first.start), (last.page, last.end))
    )


def _is_still(letters: str, found: Anchor) -> bool:
    """Tell whether whole words of another text are still the passage, where parts of words were."""
    if found.state != "changed" or found.quote is None:
        return True
    least = _ALIKE_SHORT if len(letters) < _SHORT else _ALIKE
    return likeness(letters, letters_in(found.quote.exact)) >= least


def _to_words(text: FileText, span: Span) -> Span:
    """Return a span whose ends, worked out by letters, are put between words."""
    words = text.words_in(span)
    if not words:
        return span
    first, last = words[0], words[-1]
    start, end = span.start, span.end
    if start > first.start:
        start = first.start if start - first.start <= first.end - start else first.end
    if end < last.end:
        end = last.end if last.end - end <= end - last.start else last.start
    return Span(span.page, start, end) if start < end else span
