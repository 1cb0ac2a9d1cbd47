"""Whoosh's third codec with postings packed for this program: one block a term, read and written in a few calls.

Whoosh keeps what it is good at: segments, the table of contents, the term dictionary, stored values. Only the posting
lists differ. A list is three arrays of 32-bit numbers: the documents, the number of positions in each, and all
positions one after the other. Stock Whoosh pickles lists of tuples in blocks of 128 and walks them one by one in
Python; here a list is one ``array.frombytes``.

The files are a cache of one machine: numbers are in its byte order, and, as with all of Whoosh, there are pickles among
them. An index is never sent, received or imported.
"""

import mmap
import struct
import zlib
from array import array
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3Segment, W3TermInfo, W3TermsReader
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence
from whoosh.matching import ListMatcher
from whoosh.util.numlists import GrowableArray

INDEX_FIELDS = ("begin", "cover", "forms", "part", "text")
"""The fields of the index, in the order in which they are written."""

_HEADER = struct.Struct("=BIII")
_COMPRESS_FROM = 512
_KEY = struct.Struct("!H")
_INFO = struct.Struct("!BfIBBfIIqi")
"""Whoosh's packed term info: flags, weight, documents, shortest, longest, heaviest, first and last document, extent."""
_INFO_SIZE = _INFO.size - struct.calcsize("!qi")
_LENGTHS = struct.Struct("!ii")
_CRC32 = 1
_EXTENT = struct.Struct("!qi")


class Postings(NamedTuple):
    """The documents that hold a term, ascending, the number of positions in each, and all positions in turn."""

    docs: "array[int]"
    counts: "array[int]"
    positions: "array[int]"


class PositionsField(FieldType):  # type: ignore[misc]
    """A field whose terms come ready made: nothing is analysed by Whoosh."""

    def __init__(self) -> None:
        """Make an unscored, unstored field."""
        super().__init__(format=Existence(), analyzer=None)


def schema() -> Schema:
    """Return the fields of the index.

    ``text``: all words of a contribution, metadata and body; ``cover``: those of its cover sheets; ``begin``: the first
    three letters of its words; ``forms``: per key of inflection, derivation or part the words of this segment, as the
    values of one document; ``part``: per key of a part the slots of the compounds that have it.
    """
    return Schema(**{name: PositionsField() for name in INDEX_FIELDS})


class _TermWriter(OrderedHashWriter):  # type: ignore[misc]
    """Whoosh's dictionary of terms with a faster hash, that counts its own way through the file."""

    def __init__(self, dbfile: StructFile) -> None:
        HashWriter.__init__(self, dbfile, hashtype=_CRC32)
        self.index = GrowableArray("H")
        self.lastkey = b""
        self._at = dbfile.tell()

    def add(self, key: bytes, value: bytes) -> None:
        """Add a term behind those already there."""
        if key <= self.lastkey:
            raise ValueError(f"terms must ascend: {self.lastkey!r}, {key!r}")
        self.lastkey = key
        self.index.append(self._at)
        self.dbfile.file.write(_LENGTHS.pack(len(key), len(value)) + key + value)
        number = zlib.crc32(key)
        self.buckets[number & 255].append((number, self._at))
        self._at += _LENGTHS.size + len(key) + len(value)


class PackedFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes terms with whole lists at once; Whoosh's way, posting by posting, isn't needed here."""

    def __init__(self, storage: FileStorage, segment: W3Segment) -> None:
        """Open the files of `segment` for writing."""
        self._fieldmap: dict[str, int] = {}
        self._tindex = _TermWriter(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._tindex.extras["fieldmap"] = self._fieldmap
        self._postfile = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._at = 0
        self._key = b""
        self.is_closed = False

    def begin(self, field: str) -> None:
        """Begin a field; fields come in the order of their names."""
        self._key = _KEY.pack(self._fieldmap.setdefault(field, len(self._fieldmap)))

    def write(self, term: bytes, docs: "array[int]", counts: "array[int]", positions: bytes) -> None:
        """Write a term of the field that was begun, behind those already there, with its list."""
        body = docs.tobytes() + counts.tobytes() + positions
        size = len(body)
        is_packed = size >= _COMPRESS_FROM
        data = zlib.compress(body, 1) if is_packed else body
        block = _HEADER.pack(is_packed, len(docs), size, zlib.crc32(data)) + data
        self._postfile.file.write(block)
        weight = len(positions) >> 2
        info = _INFO.pack(0, weight, len(docs), 0, 0, 1.0, docs[0], docs[-1], self._at, len(block))
        self._at += len(block)
        self._tindex.add(self._key + term, info)


class PackedTermsReader(W3TermsReader):  # type: ignore[misc]
    """Reads whole lists, and runs of terms with the same beginning."""

    def postings(self, field: str, term: bytes) -> Postings | None:
        """Return the list of a term, or None if no document holds it."""
        try:
            info = self._tindex[self._keycoder(field, term)]
        except KeyError:
            return None
        return self.unpack(info)

    def run(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield the terms of `field` that begin with `prefix`, ascending, each with its packed term info."""
        start = self._keycoder(field, prefix)
        for key, info in self._tindex.items_from(start):
            if not key.startswith(start):
                return
            yield key[_KEY.size :], info

    def unpack(self, info: bytes) -> Postings:
        """Return the list that a packed term info points to.

        Raises:
            ValueError: what stands there is no list: the file is damaged.
        """
        # WORKAROUND(whoosh3 3.54): W3TermInfo.from_bytes gives the length as a tuple.
        offset, length = _EXTENT.unpack_from(info, _INFO_SIZE)
        return unpack_postings(self._postfile.get(offset, length))

    def weight(self, info: bytes) -> int:
        """Return how often a term occurs, from its packed term info."""
        return int(struct.unpack_from("!f", info, 1)[0])


