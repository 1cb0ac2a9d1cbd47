"""What somebody may see of the archive's records, in order of revision.

Three streams are laid together: what everybody sees, one's own, and what others share, each an index of its own. Losing
access to something stands in the third as a removal. Every record has one revision for all who see it, so that a page
can end anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from kennisbank.archive.records import digests
from kennisbank.archive.records.audience import EVERYONE
from kennisbank.archive.records.digests import MODULUS
from kennisbank.archive.records.record_rows import Row, gone_of, record_of, shared_record_of
from kennisbank.archive.schema import tables as t
from kennisbank.archive.schema.account_tables import accounts, unnamed_suspensions
from kennisbank.sync.protocol import ChangesPage, Digest, Gone, Record, RecordKind, Scope

_SPLIT = 24
_LOW = (1 << _SPLIT) - 1
"""Marks are added in two halves: the sum of whole ones goes over what SQLite can count."""
_FOR_EVER = frozenset({"erased", "hidden"})
"""Of these hears even who lost access before: nothing of them may stay anywhere."""


_TOLD = [
    t.records.c[name]
    for name in (
        "kind",
        "id",
        "revision",
        "owner",
        "body",
        "hash",
        "others_hash",
        "gone",
        "gone_words",
        "gone_moment",
        "gone_by",
    )
]
# Made once: every sync asks it.
_SUSPENDED = exists().where(unnamed_suspensions.c.account == accounts.c.id)
_ACTIVE = select(accounts.c.mail_key).where(
    accounts.c.id == bindparam("account_id"), accounts.c.state == "active", ~_SUSPENDED
)


@dataclass(frozen=True, slots=True)
class Viewer:
    """An account that is let in; `people` are the grants that concern it."""

    account: str
    people: tuple[str, str]


def viewer_of(connection: Connection, account: str | None) -> Viewer | None:
    """Return who an account is as a viewer; None: a visitor, or an account that isn't let in (any longer)."""
    if account is None:
        return None
    key = connection.execute(_ACTIVE, {"account_id": account}).scalar()
    return None if key is None else Viewer(account, (EVERYONE, key))


