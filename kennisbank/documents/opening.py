"""A file on disk → a document that is open. Runs in a child process only."""

from pathlib import Path

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.archives import check_office, office_info
from kennisbank.documents.encodings import decode
from kennisbank.documents.html_source import decode_html, safe_html
from kennisbank.documents.limits import MAX_CHARACTERS
from kennisbank.documents.media_types import DOCX, HTML, MARKDOWN, ODT, PDF, PPTX, RST, TEXT
from kennisbank.documents.mupdf_document import MupdfDocument
from kennisbank.documents.odt_source import odt_html
from kennisbank.documents.opened import OpenDocument
from kennisbank.documents.refusals import is_memory
from kennisbank.documents.text_document import TextDocument
from kennisbank.errors import DocumentError

pymupdf.TOOLS.mupdf_display_errors(False)  # type: ignore[no-untyped-call]
pymupdf.TOOLS.mupdf_display_warnings(False)  # type: ignore[no-untyped-call]

_PAPER_WIDTH, _PAPER_HEIGHT, _LETTER_SIZE = 595.0, 842.0, 11.0
"""Points; of what has no pages of its own."""


def open_document(path: Path, media_type: str) -> OpenDocument:
    """Return the file, opened as what its bytes are.

    Raises:
        DocumentError: it can't be opened; the code says why.
    """
    if media_type == PDF:
        return MupdfDocument(_open_pdf(path))
    if media_type == TEXT:
        return TextDocument(decode(_read(path)))
    if media_type in {DOCX, PPTX}:
        check_office(path, media_type)
        return MupdfDocument(_laid_out(mupdf.fz_open_file(str(path)), media_type), office_info(path, media_type))
    source, info = _html(path, media_type)
    stream = mupdf.fz_open_buffer(mupdf.fz_new_buffer_from_copied_data(source.encode()))
    return MupdfDocument(_laid_out(stream, HTML), info)


def _html(path: Path, media_type: str) -> tuple[str, dict[str, str]]:
    """Return the file as a page that is safe to lay out, and its metadata."""
    if media_type == HTML:
        return safe_html(decode_html(_read(path)))
    if media_type == ODT:
        check_office(path, media_type)
        return safe_html(odt_html(path))[0], office_info(path, media_type)
    if media_type not in {RST, MARKDOWN}:
        raise DocumentError("unsupported", f"Files of the kind {media_type} are not read.")
    from kennisbank.documents.markup_source import markdown_html, rst_html  # noqa: PLC0415  slow to load

    source = decode(_read(path))
    if media_type == MARKDOWN:
        return safe_html(markdown_html(source))
    body, info = rst_html(source)
    return safe_html(body)[0], info


def _laid_out(stream: "mupdf.FzStream", media_type: str) -> "mupdf.FzDocument":
    """Return a reflowable document on paper of a fixed size, so that its page numbers stay the same."""
    try:
        document = mupdf.fz_open_document_with_stream(media_type, stream)
        mupdf.fz_layout_document(document, _PAPER_WIDTH, _PAPER_HEIGHT, _LETTER_SIZE)
    except mupdf.FzErrorBase as error:
        if is_memory(error):
            raise
        raise DocumentError("damaged", "The file can't be opened: it is damaged.") from error
    return document


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
        if "encryption" in str(error):
            raise DocumentError("encrypted", "The file is locked with a certificate or in an unknown way.") from error
        if is_memory(error):
            raise
        raise DocumentError("damaged", "The file can't be opened as a PDF: it is damaged.") from error
    return document
