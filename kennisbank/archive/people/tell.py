"""Telling authors by mail that there is new feedback: never what it says, nor whose it is.

Nobody has claimed the contribution: the addresses that are known of it get an invitation, each once.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.people.invitations import invite
from kennisbank.archive.people.notify import pace_of
from kennisbank.archive.schema.people_tables import fresh_feedback
from kennisbank.archive.transaction import Transaction


def new_feedback(tx: Transaction, contribution: str, accounts: Iterable[str], now: datetime) -> None:
    """Have the authors of a contribution told that feedback on it has just been released to them.

    `accounts` are those who have claimed it; of several at once each hears once.
    """
    authors = sorted(set(accounts))
    if not authors:
        invite(tx, contribution, now)
    rows, outgoing = AccountRows(tx.connection), Outgoing(tx.connection)
    for each in authors:
        account = rows.one(each)
        if account is None or account.state != "active":
            continue
        pace = pace_of(tx.connection, each)
        if pace == "at_once":
            details = {"account": each, "contribution": contribution}
            if not outgoing.has("feedback", account.mail, details):
                outgoing.add("feedback", account.mail, account.language, now, details)
        elif pace == "daily":
            row = insert_into(fresh_feedback, tx.connection).values(account=each, contribution=contribution)
            tx.connection.execute(row.on_conflict_do_nothing())


def send_daily(tx: Transaction, now: datetime) -> int:
    """Write down the daily mails that are to leave, and return how many there are."""
    f = fresh_feedback.c
    found: dict[str, list[str]] = {}
    for row in tx.connection.execute(select(f.account, f.contribution).order_by(f.account, f.contribution)):
        found.setdefault(row.account, []).append(row.contribution)
    rows, outgoing = AccountRows(tx.connection), Outgoing(tx.connection)
    sent = 0
    for each, contributions in found.items():
        account = rows.one(each)
        if account is not None and account.state == "active":
            details = {"account": each, "contributions": " ".join(contributions)}
            outgoing.add("feedback_daily", account.mail, account.language, now, details)
            sent += 1
    tx.connection.execute(delete(fresh_feedback))
    return sent
