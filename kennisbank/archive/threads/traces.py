"""Whether a file may say who made it, or when: looked for in its bytes, since nothing is to be taken on trust.

A client takes such traces out before it sends a file of an anonymous reader. What can't be looked into counts as one.
"""

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from kennisbank.archive.threads.picture_traces import is_bare_jpeg, is_bare_jpeg_2000, is_bare_png

CLEANABLE = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})
"""The media types that an anonymous reader may send: only these can be clean."""
_MOST_UNPACKED = 32 << 20
"""Bytes of a PDF's streams that are unpacked; more counts as a trace."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_EMPTY = rb"\s*(?:\(\s*\)|<\s*>|null)"
_PDF_TRACES = (
    re.compile(
        rb"/(?:Author|Subject|Keywords|CreationDate|ModDate|Company|SourceModified|PTEX\.\w+)(?!" + _EMPTY + rb")"
        rb"\s*[(<\d]"
    ),
    re.compile(rb"/(?:Metadata|Info)\s+\d+\s+\d+\s+R"),
    re.compile(rb"/Type\s*/(?:Metadata|Sig)\b|/ByteRange\b"),  # whoever signs a file is named in it
    re.compile(rb"<x:xmpmeta|<\?xpacket|<rdf:RDF"),
    re.compile(rb"/(?:Encrypt|EF|EmbeddedFile|PieceInfo|LastModified)\b(?!" + _EMPTY + rb")"),
    re.compile(rb"/ID\s*\[\s*(?:<\s*[0-9A-Fa-f]|\(\s*[^)\s])"),  # its first half is the same in all versions of a file
)
_TITLE = re.compile(rb"/Title(?!" + _EMPTY + rb")\s*[(<\d]")
_OF_OUTLINE = re.compile(rb"/Parent\s+\d")
"""What a line of the table of contents has, whose title is to be read, and what says things of the file hasn't."""
_ANNOTATION = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Stamp|Line|Square|Circle|Popup|Caret)\b"
)
_OF_ANNOTATION = re.compile(rb"/(?:T|M|NM)(?!" + _EMPTY + rb")\s*[(<]")
_OBJECTS = re.compile(rb"/ObjStm\b")
_FIRST = re.compile(rb"/First\s+(\d+)")
_DESCRIBING = re.compile(rb"/XML\b")
_SEALED = b"/Encrypt "
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ABOUT = 8000
"""Bytes before a stream in which its dictionary is looked for."""


def is_clean(data: bytes, media_type: str) -> bool:
    """Tell whether nothing was found in a file by which its maker, or another file of theirs, could be known."""
    if media_type == "application/pdf":
        return _is_clean_pdf(data)
    if media_type == "image/png":
        return is_bare_png(data)
    if media_type == "image/jpeg":
        return is_bare_jpeg(data)
    return media_type in CLEANABLE


def _is_clean_pdf(data: bytes) -> bool:
    unpacked = 0
    for each in _objects(data):
        unpacked += len(each)
        plain = _ESCAPED_NAME.sub(lambda found: bytes([int(found[1], 16)]), each)
        if unpacked > _MOST_UNPACKED or any(trace.search(plain) for trace in _PDF_TRACES):
            return False
        if _TITLE.search(plain) and not _OF_OUTLINE.search(plain):
            return False
        if _ANNOTATION.search(plain) and _OF_ANNOTATION.search(plain):
            return False
    return True


def _objects(data: bytes) -> Iterator[bytes]:
    """Give the objects of a PDF, without what their streams draw; those that stand in streams too, unpacked.

    All that stands in the file is among them, also what later versions in it have replaced.
    """
    outside, at = [], 0
    while (found := _STREAM.search(data, at)) is not None:
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        outside.append(data[at : found.start()])
        about = data[max(data.rfind(b" obj", 0, found.start()), found.start() - _ABOUT, 0) : found.start()]
        yield from _told_in(about, data[found.end() : end])
        at = end
    yield from b"".join([*outside, data[at:]]).split(b"endobj")


def _told_in(about: bytes, packed: bytes) -> Iterator[bytes]:
    """Give what a stream says that isn't to be drawn; what can't be looked into is given as sealed."""
    if b"/DCTDecode" in about or b"/JPXDecode" in about:
        is_packed = b"/FlateDecode" in about
        drawn = _unpacked(packed) if is_packed else packed.rstrip(b"\r\n")
        is_bare = is_bare_jpeg if b"/DCTDecode" in about else is_bare_jpeg_2000
        if drawn is None or not is_bare(drawn):
            yield _SEALED
    if _OBJECTS.search(about):
        yield from _in_object_stream(about, packed)
    elif _DESCRIBING.search(about):
        yield _SEALED


def _in_object_stream(about: bytes, packed: bytes) -> Iterator[bytes]:
    """Give the objects in a stream of objects, one by one: which of them a title belongs to matters."""
    data = packed
    if b"/Filter" in about:
        unpacked = _unpacked(packed) if b"/FlateDecode" in about and b"/Predictor" not in about else None
        if unpacked is None:
            yield _SEALED
            return
        data = unpacked
    first = _FIRST.search(about)
    start = int(first[1]) if first else len(data)
    places = [int(each) for each in data[:start].split()[1::2] if each.isdigit()]
    if start > len(data) or not places:
        yield _SEALED
        return
    ends = [*sorted(places), len(data) - start]
    yield data[:start]
    for place, end in pairwise(ends):
        yield data[start + place : start + end]


def _unpacked(packed: bytes) -> bytes | None:
    """Return what was packed; None: it can't be, or is too much."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, _MOST_UNPACKED)
    except zlib.error:
        return None
    return None if unpacking.unconsumed_tail else data
