"""Stepping through places: which one is current, and which comes next. Pure: knows nothing of Qt."""

from collections.abc import Sequence

from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.spots import Spot, next_spot


class Stepper:
    """Numbered spots of which at most one is current (-1: none)."""

    def __init__(self) -> None:
        """Begin without any."""
        self.spots: Sequence[Spot] = ()
        self.current = -1

    def put(self, spots: Sequence[Spot], current: int = -1) -> None:
        """Replace all spots."""
        self.spots = spots
        self.current = current if 0 <= current < len(spots) else -1

    @property
    def spot(self) -> Spot | None:
        """Return the current spot."""
        return self.spots[self.current] if self.current >= 0 else None

    def step(self, direction: int, here: PagePoint | None) -> Spot | None:
        """Make the next (`direction` > 0) or previous spot current and return it; None, and no change, beyond the ends.

        While none is current, the nearest after or before `here` is the next.
        """
        if self.current >= 0:
            wanted: int | None = self.current + direction
        elif here is None:
            wanted = 0 if direction > 0 else len(self.spots) - 1
        else:
            wanted = next_spot(self.spots, here.index, here.y, direction)
        if wanted is None or not 0 <= wanted < len(self.spots):
            return None
        self.current = wanted
        return self.spots[wanted]

    def nearest(self, here: PagePoint | None) -> Spot | None:
        """Make the first spot from `here` on current, or the first of all, and return it."""
        self.current = -1
        return self.step(1, here) or self.step(1, None)
