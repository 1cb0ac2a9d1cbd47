"""The segments of a JPEG, and which of them say more than how the picture is drawn. Nothing is decoded.

Who sends a picture without its writer's name leaves those segments out; who takes one looks whether any is there. Both
mean the same by it because it is said here, once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEAD = b"\xff\xd8"
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that stand alone, without a length."""
_PROGRAMS = range(0xE0, 0xF0)
"""Segments in which programs write: EXIF, XMP, IPTC, further pictures."""
_DRAWN = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
"""Those of them that are about colours and sizes, by how they begin."""
_LONGEST_JFIF = 16
"""Bytes of the segment ``JFIF`` without a thumbnail: of what the picture was before it was cut."""
_NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


@dataclass(frozen=True, slots=True)
class JpegSegment:
    """Bytes `start` to `end` of a file, its marker among them; a scan has its data with it.

    `is_end`: it is the marker that ends the picture. `is_told`: it may say who made the picture, or what it was before.
    """

    start: int
    end: int
    is_end: bool = False
    is_told: bool = False


def jpeg_segments(data: bytes) -> Iterator[JpegSegment]:
    """Yield the segments of a JPEG in order, from behind `HEAD` to its end, or to where no segment begins any more."""
    at = len(HEAD)
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _END:
            yield JpegSegment(at, at + 2, is_end=True)
            return
        if marker in _ALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        is_told = _is_told(marker, data[at + 4 : end])
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            end = len(data) if found is None else found.start()
        yield JpegSegment(at, end, is_told=is_told)
        at = end


def _is_told(marker: int, said: bytes) -> bool:
    if marker == _COMMENT:
        return True
    if marker not in _PROGRAMS:
        return False
    known = next((name for kept, name in _DRAWN if kept == marker), None)
    is_long = marker == _PROGRAMS.start and len(said) + 2 > _LONGEST_JFIF
    return is_long or known is None or not said.startswith(known)
