"""Whether a place in another text is the passage that is meant, and what became of it: by its letters and those around.

What stands at a place is never enough for a short passage: it may be said a hundred times in a paper. There the letters
around it decide, and where they don't, the answer is that it isn't known.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kennisbank.documents.landmarks import same_ahead, same_behind
from kennisbank.documents.similarity import likeness
from kennisbank.domain.annotation import AnchorState

AROUND = 48
"""Letters on either side that are compared."""
_LONG = 32
"""Letters of a passage that is known by itself."""
_SHORT = 12
_TOUCHING = 8
"""Letters next to a passage that are as they were, on both sides together, for it to be in its old place."""
_SURELY_TOUCHING = 20
_ALIKE_AROUND = 0.65
_ALIKE_BOTH = 0.4
"""Likeness of what stands on either side of a passage of a word or two."""
_LEAST_ALIKE, _LEAST_ALIKE_ELSEWHERE = 0.5, 0.75
_LEAST_ALIKE_SHORT = 0.6
_SHORT_CHANGED = 24


@dataclass(frozen=True, slots=True)
class Passage:
    """What is looked for: its letters, and those before and behind it, up to `AROUND` of each."""

    letters: str
    before: str
    behind: str


class Place(NamedTuple):
    """``text[start:end]`` of other letters is the passage; what became of it, and the part that is as it was."""

    start: int
    end: int
    state: AnchorState
    similarity: float


class Surroundings(NamedTuple):
    """How much of what stands around is as it was: likeness on either side, and letters that touch the passage."""

    before: float
    behind: float
    touching: int

    @property
    def best(self) -> float:
        """Return the likeness of the side that is more like it was."""
        return max(self.before, self.behind)


def passage_at(text: str, start: int, end: int) -> Passage:
    """Return ``text[start:end]`` with what stands around it."""
    return Passage(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def surroundings(passage: Passage, text: str, start: int, end: int) -> Surroundings:
    """Return how much of what stands around ``text[start:end]`` is what stood around the passage."""
    before = text[max(0, start - len(passage.before)) : start]
    behind = text[end : end + len(passage.behind)]
    return Surroundings(
        likeness(passage.before, before) if passage.before else 0.0,
        likeness(passage.behind, behind) if passage.behind else 0.0,
        same_behind(passage.before, len(passage.before), text, start) + same_ahead(passage.behind, 0, text, end),
    )


def _is_on_both_sides(passage: Passage, around: Surroundings) -> bool:
    """Tell whether what stands on either side, as far as there is something, is much as it was."""
    before = not passage.before or around.before >= _ALIKE_BOTH
    return before and (not passage.behind or around.behind >= _ALIKE_BOTH)


def judged(passage: Passage, text: str, start: int, end: int) -> Place | None:
    """Return the passage in its place at ``text[start:end]``, where other passages led to; None if it isn't sure."""
    if start >= end or not passage.letters:
        return None
    around = surroundings(passage, text, start, end)
    length = len(passage.letters)
    if text[start:end] == passage.letters:
        if length < _SHORT:
            is_there = around.touching >= _TOUCHING and _is_on_both_sides(passage, around)
        else:
            is_there = around.touching >= _SURELY_TOUCHING or around.best >= _ALIKE_AROUND
        if is_there:
            return Place(start, end, "same", 1.0)
        return Place(start, end, "moved", 1.0) if length >= _LONG else None
    alike = likeness(passage.letters, text[start:end])
    if length < _SHORT_CHANGED:
        is_it = alike >= _LEAST_ALIKE_SHORT and around.touching >= _TOUCHING
    else:
        is_in_place = around.touching >= _TOUCHING or around.best >= _ALIKE_AROUND
        is_it = alike >= (_LEAST_ALIKE if is_in_place else _LEAST_ALIKE_ELSEWHERE)
    return Place(start, end, "changed", round(alike, 3)) if is_it else None
