"""How the pages of a PDF are shown: turned, cropped, in what units. Runs in a child process only."""

from pathlib import Path

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.media_types import PDF
from kennisbank.documents.opening import open_document
from kennisbank.documents.parts import Refusal
from kennisbank.documents.refusals import refusal_of
from kennisbank.domain.page_frame import PageFrame


def page_frames(path: str) -> tuple[PageFrame, ...] | Refusal:
    """Return the frame of each page of a PDF, in order."""
    try:
        open_document(Path(path), PDF)  # raises what is to be said of a file that can't be opened
        document = mupdf.fz_open_document(path)
        pdf = mupdf.pdf_document_from_fz_document(document)
        if mupdf.fz_needs_password(document):
            mupdf.fz_authenticate_password(document, "")
        return tuple(_frame(mupdf.pdf_lookup_page_obj(pdf, index)) for index in range(mupdf.pdf_count_pages(pdf)))
    except Exception as error:  # noqa: BLE001  told, not thrown; logged where unknown
        return refusal_of(error, path)
    finally:
        mupdf.fz_empty_store()


def _frame(page: "mupdf.PdfObj") -> PageFrame:
    box, m = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page, box, m)
    return PageFrame(m.a, m.b, m.c, m.d, m.e, m.f)
