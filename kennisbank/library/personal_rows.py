"""Personal rows as keeping in step needs them: by their own id and owner, whoever looks at the library."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, insert, select, update

from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import ContributionId, FileHash, Origin, PageNo, new_id
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingMark, ReadingPlace
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Journal, Owner
from kennisbank.library.ownership import PERSONAL
from kennisbank.library.personal_tables import annotations, dossier_items, dossiers, reading_marks
from kennisbank.library.queries import listed
from kennisbank.library.tables import reading_places
from kennisbank.library.whose import owned_by, owner_columns

OneEach = Literal["reading", "reading_mark"]
_TABLES: Mapping[OneEach, Table] = MappingProxyType({"reading": reading_places, "reading_mark": reading_marks})


@dataclass(frozen=True, slots=True)
class Moved:
    """A personal thing that hangs on another contribution than it did; `id` is that of its row."""

    kind: Kind
    id: str
    owner: Owner


class PersonalRows:
    """Personal rows of one library, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal, origin: Origin) -> None:
        """Read and write through `connection`; new rows are of `origin`."""
        self._connection = connection
        self._journal = journal
        self._origin = origin

    def owners(self, kind: Kind, ids: Collection[str]) -> dict[str, Owner]:
        """Return whose these rows are, of those that are here."""
        table = PERSONAL[kind]  # type: ignore[index] # the caller's kinds are personal ones
        query = select(table.c.id, table.c.archive_id, table.c.account_id).where(table.c.id.in_(listed(ids)))
        return {row.id: Owner(row.archive_id, row.account_id) for row in self._connection.execute(query)}

    # What somebody has one of for a contribution.

    def places(self, owner: Owner, ids: Collection[str]) -> dict[str, ReadingPlace]:
        """Return by row the reading places of an owner."""
        return {row.id: _place(row) for row in self._rows("reading", owner, ids)}

    def marks(self, owner: Owner, ids: Collection[str]) -> dict[str, ReadingMark]:
        """Return by row the reading marks of an owner."""
        return {row.id: _mark(row) for row in self._rows("reading_mark", owner, ids)}

    def row_of(self, kind: OneEach, owner: Owner, contribution: ContributionId) -> str | None:
        """Return the row that an owner has of a contribution, or None."""
        table = _TABLES[kind]
        where = (table.c.contribution_id == contribution) & owned_by(table, owner)
        return self._connection.execute(select(table.c.id).where(where)).scalar()

    def put_place(self, place: ReadingPlace) -> str:
        """Let this be its owner's place in the contribution; return the row."""
        values = {"file_hash": place.file, "page": place.page, "y": place.y, "zoom": place.zoom}
        return self._put("reading", place, values)

    def put_mark(self, mark: ReadingMark) -> str:
        """Let this be its owner's mark on the contribution; return the row."""
        return self._put("reading_mark", mark, {"state": mark.state})

    def remove(self, kind: OneEach, row_id: str) -> None:
        """Remove a row; one that isn't there is let be."""
        table = _TABLES[kind]
        row = self._connection.execute(select(table).where(table.c.id == row_id)).first()
        if row is not None:
            owner = Owner(row.archive_id, row.account_id)
            self._journal.record_personal(kind, row_id, "removed", owner, shown_as=row.contribution_id)
            self._connection.execute(delete(table).where(table.c.id == row_id))

    # A contribution that turns out to be another one.

    def move(self, before: ContributionId, after: ContributionId) -> list[Moved]:
        """Hang all that hangs on one contribution on another; return what was moved, whosever it is.

        Where somebody has a place or a mark on both, the newer one stays.
        """
        moved = [
            *self._hanging("annotation", annotations, before),
            *self._lines(before),
            *self._move_each("reading", before, after),
            *self._move_each("reading_mark", before, after),
        ]
        for table in (annotations, dossier_items):
            where = table.c.contribution_id == before
            self._connection.execute(update(table).where(where).values(contribution_id=after))
        for each in moved:
            self._journal.local(each.kind, after if each.kind in _TABLES else each.id, "updated")
        return moved

    def on(self, contribution: ContributionId) -> list[Moved]:
        """Return all that hangs on a contribution, whosever it is."""
        return [
            *self._hanging("annotation", annotations, contribution),
            *self._lines(contribution),
            *self._hanging("reading", reading_places, contribution),
            *self._hanging("reading_mark", reading_marks, contribution),
        ]

    def _hanging(self, kind: Kind, table: Table, contribution: ContributionId) -> list[Moved]:
        found = self._connection.execute(select(table).where(table.c.contribution_id == contribution))
        return [Moved(kind, row.id, Owner(row.archive_id, row.account_id)) for row in found]

    def _lines(self, contribution: ContributionId) -> list[Moved]:
        ids = select(dossier_items.c.dossier_id).where(dossier_items.c.contribution_id == contribution)
        found = self._connection.execute(select(dossiers).where(dossiers.c.id.in_(ids)))
        return [Moved("dossier", row.id, Owner(row.archive_id, row.account_id)) for row in found]

    def _move_each(self, kind: OneEach, before: ContributionId, after: ContributionId) -> list[Moved]:
        table = _TABLES[kind]
        moved = []
        for row in self._connection.execute(select(table).where(table.c.contribution_id == before)).all():
            owner = Owner(row.archive_id, row.account_id)
            where = (table.c.contribution_id == after) & owned_by(table, owner)
            other = self._connection.execute(select(table).where(where)).first()
            if other is not None and other.moment_utc >= row.moment_utc:
                self._connection.execute(delete(table).where(table.c.id == row.id))
                continue
            if other is not None:
                self._connection.execute(delete(table).where(table.c.id == other.id))
            self._connection.execute(update(table).where(table.c.id == row.id).values(contribution_id=after))
            moved.append(Moved(kind, row.id, owner))
        return moved

    def _rows(self, kind: OneEach, owner: Owner, ids: Collection[str]) -> Any:
        table = _TABLES[kind]
        where = table.c.id.in_(listed(ids)) & owned_by(table, owner)
        return self._connection.execute(select(table).where(where))

    def _put(self, kind: OneEach, each: ReadingPlace | ReadingMark, values: dict[str, Any]) -> str:
        table = _TABLES[kind]
        owner = Owner(each.archive, each.account)
        values |= moment_columns("moment", each.moment)
        row_id = self.row_of(kind, owner, each.contribution)
        action: Literal["added", "updated"] = "added" if row_id is None else "updated"
        found = row_id or new_id()
        self._journal.record_personal(kind, found, action, owner, shown_as=each.contribution)
        if row_id is not None:
            self._connection.execute(update(table).where(table.c.id == row_id).values(values))
        else:
            whose = {"id": found, "origin": self._origin, **owner_columns(owner)}
            self._connection.execute(insert(table), {**whose, "contribution_id": each.contribution, **values})
        return found


def _place(row: Any) -> ReadingPlace:
    return ReadingPlace(
        contribution=ContributionId(row.contribution_id),
        file=FileHash(row.file_hash),
        page=PageNo(row.page),
        y=row.y,
        zoom=row.zoom,
        moment=Moment(row.moment_utc, row.moment_zone),
        archive=row.archive_id,
        account=row.account_id,
    )


def _mark(row: Any) -> ReadingMark:
    return ReadingMark(
        contribution=ContributionId(row.contribution_id),
        state=row.state,
        moment=Moment(row.moment_utc, row.moment_zone),
        archive=row.archive_id,
        account=row.account_id,
    )
