"""The piece of a passage that is shown for a hit, with what matched marked in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from kennisbank.domain.results import Mark, Why
from kennisbank.search.analysis import WORD, Analyser, fold
from kennisbank.search.leaf_hits import RANK, LeafHits

LENGTH = 230
"""Characters of a snippet, or a little more so as not to cut a word."""


Reason = tuple[Why, str]
"""Why a piece is marked, and the asked word it answers."""
Place = tuple[int, int, Reason]
"""A marked piece of a text while it is looked for: start, end, and why."""

_WIDE = re.compile(
    "[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u0300-\u036f\u00ad\ufb00-\ufb06\u00e6\u0153\u00df\u0133\u00fe"
    "\u1d00-\u1dff\u2070-\u209f\u2100-\u218f\u2460-\u24ff\uff00-\uffef]"
)
"""Characters that folding drops or makes two of: a text with them is marked token by token."""
_JOINERS = "\\-\u2010\u2011'\u2019\u2018"
_IN_WORD = "\\w\u0300-\u036f\u00ad"
_REST = WORD.pattern.replace("+", "*", 1)
"""A token without its first letter."""
_MANY_PARTS = f"(?=[^\\W_]*(?:_|[^{_IN_WORD}\\s][{_IN_WORD}]))"
"""What begins here may be a token of several parts: the rules for those are `Analyser.token`'s."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet, its marks in it, and all marked pieces of the whole text: those of the snippet first."""

    text: str
    marks: tuple[Mark, ...]
    places: tuple[tuple[int, int], ...]


class Marker:
    """Marks what a query asks for, in any number of texts.

    Most tokens of a text don't match. Patterns made of the first two letters of what is wanted find those that may, and
    only these are looked at as the index looked at them.
    """

    def __init__(self, hits: Iterable[LeafHits], analyser: Analyser) -> None:
        """Mark the terms of `hits`."""
        self._analyser = analyser
        terms: dict[str, Reason] = {}
        beginnings: dict[str, str] = {}
        sequences: dict[tuple[str, ...], Reason] = {}
        for each in hits:
            for term, why in each.terms.items():
                if term not in terms or RANK[why] < RANK[terms[term][0]]:
                    terms[term] = (why, each.word)
            for beginning in each.beginnings:
                beginnings.setdefault(beginning, each.word)
            for sequence, why in each.sequences.items():
                sequences.setdefault(sequence, (why, each.word))
        self._sequences = sequences
        self._known = _Known(terms, beginnings, analyser)
        self._openers: dict[str, list[tuple[str, ...]]] = {}
        self._searched = (*terms, *beginnings)

    @cached_property
    def _wanted(self) -> re.Pattern[str] | None:
        return re.compile(f"{_begun(self._searched)}{_REST}") if self._searched else None

    @cached_property
    def _opening(self) -> re.Pattern[str] | None:
        runs = "|".join(_opening(each) for each in self._sequences)
        return re.compile(runs) if runs else None

    def snippet(self, text: str) -> Snippet:
        """Return the piece of `text` with the most different marked words close together."""
        places = self.places(text)
        start, end = _window(text, places)
        marks = [
            Mark(at - start, last - start, why, word) for at, last, (why, word) in places if at >= start and last <= end
        ]
        spans = [(at, last) for at, last, _ in places]
        if len(marks) < len(spans):
            spans.sort(key=lambda span: span[0] < start or span[1] > end)
        return Snippet(text[start:end].replace("\n", " "), tuple(marks), tuple(spans))

    def places(self, text: str) -> list[Place]:
        """Return the marked pieces of `text`, in order, not overlapping."""
        plain = text.lower()
        if not plain.isascii():
            plain = plain.translate(_plain_letters())
        is_wide = len(plain) != len(text) or not (text.isascii() or _WIDE.search(text) is None)
        found: list[Place] = []
        if self._wanted is not None:
            found = self._words(text, text, WORD) if is_wide else self._words(text, plain, self._wanted)
        if self._opening is None:
            return found
        runs = self._runs(text, WORD.finditer(text) if is_wide else self._opening.finditer(plain))
        return _joined(found, runs) if runs else found

    def _words(self, text: str, plain: str, pattern: re.Pattern[str]) -> list[Place]:
        """Return those of the tokens that `pattern` finds in `plain` that are wanted."""
        known = self._known
        spans = [match.span() for match in pattern.finditer(plain)]
        found = [(start, end, why) for start, end in spans if (why := known[text[start:end]])]
        if len(found) == len(spans) or pattern is WORD:
            return found
        # A token may be unwanted as a whole, and its last parts wanted: ``x-co-creatie``, asked for cocreatie.
        for start, end in spans:
            if not known[text[start:end]] and not text[start:end].isalnum():
                inner = (match.start() for match in pattern.finditer(plain, start + 1, end))
                found += [(at, end, part) for at in inner if (part := known[text[at:end]])][:1]
        return sorted(found)

    def _runs(self, text: str, candidates: Iterable[re.Match[str]]) -> list[Place]:
        """Return the pieces that begin with one of `candidates`, in which the terms of a sequence follow each other."""
        found: list[Place] = []
        for each in candidates:
            start = each.start()
            token = each if each.re is WORD else WORD.match(text, start)
            if token is None:
                continue
            raw = token.group()
            openers = self._openers.get(raw)
            if openers is None:
                terms = self._analyser.token(raw).terms
                openers = self._openers[raw] = [each for each in self._sequences if (each[0], 0) in terms]
            for sequence in openers:
                end = self._end(text, start, sequence)
                if end:
                    found.append((start, end, self._sequences[sequence]))
        return found

    def _end(self, text: str, start: int, sequence: tuple[str, ...]) -> int:
        """Return where a sequence ends whose first token begins at `start`, 0 if it doesn't stand there."""
        place = 0
        for match in WORD.finditer(text, start):
            terms, width = self._analyser.token(match.group())
            if not all((term, at) in terms for at, term in enumerate(sequence[place : place + width])):
                return 0
            place += width
            if place >= len(sequence):
                return match.end()
        return 0


