"""How far readers said they are with a contribution: personal rows, each saying whose it is."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, Origin, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingMark, ReadingState
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Journal, Owner
from kennisbank.library.personal_tables import reading_marks
from kennisbank.library.queries import listed
from kennisbank.library.tables import contributions


class ReadingMarks:
    """The reading marks of one library, in one transaction. They outlive the contribution they belong to.

    `archive` and `account` name the owner, None for whoever isn't logged in; each has at most one for a contribution.
    """

    def __init__(self, connection: Connection, journal: Journal, origin: Origin) -> None:
        """Read and write through `connection`; new rows are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._origin = origin

    def of(
        self,
        ids: Collection[ContributionId] | None = None,
        *,
        archive: ArchiveId | None = None,
        account: AccountId | None = None,
    ) -> dict[ContributionId, ReadingMark]:
        """Return this account's marks by contribution; of `ids` only when they are given."""
        where = _whose(archive, account)
        if ids is not None:
            where &= reading_marks.c.contribution_id.in_(listed(ids))
        found = self._connection.execute(select(reading_marks).where(where))
        return {mark.contribution: mark for mark in map(_mark, found)}

    def in_state(
        self, state: ReadingState, *, archive: ArchiveId | None = None, account: AccountId | None = None
    ) -> list[ContributionId]:
        """Return the contributions that are here and that this account marked so, the latest mark first."""
        c = reading_marks.c
        where = (c.state == state) & _is_here() & _whose(archive, account)
        query = select(c.contribution_id).where(where).order_by(c.moment_utc.desc(), c.id)
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def counts(self, *, archive: ArchiveId | None = None, account: AccountId | None = None) -> dict[ReadingState, int]:
        """Return for each state in use how many contributions that are here this account marked so."""
        c = reading_marks.c
        where = _is_here() & _whose(archive, account)
        query = select(c.state, func.count().label("number")).where(where).group_by(c.state)
        return {row.state: row.number for row in self._connection.execute(query)}

    def put(self, mark: ReadingMark) -> None:
        """Keep a mark instead of the one that its owner had on the same contribution; the same state is no write."""
        row = self._row(mark.contribution, mark.archive, mark.account)
        if row is not None and row.state == mark.state:
            return
        values = {"state": mark.state, **moment_columns("moment", mark.moment)}
        row_id = new_id() if row is None else row.id
        self._journal.record_personal(
            "reading_mark",
            row_id,
            "added" if row is None else "updated",
            Owner(mark.archive, mark.account),
            shown_as=mark.contribution,
        )
        if row is not None:
            self._connection.execute(update(reading_marks).where(reading_marks.c.id == row_id).values(values))
            return
        whose = {"archive_id": mark.archive, "account_id": mark.account, "contribution_id": mark.contribution}
        self._connection.execute(insert(reading_marks), {"id": row_id, "origin": self._origin, **whose, **values})

    def remove(
        self, contribution: ContributionId, *, archive: ArchiveId | None = None, account: AccountId | None = None
    ) -> None:
        """Take this account's mark off a contribution; where there is none, nothing is done."""
        row = self._row(contribution, archive, account)
        if row is None:
            return
        owner = Owner(archive, account)
        self._journal.record_personal("reading_mark", row.id, "removed", owner, shown_as=contribution)
        self._connection.execute(delete(reading_marks).where(reading_marks.c.id == row.id))

    def _row(self, contribution: ContributionId, archive: ArchiveId | None, account: AccountId | None) -> Any:
        where = (reading_marks.c.contribution_id == contribution) & _whose(archive, account)
        return self._connection.execute(select(reading_marks).where(where)).first()


def _whose(archive: ArchiveId | None, account: AccountId | None) -> ColumnElement[bool]:
    c = reading_marks.c
    return c.archive_id.is_not_distinct_from(archive) & c.account_id.is_not_distinct_from(account)


def _is_here() -> ColumnElement[bool]:
    return reading_marks.c.contribution_id.in_(select(contributions.c.id))


def _mark(row: Any) -> ReadingMark:
    return ReadingMark(
        contribution=ContributionId(row.contribution_id),
        state=row.state,
        moment=Moment(row.moment_utc, row.moment_zone),
        archive=row.archive_id,
        account=row.account_id,
    )
