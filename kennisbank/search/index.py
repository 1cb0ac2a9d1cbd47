"""The search index: documents in, results out. The one name of this room that the rest of the program knows."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Literal

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.passage import SearchDocument
from kennisbank.domain.results import FACETS, Related, Results, SearchRequest
from kennisbank.errors import IndexDamagedError
from kennisbank.search.analysis import Analyser
from kennisbank.search.related import related
from kennisbank.search.searcher import answer
from kennisbank.search.segment_reader import Memory, TornError
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.store import VERSIONS, Store
from kennisbank.search.suggesting import completions
from kennisbank.search.synonyms import Synonyms
from kennisbank.search.updating import Generation, bring_in, purge
from kennisbank.search.writers import Writers
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)

State = Literal["ready", "missing", "outdated", "damaged"]
_MEMORY_BYTES = 48 << 20
_A_WORD = "onderwijss"
"""A misspelt word to get ready with; any other would do."""


class SearchIndex:
    """A full-text index in a folder of its own. Every method may be called from any thread.

    The index is a cache: whatever is wrong with it, `rebuild` makes it anew from the documents. Several programs may
    read it at once, one may write.
    """

    def __init__(self, folder: Path, *, processes: int = 2, synonyms: Callable[[], Synonyms] = Synonyms) -> None:
        """Use the index in `folder`; nothing is opened or made yet. Large updates run in `processes` children.

        `synonyms` is asked for each search.
        """
        self._store = Store(folder)
        self._writers = Writers(processes)
        self._memory = Memory(_MEMORY_BYTES)
        self._analyser = Analyser()
        self._synonyms = synonyms
        self._opening = threading.Lock()
        self._writing = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._damage = ""

    # State

    def state(self) -> State:
        """Return whether the index can be searched; anything but ``ready`` asks for `rebuild`."""
        if self._damage:
            return "damaged"
        try:
            versions = self._store.versions()
            if versions is None:
                return "missing"
            if {key: versions.get(key) for key in VERSIONS} != VERSIONS:
                return "outdated"
            self._current()
        except IndexDamagedError as error:
            _log.warning("%s", error)
            return "damaged"
        return "ready"

    def stamps(self) -> dict[ContributionId, str]:
        """Return the stamp of every contribution that is searchable; empty unless the index is ``ready``."""
        try:
            return self._current().stamps()
        except IndexDamagedError:
            return {}

    # Writing

    def update(
        self,
        documents: Iterable[SearchDocument],
        removed: Collection[ContributionId] = (),
        ctx: JobContext | None = None,
    ) -> None:
        """Take in `documents`, in place of older ones of the same contributions, and put `removed` out.

        What is taken in becomes searchable in steps, each whole: when this is broken off, by whatever, `stamps` tells
        truly what is in. The first update of a missing index makes it.

        Raises:
            Cancelled: `ctx` was asked to stop.
            IndexDamagedError: the index is unsound and must be rebuilt.
            LibraryBusyError: another program writes the index.
            StorageError: the folder can't be written.
        """
        ctx = ctx or JobContext()
        with self._writing, self._store.locked():
            if self._store.versions() is None:
                self._store.switch(self._store.fresh())
            self._bring_in(self._opened(), documents, removed, ctx)

    def purge(self, ctx: JobContext | None = None) -> None:
        """Leave on the disk no word of what was put out or replaced: deleting alone only marks it as gone.

        An index that is missing or unsound has nothing to be purged: it is made anew in a fresh folder.

        Raises:
            Cancelled: `ctx` was asked to stop.
            IndexDamagedError: the index is unsound and must be rebuilt.
            LibraryBusyError: another program writes the index.
            StorageError: the folder can't be written.
        """
        with self._writing, self._store.locked():
            if self._store.versions() is None:
                return
            try:
                purge(self._opened(), ctx or JobContext())
            except TornError as error:
                raise self._damaged(error) from error

    def _opened(self) -> Generation:
        """Return the generation that counts, to be written to; for whoever holds both locks."""
        self._store.sweep()
        snapshot = self._current()
        number, segments = Store.contents(snapshot.generation)
        Store.sweep_segments(snapshot.generation, number, segments)
        by_id = {each.segment_id(): each for each in segments}
        generation = Generation(snapshot.generation, number, list(segments))
        for part in snapshot.parts:
            segment = by_id[part.reader.segment_id]
            for at, head in enumerate(part.reader.heads):
                if at not in part.removed:
                    generation.places[head.contribution] = (segment, at)
        return generation

    def rebuild(self, documents: Iterable[SearchDocument], ctx: JobContext | None = None) -> None:
        """Make the index anew from `documents` in a fresh folder; until it is whole, the old one is searched.

        Raises:
            Cancelled: `ctx` was asked to stop; the old index stays.
            LibraryBusyError: another program writes the index.
            StorageError: the folder can't be written.
        """
        ctx = ctx or JobContext()
        with self._writing, self._store.locked():
            self._store.sweep()
            folder = self._store.fresh()
            generation = Generation(folder, 0, [])
            self._bring_in(generation, documents, (), ctx)
            self._store.switch(folder)
            self._damage = ""
            self._store.sweep()

    def _bring_in(
        self,
        generation: Generation,
        documents: Iterable[SearchDocument],
        removed: Collection[ContributionId],
        ctx: JobContext,
    ) -> None:
        try:
            bring_in(generation, documents, removed, self._writers, ctx)
        except TornError as error:
            raise self._damaged(error) from error

    # Searching

    def search(self, request: SearchRequest, ctx: JobContext | None = None) -> Results:
        """Return the answer to `request`; whatever is typed is a valid query.

        Raises:
            Cancelled: `ctx` was asked to stop.
            IndexDamagedError: the index is missing, outdated or damaged.
        """
        ctx = ctx or JobContext()
        started = time.perf_counter()
        snapshot = self._current()
        try:
            state: Literal["ready", "building"] = "building" if self._writing.locked() else "ready"
            known = self._synonyms()
            return answer(request, snapshot, self._analyser, known, ctx, started=started, index_state=state)
        except TornError as error:
            raise self._damaged(error) from error

    def related(
        self, contribution: ContributionId, limit: int = 5, ctx: JobContext | None = None
    ) -> tuple[Related, ...]:
        """Return up to `limit` contributions that speak of the same as `contribution`, best first; none if unknown.

        Raises:
            Cancelled: `ctx` was asked to stop.
            IndexDamagedError: the index is missing, outdated or damaged.
        """
        try:
            return related(contribution, self._current(), self._analyser, limit, ctx or JobContext())
        except TornError as error:
            raise self._damaged(error) from error

    def complete(self, text: str, limit: int = 8) -> list[str]:
        """Return `text` with its last word completed in up to `limit` ways, likeliest first; none if unsound."""
        try:
            return completions(text, self._current().vocabulary, limit)
        except IndexDamagedError:
            return []
        except TornError as error:
            self._damaged(error)
            return []

    def warm(self) -> None:
        """Read and reckon what the first search, completion and misspelt word would have to wait for."""
        self._synonyms()
        try:
            snapshot = self._current()
            snapshot.vocabulary.complete("a", 1)
            snapshot.vocabulary.near_words(_A_WORD, 1)
            for facet in FACETS:
                snapshot.facet(facet)
        except IndexDamagedError:
            return
        except TornError as error:
            self._damaged(error)

    def close(self) -> None:
        """End the child processes; the index may still be used, and starts them again when it must."""
        self._writers.close()
        self._snapshot = None

    def _current(self) -> Snapshot:
        """Return the index as it is now on disk, opening what is new."""
        with self._opening:
            for attempt in range(5):
                generation = self._store.generation()
                known = self._snapshot
                number = Store.latest(generation)
                if known is not None and known.generation == generation and known.number == number:
                    return known
                try:
                    number, segments = Store.contents(generation)
                    before = known if known is not None and known.generation == generation else None
                    self._snapshot = Snapshot.open(generation, number, segments, self._memory, before)
                except IndexDamagedError:
                    # Between reading the table and opening its segments another program may have replaced both.
                    if attempt == 4 or (Store.latest(generation) == number and self._store.generation() == generation):
                        raise
                    continue
                return self._snapshot
        raise AssertionError("the loop returns or raises")

    def _damaged(self, error: Exception) -> IndexDamagedError:
        _log.error("the search index is damaged", exc_info=error)
        self._damage = repr(error)
        return IndexDamagedError(self._store.folder, self._damage)