class _Known(dict[str, Reason | None]):
    """Per token why it is marked, worked out when it is first met."""

    def __init__(self, terms: dict[str, Reason], beginnings: dict[str, str], analyser: Analyser) -> None:
        self._terms = terms
        self._beginnings = beginnings
        self._all_beginnings = tuple(beginnings)
        self._analyser = analyser

    def __missing__(self, raw: str) -> Reason | None:
        best: Reason | None = None
        for term, _ in self._analyser.token(raw).terms:
            here = self._terms.get(term)
            if here is None and term.startswith(self._all_beginnings):
                word = next(word for beginning, word in self._beginnings.items() if term.startswith(beginning))
                here = ("prefix", word)
            if here is not None and (best is None or RANK[here[0]] < RANK[best[0]]):
                best = here
        self[raw] = best
        return best


def _begun(wanted: Iterable[str]) -> str:
    """Return a pattern that takes the first letter of a word that begins as one of `wanted` does.

    Accents on the first two letters, or a joiner between them, don't matter. The pattern begins with a set of letters
    and looks back afterwards: so the regular expressions of Python skip quickly what can't begin a match.
    """
    seconds: dict[str, set[str]] = {}
    for each in wanted:
        seconds.setdefault(each[0], set()).add(each[1:2])
    firsts = "".join(map(re.escape, sorted(seconds)))
    return f"[{firsts}](?<![^\\W_].)(?:" + "|".join(_pair(*each) for each in sorted(seconds.items())) + ")"


def _pair(first: str, seconds: set[str]) -> str:
    """Return a pattern for what stands around the end of a first letter."""
    if "" in seconds:
        return f"(?<={re.escape(first)})"
    letters = "".join(map(re.escape, sorted(seconds)))
    return f"(?<={re.escape(first)})(?=[{letters}{_JOINERS}])"


@cache
def _plain_letters() -> dict[int, str]:
    """Return, for letters with accents, the plain letter each is folded to: with these, offsets stay what they are."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    pairs = zip(letters, fold("\n".join(letters)).split("\n"), strict=True)
    return {ord(letter): plain for letter, plain in pairs if len(plain) == 1 and plain.isalnum()}


def _opening(sequence: tuple[str, ...]) -> str:
    """Return a pattern for where a sequence may begin: its first two tokens begin as they should."""
    first = _begun(sequence[:1])
    if len(sequence) == 1 or not sequence[1].isascii():
        return first
    simple = f"[^\\W_]*+[^{_IN_WORD}]++(?={_begun(sequence[1:2])})"
    return f"{first}(?={_MANY_PARTS}|{simple})"


def _joined(words: list[Place], runs: list[Place]) -> list[Place]:
    """Return both, where a run swallows what lies in it."""
    found: list[Place] = []
    for each in sorted((*words, *runs), key=lambda place: (place[0], -place[1])):
        if not found or each[0] >= found[-1][1]:
            found.append(each)
        elif each[1] > found[-1][1]:
            found[-1] = (found[-1][0], each[1], found[-1][2])
    return found


def _window(text: str, places: list[Place]) -> tuple[int, int]:
    if len(text) <= LENGTH + 20:
        return 0, len(text)
    first, last = _densest(text, places)
    room = max(0, LENGTH - (last - first))
    start = max(0, first - room // 3)
    end = min(len(text), max(last, start + LENGTH))
    start = max(0, min(start, end - LENGTH))
    return _word_start(text, start, first), _word_end(text, end, last)


def _densest(text: str, places: list[Place]) -> tuple[int, int]:
    """Return where the most different marked words stand close together."""
    if len(places) < 2:
        return places[0][:2] if places else (0, 0)
    best, first, last, low = 0, 0, 0, 0
    seen: dict[str, int] = {}
    words = [text[start:end].lower() for start, end, _ in places]
    lowest = places[0][0]
    for at, (_, end, _) in enumerate(places):
        word = words[at]
        seen[word] = seen.get(word, 0) + 1
        while end - lowest > LENGTH - 40 and low < at:
            gone = words[low]
            if seen[gone] == 1:
                del seen[gone]
            else:
                seen[gone] -= 1
            low += 1
            lowest = places[low][0]
        worth = 10 * len(seen) + (at - low if at - low < 9 else 9)  # noqa: FURB136 - quicker here than a call
        if worth > best:
            best, first, last = worth, lowest, end
    return first, last


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
