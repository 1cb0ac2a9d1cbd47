"""Small PDFs for tests, made on the spot: each function writes one file and returns its path."""

from collections.abc import Sequence
from pathlib import Path

import pymupdf

A4 = (595.0, 842.0)
_MARGIN = 60.0
_LEADING = 14.0


def _write(page: "pymupdf.Page", text: str, x: float = _MARGIN, y: float = 80.0, size: float = 11.0) -> None:
    """Write lines one below the other; an empty line is the gap between two paragraphs."""
    for line in text.split("\n"):
        if line:
            page.insert_text((x, y), line, fontsize=size, fontname="helv")
        y += _LEADING


def _save(document: "pymupdf.Document", path: Path, **options: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path, **options)
    document.close()
    return path


def simple_pdf(path: Path, pages: Sequence[str], *, info: dict[str, str] | None = None) -> Path:
    """Write a PDF with one page per text; lines stand as given. `info` has PyMuPDF's keys (title, author, keywords …)."""
    document = pymupdf.open()
    for text in pages:
        _write(document.new_page(width=A4[0], height=A4[1]), text)
    if info:
        document.set_metadata(info)
    return _save(document, path)


def two_column_pdf(path: Path, left: str, right: str, *, title: str = "", draw_right_first: bool = False) -> Path:
    """Write one page with a title over two columns, drawn in either order."""
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    if title:
        _write(page, title, y=60, size=16)
    columns = [(left, _MARGIN), (right, 320.0)]
    for text, x in reversed(columns) if draw_right_first else columns:
        _write(page, text, x=x, y=110, size=9)
    return _save(document, path)


def scan_pdf(path: Path, pages: int = 1, *, texts: Sequence[str] = ()) -> Path:
    """Write pages that are pictures of text, after pages with real `texts`."""
    document = pymupdf.open()
    for text in texts:
        _write(document.new_page(width=A4[0], height=A4[1]), text)
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 60, 80), False)
    picture.clear_with(200)
    for _ in range(pages):
        page = document.new_page(width=A4[0], height=A4[1])
        page.insert_image(page.rect, pixmap=picture)
    return _save(document, path)


def blank_pdf(path: Path, pages: int = 1) -> Path:
    """Write pages with nothing on them."""
    document = pymupdf.open()
    for _ in range(pages):
        document.new_page(width=A4[0], height=A4[1])
    return _save(document, path)


def encrypted_pdf(path: Path, *, user_password: str = "secret", text: str = "Behind a lock") -> Path:
    """Write a PDF that asks for a password on opening (none with an empty `user_password`: only printing is locked)."""
    document = pymupdf.open()
    _write(document.new_page(), text)
    return _save(
        document, path, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw=user_password, permissions=0
    )


COVER_TEXT = """Stichting Voorbeeld en het archief van haar congressen

De bijdragen van eerdere congressen zijn opgenomen in dit archief.

We roepen je op, na het lezen van dit document dat door jou is
gedownload, de auteur feedback te geven. Dit kan door je te
registreren als gebruiker van het archief.

Wil je op de hoogte blijven, schrijf je dan in op de nieuwsbrief.

Reacties kun je richten aan de beheerder: archief@example.org.
Vermeld bij reacties jouw naam en telefoonnummer."""


def pdf_with_cover(path: Path, pages: Sequence[str], *, cover: str = COVER_TEXT) -> Path:
    """Write a PDF with an archive's sheet before the contribution's own pages."""
    return simple_pdf(path, [cover, *pages])


def rotated_pdf(path: Path, text: str, degrees: int = 90) -> Path:
    """Write one page that is shown turned by /Rotate."""
    document = pymupdf.open()
    page = document.new_page(width=A4[0], height=A4[1])
    _write(page, text)
    page.set_rotation(degrees)
    return _save(document, path)


def rich_pdf(path: Path) -> Path:
    """Write three pages with an outline, page labels (i, ii, 1), links of several kinds and metadata."""
    document = pymupdf.open()
    for text in ("Preface", "Contents", "First chapter"):
        _write(document.new_page(width=A4[0], height=A4[1]), text)
    document.set_toc([[1, "Preface", 1], [2, "Contents", 2], [1, "First chapter", 3]])
    document.set_page_labels(
        [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 2, "style": "D", "firstpagenum": 1}]
    )
    box = pymupdf.Rect(50, 60, 200, 90)
    page = document[0]
    page.insert_link({"kind": pymupdf.LINK_URI, "from": box, "uri": "https://example.org/a"})
    page.insert_link({"kind": pymupdf.LINK_URI, "from": box, "uri": "file:///etc/passwd"})
    page.insert_link({"kind": pymupdf.LINK_GOTO, "from": box, "page": 2, "to": pymupdf.Point(60, 80)})
    document.set_metadata({"title": "A title", "author": "An author", "keywords": "one, two"})
    return _save(document, path)


def truncated_pdf(path: Path, keep: float = 0.1) -> Path:
    """Write the first part of a PDF and nothing more."""
    simple_pdf(path, ["One page of text"] * 20)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    return path


def many_pages_pdf(path: Path, pages: int) -> Path:
    """Write `pages` pages that show the same words; written by hand, since building them one by one takes long."""
    stream = b"BT /F1 12 Tf 60 700 Td (The same words on every page) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % (5 + i) for i in range(pages))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    objects += [leaf] * pages
    return raw_pdf(path, objects)


def crashing_pdf(path: Path, depth: int = 400_000) -> Path:
    """Write a valid page with contents nested so deeply that loading them ends the reader's process."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length 0 >>\nstream\n\nendstream",
        b"<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>",
    ]
    for number in range(6, 6 + depth):
        last = number == 5 + depth
        kids = b"" if last else b"/First %d 0 R /Last %d 0 R " % (number + 1, number + 1)
        objects.append(b"<< /Title (x) /Parent %d 0 R %s>>" % (number - 1, kids))
    return raw_pdf(path, objects)


def bomb_pdf(path: Path, levels: int = 12) -> Path:
    """Write a page whose drawing doubles itself over and over: it never ends, in little memory."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    drawing = b"/X Do " * 10
    for number in range(5, 5 + levels):
        next_one = b"/Resources << /XObject << /X %d 0 R >> >>" % (number + 1) if number < 4 + levels else b""
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\nstream\n%s\nendstream"
            % (next_one, len(drawing), drawing)
        )
    return raw_pdf(path, objects)


def raw_pdf(path: Path, objects: Sequence[bytes]) -> Path:
    """Write a PDF of these object bodies, numbered from 1; the first is the catalogue."""
    data, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
