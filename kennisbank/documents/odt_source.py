"""The text of an ODT file as HTML: MuPDF opens such files without complaint, and finds nothing in them."""

import html
from pathlib import Path
from xml.etree.ElementTree import Element

from kennisbank.documents.archives import read_xml
from kennisbank.documents.wording import safe_uri
from kennisbank.errors import DocumentError

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_BLOCKS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
    f"{_TEXT}note": "small",
}
_SKIPPED = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_OFFICE}annotation", f"{_OFFICE}forms"})
_DEEPEST = 200


def odt_html(path: Path) -> str:
    """Return the body of a checked ODT file as HTML.

    Raises:
        DocumentError: ``damaged``.
    """
    root = read_xml(path, "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if body is None:
        raise DocumentError("damaged", "The office document is damaged: it has no text part.")
    pieces: list[str] = []
    for element in body:
        _write(element, pieces, 0)
    return "".join(pieces)


def _write(element: Element, pieces: list[str], depth: int) -> None:
    tag = element.tag
    if tag in _SKIPPED or depth > _DEEPEST:
        return
    if tag == f"{_TEXT}s":
        pieces.append(" " * min(100, _number(element.get(f"{_TEXT}c"), 1)))
    elif tag == f"{_TEXT}tab":
        pieces.append(" ")
    elif tag == f"{_TEXT}line-break":
        pieces.append("<br/>")
    else:
        start, end = _tags(element)
        pieces += [start, html.escape(element.text or "", quote=False)]
        for child in element:
            _write(child, pieces, depth + 1)
            pieces.append(html.escape(child.tail or "", quote=False))
        pieces.append(end)


def _tags(element: Element) -> tuple[str, str]:
    if element.tag == f"{_TEXT}h":
        level = min(6, max(1, _number(element.get(f"{_TEXT}outline-level"), 1)))
        return f"<h{level}>", f"</h{level}>"
    if element.tag == f"{_TEXT}a":
        uri = safe_uri(element.get(_HREF, ""))
        return (f'<a href="{html.escape(uri)}">', "</a>") if uri else ("", "")
    name = _BLOCKS.get(element.tag)
    return (f"<{name}>", f"</{name}>") if name else ("", "")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
