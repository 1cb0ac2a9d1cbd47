"""What of a reader's own the archive hasn't taken yet: rows of the outbox, whatever became of them so far."""

import json
from collections import Counter
from typing import Any

from sqlalchemy import Connection, func, select

from kennisbank.domain.moments import Moment
from kennisbank.library.acts import OPEN, REMARK_KINDS
from kennisbank.library.correspondence_tables import acts
from kennisbank.library.outbox import NOBODY, Journal, OutboxRow, Owner
from kennisbank.library.tables import outbox
from kennisbank.library.whose import owned_by


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

    def said(self) -> list[tuple[OutboxRow, str]]:
        """Return what was said and waits, in order of saying, as rows of the outbox of the kind ``act``."""
        if self._viewer.account is None:
            return []
        where = acts.c.state.in_(OPEN) & owned_by(acts, self._viewer) & (acts.c.kind != "seen")
        found = self._connection.execute(select(acts).where(where).order_by(acts.c.modified_utc))
        return [(_act(row, self._viewer), row.reason) for row in found]

    def remarks(self) -> list[tuple[OutboxRow, str]]:
        """Return the remarks to the maintainers that wait, as `said` does: anybody's at this computer."""
        where = acts.c.state.in_(OPEN) & owned_by(acts, NOBODY) & acts.c.kind.in_(REMARK_KINDS)
        found = self._connection.execute(select(acts).where(where).order_by(acts.c.modified_utc))
        return [(_act(row, NOBODY), row.reason) for row in found]

    def find(self, row_id: str) -> tuple[OutboxRow, str] | None:
        """Return one of them, or None."""
        return next((each for each in self.all() if each[0].id == row_id), None)

    def counts(self) -> dict[str, int]:
        """Return how many wait, by state, what was said among them; states without any are left out.

        ``draft``: what is being written to authors; nothing else has drafts.
        """
        return self.counts_of(self._viewer)

    def counts_of(self, owner: Owner) -> dict[str, int]:
        """Return how many wait of an account that needn't be the viewer's; only the numbers."""
        if owner.account is None:
            return {}
        where = outbox.c.state.in_(OPEN) & owned_by(outbox, owner)
        query = select(outbox.c.state, func.count()).where(where).group_by(outbox.c.state)
        counts: Counter[str] = Counter({row.state: row[1] for row in self._connection.execute(query)})
        # That something was read is told along with the rest, and nothing that anybody waits for.
        said = owned_by(acts, owner) & acts.c.state.in_((*OPEN, "draft")) & (acts.c.kind != "seen")
        for row in self._connection.execute(select(acts.c.state, func.count()).where(said).group_by(acts.c.state)):
            counts[row.state] += row[1]
        return dict(counts)

    def _where(self) -> Any:
        return outbox.c.state.in_(OPEN) & owned_by(outbox, self._viewer)


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


def _act(row: Any, owner: Owner) -> OutboxRow:
    payload = {"kind": row.kind, "contribution": row.contribution_id, "text": json.loads(row.body).get("text", "")}
    created = Moment(row.modified_utc, row.modified_zone)
    return OutboxRow(row.id, "added", "act", row.id, payload, created, row.state, owner)
