"""Pictures without what programs write beside their pixels; sizes, scans and colours stay as they were, bit by bit."""

import re

_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that stand alone, without a length."""
_PROGRAMS = range(0xE0, 0xF0)
_KEPT = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
"""Of the segments in which programs write, those that say how the picture is to be drawn."""
_LONGEST_JFIF = 16
"""Bytes of the segment ``JFIF`` without a thumbnail."""
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_JP2_HEAD = b"\x00\x00\x00\x0cjP  "
_JP2_TOLD = frozenset({b"uuid", b"xml ", b"uinf", b"jp2i", b"asoc", b"lbl "})


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, EXIF, XMP, thumbnails, further pictures, and what stands behind its end."""
    if not data.startswith(b"\xff\xd8"):
        return data
    made, at = bytearray(data[:2]), 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _END:
            return bytes(made + data[at : at + 2])
        if marker in _BARE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            end = len(data) if found is None else found.start()
        if not _is_told(marker, data[at + 4 : end]):
            made += data[at:end]
        at = end
    return bytes(made + b"\xff\xd9")


def bare_jpeg_2000(data: bytes) -> bytes:
    """Return a JPEG 2000 without the boxes in which programs write; what is no such file comes back as it is."""
    if not data.startswith(_JP2_HEAD):
        return data
    made, at = bytearray(), 0
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if 0 < length < 8:
            return data
        end = at + length if length else len(data)
        if kind not in _JP2_TOLD:
            made += data[at:end]
        at = end
    return bytes(made)


def _is_told(marker: int, said: bytes) -> bool:
    if marker == _COMMENT:
        return True
    if marker not in _PROGRAMS:
        return False
    known = next((name for kept, name in _KEPT if kept == marker), None)
    is_long = marker == _PROGRAMS.start and len(said) + 2 > _LONGEST_JFIF
    return is_long or known is None or not said.startswith(known)
