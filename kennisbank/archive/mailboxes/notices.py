"""Notices: what an account is told once, by way of its mailbox."""

from datetime import datetime

from sqlalchemy import delete, insert

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.notice_tables import notices
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
