"""Which blocks of two texts are surely the same passage, and which may be copies of one that was reworded in its place.

An untouched copy of a sentence elsewhere is no proof that the sentence went there. As long as something much like it
stands where nothing is known to come from elsewhere, it isn't known which of the two is meant. Nor is it where nothing
of the neighbourhood is left on either side, in either text: a line that another cover sheet has too.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from kennisbank.documents.landmarks import CHUNK, Block
from kennisbank.documents.similarity import pieces

_SURE = 600
"""Letters that stay together and can't be a copy of a sentence or two."""
_ROOM = 32
"""Letters put between two blocks of a chain in which one of them may stand once more."""
_LEAST_ROOM = 12
"""Letters that stand where a passage stood, so that they may be it in other words."""
_ALONE_OLD, _ALONE = 48, 100
"""Letters on a side of which nothing is left, in the old and in the new text, so that nothing there tells the place."""
_KEPT, _LEAST_KEPT = 0.3, 4
"""Part of a passage that is left in a reworded one, in runs of so many letters at least."""
_SEED, _BUCKET = 8, 32
"""Letters that lead to what may be a reworded passage, and how far what they say of its place may differ."""
_COMMON = 8
"""Places of a seed beyond which it tells nothing."""
_MOST_SEEDED = 3

Interval = tuple[int, int]
_Run = tuple["Link", ...]
"""Links of one chain that follow each other closely."""


@dataclass(frozen=True, slots=True)
class Link:
    """A block that is surely the same passage, and the number of the chain it belongs to."""

    block: Block
    chain: int


def is_reworded(old: str, new: str) -> bool:
    """Tell whether enough of `old` is left in `new` for it to be the same passage in other words."""
    kept = sum(
        step.old_end - step.old_start
        for step in pieces(old, new)
        if step.is_equal and step.old_end - step.old_start >= _LEAST_KEPT
    )
    return kept >= _KEPT * len(old)


def without_doubtful(old: str, new: str, links: Sequence[Link], taken: Sequence[Interval]) -> tuple[Link, ...]:
    """Return `links`, ascending in the old text, without those that may be copies.

    `taken` are the intervals of the new text that are known to be some passage, ascending and apart.
    """
    texts = _Texts(old, new, taken)
    runs = list(_runs(links))
    while runs:
        sides = zip([None, *runs[:-1]], runs, [*runs[1:], None], strict=True)
        sure = [run for before, run, behind in sides if not texts.is_doubtful(before, run, behind)]
        if len(sure) == len(runs):
            break
        runs = sure
    return tuple(chain.from_iterable(runs))


def _runs(links: Sequence[Link]) -> Iterator[_Run]:
    first = 0
    for at, (before, behind) in enumerate(pairwise(links), start=1):
        gap_old = behind.block.old - before.block.old_end
        gap_new = behind.block.new - before.block.new_end
        if before.chain != behind.chain or not -_ROOM <= gap_new - gap_old <= _ROOM:
            yield tuple(links[first:at])
            first = at
    if links:
        yield tuple(links[first:])


class _Texts:
    """Two texts, and what of the new one is known to be some passage of the old one."""

    def __init__(self, old: str, new: str, taken: Sequence[Interval]) -> None:
        self._old, self._new = old, new
        self._starts, self._ends = [start for start, _ in taken], [end for _, end in taken]

    def is_doubtful(self, before: _Run | None, run: _Run, behind: _Run | None) -> bool:
        """Tell whether a run, between two others in the old text, may be a copy of what stood there."""
        if sum(link.block.length for link in run) >= _SURE or not (before or behind):
            return False
        previous = before[-1].block if before else None
        following = behind[0].block if behind else None
        return (
            self._is_alone(previous, run, following)
            or self._is_replaced(previous, following)
            or self._is_left_in_free(run)
        )

    def _is_alone(self, previous: Block | None, run: _Run, following: Block | None) -> bool:
        """Tell whether nothing of the neighbourhood is left on either side, in either text."""
        first, last = run[0].block, run[-1].block
        above = bisect_right(self._ends, first.new) - 1
        below = bisect_left(self._starts, last.new_end)
        return (
            (previous is None or first.old - previous.old_end >= _ALONE_OLD)
            and (following is None or following.old - last.old_end >= _ALONE_OLD)
            and (above < 0 or first.new - self._ends[above] >= _ALONE)
            and (below == len(self._starts) or self._starts[below] - last.new_end >= _ALONE)
        )

    def _is_replaced(self, previous: Block | None, following: Block | None) -> bool:
        """Tell whether something of about its size stands between two neighbours of a run, which is nothing else."""
        if previous is None or following is None:
            return False
        hole, room = following.old - previous.old_end, following.new - previous.new_end
        if not max(_LEAST_ROOM, hole // 2) <= room <= 2 * hole + _ROOM:
            return False
        return bisect_left(self._starts, previous.new_end) == bisect_left(self._starts, following.new)

    def _is_left_in_free(self, run: _Run) -> bool:
        """Tell whether something much like a run stands where nothing is known to be of any passage."""
        text = self._old[run[0].block.old : run[-1].block.old_end]
        votes: Counter[int] = Counter()
        for at in range(len(text) - _SEED + 1):
            votes.update({(there - at) // _BUCKET for there in self._seeds.get(text[at : at + _SEED], ())})
        return any(
            is_reworded(text, self._free[max(0, bucket * _BUCKET - _BUCKET) : (bucket + 2) * _BUCKET + len(text)])
            for bucket, _ in votes.most_common(_MOST_SEEDED)
        )

    @cached_property
    def _free(self) -> str:
        """Return what of the new text isn't known to be of any passage, without odd ends."""
        starts, ends = [*self._starts, len(self._new)], [0, *self._ends]
        between = (self._new[end:start] for end, start in zip(ends, starts, strict=True))
        return "\n".join(part for part in between if len(part) >= CHUNK)

    @cached_property
    def _seeds(self) -> dict[str, list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(self._free) - _SEED + 1):
            places[self._free[at : at + _SEED]].append(at)
        return {seed: each for seed, each in places.items() if len(each) <= _COMMON}
