"""A document's own contents, page labels and metadata, out of MuPDF. Runs in a child process only."""

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.limits import MAX_OUTLINE, MAX_OUTLINE_DEPTH, MAX_TITLE
from kennisbank.documents.wording import safe_title
from kennisbank.domain.document import OutlineEntry
from kennisbank.domain.ids import PageNo

_INFO = {
    "title": "info:Title",
    "author": "info:Author",
    "keywords": "info:Keywords",
    "subject": "info:Subject",
    "created": "info:CreationDate",
}
_MAX_HEIGHT = 1_000_000.0


def outline_of(document: "mupdf.FzDocument") -> list[OutlineEntry]:
    """Return the document's own contents in order, at most `MAX_OUTLINE` lines and `MAX_OUTLINE_DEPTH` levels deep.

    MuPDF loads the tree by recursion: deep nesting ends this process, so the caller keeps a way without it.

    Raises:
        pymupdf.mupdf.FzErrorBase: MuPDF can't make sense of the contents.
    """
    root = mupdf.fz_load_outline(document)
    entries: list[OutlineEntry] = []
    waiting = [(root.m_internal, 1)] if root.m_internal else []
    while waiting and len(entries) < MAX_OUTLINE:
        node, level = waiting.pop()
        if node.next:
            waiting.append((node.next, level))
        if node.down and level < MAX_OUTLINE_DEPTH:
            waiting.append((node.down, level + 1))
        entry = _entry(document, node, level)
        if entry is not None:
            entries.append(entry)
    return entries


def _entry(document: "mupdf.FzDocument", node: "mupdf.fz_outline", level: int) -> OutlineEntry | None:
    title = safe_title(node.title or "")
    location = mupdf.FzLocation(node.page.chapter, node.page.page)
    index = mupdf.fz_page_number_from_location(document, location) if node.page.page >= 0 else -1
    if not title or index < 0:
        return None
    y = node.y if 0 <= node.y <= _MAX_HEIGHT else 0.0
    return OutlineEntry(level, title, PageNo(index + 1), y)


def info_of(document: "mupdf.FzDocument") -> dict[str, str]:
    """Return the file's own metadata: what is there and not empty, made safe to show."""
    info: dict[str, str] = {}
    for key, name in _INFO.items():
        try:
            value = mupdf.fz_lookup_metadata2(document, name)
        except (mupdf.FzErrorBase, UnicodeDecodeError):  # absent, or not text
            continue
        value = safe_title(value, MAX_TITLE * 4 if key in {"keywords", "subject"} else MAX_TITLE)
        if value:
            info[key] = value
    return info
