"""How much two texts are alike, and which of their parts answer each other: the one module that knows RapidFuzz."""

from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein


class Piece(NamedTuple):
    """``old[old_start:old_end]`` became ``new[new_start:new_end]``; `is_equal`: they are the same letters."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    is_equal: bool


def likeness(first: str, second: str) -> float:
    """Return the part of the letters of the longer one that is the same, 0.0 to 1.0; two empty texts are alike."""
    return Levenshtein.normalized_similarity(first, second)


def shared(first: str, second: str) -> float:
    """Return the part of the letters of both that they share in one order, 0.0 to 1.0."""
    return Indel.normalized_similarity(first, second)


def pieces(old: str, new: str) -> list[Piece]:
    """Return how `old` became `new` in as few letters as possible: pieces in order that cover both."""
    return [
        Piece(step.src_start, step.src_end, step.dest_start, step.dest_end, step.tag == "equal")
        for step in Levenshtein.opcodes(old, new)
    ]
