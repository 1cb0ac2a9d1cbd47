"""Small files as readers attach them: with what programs write into them, and without."""

import struct
import zlib

import pymupdf


def bare_pdf() -> bytes:
    """Return a PDF of one page that says nothing of who made it."""
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def pdf(**info: str) -> bytes:
    """Return a PDF as a word processor makes it, with its author in it."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Een bladzijde")
        document.set_metadata(info or {"author": "Rie de Vries"})
        made: bytes = document.tobytes(deflate=True)
        return made


def pdf_in_streams() -> bytes:
    """Return a PDF whose objects, its author among them, are packed."""
    with pymupdf.open("pdf", pdf()) as document:
        made: bytes = document.tobytes(deflate=True, use_objstms=1)
        return made


def pdf_with(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of one page with further objects in it, from number 9 on, and more in its trailer."""
    said = b"".join(b"%d 0 obj%s endobj\n" % (number, each) for number, each in enumerate(objects, start=9))
    return bare_pdf().replace(b"trailer<<", said + b"trailer<<" + trailer)


def stream(about: bytes, data: bytes, *, is_packed: bool = True) -> bytes:
    """Return a stream with this in its dictionary."""
    packed = zlib.compress(data) if is_packed else data
    how = b"/Filter/FlateDecode" if is_packed else b""
    return b"<<%s%s/Length %d>>stream\n%s\nendstream" % (about, how, len(packed), packed)


def object_stream(*objects: bytes) -> bytes:
    """Return a packed stream of objects, from number 20 on."""
    places = [sum(len(each) + 1 for each in objects[:number]) for number in range(len(objects))]
    head = b" ".join(b"%d %d" % (number, place) for number, place in enumerate(places, start=20)) + b" "
    return stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), head + b" ".join(objects) + b" ")


def jpeg_2000(*boxes: tuple[bytes, bytes]) -> bytes:
    """Return the frame of a JPEG 2000 with these boxes before its code stream."""
    head = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
    made = [head, *(struct.pack(">I", 8 + len(data)) + kind + data for kind, data in boxes)]
    return b"".join([*made, struct.pack(">I", 12) + b"jp2c" + b"\xff\x4f\xff\xd9"])


def png(*parts: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of one pixel, with a comment unless other parts are given."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))]
    chunks += parts or [(b"tEXt", b"Author\0Rie")]
    chunks += [(b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg(segment: bytes = b"\xff\xe1\x00\x0cExif\0\0abcd") -> bytes:
    """Return the frame of a JPEG, with a segment of EXIF unless another is given."""
    return b"\xff\xd8" + segment + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\x34" + b"\xff\xd9"
