"""Where a place in the index stands: from slots to passages, metadata fields and contributions, in arrays.

A posting's position is a slot of its contribution and a place in that slot (`segment_builder.SLOT_BITS`). Here the
contributions of a segment, and the segments of a snapshot, are laid end to end, so that one number, the *place*, says
it all: ``slot << SLOT_BITS | place in it``, ascending in reading order, with passages and metadata fields never closer
than a slot. What is known of a slot, a passage or a contribution is an array by its number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kennisbank.search.heads import HEAD_FIELDS, Head
from kennisbank.search.segment_builder import SLOT_BITS

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

FIELDS = len(HEAD_FIELDS)
NOWHERE = np.iinfo(np.int64).min
"""The code of a slot of a contribution that was put out of the index."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The slots of one index field over some contributions, numbered through.

    `first_slots[n]` is the first slot of contribution n, `first_passages[n]` its first passage; both have one entry
    more than there are contributions. `codes[slot]` is the number of a passage (from 0), or, for slot of field f of
    contribution n, ``-1 - (n * FIELDS + f)``, or `NOWHERE`. `lengths` are those of passages, in places; `homes[p]` is
    the contribution of passage p.
    """

    first_slots: Numbers
    first_passages: Numbers
    codes: Numbers
    lengths: Floats
    homes: Numbers

    @property
    def contributions(self) -> int:
        """Return how many contributions there are, those that were put out included."""
        return len(self.first_slots) - 1

    @property
    def passages(self) -> int:
        """Return how many passages there are."""
        return len(self.homes)

    def passages_of(self, contributions: Numbers) -> Numbers:
        """Return the passages of `contributions`, in their order."""
        firsts = self.first_passages[contributions]
        counts = self.first_passages[contributions + 1] - firsts
        before = np.cumsum(counts) - counts
        found: Numbers = np.arange(counts.sum()) + np.repeat(firsts - before, counts)
        return found

    def places(self, docs: Numbers, counts: Numbers, positions: Numbers) -> Numbers:
        """Return the positions of a posting list as places."""
        return positions + (np.repeat(self.first_slots[docs], counts) << SLOT_BITS)


def layout_of(heads: Sequence[Head], *, is_cover: bool = False) -> Layout:
    """Return the layout of the contributions of one segment, in its order, for the text or for the cover sheets."""
    targets = [np.frombuffer(head.cover_targets if is_cover else head.targets, np.int32) for head in heads]
    slots = np.fromiter((len(each) for each in targets), np.int64, len(heads))
    counts = np.fromiter((len(head.cover_keys if is_cover else head.lengths) for head in heads), np.int64, len(heads))
    first_passages = _sums(counts)
    numbers = np.arange(len(heads))
    flat = np.concatenate([np.zeros(0, np.int32), *targets]).astype(np.int64)
    owners = np.repeat(numbers, slots)
    codes = np.where(flat >= 0, flat + first_passages[owners], flat - owners * FIELDS)
    if is_cover:
        lengths = np.ones(int(first_passages[-1]), np.float32)
    else:
        every = [np.frombuffer(head.lengths, np.uint32) for head in heads]
        lengths = np.concatenate([np.zeros(0, np.uint32), *every]).astype(np.float32)
    return Layout(_sums(slots), first_passages, codes, lengths, np.repeat(numbers, counts))


def joined(layouts: Iterable[tuple[Layout, Iterable[int]]]) -> Layout:
    """Return layouts laid end to end, each with the contributions in it that were put out."""
    codes, lengths, homes = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)], [np.zeros(0, np.int64)]
    first_slots, first_passages = [np.zeros(1, np.int64)], [np.zeros(1, np.int64)]
    slots = passages = contributions = 0
    for each, removed in layouts:
        moved = np.where(each.codes >= 0, each.codes + passages, each.codes - contributions * FIELDS)
        for gone in removed:
            moved[each.first_slots[gone] : each.first_slots[gone + 1]] = NOWHERE
        codes.append(moved)
        lengths.append(each.lengths)
        homes.append(each.homes + contributions)
        first_slots.append(each.first_slots[1:] + slots)
        first_passages.append(each.first_passages[1:] + passages)
        slots += len(each.codes)
        passages += each.passages
        contributions += each.contributions
    return Layout(
        np.concatenate(first_slots),
        np.concatenate(first_passages),
        np.concatenate(codes),
        np.concatenate(lengths),
        np.concatenate(homes),
    )


def _sums(counts: Numbers) -> Numbers:
    """Return the sum of all counts before each, and of all."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
