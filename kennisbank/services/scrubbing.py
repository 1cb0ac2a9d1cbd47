"""Letting go of what the archive withdrew, erased or hid: nothing of it stays in this home that may not."""

import logging

from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import LibraryBusyError, StorageError
from kennisbank.library import scrubbing
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)


class ScrubService:
    """Scrubs one library. From any thread but the GUI's."""

    def __init__(self, library: Library, searching: SearchService) -> None:
        """Scrub `library`, and the index behind `searching`."""
        self._library, self._searching = library, searching
        self._clean_at: object = None

    def run_anew(self, ctx: JobContext | None = None) -> ChangeSet:
        """Do as `run`, also when nothing has come from the archive since: something may have come from elsewhere.

        Raises:
            As `run`.
        """
        self._clean_at = None
        return self.run(ctx)

    def run(self, ctx: JobContext | None = None) -> ChangeSet:
        """Take out what the archive took away: first where it is seen, then from index, database and backups.

        What can't be done now (somebody reads, the disk is full) is logged and done the next time; a kill changes
        nothing of that. Where nothing has come from the archive since the last time, nothing is looked at.

        Raises:
            Cancelled: `ctx` was asked to stop; the rest is done the next time.
            LibraryBusyError: another program writes for too long; nothing was done.
        """
        ctx = ctx or JobContext()
        with self._library.read() as tx:
            at = _revisions(tx)
            if at == self._clean_at:
                return ChangeSet()
            things = scrubbing.pending(tx)
        if not things:
            self._clean_at = at
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
        self._clean_at = at
        _log.info("let go of %d things that the archive took away", len(things))
        return changes


def _revisions(tx: Transaction) -> object:
    """Return up to where this library has taken what the archive said; it changes with every tombstone that comes."""
    link, account = tx.archives.link(), tx.archives.current()
    return (
        None if link is None else (link.id, link.epoch, link.revision),
        None if account is None else (account.id, account.revision),
        tx.mailbox.place(tx.viewer),
    )
