"""A file of who isn't named goes without anything that names them; what can't be made so doesn't go."""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from kennisbank.archive.threads.traces import is_clean
from kennisbank.documents.attachments import JPEG, PNG, attachment_type
from kennisbank.documents.media_types import PDF
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.ids import FileHash
from kennisbank.errors import NotSaidError
from kennisbank.library.files import FileStore
from kennisbank.services.attaching import MOST_BYTES, kept

SECRET = b"Geheimenaar"


@pytest.fixture(scope="module")
def writers() -> Iterator[DocumentWriters]:
    made = DocumentWriters()
    yield made
    made.close()


def a_jpeg() -> bytes:
    """Return a picture of 40 by 20, held on its side (EXIF), with who made it."""
    image = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20), False)
    image.clear_with(200)
    plain = image.tobytes("jpeg")
    artist = SECRET + b"\0"
    entries = struct.pack(">HHHIHH", 2, 0x0112, 3, 1, 6, 0) + struct.pack(">HHII", 0x013B, 2, len(artist), 38)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + entries + b"\0\0\0\0" + artist
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    segments = b"".join(b"\xff\xe1" + struct.pack(">H", len(each) + 2) + each for each in (exif, xmp))
    comment = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    return plain[:2] + segments + comment + plain[2:]


def a_png() -> bytes:
    image = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 30, 10), True)
    image.clear_with(90)
    plain = image.tobytes("png")
    said = b"tEXtAuthor\0" + SECRET
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    return plain[:33] + chunk + plain[33:]


def a_pdf() -> bytes:
    document: Any = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "De tabel telt op tot 97 procent")
    page.insert_image(pymupdf.Rect(100, 100, 200, 150), stream=a_jpeg())
    note = page.add_text_annot((30, 30), "Klopt dit?")
    note.set_info(title=SECRET.decode())
    note.update()
    page.add_highlight_annot(page.search_for("tabel")).set_info(title=SECRET.decode())
    document.set_metadata({"author": SECRET.decode(), "creator": SECRET.decode()})
    document.set_xml_metadata(f"<x:xmpmeta>{SECRET.decode()}</x:xmpmeta>")
    document.embfile_add("bron.txt", SECRET, desc=SECRET.decode())
    document.set_toc([[1, "Begin", 1]])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def every_byte(data: bytes, media_type: str) -> bytes:
    """Return all that stands in a file, what is packed in a PDF too."""
    if media_type != PDF:
        return data
    document: Any = pymupdf.open(stream=data, filetype="pdf")
    unpacked = [document.xref_object(each).encode() for each in range(1, document.xref_length())]
    unpacked += [document.xref_stream_raw(each) or b"" for each in range(1, document.xref_length())]
    unpacked += [document.xref_stream(each) or b"" for each in range(1, document.xref_length())]
    return data + b"".join(unpacked)


@pytest.mark.parametrize(("make", "media_type"), [(a_pdf, PDF), (a_jpeg, JPEG), (a_png, PNG)])
def test_who_made_a_file_is_nowhere_in_its_copy(
    writers: DocumentWriters, tmp_path: Path, make: Any, media_type: str
) -> None:
    source, target = tmp_path / "bron", tmp_path / "bijlage"
    source.write_bytes(make())
    assert SECRET in every_byte(source.read_bytes(), media_type)
    assert attachment_type(source.read_bytes(), "") == media_type
    writers.write_anonymous(source, media_type, target)
    made = target.read_bytes()
    assert SECRET not in every_byte(made, media_type)
    assert attachment_type(made, "") == media_type
    assert is_clean(made, media_type)


def test_what_is_read_in_it_stays(writers: DocumentWriters, tmp_path: Path) -> None:
    source, target = tmp_path / "bron.pdf", tmp_path / "bijlage.pdf"
    source.write_bytes(a_pdf())
    writers.write_anonymous(source, PDF, target)
    document: Any = pymupdf.open(target)
    assert "De tabel telt op tot 97 procent" in document[0].get_text()
    assert [each.info["content"] for each in document[0].annots()] == ["Klopt dit?", ""]
    assert len(document[0].get_images()) == 1
    picture = tmp_path / "foto.jpg"
    picture.write_bytes(a_jpeg())
    writers.write_anonymous(picture, JPEG, target)
    shown: Any = pymupdf.open(target, filetype="jpeg")
    pixels = pymupdf.Pixmap(str(target))
    assert (pixels.width, pixels.height) == (20, 40)  # upright: how it was held stood beside the pixels
    assert shown[0].rect.width < shown[0].rect.height


def test_what_cannot_go_along_says_why(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "store")
    large, strange, zipped = tmp_path / "groot.txt", tmp_path / "film.mp4", tmp_path / "alles.zip"
    large.write_bytes(b"a" * (MOST_BYTES + 1))
    strange.write_bytes(bytes(range(32)) * 9)
    zipped.write_bytes(b"PK\x03\x04 een zip")
    cases = [
        (tmp_path / "nergens.txt", False, "file_unreadable"),
        (large, False, "file_too_large"),
        (strange, False, "file_kind"),
        (zipped, True, "file_kind_by_role"),
    ]
    for path, by_role, code in cases:
        with pytest.raises(NotSaidError) as refused:
            kept(store, path, by_role=by_role)
        assert refused.value.code == code
    made = kept(store, zipped, by_role=False)
    assert (made["name"], made["media_type"], store.has(FileHash(made["hash"]))) == (
        "alles.zip",
        "application/zip",
        True,
    )
