"""Which words of the index are spelt nearly as another word is, and how likely each is to have been meant.

Words that can't be near, by their length and by which letters they hold, are put aside first, all at once; the few
that are left are compared letter by letter (`spelling_costs`). A word is likely when it occurs often and when little
makes it of what was typed: its score is the logarithm of its frequency less its cost times `_WEIGHT`.
"""

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np

from kennisbank.search.spelling_costs import edit_costs
from kennisbank.search.word_table import WordTable

SHORTEST = 4
"""Letters of a word that is corrected at all; from `_SHORTEST_FAR` on, by two edits."""
_SHORTEST_FAR = 7
_LONGEST = 48
_FIRST = 0.7
"""What a different first letter costs more: it is seldom mistyped."""
_WEIGHT = 6.0
_EDGE = 1e-4
_GOOD = 0.5
_BY_SOUND = re.compile("[ckszfvgxydt]|ie|ij|ei")
"""Letters that are often written for others, so cheaply that more of them may differ."""


def allowed_edits(word: str) -> int:
    """Return how many edits a word of this length may need: 0 where it isn't corrected at all."""
    if not (word.isascii() and word.isalpha() and word.islower()) or not SHORTEST <= len(word) <= _LONGEST:
        return 0
    return 2 if len(word) >= _SHORTEST_FAR else 1


def likelihood(frequency: int, cost: float) -> float:
    """Return how likely it is that a word of this frequency was meant: to be compared only."""
    return math.log(max(frequency, 1)) - _WEIGHT * cost


def words_near(word: str, tables: Sequence[WordTable], edits: int) -> dict[str, float]:
    """Return the words of `tables` within so many edits of `word` (a to z), each with its cost; without `word`."""
    found = _near(word, tables, edits, by_sound=False)
    if not any(cost < _GOOD for cost in found.values()) and _BY_SOUND.search(word):
        found = _near(word, tables, edits, by_sound=True)
    return found


def _near(word: str, tables: Sequence[WordTable], edits: int, *, by_sound: bool) -> dict[str, float]:
    possible = [(table.letters, table.letters.possible(word, edits, by_sound=by_sound)) for table in tables]
    if not any(len(chosen) for _, chosen in possible):
        return {}
    lengths = np.concatenate([words.lengths(chosen) for words, chosen in possible])
    width = int(lengths.max())
    letters = np.concatenate([words.columns(chosen, width) for words, chosen in possible], axis=1)
    costs = edit_costs(word, letters, lengths.astype(np.int64), edits)
    first = np.where(letters[0] == ord(word[0]) - 96, np.float32(0), np.float32(_FIRST))
    near = np.flatnonzero((costs <= edits + _EDGE) & (costs > 0))
    return {
        (letters[: lengths[column], column] + np.uint8(96)).tobytes().decode(): round(float(cost), 2)
        for column, cost in zip(near.tolist(), costs[near] + first[near], strict=True)
    }


def likeliest(found: Iterable[tuple[str, int, float]], limit: int) -> list[tuple[str, int, float]]:
    """Return the first `limit` of words with frequency and cost, likeliest first."""
    return sorted(found, key=lambda each: (-likelihood(each[1], each[2]), each[0]))[:limit]
