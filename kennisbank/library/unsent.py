"""What of a reader's own the archive hasn't taken yet: rows of the outbox, whatever became of them so far."""

import json
from typing import Any

from sqlalchemy import Connection, func, select

from kennisbank.domain.moments import Moment
from kennisbank.library.outbox import Journal, OutboxRow, Owner
from kennisbank.library.tables import outbox
from kennisbank.library.whose import owned_by

_OPEN = ("queued", "sent", "failed")


class Unsent:
    """The viewer's own outbox, in one transaction; what belongs to another account is never read."""

    def __init__(self, connection: Connection, journal: Journal, viewer: Owner) -> None:
        """Read and write through `connection` for `viewer`; nobody has nothing to send."""
        self._connection = connection
        self._journal = journal
        self._viewer = viewer

    def all(self) -> list[tuple[OutboxRow, str]]:
        """Return what waits, in order of writing, each with why it was refused (empty while it wasn't)."""
        if self._viewer.account is None:
            return []
        self._journal.flush()
        found = self._connection.execute(select(outbox).where(self._where()).order_by(outbox.c.number))
        return [(_value(row), row.reason) for row in found]

    def find(self, row_id: str) -> tuple[OutboxRow, str] | None:
        """Return one of them, or None."""
        return next((each for each in self.all() if each[0].id == row_id), None)

    def counts(self) -> dict[str, int]:
        """Return how many wait, by state; states without any are left out."""
        return self.counts_of(self._viewer)

    def counts_of(self, owner: Owner) -> dict[str, int]:
        """Return how many wait of an account that needn't be the viewer's; only the numbers."""
        if owner.account is None:
            return {}
        where = outbox.c.state.in_(_OPEN) & owned_by(outbox, owner)
        query = select(outbox.c.state, func.count()).where(where).group_by(outbox.c.state)
        return {row.state: row[1] for row in self._connection.execute(query)}

    def _where(self) -> Any:
        return outbox.c.state.in_(_OPEN) & owned_by(outbox, self._viewer)


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
