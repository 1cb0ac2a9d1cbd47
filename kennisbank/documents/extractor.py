"""The name under which extracted text is stored: it changes whenever the same file would give other text."""

from importlib.metadata import PackageNotFoundError, version

_OURS = "1"
"""Counts up with every change to what this room reads from a file: text, order, offsets, boxes."""


def _mupdf_version() -> str:
    try:
        return version("PyMuPDF")
    except PackageNotFoundError:  # a frozen program may come without the packages' own metadata
        return "bundled"


EXTRACTOR: str = f"kennisbank-{_OURS}/pymupdf-{_mupdf_version()}"
