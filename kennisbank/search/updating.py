"""Bringing documents into a generation: in this process when they are few, in two child processes when they are many.

Segments are committed as they become whole; one table of contents takes in a segment and puts out, in the same stroke,
what it replaces, so that a contribution is never doubled nor missing, whenever the program dies.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.passage import SearchDocument
from kennisbank.search.built import Built
from kennisbank.search.codec import MappedStorage, PackedSegment
from kennisbank.search.merging import merge, merges_due
from kennisbank.search.store import Store
from kennisbank.search.writers import Writers, build_here
from kennisbank.tasks.context import JobContext

FEW_PASSAGES = 1500
"""Up to so many passages are indexed in this process: starting others would take longer."""


@dataclass(slots=True)
class Generation:
    """A generation while it is written: its segments, and where each contribution stands.

    `places` is kept only for what may be replaced or removed.
    """

    folder: Path
    number: int
    segments: list[PackedSegment]
    places: dict[ContributionId, tuple[PackedSegment, int]] = field(default_factory=dict)
    on_commit: Callable[[], None] = lambda: None

    def take(self, built: Built) -> None:
        """Take in a new segment, put out what it replaces, and commit."""
        for at, contribution in enumerate(built.contributions):
            self.drop(contribution)
            self.places[contribution] = (built.segment, at)
        self.segments.append(built.segment)
        self.commit()

    def drop(self, contribution: ContributionId) -> bool:
        """Put out a contribution, if it is there; `commit` makes it so."""
        place = self.places.pop(contribution, None)
        if place is None:
            return False
        segment, at = place
        segment.delete_document(at)
        return True

    def commit(self) -> None:
        """Write the table of contents; segments in which nothing is left are dropped."""
        self.segments = [each for each in self.segments if each.deleted_count() < each.heads]
        self.number += 1
        Store.commit(self.folder, self.number, tuple(self.segments))
        self.on_commit()


def bring_in(
    generation: Generation,
    documents: Iterable[SearchDocument],
    removed: Collection[ContributionId],
    writers: Writers,
    ctx: JobContext,
) -> None:
    """Put `removed` out of `generation` and `documents` into it, then merge what became too many small segments.

    Raises:
        Cancelled: `ctx` was asked to stop; what was committed by then stays.
    """
    gone = [generation.drop(each) for each in removed]
    waiting: list[SearchDocument] = []
    passages = 0
    stream = iter(documents)
    is_long = False
    for document in stream:
        ctx.check()
        waiting.append(document)
        passages += len(document.passages) + 1
        if passages > FEW_PASSAGES:
            is_long = True
            break
    if is_long:
        if any(gone):
            generation.commit()
        for built in writers.build(generation.folder, _chained(waiting, stream), ctx):
            generation.take(built)
    elif waiting:
        for built in build_here(generation.folder, waiting, ctx):
            generation.take(built)
    elif any(gone):
        generation.commit()
    _merge(generation, merges_due(generation.segments), ctx)
    Store.sweep_segments(generation.folder, generation.number, generation.segments)


def purge(generation: Generation, ctx: JobContext) -> None:
    """Write anew what holds anything that was put out, so that no word of it stays on the disk.

    Raises:
        Cancelled: `ctx` was asked to stop; what was committed by then stays.
    """
    _merge(generation, [[each] for each in generation.segments if each.deleted_count()], ctx)
    Store.sweep_segments(generation.folder, generation.number, generation.segments)


def _chained(first: list[SearchDocument], rest: Iterator[SearchDocument]) -> Iterator[SearchDocument]:
    yield from first
    yield from rest


def _merge(generation: Generation, groups: Iterable[list[PackedSegment]], ctx: JobContext) -> None:
    storage = MappedStorage(str(generation.folder))
    for group in groups:
        ctx.check()
        built = merge(storage, group, ctx)
        for at, contribution in enumerate(built.contributions):
            generation.places[contribution] = (built.segment, at)
        first = generation.segments.index(group[0])
        generation.segments[first] = built.segment
        generation.segments = [each for each in generation.segments if each not in group[1:]]
        generation.commit()
