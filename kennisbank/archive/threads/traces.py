"""Whether a file may say who made it, or when: looked for in its bytes, since nothing is to be taken on trust.

A client takes such traces out before it sends a file of an anonymous reader. What can't be looked into counts as one.
"""

import re
import zlib
from collections.abc import Iterator

CLEANABLE = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})
"""The media types that an anonymous reader may send: only these can be clean."""
_MOST_UNPACKED = 32 << 20
"""Bytes of a PDF's streams that are unpacked; more counts as a trace."""
_JPEG_TRACES = frozenset({*range(0xE1, 0xF0), 0xFE}) - {0xE2, 0xEE}
"""Segments for EXIF, XMP, IPTC, comments and what else programs add; not those for colours (ICC, Adobe)."""
_SCAN = 0xDA
_PNG_PARTS = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
        b"hIST",
    }
)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_EMPTY = rb"\s*(?:\(\s*\)|<\s*>|null)"
_PDF_TRACES = (
    re.compile(rb"/(?:Author|CreationDate|ModDate|Company|SourceModified)(?!" + _EMPTY + rb")\s*[(<\d]"),
    re.compile(rb"/Metadata\s+\d+\s+\d+\s+R"),
    re.compile(rb"<x:xmpmeta|<\?xpacket|<rdf:RDF"),
    re.compile(rb"/(?:Encrypt|EF|EmbeddedFile|PieceInfo|LastModified)\b(?!" + _EMPTY + rb")"),
)
_ANNOTATION = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Stamp|Line|Square|Circle|Popup|Caret)\b"
)
_OF_ANNOTATION = re.compile(rb"/(?:T|M|NM)(?!" + _EMPTY + rb")\s*[(<]")
_SEALED = b"/Encrypt "
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")


def is_clean(data: bytes, media_type: str) -> bool:
    """Tell whether nothing was found in a file by which its maker could be known."""
    if media_type == "application/pdf":
        return _is_clean_pdf(data)
    if media_type == "image/png":
        return _is_clean_png(data)
    if media_type == "image/jpeg":
        return _is_clean_jpeg(data)
    return media_type in CLEANABLE


def _is_clean_pdf(data: bytes) -> bool:
    unpacked = 0
    for part in _parts(data):
        unpacked += len(part)
        plain = _ESCAPED_NAME.sub(lambda found: bytes([int(found[1], 16)]), part)
        if unpacked > _MOST_UNPACKED or any(trace.search(plain) for trace in _PDF_TRACES):
            return False
        for each in plain.split(b"endobj"):
            if _ANNOTATION.search(each) and _OF_ANNOTATION.search(each):
                return False
    return True


def _parts(data: bytes) -> Iterator[bytes]:
    """Give what stands between the streams of a PDF, and the streams that hold objects or descriptions, unpacked."""
    outside, at = [], 0
    while (found := _STREAM.search(data, at)) is not None:
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        outside.append(data[at : found.start()])
        about = data[max(data.rfind(b" obj", 0, found.start()), found.start() - 8000, 0) : found.start()]
        yield from _told_in(about, data[found.end() : end])
        at = end
    yield b"".join([*outside, data[at:]])


def _told_in(about: bytes, packed: bytes) -> Iterator[bytes]:
    """Give what a stream says that isn't to be drawn; what can't be looked into is given as sealed."""
    if b"/DCTDecode" in about and b"/FlateDecode" not in about and not _has_clean_segments(packed):
        yield _SEALED
    if not re.search(rb"/(?:ObjStm|Metadata|XML)\b", about):
        return
    if b"/Filter" not in about:
        yield packed
        return
    unpacking = zlib.decompressobj()
    try:
        yield unpacking.decompress(packed, _MOST_UNPACKED) if b"/FlateDecode" in about else _SEALED
    except zlib.error:
        yield _SEALED
    if unpacking.unconsumed_tail:
        yield _SEALED


def _is_clean_png(data: bytes) -> bool:
    at, kind = 8, b""
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind not in _PNG_PARTS:
            return False
        at += length + 12
        if kind == b"IEND":
            break
    return kind == b"IEND" and at == len(data)


def _is_clean_jpeg(data: bytes) -> bool:
    return _has_clean_segments(data) and data.rstrip(b"\x00").endswith(b"\xff\xd9")


def _has_clean_segments(data: bytes) -> bool:
    """Tell whether nothing stands before the picture itself but sizes, tables and colours."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_TRACES:
            return False
        if marker == _SCAN:
            return True
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False
