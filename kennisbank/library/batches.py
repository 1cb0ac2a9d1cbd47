"""The imports: what each brought, and what it needs to be taken back."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kennisbank.domain.contribution import ImportBatch
from kennisbank.domain.ids import BatchId, ContributionId
from kennisbank.domain.metadata import SourcedMetadata
from kennisbank.domain.reports import FileReport
from kennisbank.errors import NotFoundError
from kennisbank.library import columns
from kennisbank.library import tables as t
from kennisbank.library.outbox import Journal
from kennisbank.library.rows import batch_from, batch_row


class Batches:
    """The import batches of one library, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def start(self, batch: ImportBatch) -> None:
        """Add a batch."""
        self._journal.local("batch", batch.id, "added")
        self._connection.execute(insert(t.batches), batch_row(batch))

    def save(self, batch: ImportBatch) -> None:
        """Write a batch that is here.

        Raises:
            NotFoundError: it isn't.
        """
        self._journal.local("batch", batch.id, "updated")
        row = batch_row(batch)
        done = self._connection.execute(update(t.batches).where(t.batches.c.id == batch.id).values(row))
        if done.rowcount == 0:
            raise NotFoundError("batch", batch.id)

    def get(self, batch_id: BatchId) -> ImportBatch:
        """Return a batch.

        Raises:
            NotFoundError: it isn't here.
        """
        row = self._connection.execute(select(t.batches).where(t.batches.c.id == batch_id)).first()
        if row is None:
            raise NotFoundError("batch", batch_id)
        return batch_from(row)

    def all(self) -> list[ImportBatch]:
        """Return every batch, newest first."""
        query = select(t.batches).order_by(t.batches.c.started_utc.desc(), t.batches.c.id)
        return [batch_from(row) for row in self._connection.execute(query)]

    def running(self) -> list[ImportBatch]:
        """Return the batches that are running, or were broken off by a kill."""
        return [batch for batch in self.all() if batch.state == "running"]

    def reports(self, batch_id: BatchId) -> list[FileReport]:
        """Return what became of each file, in the order of the import."""
        query = select(t.reports).where(t.reports.c.batch_id == batch_id).order_by(t.reports.c.number)
        return [
            FileReport(
                file=row.file,
                verdict=row.verdict,
                contribution=row.contribution_id,
                problems=columns.problems_from(row.problems),
                metadata=columns.metadata_from(row.metadata),
                pages=row.pages,
            )
            for row in self._connection.execute(query)
        ]

    def add_report(self, batch_id: BatchId, report: FileReport) -> None:
        """Add what became of one file."""
        self.add_reports(batch_id, [report])

    def add_reports(self, batch_id: BatchId, reports: Sequence[FileReport]) -> None:
        """Add what became of several files, in order."""
        if not reports:
            return
        self._journal.local("batch", batch_id, "updated")
        rows = [
            {
                "batch_id": batch_id,
                "file": report.file,
                "verdict": report.verdict,
                "contribution_id": report.contribution,
                "pages": report.pages,
                "problems": columns.problems_json(report.problems),
                "metadata": columns.metadata_json(report.metadata),
            }
            for report in reports
        ]
        self._connection.execute(insert(t.reports), rows)

    def contributions(self, batch_id: BatchId) -> list[ContributionId]:
        """Return the contributions that this batch added and that are still here."""
        c = t.contributions.c
        query = select(c.id).where(c.batch_id == batch_id).order_by(c.created_utc, c.id)
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def remember(self, batch_id: BatchId, contribution: ContributionId, before: SourcedMetadata) -> None:
        """Keep the metadata that a contribution had before this batch changed it; the first time counts."""
        self._journal.local("batch", batch_id, "updated")
        row = {"batch_id": batch_id, "contribution_id": contribution, "metadata": columns.metadata_json(before)}
        self._connection.execute(upsert(t.befores).on_conflict_do_nothing(), row)

    def before(self, batch_id: BatchId) -> dict[ContributionId, SourcedMetadata]:
        """Return what `remember` kept."""
        query = select(t.befores).where(t.befores.c.batch_id == batch_id).order_by(t.befores.c.contribution_id)
        return {row.contribution_id: columns.metadata_from(row.metadata) for row in self._connection.execute(query)}
