"""What a file is, told from its bytes; the name only decides between kinds that look the same from inside."""

import codecs
from pathlib import PurePath

from kennisbank.errors import DocumentError

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
RST = "text/x-rst"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

SUFFIXES = {
    ".pdf": PDF,
    ".docx": DOCX,
    ".pptx": PPTX,
    ".odt": ODT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".rst": RST,
    ".rest": RST,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
}
"""File name endings that are read, and what they promise."""

HEAD_BYTES = 4096
"""How much of the beginning of a file `media_type` wants to see."""

_PDF_HEADER_WITHIN = 1024
_TEXTUAL = frozenset({HTML, RST, MARKDOWN, TEXT})
_ZIPPED = frozenset({DOCX, PPTX, ODT})
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = frozenset(range(32)) - {8, 9, 10, 11, 12, 13, 27}


def media_type(head: bytes, name: str) -> str:
    """Return the media type of a file from its first `HEAD_BYTES` bytes and its name.

    Office files are told apart by name here; their reader verifies that the archive holds what the name says.

    Raises:
        DocumentError: ``empty``, ``unsupported``, or ``not_what_it_says`` where name and bytes contradict each other.
    """
    if not head:
        raise DocumentError("empty", "The file is empty: it has no bytes at all.")
    promised = SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if b"%PDF" in head[:_PDF_HEADER_WITHIN] and promised not in _TEXTUAL:
        return PDF
    if promised == PDF:
        raise DocumentError("not_what_it_says", f"The name says PDF, but the file is {_description(head)}.")
    if promised in _ZIPPED:
        if not head.startswith(b"PK\x03\x04"):
            raise DocumentError(
                "not_what_it_says", f"The name says an office document, but the file is {_description(head)}."
            )
        return promised
    if promised in _TEXTUAL:
        if not is_text(head):
            raise DocumentError("not_what_it_says", f"The name says text, but the file is {_description(head)}.")
        return promised
    raise DocumentError("unsupported", f"Files of this kind are not read: this one is {_description(head)}.")


def is_text(head: bytes) -> bool:
    """Tell whether these bytes can be text: marked or looking like UTF-16, or without controls that text never has."""
    if head.startswith(_BOMS) or utf_16_of(head):
        return True
    return not any(byte in _CONTROLS for byte in head)


def utf_16_of(head: bytes) -> str:
    """Return ``utf-16-le`` or ``utf-16-be`` where every other byte is NUL, as in Western text; else ""."""
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if half >= 2 and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 2 and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _description(head: bytes) -> str:
    """Return in a few words what the bytes look like, to complete "the file is …"."""
    start = head.lstrip()[:256].lower()
    for signature, words in (
        (b"<!doctype html", "a web page"),
        (b"<html", "a web page"),
        (b"<?xml", "an XML file"),
        (b"\x89png", "a picture (PNG)"),
        (b"gif8", "a picture (GIF)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"ii*\0", "a picture (TIFF)"),
        (b"pk\x03\x04", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"{\\rtf", "an RTF document"),
        (b"%!ps", "PostScript"),
    ):
        if start.startswith(signature):
            return words
    if not start:
        return "nothing but white space"
    return "text" if is_text(head) else "something else"
