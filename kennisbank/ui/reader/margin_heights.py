"""Where the first line of a passage stands beside the pages."""

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.page_view import PageView

_INTO_AREA = 8.0
"""Points below the upper edge of an area at which its card stands."""


def height_of(view: PageView, placed: PlacedAnnotation) -> float:
    """Return how far below the top of the viewport the first line of a passage stands; on a hidden page, the top."""
    piece = placed.anchor.pieces[0] if placed.anchor is not None and placed.anchor.pieces else None
    if piece is None:
        return 0.0
    box = piece.boxes[0] if piece.boxes else None
    y = 0.0 if box is None else min((box.y0 + box.y1) / 2, box.y0 + _INTO_AREA)
    found = view.height_of(PagePoint(piece.page - 1, 0.0, y))
    return found if found is not None else -float(view.verticalScrollBar().value())
