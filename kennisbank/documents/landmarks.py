"""Landmarks: pieces of text that stand once in two versions of a text, and how far they are the same around them."""

from collections.abc import Iterator
from typing import NamedTuple

CHUNK = 16
"""Letters of a landmark: five words that stand once in a text are hardly ever others in another version of it."""
_STEP = 8
"""Letters from one chunk that is looked for to the next: a run of this and `CHUNK` that is left as it was is found."""
_FIRST_STRIDE = 64


class Block(NamedTuple):
    """``old[old:old + length]`` and ``new[new:new + length]`` are the same letters."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Return where it ends in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Return where it ends in the new text."""
        return self.new + self.length


def common_blocks(old: str, new: str) -> list[Block]:
    """Return the blocks around all landmarks, as long as they can be, ascending in the old text.

    They may overlap in either text, where something is said once more.
    """
    blocks: list[Block] = []
    reached: dict[int, int] = {}
    for here, there in _landmarks(old, new):
        if reached.get(there - here, -1) >= here + CHUNK:
            continue
        back = same_behind(old, here, new, there)
        length = back + same_ahead(old, here, new, there)
        reached[there - here] = here - back + length
        blocks.append(Block(here - back, there - back, length))
    return sorted(blocks)


def _landmarks(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield where chunks stand that are in each text once, ascending in the old one."""
    places: dict[str, int] = {}
    often: set[str] = set()
    for at in range(0, len(new) - CHUNK + 1, _STEP):
        if places.setdefault(new[at : at + CHUNK], at) != at:
            often.add(new[at : at + CHUNK])
    for at in range(len(new) - CHUNK + 1):
        place = places.get(new[at : at + CHUNK], at)
        if place != at:
            often.add(new[at : at + CHUNK])
    for chunk in often:
        del places[chunk]
    found: dict[str, int] = {}
    for at in range(len(old) - CHUNK + 1):
        chunk = old[at : at + CHUNK]
        if chunk in places:
            if chunk in found:
                del places[chunk], found[chunk]
            else:
                found[chunk] = at
    for chunk, at in found.items():
        yield at, places[chunk]


def same_ahead(first: str, at: int, second: str, there: int) -> int:
    """Return how many letters from two places on are the same."""
    limit = min(len(first) - at, len(second) - there)
    length, stride = 0, _FIRST_STRIDE
    while length < limit:
        size = min(stride, limit - length)
        if first.startswith(second[there + length : there + length + size], at + length):
            length, stride = length + size, stride * 2
        elif size == 1:
            break
        else:
            stride = size // 2
    return length


def same_behind(first: str, at: int, second: str, there: int) -> int:
    """Return how many letters before two places are the same."""
    limit = min(at, there)
    length, stride = 0, _FIRST_STRIDE
    while length < limit:
        size = min(stride, limit - length)
        if first.startswith(second[there - length - size : there - length], at - length - size):
            length, stride = length + size, stride * 2
        elif size == 1:
            break
        else:
            stride = size // 2
    return length
