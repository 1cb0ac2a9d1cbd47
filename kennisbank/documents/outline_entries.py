"""Lines added at the end of a PDF's own contents (its outline). Runs in a child process only.

The tree is not walked: a hostile one is nested more deeply than MuPDF can bear. Only its last line is told of the next.
"""

from collections.abc import Sequence

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf


def add_entries(pdf: "mupdf.PdfDocument", entries: Sequence[tuple[str, int, float]]) -> None:
    """Add lines in their order: title, 0-based page, height in points from the top."""
    if not entries:
        return
    root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
    outlines = mupdf.pdf_dict_gets(root, "Outlines")
    if not mupdf.pdf_is_dict(outlines) or not mupdf.pdf_is_indirect(outlines):
        outlines = _added(pdf)
        mupdf.pdf_dict_puts(outlines, "Type", mupdf.pdf_new_name("Outlines"))
        mupdf.pdf_dict_puts(root, "Outlines", outlines)
    for title, page, y in entries:
        if 0 <= page < mupdf.pdf_count_pages(pdf):
            _append(pdf, outlines, title, mupdf.pdf_lookup_page_obj(pdf, page), y)


def _append(pdf: "mupdf.PdfDocument", outlines: "mupdf.PdfObj", title: str, page: "mupdf.PdfObj", y: float) -> None:
    last = mupdf.pdf_dict_gets(outlines, "Last")
    entry = _added(pdf)
    mupdf.pdf_dict_puts(entry, "Title", mupdf.pdf_new_text_string(title))
    mupdf.pdf_dict_puts(entry, "Parent", outlines)
    mupdf.pdf_dict_puts(entry, "Dest", _destination(pdf, page, y))
    if mupdf.pdf_is_dict(last):
        mupdf.pdf_dict_puts(entry, "Prev", last)
        mupdf.pdf_dict_puts(last, "Next", entry)
    else:
        mupdf.pdf_dict_puts(outlines, "First", entry)
    mupdf.pdf_dict_puts(outlines, "Last", entry)
    count = mupdf.pdf_to_int(mupdf.pdf_dict_gets(outlines, "Count"))
    mupdf.pdf_dict_puts(outlines, "Count", mupdf.pdf_new_int(count + 1 if count >= 0 else count - 1))


def _destination(pdf: "mupdf.PdfDocument", page: "mupdf.PdfObj", y: float) -> "mupdf.PdfObj":
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page, box, matrix)
    point = mupdf.fz_transform_point(mupdf.fz_make_point(0.0, y), mupdf.fz_invert_matrix(matrix))
    place = mupdf.pdf_new_array(pdf, 5)
    mupdf.pdf_array_push(place, page)
    mupdf.pdf_array_push(place, mupdf.pdf_new_name("XYZ"))
    for number in (point.x, point.y, 0.0):
        mupdf.pdf_array_push_real(place, number)
    return place


def _added(pdf: "mupdf.PdfDocument") -> "mupdf.PdfObj":
    return mupdf.pdf_add_object(pdf, mupdf.pdf_new_dict(pdf, 6))
