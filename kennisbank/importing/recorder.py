"""Writing what was decided, a small group of files at a time.

A group is one transaction: files are in the store before it, so that no row ever refers to a file that isn't there, and
contribution, text, report and counts stand in it together. A kill between two groups loses a group, never half a paper.
"""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kennisbank.domain.annotation import Annotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ContributionFile, ImportBatch
from kennisbank.domain.document import CoverSpan, Document
from kennisbank.domain.ids import FileHash
from kennisbank.domain.moments import now
from kennisbank.domain.reports import FileReport, ImportSummary, Verdict
from kennisbank.errors import Cancelled, DocumentError
from kennisbank.importing import problems
from kennisbank.importing.embedded import annotations_of
from kennisbank.importing.taking import BATCH, of_copy, plan
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction

_FILES, _PAGES, _SECONDS = 16, 2000, 0.5
"""A group is written when it has so many files or pages, or is so old."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be reported and written of one file.

    `contribution` is as it will be, with its files. It `is_added`, or gets a `version` (a file), or had other metadata
    `before`, or nothing but the report is written. `path` is where the bytes of the new file are. `is_recorded`: the
    batch holds this very report already. `annotated`: the copy of a file that is here in which `document` was read.
    """

    report: FileReport
    contribution: Contribution | None = None
    is_added: bool = False
    version: ContributionFile | None = None
    before: Contribution | None = None
    document: Document | None = None
    path: Path | None = None
    body: str = ""
    cover: tuple[CoverSpan, ...] = ()
    is_recorded: bool = False
    annotated: FileHash | None = None

    @property
    def writes(self) -> bool:
        """Tell whether the library changes by it."""
        return self.is_added or self.version is not None or self.before is not None

    @property
    def new_file(self) -> ContributionFile | None:
        """Return the file that it brings into the library."""
        return self.contribution.files[0] if self.is_added and self.contribution is not None else self.version


