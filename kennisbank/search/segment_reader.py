"""One segment, opened: its posting lists, its heads, its texts. Any number of threads may read it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from whoosh.filedb.filestore import FileStorage

from kennisbank.domain.passage import CoverSheet
from kennisbank.search.codec import PackedSegment, Postings
from kennisbank.search.heads import Head, cover_of
from kennisbank.search.segment_builder import CHUNK, unpack_words
from kennisbank.search.word_table import WordTable

_Value = TypeVar("_Value")


class TornError(ValueError):
    """What stands in a file of the index is not what was written there."""


@contextmanager
def _sound() -> Iterator[None]:
    """Read in here: whatever a torn file makes Whoosh, pickle or zlib raise becomes a `TornError`."""
    try:
        yield
    except Exception as error:
        raise TornError(repr(error)) from error


class Memory:
    """What was read last, up to `limit` bytes or so; shared by all segments, safe for all threads."""

    def __init__(self, limit: int) -> None:
        """Keep up to `limit` bytes."""
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[Any, tuple[Any, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Any, read: Callable[[], _Value], size: Callable[[_Value], int]) -> _Value:
        """Return what is kept under `key`, or read, keep and return it."""
        found = self._kept.get(key)
        if found is not None:
            # Both calls are whole under the interpreter's lock; another thread may put the value out between them.
            try:  # noqa: SIM105 - suppress() would cost as much as the rest
                self._kept.move_to_end(key)
            except KeyError:
                pass
            kept: _Value = found[0]
            return kept
        value = read()
        cost = size(value) + 200
        with self._lock:
            if key not in self._kept and cost < self._limit:
                self._kept[key] = (value, cost)
                self._size += cost
                while self._size > self._limit:
                    self._size -= self._kept.popitem(last=False)[1][1]
        return value


def _words_size(words: list[str]) -> int:
    return 70 * len(words)


class SegmentReader:
    """Reads one segment; `memory` is shared with other readers."""

    def __init__(self, storage: FileStorage, segment: PackedSegment, memory: Memory) -> None:
        """Open the files of `segment`.

        Raises:
            ValueError: a file is missing or torn.
        """
        for name, size in segment.files.items():
            if not storage.file_exists(name) or storage.file_length(name) != size:
                raise ValueError(f"{name} is missing or torn")
        codec = segment.codec()
        self.segment_id = segment.segment_id()
        self._memory = memory
        self._count = segment.heads
        self._terms = codec.terms_reader(storage, segment)
        self._stored = codec.per_document_reader(storage, segment)
        self._table = segment.doc_count_all() - 2
        table = self._stored.stored_fields(segment.doc_count_all() - 1)
        self.heads = [Head.unpacked(values) for values in table["heads"]]
        if len(self.heads) != self._count:
            raise ValueError("the table of contributions is torn")

    def postings(self, field: str, term: str) -> Postings | None:
        """Return the list of `term`, or None if it doesn't occur.

        Like everything below: raises `TornError` when a file is damaged.
        """
        return self._memory.get(
            (self.segment_id, field, term),
            lambda: self._read(field, term),
            lambda found: 0 if found is None else 4 * (2 * len(found.docs) + len(found.positions)),
        )

    def _read(self, field: str, term: str) -> Postings | None:
        with _sound():
            found: Postings | None = self._terms.postings(field, term.encode())
        return found

    def beginning_with(self, field: str, prefix: str) -> list[tuple[int, bytes]]:
        """Return how often each term that begins with `prefix` occurs, and where its list stands (for `unpack`)."""
        weight = self._terms.weight
        with _sound():
            return [(weight(info), info) for _, info in self._terms.run(field, prefix.encode())]

    def unpack(self, info: bytes) -> Postings:
        """Return a list by its place."""
        with _sound():
            found: Postings = self._terms.unpack(info)
        return found

    def forms(self, key: str) -> list[str]:
        """Return the terms of this segment that stand under a key of inflection."""
        return self._memory.get((self.segment_id, "forms", key), lambda: self._read_forms(key), _words_size)

    def _read_forms(self, key: str) -> list[str]:
        found = self._read("forms", key)
        return [] if found is None else unpack_words(found.positions)

    def chunk(self, number: int) -> tuple[Any, ...]:
        """Return the stored records of a chunk."""
        return self._memory.get(
            (self.segment_id, number),
            lambda: self._read_chunk(number),
            lambda found: sum(len(record[4]) + 300 for record in found if len(record) > 4),
        )

    def _read_chunk(self, number: int) -> tuple[Any, ...]:
        with _sound():
            chunk: tuple[Any, ...] = self._stored.stored_fields(self._count + number)["chunk"]
        return chunk

    def passage(self, head: Head, index: int) -> tuple[Any, ...]:
        """Return passage `index` (from 0) of a contribution as `passage_record` made it."""
        record: tuple[Any, ...] = self.chunk(head.first_chunk + index // CHUNK)[index % CHUNK]
        return record

    def cover(self, head: Head, index: int) -> CoverSheet:
        """Return cover sheet `index` (from 0) of a contribution."""
        return cover_of(self.chunk(head.first_chunk + -(-len(head.lengths) // CHUNK))[index])

    @cached_property
    def words(self) -> WordTable:
        """Return the words of this segment and how often each occurs."""
        with _sound():
            table = self._stored.stored_fields(self._table)
            return WordTable(table["words"].encode(), np.frombuffer(table["counts"], np.uint32))

    def run(self, field: str) -> Iterator[tuple[bytes, bytes]]:
        """Yield all terms of a field, ascending, with their places, for merging."""
        with _sound():
            yield from self._terms.run(field, b"")
