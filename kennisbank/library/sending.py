"""The outbox of one account while it is being emptied: what is queued, what is on its way, what became of it."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import new_id
from kennisbank.domain.moments import Moment, now
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Action, Journal, OutboxRow, Owner
from kennisbank.library.queries import listed
from kennisbank.library.tables import outbox
from kennisbank.library.whose import owned_by, owner_columns


class Sending:
    """The rows of the outbox that an account has to send, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def rows(self, owner: Owner, state: str, limit: int | None = None) -> list[OutboxRow]:
        """Return an account's rows in a state, in order of writing."""
        self._journal.flush()
        where = owned_by(outbox, owner) & (outbox.c.state == state)
        query = select(outbox).where(where).order_by(outbox.c.number).limit(limit)
        return [_value(row) for row in self._connection.execute(query)]

    def sent(self, payloads: Mapping[str, Mapping[str, Any]]) -> None:
        """Note of queued rows, by id, that they are on their way, and as what."""
        for row_id, payload in payloads.items():
            values = {"state": "sent", "payload": json.dumps(payload, ensure_ascii=False), "reason": ""}
            self._connection.execute(update(outbox).where(outbox.c.id == row_id).values(values))

    def drop(self, ids: Collection[str]) -> None:
        """Let these rows go: there is nothing (any more) to be said."""
        self._connection.execute(delete(outbox).where(outbox.c.id.in_(listed(ids))))

    def fail(self, row_id: str, reason: str) -> None:
        """Note that a row was refused for good, and why (a code)."""
        self._connection.execute(update(outbox).where(outbox.c.id == row_id).values(state="failed", reason=reason))

    def queue(self, owner: Owner, kind: Kind, entity: str, action: Action) -> None:
        """Have something told to the archive: one queued row a thing, instead of those that wait or were refused."""
        self._journal.flush()
        self.unqueue(owner, kind, entity)
        row = {
            "id": new_id(),
            **owner_columns(owner),
            "op": action,
            "kind": kind,
            "entity": entity,
            "payload": "{}",
            **moment_columns("created", now()),
            "state": "queued",
            "reason": "",
        }
        self._connection.execute(insert(outbox), row)

    def unqueue(self, owner: Owner, kind: Kind, entity: str) -> None:
        """Have nothing told of a thing; what is on its way already stays so."""
        self._journal.flush()
        where = owned_by(outbox, owner) & (outbox.c.kind == kind) & (outbox.c.entity == entity)
        self._connection.execute(delete(outbox).where(where & outbox.c.state.in_(("queued", "failed"))))

    def has_any(self, owner: Owner) -> bool:
        """Tell whether an account has anything to send, or on its way."""
        where = owned_by(outbox, owner) & outbox.c.state.in_(("queued", "sent"))
        return self._connection.execute(select(outbox.c.id).where(where).limit(1)).first() is not None

    def waits(self, owner: Owner, kind: Kind, entity: str) -> bool:
        """Tell whether something of a thing is still to be told."""
        self._journal.flush()
        where = owned_by(outbox, owner) & (outbox.c.kind == kind) & (outbox.c.entity == entity)
        query = select(outbox.c.id).where(where & (outbox.c.state == "queued")).limit(1)
        return self._connection.execute(query).first() is not None


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
