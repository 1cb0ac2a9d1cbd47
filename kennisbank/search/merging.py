"""Several segments made into one: their lists joined and renumbered, what was removed left out."""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from whoosh.filedb.filestore import FileStorage

from kennisbank.domain.ids import ContributionId
from kennisbank.search.built import Built
from kennisbank.search.codec import INDEX_FIELDS, PackedCodec, PackedSegment, Postings
from kennisbank.search.heads import Head
from kennisbank.search.segment_builder import CHUNK, INDEX_NAME, pack_words, unpack_words, write_stored
from kennisbank.search.segment_reader import Memory, SegmentReader
from kennisbank.tasks.context import JobContext

_FAN = 6
"""So many segments of about one size are merged."""
_STEP = 6
_LARGEST = 6_000_000
"""Positions; a larger segment is left alone unless half of it was removed."""


def merges_due(segments: list[PackedSegment]) -> list[list[PackedSegment]]:
    """Return the groups of segments that should be made one each: enough of one size, or half empty."""
    groups: dict[int, list[PackedSegment]] = defaultdict(list)
    due: list[list[PackedSegment]] = []
    for each in segments:
        if 2 * each.deleted_count() > each.heads:
            due.append([each])
        elif each.weight < _LARGEST:
            groups[_tier(each.weight)].append(each)
    due.extend(group for group in groups.values() if len(group) >= _FAN)
    return due


def _tier(weight: int) -> int:
    tier, size = 0, 10_000
    while weight > size:
        tier, size = tier + 1, size * _STEP
    return tier


def merge(storage: FileStorage, segments: list[PackedSegment], ctx: JobContext) -> Built:
    """Write one segment that holds what `segments` hold; they themselves stay as they are.

    Raises:
        Cancelled: `ctx` was asked to stop; the files written so far are named by nothing.
        ValueError: a segment is damaged.
    """
    memory = Memory(0)
    readers = [SegmentReader(storage, each, memory) for each in segments]
    removed = [{doc for doc in each.deleted_docs() if doc < each.heads} for each in segments]
    alive = _alive(readers, removed, ctx) if any(removed) else None
    numbers: list[list[int]] = []
    heads: list[Head] = []
    contributions: list[ContributionId] = []
    for reader, gone in zip(readers, removed, strict=True):
        own: list[int] = []
        for at, head in enumerate(reader.heads):
            own.append(-1 if at in gone else len(heads))
            if at not in gone:
                heads.append(head)
                contributions.append(head.contribution)
        numbers.append(own)
    codec = PackedCodec()
    segment = codec.new_segment(storage, INDEX_NAME)
    writer = codec.field_writer(storage, segment)
    weight = 0
    vocabulary: dict[str, int] = defaultdict(int)
    for name in INDEX_FIELDS:
        writer.begin(name)
        for term, lists in _joined(readers, name, ctx):
            joined = _forms(lists, alive) if name == "forms" else _renumbered(lists, numbers, removed)
            if not joined.docs:
                continue
            if name != "forms":
                weight += len(joined.positions)
            if name == "text":
                vocabulary[term[:-2].decode()] += len(joined.positions)
            writer.write(term, joined.docs, joined.counts, joined.positions.tobytes())
    writer.close()
    chunks, moved = _chunks(readers, removed)
    write_stored(codec, storage, segment, moved, chunks, sorted(vocabulary.items()))
    segment.weight = weight
    return Built(segment, tuple(contributions))


def _forms(lists: list[tuple[int, Postings]], alive: set[bytes] | None) -> Postings:
    """Return the coded words of all lists, those of `alive` only (None: all); no document where none is left."""
    words = sorted({word for _, each in lists for word in unpack_words(each.positions)})
    if alive is not None:
        words = [word for word in words if word.encode() in alive]
    packed = array("I", pack_words(words))
    return Postings(array("I", [0] if words else []), array("I", [len(packed)] if words else []), packed)


def _alive(readers: list[SegmentReader], removed: list[set[int]], ctx: JobContext) -> set[bytes]:
    """Return the terms that stand in what is kept: no word of what was removed alone is told any more."""
    return {
        term
        for name in ("cover", "text")
        for term, lists in _joined(readers, name, ctx)
        if any(doc not in removed[at] for at, each in lists for doc in each.docs)
    }


def _joined(
    readers: list[SegmentReader], name: str, ctx: JobContext
) -> Iterator[tuple[bytes, list[tuple[int, Postings]]]]:
    """Yield each term once, ascending, with its list in each segment that has it."""

    def run(at: int) -> Iterator[tuple[bytes, int, bytes]]:
        for term, info in readers[at].run(name):
            yield term, at, info

    current: bytes | None = None
    lists: list[tuple[int, Postings]] = []
    count = 0
    for term, at, info in heapq.merge(*(run(at) for at in range(len(readers))), key=itemgetter(0, 1)):
        if term != current:
            if current is not None:
                yield current, lists
            current, lists = term, []
            count += 1
            if not count % 4096:
                ctx.check()
        lists.append((at, readers[at].unpack(info)))
    if current is not None:
        yield current, lists


def _renumbered(lists: list[tuple[int, Postings]], numbers: list[list[int]], removed: list[set[int]]) -> Postings:
    docs, counts, positions = array("I"), array("I"), array("I")
    for at, each in lists:
        new = numbers[at]
        if not removed[at]:
            docs.extend([new[doc] for doc in each.docs])
            counts.extend(each.counts)
            positions.extend(each.positions)
            continue
        first = 0
        for doc, count in zip(each.docs, each.counts, strict=True):
            if new[doc] >= 0:
                docs.append(new[doc])
                counts.append(count)
                positions.extend(each.positions[first : first + count])
            first += count
    return Postings(docs, counts, positions)


def _chunks(readers: list[SegmentReader], removed: list[set[int]]) -> tuple[list[tuple[Any, ...]], list[Head]]:
    """Return the stored chunks of all that is kept, and the heads pointing to their new places."""
    chunks: list[tuple[Any, ...]] = []
    moved: list[Head] = []
    for reader, gone in zip(readers, removed, strict=True):
        for at, head in enumerate(reader.heads):
            if at in gone:
                continue
            count = -(-len(head.lengths) // CHUNK) + bool(head.cover_keys)
            moved.append(head.moved(len(chunks)))
            chunks.extend(reader.chunk(head.first_chunk + each) for each in range(count))
    return chunks, moved
