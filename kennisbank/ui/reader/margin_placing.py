"""Where the cards of the margin stand: at their passages, one below another. Pure: knows nothing of Qt."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass


def stack(
    wanted: Sequence[float], heights: Sequence[float], gap: float, *, focus: int = -1, bottom: float | None = None
) -> list[float]:
    """Return the top of each card; `wanted` are the tops they would like, in ascending order.

    A card gives way downwards, to `gap` below the one before it. The card numbered `focus` stands exactly where it
    wants: those before it give way upwards. So do those for which there is no room above `bottom`.
    """
    tops: list[float] = []
    _push_down(tops, wanted, heights, gap)
    if 0 <= focus < len(tops):
        del tops[focus:]
        _push_up(tops, heights, gap, wanted[focus] - gap)
        after: list[float] = []
        _push_down(after, wanted[focus:], heights[focus:], gap)
        tops += after
    if bottom is not None:
        first = max(0, focus + 1)
        rest = tops[first:]
        _push_up(rest, heights[first:], gap, bottom)
        if focus < 0 or not rest or rest[0] >= tops[focus] + heights[focus] + gap:
            tops[first:] = rest
    return tops


def _push_down(tops: list[float], wanted: Sequence[float], heights: Sequence[float], gap: float) -> None:
    """Add the tops of cards that give way downwards."""
    below = float("-inf")
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, below))
        below = tops[-1] + height + gap


def _push_up(tops: list[float], heights: Sequence[float], gap: float, limit: float) -> None:
    """Move the last cards up as far as is needed for all to end above `limit`."""
    for at in range(len(tops) - 1, -1, -1):
        if tops[at] + heights[at] <= limit:
            return
        tops[at] = limit - heights[at]
        limit = tops[at] - gap


@dataclass(frozen=True, slots=True)
class Row:
    """One card: the annotations `first` up to `end` of a list. `is_line`: it is one line high, for there is a crowd."""

    first: int
    end: int
    is_line: bool = False

    @property
    def is_group(self) -> bool:
        """Tell whether the card stands for several annotations."""
        return self.end - self.first > 1


def rows_for(
    pages: Sequence[float],
    heights: Sequence[float],
    room: Callable[[float], float],
    *,
    line: float,
    gap: float,
    current: int = -1,
) -> list[Row]:
    """Return the cards for annotations from above to below, so that the cards of a page take no more than its room.

    `pages` says where the page of each begins: those that stand at one height share the `room` there. Where cards of
    `heights` don't fit beside their page, they are one `line` high; where that is too much still, neighbours share a
    card, but for the group of the `current` one: each of that has its own.
    """
    rows: list[Row] = []
    start = 0
    while start < len(pages):
        end = bisect_right(pages, pages[start], start)
        space = room(pages[start]) + gap
        if sum(heights[start:end]) + gap * (end - start) <= space:
            rows += [Row(at, at + 1) for at in range(start, end)]
        else:
            slots = max(1, int(space // (line + gap)))
            size = -(-(end - start) // slots)
            for first in range(start, end, size):
                last = min(end, first + size)
                is_open = first <= current < last
                rows += (
                    [Row(at, at + 1, is_line=True) for at in range(first, last)]
                    if is_open
                    else [Row(first, last, is_line=True)]
                )
        start = end
    return rows
