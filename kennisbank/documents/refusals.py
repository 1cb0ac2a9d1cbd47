"""From any error in a child process to the one sentence that goes into the report."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.parts import NOT_WRITTEN, Refusal
from kennisbank.errors import DocumentError

_log = logging.getLogger(__name__)


def refusal_of(error: Exception, name: str) -> Refusal:
    """Return why the file called `name` can't be read; what is unknown here is logged with its traceback."""
    if isinstance(error, DocumentError):
        return Refusal(error.code, error.reason, error.page)
    if isinstance(error, MemoryError) or (isinstance(error, mupdf.FzErrorBase) and is_memory(error)):
        return Refusal("too_large", "Reading the file takes more memory than one file may have.")
    if isinstance(error, OSError):
        why = error.strerror or type(error).__name__
        return Refusal("unreadable", f"The file can't be read from disk ({why}).")
    if isinstance(error, RecursionError):
        return Refusal("damaged", "The file is nested more deeply than any real document.")
    if not isinstance(error, mupdf.FzErrorBase):
        _log.error("reading %s failed", name, exc_info=error)
    return Refusal("damaged", "The file is damaged beyond reading.")


@contextmanager
def writing() -> Iterator[None]:
    """Say of what goes wrong inside that the file could not be written, and why: disk full, read-only.

    Raises:
        DocumentError: ``not_written``.
    """
    try:
        yield
    except OSError as error:
        raise DocumentError(NOT_WRITTEN, error.strerror or str(error)) from error
    except mupdf.FzErrorSystem as error:
        raise DocumentError(NOT_WRITTEN, str(error).rpartition(": ")[2]) from error


def is_memory(error: Exception) -> bool:
    """Tell whether an error of MuPDF means that the memory limit was reached."""
    words = str(error)
    return "alloc" in words or "memory" in words
