"""What was last agreed with the archive: base copies, which thing here is which record there, conflicts and losers.

The archive's id of a thing is its *record*, the id here is *local*; where both come from the same hand they are equal.
Bodies are kept as the text that they came as; this room doesn't look inside.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, case, delete, func, insert, select, update

from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import ArchiveId
from kennisbank.domain.moments import Moment
from kennisbank.domain.syncing import Conflict, Loser
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Journal, Owner
from kennisbank.library.queries import listed
from kennisbank.library.sync_tables import agreed, bases, conflicts, losers
from kennisbank.library.tables import outbox
from kennisbank.library.whose import owned_by

PUBLIC = ""
"""Stands where an account's id would: what everybody sees."""
LACKED = -1
"""Stands where a revision would: the archive was put back to before it."""


@dataclass(frozen=True, slots=True)
class Base:
    """A record as last agreed with the archive. `account` is `PUBLIC`, or whose it is or with whom it is shared.

    `revision` 0: the archive has not been heard to have it since it began a new epoch, but had this version before;
    `LACKED`: it never had this version, as far as it can remember. `hash` and `body` are empty when nothing of it is
    left; `gone` is then (or for what was withdrawn) the tombstone as JSON. `local` is empty for what this program
    couldn't read.
    """

    archive: ArchiveId
    account: str
    kind: Kind
    record: str
    local: str
    revision: int
    hash: str
    body: str
    is_mine: bool = False
    gone: str = ""


