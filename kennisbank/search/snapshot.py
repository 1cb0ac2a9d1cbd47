"""The index at one moment: its segments, numbered through, and the figures that ranking needs. Never changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kennisbank.domain.ids import ContributionId
from kennisbank.errors import IndexDamagedError
from kennisbank.search.codec import MappedStorage, PackedSegment
from kennisbank.search.heads import Head
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
        self.passages = 0
        self.places = 0
        for part in self.parts:
            for at, head in enumerate(part.reader.heads):
                if at not in part.removed:
                    self.passages += len(head.lengths)
                    self.places += sum(head.lengths)

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

    @property
    def mean_length(self) -> float:
        """Return the mean length of a passage, in places."""
        return self.places / self.passages if self.passages else 1.0

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
        return Vocabulary(part.reader.words() for part in self.parts)

    def forms(self, key: str) -> Iterator[str]:
        """Yield the terms under a key of inflection, some perhaps twice."""
        for part in self.parts:
            yield from part.reader.forms(key)
