"""What a child process does with one file: open it, read as many pages as the time allows, hand them over.

This is the only way by which the text of a file comes into the program. It never raises: what goes wrong becomes a
`Refusal`. A file that brings this process down is told by the parent from the exit.
"""

import time
from pathlib import Path

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.layout import NO_WORDS
from kennisbank.documents.limits import (
    MAX_ANNOTATION_CHARACTERS,
    MAX_ANNOTATIONS,
    MAX_CHARACTERS,
    MAX_FILE_BYTES,
    MAX_LINKS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGES,
)
from kennisbank.documents.media_types import HEAD_BYTES, media_type
from kennisbank.documents.opened import OpenDocument
from kennisbank.documents.opening import open_document
from kennisbank.documents.parts import Part, Refusal
from kennisbank.documents.refusals import is_memory, refusal_of
from kennisbank.domain.document import PageText, Problem
from kennisbank.domain.ids import PageNo
from kennisbank.errors import DocumentError


def extract_part(path: str, name: str, first: int, budget_s: float, *, with_extras: bool) -> Part | Refusal:
    """Return the pages from 0-based `first` on that can be read in about `budget_s` seconds (at least one).

    With `with_extras` also what a text can do without: the contents of the file, and what readers wrote in it.
    """
    started = time.monotonic()
    try:
        part = _read_part(Path(path), name, first, started + budget_s, with_extras=with_extras)
    except Exception as error:  # noqa: BLE001  one bad file must not end the import of the others; logged where unknown
        return refusal_of(error, name)
    else:
        part.seconds = time.monotonic() - started
        return part
    finally:
        mupdf.fz_empty_store()


def _read_part(path: Path, name: str, first: int, until: float, *, with_extras: bool) -> Part:
    if path.stat().st_size > MAX_FILE_BYTES:
        raise DocumentError("too_large", f"The file is larger than {MAX_FILE_BYTES >> 20} MB.")
    with path.open("rb") as file:
        kind = media_type(file.read(HEAD_BYTES), name)
    document = open_document(path, kind)
    if document.count > MAX_PAGES:
        raise DocumentError("too_large", f"The file claims {document.count:,} pages; at most {MAX_PAGES:,} are read.")
    part = Part(kind, first, document.count)
    while not part.is_last and (not part.pages or time.monotonic() < until):
        _add_page(part, document)
        if with_extras:
            _add_annotations(part, document, part.next - 1)
    if part.is_last:
        part.info = document.info()
        if with_extras:
            _add_outline(part, document)
    return part


def _add_page(part: Part, document: OpenDocument) -> None:
    """Read the next page into the part; a page that raises becomes an empty one that is named as unread."""
    index = part.next
    try:
        read = document.read(index, with_links=len(part.links) < MAX_LINKS)
    except mupdf.FzErrorBase as error:
        if is_memory(error):
            raise MemoryError from error
        part.unread.append(index + 1)
        part.pages.append(PageText(PageNo(index + 1), "", NO_WORDS, 0.0, 0.0))
        return
    size = len(read.page.text)
    part.characters += size
    if size > MAX_PAGE_CHARACTERS or part.characters > MAX_CHARACTERS:
        raise DocumentError("too_large", "The file holds far more text than any real document.", index + 1)
    part.pages.append(read.page)
    part.links += read.links
    if not read.has_words:
        (part.empty if read.has_pictures else part.blank).append(index + 1)


def _add_annotations(part: Part, document: OpenDocument, index: int) -> None:
    """Read what readers wrote on a page; where that fails, it is counted and the text stands."""
    said = sum(len(each.contents) for each in part.annotations)
    most = MAX_ANNOTATIONS - len(part.annotations) if said < MAX_ANNOTATION_CHARACTERS else 0
    try:
        read = document.annotations(index, most)
    except (mupdf.FzErrorBase, UnicodeDecodeError) as error:
        if is_memory(error):
            raise MemoryError from error
        part.damaged_annotations += 1
        return
    part.annotations += read.found
    part.damaged_annotations += read.damaged
    part.cut_annotations += read.cut


def _add_outline(part: Part, document: OpenDocument) -> None:
    try:
        part.outline = document.outline()
    except (mupdf.FzErrorBase, UnicodeDecodeError):
        part.problems.append(Problem("outline_damaged", "The table of contents inside the file can't be read."))
