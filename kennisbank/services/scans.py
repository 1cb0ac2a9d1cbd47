"""Scans: pages that show text and don't say it are read by Tesseract, where its data are installed.

What waits is asked of the library each time, and each page is committed as it is read: the work may be broken off at
any moment and goes on where it was. One program at a time does it for a library.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.documents.ocr import SCANNED_TYPES, ScanReader
from kennisbank.documents.ocr_data import OcrData, find_data
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.recognition import RecognisedPage, ScanCounts, WaitingPage
from kennisbank.errors import Cancelled, DocumentError, LibraryBusyError, ScansUnreadableError, StorageError
from kennisbank.library.library import Library
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)

_LOOK_S = 0.2
"""How often somebody who waits for a page looks whether he is still wanted."""
_INDEX_EVERY_S = 30.0
"""How long what was read may wait to be found, while reading goes on."""


@dataclass(frozen=True, slots=True)
class ScanState:
    """How a library stands with its scans. `waiting` counts pages that reading would try: 0 without `data`.

    Of those that wait some turn out to be blank, which takes a moment each.
    """

    counts: ScanCounts
    waiting: int
    data: OcrData | None


@dataclass(frozen=True, slots=True)
class ReadScan:
    """A page that was tried: where it is, and what became of it."""

    waiting: WaitingPage
    page: RecognisedPage


@dataclass(frozen=True, slots=True)
class ScanSummary:
    """What one run did, in pages; `left` were not tried because it was stopped or their file could not be got at."""

    read: int = 0
    nothing: int = 0
    failed: int = 0
    left: int = 0
    cancelled: bool = False


class ScanService:
    """Reads the scans of one library. Every method may be called from any thread."""

    def __init__(
        self,
        library: Library,
        searching: SearchService,
        reader: ScanReader,
        find: Callable[[], OcrData | None] = find_data,
    ) -> None:
        """Read scans of `library` with `reader`, on data that `find` finds; make them searchable with `searching`."""
        self._library, self._searching, self._reader, self._find = library, searching, reader, find

    def close(self) -> None:
        """End the child process."""
        self._reader.close()

    def can_read(self) -> bool:
        """Tell whether the data to read scans with are on this computer."""
        return self._find() is not None

    def state(self) -> ScanState:
        """Return how the library stands with its scans."""
        data = self._find()
        with self._library.read() as tx:
            return ScanState(tx.recognitions.counts(), len(self._waiting(data)), data)

    def counts(self, contribution: ContributionId) -> ScanCounts:
        """Return how many pages of a contribution are scans, and what became of them."""
        with self._library.read() as tx:
            return tx.recognitions.counts(contribution)

    def read(
        self,
        ctx: JobContext | None = None,
        *,
        only: Collection[ContributionId] | None = None,
        on_page: Callable[[ReadScan], None] = lambda _: None,
        on_committed: Callable[[ChangeSet], None] = lambda _: None,
    ) -> ScanSummary:
        """Read what waits, one page after another, each committed by itself; then make it searchable.

        `only` narrows to these contributions, and tries pages again that failed before. `on_page` and `on_committed`
        are called on the caller's thread. Being cancelled is an answer: what was read stays.

        Raises:
            ScansUnreadableError: something waits, and the data are missing or can't be used.
            LibraryBusyError: another program is reading the scans of this library.
            StorageError: the disk is full or read-only; what was read stays.
        """
        ctx = ctx or JobContext()
        with self._alone():
            data = self._find()
            if data is None:
                if self.state().counts.unread:
                    raise ScansUnreadableError
                return ScanSummary()
            waiting = self._waiting(data, only)
            summary, indexed_at = ScanSummary(left=len(waiting)), time.monotonic()
            for number, each in enumerate(waiting):
                ctx.report(Progress("recognising", number, len(waiting), f"{each.name}, {each.page}"))
                try:
                    page = self._recognised(each, data, ctx)
                except Cancelled:
                    return replace(summary, cancelled=True)
                except DocumentError as error:
                    _log.warning("page %d of %s was left for another time: %s", each.page, each.name, error)
                    continue
                changes = self._store(each, page, data)
                if changes:
                    summary = _with(summary, page)
                    on_committed(changes)
                    on_page(ReadScan(each, page))
                if summary.read and time.monotonic() - indexed_at > _INDEX_EVERY_S:
                    self._catch_up(ctx)
                    indexed_at = time.monotonic()
            ctx.report(Progress("recognising", len(waiting), len(waiting)))
            if summary.read:
                self._catch_up(ctx)
            return summary

    def _recognised(self, each: WaitingPage, data: OcrData, ctx: JobContext) -> RecognisedPage:
        """Wait for the page, and end its reading when that is no longer wanted.

        Raises:
            Cancelled: `ctx` was asked to stop, or the reader is closed.
        """
        ctx.check()
        path = self._library.files.path(each.file)
        future = self._reader.recognise(path, each.media_type, each.page, each.words, data)
        try:
            while True:
                with suppress(FutureTimeoutError):
                    return future.result(_LOOK_S)
                ctx.check()
        except CancelledError as error:
            raise Cancelled from error
        finally:
            future.cancel()

    def _store(self, each: WaitingPage, page: RecognisedPage, data: OcrData) -> ChangeSet:
        """Commit the page; nothing for a file that went meanwhile."""
        with self._library.write() as tx:
            tx.recognitions.put(each.file, page, data.recogniser)
            return tx.changes

    def _waiting(self, data: OcrData | None, only: Collection[ContributionId] | None = None) -> list[WaitingPage]:
        if data is None:
            return []
        with self._library.read() as tx:
            return tx.recognitions.waiting(SCANNED_TYPES, data.as_good, only=only, again=only is not None)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = FileLock(self._library.paths.scans_lock)
        try:
            lock.acquire(timeout=0)
        except LockTimeoutError as error:
            raise LibraryBusyError(self._library.paths.home) from error
        except OSError as error:
            raise StorageError(self._library.paths.home, error.strerror or str(error)) from error
        try:
            yield
        finally:
            lock.release()

    def _catch_up(self, ctx: JobContext) -> None:
        # Whoever holds the index brings these over too; if it dies, the next start does.
        with suppress(LibraryBusyError):
            self._searching.catch_up(ctx)


def _with(summary: ScanSummary, page: RecognisedPage) -> ScanSummary:
    counted = {page.outcome: getattr(summary, page.outcome) + 1}
    return replace(summary, left=summary.left - 1, **counted)
