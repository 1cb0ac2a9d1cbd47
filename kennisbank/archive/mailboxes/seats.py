"""Who has what in their mailbox, and under which number.

Everything that changes mailboxes holds the archive's counter (`tx.counter.lock`) first: so do numbers become visible
in their order, in whichever mailboxes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.schema.mailbox_tables import heads, seats
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import ItemKind, Side


def alias_of(keyed: Keyed, account: str, kind: str, subject: str) -> str:
    """Return the id by which `account` knows something that it didn't make itself: of no use to anybody else."""
    digits = keyed.hash("alias", account, kind, subject)
    return str(UUID(digits[:32], version=4))


@dataclass(frozen=True, slots=True)
class Seat:
    """One thing in one mailbox: what it is, by which id its owner knows it, on which side of it they are.

    `seen`: up to which message they have read. `gone`: why it is no longer there, or empty.
    """

    subject: str
    alias: str
    side: Side
    is_unread: bool
    seen: int
    gone: str


class Seats:
    """Places in mailboxes, in one transaction."""

    def __init__(self, tx: Transaction) -> None:
        """Work in `tx`."""
        self._tx = tx
        self._connection = tx.connection

    def give(
        self,
        account: str,
        kind: ItemKind,
        subject: str,
        alias: str = "",
        *,
        side: Side | None = None,
        is_unread: bool = False,
    ) -> None:
        """Put something into a mailbox, or tell it anew.

        `alias`: by which id it is known there (its own, unless said).

        What had gone from it is there again.
        """
        number = self._next(account)
        row = {
            "account": account, "kind": kind, "subject": subject, "alias": alias or subject, "number": number,
            "side": side or "", "is_unread": is_unread, "seen": 0, "fetched": None, "gone": "",
        }  # fmt: skip
        put = insert_into(seats, self._connection).values(row)
        again = {"number": number, "gone": ""} | ({"is_unread": True} if is_unread else {})
        s = seats.c
        self._connection.execute(put.on_conflict_do_update(index_elements=[s.account, s.kind, s.subject], set_=again))

    def touch(self, kind: ItemKind, subject: str, accounts: Iterable[str] | None = None, **values: Any) -> None:
        """Have those who have it (`accounts` of them, or all) hear of it again; `values` are columns to be set."""
        for account in self.holders(kind, subject) if accounts is None else sorted(set(accounts)):
            s = seats.c
            mine = (s.account == account, s.kind == kind, s.subject == subject)
            if self._connection.execute(select(s.number).where(*mine)).first() is not None:
                self._connection.execute(update(seats).where(*mine).values(number=self._next(account), **values))

    def mark(self, kind: ItemKind, subject: str, accounts: Iterable[str], **values: Any) -> None:
        """Set columns without telling; for what was told in the same transaction."""
        s = seats.c
        mine = (s.kind == kind, s.subject == subject, s.account.in_(list(accounts)))
        self._connection.execute(update(seats).where(*mine).values(values))

    def end(self, kind: ItemKind, subject: str, accounts: Iterable[str] | None = None, *, gone: str = "ended") -> None:
        """Take it out of mailboxes, for a reason as in `MailboxItem.gone`."""
        self.touch(kind, subject, accounts, gone=gone)

    def holders(self, kind: ItemKind, subject: str, side: Side | None = None) -> list[str]:
        """Return the accounts that have it, in order of their ids."""
        s = seats.c
        query = select(s.account).where(s.kind == kind, s.subject == subject, s.gone == "").order_by(s.account)
        if side is not None:
            query = query.where(s.side == side)
        return list(self._connection.execute(query).scalars())

    def one(self, account: str, kind: ItemKind, subject: str, *, with_gone: bool = False) -> Seat | None:
        """Return an account's own place for something; None: it hasn't got it, or (unless `with_gone`) no longer."""
        found = self._first(seats.c.account == account, seats.c.kind == kind, seats.c.subject == subject)
        return None if found is None or (found.gone and not with_gone) else found

    def many(self, account: str, kind: ItemKind, subjects: Iterable[str]) -> dict[str, Seat]:
        """Return an account's own places for several things, by what they are; those that are gone are left out."""
        s = seats.c
        query = select(s.subject, s.alias, s.side, s.is_unread, s.seen, s.gone)
        query = query.where(s.account == account, s.kind == kind, s.subject.in_(list(subjects)), s.gone == "")
        return {row.subject: Seat(*row) for row in self._connection.execute(query)}

    def by_alias(self, account: str, kind: ItemKind, alias: str) -> Seat | None:
        """Return what an account knows (or knew) by an id; None: nothing, whatever others may know by it."""
        return self._first(seats.c.account == account, seats.c.kind == kind, seats.c.alias == alias)

    def head(self, account: str) -> int:
        """Return the last number of a mailbox; 0: there is nothing in it."""
        found = self._connection.execute(select(heads.c.number).where(heads.c.account == account)).scalar()
        return int(found or 0)

    def fetched(self, account: str, kind: ItemKind, subjects: Iterable[str], now: datetime) -> None:
        """Write down that a client has fetched these for the first time."""
        s = seats.c
        mine = (s.account == account, s.kind == kind, s.subject.in_(list(subjects)), s.fetched.is_(None))
        self._connection.execute(update(seats).where(*mine).values(fetched=stamp(now)))

    def forget(self, account: str) -> None:
        """Remove all of an account's mailbox."""
        self._connection.execute(delete(seats).where(seats.c.account == account))
        self._connection.execute(delete(heads).where(heads.c.account == account))

    def _first(self, *conditions: ColumnElement[bool]) -> Seat | None:
        s = seats.c
        query = select(s.subject, s.alias, s.side, s.is_unread, s.seen, s.gone).where(*conditions)
        row = self._connection.execute(query).first()
        return None if row is None else Seat(*row)

    def _next(self, account: str) -> int:
        self._tx.counter.lock()
        row = insert_into(heads, self._connection).values(account=account, number=1)
        counted = row.on_conflict_do_update(index_elements=[heads.c.account], set_={"number": heads.c.number + 1})
        return int(self._connection.execute(counted.returning(heads.c.number)).scalar_one())
