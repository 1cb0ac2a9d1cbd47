"""What a file is, by its bytes: whatever its name or its sender says of it."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "application/pdf": "pdf",
        "image/png": "png",
        "image/jpeg": "jpg",
        "image/gif": "gif",
        "text/plain": "txt",
        "application/zip": "zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
        "application/vnd.oasis.opendocument.text": "odt",
    }
)
"""The media types that are taken, and how the name of such a file ends."""
_STARTS: Mapping[bytes, str] = MappingProxyType(
    {
        b"\x89PNG\r\n\x1a\n": "image/png",
        b"\xff\xd8\xff": "image/jpeg",
        b"GIF87a": "image/gif",
        b"GIF89a": "image/gif",
    }
)
_OFFICE: Mapping[str, str] = MappingProxyType(
    {"word/": "wordprocessingml.document", "ppt/": "presentationml.presentation"}
)
_PDF_WITHIN = 1024
_NO_TEXT = bytes({*range(0x20), 0x7F} - set(b"\t\n\r\f\x1b"))


def media_type_of(data: bytes) -> str | None:
    """Return the media type of a file, one of `ENDINGS`; None: it is none of those."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "application/pdf"
    for start, media_type in _STARTS.items():
        if data.startswith(start):
            return media_type
    if data.startswith(b"PK"):
        return _of_zip(data)
    return "text/plain" if data and len(data.translate(None, _NO_TEXT)) == len(data) else None


def _of_zip(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype" and archive.getinfo("mimetype").file_size < 100:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return said if said in ENDINGS else "application/zip"
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError, EOFError):
        return None
    if "[Content_Types].xml" in names:
        for folder, kind in _OFFICE.items():
            if any(each.startswith(folder) for each in names):
                return f"application/vnd.openxmlformats-officedocument.{kind}"
    return "application/zip"
