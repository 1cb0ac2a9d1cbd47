"""Leaving nothing on this machine of an account that was erased: one step after another, each of which may be the last.

Every step may be done twice; a kill between any two, or in one, changes nothing of what the next time brings about.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kennisbank.config.settings import load_settings, save_settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.library import scrubbing
from kennisbank.library.erased_account import AccountRows, ErasedAccount
from kennisbank.library.library import Library
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.scrubbed_logs import scrub_logs
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext

Step = Callable[[], object]


class AccountScrubbing:
    """Takes one erased account out of a home. From one thread; nobody else may scrub or sync meanwhile."""

    def __init__(
        self, library: Library, access: ArchiveAccess, searching: SearchService, erased: ErasedAccount
    ) -> None:
        """Take `erased` out of `library`, the index behind `searching`, and the keyring behind `access`."""
        self._library, self._access, self._searching, self._erased = library, access, searching, erased
        self.changes = ChangeSet()

    def steps(self, ctx: JobContext) -> Iterator[tuple[str, Step]]:
        """Yield what is to be done, by name, in order: first what is seen, then what lies about."""
        library, erased = self._library, self._erased
        yield "tokens", lambda: self._access.forget_of(erased.archive, erased.id)
        yield "rows", self._rows
        yield "attachments", lambda: scrubbing.scrub_attachments(library)
        yield "files", lambda: scrubbing.scrub_files(library)
        yield "index", lambda: self._searching.purge(ctx)
        yield "database", lambda: scrubbing.scrub_database(library)
        yield "copies", lambda: scrubbing.clean_copies(library, lambda execute: AccountRows(execute).scrub(erased))
        yield "settings", self._settings
        yield "logs", lambda: scrub_logs(library.paths.log, (erased.mail, erased.name))

    def _rows(self) -> None:
        with self._library.write() as tx:
            scrubbing.scrub_account(tx, self._erased)
            self.changes = tx.changes

    def _settings(self) -> None:
        """Take the reader's own name out of the settings, where it is the account's."""
        file = self._library.paths.settings_file
        settings = load_settings(file)
        if settings.reader_name and settings.reader_name.casefold() == self._erased.name.casefold():
            save_settings(file, replace(settings, reader_name=""))
