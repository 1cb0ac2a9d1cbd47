"""Which files may go with a message, told from their bytes; the name only decides between office formats."""

from pathlib import PurePath

from kennisbank.documents.media_types import DOCX, ODT, PDF, PPTX, TEXT, is_text

PNG, JPEG, GIF, ZIP = "image/png", "image/jpeg", "image/gif", "application/zip"
KINDS = frozenset({PDF, PNG, JPEG, GIF, TEXT, ZIP, DOCX, ODT, PPTX})
"""What the archive passes on, to be downloaded only."""
KINDS_BY_ROLE = frozenset({PDF, PNG, JPEG, TEXT})
"""What it passes on of somebody who isn't named: of these it can be told whether they name anybody."""
SUFFIXES = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", GIF: ".gif", TEXT: ".txt", ZIP: ".zip"}
_OFFICE = {".docx": DOCX, ".odt": ODT, ".pptx": PPTX}
_PDF_WITHIN = 1024


def attachment_type(head: bytes, name: str) -> str:
    """Return the media type of a file from its first 4,096 bytes and its name; empty for one that isn't known."""
    if b"%PDF" in head[:_PDF_WITHIN]:
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"PK\x03\x04"):
        return _OFFICE.get(PurePath(name).suffix.lower(), ZIP)
    return TEXT if head and is_text(head) else ""