class Feed:
    """The changes that one viewer (None: a visitor) may see, in one transaction."""

    def __init__(self, connection: Connection, viewer: Viewer | None) -> None:
        """Read from `connection`."""
        self._connection = connection
        self._viewer = viewer

    def page(self, since: int, limit: int, scope: Scope, archive: str, epoch: str) -> ChangesPage:
        """Return up to `limit` changes after `since`; the last page says what there should be at the other side."""
        head, public = digests.head(self._connection)
        is_news = since < head  # mostly there is none, and then nothing needs to be looked for
        revisions = self._revisions(since, limit + 1, scope) if is_news else []
        is_last = len(revisions) <= limit
        end = head if is_last else revisions[limit - 1]
        # One thing may be shared with somebody twice: by name and with everyone.
        records = {(each.kind, each.id): each for each in self._streams(since, end, scope)} if revisions else {}
        has_mine = scope != "public" and self._viewer is not None
        return ChangesPage(
            archive,
            epoch,
            end,
            head,
            tuple(sorted(records.values(), key=lambda each: each.revision)),
            is_last,
            self._removals(since, scope) if is_news else 0,
            public if is_last and scope != "mine" else None,
            self.mine() if is_last and has_mine else None,
        )

    def mine(self) -> Digest:
        """Return the digest of this viewer's own records and of what is shared with them."""
        assert self._viewer is not None
        concerned = {"account": self._viewer.account, "people": list(self._viewer.people)}
        count = total = 0
        for query in _mine_queries():
            number, low, high = self._connection.execute(query, concerned).one()
            count += int(number)
            total += int(low) + (int(high) << _SPLIT)
        return Digest(count, total % MODULUS)

    def sees(self, kind: RecordKind, record_id: str) -> bool:
        """Tell whether this viewer may see a record of somebody else's."""
        if self._viewer is None:
            return False
        a = t.audience.c
        query = select(a.who).where(
            a.kind == kind, a.record_id == record_id, a.revoked.is_(None), self._is_for_viewer()
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def _revisions(self, since: int, limit: int, scope: Scope) -> list[int]:
        """Return the first `limit` revisions after `since` that this viewer is to hear of, in their order.

        Asked for apart from the records: each stream could fill a page, and most of what it gave would be thrown away.
        """
        r, a = t.records.c, t.audience.c
        changed = select(r.revision).where(r.revision > since).order_by(r.revision).limit(limit)
        queries: list[Select[int]] = []
        if scope != "mine":
            queries.append(changed.where(r.owner.is_(None)))
        if scope != "public" and self._viewer is not None:
            queries.append(changed.where(r.owner == self._viewer.account))
            heard = select(a.revision).where(a.revision > since, a.owner != self._viewer.account)
            queries += [heard.where(a.who == who).order_by(a.revision).limit(limit) for who in self._viewer.people]
        found = {int(each) for query in queries for each in self._connection.execute(query).scalars()}
        return sorted(found)[:limit]

    def _streams(self, since: int, end: int, scope: Scope) -> Iterator[Record]:
        """Give what this viewer is to hear of after `since`, up to `end`."""
        r = t.records.c
        changed = select(*_TOLD).where(r.revision > since, r.revision <= end)
        if scope != "mine":
            for row in self._connection.execute(changed.where(r.owner.is_(None))).mappings():
                yield record_of(row)
        if scope == "public" or self._viewer is None:
            return
        for row in self._connection.execute(changed.where(r.owner == self._viewer.account)).mappings():
            yield record_of(row, is_mine=True)
        for who in self._viewer.people:
            yield from self._shared(who, since, end)

    def _shared(self, who: str, since: int, end: int) -> Iterator[Record]:
        """Give what was granted to `who`: first the grants, then the records, each by its key.

        PostgreSQL takes the two joined the wrong way round, and reads all records for it.
        """
        assert self._viewer is not None
        a = t.audience.c
        query = select(a.kind, a.record_id, a.revoked, a.revision)
        query = query.where(a.who == who, a.revision > since, a.revision <= end, a.owner != self._viewer.account)
        grants = self._connection.execute(query).all()
        rows = self._rows([(grant.kind, grant.record_id) for grant in grants])
        names = self._names({row["owner"] for row in rows.values()})
        for grant in grants:
            row = rows[grant.kind, grant.record_id]
            if grant.revoked is None:
                yield shared_record_of(row, names.get(row["owner"], ""))
            elif not self.sees(row["kind"], row["id"]):
                yield self._ended(row, int(grant.revision))

    def _ended(self, row: Row, revision: int) -> Record:
        """Return how somebody hears that they see a thing no longer."""
        gone = gone_of(row) if row["gone"] in _FOR_EVER else Gone("unshared")
        return Record(row["kind"], row["id"], revision, gone=gone)

    def _rows(self, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Row]:
        r = t.records.c
        found: dict[tuple[str, str], Row] = {}
        for kind in sorted({kind for kind, _ in keys}):
            ids = [record_id for each, record_id in keys if each == kind]
            query = select(*_TOLD).where(r.kind == kind, r.id.in_(ids))
            found.update(((kind, row["id"]), row) for row in self._connection.execute(query).mappings())
        return found

    def _names(self, owners: set[str]) -> dict[str, str]:
        query = select(accounts.c.id, accounts.c.name).where(accounts.c.id.in_(sorted(owners)))
        return {row.id: row.name for row in self._connection.execute(query)} if owners else {}

    def _removals(self, since: int, scope: Scope) -> int:
        r, a = t.records.c, t.audience.c
        gone = select(func.count()).select_from(t.records).where(r.revision > since, r.gone.is_not(None))
        count = 0
        if scope != "mine":
            count += int(self._connection.execute(gone.where(r.owner.is_(None))).scalar_one())
        if scope == "public" or self._viewer is None:
            return count
        count += int(self._connection.execute(gone.where(r.owner == self._viewer.account)).scalar_one())
        lost = select(a.kind, a.record_id, a.revoked).where(
            a.revision > since, self._is_for_viewer(), or_(a.revoked.is_not(None), a.mark.is_(None))
        )
        rows = self._connection.execute(lost).all()
        told = {(row.kind, row.record_id) for row in rows if row.revoked is None}
        ended = {(row.kind, row.record_id) for row in rows} - told
        return count + len(told) + sum(1 for kind, record_id in ended if not self.sees(kind, record_id))

    def _is_for_viewer(self) -> ColumnElement[bool]:
        """Return what holds for grants of others that concern this viewer."""
        assert self._viewer is not None
        a = t.audience.c
        return and_(a.who.in_(self._viewer.people), a.owner != self._viewer.account)


@cache
def _mine_queries() -> tuple[Select[int, int, int], ...]:
    """Return the sums over an account's own records, and over what is shared with it. Made once: every sync asks both.

    Their parameters are `account`, and `people`: the grants that concern it.
    """
    r, a = t.records.c, t.audience.c
    account: BindParameter[str] = bindparam("account")
    people: BindParameter[list[str]] = bindparam("people", expanding=True)
    own = select(func.count(), *_halves(r.mark)).where(r.owner == account, r.body.is_not(None))
    seen = (
        select(a.kind, a.record_id, a.mark)
        .where(a.who.in_(people), a.revoked.is_(None), a.mark.is_not(None), a.owner != account)
        .distinct()
        .subquery()
    )
    return own, select(func.count(), *_halves(seen.c.mark))


def _halves(column: ColumnElement[int]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    low = func.coalesce(func.sum(column.bitwise_and(_LOW)), 0)
    high = func.coalesce(func.sum(column.bitwise_rshift(literal_column(str(_SPLIT)))), 0)
    return low, high
