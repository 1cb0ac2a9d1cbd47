"""Accounts as rows: who asked, who was let in, and what they may do."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, bindparam, delete, exists, func, select, update

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.schema.account_tables import (
    accounts,
    codes,
    contribution_authors,
    sessions,
    tokens,
    unnamed_suspensions,
)
from kennisbank.sync.protocol_accounts import AccountInfo, AccountRequest, AccountState, Occupation, Right

NOT_THERE = "-"
"""An id that no account has."""
_IS_AUTHOR = exists().where(contribution_authors.c.account == accounts.c.id).label("is_author")
_IS_UNNAMED = exists().where(unnamed_suspensions.c.account == accounts.c.id).label("is_unnamed")
_ROWS = select(accounts, _IS_AUTHOR, _IS_UNNAMED)
_BY_ID = _ROWS.where(accounts.c.id == bindparam("account_id"))  # made once: every request asks it


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account; `right` is what it has once it is active. `is_author`: it has claimed a contribution.

    `state` is how it stands; `listed` how it stands in lists. They differ for who is suspended because of what they
    sent by role only: that they are shows nowhere.
    """

    id: str
    mail: str
    name: str
    occupation: str
    organisation: str
    language: str
    right: str
    state: str
    requested: str
    accepted: str | None = None
    confirmed: str | None = None
    decided: str | None = None
    is_author: bool = False
    listed: str = ""

    @property
    def may(self) -> Right | None:
        """Return what somebody with this account may do now; None: they can't log in."""
        if self.state == "active":
            return "author" if self.right == "reader" and self.is_author else cast("Right", self.right)
        waiting: dict[str, Right] = {"requested": "pending", "suspended": "suspended"}
        return waiting.get(self.state)

    def info(self) -> AccountInfo:
        """Return it as its owner sees it."""
        return AccountInfo(
            id=self.id,
            mail=self.mail,
            name=self.name,
            occupation=cast("Occupation", self.occupation),
            organisation=self.organisation,
            right=self.may or "visitor",
            state=cast("AccountState", self.state),
            requested=self.requested,
        )

    def listed_info(self) -> AccountInfo:
        """Return it as a maintainer sees it."""
        return replace(self, state=self.listed).info()


class AccountRows:
    """The accounts, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through `connection`."""
        self._connection = connection

    def one(self, account: str) -> AccountRow | None:
        """Return an account by its id."""
        row = self._connection.execute(_BY_ID, {"account_id": account}).mappings().first()
        return None if row is None else _account(row)

    def by_mail(self, mail: str) -> AccountRow | None:
        """Return the account with an address, however that is capitalised."""
        return self._first(accounts.c.mail_key == mail_key(mail))

    def all(self, state: AccountState | None = None) -> list[AccountRow]:
        """Return the accounts (that are listed in one state), the one that asked last first."""
        c = accounts.c
        query = _ROWS.order_by(c.requested.desc(), c.id)
        if state is not None:
            query = query.where(c.state == state)
        return [_account(row) for row in self._connection.execute(query).mappings()]

    def maintainers(self) -> list[AccountRow]:
        """Return those who may let others in, or would if they weren't suspended without being named."""
        return [each for each in self.all("active") if each.right == "maintainer"]

    def count(self, state: AccountState) -> int:
        """Return how many accounts are listed in a state."""
        found = self._connection.execute(select(func.count()).select_from(accounts).where(accounts.c.state == state))
        return int(found.scalar_one())

    def add(self, asked: AccountRequest, now: datetime) -> AccountRow | None:
        """Add an account that was asked for and return it; None: there is one with that address."""
        row = AccountRow(
            id=str(uuid.uuid4()),
            mail=asked.mail,
            name=asked.name,
            occupation=asked.occupation,
            organisation=asked.organisation,
            language=asked.language,
            right="reader",
            state="requested",
            requested=stamp(now),
            accepted=stamp(now) if asked.accepts_rules else None,
            listed="requested",
        )
        made = insert_into(accounts, self._connection).values(**_columns(row), mail_key=mail_key(row.mail))
        unless_known = made.on_conflict_do_nothing(index_elements=[accounts.c.mail_key]).returning(accounts.c.id)
        return row if self._connection.execute(unless_known).first() is not None else None

    def forget_requests(self, before: datetime) -> int:
        """Remove requests that nobody answered since `before`, with what they logged in with; return how many."""
        c = accounts.c
        old = select(c.id).where(c.state == "requested", c.requested < stamp(before))
        gone = list(self._connection.scalars(old))
        own = select(sessions.c.id).where(sessions.c.account.in_(gone))
        self._connection.execute(delete(tokens).where(tokens.c.session.in_(own)))
        for table in (sessions, codes, contribution_authors):
            self._connection.execute(delete(table).where(table.c.account.in_(gone)))
        self._connection.execute(delete(accounts).where(c.id.in_(gone)))
        return len(gone)

    def change(self, account: AccountRow, **values: Any) -> AccountRow:
        """Change columns of an account and return it as it is now."""
        self._connection.execute(update(accounts).where(accounts.c.id == account.id).values(values))
        changed = self.one(account.id) if "state" in values else replace(account, **values)
        assert changed is not None, "it was there a moment ago"
        return changed

    def _first(self, condition: Any) -> AccountRow | None:
        row = self._connection.execute(_ROWS.where(condition)).mappings().first()
        return None if row is None else _account(row)


def _columns(row: AccountRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in AccountRow.__slots__ if name in accounts.c}


def _account(row: Any) -> AccountRow:
    own = {name: row[name] for name in AccountRow.__slots__ if name in accounts.c and name != "state"}
    standing = _standing(row["state"], is_unnamed=bool(row["is_unnamed"]))
    return AccountRow(**own, **standing, is_author=bool(row["is_author"]))


def _standing(listed: str, *, is_unnamed: bool) -> dict[str, str]:
    return {"listed": listed, "state": "suspended" if is_unnamed and listed == "active" else listed}
