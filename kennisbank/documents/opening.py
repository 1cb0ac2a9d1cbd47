"""A file on disk → a document that MuPDF has open. Runs in a child process only."""

from pathlib import Path

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.media_types import PDF
from kennisbank.errors import DocumentError

pymupdf.TOOLS.mupdf_display_errors(False)  # type: ignore[no-untyped-call]
pymupdf.TOOLS.mupdf_display_warnings(False)  # type: ignore[no-untyped-call]


def open_document(path: Path, media_type: str) -> "mupdf.FzDocument":
    """Return the file, opened as what its bytes are.

    Raises:
        DocumentError: ``encrypted``, ``damaged``, ``not_what_it_says`` or ``unsupported``.
    """
    if media_type == PDF:
        return _open_pdf(path)
    raise DocumentError("unsupported", f"Files of the kind {media_type} are not read.")


def _open_pdf(path: Path) -> "mupdf.FzDocument":
    try:
        document = mupdf.fz_open_document_with_stream("application/pdf", mupdf.fz_open_file(str(path)))
        if not mupdf.pdf_document_from_fz_document(document).m_internal:
            raise DocumentError("not_what_it_says", "The file begins like a PDF, but it is not one.")
        if mupdf.fz_needs_password(document) and not mupdf.fz_authenticate_password(document, ""):
            raise DocumentError("encrypted", "The file is locked with a password.")
    except mupdf.FzErrorBase as error:
        raise DocumentError("damaged", f"The file can't be opened as a PDF ({_short(error)}).") from error
    return document


def page_count(document: "mupdf.FzDocument") -> int:
    """Return how many pages the document has, at least 1.

    Raises:
        DocumentError: ``damaged`` or ``no_pages``.
    """
    try:
        count = int(mupdf.fz_count_pages(document))
    except mupdf.FzErrorBase as error:
        raise DocumentError("damaged", f"The pages of the file can't be found ({_short(error)}).") from error
    if count <= 0:
        raise DocumentError("no_pages", "The file opens, but it has no pages.")
    return count


def _short(error: Exception) -> str:
    """Return MuPDF's own words, without its error number and capped: they may quote the file."""
    words = str(error).partition(": ")[2] or str(error)
    return "".join(char for char in words if char.isprintable())[:120]
