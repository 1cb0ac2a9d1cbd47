"""The words of one segment of the index, ascending, and how often each occurs: looked up where they lie."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kennisbank.search.word_letters import WordLetters

_END = ord("\n")
_KEY = 8
"""Bytes of a word that are looked up as one number, before the whole word is looked at."""


class WordTable:
    """Words and their frequencies, kept as they are stored: some twenty bytes a word. Never changes."""

    def __init__(self, text: bytes, counts: "Sequence[int] | npt.NDArray[np.uint32]") -> None:
        r"""Take the words of `text` (UTF-8, ascending, ``\n`` between them) and how often each occurs.

        Raises:
            ValueError: there are not as many frequencies as words.
        """
        self.text = text + b"\n" if text else b""
        self.counts: npt.NDArray[np.uint32] = np.array(counts, dtype=np.uint32)
        ends = np.flatnonzero(np.frombuffer(self.text, dtype=np.uint8) == _END).astype(np.int32)
        if len(ends) != len(self.counts):
            raise ValueError("a table of words is torn")
        self.ends: npt.NDArray[np.int32] = ends
        self.starts: npt.NDArray[np.int32] = np.concatenate((np.zeros(1, dtype=np.int32), ends[:-1] + 1))[: len(ends)]
        """Where each word begins in `text`, and where it ends."""
        self._starts, self._ends = self.starts.data, self.ends.data  # reading one number is faster so

    @classmethod
    def of(cls, words: Sequence[str], counts: "Sequence[int] | npt.NDArray[np.uint32]") -> "WordTable":
        """Return the table of `words`, ascending."""
        return cls("\n".join(words).encode(errors="replace"), counts)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.counts)

    def word(self, place: int) -> str:
        """Return the word at a place (from 0)."""
        return self._bytes(place).decode(errors="replace")

    def frequency(self, word: str) -> int:
        """Return how often a word occurs."""
        wanted = word.encode(errors="replace")
        place = self._place(wanted)
        return int(self.counts[place]) if place < len(self) and self._bytes(place) == wanted else 0

    def beginning_with(self, prefix: str) -> range:
        """Return the places of the words that begin with `prefix`."""
        wanted = prefix.encode(errors="replace")
        # No UTF-8 text holds the byte 255: it stands behind all that begin so.
        return range(self._place(wanted), self._place(wanted + b"\xff"))

    def most_frequent(self, places: range, most: int) -> list[int]:
        """Return the `most` most frequent words of `places` (more when the last are as frequent), by frequency."""
        counts = self.counts[places.start : places.stop]
        if most < len(counts):
            least = np.partition(counts, len(counts) - most)[len(counts) - most]
            chosen = np.flatnonzero(counts >= least)
        else:
            chosen = np.arange(len(counts))
        ordered = chosen[np.argsort(-counts[chosen].astype(np.int64), kind="stable")]
        found: list[int] = (ordered + places.start).tolist()
        return found

    @cached_property
    def letters(self) -> WordLetters:
        """Return which letters the words hold; made when it is first asked."""
        return WordLetters(self.text, self.starts, self.ends)

    @cached_property
    def _keys(self) -> "memoryview[int]":
        """Return the first bytes of each word as one number: ascending as the words do."""
        text = np.frombuffer(self.text + bytes(_KEY), dtype=np.uint8)
        windows = np.lib.stride_tricks.sliding_window_view(text, _KEY)
        keys = windows[self.starts].view(">u8")[:, 0].astype(np.uint64)
        empty = np.maximum(_KEY - (self.ends - self.starts), 0).astype(np.uint64) * np.uint64(8)
        keys = np.where(empty < 64, keys >> empty << empty, np.uint64(0))
        return keys.data

    def _place(self, wanted: bytes) -> int:
        """Return the place of a word, or where it would stand."""
        number = int.from_bytes(wanted[:_KEY].ljust(_KEY, b"\0"), "big")
        first = bisect_left(self._keys, number)
        if len(wanted) <= _KEY and (first == len(self) or self._bytes(first) == wanted):
            return first
        last = bisect_right(self._keys, number, first)
        return first + bisect_left(range(first, last), wanted, key=self._bytes)

    def _bytes(self, place: int) -> bytes:
        return self.text[self._starts[place] : self._ends[place]]
