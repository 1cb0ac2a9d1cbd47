"""Looking after a library: recovering at start-up, checking and repairing."""

import logging
from collections.abc import Callable, Sequence

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.reports import Finding
from kennisbank.errors import LibraryBusyError
from kennisbank.library.check import check
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)


class MaintenanceService:
    """Checks one library. Every method may be called from any thread."""

    def __init__(
        self, library: Library, searching: SearchService, empty_trashes: Sequence[Callable[[], object]] = ()
    ) -> None:
        """Look after `library` and the index behind `searching`.

        Each of `empty_trashes` removes what has lain in a trash for longer than that keeps it.
        """
        self._library = library
        self._searching = searching
        self._empty_trashes = tuple(empty_trashes)

    def recover(self, ctx: JobContext | None = None) -> None:
        """Tidy up what a killed program left behind, and index what it had committed: part of every start.

        Raises:
            Cancelled: `ctx` was asked to stop.
            StorageError: the library's folder can't be written.
        """
        self.tidy()
        try:
            self._searching.catch_up(ctx or JobContext())
        except LibraryBusyError as error:
            _log.info("left to the other program: %s", error)

    def tidy(self) -> ChangeSet:
        """End batches that were broken off and remove what nothing refers to; while an import runs, do nothing.

        What has lain in the trash for too long goes in any case.

        Raises:
            StorageError: the library's folder can't be written.
        """
        for empty in self._empty_trashes:
            empty()
        try:
            return tidy(self._library)
        except LibraryBusyError as error:
            _log.info("left to the import that runs: %s", error)
            return ChangeSet()

    def check(self, ctx: JobContext | None = None, *, repair: bool = False) -> list[Finding]:
        """Return what is wrong with the library, and mend it where `repair` asks for that and it can be mended.

        Every file is read and compared with its SHA-256. What a kill leaves behind is not wrong: it is tidied first.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        ctx = ctx or JobContext()
        self.recover(ctx)
        ctx.report(Progress("checking"))
        findings = check(self._library, repair=repair, ctx=ctx)
        behind = self._searching.behind()
        if behind:
            if repair:
                self._searching.reindex(ctx)
            findings.append(
                Finding(
                    "index_behind",
                    f"The search index differs from the library in {behind} contributions.",
                    "index",
                    repaired=repair and not self._searching.behind(),
                )
            )
        return findings
