"""Which anchors are asked for, what became of each by construction, and whether what was found is that.

An anchor *survives* when at least `SURVIVES` of its letters stand together in the new version: in the old order, with
nothing of more than `TOGETHER` letters in between; of one to three words all letters. It is *found* when most of what is
marked is of it and most of what is left of it is marked. It is *wrong* when most of what is marked is not of it.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.anchors.tracked import Tracked
from kennisbank.documents.letters import Span, letters_in
from kennisbank.domain.annotation import Anchor
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import PageNo

SURVIVES = 0.75
TOGETHER = 200
_FEW = 25
"""Letters of one to three words."""

LENGTHS = ("one word", "2-4 words", "a sentence", "a paragraph", "three paragraphs")
_WORDS = {
    "one word": (1, 1),
    "2-4 words": (2, 4),
    "a sentence": (8, 30),
    "a paragraph": (50, 120),
    "three paragraphs": (200, 350),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage: its spans in the old pages, its kind, and the places of its letters in the old text."""

    spans: tuple[Span, ...]
    kind: str
    letters: frozenset[int]


@dataclass(frozen=True, slots=True)
class Destiny:
    """What became of a passage: the part of its letters that stand together in the new version, and which those are."""

    part: float
    kept: frozenset[int]
    survives: bool


def asked_of(pages: Sequence[PageText], count: int, chance: random.Random) -> Iterator[Asked]:
    """Yield random passages of a paper; words that are often used among the short ones, as people mark them."""
    starts, words = [], []
    at = 0
    for page in pages:
        starts.append(at)
        words += [(page.number, match.start(), match.end()) for match in re.finditer(r"\S+", page.text)]
        at += len(page.text)
    for number in range(count):
        kind = LENGTHS[number % len(LENGTHS)]
        length = chance.randint(*_WORDS[kind])
        if len(words) <= length:
            continue
        first = chance.randrange(len(words) - length)
        chosen = words[first : first + length]
        by_page: dict[PageNo, Span] = {}
        for page_number, start, end in chosen:
            known = by_page.get(page_number, Span(page_number, start, end))
            by_page[page_number] = Span(page_number, known.start, end)
        letters = {
            starts[span.page - 1] + offset
            for span in by_page.values()
            for offset in range(span.start, span.end)
            if letters_in(pages[span.page - 1].text[offset])
        }
        if letters:
            yield Asked(tuple(by_page.values()), kind, frozenset(letters))


class NewVersion:
    """The new version of a paper, and where each letter of the old one stands in it."""

    def __init__(self, pages: Sequence[Tracked]) -> None:
        """Number the letters of the new version, in order."""
        self._pages = pages
        self._order: dict[int, int] = {}
        self._count = 0
        for page in pages:
            for character, origin in zip(page.text, page.origins, strict=True):
                if letters_in(character):
                    if origin >= 0:
                        self._order[origin] = self._count
                    self._count += 1

    def destiny(self, asked: Asked) -> Destiny:
        """Return what became of a passage."""
        places = sorted((self._order[each], each) for each in asked.letters if each in self._order)
        clusters: list[list[int]] = []
        last = None
        for place, origin in places:
            if last is None or place - last[0] > TOGETHER or origin < last[1]:
                clusters.append([])
            clusters[-1].append(origin)
            last = place, origin
        largest = max(clusters, key=len, default=[])
        part = len(largest) / len(asked.letters)
        needed = 1.0 if len(asked.letters) <= _FEW else SURVIVES
        return Destiny(part, frozenset(largest), part >= needed)

    def marked(self, anchor: Anchor) -> list[int]:
        """Return the origins of the letters that an anchor marks, `NEW` among them."""
        found: list[int] = []
        for piece in anchor.pieces:
            page = self._pages[piece.page - 1]
            found += [page.origins[offset] for offset in range(piece.start, piece.end) if letters_in(page.text[offset])]
        return found


def verdict(asked: Asked, destiny: Destiny, marked: Sequence[int]) -> str:
    """Return ``found``, ``partial``, ``wrong`` or ``gone``."""
    if not marked:
        return "gone"
    own = sum(origin in asked.letters for origin in marked)
    # What was put in the place of words within the passage is no mistake, if what stands before and behind is of it.
    inner = len(marked) if marked[0] in asked.letters and marked[-1] in asked.letters else 0
    if own * 2 < len(marked) and not (inner and own >= 0.3 * len(marked)):
        return "wrong"
    return "found" if 2 * len(destiny.kept.intersection(marked)) >= len(destiny.kept) else "partial"
