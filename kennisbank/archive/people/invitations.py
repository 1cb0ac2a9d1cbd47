"""Inviting authors who have no account to read what was written to them, at the addresses that are known."""

from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, update

from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.people.contacts import Contacts, address_hash
from kennisbank.archive.schema.account_tables import accounts, contribution_authors
from kennisbank.archive.schema.people_tables import invitations
from kennisbank.archive.transaction import Transaction

AGAIN = timedelta(days=7)
"""How long a maintainer waits before inviting the same address once more."""


INVITATIONS_AN_HOUR = 3
"""To one address, of however many papers: one is enough to come and look."""


def invite(tx: Transaction, contribution: str, now: datetime, *, again: bool = False) -> int:
    """Invite the known authors of a contribution and return how many messages that makes.

    Each address once; `again`: also those that were invited a week ago or longer. Nobody who has claimed it, and
    nobody who said no.
    """
    contacts = Contacts(tx.connection)
    known = {each.key: each.mail for each in contacts.of(contribution)}
    a = contribution_authors.c
    claimed = select(accounts.c.mail_key).join(contribution_authors, a.account == accounts.c.id)
    for key in tx.connection.execute(claimed.where(a.contribution == contribution)).scalars():
        known.pop(key, None)
    refused = contacts.refused(tx.keyed, known.values())
    outgoing, limits = Outgoing(tx.connection), Limits(tx.connection, tx.keyed)
    sent = 0
    for mail in known.values():
        if mail in refused or not _may(tx, contribution, address_hash(tx.keyed, mail), now, again=again):
            continue
        if not limits.count(Limit("mail", f"invitation {mail}", INVITATIONS_AN_HOUR), now):
            outgoing.add("invitation", mail, _language(tx, mail, contribution), now, {"contribution": contribution})
            sent += 1
    return sent


def last_invited(tx: Transaction, contribution: str) -> tuple[int, str]:
    """Return to how many addresses of a contribution invitations went, and when the last one did (or empty)."""
    i = invitations.c
    query = select(func.count(), func.max(i.sent)).where(i.contribution == contribution)
    count, last = tx.connection.execute(query).one()
    return int(count), last or ""


def may_invite(tx: Transaction, contribution: str, now: datetime) -> bool:
    """Tell whether there is an address that could be invited now, as far as is known without looking closely."""
    _, last = last_invited(tx, contribution)
    is_time = not last or moment_of(last) + AGAIN <= now
    return is_time and bool(Contacts(tx.connection).of(contribution))


def _may(tx: Transaction, contribution: str, mail_hash: str, now: datetime, *, again: bool) -> bool:
    """Tell whether an address may be invited, and write down that it is."""
    i = invitations.c
    mine = (i.contribution == contribution, i.mail_hash == mail_hash)
    before = tx.connection.execute(select(i.sent).where(*mine)).scalar()
    if before is None:
        row = {"contribution": contribution, "mail_hash": mail_hash, "sent": stamp(now), "times": 1}
        tx.connection.execute(insert(invitations), row)
        return True
    if not again or moment_of(before) + AGAIN > now:
        return False
    tx.connection.execute(update(invitations).where(*mine).values(sent=stamp(now), times=i.times + 1))
    return True


def _language(tx: Transaction, mail: str, contribution: str) -> str:
    """Return the language of whoever has an account with this address, else that of what they wrote."""
    found = tx.connection.execute(select(accounts.c.language).where(accounts.c.mail == mail)).scalar()
    if found:
        return str(found)
    record = tx.records.get("contribution", contribution)
    written = "" if record is None or record.body is None else str(record.body.get("language", ""))
    return "en" if written.startswith("en") else "nl"
