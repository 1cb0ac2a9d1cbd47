"""Letting go of what the archive withdrew, erased or hid: nothing of it stays in this home that may not."""

import logging

from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import LibraryBusyError, StorageError
from kennisbank.library import scrubbing
from kennisbank.library.library import Library
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)


class ScrubService:
    """Scrubs one library. From any thread but the GUI's."""

    def __init__(self, library: Library, searching: SearchService) -> None:
        """Scrub `library`, and the index behind `searching`."""
        self._library, self._searching = library, searching

    def run(self, ctx: JobContext | None = None) -> ChangeSet:
        """Take out what the archive took away: first where it is seen, then from index, database and backups.

        What can't be done now (somebody reads, the disk is full) is logged and done the next time; a kill changes
        nothing of that. With nothing to do this is one question to the library.

        Raises:
            Cancelled: `ctx` was asked to stop; the rest is done the next time.
            LibraryBusyError: another program writes for too long; nothing was done.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            things = scrubbing.pending(tx)
        if not things:
            return ChangeSet()
        ctx.report(Progress("scrubbing", 0, 0))
        with self._library.write() as tx:
            scrubbing.scrub_rows(tx, things)
            changes = tx.changes
        try:
            scrubbing.scrub_files(self._library)
            self._searching.purge(ctx)
            ctx.check()
            scrubbing.scrub_database(self._library)
            ctx.check()
            scrubbing.scrub_backups(self._library, things)
        except (LibraryBusyError, StorageError) as error:
            _log.warning("what the archive took away is out of sight, but not yet off the disk: %s", error)
            return changes
        with self._library.write() as tx:
            scrubbing.mark_scrubbed(tx, things)
        _log.info("let go of %d things that the archive took away", len(things))
        return changes
