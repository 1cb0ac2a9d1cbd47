"""Where annotations from elsewhere belong in a file that is here: by position, by their words, by their boxes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kennisbank.documents.anchoring import Span, describe
from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import PageText, Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.exchange.selectors import spans_of
from kennisbank.exchange.values import ReadAnnotation
from kennisbank.library.transaction import Transaction

Found = Literal["whole", "position", "quote", "boxes", "nowhere"]
_ON_TEXT = frozenset({"highlight", "underline", "strikeout", "squiggly"})
_OVERLAP = 0.5
"""Part of a word's height and width that a box must cover to mean that word."""


@dataclass(frozen=True, slots=True)
class Located:
    """An anchor that was found (None: the whole contribution), and by what."""

    anchor: Anchor | None
    by: Found


class Places:
    """The texts of one contribution's files, read once, in which annotations from elsewhere are looked for."""

    def __init__(self, tx: Transaction, contribution: Contribution) -> None:
        """Read the current files, and others when an annotation names them, in this transaction."""
        self._tx = tx
        self._files = [each.hash for each in contribution.files]
        self._current = [each.hash for each in contribution.current_files]
        self._pages: dict[FileHash, tuple[PageText, ...]] = {}

    def pages(self, file: FileHash) -> tuple[PageText, ...]:
        """Return the pages of a file of this contribution; none when it has no text here."""
        if file not in self._pages:
            self._pages[file] = self._tx.texts.pages(file)
        return self._pages[file]

    def locate(self, read: ReadAnnotation) -> Located:
        """Return where an annotation belongs; nothing is guessed: what isn't found is ``nowhere``."""
        said = read.annotation.anchor
        if said is None:
            return Located(None, "whole")
        is_mark = read.annotation.kind in _ON_TEXT
        is_here = said.file in self._files
        if is_here:
            if said.state == "gone":
                return Located(said, "position")
            anchor = self._at_position(said, read.position)
            if anchor is not None:
                return Located(anchor, "position")
        files = [said.file] if is_here else self._current
        tries: list[tuple[Found, Callable[[FileHash], Anchor | None]]] = [
            ("quote", lambda file: self._by_words(file, said))
        ]
        if is_here or not said.file:  # boxes of another file mean nothing here
            tries.append(("boxes", lambda file: self._by_boxes(file, said, is_mark=is_mark)))
        for by, attempt in tries:
            for file in files:
                anchor = attempt(file)
                if anchor is not None:
                    return Located(anchor, by)
        return Located(None, "nowhere")

    def _at_position(self, said: Anchor, position: tuple[int, int] | None) -> Anchor | None:
        """Return the anchor at offsets of this very file, if the words that are said to stand there do."""
        pages = {page.number: page for page in self.pages(said.file)}
        if said.pieces and all(each.page in pages and each.end <= len(pages[each.page].text) for each in said.pieces):
            if said.quote is None:
                return said if all(each.start == each.end for each in said.pieces) and said.pieces[0].boxes else None
            if _same(_text(pages, said.pieces), said.quote.exact):
                return said
        if position is None:
            return None
        ordered = self.pages(said.file)
        spans = [Span(*each) for each in spans_of(position, [page.text for page in ordered])]
        found = describe(said.file, ordered, spans)
        if found.pieces and (said.quote is None or (found.quote and _same(found.quote.exact, said.quote.exact))):
            return found
        return None

    def _by_words(self, file: FileHash, said: Anchor) -> Anchor | None:
        quote = said.quote
        if quote is None or not quote.exact.strip():
            return None
        return _find(file, self.pages(file), quote)

    def _by_boxes(self, file: FileHash, said: Anchor, *, is_mark: bool) -> Anchor | None:
        pages = {page.number: page for page in self.pages(file)}
        pieces = [each for each in said.pieces if each.page in pages and each.boxes]
        if not pieces:
            return None
        if is_mark:
            spans = [span for each in pieces for span in _spans_in(pages[each.page], each.boxes)]
            found = describe(file, list(pages.values()), spans)
            if found.pieces:
                boxes = {each.page: each.boxes for each in pieces}
                return replace(found, pieces=tuple(replace(each, boxes=boxes[each.page]) for each in found.pieces))
        return Anchor(file, tuple(replace(each, start=0, end=0) for each in pieces), None)


def _spans_in(page: PageText, boxes: Sequence[Rect]) -> list[Span]:
    """Return the run of text from the first to the last word that lies in the boxes; none when no word does."""
    inside = [word for word in page.words() if any(_covers(box, word.box) for box in boxes)]
    if not inside:
        return []
    return [Span(page.number, min(word.start for word in inside), max(word.end for word in inside))]


def _covers(box: Rect, word: Rect) -> bool:
    width = min(box.x1, word.x1) - max(box.x0, word.x0)
    height = min(box.y1, word.y1) - max(box.y0, word.y0)
    return width > _OVERLAP * (word.x1 - word.x0) and height > _OVERLAP * (word.y1 - word.y0)


def _text(pages: Mapping[PageNo, PageText], pieces: Sequence[Piece]) -> str:
    return " ".join(pages[each.page].text[each.start : each.end] for each in pieces)


def _same(one: str, other: str) -> bool:
    """Tell whether two texts have the same letters: spaces, line ends and broken words are layout."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


def _find(file: FileHash, pages: Sequence[PageText], quote: Quote) -> Anchor | None:
    wanted = quote.exact
    found = [
        describe(file, pages, [Span(page.number, at, at + len(wanted))])
        for page in pages
        if (at := page.text.find(wanted)) >= 0
    ]
    return found[0] if len(found) == 1 else None
