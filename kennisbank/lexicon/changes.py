"""How a form becomes its lemma or its key: the few letters that differ, so that thousands of words share one change."""

from dataclasses import dataclass
from typing import Self

_GE = "ge"
_NOTHING = "."


@dataclass(frozen=True, slots=True)
class Change:
    """Leave out ``ge`` at a place, cut the end, put another there: ``opgehaald``, 2, 1, ``en`` gives ``ophalen``."""

    ge_at: int
    """Where two letters are left out; -1 if nowhere."""
    cut: int
    """How many letters are cut from the end."""
    end: str
    """What comes in their place."""

    def applied(self, word: str) -> str:
        """Return what `word` is changed to."""
        if self.ge_at >= 0:
            word = word[: self.ge_at] + word[self.ge_at + 2 :]
        if self.cut:
            return word[: -self.cut] + self.end
        return word + self.end


@dataclass(frozen=True, slots=True)
class Forms:
    """What a word becomes: its lemma, and the key under which its forms stand."""

    lemma: Change
    key: Change

    def line(self) -> str:
        """Return both as one line of text."""
        return " ".join(f"{change.ge_at} {change.cut} {change.end or _NOTHING}" for change in (self.lemma, self.key))

    @classmethod
    def of_line(cls, line: str) -> Self:
        """Return what `line` tells.

        Raises:
            ValueError: it doesn't tell two changes.
        """
        ge_at, cut, end, key_ge_at, key_cut, key_end = line.replace(_NOTHING, "").split(" ")
        return cls(Change(int(ge_at), int(cut), end), Change(int(key_ge_at), int(key_cut), key_end))


def change_between(word: str, other: str) -> Change:
    """Return the change from `word` to `other` that leaves most of the word as it is."""
    best = _plain(word, other, -1)
    at = word.find(_GE)
    while at >= 0:
        change = _plain(word[:at] + word[at + 2 :], other, at)
        if change.cut + len(change.end) + 1 < best.cut + len(best.end):
            best = change
        at = word.find(_GE, at + 1)
    return best


def _plain(word: str, other: str, ge_at: int) -> Change:
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return Change(ge_at, len(word) - same, other[same:])
