"""Boxes as PDF wants them: four corners, of which the lower two lie where the words stand. In a child process only.

On a page where words run up, down or upside down, the line under them is at the right, left or top of their box.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.pdf_pages import structured_text
from kennisbank.domain.document import Rect

_AHEAD = 0.5
"""Share of a direction's length from which on it counts as that of the text."""


@dataclass(frozen=True, slots=True)
class LineDirection:
    """A line of text on a page and the way it runs: (1, 0) is from left to right, (0, 1) downwards."""

    box: Rect
    x: float
    y: float


def line_directions(page: "mupdf.FzPage") -> list[LineDirection]:
    """Return the lines of a page that do not run from left to right; none where the page can't be read."""
    found = []
    try:
        structured = structured_text(page, mupdf.fz_bound_page(page), 0)
    except mupdf.FzErrorBase:
        return []
    for block in structured:
        if block.m_internal.type != mupdf.FZ_STEXT_BLOCK_TEXT:
            continue
        for line in block:
            way, box = line.m_internal.dir, line.m_internal.bbox
            if way.x < _AHEAD:
                found.append(LineDirection(Rect(box.x0, box.y0, box.x1, box.y1), way.x, way.y))
    return found


def quad(box: Rect, lines: Sequence[LineDirection]) -> "mupdf.FzQuad":
    """Return the corners of a box in the order of viewers: upper left and right, lower left and right, of the text."""
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    x, y = next(
        (
            (line.x, line.y)
            for line in lines
            if line.box.x0 <= middle_x <= line.box.x1 and line.box.y0 <= middle_y <= line.box.y1
        ),
        (1.0, 0.0),
    )
    if y < -_AHEAD:
        return mupdf.fz_make_quad(box.x0, box.y1, box.x0, box.y0, box.x1, box.y1, box.x1, box.y0)
    if y > _AHEAD:
        return mupdf.fz_make_quad(box.x1, box.y0, box.x1, box.y1, box.x0, box.y0, box.x0, box.y1)
    if x < -_AHEAD:
        return mupdf.fz_make_quad(box.x1, box.y1, box.x0, box.y1, box.x1, box.y0, box.x0, box.y0)
    return mupdf.fz_make_quad(box.x0, box.y0, box.x1, box.y0, box.x0, box.y1, box.x1, box.y1)
