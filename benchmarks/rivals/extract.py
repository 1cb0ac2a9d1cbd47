"""Text of PDFs for the engines that have no extractor of their own: PyMuPDF in two processes."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pymupdf


def pages_of(path: str) -> tuple[str, list[str]]:
    """Return the name of a file and the text of its pages; unreadable pages are empty."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    texts = []
    with pymupdf.open(path) as document:
        for index in range(document.page_count):
            try:
                texts.append(document[index].get_text())
            except RuntimeError:
                texts.append("")
    return Path(path).name, texts


def all_pages(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Give the files below `folder` with their pages, in whatever order they are ready."""
    names = [str(path) for path in sorted(folder.glob("*.pdf"))]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        yield from pool.imap_unordered(pages_of, names, chunksize=4)
