"""Where annotations from elsewhere belong in a file that is here: by position, by their words, by their boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kennisbank.documents.anchoring import FileText, Span, boxes_described, described, find_quotes, reanchored
from kennisbank.documents.describing import area_described
from kennisbank.documents.letters import letters_in
from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.exchange.selectors import spans_of
from kennisbank.exchange.values import ReadAnnotation
from kennisbank.library.transaction import Transaction

Found = Literal["whole", "position", "quote", "boxes", "nowhere"]
_TOP = Rect(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Located:
    """An anchor that was found (None: the whole contribution), and by what."""

    anchor: Anchor | None
    by: Found


class Places:
    """The texts of one contribution's files, each read once, in which annotations from elsewhere are looked for."""

    def __init__(self, tx: Transaction, contribution: Contribution) -> None:
        """Read in this transaction the current files, and older ones that an annotation names."""
        self._tx = tx
        self._files = [each.hash for each in contribution.files]
        self._current = [each.hash for each in contribution.current_files]
        self._texts: dict[FileHash, FileText] = {}

    def locate(self, read: Sequence[ReadAnnotation]) -> list[Located]:
        """Return where annotations belong. Nothing is guessed: what isn't found for sure is ``nowhere``.

        The exact place in the very file counts first, then the words, then (in the same file, or where none is named)
        the boxes.
        """
        located = [self._at_once(each) for each in read]
        for file in dict.fromkeys((*self._current, *self._files)):
            missing = [at for at, each in enumerate(located) if each is None and file in self._candidates(read[at])]
            for at, anchor in zip(missing, self._by_words(file, [read[at] for at in missing]), strict=True):
                if anchor is not None:
                    located[at] = Located(anchor, "quote")
        return [each or self._by_boxes(one) for each, one in zip(located, read, strict=True)]

    def _text(self, file: FileHash) -> FileText:
        if file not in self._texts:
            self._texts[file] = FileText(file, self._tx.texts.pages(file))
        return self._texts[file]

    def _candidates(self, read: ReadAnnotation) -> Sequence[FileHash]:
        said = read.annotation.anchor
        return [said.file] if said is not None and said.file in self._files else self._current

    def _at_once(self, read: ReadAnnotation) -> Located | None:
        """Return a place that needs no looking for; None if it does."""
        said = read.annotation.anchor
        if said is None:
            return Located(None, "whole")
        if said.file in self._files:
            anchor = _verified(self._text(said.file), said)
            if anchor is not None:
                return Located(anchor, "position")
        if read.position is None or said.quote is None:
            return None
        for file in self._candidates(read):
            anchor = _at_position(self._text(file), read.position, said.quote.exact)
            if anchor is not None:
                return Located(anchor, "position")
        return None

    def _by_words(self, file: FileHash, read: Sequence[ReadAnnotation]) -> list[Anchor | None]:
        """Return where passages stand by their words, and parts of a page by the words in and around them."""
        found: list[Anchor | None] = [None] * len(read)
        quotes: list[tuple[int, Quote, PageNo | None]] = []
        areas: list[tuple[int, Anchor]] = []
        for at, each in enumerate(read):
            said = each.annotation.anchor
            if said is None or said.quote is None:
                continue
            if said.file and said.pieces and all(piece.start == piece.end for piece in said.pieces):
                areas.append((at, said))
            elif said.quote.exact.strip():
                quotes.append((at, said.quote, said.page))
        pages = self._text(file).pages if quotes or areas else ()
        if pages and quotes:
            anchors = find_quotes(file, pages, [(quote, page) for _, quote, page in quotes])
            anchors = [
                each or _only(self._text(file), quote) for each, (_, quote, _) in zip(anchors, quotes, strict=True)
            ]
            found = _put(found, [at for at, _, _ in quotes], anchors)
        if pages and areas:
            places = reanchored([anchor for _, anchor in areas], (), file, pages)
            here = [replace(each, state="original", similarity=1.0) if each.pieces else None for each in places]
            found = _put(found, [at for at, _ in areas], here)
        return found

    def _by_boxes(self, read: ReadAnnotation) -> Located:
        said = read.annotation.anchor
        if said is None or (said.file and said.file not in self._files):
            return Located(None, "nowhere")  # boxes of another file mean nothing here
        for file in self._candidates(read):
            text = self._text(file)
            if said.pieces and all(each.page in text.by_number for each in said.pieces):
                return Located(_of_boxes(text, said, is_passage=read.is_passage), "boxes")
        return Located(None, "nowhere")


def _only(text: FileText, quote: Quote) -> Anchor | None:
    """Return the anchor of words that stand in the file once, of which nothing is said of what stands around them."""
    letters = letters_in(quote.exact)
    if not letters or quote.prefix or quote.suffix or text.letters.text.count(letters) != 1:
        return None
    at = text.letters.text.index(letters)
    found = described(text, text.letters.spans(at, at + len(letters)))
    return found if found.pieces else None


def _put(found: Sequence[Anchor | None], at: Sequence[int], anchors: Sequence[Anchor | None]) -> list[Anchor | None]:
    put = dict(zip(at, anchors, strict=True))
    return [put.get(number, each) for number, each in enumerate(found)]


def _verified(text: FileText, said: Anchor) -> Anchor | None:
    """Return an anchor that was made in this very file, if its offsets hold the words that are said to stand there."""
    if any(each.page not in text.by_number for each in said.pieces) or not said.pieces:
        return None
    if all(each.start == each.end for each in said.pieces):
        return said if said.quote is not None and all(each.boxes for each in said.pieces) else None
    if any(each.end > len(text.by_number[each.page].text) for each in said.pieces):
        return None
    stands = " ".join(text.by_number[each.page].text[each.start : each.end] for each in said.pieces)
    return said if said.quote is not None and _letters(stands) == _letters(said.quote.exact) else None


def _at_position(text: FileText, position: tuple[int, int], words: str) -> Anchor | None:
    """Return the anchor of a position in the whole text, if `words` stand there."""
    found = described(text, [Span(*each) for each in spans_of(position, [page.text for page in text.pages])])
    if found.quote is None or _letters(found.quote.exact) != _letters(words):
        return None
    return found


def _of_boxes(text: FileText, said: Anchor, *, is_passage: bool) -> Anchor:
    """Return the anchor of boxes on pages that are there: of the words under them, or of the boxes alone."""
    found = [
        (boxes_described if is_passage and each.boxes else area_described)(text, each.page, each.boxes or (_TOP,))
        for each in said.pieces
    ]
    if len(found) == 1:
        return found[0]
    pieces: tuple[Piece, ...] = tuple(piece for each in found for piece in each.pieces)
    spans = [Span(each.page, each.start, each.end) for each in pieces if each.start < each.end]
    return replace(found[0], pieces=pieces, quote=described(text, spans).quote if spans else found[0].quote)


def _letters(text: str) -> str:
    """Return the letters and digits alone: spaces, line ends, hyphens and the like are layout."""
    return "".join(char for char in text if char.isalnum()).casefold()
