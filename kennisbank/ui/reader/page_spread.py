"""Which pages stand beside one another: none, two and two, or as in a book, where the first page stands alone.

Pure: knows nothing of Qt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Spread = Literal["single", "two", "book"]
SPREADS: tuple[Spread, ...] = get_args(Spread)
GUTTER = 8
"""Logical pixels between two pages that stand side by side."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """The 0-based indexes of the pages of one row: one in the middle, or up to two on either side of the spine."""

    middle: int | None = None
    left: int | None = None
    right: int | None = None

    @property
    def pages(self) -> tuple[int, ...]:
        """Return the pages from left to right, which is the order in which one reads."""
        return tuple(index for index in (self.middle, self.left, self.right) if index is not None)


def rows_of(shown: Sequence[int], spread: Spread) -> list[PageRow]:
    """Return the rows for these pages, given in reading order; a lone page stands in the middle in any spread."""
    if spread == "single" or len(shown) < 2:
        return [PageRow(middle=index) for index in shown]
    rows = [PageRow(right=shown[0])] if spread == "book" else []
    paired = shown[len(rows) :]
    pairs = ((paired[at], paired[at + 1] if at + 1 < len(paired) else None) for at in range(0, len(paired), 2))
    return rows + [PageRow(left=left, right=right) for left, right in pairs]


def columns(page_count: int, spread: Spread) -> int:
    """Return the number of pages for which there is room in a row."""
    return 1 if spread == "single" or page_count < 2 else 2
