"""What the program says of the files with synonyms: lines it couldn't read, and how many groups there are."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal["alone", "arrows", "empty_term", "no_terms", "too_many", "too_long"]
"""Why a line was skipped: one term alone, two arrows, nothing between two commas, no word at all, too much."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was skipped: the name of its file, its number (from 1), what it says, and why."""

    file: str
    line: int
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class SynonymSummary:
    """How many groups come with the program, how many the reader added, and which of the reader's lines are skipped."""

    shipped: int
    own: int
    skipped: tuple[BadLine, ...] = ()
