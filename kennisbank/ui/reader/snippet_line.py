"""A snippet on one line, begun shortly before its first mark so that the mark shows. Pure: knows nothing of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.domain.results import Mark

_BEFORE = 12
"""Characters shown before the first mark, about two words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on the line, marked or not."""

    text: str
    is_marked: bool = False


def pieces_of(snippet: str, marks: Sequence[Mark]) -> list[Piece]:
    """Return the line as runs: white space as single spaces, cut before the first mark at the edge of a word."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    begin = _begin(snippet, ordered[0].start) if ordered else 0
    pieces = [Piece("…")] if begin else []
    at = begin
    for mark in ordered:
        if mark.start < at:
            continue
        pieces.append(Piece(_one_line(snippet[at : mark.start])))
        pieces.append(Piece(_one_line(snippet[mark.start : mark.end]), is_marked=True))
        at = mark.end
    pieces.append(Piece(_one_line(snippet[at:])))
    return [piece for piece in pieces if piece.text]


def _begin(snippet: str, mark: int) -> int:
    """Return where the line begins: at a word, at most `_BEFORE` characters before the mark where there is one."""
    if mark <= _BEFORE:
        return 0
    for at in range(mark - _BEFORE, mark):
        if snippet[at - 1].isspace() and not snippet[at].isspace():
            return at
    return mark


def _one_line(text: str) -> str:
    """Return the text with each run of white space as one space."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")
