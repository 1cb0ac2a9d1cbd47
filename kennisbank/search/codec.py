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
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter, W3Segment, W3TermInfo, W3TermsReader
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence
from whoosh.matching import ListMatcher

_HEADER = struct.Struct("=BIII")
_COMPRESS_FROM = 512
_KEY = struct.Struct("!H")
_INFO_SIZE = struct.calcsize("!BfIBBfII")
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
    three letters of its words; ``forms``: per inflection key the words of this segment, as the values of one document.
    """
    return Schema(begin=PositionsField(), cover=PositionsField(), forms=PositionsField(), text=PositionsField())


class PackedPostingsWriter(W3PostingsWriter):  # type: ignore[misc]
    """Writes one posting list as one block."""

    def start_postings(self, format_: object, terminfo: W3TermInfo) -> None:
        """Begin the list of a term."""
        self._format = format_
        self._terminfo = terminfo
        self._docs: array[int] = array("I")
        self._counts: array[int] = array("I")
        self._chunks: list[bytes] = []

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """Add one document; `vbytes` are its positions as 32-bit numbers. Weights aren't kept."""
        self._docs.append(id_)
        self._counts.append(len(vbytes) >> 2)
        self._chunks.append(vbytes)

    def add_many(self, docs: "array[int]", counts: "array[int]", positions: bytes) -> None:
        """Add documents that follow those already there."""
        self._docs.extend(docs)
        self._counts.extend(counts)
        self._chunks.append(positions)

    def finish_postings(self) -> W3TermInfo:
        """Write the list and return where it stands."""
        terminfo, docs = self._terminfo, self._docs
        body = b"".join((docs.tobytes(), self._counts.tobytes(), *self._chunks))
        size = len(body)
        is_packed = size >= _COMPRESS_FROM
        data = zlib.compress(body, 1) if is_packed else body
        start = self._postfile.tell()
        self._postfile.write(_HEADER.pack(is_packed, len(docs), size, zlib.crc32(data)) + data)
        terminfo._weight = (size >> 2) - 2 * len(docs)  # noqa: SLF001 - Whoosh's writers fill it this way too
        terminfo._df = len(docs)  # noqa: SLF001
        terminfo._minid, terminfo._maxid = docs[0], docs[-1]  # noqa: SLF001
        terminfo.set_extent(start, _HEADER.size + len(data))
        self._terminfo = None
        return terminfo


class PackedFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Adds a whole list at once."""

    def add_many(self, docs: "array[int]", counts: "array[int]", positions: bytes) -> None:
        """Add documents to the term that was started."""
        self._postwriter.add_many(docs, counts, positions)


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

    def postings_writer(self, dbfile: StructFile, byteids: bool = False) -> PackedPostingsWriter:  # noqa: FBT001, FBT002 - Whoosh's signature
        """Return a writer of posting lists."""
        return PackedPostingsWriter(dbfile, blocklimit=0, byteids=byteids)

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
        return PackedFieldWriter(self, storage, segment)

    def terms_reader(self, storage: FileStorage, segment: W3Segment) -> PackedTermsReader:
        """Return a reader of terms."""
        name = segment.make_filename(self.TERMS_EXT)
        terms = storage.open_file(name)
        return PackedTermsReader(self, terms, storage.file_length(name), segment.open_file(storage, self.POSTS_EXT))

    def new_segment(self, storage: FileStorage, indexname: str) -> PackedSegment:
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

    def open_file(self, name: str, **kwargs: Any) -> StructFile:
        """Open an existing file; an empty one can't be mapped and holds nothing to share."""
        if self.file_length(name) == 0:
            return super().open_file(name, **kwargs)
        return MappedFile(self._fpath(name), name)
