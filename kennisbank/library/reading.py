"""Where readers were: personal rows, each saying whose it is."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from kennisbank.domain.ids import ContributionId, Origin, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingPlace
from kennisbank.library import tables as t
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Action, Journal, Owner
from kennisbank.library.whose import in_force, owned_by, owner_columns


class Reading:
    """The reading places of one library, in one transaction. They outlive the contribution they belong to."""

    def __init__(self, connection: Connection, journal: Journal, origin: Origin, viewer: Owner) -> None:
        """Read and write through `connection`; new rows are of `origin` and the `viewer`, who sees nobody else's."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._viewer = viewer

    def place(self, contribution: ContributionId) -> ReadingPlace | None:
        """Return where the viewer was in a contribution, or None."""
        c = t.reading_places.c
        where = (c.contribution_id == contribution) & in_force(t.reading_places, self._viewer)
        row = self._connection.execute(select(t.reading_places).where(where)).first()
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
        owner = self._viewer if place.account is None else Owner(place.archive, place.account)
        row = self._row(place.contribution, owner)
        row_id = new_id() if row is None else row.id
        action: Action = "added" if row is None else "updated"
        self._journal.record_personal("reading", row_id, action, owner, shown_as=place.contribution)
        if row is not None:
            self._connection.execute(update(t.reading_places).where(t.reading_places.c.id == row_id).values(values))
            return
        whose = {**owner_columns(owner), "contribution_id": place.contribution}
        self._connection.execute(insert(t.reading_places), {"id": row_id, "origin": self._origin, **whose, **values})

    def recent(self, limit: int) -> list[ReadingPlace]:
        """Return the viewer's latest places in contributions that are here, newest first."""
        c = t.reading_places.c
        query = (
            select(t.reading_places)
            .where(in_force(t.reading_places, self._viewer), c.contribution_id.in_(select(t.contributions.c.id)))
            .order_by(c.moment_utc.desc(), c.id)
            .limit(limit)
        )
        return [_place(row) for row in self._connection.execute(query)]

    def _row(self, contribution: ContributionId, owner: Owner) -> Any:
        where = (t.reading_places.c.contribution_id == contribution) & owned_by(t.reading_places, owner)
        return self._connection.execute(select(t.reading_places).where(where)).first()


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
