"""One run of downloading: while a file is being read in a child process, the next one is fetched.

Each file is one committed step. What is wanted stands in the library, what has come of it in a folder: a run may end at
any moment, and the next one goes on from there. Several may run at once, in any programs: each file is fetched by one.
"""

import shutil
from collections import deque
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.document import Document
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.syncing import DownloadOutcome, Offer
from kennisbank.errors import ArchiveRefusedError, ArchiveUntrustedError, Cancelled, DiskBudgetError, KennisbankError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.sync.downloads import Claim, Downloads, FileSource
from kennisbank.tasks.context import JobContext, Progress

_AHEAD = 4
"""Files that were fetched and are being read, or wait to be taken."""
_POLL_S = 0.2
_KEPT_FREE = 128 << 20
"""Bytes of the disk that downloads leave alone: the library and its index must be able to grow."""
_OF_THIS_FILE = frozenset({"wrong_hash", "too_large", "malformed"})
"""What is wrong with one file; the archive as a whole is believed all the same."""


class Room:
    """How much may still come: what was set aside for papers, and what the disk has free. Sizes in bytes."""

    def __init__(self, home: Path, budget: int, used: int) -> None:
        """Keep what is downloaded below `budget` (0: no limit); `used` is what is here already."""
        self._home, self._budget, self._used = home, budget, used

    @property
    def left(self) -> int:
        """What may still come; below zero where there is too much already."""
        free = shutil.disk_usage(self._home).free - _KEPT_FREE
        return min(free, self._budget - self._used) if self._budget else free

    def check(self, size: int) -> None:
        """Make sure that so much may come.

        Raises:
            DiskBudgetError: it may not.
        """
        left = self.left
        if size > left:
            raise DiskBudgetError(size, max(0, left))

    def take(self, size: int) -> None:
        """Note that so much has come."""
        self._used += size


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A file that has come and is being read, with the right to it (None: it is in the store already)."""

    offer: Offer
    path: Path
    reading: "Future[Document] | None"
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a run finds what is wanted, where files arrive, who takes them, and how much may come."""

    library: Library
    taker: DownloadedFiles
    downloads: Downloads
    room: Room


