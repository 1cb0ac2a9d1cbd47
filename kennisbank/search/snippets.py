"""The piece of a passage that is shown for a hit, with what matched marked in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.domain.results import Mark, Why
from kennisbank.search.analysis import WORD, Analyser
from kennisbank.search.matching import LeafHits

LENGTH = 230
"""Characters of a snippet, or a little more so as not to cut a word."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet, its marks in it, and all marked pieces of the whole text: those of the snippet first."""

    text: str
    marks: tuple[Mark, ...]
    places: tuple[tuple[int, int], ...]


class Marker:
    """Marks what a query asks for, in any number of texts."""

    def __init__(self, hits: Iterable[LeafHits], analyser: Analyser) -> None:
        """Mark the terms of `hits`."""
        self._analyser = analyser
        self._terms: dict[str, Why] = {}
        self._beginnings: list[str] = []
        self._sequences: list[tuple[str, ...]] = []
        for each in hits:
            for term, why in each.terms.items():
                if why == "exact" or term not in self._terms:
                    self._terms[term] = why
            if each.beginning:
                self._beginnings.append(each.beginning)
            self._sequences.extend(each.sequences)
        self._known: dict[str, Why | None] = {}

    def marks(self, text: str) -> list[Mark]:
        """Return the marked pieces of `text`, in order, not overlapping."""
        known = self._known
        found: list[Mark] = []
        for match in WORD.finditer(text):
            raw = match.group()
            why = known[raw] if raw in known else self._why(raw)
            if why is not None:
                found.append(Mark(match.start(), match.end(), why))
        if self._sequences:
            found = _joined(found, self._runs(text))
        return found

    def _why(self, raw: str) -> Why | None:
        why: Why | None = None
        for term, _ in self._analyser.token(raw).terms:
            here = self._terms.get(term)
            if here is None and any(term.startswith(each) for each in self._beginnings):
                here = "prefix"
            if here == "exact" or why is None:
                why = here or why
        self._known[raw] = why
        return why

    def _runs(self, text: str) -> list[Mark]:
        """Return the pieces in which the terms of a sequence follow each other."""
        flat: list[tuple[frozenset[str], int, int]] = []
        for match in WORD.finditer(text):
            token = self._analyser.token(match.group())
            for place in range(token.width):
                terms = frozenset(term for term, at in token.terms if at == place)
                flat.append((terms, match.start(), match.end()))
        found: list[Mark] = []
        for sequence in self._sequences:
            for at in range(len(flat) - len(sequence) + 1):
                if all(term in flat[at + step][0] for step, term in enumerate(sequence)):
                    found.append(Mark(flat[at][1], flat[at + len(sequence) - 1][2], "exact"))
        return found

    def snippet(self, text: str) -> Snippet:
        """Return the piece of `text` with the most different marked words close together."""
        marks = self.marks(text)
        start, end = _window(text, marks)
        inside = [each for each in marks if start <= each.start and each.end <= end]
        outside = [each for each in marks if not (start <= each.start and each.end <= end)]
        return Snippet(
            text[start:end].replace("\n", " "),
            tuple(Mark(each.start - start, each.end - start, each.why) for each in inside),
            tuple((each.start, each.end) for each in (*inside, *outside)),
        )


def _joined(marks: list[Mark], runs: list[Mark]) -> list[Mark]:
    """Return both, where a run swallows what lies in it."""
    found: list[Mark] = []
    for each in sorted((*marks, *runs), key=lambda mark: (mark.start, -mark.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
        elif each.end > found[-1].end:
            found[-1] = Mark(found[-1].start, each.end, found[-1].why)
    return found


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    if len(text) <= LENGTH + 20:
        return 0, len(text)
    best, first, last, low = 0, 0, 0, 0
    seen: dict[str, int] = {}
    for at, mark in enumerate(marks):
        word = text[mark.start : mark.end].lower()
        seen[word] = seen.get(word, 0) + 1
        while mark.end - marks[low].start > LENGTH - 40 and low < at:
            gone = text[marks[low].start : marks[low].end].lower()
            seen[gone] -= 1
            if not seen[gone]:
                del seen[gone]
            low += 1
        worth = 10 * len(seen) + min(9, at - low)
        if worth > best:
            best, first, last = worth, marks[low].start, mark.end
    room = max(0, LENGTH - (last - first))
    start = max(0, first - room // 3)
    end = min(len(text), max(last, start + LENGTH))
    start = max(0, min(start, end - LENGTH))
    return _word_start(text, start, first), _word_end(text, end, last)


def _word_start(text: str, start: int, first: int) -> int:
    if start == 0:
        return 0
    while start < first and not text[start - 1].isspace():
        start += 1
    return start


def _word_end(text: str, end: int, last: int) -> int:
    if end == len(text):
        return end
    while end > last and not text[end].isspace():
        end -= 1
    return end
