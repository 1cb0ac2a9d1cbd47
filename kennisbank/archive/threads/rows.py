"""Threads, their messages and their steps as rows, in one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update

from kennisbank.archive.schema.account_tables import accounts, contribution_authors
from kennisbank.archive.schema.thread_tables import messages, steps, threads
from kennisbank.archive.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One thread, as `thread_tables.threads`."""

    id: str
    contribution: str
    account: str | None
    kind: str
    shown_as: str
    occupation: str
    anchor: str | None
    link: str
    state: str
    verdict: str
    version: str
    reason: str
    created: str
    released: str | None
    is_due: bool
    reader_seen: int
    authors_seen: int
    reported_by_reader: bool
    reported_by_author: bool
    hidden: str | None
    hidden_words: str

    @property
    def is_anonymous(self) -> bool:
        """Tell whether the authors mustn't know who its reader is."""
        return self.shown_as == "role"


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message, as `thread_tables.messages`."""

    id: str
    thread: str
    account: str | None
    side: str
    text: str
    number: int
    shown: int | None
    created: str
    released: str | None
    file: str | None = None
    file_name: str = ""
    file_type: str = ""
    file_size: int = 0
    gone: str = ""
    gone_words: str = ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """That a thread came into a state."""

    state: str
    moment: str
    account: str | None


class ThreadRows:
    """All of it, in one transaction."""

    def __init__(self, tx: Transaction) -> None:
        """Work in `tx`."""
        self._connection = tx.connection

    def one(self, thread: str) -> ThreadRow | None:
        """Return a thread by its own id."""
        row = self._connection.execute(select(threads).where(threads.c.id == thread)).mappings().first()
        return None if row is None else ThreadRow(**row)

    def where(self, *conditions: Any) -> list[ThreadRow]:
        """Return the threads that meet conditions, in order of their ids: which says nothing of them."""
        query = select(threads).where(*conditions).order_by(threads.c.id)
        return [ThreadRow(**row) for row in self._connection.execute(query).mappings()]

    def add(self, row: ThreadRow) -> None:
        """Add a thread."""
        self._connection.execute(insert(threads), {name: getattr(row, name) for name in ThreadRow.__slots__})

    def change(self, thread: str, **values: Any) -> None:
        """Change columns of a thread."""
        self._connection.execute(update(threads).where(threads.c.id == thread).values(values))

    def message(self, message: str) -> MessageRow | None:
        """Return a message by its own id."""
        row = self._connection.execute(select(messages).where(messages.c.id == message)).mappings().first()
        return None if row is None else MessageRow(**row)

    def messages(self, thread: str) -> list[MessageRow]:
        """Return a thread's messages in the order of writing."""
        query = select(messages).where(messages.c.thread == thread).order_by(messages.c.number)
        return [MessageRow(**row) for row in self._connection.execute(query).mappings()]

    def add_message(self, row: MessageRow) -> None:
        """Add a message."""
        self._connection.execute(insert(messages), {name: getattr(row, name) for name in MessageRow.__slots__})

    def change_message(self, message: str, **values: Any) -> None:
        """Change columns of a message."""
        self._connection.execute(update(messages).where(messages.c.id == message).values(values))

    def steps(self, thread: str) -> list[StepRow]:
        """Return a thread's steps, oldest first."""
        c = steps.c
        query = select(c.state, c.moment, c.account).where(c.thread == thread).order_by(c.number)
        return [StepRow(*row) for row in self._connection.execute(query)]

    def add_step(self, thread: str, state: str, moment: str, account: str | None = None) -> None:
        """Write down that a thread came into a state."""
        c = steps.c
        last = self._connection.execute(select(func.max(c.number)).where(c.thread == thread)).scalar()
        row = {"thread": thread, "number": (last or 0) + 1, "state": state, "moment": moment, "account": account}
        self._connection.execute(insert(steps), row)

    def authors(self, contribution: str) -> list[str]:
        """Return the accounts that have claimed a contribution, in order of their ids."""
        c = contribution_authors.c
        query = select(c.account).where(c.contribution == contribution).order_by(c.account)
        return list(self._connection.execute(query).scalars())

    def people(self, ids: set[str]) -> dict[str, tuple[str, str]]:
        """Return name and occupation of accounts, by their ids; who is erased isn't there."""
        if not ids:
            return {}
        c = accounts.c
        query = select(c.id, c.name, c.occupation).where(c.id.in_(sorted(ids)))
        return {row.id: (row.name, row.occupation) for row in self._connection.execute(query)}

    def colleagues(self, occupation: str, *, but: Collection[str] = ()) -> int:
        """Return how many active accounts have an occupation; `but` these."""
        c = accounts.c
        query = select(func.count()).select_from(accounts).where(c.occupation == occupation, c.state == "active")
        query = query.where(c.id.not_in(sorted(but)))
        return int(self._connection.execute(query).scalar_one())
