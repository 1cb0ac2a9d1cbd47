"""Everything that the archive holds about somebody, for them: one JSON document.

What of others stands in it is what they see in their mailbox anyway: an author's export says no more of an anonymous
reader than the author's inbox does. Nothing that only serves to log in, or to recognise, is in it.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import or_, select

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.correspondence.renderers import RENDERERS
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.mailboxes.pages import page
from kennisbank.archive.privacy.holdings import HOLDINGS, Holding, table_of
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.schema.tables import audit
from kennisbank.archive.transaction import Transaction
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol_codec import encode
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE

FORMAT = "kennisbank/everything-about-me/1"


def export_of(tx: Transaction, account: str) -> bytes:
    """Return the document of an account, in UTF-8.

    `rows` are those of the archive's tables that are about them, by table; `records` what they keep there; `mailbox`
    their threads, comments and so on, as they see them; `trail` what the audit trail says of them.

    Raises:
        NotFoundError: there is no such account.
    """
    row = AccountRows(tx.connection).one(account)
    if row is None:
        raise NotFoundError("account", account)
    person = Person.of(row)
    rows = {
        name: found
        for name, holding in HOLDINGS.items()
        if holding.export is not None and name != "audit" and (found := _rows(tx, name, holding, person))
    }
    trail = select(audit).where(or_(audit.c.actor == account, audit.c.subject == account)).order_by(audit.c.id)
    said = {
        "format": FORMAT,
        "archive": {"id": tx.identity.id, "epoch": tx.identity.epoch},
        "made": stamp(),
        "rows": rows,
        "records": [_as_json(each) for each in tx.records.own(account)],
        "mailbox": list(_mailbox(tx, account)),
        "trail": [_said(dict(each), frozenset()) for each in tx.connection.execute(trail).mappings()],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _rows(tx: Transaction, name: str, holding: Holding, person: Person) -> list[dict[str, Any]]:
    table = table_of(name)
    conditions: list[Any] = []
    if holding.account:
        conditions.append(table.c[holding.account] == person.account)
    if holding.key:
        conditions.append(table.c[holding.key] == person.key)
    if holding.mail:
        found = tx.connection.execute(select(table.c[holding.mail]).distinct()).scalars()
        conditions.append(table.c[holding.mail].in_([each for each in found if each and mail_key(each) == person.key]))
    query = select(table).where(or_(*conditions)).order_by(*table.primary_key.columns)
    left_out = holding.export or frozenset()
    return [_said(dict(row), left_out) for row in tx.connection.execute(query).mappings()]


def _said(row: dict[str, Any], left_out: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in left_out}


def _mailbox(tx: Transaction, account: str) -> Iterator[dict[str, Any]]:
    after = 0
    while True:
        found, _ = page(tx, account, RENDERERS, after, MAILBOX_PAGE)
        yield from map(_as_json, found.items)
        if found.is_last:
            return
        after = found.number


def _as_json(message: object) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(encode(message))
    return said