class DownloadRun:
    """Brings what is wanted, until nothing is left or it has to stop. For one thread, and one `run`."""

    def __init__(
        self,
        ways: Ways,
        source: FileSource,
        ctx: JobContext,
        on_committed: Callable[[ChangeSet], None],
        *,
        only: Collection[ContributionId] | None,
        urgent: Mapping[ContributionId, int],
    ) -> None:
        """Fetch from `source`; `only` narrows to these contributions.

        `urgent` may change while it runs: what stands higher in it goes first.
        """
        self._library, self._taker, self._downloads = ways.library, ways.taker, ways.downloads
        self._room, self._source, self._ctx, self._on_committed = ways.room, source, ctx, on_committed
        self._only, self._urgent = only, urgent
        self._reading: deque[_Fetched] = deque()
        self._queue: deque[Offer] = deque()
        self._seen: set[tuple[ContributionId, FileHash]] = set()
        self._busy: set[tuple[ContributionId, FileHash]] = set()
        self._urgency = 0
        self._files = self._size = self._failed = 0
        self._total = 0
        self._changes: list[ChangeSet] = []

    def run(self) -> DownloadOutcome:
        """Bring all that is wanted; whatever ends it, what has come is taken first, unless it was cancelled.

        Raises:
            DiskBudgetError: there is no room for the next file; the others stay wanted.
            ArchiveUnreachableError: the archive can't be reached, or broke off again and again.
            ArchiveUntrustedError: what answers isn't the archive.
            StorageError: something can't be written.
        """
        cancelled = False
        try:
            self._bring_all()
        except Cancelled:
            cancelled = True
        except KennisbankError:
            self._take_rest()
            raise
        finally:
            self._let_go()
        wanted = self._all_wanted()
        self._downloads.sweep({each.hash for each in wanted})
        left = [each for each in wanted if self._only is None or each.contribution in self._only]
        changes = ChangeSet.of([change for each in self._changes for change in each.changes])
        return DownloadOutcome(self._files, self._size, self._failed, len(left), cancelled, changes)

    def _bring_all(self) -> None:
        while True:
            offer = self._next()
            if offer is None and not self._reading and not self._busy:
                return
            if offer is not None:
                self._bring(offer)
            elif not self._reading:
                if self._only is None:
                    return  # others have the rest
                self._ctx.pause(_POLL_S)
                self._busy.clear()
            while self._reading and (offer is None or len(self._reading) >= _AHEAD or self._is_read(self._reading[0])):
                self._take(self._reading.popleft())

    def _take_rest(self) -> None:
        with suppress(Cancelled):
            while self._reading:
                self._take(self._reading.popleft())

    def _let_go(self) -> None:
        """Give up what is being read; the files stay where they have come."""
        while self._reading:
            fetched = self._reading.popleft()
            if fetched.reading is not None:
                fetched.reading.cancel()
            if fetched.claim is not None:
                fetched.claim.release()

    # Which file is next.

    def _next(self) -> Offer | None:
        urgency = max(self._urgent.values(), default=0)
        if not self._queue or urgency != self._urgency:
            self._urgency = urgency
            self._queue = deque(self._wanted())
            pending = {each.hash: each.size for each in self._queue}
            self._total = self._size + sum(pending.values())
        return self._queue.popleft() if self._queue else None

    def _wanted(self) -> list[Offer]:
        """Return what is wanted and not yet tried here, the most urgent first."""
        found = [each for each in self._all_wanted() if _key(each) not in self._seen and _key(each) not in self._busy]
        if self._only is not None:
            found = [each for each in found if each.contribution in self._only]
        return sorted(found, key=lambda each: -self._urgent.get(each.contribution, 0))

    def _all_wanted(self) -> list[Offer]:
        with self._library.read() as tx:
            return tx.offers.wanted()

    # One file.

    def _bring(self, offer: Offer) -> None:
        self._ctx.check()
        while any(each.offer.hash == offer.hash for each in self._reading):  # it is of several contributions
            self._take(self._reading.popleft())
        if self._library.files.has(offer.hash):
            self._begin(offer, self._library.files.path(offer.hash), None)
            return
        claim = self._downloads.claim(offer.hash)
        if claim is None:
            self._busy.add(_key(offer))
            return
        try:
            path = self._fetch(offer, claim)
        except BaseException:
            claim.release()
            raise
        if path is None:
            claim.release()
        else:
            self._begin(offer, path, claim)

    def _fetch(self, offer: Offer, claim: Claim) -> Path | None:
        """Return where a file has come; None where it can't be had, or is no longer wanted."""
        if self._library.files.has(offer.hash):  # somebody else was just quicker
            return self._library.files.path(offer.hash)
        if not self._is_wanted(offer):
            self._seen.add(_key(offer))
            return None
        self._room.check(offer.size)
        title = self._title(offer)
        try:
            path = self._downloads.fetch(
                claim, offer.size, self._source, self._ctx, on_bytes=lambda have: self._came(offer, title, have)
            )
        except ArchiveRefusedError as error:
            self._fail(offer, error.code or str(error.status))
            return None
        except ArchiveUntrustedError as error:
            if error.code not in _OF_THIS_FILE:
                raise
            self._fail(offer, error.code)
            return None
        self._room.take(offer.size)
        self._size += offer.size
        return path

    def _came(self, offer: Offer, title: str, have: int) -> None:
        self._room.check(offer.size - have)
        done = (self._size + have) // 1024
        self._ctx.report(Progress("downloading", done, max(done, self._total // 1024), title))

    def _title(self, offer: Offer) -> str:
        with self._library.read() as tx:
            found = tx.contributions.find(offer.contribution)
        return found.metadata.values.title if found is not None else offer.name

    def _is_wanted(self, offer: Offer) -> bool:
        with self._library.read() as tx:
            offered = tx.offers.of([offer.contribution]).get(offer.contribution, ())
        return any(each.hash == offer.hash and each.state == "wanted" for each in offered)

    def _fail(self, offer: Offer, reason: str) -> None:
        self._failed += 1
        self._seen.add(_key(offer))
        with self._library.write() as tx:
            tx.offers.fail(offer.hash, reason)
            changes = tx.changes
        self._committed(changes)

    def _begin(self, offer: Offer, path: Path, claim: Claim | None) -> None:
        self._seen.add(_key(offer))
        try:
            reading = self._taker.read(offer, path)
        except BaseException:
            if claim is not None:
                claim.release()
            raise
        self._reading.append(_Fetched(offer, path, reading, claim))

    def _is_read(self, fetched: _Fetched) -> bool:
        return fetched.reading is None or fetched.reading.done()

    def _take(self, fetched: _Fetched) -> None:
        try:
            self._ctx.check()
            self._wait_for(fetched)
            changes = self._taker.take(fetched.offer, fetched.path, fetched.reading)
            if fetched.claim is not None and changes:
                fetched.claim.done()
        finally:
            if fetched.claim is not None:
                fetched.claim.release()
        if changes:
            self._files += 1
            self._committed(changes)

    def _wait_for(self, fetched: _Fetched) -> None:
        """Wait until a file is read, asking in between whether to go on."""
        while fetched.reading is not None and not fetched.reading.done():
            try:
                fetched.reading.exception(timeout=_POLL_S)
            except CancelledError:  # the readers were closed; `take` says so
                return
            except FutureTimeoutError:
                if self._ctx.is_cancelled:
                    fetched.reading.cancel()
                self._ctx.check()

    def _committed(self, changes: ChangeSet) -> None:
        self._changes.append(changes)
        self._on_committed(changes)


def _key(offer: Offer) -> tuple[ContributionId, FileHash]:
    return offer.contribution, offer.hash
