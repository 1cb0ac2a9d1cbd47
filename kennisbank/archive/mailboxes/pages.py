"""Pages of a mailbox: what its owner hasn't heard of, each thing whole, in order of number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import RowMapping, select

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_codec import body_from
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, ItemKind, MailboxItem, MailboxPage

Renderer = Callable[[Transaction, str, str], object | None]
"""From transaction, account and subject to the dataclass of the kind (`protocol_mailbox.ITEMS`); None: it is gone."""


@dataclass(frozen=True, slots=True)
class Together:
    """Renders all of one kind in a page at once: from transaction, account and subjects to dataclasses by subject."""

    render: Callable[[Transaction, str, Sequence[str]], Mapping[str, object]]


Renderers = Mapping[ItemKind, Renderer | Together]


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
    values = _rendered(tx, account, rows, renderers)
    items = tuple(_item(row, values.get((row["kind"], row["subject"]))) for row in rows)
    return MailboxPage(tx.identity.id, tx.identity.epoch, number, head, items, is_last), fresh


def _rendered(
    tx: Transaction, account: str, rows: Sequence[RowMapping], renderers: Renderers
) -> dict[tuple[str, str], object | None]:
    """Return what these places are shown as, by kind and subject."""
    found: dict[tuple[str, str], object | None] = {}
    subjects: dict[ItemKind, list[str]] = {}
    for row in rows:
        if not row["gone"]:
            subjects.setdefault(row["kind"], []).append(row["subject"])
    for kind, asked in subjects.items():
        renderer = renderers.get(kind)
        if isinstance(renderer, Together):
            found |= {(kind, subject): value for subject, value in renderer.render(tx, account, asked).items()}
        elif renderer is not None:
            found |= {(kind, subject): renderer(tx, account, subject) for subject in asked}
    return found


def _item(row: RowMapping, value: object | None) -> MailboxItem:
    body = None if value is None else body_from(value)
    gone = (row["gone"] or "ended") if body is None else ""
    return MailboxItem(row["alias"], cast("ItemKind", row["kind"]), int(row["number"]), body, gone)
