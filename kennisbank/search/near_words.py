"""Which words of the index are spelt nearly as another word is, and how likely each is to have been meant.

Words that can't be near, by their length and by which letters they hold, are put aside first, all at once; the few
that are left are compared letter by letter (`spelling_costs`). A word is likely when it occurs often and when little
makes it of what was typed: its score is the logarithm of its frequency less its cost times `_WEIGHT`.
"""

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kennisbank.search.spelling_costs import Codes, edit_costs
from kennisbank.search.word_table import WordTable

SHORTEST = 4
"""Letters of a word that is corrected at all; from `_SHORTEST_FAR` on, by two edits."""
_SHORTEST_FAR = 7
_LONGEST = 48
_FIRST = 0.7
"""What a different first letter costs more: it is seldom mistyped."""
_WEIGHT = 5.0
_EDGE = 1e-4
_GOOD = 1.0
_LETTERS = 26
_TOGETHER = 20_000
"""Words whose letters are counted at once: a bound to the memory that takes."""
_MOST = 20_000
"""Words that are compared letter by letter, nearest in letters first."""
_HAS_RUNS = re.compile("[fgxy]|ph|ch|ks|ie|ij|ei")
"""Letters that may be written for a run of another length."""


def allowed_edits(word: str) -> int:
    """Return how many edits a word of this length may need: 0 where it isn't corrected at all."""
    if not (word.isascii() and word.isalpha() and word.islower()) or not SHORTEST <= len(word) <= _LONGEST:
        return 0
    return 2 if len(word) >= _SHORTEST_FAR else 1


def likelihood(frequency: int, cost: float) -> float:
    """Return how likely it is that a word of this frequency was meant: to be compared only."""
    return math.log(max(frequency, 1)) - _WEIGHT * cost


class NearWords:
    """Finds near words in all tables at once. Made once, at some 20 bytes a word; never changes."""

    def __init__(self, tables: Sequence[WordTable]) -> None:
        """Prepare the words of `tables` that are made of the letters a to z alone."""
        self._letters = [_Letters(table) for table in tables]

    def find(self, word: str, edits: int) -> dict[str, float]:
        """Return the words within so many edits of `word`, each with its cost; without `word` itself."""
        found = self._near(word, edits, has_runs=False)
        if not any(cost <= _GOOD for cost in found.values()) and _HAS_RUNS.search(word):
            found = self._near(word, edits, has_runs=True)
        return found

    def _near(self, word: str, edits: int, *, has_runs: bool) -> dict[str, float]:
        possible = [each.possible(word, edits, has_runs=has_runs) for each in self._letters]
        lengths = np.concatenate([each.lengths(at) for each, at in zip(self._letters, possible, strict=True)])
        if not len(lengths):
            return {}
        width = int(lengths.max())
        letters = np.concatenate([e.columns(at, width) for e, at in zip(self._letters, possible, strict=True)], axis=1)
        costs = edit_costs(word, letters, lengths.astype(np.int64), edits)
        first = np.where(letters[0] == ord(word[0]) - 96, np.float32(0), np.float32(_FIRST))
        near = np.flatnonzero((costs <= edits + _EDGE) & (costs > 0))
        return {
            (letters[: lengths[column], column] + np.uint8(96)).tobytes().decode(): round(float(cost), 2)
            for column, cost in zip(near.tolist(), costs[near] + first[near], strict=True)
        }


class _Letters:
    """The plain words of one table: where they stand, how long they are, which letters they hold."""

    def __init__(self, table: WordTable) -> None:
        self._table = table
        text = np.frombuffer(table.text, dtype=np.uint8)
        is_letter = (text >= ord("a")) & (text <= ord("z"))
        letters = np.where(is_letter, text - np.uint8(96), np.uint8(0))
        lengths = table.ends - table.starts
        is_letter[table.ends] = True
        is_plain = (lengths >= SHORTEST - 1) & (lengths <= _LONGEST + 2)
        if len(table):
            is_plain &= np.logical_and.reduceat(is_letter, table.starts)
        self._at = np.flatnonzero(is_plain).astype(np.int32)
        self._lengths = lengths[self._at].astype(np.int8)
        self._masks = np.zeros(len(self._at), dtype=np.uint64)
        for first in range(0, len(self._at), _TOGETHER):
            part = self._at[first : first + _TOGETHER]
            self._masks[first : first + len(part)] = _masks(letters, table.starts[part], lengths[part])

    def possible(self, word: str, edits: int, *, has_runs: bool) -> npt.NDArray[np.intp]:
        """Return which of the words may be near, by their lengths and the letters they hold.

        A letter changed makes two letters differ, one added or dropped makes one; a run of two letters for one, three.
        """
        once = twice = 0
        for letter in word:
            bit = 1 << (ord(letter) - 97)
            twice |= once & bit
            once |= bit
        longer = np.abs(self._lengths - np.int8(len(word)))
        differing = np.bitwise_count(self._masks ^ np.uint64(once | twice << _LETTERS))
        allowed = np.int8(2 * edits) - longer
        if has_runs:
            allowed += np.where(longer > 0, 2, 0).astype(np.int8)
        chosen = np.flatnonzero((longer <= edits) & (differing.view(np.int8) <= allowed))
        if len(chosen) > _MOST:
            chosen = chosen[np.argsort(differing[chosen], kind="stable")[:_MOST]]
        return chosen

    def lengths(self, chosen: npt.NDArray[np.intp]) -> npt.NDArray[np.int8]:
        """Return how long the chosen words are."""
        return self._lengths[chosen]

    def columns(self, chosen: npt.NDArray[np.intp], width: int) -> Codes:
        """Return the letters of the chosen words, one word a column, filled up with 0."""
        text = np.frombuffer(self._table.text, dtype=np.uint8)
        down = np.arange(width, dtype=np.int32)[:, np.newaxis]
        places = np.minimum(self._table.starts[self._at[chosen]] + down, max(len(text) - 1, 0))
        letters: Codes = text[places] - np.uint8(96)
        letters[down >= self._lengths[chosen]] = 0
        return letters


def _masks(
    letters: npt.NDArray[np.uint8], starts: npt.NDArray[np.int32], lengths: npt.NDArray[np.int32]
) -> npt.NDArray[np.uint64]:
    """Return which letters words hold: a bit for each that occurs, and one for each that occurs twice or more."""
    owners = np.repeat(np.arange(len(starts)), lengths)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    held = letters[np.repeat(starts, lengths) + within].astype(np.intp) - 1
    counts = np.bincount(owners * _LETTERS + held, minlength=len(starts) * _LETTERS).reshape(-1, _LETTERS)
    once, twice = np.uint64(1) << np.arange(_LETTERS, dtype=np.uint64), np.uint64(1 << _LETTERS)
    masks: npt.NDArray[np.uint64] = ((counts > 0) * once + (counts > 1) * (once * twice)).sum(axis=1, dtype=np.uint64)
    return masks


def likeliest(found: Iterable[tuple[str, int, float]], limit: int) -> list[tuple[str, int, float]]:
    """Return the first `limit` of words with frequency and cost, likeliest first."""
    return sorted(found, key=lambda each: (-likelihood(each[1], each[2]), each[0]))[:limit]
