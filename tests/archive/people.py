"""People and bodies for the archive's tests."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema.account_tables import accounts
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol import Write, WriteResult

WHEN = "2026-11-22T09:30:00.000000+00:00[Europe/Amsterdam]"


def add_account(tx: Transaction, name: str, *, state: str = "active") -> str:
    """Write down an account with this name, also its id; its address is ``name@example.org``."""
    row = {
        "id": name, "mail": f"{name}@example.org", "mail_key": f"{name}@example.org", "name": name.title(),
        "occupation": "teacher", "organisation": "", "language": "nl", "right": "reader", "state": state,
        "requested": stamp(),
    }  # fmt: skip
    tx.connection.execute(insert(accounts), row)
    return name


def set_state(tx: Transaction, account: str, state: str) -> None:
    tx.connection.execute(update(accounts).where(accounts.c.id == account).values(state=state))


def note(
    text: str = "",
    *,
    shared: Sequence[str] = (),
    everyone: bool = False,
    reply_to: str | None = None,
    trashed: bool = False,
) -> dict[str, Any]:
    """Return the body of an annotation."""
    return {
        "contribution": "c1", "kind": "note", "created": WHEN, "modified": WHEN, "body": text, "reply_to": reply_to,
        "trashed": WHEN if trashed else None, "shared": {"everyone": everyone, "people": list(shared)},
    }  # fmt: skip


def dossier(name: str = "Les 4", *, items: Sequence[str] = (), shared: Sequence[str] = ()) -> dict[str, Any]:
    """Return the body of a dossier whose lines refer to these annotations."""
    lines = [{"id": f"i-{each}", "contribution": "c1", "annotation": each} for each in items]
    people = {"everyone": False, "people": list(shared)}
    return {"name": name, "created": WHEN, "modified": WHEN, "items": lines, "shared": people}


def mark_read(state: str = "read") -> dict[str, Any]:
    """Return the body of a reading mark."""
    return {"contribution": "c1", "state": state, "moment": WHEN}


def contribution(title: str = "Toetsen", **fields: Any) -> dict[str, Any]:
    """Return the body of a contribution."""
    return {
        "title": title,
        "authors": [{"name": "Ada"}],
        "edition": "2025",
        "year": 2025,
        "abstract": "Wat werkt.",
        **fields,
    }


def file_body(file_hash: str, size: int = 5) -> dict[str, Any]:
    """Return the body of a contribution's file."""
    return {"hash": file_hash, "name": "p.pdf", "role": "paper", "media_type": "application/pdf", "size": size}


def written(
    tx: Transaction,
    account: str,
    kind: Any,
    record: str,
    body: dict[str, Any] | None,
    *,
    base: int = 0,
    write: str = "",
) -> WriteResult:
    """Carry out a write; without a body it is a deletion."""
    return tx.records.write(account, Write(write or str(uuid4()), kind, record, base, body, body is None))
