"""A snippet as it flows on a card: runs of white space as one space, marks moved along. Pure: knows nothing of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.domain.results import Mark

_BEFORE = 90
"""Characters that may stand before the first mark; a longer beginning is cut at a word, so that the mark shows."""


@dataclass(frozen=True, slots=True)
class Flowed:
    """Text on one line with its marked spans, ascending and apart from one another."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def flowed(snippet: str, marks: Sequence[Mark], before: int = _BEFORE) -> Flowed:
    """Return the snippet as it is shown, with at most about `before` characters before its first mark."""
    places = _collapsed_places(snippet)
    text = " ".join(snippet.split())
    spans: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda each: each.start):
        start, end = places[min(mark.start, len(snippet))], places[min(mark.end, len(snippet))]
        if end > start >= (spans[-1][1] if spans else 0):
            spans.append((start, end))
    cut = _cut(text, spans[0][0], before) if spans else 0
    if not cut:
        return Flowed(text, tuple(spans))
    return Flowed("…" + text[cut:], tuple((start - cut + 1, end - cut + 1) for start, end in spans))


def utf16(text: str, offset: int) -> int:
    """Return where Qt counts the character at `offset`: those beyond the basic plane count for two there."""
    if not text or max(text) <= "\uffff":
        return offset
    return offset + sum(char > "\uffff" for char in text[:offset])


def _collapsed_places(snippet: str) -> list[int]:
    """Return for each offset in `snippet` its offset in the text with runs of white space as one space."""
    places: list[int] = []
    length, has_gap = 0, False
    for char in snippet:
        if char.isspace():
            places.append(length)
            has_gap = length > 0
        else:
            length += has_gap
            has_gap = False
            places.append(length)
            length += 1
    places.append(length)
    return places


def _cut(text: str, first: int, before: int) -> int:
    if first <= before:
        return 0
    space = text.find(" ", first - before)
    return space + 1 if 0 <= space < first else first
