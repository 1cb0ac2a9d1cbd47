"""What a granted claim gives, and takes when it ends: what is sent from now on, and with a maintainer's word the rest.

Old addresses change hands: whoever can read the mail at one gets to see what was sent before only when a maintainer
says so. Co-authors are told whichever way it went.
"""

from datetime import datetime

from sqlalchemy import delete, select

from kennisbank.archive.accounts.account_rows import AccountRow, AccountRows
from kennisbank.archive.claiming.claims import ClaimRow, ClaimRows
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.mailboxes.notices import give_notice
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.people.contacts import Contacts
from kennisbank.archive.people.waiting import tell_maintainers
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.opening import end_author, open_earlier
from kennisbank.archive.threads.rows import ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction


def grant(tx: Transaction, claim: ClaimRow, way: str, now: datetime, *, actor: str = "") -> ClaimRow:
    """Make whoever claimed it an author; `way` is ``own``, ``code`` or ``maintainer`` (`actor`).

    A maintainer's word counts for what was sent before, too.
    """
    account = AccountRows(tx.connection).one(claim.account)
    assert account is not None, "claims go with their account"
    tx.counter.lock()
    row = {"contribution": claim.contribution, "account": account.id, "since": stamp(now)}
    tx.connection.execute(insert_into(contribution_authors, tx.connection).values(row).on_conflict_do_nothing())
    Seats(tx).give(account.id, "settings", "settings")
    has_earlier = bool(earlier_threads(tx, claim))
    earlier = "none" if not has_earlier else ("granted" if way == "maintainer" else "waiting")
    claim = ClaimRows(tx).change(claim, state="granted", way=way, earlier=earlier, decided=stamp(now))
    tx.audit.add(actor or account.id, "claim_granted", claim.id, way)
    if earlier == "granted":
        open_earlier(tx, claim.contribution, claim.account, now)
    elif earlier == "waiting":
        tell_maintainers(tx, "earlier", now)
    _tell_coauthors(tx, claim, account, now)
    return claim


def end(tx: Transaction, claim: ClaimRow, state: str, now: datetime, *, answer: str = "") -> ClaimRow:
    """End a claim (``ended``, ``withdrawn`` or ``refused``): what it gave access to goes from their mailbox."""
    tx.counter.lock()
    rows = ClaimRows(tx)
    was_granted = claim.state == "granted"
    values = {"state": state, "earlier": "none", "answer": answer, "decided": stamp(now)}
    claim = rows.change(claim, **values)
    if was_granted:
        for other in rows.of(claim.account, claim.contribution):
            if other.state == "granted":  # claimed twice: both end
                rows.change(other, **values)
        _end_access(tx, claim, now)
    return claim


def _end_access(tx: Transaction, claim: ClaimRow, now: datetime) -> None:
    c = contribution_authors.c
    mine = (c.contribution == claim.contribution, c.account == claim.account)
    tx.connection.execute(delete(contribution_authors).where(*mine))
    end_author(tx, claim.contribution, claim.account, now)


def earlier_threads(tx: Transaction, claim: ClaimRow) -> list[ThreadRow]:
    """Return the threads that authors could have before and that this one doesn't have as an author.

    Their own are among them: how many there are would otherwise say who wrote one.
    """
    seats = Seats(tx)
    t = threads.c
    found = ThreadRows(tx).where(t.contribution == claim.contribution, t.released.is_not(None), t.hidden.is_(None))
    places = seats.many(claim.account, "thread", [each.id for each in found])
    return [each for each in found if each.id not in places or places[each.id].side != "author"]


def _tell_coauthors(tx: Transaction, claim: ClaimRow, account: AccountRow, now: datetime) -> None:
    """Tell the other authors that there is a new one: by their mailbox and by mail, and at the known addresses."""
    rows, outgoing = AccountRows(tx.connection), Outgoing(tx.connection)
    c = contribution_authors.c
    query = select(c.account).where(c.contribution == claim.contribution, c.account != account.id).order_by(c.account)
    told = {mail_key(account.mail), mail_key(claim.mail)}
    for other in tx.connection.execute(query).scalars().all():
        give_notice(tx, other, "coauthor_claimed", now, contribution=claim.contribution, words=account.name)
        row = rows.one(other)
        if row is not None and row.state == "active":
            told.add(mail_key(row.mail))
            outgoing.add("coauthor", row.mail, row.language, now, {"claim": claim.id})
    contacts = Contacts(tx.connection)
    known = {each.key: each.mail for each in contacts.of(claim.contribution) if each.key not in told}
    refused = contacts.refused(tx.keyed, known.values())
    for mail in known.values():
        if mail not in refused:
            outgoing.add("coauthor", mail, "nl", now, {"claim": claim.id})
