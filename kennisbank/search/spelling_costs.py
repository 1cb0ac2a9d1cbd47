"""What it costs to make one word of another: edits of letters, with the usual slips of writers of Dutch at a discount.

The distance of Damerau and Levenshtein (a letter added, dropped or changed, two swapped: each 1), where a slip that
people often make costs less: *ei* for *ij*, *au* for *ou*, *d* for *t* at the end, *c* for *k*, *s* for *z*, *f* for
*v*, one letter for a doubled one, *i* for *ie*; and, cheaper than any odd letter, a key beside the right one.

Many words are compared at once: the table of the distance is filled cell by cell, each cell for all words.
"""

from itertools import pairwise
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint8]
"""Letters as numbers: a is 1, z is 26, 0 is none."""
Costs = npt.NDArray[np.float32]

FAR = 99.0
"""More than any cost that matters."""

_DOUBLED = 0.4
_SWAPPED = 0.7
_FINAL_D_T = 0.3
_SILENT = 0.5
_ENDING = 0.8

_SLIPS = MappingProxyType(
    {
        "dt": 0.5, "sz": 0.4, "fv": 0.4, "ck": 0.4, "iy": 0.4, "cs": 0.6, "gh": 0.7, "bp": 0.7, "mn": 0.7, "gj": 0.8,
        "xz": 0.7, "vw": 0.7, "uw": 0.8, "ij": 0.6, "qk": 0.6, "aou": 0.8, "aei": 0.8, "eiou": 0.85, "lr": 0.9,
    }
)  # fmt: skip
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEY_BESIDE = 0.8

_RUNS: MappingProxyType[str, tuple[tuple[str, float], ...]] = MappingProxyType(
    {
        "ei": (("ij", 0.3), ("ey", 0.4), ("ie", 0.5)), "ij": (("ei", 0.3), ("y", 0.4), ("ey", 0.5)),
        "au": (("ou", 0.3),), "ou": (("au", 0.3),), "ie": (("y", 0.4), ("ei", 0.5)), "ey": (("ei", 0.4), ("ij", 0.5)),
        "y": (("ij", 0.4), ("ie", 0.4)), "ks": (("x", 0.4),), "x": (("ks", 0.4),), "qu": (("kw", 0.4),),
        "kw": (("qu", 0.4),), "ph": (("f", 0.4),), "f": (("ph", 0.4),), "ch": (("g", 0.4),), "g": (("ch", 0.4),),
        "oe": (("u", 0.6), ("ou", 0.7)), "u": (("oe", 0.6),), "ae": (("aa", 0.5),), "aa": (("ae", 0.5),),
    }
)  # fmt: skip
"""Letters that are written for others, one or two for one or two."""
_SILENT_H = frozenset("tcgkrp")


def codes_of(word: str) -> Codes:
    """Return the letters of `word` (a to z) as numbers."""
    return np.frombuffer(word.encode("ascii"), dtype=np.uint8) - np.uint8(96)


def _changes() -> Costs:
    """Return what it costs to write one letter for another: 27 rows (the letter) of 27 (the other)."""
    costs = np.ones((27, 27), dtype=np.float32)
    for row in _ROWS:
        for one, other in pairwise(row):
            _lower(costs, one, other, _KEY_BESIDE)
    for letters, cost in _SLIPS.items():
        for one in letters:
            for other in letters:
                _lower(costs, one, other, cost)
    np.fill_diagonal(costs, 0)
    costs[0, :] = costs[:, 0] = FAR
    return costs


def _lower(costs: Costs, one: str, other: str, cost: float) -> None:
    a, b = ord(one) - 96, ord(other) - 96
    costs[a, b] = costs[b, a] = min(costs[a, b], cost)


_CHANGE = _changes()


def _added(letters: Codes) -> Costs:
    """Return what each letter of words costs that the typed word lacks; `letters` and the answer: place by word."""
    costs = np.ones(letters.shape, dtype=np.float32)
    before = letters[:-1]
    costs[1:][letters[1:] == before] = _DOUBLED
    costs[1:][(letters[1:] == _code("e")) & (before == _code("i"))] = _SILENT
    is_after = np.zeros(27, dtype=np.bool_)
    is_after[[_code(each) for each in _SILENT_H]] = True
    costs[1:][(letters[1:] == _code("h")) & is_after[before]] = _SILENT
    costs[letters == _code("e")] = np.minimum(costs[letters == _code("e")], _ENDING)
    return costs


def _code(letter: str) -> int:
    return ord(letter) - 96


def edit_costs(word: str, letters: Codes, lengths: npt.NDArray[np.int64], band: int) -> Costs:
    """Return what it costs to make each of many words of `word`.

    `letters` holds the words as columns (place by word), filled up with 0 below; `lengths` their lengths. What needs
    more than `band` letters more or less on the way than `word` has counts as `FAR`.
    """
    typed = codes_of(word)
    rows, width = len(typed), letters.shape[0]
    added, dropped = _added(letters), _added(typed[:, np.newaxis])[:, 0]
    count = letters.shape[1]
    table = np.full((rows + 1, width + 1, count), FAR, dtype=np.float32)
    table[0, 0] = 0
    for at in range(1, min(band, width) + 1):
        table[0, at] = table[0, at - 1] + added[at - 1]
    for i in range(1, rows + 1):
        change = _CHANGE[typed[i - 1]]
        if i <= band:
            table[i, 0] = table[i - 1, 0] + dropped[i - 1]
        for j in range(max(1, i - band), min(width, i + band) + 1):
            theirs = letters[j - 1]
            cell = table[i - 1, j - 1] + change[theirs]
            np.minimum(cell, table[i - 1, j] + dropped[i - 1], out=cell)
            np.minimum(cell, table[i, j - 1] + added[j - 1], out=cell)
            if i > 1 and j > 1 and typed[i - 1] != typed[i - 2]:
                is_swapped = (theirs == typed[i - 2]) & (letters[j - 2] == typed[i - 1])
                np.minimum(cell, table[i - 2, j - 2] + _SWAPPED, out=cell, where=is_swapped)
            table[i, j] = cell
            _runs(word, i, j, letters, table)
    _final_d_t(word, letters, lengths, table)
    answer: Costs = table[rows, lengths, np.arange(count)]
    return answer


def _runs(word: str, i: int, j: int, letters: Codes, table: Costs) -> None:
    """Lower the cell where letters that end at `i` are written for others that end at `j`."""
    for size in (1, 2):
        if i < size:
            continue
        for other, cost in _RUNS.get(word[i - size : i], ()):
            if j < len(other):
                continue
            is_there = letters[j - 1] == _code(other[-1])
            if len(other) > 1:
                is_there &= letters[j - 2] == _code(other[0])
            np.minimum(table[i, j], table[i - size, j - len(other)] + cost, out=table[i, j], where=is_there)


def _final_d_t(word: str, letters: Codes, lengths: npt.NDArray[np.int64], table: Costs) -> None:
    """Lower the cost of a last letter d for t, and t for d."""
    if word[-1] not in "dt":
        return
    columns = np.arange(len(lengths))
    is_other = letters[lengths - 1, columns] == _code("t" if word[-1] == "d" else "d")
    cost = np.where(is_other, table[len(word) - 1, lengths - 1, columns] + _FINAL_D_T, FAR).astype(np.float32)
    last = table[len(word), lengths, columns]
    table[len(word), lengths, columns] = np.minimum(last, cost)
