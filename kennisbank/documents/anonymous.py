"""A copy of a file that says nothing of who made it. Runs in a child process only.

Of a PDF go its metadata (XMP too), embedded files, scripts, signatures, the number by which its versions are known as
one file, and whose each annotation is; it is written anew, without what earlier versions of it held. Pictures are drawn
anew: what stands beside their pixels (place, camera, name) stays behind. A text has nothing but its text.
"""

import shutil
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.attachments import JPEG, PNG
from kennisbank.documents.bare_pictures import bare_jpeg, bare_jpeg_2000
from kennisbank.documents.media_types import PDF, TEXT
from kennisbank.documents.parts import Refusal
from kennisbank.documents.refusals import refusal_of, writing
from kennisbank.errors import DocumentError

_open: Any = pymupdf.open
_pixmap: Any = pymupdf.Pixmap
_NO_ENCRYPTION = 1
_QUALITY = 90
_POINTS_PER_INCH = 72
_PERSONAL = (
    "Metadata",
    "PieceInfo",
    "LastModified",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "Company",
    "SourceModified",
    "CreationDate",
    "ModDate",
    "PTEX.FileName",
    "PTEX.InfoDict",
    "PTEX.PageNumber",
)
_SIGNATURE = "ByteRange"
_OF_ANNOTATION = ("T", "NM", "M", "CreationDate")


def write_anonymous(path: str, media_type: str, target: str) -> bool | Refusal:
    """Write a copy of the file at `path` to `target`; every page of a PDF and every pixel of a picture stays."""
    try:
        _WRITERS[media_type](Path(path), Path(target))
    except Exception as error:  # noqa: BLE001  told, not thrown; logged where unknown
        return refusal_of(error, path)
    finally:
        mupdf.fz_empty_store()
    return True


def _write_pdf(path: Path, target: Path) -> None:
    with _open(path, filetype="pdf") as document:
        if document.needs_pass:
            raise DocumentError("encrypted", "The file is encrypted with a password.")
        document.scrub(
            attached_files=True,
            clean_pages=False,
            embedded_files=True,
            hidden_text=False,
            javascript=True,
            metadata=True,
            redactions=False,
            remove_links=False,
            reset_fields=False,
            reset_responses=False,
            thumbnails=True,
            xml_metadata=True,
        )
        for number in range(1, document.xref_length()):
            _clear(document, number)
        document.xref_set_key(-1, "Info", "null")
        document.xref_set_key(-1, "ID", "null")
        with writing():
            document.save(target, garbage=4, deflate=True, encryption=_NO_ENCRYPTION, no_new_id=True)


def _clear(document: Any, number: int) -> None:
    """Take out of one object what says who made it, and when; of a picture what stands beside its pixels."""
    keys = set(document.xref_get_keys(number))
    if _SIGNATURE in keys:  # a certificate says who signed; the field that it fills stays
        document.update_object(number, "<<>>")
        return
    for key in keys.intersection(_PERSONAL):
        document.xref_set_key(number, key, "null")
    if "Title" in keys and "Parent" not in keys:  # no line of the table of contents
        document.xref_set_key(number, "Title", "null")
    if "Subtype" in keys and "Rect" in keys:
        for key in keys.intersection(_OF_ANNOTATION):
            if key != "T" or document.xref_get_key(number, "FT")[0] == "null":  # of a field it is the field's name
                document.xref_set_key(number, key, "null")
    _clear_picture(document, number)


def _clear_picture(document: Any, number: int) -> None:
    """Take out of a picture in a PDF what stands beside its pixels; other streams stay as they are."""
    packing = document.xref_get_key(number, "Filter")[1].strip("[]").split("/")[1:]
    bare_of = {"DCTDecode": bare_jpeg, "JPXDecode": bare_jpeg_2000}.get(packing[-1] if packing else "")
    if bare_of is None or packing[:-1] not in ([], ["FlateDecode"]):
        return
    raw = document.xref_stream_raw(number)
    drawn = zlib.decompress(raw) if len(packing) > 1 else raw
    bare = bare_of(drawn)
    if bare != drawn:
        document.update_stream(number, bare, compress=False)
        document.xref_set_key(number, "Filter", f"/{packing[-1]}")
        if len(packing) > 1:
            document.xref_set_key(number, "DecodeParms", "null")


def _write_picture(path: Path, target: Path, kind: str) -> None:
    with _open(path, filetype=kind) as document:
        page = document[0]
        # Drawn as it is shown: how the camera was held stands beside the pixels, and goes with that.
        image = page.get_pixmap(dpi=_resolution(path, page), alpha=kind == "png")
        with writing():
            image.save(target, output=kind, **({"jpg_quality": _QUALITY} if kind == "jpeg" else {}))


def _resolution(path: Path, page: Any) -> int:
    """Return the dots per inch at which a page has as many pixels as its picture."""
    pixels = _pixmap(str(path))
    most = max(pixels.width, pixels.height)
    return max(1, round(float(_POINTS_PER_INCH * most / max(page.rect.width, page.rect.height))))


_WRITERS: Mapping[str, Callable[[Path, Path], object]] = MappingProxyType(
    {
        PDF: _write_pdf,
        PNG: lambda path, target: _write_picture(path, target, "png"),
        JPEG: lambda path, target: _write_picture(path, target, "jpeg"),
        TEXT: shutil.copyfile,
    }
)
