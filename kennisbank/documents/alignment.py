"""What became of each letter of a text in another version of it, also where paragraphs changed places.

Blocks of the same letters that follow each other in both texts make a chain, and the heaviest chain has the first say:
so a sentence that was changed a little in its place isn't taken for the untouched copy of it elsewhere, and what was
taken out isn't found in a twin that stood there before. A letter has one place in the other text at most, and is itself
the image of one at most.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from kennisbank.documents.landmarks import CHUNK, Block, common_blocks
from kennisbank.documents.links import Interval, Link, is_reworded, without_doubtful

_GAP = 600
"""Letters that may be changed, added or left out between two blocks of one chain."""
_LOOK_BACK = 12
"""Blocks before one of which it may be the continuation."""
_DETOUR = 0.25
"""What a letter more or less between two blocks takes from the weight of their chain; at most `_MOST_DETOUR`."""
_MOST_DETOUR = 60.0
_LEAST_CHAIN = 32
"""Letters of a chain that count when other chains have had their say: what is shorter may stand there by chance."""
_LEAST_BLOCK = 6
_MIXED = 0.5
"""Part of what lies between two blocks of a chain that is found in another, so that they are no chain."""
_OLD = attrgetter("block.old")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts and the links between them, ascending in the old one; made by `aligned`.

    `weights` are the letters of each chain; `taken` are the images of all of them, and what is surely other passages.
    `blocks` are all that answer each other, ascending in the new text: also those that may be copies and are no links.
    """

    old: str
    new: str
    links: tuple[Link, ...]
    taken: tuple[Interval, ...]
    weights: dict[int, int]
    blocks: tuple[Block, ...]

    def within(self, start: int, end: int) -> Sequence[Link]:
        """Return the links that ``old[start:end]`` touches."""
        first = max(0, bisect_right(self.links, start, key=_OLD) - 1)
        last = bisect_left(self.links, end, key=_OLD)
        found = self.links[first:last]
        return found[1:] if found and found[0].block.old_end <= start else found

    def before(self, start: int) -> Link | None:
        """Return the last link that ends at `start` in the old text or before it."""
        index = bisect_right(self.links, start, key=_OLD) - 1
        while index >= 0 and self.links[index].block.old_end > start:
            index -= 1
        return self.links[index] if index >= 0 else None

    def behind(self, end: int) -> Link | None:
        """Return the first link that begins at `end` in the old text or behind it."""
        index = bisect_left(self.links, end, key=_OLD)
        return self.links[index] if index < len(self.links) else None

    def image(self, position: int) -> int | None:
        """Return where a letter of the old text stands in the new one, if it is linked."""
        index = bisect_right(self.links, position, key=_OLD) - 1
        if index < 0:
            return None
        block = self.links[index].block
        return position - block.old + block.new if position < block.old_end else None

    def taken_in(self, start: int, end: int) -> int:
        """Return how many letters of ``new[start:end]`` are known to be those of some passage of the old text."""
        return end - start - sum(last - first for first, last in _free(self.taken, start, end))


def aligned(old: str, new: str) -> Alignment:
    """Return what became of each letter of `old` in `new`."""
    if old == new:
        blocks = [[Block(0, 0, len(old))]] if old else []
    else:
        blocks = sorted(_unmixed(list(_chains(common_blocks(old, new)))), key=_weight, reverse=True)
    held_old: list[Interval] = []
    held_new: list[Interval] = []
    links: list[Link] = []
    weights: dict[int, int] = {}
    for number, chain in enumerate(blocks):
        left = [part for block in chain for part in _unheld(block, held_old, held_new)]
        if _weight(left) < min(_LEAST_CHAIN, len(old)):
            continue
        for block in left:
            insort(held_old, (block.old, block.old_end))
            insort(held_new, (block.new, block.new_end))
            links.append(Link(block, number))
        weights[number] = _weight(left)
        for first, second in pairwise(left):
            if _is_reworded(old[first.old_end : second.old], new[first.new_end : second.new]):
                _hold(held_old, first.old_end, second.old)
                _hold(held_new, first.new_end, second.new)
    sure = without_doubtful(old, new, sorted(links, key=_OLD), held_new)
    by_new = sorted((link.block for link in links), key=attrgetter("new"))
    return Alignment(old, new, sure, tuple(held_new), weights, tuple(by_new))


