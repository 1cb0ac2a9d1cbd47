"""When an account hears of new feedback by mail."""

from typing import Literal, cast

from sqlalchemy import Connection, delete, select

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.schema.people_tables import fresh_feedback, notify
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import SettingsBody

Pace = Literal["at_once", "daily", "never"]
FIRST: Pace = "at_once"
"""Of who never said: feedback is rare, and who claims a contribution wants to hear of it."""


def pace_of(connection: Connection, account: str) -> Pace:
    """Return how an account hears of new feedback."""
    found = connection.execute(select(notify.c.pace).where(notify.c.account == account)).scalar()
    return FIRST if found is None else cast("Pace", found)


def set_pace(connection: Connection, account: str, pace: Pace) -> None:
    """Have an account hear of new feedback at this pace from now on; what waited for a daily mail is told no more."""
    row = insert_into(notify, connection).values(account=account, pace=pace)
    connection.execute(row.on_conflict_do_update(index_elements=[notify.c.account], set_={"pace": pace}))
    if pace != "daily":
        connection.execute(delete(fresh_feedback).where(fresh_feedback.c.account == account))


def settings_body(tx: Transaction, account: str, _subject: str) -> SettingsBody:
    """Return how an account hears of feedback, as its mailbox shows it."""
    return SettingsBody(pace_of(tx.connection, account))
