"""What a transaction touched: the ChangeSet for this machine, and the outbox for others.

Both are written by the repositories themselves, so nothing is changed without being told. The outbox is flushed in the
same transaction, at its end. It holds the *net* of what hasn't been sent: at most one queued row per thing, so a new
contribution costs one row and a hundred edits of it cost none (docs/adr/0003-library-layout.md says what goes in).
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.domain.changes import Change, ChangeSet, Kind
from kennisbank.domain.ids import AccountId, ArchiveId, new_id
from kennisbank.domain.moments import Moment, now
from kennisbank.library.queries import listed
from kennisbank.library.tables import outbox

Action = Literal["added", "updated", "removed"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a personal thing is; both None for what belongs to nobody, or to somebody who isn't logged in."""

    archive: ArchiveId | None = None
    account: AccountId | None = None


NOBODY = Owner()


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One thing that others must hear of. `id` is a random UUID: the idempotency key of its delivery.

    `payload` holds what can't be read from the library at the time of sending: ``fields``, the names of what changed,
    and for what was removed, what it was. `state`: ``queued``, ``sent``, ``delivered``, ``failed``.
    """

    id: str
    op: Action
    kind: Kind
    entity: str
    payload: Mapping[str, Any]
    created: Moment
    state: str
    owner: Owner


@dataclass(slots=True)
class _Entry:
    op: Action
    owner: Owner
    fields: set[str] = field(default_factory=set)
    was: Mapping[str, Any] | None = None


class Journal:
    """Collects the changes of one transaction. Not safe between threads: a transaction isn't either."""

    def __init__(self, connection: Connection, *, is_writing: bool) -> None:
        """Collect what is written through `connection`; refuse everything unless `is_writing`."""
        self._connection = connection
        self._is_writing = is_writing
        self._changes: list[Change] = []
        self._entries: dict[tuple[Kind, str], _Entry] = {}
        self._is_arriving = False

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Write what comes from the archive: the ChangeSet hears of it, the outbox doesn't, or it would go back."""
        before, self._is_arriving = self._is_arriving, True
        try:
            yield
        finally:
            self._is_arriving = before

    @property
    def changes(self) -> ChangeSet:
        """Return what this transaction has touched so far."""
        return ChangeSet.of(self._changes)

    def local(self, kind: Kind, entity: str, action: Action) -> None:
        """Note a change that is nobody else's business.

        Raises:
            RuntimeError: this transaction only reads.
        """
        if not self._is_writing:
            raise RuntimeError("a transaction begun with Library.read() can't write")
        self._changes.append(Change(kind, entity, action))

    def record(
        self,
        kind: Kind,
        entity: str,
        action: Action,
        *,
        fields: Collection[str] = (),
        was: Mapping[str, Any] | None = None,
    ) -> None:
        """Note a change that others will hear of: which `fields` changed; for a removal, what it `was`.

        Raises:
            RuntimeError: this transaction only reads.
        """
        self.local(kind, entity, action)
        self._note(kind, entity, action, fields, was, NOBODY)

    def record_personal(self, kind: Kind, entity: str, action: Action, owner: Owner, *, shown_as: str) -> None:
        """Note a change of a personal row; `shown_as` is the id in the ChangeSet. Nobody's rows are told to nobody.

        Raises:
            RuntimeError: this transaction only reads.
        """
        self.local(kind, shown_as, action)
        if owner.account is not None:
            self._note(kind, entity, action, (), None, owner)

    def _note(
        self,
        kind: Kind,
        entity: str,
        action: Action,
        fields: Collection[str],
        was: Mapping[str, Any] | None,
        owner: Owner,
    ) -> None:
        if self._is_arriving:
            return
        entry = self._entries.get((kind, entity))
        if entry is None:
            self._entries[kind, entity] = _Entry(action, owner, set(fields), was)
            return
        net = _net(entry.op, action)
        if net is None:
            del self._entries[kind, entity]
            return
        entry.op, entry.was = net, was
        entry.fields.update(fields)

    def flush(self) -> None:
        """Write the outbox rows of what was noted since the last flush."""
        if not self._entries:
            return
        entries, self._entries = self._entries, {}
        waiting = self._waiting({entity for _, entity in entries})
        moment = now()
        rows, gone = [], []
        for key, entry in entries.items():
            net: Action | None = entry.op
            row_id, created = new_id(), moment
            for old in waiting.get(key, ()):
                gone.append(old.id)
                net = None if net is None else _net(old.op, net)
                entry.fields.update(old.payload.get("fields", ()))
                if old.state == "queued":  # what was refused is told under another id: it says something else now
                    row_id, created = old.id, old.created
            if net is not None:
                entry.op = net
                rows.append(_row(key, entry, row_id, created))
        if gone:
            self._connection.execute(delete(outbox).where(outbox.c.id.in_(listed(gone))))
        if rows:
            self._connection.execute(insert(outbox), rows)

    def pending(self) -> list[OutboxRow]:
        """Return what hasn't been sent, in order of writing."""
        self.flush()
        found = self._connection.execute(select(outbox).where(outbox.c.state == "queued").order_by(outbox.c.number))
        return [_value(row) for row in found]

    def settle(self, row_id: str, state: Literal["sent", "delivered", "failed"], reason: str = "") -> None:
        """Note what became of a row; a later change of the same thing gets a row of its own."""
        if not self._is_writing:
            raise RuntimeError("a transaction begun with Library.read() can't write")
        self._connection.execute(update(outbox).where(outbox.c.id == row_id).values(state=state, reason=reason))

    def _waiting(self, entities: Collection[str]) -> dict[tuple[Kind, str], list[OutboxRow]]:
        """Return what is queued or was refused of these, by thing, the latest first."""
        where = outbox.c.entity.in_(listed(entities)) & outbox.c.state.in_(("queued", "failed"))
        found: dict[tuple[Kind, str], list[OutboxRow]] = {}
        for row in map(_value, self._connection.execute(select(outbox).where(where).order_by(outbox.c.number.desc()))):
            found.setdefault((row.kind, row.entity), []).append(row)
        return found


def _net(first: Action, then: Action) -> Action | None:
    """Return what remains to be told of two changes one after the other; None: nothing."""
    if first == "added":
        return None if then == "removed" else "added"
    if first == "removed":
        return "removed" if then == "removed" else "updated"
    return "removed" if then == "removed" else "updated"


def _row(key: tuple[Kind, str], entry: _Entry, row_id: str, created: Moment) -> dict[str, Any]:
    payload: dict[str, Any] = {}
    if entry.op == "removed":
        payload["was"] = dict(entry.was or {})
    elif entry.fields:
        payload["fields"] = sorted(entry.fields)
    return {
        "id": row_id,
        "archive_id": entry.owner.archive,
        "account_id": entry.owner.account,
        "op": entry.op,
        "kind": key[0],
        "entity": key[1],
        "payload": json.dumps(payload),
        "created_utc": created.utc,
        "created_zone": created.zone,
        "state": "queued",
        "reason": "",
    }


def _value(row: Any) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        op=row.op,
        kind=row.kind,
        entity=row.entity,
        payload=json.loads(row.payload),
        created=Moment(row.created_utc, row.created_zone),
        state=row.state,
        owner=Owner(row.archive_id, row.account_id),
    )
