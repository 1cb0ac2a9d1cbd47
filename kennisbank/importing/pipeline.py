"""An import from sources to library: hash, read, propose, decide, write; and the very same without writing, rehearsed.

What makes it repeatable: files are handled in the order of the source whatever is read first; decisions are made from
the library and the earlier files of the run; new ids follow from library and bytes. A killed import is started
again by running it again: the batch that was left is continued. `docs/adr/0006-importing.md` says why.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from kennisbank import resources
from kennisbank.documents.cover import CoverSignals, load_signals
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.errors import BadInputError, Cancelled
from kennisbank.importing import problems
from kennisbank.importing.ahead import read_ahead
from kennisbank.importing.handling import FileHandler
from kennisbank.importing.lists import MetadataList, read_list
from kennisbank.importing.past import past_imports
from kennisbank.importing.recorder import Recorder
from kennisbank.importing.shelf import Shelf
from kennisbank.importing.source_files import SourceFile
from kennisbank.importing.sources import Sources, open_sources
from kennisbank.library.library import Library
from kennisbank.tasks.context import JobContext, Progress

_ROWS_NAMED = 1000
"""So many rows without a file are named one by one."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported: folders, files and zips; the list that comes with them; the edition they are of.

    `edition` is a code and goes before what a list says; empty means: what the list says. A rehearsal
    (`is_rehearsal`) reports all and writes nothing.
    """

    sources: tuple[Path, ...]
    list_file: Path | None = None
    edition: str = ""
    is_rehearsal: bool = False


class ImportPipeline:
    """Imports into one library. Safe to keep; one import at a time over all programs, rehearsals apart."""

    def __init__(self, library: Library, workers: DocumentWorkers, signals: CoverSignals | None = None) -> None:
        """Read files with `workers`; tell cover sheets by `signals` (none given: those that come with the program)."""
        self._library, self._workers = library, workers
        self._signals = signals if signals is not None else load_signals(resources.resource("cover_signals.toml"))

    def run(
        self,
        request: ImportRequest,
        ctx: JobContext,
        on_report: Callable[[FileReport], None],
        on_committed: Callable[[ChangeSet], None],
    ) -> ImportSummary:
        """Import; `on_report` gets each file in order once it is written, `on_committed` each committed change.

        Cancelling ends it between two files: what was written stays, and running it again goes on.

        Raises:
            BadInputError: a source or list that was named can't be used; nothing was read.
            LibraryBusyError: another import is running.
            StorageError: the disk is full or can't be written; what was written before stays.
        """
        if not request.sources:
            raise BadInputError("Nothing was named to import.")
        rows = read_list(request.list_file) if request.list_file is not None else None
        lock: AbstractContextManager[None] = nullcontext() if request.is_rehearsal else self._library.import_lock()
        try:
            with lock, open_sources(request.sources, temporary=self._temporary(request), ctx=ctx) as sources:
                return self._handle(request, rows, sources, ctx, on_report, on_committed)
        except Cancelled:
            return ImportSummary(0, 0, 0, 0, 0, 0, 0, None, request.is_rehearsal, cancelled=True)

    def _temporary(self, request: ImportRequest) -> Path | None:
        """Return where zips are unpacked; a rehearsal leaves the home alone."""
        return None if request.is_rehearsal else self._library.paths.temporary

    def _handle(
        self,
        request: ImportRequest,
        rows: MetadataList | None,
        sources: Sources,
        ctx: JobContext,
        on_report: Callable[[FileReport], None],
        on_committed: Callable[[ChangeSet], None],
    ) -> ImportSummary:
        files = [each for each in sources.files if not _is_same(each, request.list_file)]
        past = past_imports(self._library, request.sources, request.edition)
        shelf = Shelf(self._library, past.paths)
        handler = FileHandler(
            shelf, self._signals, rows, request.edition, past.batch.id, self._library.origin, past.recorded
        )
        library = None if request.is_rehearsal else self._library
        recorder = Recorder(library, past.batch, on_report, on_committed, is_started=past.is_started)
        try:
            for number, read in enumerate(read_ahead(files, self._workers, shelf.has, ctx)):
                ctx.report(Progress("importing", number, len(files), read.file.name))
                recorder.take(handler.outcome(read))
                ctx.check()
        except Cancelled:
            return recorder.finish(cancelled=True)
        for report in _of_list(rows, request.list_file):
            recorder.tell(report)
        ctx.report(Progress("importing", len(files), len(files)))
        return recorder.finish()


def _is_same(file: SourceFile, list_file: Path | None) -> bool:
    """Tell whether this file is the list of the import, which is no paper."""
    if list_file is None or file.path.suffix != list_file.suffix:
        return False
    try:
        return file.path.samefile(list_file)
    except OSError:
        return False


def _of_list(rows: MetadataList | None, list_file: Path | None) -> Iterator[FileReport]:
    """Give one report for the list itself: its rows without a file, and what could not be read of it."""
    if rows is None or list_file is None:
        return
    said = [problems.list_trouble(fault) for fault in rows.faults]
    said += [problems.row_without_file(row.detail, row.metadata.values.title or row.file) for row in rows.unmatched()]
    if said:
        yield FileReport(list_file.name, "unchanged", None, tuple(said[:_ROWS_NAMED]))
