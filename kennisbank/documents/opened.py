"""An opened document, whatever it was: pages to read and pages to draw. Lives in a child process only."""

from typing import Protocol

from pymupdf import mupdf

from kennisbank.documents.embedded import PageAnnotations
from kennisbank.documents.pdf_pages import ReadPage
from kennisbank.domain.document import OutlineEntry


class OpenDocument(Protocol):
    """What reading and drawing need to know of a document. Page indexes are 0-based; `count` is at least 1.

    Any of these may raise `pymupdf.mupdf.FzErrorBase` where the file is broken.
    """

    count: int

    def read(self, page_index: int, *, with_links: bool) -> ReadPage:
        """Return the page's text, words and links."""

    def annotations(self, page_index: int, most: int) -> PageAnnotations:
        """Return what readers wrote on the page, at most so many."""

    def page(self, page_index: int) -> "mupdf.FzPage":
        """Return the page for drawing; its size in points is that of `read`."""

    def outline(self) -> list[OutlineEntry]:
        """Return the document's own contents."""

    def info(self) -> dict[str, str]:
        """Return the document's own metadata."""