class Recorder:
    """Groups outcomes, writes them (not in a rehearsal) and tells what became of each file, in order. One thread."""

    def __init__(
        self,
        library: Library | None,
        batch: ImportBatch,
        on_report: Callable[[FileReport], None],
        on_committed: Callable[[ChangeSet], None],
        *,
        is_started: bool,
    ) -> None:
        """Write to `library` (None: a rehearsal); `batch` is started with the first change unless it `is_started`."""
        self._library, self._batch = library, batch
        self._on_report, self._on_committed = on_report, on_committed
        self._is_started = is_started
        self._group: list[Outcome] = []
        self._held: list[Outcome] = []
        self._began = time.monotonic()
        self._verdicts: Counter[Verdict] = Counter()
        self._with_problems = 0

    def take(self, outcome: Outcome) -> None:
        """Take what became of the next file; it is written and reported soon, in this or a later call.

        Raises:
            StorageError: it can't be written; what was written before stays.
            LibraryBusyError: another program writes for too long.
        """
        if outcome.annotated is not None:
            self.flush()  # what it is a copy of may have come just before
        self._group.append(outcome)
        pages = sum(len(each.document.pages) for each in self._group if each.document is not None)
        is_old = time.monotonic() - self._began > _SECONDS
        if len(self._group) >= _FILES or pages >= _PAGES or is_old:
            self.flush()

    def flush(self) -> None:
        """Write and report what is held back."""
        group, self._group = self._group, []
        changes = self._write(group) if self._library is not None else ChangeSet()
        for outcome in group:
            self._verdicts[outcome.report.verdict] += 1
            self._with_problems += bool(outcome.report.problems)
            self._on_report(outcome.report)
        if changes:
            self._on_committed(changes)
        self._began = time.monotonic()

    def tell(self, report: FileReport) -> None:
        """Report something that is no file of the import: what the list says of files that didn't come."""
        self.flush()
        self._with_problems += 1
        self._held.append(Outcome(report))
        self._on_report(report)

    def finish(self, *, cancelled: bool = False) -> ImportSummary:
        """Write the rest, close the batch and return the summary."""
        self.flush()
        if self._library is not None and self._is_started:
            with self._library.write() as tx:
                tx.batches.add_reports(self._batch.id, [each.report for each in self._held if not each.is_recorded])
                self._batch = self._counted(
                    replace(self._batch, state="cancelled" if cancelled else "done", finished=now())
                )
                tx.batches.save(self._batch)
                changes = tx.changes
            with suppress(Cancelled):  # asked to stop when all is done: the summary still stands
                self._on_committed(changes)
        counts = self._verdicts
        return ImportSummary(
            files=sum(counts.values()),
            added=counts["added"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            duplicates=counts["duplicate"],
            rejected=counts["rejected"],
            with_problems=self._with_problems,
            batch=self._batch.id if self._is_started else None,
            is_rehearsal=self._library is None,
            cancelled=cancelled,
        )

    def _write(self, group: list[Outcome]) -> ChangeSet:
        assert self._library is not None
        group[:] = [self._stored(outcome, self._library) for outcome in group]
        self._held.extend(group)
        found = [self._annotations(outcome, self._library) for outcome in group]
        if not self._is_started and not any(outcome.writes or new for outcome, new in zip(group, found, strict=True)):
            return ChangeSet()
        with self._library.write() as tx:
            if not self._is_started:
                tx.batches.start(self._batch)
            for outcome, annotations in zip(group, found, strict=True):
                self._write_one(tx, outcome)
                if outcome.contribution is not None:
                    plan(tx, outcome.contribution.id, annotations).carry_out(tx)
            tx.batches.add_reports(self._batch.id, [each.report for each in self._held if not each.is_recorded])
            ahead = Counter(outcome.report.verdict for outcome in group)
            tx.batches.save(self._counted(self._batch, ahead))
            changes = tx.changes
        self._is_started = True
        self._held.clear()
        return changes

    def _annotations(self, outcome: Outcome, library: Library) -> list[Annotation]:
        """Return the annotations that a new file brings, or those of a copy that are new; before anything is locked."""
        document, contribution = outcome.document, outcome.contribution
        if document is None or contribution is None or not document.annotations:
            return []
        details = {BATCH: self._batch.id}
        if outcome.new_file is not None:
            return annotations_of(document, outcome.new_file.hash, contribution.id, outcome.new_file.added, details)
        if outcome.annotated is None:
            return []
        with library.read() as tx:
            found = of_copy(tx, contribution, document, outcome.annotated, now(), details)
            return list(plan(tx, contribution.id, found).new)

    def _stored(self, outcome: Outcome, library: Library) -> Outcome:
        """Put the file in the store; when it was written to since it was hashed, what was read is not its text."""
        if outcome.path is None or outcome.new_file is None:
            return outcome
        try:
            stored = library.files.put(outcome.path, outcome.new_file.hash)
            problem = problems.changed_while_reading() if stored != outcome.new_file.hash else None
        except DocumentError as error:
            problem = problems.from_document_error(error)
        if problem is None:
            return outcome
        return Outcome(FileReport(outcome.report.file, "rejected", None, (problem,)))

    def _write_one(self, tx: Transaction, outcome: Outcome) -> None:
        if outcome.is_added and outcome.contribution is not None:
            tx.contributions.add(outcome.contribution)
        elif outcome.contribution is not None and outcome.before is not None:
            tx.batches.remember(self._batch.id, outcome.contribution.id, outcome.before.metadata)
            stored = tx.contributions.get(outcome.contribution.id)
            merged = stored.metadata.merged(outcome.contribution.metadata)
            tx.contributions.save(replace(stored, metadata=merged))
        if outcome.version is not None and outcome.contribution is not None:
            tx.files.add(outcome.contribution.id, outcome.version)
        if outcome.document is not None and outcome.new_file is not None:
            tx.texts.put(outcome.new_file.hash, outcome.document, body=outcome.body, cover=outcome.cover)

    def _counted(self, batch: ImportBatch, ahead: Counter[Verdict] | None = None) -> ImportBatch:
        counts = self._verdicts + (ahead or Counter())
        return replace(
            batch,
            added=counts["added"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            duplicates=counts["duplicate"],
            rejected=counts["rejected"],
        )
