"""The index at one moment: its segments, numbered through, and the figures that ranking needs. Never changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import FacetName
from kennisbank.errors import IndexDamagedError
from kennisbank.search.codec import MappedStorage, PackedSegment, Postings
from kennisbank.search.facets import Facet
from kennisbank.search.heads import Head
from kennisbank.search.layout import Layout, Mask, Numbers, joined, layout_of
from kennisbank.search.places import NO_PLACES, union
from kennisbank.search.segment_builder import SLOT_BITS
from kennisbank.search.segment_reader import Memory, SegmentReader
from kennisbank.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """A segment with the number of its first contribution, and the numbers in it that were removed."""

    base: int
    reader: SegmentReader
    removed: frozenset[int]


class Snapshot:
    """The index as one table of contents describes it. A contribution's *number* is its place over all segments."""

    def __init__(self, generation: Path, number: int, parts: Iterable[Part]) -> None:
        """Join `parts`, in order."""
        self.generation = generation
        self.number = number
        self.parts = tuple(parts)
        self._facets: dict[FacetName, Facet] = {}

    @classmethod
    def open(
        cls,
        generation: Path,
        number: int,
        segments: Iterable[PackedSegment],
        memory: Memory,
        before: "Snapshot | None" = None,
    ) -> "Snapshot":
        """Open the segments of a table of contents, taking over the readers that `before` has open.

        Raises:
            IndexDamagedError: a file is missing, torn or unreadable.
        """
        known = {part.reader.segment_id: part.reader for part in before.parts} if before else {}
        storage = MappedStorage(str(generation))
        parts: list[Part] = []
        base = 0
        for segment in segments:
            try:
                reader = known.get(segment.segment_id()) or SegmentReader(storage, segment, memory)
            except Exception as error:
                # A torn file raises whatever Whoosh and pickle happen to raise on it.
                raise IndexDamagedError(generation, f"{segment.segment_id()}: {error!r}") from error
            parts.append(Part(base, reader, frozenset(each for each in segment.deleted_docs() if each < segment.heads)))
            base += segment.heads
        return cls(generation, number, parts)

    @cached_property
    def layout(self) -> Layout:
        """Return how the words of all contributions stand."""
        return joined((layout_of(part.reader.heads), part.removed) for part in self.parts)

    @cached_property
    def cover_layout(self) -> Layout:
        """Return how the words of all cover sheets stand."""
        return joined((layout_of(part.reader.heads, is_cover=True), part.removed) for part in self.parts)

    @cached_property
    def present(self) -> Mask:
        """Return, by number, which contributions are in the index: what was put out keeps its number."""
        found = np.ones(self.layout.contributions, np.bool_)
        for part in self.parts:
            found[[part.base + each for each in part.removed]] = False
        return found

    @cached_property
    def repeats(self) -> Numbers:
        """Return for each passage the number of the passage whose text it only says again, -1 for none."""
        found = [
            np.frombuffer(head.repeats, np.int32).astype(np.int64) for each in self.parts for head in each.reader.heads
        ]
        every = np.concatenate([NO_PLACES, *found])
        every[every >= 0] += self.layout.first_passages[self.layout.homes[every >= 0]]
        return every

    def facet(self, name: FacetName) -> Facet:
        """Return the values of all contributions under a facet."""
        found = self._facets.get(name)
        if found is None:
            found = self._facets[name] = Facet.of(self.heads, name, self.layout.contributions)
        return found

    def lists(self, field: str, term: str) -> Iterator[tuple[Part, Postings]]:
        """Yield the posting list of a term in each part that has it."""
        for part in self.parts:
            found = part.reader.postings(field, term)
            if found is not None:
                yield part, found

    def places(self, lists: Iterable[tuple[Part, Postings]], layout: Layout) -> Numbers:
        """Return what posting lists of one field, in any order, hold, as ascending places of its `layout`."""
        return union(_places(part, found, layout) for part, found in lists)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.base for part in self.parts]

    def part_of(self, number: int) -> Part:
        """Return the part in which a contribution stands."""
        low, high = 0, len(self.parts)
        while high - low > 1:
            middle = (low + high) // 2
            if self.parts[middle].base <= number:
                low = middle
            else:
                high = middle
        return self.parts[low]

    @cached_property
    def heads(self) -> dict[int, Head]:
        """Return all contributions by number."""
        return {
            part.base + at: head
            for part in self.parts
            for at, head in enumerate(part.reader.heads)
            if at not in part.removed
        }

    def stamps(self) -> dict[ContributionId, str]:
        """Return the stamp of every contribution."""
        return {head.contribution: head.stamp for head in self.heads.values()}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the words of the index and how often each occurs."""
        return Vocabulary(part.reader.words for part in self.parts)

    def forms(self, key: str) -> Iterator[str]:
        """Yield the terms under a key of inflection, some perhaps twice."""
        for part in self.parts:
            yield from part.reader.forms(key)


def _places(part: Part, postings: Postings, layout: Layout) -> Numbers:
    docs = np.frombuffer(postings.docs, np.uint32).astype(np.int64) + part.base
    positions = np.frombuffer(postings.positions, np.uint32).astype(np.int64)
    if len(docs) == len(positions):
        return positions + (layout.first_slots[docs] << SLOT_BITS)
    return layout.places(docs, np.frombuffer(postings.counts, np.uint32), positions)
