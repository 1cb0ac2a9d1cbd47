"""The audit trail: who did what that others may have to answer for. Append-only; no mail addresses, no contents."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema import tables as t


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the trail. `actor` is an account's id, empty for the archive itself or its server's command line."""

    id: int
    moment: str
    actor: str
    action: str
    subject: str
    detail: str


class Audit:
    """The trail, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Write on `connection`."""
        self._connection = connection

    def add(self, actor: str, action: str, subject: str = "", detail: str = "") -> None:
        """Write a line: the account `actor` did `action` (a stable word) to `subject` (an id)."""
        row = {"moment": stamp(), "actor": actor, "action": action, "subject": subject, "detail": detail}
        self._connection.execute(insert(t.audit), row)

    def page(self, *, before: int | None = None, limit: int = 100) -> list[AuditEntry]:
        """Return the newest lines, newest first; `before`: only those with a lower number."""
        query = select(t.audit).order_by(t.audit.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(t.audit.c.id < before)
        return [AuditEntry(**row) for row in self._connection.execute(query).mappings()]

    def forget_before(self, moment: str) -> int:
        """Remove the lines from before a moment (as `moments.stamp` writes it); return how many."""
        return self._connection.execute(delete(t.audit).where(t.audit.c.moment < moment)).rowcount
