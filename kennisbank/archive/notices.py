"""Notices: what an account is told once, by way of its mailbox."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.moments import stamp
from kennisbank.archive.notice_tables import notices
from kennisbank.archive.transaction import Transaction
from kennisbank.domain.ids import new_id


def give_notice(
    tx: Transaction, account: str, code: str, now: datetime, *, contribution: str = "", words: str = ""
) -> str:
    """Tell an account something and return the notice's id; `code` as in `protocol_mailbox.NoticeBody`."""
    row = {"id": new_id(), "account": account, "code": code, "contribution": contribution, "words": words}
    tx.connection.execute(insert(notices), {**row, "moment": stamp(now)})
    Seats(tx).give(account, "notice", row["id"])
    return row["id"]


def forget_notices(tx: Transaction, account: str) -> int:
    """Remove everything that an account was told; return how many notices that were."""
    return tx.connection.execute(delete(notices).where(notices.c.account == account)).rowcount


def notices_of(tx: Transaction, account: str) -> list[dict[str, str]]:
    """Return what an account was told, oldest first: code, contribution, words, moment."""
    c = notices.c
    query = select(c.code, c.contribution, c.words, c.moment).where(c.account == account).order_by(c.moment, c.id)
    return [dict(row) for row in tx.connection.execute(query).mappings()]
