"""Notices as they stand in a mailbox."""

from sqlalchemy import select

from kennisbank.archive.schema.notice_tables import notices
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import NoticeBody


def notice_body(tx: Transaction, account: str, subject: str) -> NoticeBody | None:
    """Return a notice of an account; None: there is no such one (any longer)."""
    n = notices.c
    query = select(n.code, n.contribution, n.words, n.moment).where(n.id == subject, n.account == account)
    row = tx.connection.execute(query).first()
    return None if row is None else NoticeBody(row.code, row.contribution, row.words, row.moment)
