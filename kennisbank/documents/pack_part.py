"""The pages of one paper for a reading pack, as a PDF of their own. Runs in a child process only.

Each paper is written apart, so that one that can't be read is left out of the pack and no more.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.annotated_copy import put_marks
from kennisbank.documents.copy_marks import CopyMark, pdf_date
from kennisbank.documents.media_types import PDF
from kennisbank.documents.opening import open_document
from kennisbank.documents.parts import Refusal
from kennisbank.documents.refusals import refusal_of, writing
from kennisbank.domain.annotation import Piece
from kennisbank.domain.ids import PageNo
from kennisbank.domain.mark_colours import as_rgb
from kennisbank.domain.moments import now
from kennisbank.domain.pack import PackItem
from kennisbank.errors import DocumentError


def write_part(item: PackItem, target: str) -> list[int] | Refusal:
    """Write the pages of an item to `target`, passages marked; return their 1-based numbers in the item's own file."""
    try:
        return _write(item, target)
    except Exception as error:  # noqa: BLE001  one bad file is left out of the pack; logged where unknown
        return refusal_of(error, str(item.file))
    finally:
        mupdf.fz_empty_store()


def _write(item: PackItem, target: str) -> list[int]:
    opened = open_document(Path(str(item.file)), item.media_type)
    pages = _wanted(item, opened.count)
    part: Any = pymupdf.open()  # type: ignore[no-untyped-call]
    if item.media_type == PDF:
        source: Any = pymupdf.open(str(item.file), filetype="pdf")  # type: ignore[no-untyped-call]
        if not source.permissions & (mupdf.PDF_PERM_COPY | mupdf.PDF_PERM_ASSEMBLE):
            raise DocumentError("locked", "Whoever made this file does not allow its pages to be taken out.")
        for first, last in _runs(pages):
            part.insert_pdf(source, from_page=first - 1, to_page=last - 1, final=last == pages[-1])
    else:
        for page in pages:
            drawn = _drawn(opened.page(page - 1))
            part.insert_pdf(drawn)
    pdf = mupdf.PdfDocument(part.this)
    put_marks(mupdf.FzDocument(pdf), pdf, _marks(item, pages))
    with writing():
        part.save(target, garbage=1, deflate=True)
    return pages


def _wanted(item: PackItem, count: int) -> list[int]:
    """Return the 1-based pages that go in: those of the passages, or all."""
    named = {piece.page for passage in item.passages for piece in passage.pieces}
    pages = [page for page in range(1, count + 1) if not named or page in named]
    if not pages:
        raise DocumentError("no_pages", "The file has no such pages.")
    return pages


def _runs(pages: Sequence[int]) -> list[tuple[int, int]]:
    """Return rows of pages that follow one another, each as its first and last."""
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    return runs


def _drawn(page: "mupdf.FzPage") -> Any:
    """Return a page of any kind of document as a PDF."""
    buffer = io.BytesIO()
    writer: Any = pymupdf.DocumentWriter(buffer)  # type: ignore[no-untyped-call]
    bounds: Any = pymupdf.Rect(mupdf.fz_bound_page(page))  # type: ignore[no-untyped-call]
    device = writer.begin_page(bounds)
    mupdf.fz_run_page(page, device.this, mupdf.FzMatrix(), mupdf.FzCookie())
    writer.end_page()
    writer.close()
    return pymupdf.open("pdf", buffer.getvalue())  # type: ignore[no-untyped-call]


def _marks(item: PackItem, pages: Sequence[int]) -> list[CopyMark]:
    at = {page: number for number, page in enumerate(pages, start=1)}
    marks = []
    for index, passage in enumerate(item.passages):
        marks += [
            _mark(f"passage-{index + 1}-{number}", replace(piece, page=PageNo(at[piece.page])))
            for number, piece in enumerate(passage.pieces, start=1)
            if piece.page in at and piece.boxes
        ]
    return marks


def _mark(name: str, piece: Piece) -> CopyMark:
    is_words = piece.start < piece.end
    subtype = "Highlight" if is_words else "Square"
    date = pdf_date(now())
    return CopyMark(
        name=name,
        page=piece.page,
        subtype=subtype,
        kind="highlight" if is_words else "area",
        boxes=piece.boxes,
        rgb=as_rgb("yellow", is_line=not is_words),
        has_colour=True,
        body="",
        author="",
        created=date,
        modified=date,
        subject="",
    )
