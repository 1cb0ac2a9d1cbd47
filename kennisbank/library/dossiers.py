"""What somebody collects under a name: personal rows, each saying whose it is, with their lines in order."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.ids import AnnotationId, ContributionId, DossierId, DossierItemId, Origin
from kennisbank.domain.moments import Moment
from kennisbank.library.annotation_rows import anchor_from_json, anchor_json
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Action, Journal, Owner
from kennisbank.library.personal_tables import dossier_items, dossiers
from kennisbank.library.queries import listed
from kennisbank.library.whose import audience_from, audience_json, owned, seen_by


class Dossiers:
    """The dossiers of one library, in one transaction. A line outlives the contribution it belongs to."""

    def __init__(self, connection: Connection, journal: Journal, origin: Origin, viewer: Owner) -> None:
        """Read and write through `connection`; new rows are of `origin` and the `viewer`, who sees nobody else's."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._viewer = viewer

    def all(self, *, is_trashed: bool = False) -> list[Dossier]:
        """Return what the viewer has, or what of it lies in the trash, by name."""
        where = seen_by(dossiers, self._viewer)
        where &= dossiers.c.trashed_utc.is_not(None) if is_trashed else dossiers.c.trashed_utc.is_(None)
        found = self._read(select(dossiers).where(where))
        return sorted(found, key=lambda each: (each.name.casefold(), each.created.utc, each.id))

    def find(self, dossier_id: DossierId) -> Dossier | None:
        """Return one that the viewer may see, wherever it lies, or None."""
        where = (dossiers.c.id == dossier_id) & seen_by(dossiers, self._viewer)
        return next(iter(self._read(select(dossiers).where(where))), None)

    def lines_elsewhere(self, dossier: DossierId, ids: Collection[DossierItemId]) -> set[str]:
        """Return which of these ids are those of lines of other dossiers, whosever they are."""
        c = dossier_items.c
        query = select(c.id).where(c.id.in_(listed(ids)) & (c.dossier_id != dossier))
        return set(self._connection.execute(query).scalars())

    def trashed_before(self, moment: Moment) -> list[DossierId]:
        """Return what has lain in the trash since before `moment`."""
        query = select(dossiers.c.id).where(dossiers.c.trashed_utc < moment.utc)
        return [DossierId(each) for each in self._connection.execute(query).scalars()]

    def save(self, given: Dossier) -> Dossier:
        """Keep a new one, or what has changed of one, and return it with its owner; the same again is no write."""
        before = next(iter(self._read(select(dossiers).where(dossiers.c.id == given.id))), None)
        each: Dossier = owned(given, before, self._viewer)
        if before == each:
            return each
        self._note(each, "added" if before is None else "updated")
        row = _row(each)
        if before is None:
            self._connection.execute(insert(dossiers), {"origin": self._origin, **row})
        else:
            self._connection.execute(update(dossiers).where(dossiers.c.id == each.id).values(row))
        if before is None or before.items != each.items:
            self._write_items(each)
        return each

    def erase(self, ids: Collection[DossierId]) -> None:
        """Remove for good, lines and all; what isn't there is let be."""
        for each in self._read(select(dossiers).where(dossiers.c.id.in_(listed(ids)))):
            self._note(each, "removed")
        self._connection.execute(delete(dossiers).where(dossiers.c.id.in_(listed(ids))))

    def _write_items(self, each: Dossier) -> None:
        self._connection.execute(delete(dossier_items).where(dossier_items.c.dossier_id == each.id))
        rows = [_item_row(each.id, position, item) for position, item in enumerate(each.items)]
        if rows:
            self._connection.execute(insert(dossier_items), rows)

    def _note(self, each: Dossier, action: Action) -> None:
        owner = Owner(each.archive, each.account)
        self._journal.record_personal("dossier", each.id, action, owner, shown_as=each.id)

    def _read(self, query: Select[Any]) -> list[Dossier]:
        rows = self._connection.execute(query).all()
        items: dict[str, list[DossierItem]] = defaultdict(list)
        c = dossier_items.c
        found = select(dossier_items).where(c.dossier_id.in_(listed([row.id for row in rows]))).order_by(c.position)
        for row in self._connection.execute(found):
            items[row.dossier_id].append(_item(row))
        return [_dossier(row, tuple(items.get(row.id, ()))) for row in rows]


def _row(each: Dossier) -> dict[str, Any]:
    return {
        "id": each.id,
        "archive_id": each.archive,
        "account_id": each.account,
        "name": each.name,
        "remark": each.remark,
        **moment_columns("created", each.created),
        **moment_columns("modified", each.modified),
        **moment_columns("trashed", each.trashed),
        "shared": audience_json(each.shared),
        "creator": each.creator,
    }


def _item_row(dossier: DossierId, position: int, item: DossierItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "dossier_id": dossier,
        "position": position,
        "contribution_id": item.contribution,
        "annotation_id": item.annotation,
        "anchor": anchor_json(item.anchor),
        "remark": item.remark,
    }


def _dossier(row: Any, items: tuple[DossierItem, ...]) -> Dossier:
    return Dossier(
        id=DossierId(row.id),
        name=row.name,
        created=Moment(row.created_utc, row.created_zone),
        modified=Moment(row.modified_utc, row.modified_zone),
        items=items,
        remark=row.remark,
        trashed=None if row.trashed_utc is None else Moment(row.trashed_utc, row.trashed_zone),
        archive=row.archive_id,
        account=row.account_id,
        shared=audience_from(row.shared),
        creator=row.creator,
    )


def _item(row: Any) -> DossierItem:
    return DossierItem(
        id=DossierItemId(row.id),
        contribution=ContributionId(row.contribution_id),
        remark=row.remark,
        anchor=anchor_from_json(row.anchor),
        annotation=None if row.annotation_id is None else AnnotationId(row.annotation_id),
    )