def unpack_postings(block: bytes) -> Postings:
    """Return the posting list in a block.

    Raises:
        ValueError: the block is damaged.
    """
    if len(block) < _HEADER.size:
        raise ValueError("a posting list is cut off")
    is_packed, count, size, check = _HEADER.unpack_from(block)
    data = block[_HEADER.size :]
    if zlib.crc32(data) != check:
        raise ValueError("a posting list is damaged")
    body = zlib.decompress(data, bufsize=size) if is_packed else data
    docs: array[int] = array("I")
    counts: array[int] = array("I")
    positions: array[int] = array("I")
    docs.frombytes(body[: 4 * count])
    counts.frombytes(body[4 * count : 8 * count])
    positions.frombytes(body[8 * count :])
    return Postings(docs, counts, positions)


class PackedSegment(W3Segment):  # type: ignore[misc]
    """A segment that knows the sizes of its files, so that a torn one is noticed when it is opened.

    Documents 0 to `heads` - 1 are contributions; behind them come the stored pieces of text and the table of heads.
    `weight` is the number of positions in it: what merging it costs.
    """

    files: dict[str, int]
    heads: int
    weight: int


class PackedCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's codec with packed posting lists."""

    def postings_reader(
        self, dbfile: StructFile, terminfo: W3TermInfo, format_: object, term: Any = None, scorer: Any = None
    ) -> ListMatcher:
        """Return a list as one of Whoosh's own matchers, for its tools; this program reads lists whole."""
        offset, length = terminfo.extent()
        # WORKAROUND(whoosh3 3.54): W3TermInfo.from_bytes gives the length as a tuple.
        found = unpack_postings(dbfile.get(offset, length[0] if isinstance(length, tuple) else length))
        weights = [float(count) for count in found.counts]
        return ListMatcher(list(found.docs), weights, format=format_, scorer=scorer, term=term, terminfo=terminfo)

    def field_writer(self, storage: FileStorage, segment: W3Segment) -> PackedFieldWriter:
        """Return a writer of terms."""
        return PackedFieldWriter(storage, segment)

    def terms_reader(self, storage: FileStorage, segment: W3Segment) -> PackedTermsReader:
        """Return a reader of terms."""
        name = segment.make_filename(self.TERMS_EXT)
        terms = storage.open_file(name)
        return PackedTermsReader(self, terms, storage.file_length(name), segment.open_file(storage, self.POSTS_EXT))

    def new_segment(self, storage: FileStorage, indexname: str) -> PackedSegment:  # noqa: ARG002 - Whoosh's signature
        """Return an empty segment with a fresh random name."""
        return PackedSegment(self, indexname)


class MappedFile(StructFile):  # type: ignore[misc]
    """A file in memory: any number of threads read any place of it, without a shared position."""

    def __init__(self, path: str, name: str) -> None:
        """Map the file at `path`."""
        with open(path, "rb") as file:  # noqa: PTH123 - a descriptor is what mmap wants
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        super().__init__(self._map, name=name)
        self.is_real = False

    def get(self, position: int, length: int) -> bytes:
        """Return `length` bytes from `position`."""
        return self._map[position : position + length]

    def get_array(self, position: int, typecode: str, length: int) -> "array[Any]":
        """Return `length` big-endian numbers from `position`."""
        numbers = array(typecode)
        numbers.frombytes(self._map[position : position + length * numbers.itemsize])
        if struct.pack("=H", 1) == struct.pack("<H", 1):
            numbers.byteswap()
        return numbers


class MappedStorage(FileStorage):  # type: ignore[misc]
    """A folder whose files are mapped when they are read."""

    def open_file(self, name: str, **kwargs: Any) -> StructFile:  # noqa: ARG002 - Whoosh's signature
        """Open an existing file; an empty one can't be mapped."""
        if self.file_length(name) == 0:
            return StructFile(BytesIO(), name=name)
        return MappedFile(self._fpath(name), name)
