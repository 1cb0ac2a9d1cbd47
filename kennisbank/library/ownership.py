"""Whose personal rows are, as a whole: taking nobody's for an account, and removing all that an account has here."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, select, update

from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import ContributionId
from kennisbank.library import sync_tables as s
from kennisbank.library import tables as t
from kennisbank.library.correspondence_tables import acts, mailbox_items, mailboxes
from kennisbank.library.outbox import NOBODY, Journal, Owner
from kennisbank.library.personal_tables import annotations, dossiers, reading_marks
from kennisbank.library.whose import owned_by, owner_columns

PersonalKind = Literal["annotation", "dossier", "reading", "reading_mark", "saved_search"]
PERSONAL: Mapping[PersonalKind, Table] = MappingProxyType(
    {
        "annotation": annotations,
        "dossier": dossiers,
        "reading": t.reading_places,
        "reading_mark": reading_marks,
        "saved_search": t.saved_searches,
    }
)
"""What is somebody's own, and where it stands; dossiers before what is looked up by contribution."""
_ONE_EACH = frozenset({"reading", "reading_mark"})
"""Of these somebody has one a contribution, and a change is told by the contribution."""


class Ownership:
    """Whose rows are, in one transaction. Only counts and ids of other accounts' rows ever leave this class."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def claimable(self) -> dict[Kind, int]:
        """Return how many rows of each kind are nobody's and could become an account's; kinds without any are left out.

        What lies in the trash isn't counted, nor what a file itself holds: that is no reader's.
        """
        counts: dict[Kind, int] = {}
        for kind, table in PERSONAL.items():
            count = self._connection.execute(select(func.count()).where(_claimable(kind, table))).scalar_one()
            if count:
                counts[kind] = count
        return counts

    def claim(self, kinds: Collection[Kind], owner: Owner) -> None:
        """Make nobody's rows of these kinds the owner's, to be sent with the next sync.

        Where both have a row of the same contribution, the newer one stays.
        """
        for kind, table in PERSONAL.items():
            if kind not in kinds:
                continue
            if kind in _ONE_EACH:
                self._drop_older(kind, table, owner)
            for row in self._connection.execute(select(table).where(_claimable(kind, table))).all():
                self._journal.record_personal(kind, row.id, "added", owner, shown_as=_shown(kind, row))
                own = update(table).where(table.c.id == row.id).values(owner_columns(owner))
                self._connection.execute(own)

    def seen_anew(self, owner: Owner) -> None:
        """Note that everything of this owner's came into sight or went out of it: notes are to be indexed anew."""
        for kind, table in PERSONAL.items():
            for row in self._connection.execute(select(table).where(owned_by(table, owner))).all():
                self._journal.local(kind, _shown(kind, row), "updated")

    def disown(self, kind: Kind, entity: str) -> None:
        """Let a row be nobody's again, so that it isn't sent; it stays here. One that isn't there is let be."""
        table = PERSONAL[kind]  # type: ignore[index] # whoever asks has it from the outbox of personal rows
        row = self._connection.execute(select(table).where(table.c.id == entity)).first()
        if row is None:
            return
        shown = _shown(kind, row)
        self._journal.local(kind, shown, "updated")
        if kind in _ONE_EACH:
            nobodys = (table.c.contribution_id == row.contribution_id) & owned_by(table, NOBODY)
            self._connection.execute(delete(table).where(nobodys))
        self._connection.execute(update(table).where(table.c.id == entity).values(owner_columns(NOBODY)))

    def disown_all(self, owner: Owner) -> None:
        """Let everything of an owner be nobody's; it stays here, shared with nobody."""
        for kind, table in PERSONAL.items():
            for entity in self._connection.execute(select(table.c.id).where(owned_by(table, owner))).scalars().all():
                self.disown(kind, entity)
                if "shared" in table.c:
                    self._connection.execute(update(table).where(table.c.id == entity).values(shared=""))

    def contribution_of(self, kind: Kind, entity: str) -> ContributionId | None:
        """Return the contribution that a row of reading belongs to; None for one that isn't there, and other kinds."""
        if kind not in _ONE_EACH:
            return None
        table = PERSONAL[kind]  # type: ignore[index] # both of them are personal
        found = self._connection.execute(select(table.c.contribution_id).where(table.c.id == entity)).scalar()
        return None if found is None else ContributionId(found)

    def remove(self, owner: Owner) -> None:
        """Remove everything that an account has here: rows, mailbox, base copies, losers, conflicts, what waits.

        Raises:
            ValueError: nobody is no account.
        """
        if owner.account is None:
            raise ValueError("what is nobody's isn't removed with an account")
        for kind, table in PERSONAL.items():
            where = owned_by(table, owner)
            for row in self._connection.execute(select(table).where(where)).all():
                self._journal.local(kind, _shown(kind, row), "removed")
            self._connection.execute(delete(table).where(where))
        for act in self._connection.execute(select(acts.c.id).where(owned_by(acts, owner))).scalars().all():
            self._journal.local("act", act, "removed")
        items = select(mailbox_items.c.id).where(owned_by(mailbox_items, owner))
        for item in self._connection.execute(items).scalars().all():
            self._journal.local("mailbox", item, "removed")
        for table in (s.bases, s.agreed, s.losers, s.conflicts, t.outbox, acts, mailbox_items, mailboxes):
            self._connection.execute(delete(table).where(owned_by(table, owner)))

    def _drop_older(self, kind: Kind, table: Table, owner: Owner) -> None:
        """Of contributions of which the owner and nobody have a row, keep the newer one as nobody's or the owner's."""
        theirs = {
            row.contribution_id: row
            for row in self._connection.execute(select(table).where(owned_by(table, owner))).all()
        }
        for row in self._connection.execute(select(table).where(_claimable(kind, table))).all():
            own = theirs.get(row.contribution_id)
            if own is None:
                continue
            if row.moment_utc > own.moment_utc:
                values = {name: value for name, value in row._mapping.items() if name not in _IDENTITY}  # noqa: SLF001 -- SQLAlchemy's public name for it
                self._connection.execute(update(table).where(table.c.id == own.id).values(values))
                self._journal.record_personal(kind, own.id, "updated", owner, shown_as=row.contribution_id)
            self._connection.execute(delete(table).where(table.c.id == row.id))
            self._journal.local(kind, row.contribution_id, "updated")


_IDENTITY = frozenset({"id", "origin", "archive_id", "account_id", "contribution_id"})


def _claimable(kind: Kind, table: Table) -> ColumnElement[bool]:
    where = owned_by(table, NOBODY)
    if kind == "annotation":
        where = and_(where, table.c.source != "pdf")
    return and_(where, table.c.trashed_utc.is_(None)) if "trashed_utc" in table.c else where


def _shown(kind: Kind, row: Any) -> str:
    """Return the id by which the ChangeSet speaks of a row."""
    return str(row.contribution_id if kind in _ONE_EACH else row.id)
