"""A file on disk → a document that is open. Runs in a child process only."""

from pathlib import Path

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.encodings import decode
from kennisbank.documents.limits import MAX_CHARACTERS
from kennisbank.documents.media_types import PDF, TEXT
from kennisbank.documents.mupdf_document import MupdfDocument
from kennisbank.documents.opened import OpenDocument
from kennisbank.documents.text_document import TextDocument
from kennisbank.errors import DocumentError

pymupdf.TOOLS.mupdf_display_errors(False)  # type: ignore[no-untyped-call]
pymupdf.TOOLS.mupdf_display_warnings(False)  # type: ignore[no-untyped-call]


def open_document(path: Path, media_type: str) -> OpenDocument:
    """Return the file, opened as what its bytes are.

    Raises:
        DocumentError: it can't be opened; the code says why.
    """
    if media_type == PDF:
        return MupdfDocument(_open_pdf(path))
    if media_type == TEXT:
        return TextDocument(decode(_read(path)))
    raise DocumentError("unsupported", f"Files of the kind {media_type} are not read.")


def _read(path: Path) -> bytes:
    if path.stat().st_size > 4 * MAX_CHARACTERS:
        raise DocumentError("too_large", "The file holds far more text than any real document.")
    return path.read_bytes()


def _open_pdf(path: Path) -> "mupdf.FzDocument":
    try:
        document = mupdf.fz_open_document_with_stream("application/pdf", mupdf.fz_open_file(str(path)))
        if not mupdf.pdf_document_from_fz_document(document).m_internal:
            raise DocumentError("not_what_it_says", "The file begins like a PDF, but it is not one.")
        if mupdf.fz_needs_password(document) and not mupdf.fz_authenticate_password(document, ""):
            raise DocumentError("encrypted", "The file is locked with a password.")
    except mupdf.FzErrorBase as error:
        raise DocumentError("damaged", "The file can't be opened as a PDF: it is damaged.") from error
    return document
