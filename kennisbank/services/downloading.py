"""Downloading: which of the archive's files are wanted here, bringing them, and making room again."""

import logging
import shutil
import time
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace

from kennisbank.config.settings import Settings, load_settings
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.syncing import DownloadOutcome, Offer
from kennisbank.errors import LibraryBusyError, NotConnectedError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.download_run import DownloadRun, Room, Ways
from kennisbank.services.searching import SearchService
from kennisbank.sync.downloads import WAITS_S, Downloads, FileSource
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)

_INDEX_EVERY, _INDEX_EVERY_S = 64, 15.0
"""After so many contributions, or seconds, what came is made searchable while others are still on their way."""
FilesOf = Callable[[ArchiveLink, JobContext], AbstractContextManager[FileSource]]
"""Opens the way to the files of an archive, for one job."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted now of what was asked for: files that aren't here yet, their size in bytes, and what changed."""

    count: int
    bytes: int
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Freed:
    """Files that were taken out of this library, with the bytes that this freed, and what changed."""

    count: int
    bytes: int
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Space:
    """Bytes that the archive's files take here, that the disk has free, and that they may take (0: no limit)."""

    used: int
    free: int
    budget: int


class DownloadService:
    """Brings files from the archive into one library. Every method may be called from any thread but the GUI's."""

    def __init__(
        self,
        library: Library,
        taker: DownloadedFiles,
        searching: SearchService,
        annotating: AnnotationService,
        source: FilesOf,
        *,
        waits_s: tuple[float, ...] = WAITS_S,
    ) -> None:
        """Bring files into `library` with `taker`, from what `source` gives for each run.

        `searching` makes what came searchable; `annotating` looks in newer versions for what was written in older ones.
        """
        self._library, self._taker, self._searching, self._annotating = library, taker, searching, annotating
        self._source, self._waits_s = source, waits_s
        self._urgent: dict[ContributionId, int] = {}

    # What is to be had, and what is wanted.

    def offers(self, ids: Collection[ContributionId]) -> dict[ContributionId, tuple[Offer, ...]]:
        """Return what the archive has of each of `ids`, the files to be read first; those without any are left out."""
        with self._library.read() as tx:
            return tx.offers.of(ids)

    def not_here(self, ids: Collection[ContributionId]) -> frozenset[ContributionId]:
        """Return those of `ids` that the archive has files of, and this library none."""
        with self._library.read() as tx:
            offered = tx.offers.of(ids)
            found = tx.contributions.many(list(offered))
        return frozenset(each for each in offered if each not in found or not found[each].files)

    def absent(self) -> int:
        """Return of how many contributions the archive has files to be read, and this library none of them."""
        with self._library.read() as tx:
            return len(set(tx.offers.missing()).difference(tx.offers.newer()))

    def newer(self) -> list[ContributionId]:
        """Return the contributions of which an older version is here than the archive has."""
        with self._library.read() as tx:
            return tx.offers.newer()

    def want(self, ids: Collection[ContributionId]) -> Wanted:
        """Ask for the files of these that are to be read; what isn't offered, or is here, is let be. They go first.

        What failed before is tried again.

        Raises:
            DiskBudgetError: they take more than there is room for; nothing is asked for.
        """
        order = max(self._urgent.values(), default=0) + 1
        wanted = self._want(ids)
        self._urgent.update(dict.fromkeys(ids, order))
        return wanted

    def want_edition(self, code: str) -> Wanted:
        """Ask for all that isn't here of an edition (empty: of what has none).

        Raises:
            DiskBudgetError: it takes more than there is room for; nothing is asked for.
        """
        with self._library.read() as tx:
            ids = tx.offers.missing(edition=code)
        return self._want(ids)

    def want_all(self) -> Wanted:
        """Ask for all that isn't here.

        Raises:
            DiskBudgetError: it takes more than there is room for; nothing is asked for.
        """
        with self._library.read() as tx:
            ids = tx.offers.missing()
        return self._want(ids)

    def want_found(self, request: SearchRequest, ctx: JobContext | None = None) -> Wanted:
        """Ask for all that a search finds and that isn't here.

        Raises:
            DiskBudgetError: it takes more than there is room for; nothing is asked for.
            Cancelled: `ctx` was asked to stop.
        """
        found = self._searching.find(replace(request, limit=0, offset=0, passages=0, facets=False), ctx)
        return self._want([hit.contribution for hit in found.results.hits])

    def unwant(self, ids: Collection[ContributionId] | None = None) -> ChangeSet:
        """Ask no longer for the files of these (None: of all); what is on its way is given up after this file."""
        with self._library.write() as tx:
            tx.offers.unwant(ids)
            return tx.changes

    def follow_archive(self, _ctx: JobContext | None = None) -> ChangeSet:
        """Do what the settings ask for after a sync: want what is new, and newer versions of what is here.

        What is to be read according to the archive and is here, is read from now on. Nothing is fetched by this.
        """
        settings = self._settings()
        with self._library.write() as tx, tx.outbox.arriving():
            for file in tx.offers.unread():
                tx.files.make_current(file)
            ids = set(tx.offers.newer()) if settings.download_newer else set()
            if settings.download_policy == "all":
                ids.update(tx.offers.missing())
            elif settings.download_policy == "editions":
                ids.update(tx.offers.missing_of_begun_editions())
            tx.offers.want(ids, again=False)
            changes = tx.changes
        self._annotating.follow(changes.ids("contribution"))
        return changes

    def _want(self, ids: Collection[ContributionId]) -> Wanted:
        room = self._room()
        with self._library.write() as tx:
            wanted = {each.hash: each.size for each in tx.offers.want(ids)}
            others = {each.hash: each.size for each in tx.offers.wanted() if each.hash not in wanted}
            changes = tx.changes
            size = sum(wanted.values())
            if wanted:
                room.take(sum(others.values()))
                room.check(size)
        return Wanted(len(wanted), size, changes)

    # Bringing it, and making room.

    def run(
        self,
        ctx: JobContext | None = None,
        on_committed: Callable[[ChangeSet], None] = lambda _: None,
        *,
        only: Collection[ContributionId] | None = None,
    ) -> DownloadOutcome:
        """Bring all that is wanted (of `only`), each file as one committed step, and make it searchable.

        `on_committed` gets the changes of each step, on the caller's thread. Progress is told in kilobytes. Several
        runs, in this program or others, share the work. A cancelled run says so; the rest stays wanted.

        Raises:
            NotConnectedError: this library is connected to no archive.
            DiskBudgetError: there is no room for the next file; the others stay wanted.
            ArchiveUnreachableError: the archive can't be reached; what came of a file stays, for the next run.
            ArchiveUntrustedError: what answers isn't the archive.
            StorageError: something can't be written.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            link = tx.archives.link()
            is_needed = bool(tx.offers.wanted())
        if link is None:
            raise NotConnectedError
        if not is_needed:
            return DownloadOutcome()
        indexing = _Indexing(self._searching, self._annotating, ctx, on_committed)
        downloads = Downloads(self._library.paths.downloads, url=link.url, waits_s=self._waits_s)
        ways = Ways(self._library, self._taker, downloads, self._room())
        try:
            with self._source(link, ctx) as source:
                return DownloadRun(ways, source, ctx, indexing.committed, only=only, urgent=self._urgent).run()
        finally:
            indexing.finish()

    def space(self) -> Space:
        """Return how much room the archive's files take, and how much there is."""
        with self._library.read() as tx:
            used = sum({each.hash: each.size for each in tx.offers.here()}.values())
        home = self._library.paths.home
        return Space(used, shutil.disk_usage(home).free, self._settings().disk_budget_mb << 20)

    def remove_here(self, ids: Collection[ContributionId]) -> Freed:
        """Take the files of these out of this library, in so far as they can be had from the archive again.

        What is known of the contributions stays, and so does all that was written in them.

        Raises:
            StorageError: a file can't be removed.
        """
        with self._library.write() as tx, tx.outbox.arriving():
            gone = tx.offers.here(ids)
            hashes = {(each.contribution, each.hash) for each in gone}
            for contribution in tx.contributions.many(list({each.contribution for each in gone})).values():
                for file in contribution.files:
                    if (contribution.id, file.hash) in hashes:
                        tx.files.remove(file.id)
            tx.offers.unwant(ids)
            tx.texts.drop_unreferenced()
            unused = {each.hash: each.size for each in gone if not tx.files.of(each.hash)}
            changes = tx.changes
        self._remove_unused(unused)
        self._catch_up(JobContext())
        return Freed(len(gone), sum(unused.values()), changes)

    def _remove_unused(self, unused: Collection[str]) -> None:
        """Remove files that nothing refers to, unless an import is running: it may just be bringing one of them."""
        try:
            with self._library.import_lock(), self._library.write() as tx:
                kept = tx.files.hashes()
                for each in self._library.files.all().intersection(unused) - kept:
                    self._library.files.remove(each)
        except LibraryBusyError as error:
            _log.info("left to the next tidying: %s", error)

    def _catch_up(self, ctx: JobContext) -> None:
        with suppress(LibraryBusyError):  # whoever holds the index brings these over too
            self._searching.catch_up(ctx)

    def _room(self) -> Room:
        space = self.space()
        return Room(self._library.paths.home, space.budget, space.used)

    def _settings(self) -> Settings:
        return load_settings(self._library.paths.settings_file)


class _Indexing:
    """Follows a run: places notes in newer versions at once, makes what came searchable now and then."""

    def __init__(
        self,
        searching: SearchService,
        annotating: AnnotationService,
        ctx: JobContext,
        on_committed: Callable[[ChangeSet], None],
    ) -> None:
        self._searching, self._annotating, self._ctx, self._on_committed = searching, annotating, ctx, on_committed
        self._waiting = 0
        self._since = time.monotonic()

    def committed(self, changes: ChangeSet) -> None:
        came = changes.ids("contribution")
        self._annotating.follow(came)
        self._on_committed(changes)
        self._waiting += len(came)
        is_old = time.monotonic() - self._since > _INDEX_EVERY_S
        if self._waiting >= _INDEX_EVERY or (self._waiting and is_old):
            self._catch_up(self._ctx)

    def finish(self) -> None:
        """Make the rest searchable, after a cancelled run too: it is here and must be found."""
        if self._waiting:
            self._catch_up(JobContext())

    def _catch_up(self, ctx: JobContext) -> None:
        with suppress(LibraryBusyError):  # whoever holds the index brings these over too
            self._searching.catch_up(ctx)
        self._waiting, self._since = 0, time.monotonic()
