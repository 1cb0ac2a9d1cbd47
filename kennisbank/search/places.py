"""Places in the index as ascending arrays: what stands side by side, what near, and how often in which passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kennisbank.search.layout import FIELDS, NOWHERE, Floats, Layout, Mask, Numbers
from kennisbank.search.segment_builder import SLOT_BITS

NO_PLACES: Numbers = np.zeros(0, np.int64)
_PLACE = (1 << SLOT_BITS) - 1


def union(arrays: Iterable[Numbers]) -> Numbers:
    """Return the places of all, each once."""
    every = [each for each in arrays if len(each)]
    if len(every) < 2:
        return every[0] if every else NO_PLACES
    found = np.concatenate(every)
    found.sort(kind="stable")  # takes what ascends already as it is
    is_new = found[1:] != found[:-1]
    return found if is_new.all() else found[np.concatenate([[True], is_new])]


def is_in(these: Numbers, those: Numbers) -> Mask:
    """Tell of each of `these` whether it is among `those`; both ascend."""
    if not len(those):
        return np.zeros(len(these), np.bool_)
    at = np.searchsorted(those, these)
    at[at == len(those)] = 0
    found: Mask = those[at] == these
    return found


def side_by_side(words: Sequence[Numbers]) -> Numbers:
    """Return where a run begins: places of the first word behind which the others follow one by one."""
    order = sorted(range(len(words)), key=lambda at: len(words[at]))
    starts = words[order[0]] - order[0]
    for at in order[1:]:
        starts = starts[is_in(starts + at, words[at])]
    return starts


def distances(these: Numbers, those: Numbers) -> Numbers:
    """Return how far each of `these` is from the nearest of `those`, in places; both ascend, `those` aren't empty."""
    behind = np.searchsorted(those, these)
    after = those[np.minimum(behind, len(those) - 1)]
    before = those[np.maximum(behind - 1, 0)]
    nearest: Numbers = np.minimum(np.abs(after - these), np.abs(these - before))
    return nearest


def near(these: Numbers, those: Numbers, distance: int) -> tuple[Numbers, Numbers]:
    """Return those of each within `distance` places of one of the other.

    Passages begin a slot each, and a slot is much wider than a passage or a distance: none reaches into the next.
    """
    if not len(these) or not len(those):
        return NO_PLACES, NO_PLACES
    return these[distances(these, those) <= distance], those[distances(those, these) <= distance]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How often something stands where: in passages (numbers ascending, each once) and in metadata fields.

    `fields` are numbers ``contribution * FIELDS + field``, ascending, each once. `places` are all single places where
    they are known.
    """

    passages: Numbers
    counts: Floats
    fields: Numbers
    field_counts: Floats
    places: Numbers

    @property
    def is_empty(self) -> bool:
        """Tell whether it stands nowhere."""
        return not len(self.passages) and not len(self.fields)

    def in_field(self, field: int) -> "Occurrences":
        """Return what of it stands in this metadata field."""
        kept = self.fields % FIELDS == field
        none = np.zeros(0, np.float32)
        return Occurrences(NO_PLACES, none, self.fields[kept], self.field_counts[kept], NO_PLACES)

    def homes(self, layout: Layout) -> Numbers:
        """Return the contributions it stands in, some perhaps more than once."""
        return np.concatenate([layout.homes[self.passages], self.fields // FIELDS])


def occurrences(places: Numbers, layout: Layout) -> Occurrences:
    """Return where ascending `places` stand; those of contributions that were put out are left out."""
    codes = layout.codes[places >> SLOT_BITS]
    is_body = codes >= 0
    passages, counts = _runs(codes[is_body])
    others = codes[~is_body]
    fields, field_counts = _runs(-1 - others[others != NOWHERE])
    return Occurrences(passages, counts, fields, field_counts, places[is_body])


def counted(slots: Numbers, layout: Layout) -> Occurrences:
    """Return where places stand whose lower bits say how often, less one, and no more about where in the slot."""
    codes = layout.codes[slots >> SLOT_BITS]
    numbers = ((slots & _PLACE) + 1).astype(np.float32)
    is_body = codes >= 0
    is_field = ~is_body & (codes != NOWHERE)
    passages, counts = _summed(codes[is_body], numbers[is_body])
    fields, field_counts = _summed(-1 - codes[is_field], numbers[is_field])
    return Occurrences(passages, counts, fields, field_counts, NO_PLACES)


def _runs(numbers: Numbers) -> tuple[Numbers, Floats]:
    """Return each of ascending numbers once, and how often it stood there."""
    if not len(numbers):
        return NO_PLACES, np.zeros(0, np.float32)
    starts = np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
    counts = np.diff(np.append(starts, len(numbers))).astype(np.float32)
    return numbers[starts], counts


def _summed(numbers: Numbers, values: Floats) -> tuple[Numbers, Floats]:
    """Return each number once, ascending, with the sum of its values."""
    if not len(numbers):
        return NO_PLACES, np.zeros(0, np.float32)
    order = np.argsort(numbers, kind="stable")
    numbers, values = numbers[order], values[order]
    starts = np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
    return numbers[starts], np.add.reduceat(values, starts)
