"""Office files are zip archives of XML: looked through here, with limits, before anything else reads them."""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kennisbank.documents.media_types import DOCX, ODT, PPTX
from kennisbank.documents.wording import safe_title
from kennisbank.errors import DocumentError

_MAIN = {DOCX: "word/document.xml", PPTX: "ppt/presentation.xml", ODT: "content.xml"}
"""The part without which a file is not of its kind."""
_MOST_PARTS = 10_000
_MOST_BYTES = 400_000_000
"""Bytes of all parts together, unpacked."""
_MOST_XML = 100_000_000
_MOST_RATIO = 200
"""How many times its packed size a large part may be: XML shrinks 10 to 50 times, a bomb a thousand."""
_LARGE = 5_000_000
_CHUNK = 1 << 20
_FORBIDDEN = (b"<!doctype", b"<!entity", b"<\0!\0d\0o\0c\0t\0y\0p\0e\0", b"<\0!\0e\0n\0t\0i\0t\0y\0")
_INFO = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords": "keywords",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}keyword": "keywords",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator": "author",
}


def check_office(path: Path, media_type: str) -> None:
    """Make sure that the archive is of its kind, of a size that can be read, and without document type declarations.

    Raises:
        DocumentError: ``damaged``, ``not_what_it_says``, ``encrypted`` or ``too_large``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if _MAIN[media_type] not in {part.filename for part in parts}:
                raise DocumentError("not_what_it_says", "The file is a zip archive, not the office document it says.")
            if any(part.flag_bits & 1 for part in parts):
                raise DocumentError("encrypted", "The file is locked with a password.")
            _check_sizes(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_declarations(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise DocumentError("damaged", "The office document is damaged: its archive can't be unpacked.") from error


def read_xml(path: Path, part: str) -> Element | None:
    """Return a part of a checked archive; None where there is no such part.

    Raises:
        DocumentError: ``damaged``: it is no XML.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            root: Element = fromstring(archive.read(part), forbid_dtd=True)
            return root
    except KeyError:
        return None
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise DocumentError("damaged", "The office document is damaged: its text can't be read.") from error


def office_info(path: Path, media_type: str) -> dict[str, str]:
    """Return the document's own metadata; what is damaged there is left out."""
    try:
        root = read_xml(path, "meta.xml" if media_type == ODT else "docProps/core.xml")
    except DocumentError:
        return {}
    info: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        key, value = _INFO.get(element.tag, ""), safe_title(element.text or "")
        if key and value:
            info[key] = f"{info[key]}, {value}" if key == "keywords" and key in info else info.get(key, value)
    return info


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(".xml"))
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES or xml > _MOST_XML:
        raise DocumentError("too_large", "The office document is far larger inside than any real one.")
    if any(part.file_size > max(_LARGE, _MOST_RATIO * part.compress_size) for part in parts):
        raise DocumentError("too_large", "The office document unpacks to far more than it can hold: a bomb.")


def _check_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part that declares its own entities: no office program writes such, and they can grow without end."""
    before = b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            seen = (before + chunk).lower()
            if any(mark in seen for mark in _FORBIDDEN):
                raise DocumentError("damaged", "The office document declares entities, which real ones never do.")
            before = chunk[-40:]