class Synced:
    """What was agreed, in one transaction. Conflicts and losers are the viewer's own, and those of the catalogue."""

    def __init__(self, connection: Connection, journal: Journal, viewer: Owner) -> None:
        """Read and write through `connection`; conflicts and losers of other accounts than `viewer` aren't seen."""
        self._connection = connection
        self._journal = journal
        self._viewer = viewer

    # Base copies.

    def bases(self, archive: ArchiveId, account: str, kind: Kind, records: Collection[str]) -> dict[str, Base]:
        """Return the base copies of these records, by record."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.kind == kind)
        found = self._connection.execute(select(bases).where(where & c.record_id.in_(listed(records))))
        return {row.record_id: _base(row) for row in found}

    def of_locals(self, archive: ArchiveId, account: str, kind: Kind, ids: Collection[str]) -> dict[str, Base]:
        """Return the base copies of things here, by their id here; of several of one thing, the first by record."""
        c = bases.c
        where = (c.kind == kind) & c.local_id.in_(listed(ids)) & (c.archive_id == archive) & (c.account_id == account)
        found = self._connection.execute(select(bases).where(where).order_by(c.record_id.desc()))
        return {row.local_id: _base(row) for row in found}

    def put(self, each: Iterable[Base]) -> None:
        """Keep base copies, instead of those that there are of the same records."""
        rows = [_base_row(one) for one in each]
        if rows:
            self._connection.execute(insert(bases).prefix_with("OR REPLACE"), rows)

    def forget(self, archive: ArchiveId, account: str, kind: Kind, records: Collection[str]) -> None:
        """Keep no base copies of these any more."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.kind == kind)
        self._connection.execute(delete(bases).where(where & c.record_id.in_(listed(records))))

    def marks(self, archive: ArchiveId, account: str) -> Iterator[tuple[str, str, int, str]]:
        """Yield kind, record, revision and hash of all that the archive is known to have with a body."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.revision > 0) & (c.hash != "")
        for row in self._connection.execute(select(c.kind, c.record_id, c.revision, c.hash).where(where)):
            yield row.kind, row.record_id, row.revision, row.hash

    def unheard(self, archive: ArchiveId, account: str) -> list[Base]:
        """Return the account's own records that the archive hasn't been heard to have in this epoch."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.revision <= 0) & c.is_mine
        return [_base(row) for row in self._connection.execute(select(bases).where(where))]

    def begin_epoch(self, archive: ArchiveId, begun: int) -> None:
        """Note that nothing is known any more of what the archive has; what was agreed stays, to be compared with.

        What was agreed after the revision `begun`, the archive doesn't remember.
        """
        revision = case(((bases.c.revision > begun) | (bases.c.revision == LACKED), LACKED), else_=0)
        self._connection.execute(update(bases).where(bases.c.archive_id == archive).values(revision=revision))
        self._connection.execute(delete(agreed).where(agreed.c.archive_id == archive))

    def forget_archive(self, archive: ArchiveId) -> None:
        """Keep nothing that was agreed with an archive: this library isn't connected to it any more."""
        for table in (bases, agreed, losers, conflicts):
            self._connection.execute(delete(table).where(table.c.archive_id == archive))

    def count(self, archive: ArchiveId, account: str, kind: Kind) -> int:
        """Return how many records of a kind the archive is known to have with a body."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.kind == kind) & (c.hash != "")
        return self._connection.execute(select(func.count()).where(where & (c.revision > 0))).scalar_one()

    def count_all(self, archive: ArchiveId, kind: Kind) -> int:
        """Return how many public records of a kind the archive has, or had when it was last heard of."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == PUBLIC) & (c.kind == kind) & (c.hash != "")
        return self._connection.execute(select(func.count()).where(where)).scalar_one()

    def knows(self, archive: ArchiveId) -> bool:
        """Tell whether anything was ever agreed with an archive."""
        return (
            self._connection.execute(select(bases.c.kind).where(bases.c.archive_id == archive).limit(1)).first()
            is not None
        )

    def count_own(self, archive: ArchiveId, account: str) -> int:
        """Return how many records of its own an account is known to have at the archive."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & c.is_mine & (c.hash != "")
        return self._connection.execute(select(func.count()).where(where)).scalar_one()

    def tombstones(self, archive: ArchiveId, account: str) -> list[Base]:
        """Return what went because the archive said so."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == account) & (c.gone != "")
        return [_base(row) for row in self._connection.execute(select(bases).where(where))]

    def agreed(self, archive: ArchiveId, account: str) -> str:
        """Return the digest on which both sides last agreed; empty when they didn't yet."""
        c = agreed.c
        where = (c.archive_id == archive) & (c.account_id == account)
        return self._connection.execute(select(c.digest).where(where)).scalar() or ""

    def agree(self, archive: ArchiveId, account: str, digest: str) -> None:
        """Remember the digest on which both sides agree."""
        values = {"archive_id": archive, "account_id": account, "digest": digest}
        self._connection.execute(insert(agreed).prefix_with("OR REPLACE"), values)

    # Which thing here is which record there.

    def local_ids(self, archive: ArchiveId, kind: Kind, records: Collection[str]) -> dict[str, str]:
        """Return by record the id here, of public records that have one."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == PUBLIC) & (c.kind == kind) & (c.local_id != "")
        query = select(c.record_id, c.local_id).where(where & c.record_id.in_(listed(records)))
        return {row.record_id: row.local_id for row in self._connection.execute(query)}

    def record_ids(self, archive: ArchiveId, kind: Kind, ids: Collection[str]) -> dict[str, str]:
        """Return by id here the archive's, of public records that are linked."""
        c = bases.c
        where = (c.kind == kind) & c.local_id.in_(listed(ids)) & (c.archive_id == archive) & (c.account_id == PUBLIC)
        query = select(c.record_id, c.local_id).where(where).order_by(c.record_id.desc())
        return {row.local_id: row.record_id for row in self._connection.execute(query)}

    def translated(self, archive: ArchiveId, kind: Kind) -> dict[str, str]:
        """Return by record the id here, of all public records of a kind that have another id here."""
        c = bases.c
        where = (c.archive_id == archive) & (c.account_id == PUBLIC) & (c.kind == kind)
        query = select(c.record_id, c.local_id).where(where & (c.local_id != "") & (c.local_id != c.record_id))
        return {row.record_id: row.local_id for row in self._connection.execute(query)}

    # Conflicts.

    def conflicts(self, kind: Kind | None = None, entity: str | None = None) -> list[Conflict]:
        """Return the open conflicts, the oldest first; of one kind, or of one thing."""
        where = self._mine(conflicts)
        if kind is not None:
            where &= conflicts.c.kind == kind
        if entity is not None:
            where &= conflicts.c.local_id == entity
        found = self._connection.execute(select(conflicts).where(where).order_by(conflicts.c.found_utc, conflicts.c.id))
        return [_conflict(row) for row in found]

    def conflict(self, conflict_id: str) -> Conflict | None:
        """Return an open conflict, or None."""
        return next((each for each in self.conflicts() if each.id == conflict_id), None)

    def put_conflict(self, archive: ArchiveId, account: str, each: Conflict) -> None:
        """Keep a conflict, instead of the one there was about the same field."""
        self._journal.local("conflict", each.id, "added")
        row = {
            "id": each.id,
            "archive_id": archive,
            "account_id": account,
            "kind": each.kind,
            "local_id": each.entity,
            "field": each.field,
            "base": _json(each.base),
            "mine": _json(each.mine),
            "theirs": _json(each.theirs),
            **moment_columns("found", each.found),
        }
        self._connection.execute(insert(conflicts).prefix_with("OR REPLACE"), row)

    def settle(self, ids: Collection[str]) -> None:
        """Let these no longer be conflicts."""
        for each in ids:
            self._journal.local("conflict", each, "removed")
        self._connection.execute(delete(conflicts).where(self._mine(conflicts) & conflicts.c.id.in_(listed(ids))))

    # Losers.

    def losers(self) -> list[Loser]:
        """Return the versions that lost, the latest first."""
        where = self._mine(losers)
        found = self._connection.execute(select(losers).where(where).order_by(losers.c.kept_utc.desc(), losers.c.id))
        return [_loser(row) for row in found]

    def loser(self, loser_id: str) -> Loser | None:
        """Return a version that lost, or None."""
        row = self._connection.execute(select(losers).where(self._mine(losers) & (losers.c.id == loser_id))).first()
        return None if row is None else _loser(row)

    def keep_loser(self, archive: ArchiveId, account: str, each: Loser) -> None:
        """Keep a version that lost."""
        row = {
            "id": each.id,
            "archive_id": archive,
            "account_id": account,
            "kind": each.kind,
            "local_id": each.entity,
            "body": each.body,
            "reason": each.reason,
            **moment_columns("kept", each.kept),
        }
        self._connection.execute(insert(losers), row)

    def drop_loser(self, loser_id: str) -> None:
        """Keep a version that lost no longer."""
        self._connection.execute(delete(losers).where(self._mine(losers) & (losers.c.id == loser_id)))

    def drop_losers_before(self, moment: Moment) -> None:
        """Keep no longer what lost before `moment`, whosever it was."""
        self._connection.execute(delete(losers).where(losers.c.kept_utc < moment.utc))

    # What may not be kept.

    def scrub(self, kind: Kind, local: str) -> None:
        """Remove what was agreed, disputed, lost and waiting of a thing, for all accounts; that it is gone stays."""
        about = (bases.c.kind == kind) & (bases.c.local_id == local)
        self._connection.execute(update(bases).where(about).values(body="", hash=""))
        for table in (losers, conflicts):
            where = and_(table.c.kind == kind, table.c.local_id == local)
            self._connection.execute(delete(table).where(where))
        self._connection.execute(delete(outbox).where((outbox.c.kind == kind) & (outbox.c.entity == local)))

    def _mine(self, table: Any) -> Any:
        """Return the condition that lets through what is the viewer's, and what everybody sees."""
        everybodys = table.c.account_id == PUBLIC
        return everybodys if self._viewer.account is None else everybodys | owned_by(table, self._viewer)


def _base(row: Any) -> Base:
    return Base(
        archive=ArchiveId(row.archive_id),
        account=row.account_id,
        kind=row.kind,
        record=row.record_id,
        local=row.local_id,
        revision=row.revision,
        hash=row.hash,
        body=row.body,
        is_mine=row.is_mine,
        gone=row.gone,
    )


def _base_row(each: Base) -> dict[str, Any]:
    return {
        "archive_id": each.archive,
        "account_id": each.account,
        "kind": each.kind,
        "record_id": each.record,
        "local_id": each.local,
        "revision": each.revision,
        "hash": each.hash,
        "body": each.body,
        "is_mine": each.is_mine,
        "gone": each.gone,
    }


def _conflict(row: Any) -> Conflict:
    return Conflict(
        id=row.id,
        kind=row.kind,
        entity=row.local_id,
        field=row.field,
        base=json.loads(row.base),
        mine=json.loads(row.mine),
        theirs=json.loads(row.theirs),
        found=Moment(row.found_utc, row.found_zone),
    )


def _loser(row: Any) -> Loser:
    return Loser(row.id, row.kind, row.local_id, row.body, row.reason, Moment(row.kept_utc, row.kept_zone))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
