"""A document that MuPDF itself can read: PDF, and what was made into one of its reflowable kinds."""

from pymupdf import mupdf

from kennisbank.documents.embedded import PageAnnotations, page_annotations
from kennisbank.documents.labels import page_labels
from kennisbank.documents.outline import info_of, outline_of
from kennisbank.documents.pdf_pages import ReadPage, read_page
from kennisbank.domain.document import OutlineEntry
from kennisbank.errors import DocumentError


class MupdfDocument:
    """An `OpenDocument` on top of MuPDF's own."""

    def __init__(self, document: "mupdf.FzDocument", info: dict[str, str] | None = None) -> None:
        """Count the pages. `info` is the document's metadata where somebody else has read it.

        Raises:
            DocumentError: ``damaged`` or ``no_pages``.
        """
        self._document, self._info = document, info
        self._labels: list[str] | None = None
        try:
            self.count = int(mupdf.fz_count_pages(document))
        except mupdf.FzErrorBase as error:
            raise DocumentError("damaged", "The pages of the file can't be found: it is damaged.") from error
        if self.count <= 0:
            raise DocumentError("no_pages", "The file opens, but it has no pages.")

    def read(self, page_index: int, *, with_links: bool) -> ReadPage:
        """Return the page's text, words and links."""
        if self._labels is None:
            self._labels = page_labels(self._document, self.count)
        label = self._labels[page_index] if page_index < len(self._labels) else ""
        return read_page(self._document, page_index, label, with_links=with_links)

    def annotations(self, page_index: int, most: int) -> PageAnnotations:
        """Return what readers wrote on the page; only a PDF has any."""
        document = mupdf.pdf_document_from_fz_document(self._document)
        return page_annotations(document, page_index, most) if document.m_internal else PageAnnotations()

    def page(self, page_index: int) -> "mupdf.FzPage":
        """Return the page for drawing."""
        return mupdf.fz_load_page(self._document, page_index)

    def outline(self) -> list[OutlineEntry]:
        """Return the document's own contents."""
        return outline_of(self._document)

    def info(self) -> dict[str, str]:
        """Return the document's own metadata."""
        return info_of(self._document) if self._info is None else self._info
