"""The files of the contributions: which file, in which role and version, and which one is read."""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from kennisbank.domain.contribution import ContributionFile
from kennisbank.domain.ids import BatchId, ContributionId, FileHash, FileId, Origin
from kennisbank.errors import NotFoundError
from kennisbank.library import tables as t
from kennisbank.library.contributions import Contributions
from kennisbank.library.outbox import Journal
from kennisbank.library.rows import file_from, file_row


class FileVersions:
    """The rows of the files of one library, in one transaction. Every write raises the contribution's revision."""

    def __init__(self, connection: Connection, journal: Journal, contributions: Contributions, origin: Origin) -> None:
        """Read and write through `connection`; new files are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._contributions = contributions
        self._origin = origin

    def add(self, contribution: ContributionId, file: ContributionFile) -> None:
        """Add a file; when it is current, the others of the same role no longer are.

        Raises:
            NotFoundError: there is no such contribution.
        """
        self._contributions.touch(contribution, fields=["files"])
        self._journal.record("file", file.id, "added")
        if file.is_current:
            self._retire(contribution, file.role)
        self._connection.execute(insert(t.files), file_row(contribution, file, self._origin))

    def of(self, file_hash: FileHash) -> list[tuple[ContributionId, ContributionFile]]:
        """Return where a file is used."""
        query = select(t.files).where(t.files.c.hash == file_hash).order_by(t.files.c.added_utc, t.files.c.id)
        return [(row.contribution_id, file_from(row)) for row in self._connection.execute(query)]

    def of_batch(self, batch: BatchId) -> list[tuple[ContributionId, ContributionFile]]:
        """Return the files that an import brought, new contributions' and new versions alike."""
        query = select(t.files).where(t.files.c.batch_id == batch).order_by(t.files.c.added_utc, t.files.c.id)
        return [(row.contribution_id, file_from(row)) for row in self._connection.execute(query)]

    def make_current(self, file_id: FileId) -> None:
        """Let this version be the one that is read, in its role.

        Raises:
            NotFoundError: there is no such file.
        """
        row = self._row(file_id)
        if row.is_current:
            return
        self._contributions.touch(row.contribution_id, fields=["files"])
        self._retire(row.contribution_id, row.role)
        self._journal.record("file", file_id, "updated", fields=["is_current"])
        self._connection.execute(update(t.files).where(t.files.c.id == file_id).values(is_current=True))

    def remove(self, file_id: FileId) -> None:
        """Remove a version; when it was current, the highest version that is left in its role becomes so.

        Raises:
            NotFoundError: there is no such file.
        """
        row = self._row(file_id)
        self._contributions.touch(row.contribution_id, fields=["files"])
        self._journal.record("file", file_id, "removed", was={"hash": row.hash, "name": row.name})
        self._connection.execute(delete(t.files).where(t.files.c.id == file_id))
        c = t.files.c
        same_role = (c.contribution_id == row.contribution_id) & (c.role == row.role)
        left = self._connection.execute(select(c.id).where(same_role).order_by(c.version.desc()).limit(1)).scalar()
        if row.is_current and left is not None:
            self._journal.record("file", left, "updated", fields=["is_current"])
            self._connection.execute(update(t.files).where(c.id == left).values(is_current=True))

    def hashes(self) -> set[FileHash]:
        """Return every file that is referred to."""
        return {FileHash(each) for each in self._connection.execute(select(t.files.c.hash).distinct()).scalars()}

    def _row(self, file_id: FileId) -> Row[Any]:
        row = self._connection.execute(select(t.files).where(t.files.c.id == file_id)).first()
        if row is None:
            raise NotFoundError("file", file_id)
        return row

    def _retire(self, contribution: ContributionId, role: str) -> None:
        c = t.files.c
        current = (c.contribution_id == contribution) & (c.role == role) & c.is_current
        for each in self._connection.execute(select(c.id).where(current)).scalars().all():
            self._journal.record("file", each, "updated", fields=["is_current"])
        self._connection.execute(update(t.files).where(current).values(is_current=False))
