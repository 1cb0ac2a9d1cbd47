"""Pictures without what programs write beside their pixels; sizes, scans and colours stay as they were, bit by bit."""

from kennisbank.domain.jpeg_segments import HEAD, jpeg_segments

_JP2_HEAD = b"\x00\x00\x00\x0cjP  "
_JP2_TOLD = frozenset({b"uuid", b"xml ", b"uinf", b"jp2i", b"asoc", b"lbl "})


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, EXIF, XMP, thumbnails, further pictures, and what stands behind its end."""
    if not data.startswith(HEAD):
        return data
    made = bytearray(HEAD)
    for each in jpeg_segments(data):
        if not each.is_told:
            made += data[each.start : each.end]
        if each.is_end:
            return bytes(made)
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
