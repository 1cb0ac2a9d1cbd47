"""The piece of a passage that is shown for a hit, with what matched marked in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kennisbank.domain.results import Mark, Why
from kennisbank.search.analysis import WORD, Analyser, fold
from kennisbank.search.matching import LeafHits

LENGTH = 230
"""Characters of a snippet, or a little more so as not to cut a word."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet, its marks in it, and all marked pieces of the whole text: those of the snippet first."""

    text: str
    marks: tuple[Mark, ...]
    places: tuple[tuple[int, int], ...]


_PLAIN = {code: folded for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if len(folded := fold(chr(code))) == 1}
"""Letters whose folded form is one letter too: with them offsets stay what they are."""
_WIDE = re.compile("[\u0300-\u036f\u00ad\ufb00-\ufb06\u00e6\u0153\u00df\u0133\u00fe\u2100-\u218f\uff00-\uffef]")
"""Characters that folding drops or makes two of: a text with them is marked token by token."""
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_BEGUN = 2
_JOINERS = "-\u2010\u2011'\u2019\u2018"


class Marker:
    """Marks what a query asks for, in any number of texts.

    Most tokens of a text don't match: it looks for the first two letters of the wanted words, and at those tokens only.
    """

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
        self._openers: dict[str, list[tuple[str, ...]]] = {}
        firsts = (*self._terms, *self._beginnings, *(each[0] for each in self._sequences))
        begun = {form for each in firsts for form in (each[:_BEGUN], *(each[:1] + joiner for joiner in _JOINERS))}
        self._begun = re.compile("|".join(map(re.escape, sorted(begun, reverse=True)))) if firsts else None

    def marks(self, text: str) -> list[Mark]:
        """Return the marked pieces of `text`, in order, not overlapping."""
        if self._begun is None:
            return []
        known = self._known
        found: list[Mark] = []
        runs: list[Mark] = []
        after = 0
        for start in self._starts(text, self._begun):
            match = WORD.match(text, start)
            if match is None:
                continue
            raw = match.group()
            if self._sequences:
                runs.extend(self._runs(text, start, raw))
            if start < after:
                continue
            why = known[raw] if raw in known else self._why(raw)
            if why is not None:
                after = match.end()
                found.append(Mark(start, after, why))
        return _joined(found, runs) if runs else found

    @staticmethod
    def _starts(text: str, begun: re.Pattern[str]) -> Iterable[int]:
        """Return where a wanted word may begin."""
        plain = text.lower()
        if not text.isascii():
            if len(plain) != len(text) or _WIDE.search(text) is not None:
                return [match.start() for match in WORD.finditer(text)]
            if _ACCENTED.search(plain) is not None:
                plain = plain.translate(_PLAIN)
        starts = [match.start() for match in begun.finditer(plain)]
        return [start for start in starts if not start or not plain[start - 1].isalnum()]

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

    def _runs(self, text: str, start: int, raw: str) -> Iterator[Mark]:
        """Yield the pieces from `start`, where `raw` stands, in which the terms of a sequence follow each other."""
        openers = self._openers.get(raw)
        if openers is None:
            terms = self._analyser.token(raw).terms
            openers = self._openers[raw] = [each for each in self._sequences if (each[0], 0) in terms]
        for sequence in openers:
            place = 0
            for match in WORD.finditer(text, start):
                token = self._analyser.token(match.group())
                wanted = sequence[place : place + token.width]
                if not all((term, at) in token.terms for at, term in enumerate(wanted)):
                    break
                place += token.width
                if place >= len(sequence):
                    yield Mark(start, match.end(), "exact")
                    break

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
