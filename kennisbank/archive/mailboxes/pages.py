"""Pages of a mailbox: what its owner hasn't heard of, each thing whole, in order of number."""

from collections.abc import Callable, Mapping
from typing import cast

from sqlalchemy import RowMapping, select

from kennisbank.archive.mailboxes.mailbox_tables import seats
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_codec import body_from
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, ItemKind, MailboxItem, MailboxPage

Renderer = Callable[[Transaction, str, str], object | None]
"""From transaction, account and subject to the dataclass of the kind (`protocol_mailbox.ITEMS`); None: it is gone."""
Renderers = Mapping[ItemKind, Renderer]


def page(
    tx: Transaction, account: str, renderers: Renderers, after: int = 0, limit: int = MAILBOX_PAGE
) -> tuple[MailboxPage, tuple[str, ...]]:
    """Return what changed in a mailbox after the number `after`, and the threads that its owner hadn't fetched yet."""
    s = seats.c
    query = select(seats).where(s.account == account, s.number > after).order_by(s.number).limit(limit + 1)
    rows = tx.connection.execute(query).mappings().all()
    is_last = len(rows) <= limit
    rows = rows[:limit]
    head = Seats(tx).head(account)
    number = head if is_last else int(rows[-1]["number"])
    fresh = tuple(row["subject"] for row in rows if row["kind"] == "thread" and row["fetched"] is None)
    items = tuple(_item(tx, row, renderers) for row in rows)
    return MailboxPage(tx.identity.id, tx.identity.epoch, number, head, items, is_last), fresh


def _item(tx: Transaction, row: RowMapping, renderers: Renderers) -> MailboxItem:
    kind = cast("ItemKind", row["kind"])
    gone = row["gone"]
    renderer = renderers.get(kind)
    value = None if gone or renderer is None else renderer(tx, row["account"], row["subject"])
    body = None if value is None else body_from(value)
    return MailboxItem(row["alias"], kind, int(row["number"]), body, (gone or "ended") if body is None else "")
