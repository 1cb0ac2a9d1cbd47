"""Bringing contributions in, and taking a whole batch out again."""

from collections.abc import Callable
from contextlib import suppress

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import BatchId
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.errors import LibraryBusyError
from kennisbank.importing.pipeline import ImportPipeline, ImportRequest
from kennisbank.importing.undo import undo
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext

_INDEX_EVERY = 256
"""Contributions committed before they are made searchable in between: a long import can be searched while it runs."""


class ImportService:
    """Imports into one library. One import runs at a time, over all programs that have the library open."""

    def __init__(
        self, library: Library, pipeline: ImportPipeline, searching: SearchService, annotating: AnnotationService
    ) -> None:
        """Import into `library` by means of `pipeline`; make what came searchable with `searching`.

        Where a newer version of a file comes, `annotating` looks in it for what readers wrote in the old one.
        """
        self._library = library
        self._pipeline = pipeline
        self._searching = searching
        self._annotating = annotating

    def run(
        self,
        request: ImportRequest,
        ctx: JobContext | None = None,
        on_report: Callable[[FileReport], None] = lambda _: None,
        on_committed: Callable[[ChangeSet], None] = lambda _: None,
    ) -> ImportSummary:
        """Import (or rehearse) what `request` names; many committed steps, each with its ChangeSet.

        `on_report` gets each file's report in the order of the source, `on_committed` each step's ChangeSet, both on
        the caller's thread. A rehearsal gives the same reports and writes nothing.

        Raises:
            BadInputError: the source or the list can't be used.
            LibraryBusyError: another import is running in this library.
            StorageError: the disk is full or read-only; what was committed stays, and the import can be continued.
        """
        ctx = ctx or JobContext()
        waiting = 0

        def committed(changes: ChangeSet) -> None:
            nonlocal waiting
            self._annotating.follow(changes.ids("contribution"))
            on_committed(changes)
            waiting += len(changes.ids("contribution"))
            if waiting >= _INDEX_EVERY:
                self._catch_up(ctx)
                waiting = 0

        summary = self._pipeline.run(request, ctx, on_report, committed)
        if not request.is_rehearsal:
            # Also after a cancelled import: what was committed is here and must be found.
            self._catch_up(JobContext() if summary.cancelled else ctx)
        return summary

    def undo(self, batch: BatchId, ctx: JobContext | None = None) -> ChangeSet:
        """Take back a whole batch; what readers wrote meanwhile is kept. One undone before gives no changes.

        Raises:
            NotFoundError: there is no such batch.
            LibraryBusyError: an import is running in this library.
        """
        changes = undo(self._library, batch)
        self._annotating.follow(changes.ids("contribution"))
        self._catch_up(ctx or JobContext())
        return changes

    def _catch_up(self, ctx: JobContext) -> None:
        # Whoever holds the index brings these over too; if it dies, the next start does.
        with suppress(LibraryBusyError):
            self._searching.catch_up(ctx)
