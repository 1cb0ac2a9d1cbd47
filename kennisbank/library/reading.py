"""Where readers were: personal rows, each saying whose it is."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, Origin, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingPlace
from kennisbank.library import tables as t
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Action, Journal, Owner


class Reading:
    """The reading places of one library, in one transaction. They outlive the contribution they belong to."""

    def __init__(self, connection: Connection, journal: Journal, origin: Origin) -> None:
        """Read and write through `connection`; new rows are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._origin = origin

    def place(
        self, contribution: ContributionId, *, archive: ArchiveId | None = None, account: AccountId | None = None
    ) -> ReadingPlace | None:
        """Return where this account (None: whoever isn't logged in) was in a contribution, or None."""
        row = self._row(contribution, archive, account)
        return None if row is None else _place(row)

    def save_place(self, place: ReadingPlace) -> None:
        """Remember a place instead of the one that its owner had in the same contribution."""
        values = {
            "file_hash": place.file,
            "page": place.page,
            "y": place.y,
            "zoom": place.zoom,
            **moment_columns("moment", place.moment),
        }
        owner = Owner(place.archive, place.account)
        row = self._row(place.contribution, place.archive, place.account)
        row_id = new_id() if row is None else row.id
        action: Action = "added" if row is None else "updated"
        self._journal.record_personal("reading", row_id, action, owner, shown_as=place.contribution)
        if row is not None:
            self._connection.execute(update(t.reading_places).where(t.reading_places.c.id == row_id).values(values))
            return
        whose = {"archive_id": place.archive, "account_id": place.account, "contribution_id": place.contribution}
        self._connection.execute(insert(t.reading_places), {"id": row_id, "origin": self._origin, **whose, **values})

    def recent(
        self, limit: int, *, archive: ArchiveId | None = None, account: AccountId | None = None
    ) -> list[ReadingPlace]:
        """Return this account's latest places in contributions that are here, newest first."""
        c = t.reading_places.c
        query = (
            select(t.reading_places)
            .where(_whose(archive, account), c.contribution_id.in_(select(t.contributions.c.id)))
            .order_by(c.moment_utc.desc(), c.id)
            .limit(limit)
        )
        return [_place(row) for row in self._connection.execute(query)]

    def _row(self, contribution: ContributionId, archive: ArchiveId | None, account: AccountId | None) -> Any:
        c = t.reading_places.c
        query = select(t.reading_places).where(c.contribution_id == contribution, _whose(archive, account))
        return self._connection.execute(query).first()


def _whose(archive: ArchiveId | None, account: AccountId | None) -> ColumnElement[bool]:
    c = t.reading_places.c
    return c.archive_id.is_not_distinct_from(archive) & c.account_id.is_not_distinct_from(account)


def _place(row: Any) -> ReadingPlace:
    return ReadingPlace(
        contribution=row.contribution_id,
        file=row.file_hash,
        page=row.page,
        y=row.y,
        zoom=row.zoom,
        moment=Moment(row.moment_utc, row.moment_zone),
        archive=row.archive_id,
        account=row.account_id,
    )
