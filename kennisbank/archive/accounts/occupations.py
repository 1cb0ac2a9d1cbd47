"""What an account is called by its occupation, where everybody reads it: one that few have would say who it is."""

from sqlalchemy import Connection, func, select

from kennisbank.archive.schema.account_tables import accounts
from kennisbank.sync.protocol_mailbox import Role

LEAST = 5
"""How many active accounts must have an occupation for it to be shown."""
_SHOWN: dict[str, Role] = {"teacher": "teacher", "researcher": "researcher", "student": "student", "other": "other"}


def shown_occupation(connection: Connection, occupation: str) -> Role:
    """Return the occupation if enough active accounts have it, else ``reader``."""
    c = accounts.c
    alike = select(c.id).where(c.state == "active", c.occupation == occupation).limit(LEAST).subquery()
    count = int(connection.execute(select(func.count()).select_from(alike)).scalar_one())
    return _SHOWN.get(occupation, "reader") if count >= LEAST else "reader"
