"""A page → its picture, on white paper or on night paper. Runs in a child process only, which keeps documents open."""

import math
from collections import OrderedDict
from pathlib import Path

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.limits import MAX_PIXELS
from kennisbank.documents.opened import OpenDocument
from kennisbank.documents.opening import open_document
from kennisbank.documents.parts import Refusal
from kennisbank.documents.refusals import refusal_of
from kennisbank.domain.document import PageImage
from kennisbank.errors import DocumentError

NIGHT_PAPER, NIGHT_INK = 0x23292B, 0xDFE4E3
"""What white and black become on night paper, as RGB."""

_KEPT_OPEN = 4
_SCAN = 0.6
"""Part of a page from which on a picture is the page itself (a scan), and turns to night with it."""

_open: OrderedDict[tuple[str, int], OpenDocument] = OrderedDict()


def render_page(path: str, media_type: str, page_index: int, scale: float, *, night: bool) -> PageImage | Refusal:
    """Return the page with its 0-based index at `scale` pixels a point, or at less where that would be too many."""
    try:
        return _render(_document(Path(path), media_type), page_index, scale, night=night)
    except Exception as error:  # noqa: BLE001  a page that can't be drawn is told, not thrown; logged where unknown
        return refusal_of(error, path)


def _document(path: Path, media_type: str) -> OpenDocument:
    """Return the document, opened now or before; the one not looked at longest is closed."""
    key = (str(path), path.stat().st_mtime_ns)
    if key not in _open:
        _open[key] = open_document(path, media_type)
        if len(_open) > _KEPT_OPEN:
            _open.popitem(last=False)
    _open.move_to_end(key)
    return _open[key]


def _render(document: OpenDocument, page_index: int, scale: float, *, night: bool) -> PageImage:
    if not 0 <= page_index < document.count:
        raise DocumentError("no_pages", "There is no such page in the file.", page_index + 1)
    page = document.page(page_index)
    matrix = _matrix(mupdf.fz_bound_page(page), scale)
    picture = mupdf.fz_new_pixmap_from_page(page, matrix, mupdf.fz_device_rgb(), 0)
    if night:
        picture = _at_night(picture, page, matrix)
    samples = bytes(mupdf.fz_pixmap_samples_memoryview(picture))
    return PageImage(
        mupdf.fz_pixmap_width(picture), mupdf.fz_pixmap_height(picture), mupdf.fz_pixmap_stride(picture), samples
    )


def _matrix(bounds: "mupdf.FzRect", scale: float) -> "mupdf.FzMatrix":
    """Return the matrix to pixels, small enough for the pixel budget.

    Raises:
        DocumentError: ``damaged``: the page has no size.
    """
    width, height = bounds.x1 - bounds.x0, bounds.y1 - bounds.y0
    area = width * height
    if not (0 < width < math.inf and 0 < height < math.inf and 0 < area < math.inf) or not scale > 0:
        raise DocumentError("damaged", "The page has no size that can be shown.")
    fitting = min(scale, math.sqrt(MAX_PIXELS / area), MAX_PIXELS / 1000 / max(width, height))
    return mupdf.fz_scale(fitting, fitting)


def _at_night(picture: "mupdf.FzPixmap", page: "mupdf.FzPage", matrix: "mupdf.FzMatrix") -> "mupdf.FzPixmap":
    """Return the picture with light and dark exchanged, hues kept and figures left alone."""
    dark = mupdf.fz_clone_pixmap(picture)
    mupdf.fz_invert_pixmap_luminance(dark)
    mupdf.fz_tint_pixmap(dark, NIGHT_PAPER, NIGHT_INK)
    for figure in _figures(page):
        area = mupdf.fz_round_rect(mupdf.fz_transform_rect(figure, matrix))
        mupdf.fz_copy_pixmap_rect(dark, picture, area, mupdf.FzDefaultColorspaces())
    return dark


def _figures(page: "mupdf.FzPage") -> "list[mupdf.FzRect]":
    """Return the boxes of the pictures on the page, scans of the whole page apart."""
    bounds = mupdf.fz_bound_page(page)
    structured = mupdf.FzStextPage(bounds)
    device = mupdf.fz_new_stext_device(structured, mupdf.FzStextOptions(mupdf.FZ_STEXT_PRESERVE_IMAGES))
    mupdf.fz_run_page_contents(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    whole = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0)
    figures = []
    for block in structured:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE:
            box = mupdf.fz_intersect_rect(mupdf.FzRect(block.m_internal.bbox), bounds)
            if (box.x1 - box.x0) * (box.y1 - box.y0) < _SCAN * whole:
                figures.append(box)
    return figures
