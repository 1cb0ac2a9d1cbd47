"""Telling maintainers by mail that something waits at their desk: what of, never what it says."""

from datetime import datetime

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.transaction import Transaction

MAILS_AN_HOUR = 4
"""Mails to one maintainer about one list: the rest stands at the desk."""


def tell_maintainers(tx: Transaction, desk_list: str, now: datetime) -> None:
    """Have each maintainer told that something waits in a list: ``claim``, ``report``, … (`people_texts.WHAT`)."""
    outgoing, limits = Outgoing(tx.connection), Limits(tx.connection, tx.keyed)
    details = {"list": desk_list}
    for each in AccountRows(tx.connection).maintainers():
        limit = Limit("notice", f"{desk_list} {each.id}", MAILS_AN_HOUR)
        if each.state == "active" and not outgoing.has("desk", each.mail, details) and not limits.count(limit, now):
            outgoing.add("desk", each.mail, each.language, now, details)
