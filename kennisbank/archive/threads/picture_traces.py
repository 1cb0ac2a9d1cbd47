"""Whether a picture says more than its pixels: PNG by its parts, JPEG by its segments, JPEG 2000 by its boxes."""

from kennisbank.domain.jpeg_segments import jpeg_segments

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
    for each in jpeg_segments(data):
        if each.is_end:
            return not data[each.end :].strip(b"\x00\r\n")
        if each.is_told:
            return False
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
