"""The words of the index: completing one that is being typed, and offering one for another that isn't there."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 24
_SHORTEST_FAR = 5
"""Letters from which words at two edits are offered: shorter ones have too many neighbours."""


class Vocabulary:
    """All words with their frequency; made when it is first needed, from the tables of the segments."""

    def __init__(self, tables: Iterable[tuple[list[str], "array[int]"]]) -> None:
        """Join the tables of segments."""
        counts: dict[str, int] = {}
        for words, numbers in tables:
            if not counts:
                counts = dict(zip(words, numbers, strict=True))
                continue
            get = counts.get
            for word, number in zip(words, numbers, strict=True):
                counts[word] = get(word, 0) + number
        self._counts = counts
        self._sorted = sorted(counts)

    def __contains__(self, word: str) -> bool:
        """Tell whether the word occurs."""
        return word in self._counts

    def frequency(self, word: str) -> int:
        """Return how often the word occurs."""
        return self._counts.get(word, 0)

    def complete(self, prefix: str, limit: int) -> list[str]:
        """Return words that begin with `prefix`, most frequent first."""
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff")
        found = self._sorted[first:last]
        return sorted(found, key=lambda word: (-self._counts[word], word))[:limit]

    def nearest(self, word: str) -> str:
        """Return the most frequent word at one edit, else at two, else nothing.

        An edit adds, drops or changes a letter, or swaps two. The first letter is seldom mistyped: a word that shares
        it counts ten times.
        """
        if not word.isalpha() or not 3 < len(word) <= _LONGEST:
            return ""
        return self._best(word, set(_edits(word))) or self._best(word, self._far(word))

    def _far(self, word: str) -> Iterator[str]:
        """Yield the words with the same first letter at two edits."""
        if len(word) < _SHORTEST_FAR:
            return
        letters, shortest, longest = set(word), len(word) - 2, len(word) + 2
        first = bisect_left(self._sorted, word[0])
        last = bisect_left(self._sorted, word[0] + "\U0010ffff")
        for each in self._sorted[first:last]:
            if (
                shortest <= len(each) <= longest
                and len(letters.symmetric_difference(each)) <= 4
                and _is_near(word, each)
            ):
                yield each

    def _best(self, word: str, candidates: Iterable[str]) -> str:
        known = self._counts
        found = {each for each in candidates if each in known and each.isalpha() and len(each) > 2}
        found.discard(word)
        return max(found, key=lambda each: (known[each] * (10 if each[0] == word[0] else 1), each), default="")


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            for letter in _LETTERS:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail


def _is_near(one: str, other: str) -> bool:
    """Tell whether two edits (adding, dropping or changing a letter) make one word of the other."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        now = [at]
        for place, theirs in enumerate(other, start=1):
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + (letter != theirs)))
        if min(now) > 2:
            return False
        before = now
    return before[-1] <= 2
