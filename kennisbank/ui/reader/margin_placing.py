"""Where the cards of the margin stand: at their passages, one below another. Pure: knows nothing of Qt."""

from collections.abc import Sequence


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
