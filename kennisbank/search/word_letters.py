"""Which letters the words of a table hold: what tells at once, of all words, which can't be near a given one.

Of each word a set of bits says which letters occur in it, and which occur twice or more. Two words whose sets differ in
many bits are many edits apart: comparing half a million sets takes a few milliseconds.
"""

import numpy as np
import numpy.typing as npt

from kennisbank.search.spelling_costs import Codes

_SHORTEST = 3
_LONGEST = 50
_LETTERS = 26
_MOST = 3000
"""Words that are given at most, those with the likest letters first; by sound, a third of them."""

_Places = npt.NDArray[np.intp]


class WordLetters:
    """The words of one text that are made of the letters a to z alone: some 15 bytes a word. Never changes."""

    def __init__(self, text: bytes, starts: npt.NDArray[np.int32], ends: npt.NDArray[np.int32]) -> None:
        """Take the words that stand in `text` from `starts` to `ends`, each with one byte behind it."""
        self._text = np.frombuffer(text, dtype=np.uint8)
        is_letter = (self._text >= ord("a")) & (self._text <= ord("z"))
        lengths = ends - starts
        is_letter[ends] = True
        is_plain = (lengths >= _SHORTEST) & (lengths <= _LONGEST)
        if len(starts):
            is_plain &= np.logical_and.reduceat(is_letter, starts)
        chosen = np.flatnonzero(is_plain)
        self._starts, self._lengths = starts[chosen], lengths[chosen].astype(np.int8)
        self._sets = _sets(self._text, self._starts, lengths[chosen])

    def possible(self, word: str, edits: int, *, by_sound: bool) -> _Places:
        """Return which of the words may be within so many edits of `word` (a to z), by lengths and letters.

        A letter changed makes two letters differ, one added or dropped makes one. `by_sound` allows two more: for a run
        of two letters in place of one, and for letters that cost so little that more may be changed.
        """
        once = twice = 0
        for letter in word:
            bit = 1 << (ord(letter) - 97)
            twice |= once & bit
            once |= bit
        longer = np.abs(self._lengths - np.int8(len(word)))
        differing = np.bitwise_count(self._sets ^ np.uint64(once | twice << _LETTERS)).view(np.int8)
        allowed = np.int8(2 * edits + (2 if by_sound else 0)) - longer
        chosen = np.flatnonzero((longer <= edits) & (differing <= allowed))
        most = _MOST // 3 if by_sound else _MOST
        if len(chosen) > most:
            chosen = chosen[np.argsort(differing[chosen], kind="stable")[:most]]
        return chosen

    def lengths(self, chosen: _Places) -> npt.NDArray[np.int8]:
        """Return how long the chosen words are."""
        return self._lengths[chosen]

    def columns(self, chosen: _Places, width: int) -> Codes:
        """Return the letters of the chosen words, one word a column of `width`, filled up with 0."""
        down = np.arange(width, dtype=np.int32)[:, np.newaxis]
        places = np.minimum(self._starts[chosen] + down, max(len(self._text) - 1, 0))
        letters: Codes = self._text[places] - np.uint8(96)
        letters[down >= self._lengths[chosen]] = 0
        return letters


def _sets(text: Codes, starts: npt.NDArray[np.int32], lengths: npt.NDArray[np.int32]) -> npt.NDArray[np.uint64]:
    """Return which letters words hold: a bit for each that occurs, and one for each that occurs twice or more."""
    once = np.zeros(len(starts), dtype=np.uint32)
    twice = np.zeros(len(starts), dtype=np.uint32)
    left = np.arange(len(starts))
    for at in range(int(lengths.max(initial=0))):
        left = left[lengths[left] > at]
        bit = np.uint32(1) << (text[starts[left] + at] - np.uint8(ord("a"))).astype(np.uint32)
        before = once[left]
        twice[left] |= before & bit
        once[left] = before | bit
    return once | twice.astype(np.uint64) << np.uint64(_LETTERS)
