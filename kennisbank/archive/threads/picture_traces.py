"""Whether a picture says more than its pixels: PNG by its parts, JPEG by its segments, JPEG 2000 by its boxes."""

import re

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
_PNG_HEAD = 8
_SCAN, _END = 0xDA, 0xD9
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of JPEG that stand alone, without a length."""
_COMMENT = 0xFE
_PROGRAMS = range(0xE0, 0xF0)
"""Segments in which programs write: EXIF, XMP, IPTC, further pictures; these of them are about colours and sizes."""
_KEPT = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_LONGEST_JFIF = 16
"""Bytes of the segment ``JFIF`` without a thumbnail: of what the picture was before it was cut."""
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_JP2_PARTS = frozenset({b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c", b"jpch", b"jplh", b"free"})
_JP2_HEAD = b"\x00\x00\x00\x0cjP  "


def is_bare_png(data: bytes) -> bool:
    """Tell whether a PNG has nothing but what is drawn: no texts, no EXIF, no times, and nothing behind its end."""
    at, kind = _PNG_HEAD, b""
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind not in _PNG_PARTS:
            return False
        at += length + 12
        if kind == b"IEND":
            break
    return kind == b"IEND" and at == len(data)


def is_bare_jpeg(data: bytes) -> bool:
    """Tell whether a JPEG has nothing but scans, sizes, tables and colours, and nothing behind its end."""
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _END:
            return not data[at + 2 :].strip(b"\x00\r\n")
        if marker in _BARE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if _is_told(marker, data[at + 4 : end]):
            return False
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            end = len(data) if found is None else found.start()
        at = end
    return False


def is_bare_jpeg_2000(data: bytes) -> bool:
    """Tell whether a JPEG 2000 has no box in which programs write (XMP, IPTC, links); a bare code stream has none."""
    if not data.startswith(_JP2_HEAD):
        return data.startswith(b"\xff\x4f")
    at = 0
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if not kind.strip(b"\x00\r\n") and not data[at:].strip(b"\x00\r\n"):
            break
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if kind not in _JP2_PARTS or 0 < length < 8:
            return False
        at = at + length if length else len(data)
    return True


def _is_told(marker: int, said: bytes) -> bool:
    """Tell whether a segment of a JPEG may say who made it, or what stood in the picture before."""
    if marker == _COMMENT:
        return True
    if marker not in _PROGRAMS:
        return False
    known = next((name for kept, name in _KEPT if kept == marker), None)
    is_long = marker == _PROGRAMS.start and len(said) + 2 > _LONGEST_JFIF
    return is_long or known is None or not said.startswith(known)