def _is_reworded(old: str, new: str) -> bool:
    """Tell whether what stands between two blocks is the same passage in other words: then no copy of it is meant."""
    if not old or not new or max(len(old), len(new)) > 2 * _GAP:
        return False
    if len(old) < _LEAST_BLOCK:
        return len(new) < _LEAST_CHAIN
    return is_reworded(old, new)


def _hold(held: list[Interval], start: int, end: int) -> None:
    """Hold what is still free of an interval."""
    for free in list(_free(held, start, end)):
        insort(held, free)


def _weight(chain: Sequence[Block]) -> int:
    return sum(block.length for block in chain)


def _chains(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield blocks that follow each other in both texts, each block in one chain."""
    scores: list[float] = []
    previous: list[int] = []
    for index, block in enumerate(blocks):
        best, chosen = 0.0, -1
        for other in range(max(0, index - _LOOK_BACK), index):
            value = scores[other] - _cost(blocks[other], block)
            if value > best:
                best, chosen = value, other
        scores.append(best + block.length)
        previous.append(chosen)
    used: set[int] = set()
    for index in sorted(range(len(blocks)), key=scores.__getitem__, reverse=True):
        at, chain = index, []
        while at >= 0 and at not in used:
            used.add(at)
            chain.append(blocks[at])
            at = previous[at]
        if chain:
            yield _apart(chain[::-1])


def _unmixed(chains: Sequence[list[Block]]) -> Iterator[list[Block]]:
    """Yield the chains, parted where what lies between two blocks in the old text is found in another chain.

    So a copy that happens to lie on the way of a heavy chain doesn't have its weight.
    """
    spread = sorted((block.old, block.old_end, number) for number, chain in enumerate(chains) for block in chain)
    for number, chain in enumerate(chains):
        first = 0
        for index, (before, behind) in enumerate(pairwise(chain), start=1):
            gap = behind.old - before.old_end
            if gap >= _LEAST_CHAIN and _elsewhere(spread, number, before.old_end, behind.old) >= _MIXED * gap:
                yield chain[first:index]
                first = index
        yield chain[first:]


def _elsewhere(spread: Sequence[tuple[int, int, int]], number: int, start: int, end: int) -> int:
    """Return how many letters of an interval blocks of other chains than `number` hold, near enough to count."""
    first = max(0, bisect_left(spread, (start,)) - _LOOK_BACK)
    last = bisect_left(spread, (end,))
    return sum(
        max(0, min(end, block_end) - max(start, block_start))
        for block_start, block_end, other in spread[first:last]
        if other != number
    )


def _cost(first: Block, second: Block) -> float:
    """Return what it takes from the weight of a chain that `second` follows `first`; infinite if it can't."""
    gap_old, gap_new = second.old - first.old_end, second.new - first.new_end
    if max(gap_old, gap_new) > _GAP or min(gap_old, gap_new) < -2 * CHUNK:
        return float("inf")
    if second.old <= first.old or second.new <= first.new:
        return float("inf")
    return min(_MOST_DETOUR, _DETOUR * abs(gap_old - gap_new)) - min(gap_old, gap_new, 0)


def _apart(chain: Sequence[Block]) -> list[Block]:
    """Return the blocks of a chain without what the one before holds already."""
    apart: list[Block] = []
    for block in chain:
        cut = max(0, apart[-1].old_end - block.old, apart[-1].new_end - block.new) if apart else 0
        if block.length - cut > 0:
            apart.append(Block(block.old + cut, block.new + cut, block.length - cut))
    return apart


def _unheld(block: Block, held_old: Sequence[Interval], held_new: Sequence[Interval]) -> Iterator[Block]:
    """Yield the parts of a block that no heavier chain holds, in either text."""
    shift = block.new - block.old
    for start, end in _free(held_old, block.old, block.old_end):
        for begin, stop in _free(held_new, start + shift, end + shift):
            if stop - begin >= min(_LEAST_BLOCK, block.length):
                yield Block(begin - shift, begin, stop - begin)


def _free(held: Sequence[Interval], start: int, end: int) -> Iterator[Interval]:
    """Yield what of an interval isn't held; `held` is ascending and apart."""
    index = max(0, bisect_right(held, (start,)) - 1)
    for first, last in held[index:]:
        if first >= end:
            break
        if last > start:
            if first > start:
                yield start, first
            start = last
    if start < end:
        yield start, end
