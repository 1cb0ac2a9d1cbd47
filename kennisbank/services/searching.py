"""Searching, and keeping the index in step with the library.

The library is the truth and the index a cache: each contribution has a stamp, the index remembers the stamps it has
seen, and `catch_up` brings over what is missing or changed. That one rule serves after an import, at start-up and after
a crash alike.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash
from kennisbank.domain.results import Related, Results, SearchRequest
from kennisbank.errors import IndexDamagedError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.search.index import SearchIndex
from kennisbank.services.passages import search_documents, search_stamps
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with the contributions and the names of the files it speaks of: nothing is fetched to show it."""

    results: Results
    contributions: Mapping[ContributionId, Contribution]
    file_names: Mapping[FileHash, str]


@dataclass(frozen=True, slots=True)
class RelatedFound:
    """Related contributions, best first, with what is known of each."""

    related: tuple[Related, ...]
    contributions: Mapping[ContributionId, Contribution]


class SearchService:
    """Searches one library. Every method may be called from any thread."""

    def __init__(self, library: Library, index: SearchIndex) -> None:
        """Search `library` by means of `index`."""
        self._library = library
        self._index = index

    def find(self, request: SearchRequest, ctx: JobContext | None = None) -> Found:
        """Return the answer to `request`.

        A damaged index gives an empty answer that says it is being built; whoever gets it calls `catch_up`.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        try:
            results = self._index.search(request, ctx or JobContext())
        except IndexDamagedError as error:
            _log.warning("%s", error)
            results = Results(request=request, total=0, passage_total=0, hits=(), index_state="building")
        with self._library.read() as tx:
            results = _without_unseen_notes(tx, results)
            contributions = tx.contributions.many([hit.contribution for hit in results.hits])
            names = {file.hash: file.name for each in contributions.values() for file in each.files}
            for sheet in results.cover_sheets:
                names.update((file.hash, file.name) for _, file in tx.files.of(sheet.file))
        return Found(results, contributions, names)

    def related(self, contribution: ContributionId, limit: int = 5, ctx: JobContext | None = None) -> RelatedFound:
        """Return up to `limit` contributions that speak of the same as `contribution`; none while the index is unsound.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        try:
            found = self._index.related(contribution, limit, ctx)
        except IndexDamagedError as error:
            _log.warning("%s", error)
            found = ()
        with self._library.read() as tx:
            known = tx.contributions.many([each.contribution for each in found])
        return RelatedFound(tuple(each for each in found if each.contribution in known), known)

    def complete(self, text: str, limit: int = 8) -> list[str]:
        """Return `text` with its last word completed in up to `limit` ways, likeliest first."""
        return self._index.complete(text, limit)

    def warm(self) -> None:
        """Have ready what the first search, completion or misspelt word needs; some 100 ms of work."""
        self._index.warm()

    def state(self) -> Literal["ready", "missing", "outdated", "damaged"]:
        """Return how the index is; anything but ``ready`` is mended by `catch_up`."""
        return self._index.state()

    def behind(self) -> int:
        """Return how many contributions the index lacks, holds in an older form, or holds though they are gone."""
        wanted = self._stamps()
        if self._index.state() != "ready":
            return len(wanted)
        here = self._index.stamps()
        return sum(wanted.get(each) != here.get(each) for each in wanted.keys() | here.keys())

    def catch_up(self, ctx: JobContext | None = None) -> int:
        """Index what the index lacks, and return how many contributions that were; build it anew when it is unsound.

        Raises:
            Cancelled: `ctx` was asked to stop; what was committed stays, and the next call goes on from there.
            LibraryBusyError: another program is writing the index; it will bring over what is missing.
            StorageError: the index can't be written.
        """
        ctx = ctx or JobContext()
        if self._index.state() != "ready":
            return self.reindex(ctx)
        wanted, here = self._stamps(), self._index.stamps()
        changed = [each for each, stamp in wanted.items() if here.get(each) != stamp]
        gone = [each for each in here if each not in wanted]
        if changed or gone:
            self._index.update(search_documents(self._library, changed, wanted, ctx), gone, ctx)
        return len(changed) + len(gone)

    def reindex(self, ctx: JobContext | None = None) -> int:
        """Build the index anew in a fresh folder while searching goes on in the old one; return the number indexed.

        Raises:
            Cancelled: `ctx` was asked to stop; the old index stays in use.
            LibraryBusyError: another program is writing the index.
            StorageError: the index can't be written.
        """
        ctx = ctx or JobContext()
        wanted = self._stamps()
        self._index.rebuild(search_documents(self._library, list(wanted), wanted, ctx), ctx)
        return len(wanted)

    def purge(self, ctx: JobContext | None = None) -> None:
        """Bring the index up to date, and leave no word in its files of what is in the library no longer.

        Raises:
            Cancelled: `ctx` was asked to stop.
            LibraryBusyError: another program is writing the index.
            StorageError: the index can't be written.
        """
        ctx = ctx or JobContext()
        self.catch_up(ctx)
        try:
            self._index.purge(ctx)
        except IndexDamagedError as error:
            _log.warning("%s", error)
            self.reindex(ctx)

    def _stamps(self) -> dict[ContributionId, str]:
        with self._library.read() as tx:
            return search_stamps(tx)


def _without_unseen_notes(tx: Transaction, results: Results) -> Results:
    """Return an answer without the notes of others: the index holds those until it has seen who logged in or out."""
    noted = {AnnotationId(each.annotation) for hit in results.hits for each in hit.passages if each.annotation}
    unseen = noted.difference(tx.annotations.many(noted)) if noted else noted
    if not unseen:
        return results
    hits = []
    for hit in results.hits:
        kept = tuple(each for each in hit.passages if each.annotation not in unseen)
        if kept or set(hit.fields) - {"note"}:
            count = hit.passage_count - len(hit.passages) + len(kept)
            hits.append(replace(hit, passages=kept, passage_count=count))
    return replace(results, hits=tuple(hits), total=results.total - len(results.hits) + len(hits))
