"""How far readers said they are with a contribution: personal rows, each saying whose it is."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from kennisbank.domain.ids import ContributionId, Origin, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingMark, ReadingState
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import NOBODY, Journal, Owner
from kennisbank.library.personal_tables import reading_marks
from kennisbank.library.queries import listed
from kennisbank.library.tables import contributions
from kennisbank.library.whose import in_force, owned_by, owner_columns


class ReadingMarks:
    """The reading marks of one library, in one transaction. They outlive the contribution they belong to.

    Each owner has at most one for a contribution; what the viewer said counts before what nobody in particular did.
    """

    def __init__(self, connection: Connection, journal: Journal, origin: Origin, viewer: Owner) -> None:
        """Read and write through `connection`; new rows are of `origin` and the `viewer`, who sees nobody else's."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._viewer = viewer

    def of(self, ids: Collection[ContributionId] | None = None) -> dict[ContributionId, ReadingMark]:
        """Return the viewer's marks by contribution; of `ids` only when they are given."""
        where = in_force(reading_marks, self._viewer)
        if ids is not None:
            where &= reading_marks.c.contribution_id.in_(listed(ids))
        found = self._connection.execute(select(reading_marks).where(where))
        return {mark.contribution: mark for mark in map(_mark, found)}

    def in_state(self, state: ReadingState) -> list[ContributionId]:
        """Return the contributions that are here and that the viewer marked so, the latest mark first."""
        c = reading_marks.c
        where = (c.state == state) & _is_here() & in_force(reading_marks, self._viewer)
        query = select(c.contribution_id).where(where).order_by(c.moment_utc.desc(), c.id)
        return [ContributionId(each) for each in self._connection.execute(query).scalars()]

    def counts(self) -> dict[ReadingState, int]:
        """Return for each state in use how many contributions that are here the viewer marked so."""
        c = reading_marks.c
        where = _is_here() & in_force(reading_marks, self._viewer)
        query = select(c.state, func.count().label("number")).where(where).group_by(c.state)
        return {row.state: row.number for row in self._connection.execute(query)}

    def put(self, mark: ReadingMark) -> None:
        """Keep a mark instead of the one that its owner had on the same contribution; the same state is no write."""
        owner = self._viewer if mark.account is None else Owner(mark.archive, mark.account)
        row = self._row(mark.contribution, owner)
        if row is not None and row.state == mark.state:
            return
        values = {"state": mark.state, **moment_columns("moment", mark.moment)}
        row_id = new_id() if row is None else row.id
        self._journal.record_personal(
            "reading_mark",
            row_id,
            "added" if row is None else "updated",
            owner,
            shown_as=mark.contribution,
        )
        if row is not None:
            self._connection.execute(update(reading_marks).where(reading_marks.c.id == row_id).values(values))
            return
        whose = {**owner_columns(owner), "contribution_id": mark.contribution}
        self._connection.execute(insert(reading_marks), {"id": row_id, "origin": self._origin, **whose, **values})

    def remove(self, contribution: ContributionId) -> None:
        """Take the viewer's mark off a contribution; where there is none, nothing is done."""
        for owner in {self._viewer, NOBODY}:
            row = self._row(contribution, owner)
            if row is not None:
                self._journal.record_personal("reading_mark", row.id, "removed", owner, shown_as=contribution)
                self._connection.execute(delete(reading_marks).where(reading_marks.c.id == row.id))

    def _row(self, contribution: ContributionId, owner: Owner) -> Any:
        where = (reading_marks.c.contribution_id == contribution) & owned_by(reading_marks, owner)
        return self._connection.execute(select(reading_marks).where(where)).first()


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
