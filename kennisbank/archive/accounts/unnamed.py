"""Suspensions of senders who are shown by role only: by thread: nobody learns which are of one sender."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema.account_tables import unnamed_suspensions


class UnnamedSuspensions:
    """Which threads' senders are suspended, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through `connection`."""
        self._connection = connection

    def has(self, thread: str) -> bool:
        """Tell whether the sender of a thread is suspended because of it."""
        u = unnamed_suspensions.c
        return self._connection.execute(select(u.thread).where(u.thread == thread)).first() is not None

    def add(self, thread: str, account: str, now: datetime) -> None:
        """Suspend the sender of a thread; who is already, stays so."""
        row = insert_into(unnamed_suspensions, self._connection).values(
            thread=thread, account=account, moment=stamp(now)
        )
        self._connection.execute(row.on_conflict_do_nothing())

    def lift(self, thread: str) -> None:
        """End the suspension because of a thread; those because of others stay."""
        self._connection.execute(delete(unnamed_suspensions).where(unnamed_suspensions.c.thread == thread))

    def count(self) -> int:
        """Return for how many threads the sender is suspended."""
        return int(self._connection.execute(select(func.count()).select_from(unnamed_suspensions)).scalar_one())
