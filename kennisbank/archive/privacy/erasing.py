"""Everything that the archive's database holds about somebody, taken out of it in one transaction.

What others wrote stays readable, and so does where something of the erased stood. What is on other machines, and in
backups, is not of this module.
"""

from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, or_, select, update

from kennisbank.archive.claiming.versions import let_go_of
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.privacy.holdings import HOLDINGS, Holding, table_of
from kennisbank.archive.privacy.person import Person
from kennisbank.archive.privacy.shares import forget_shares
from kennisbank.archive.privacy.spoken import erase_comments, erase_votes
from kennisbank.archive.schema import account_tables as a
from kennisbank.archive.threads.erasing import erase_account
from kennisbank.archive.transaction import Transaction


def erase_person(tx: Transaction, person: Person, now: datetime) -> dict[str, int]:
    """Erase everything about somebody, their account too; return how much it was, by what it was of.

    The bytes of files that were theirs go once the transaction is committed. Done again, it does nothing more.
    """
    tx.counter.lock()
    counts: Counter[str] = Counter()
    counts["records"] = tx.records.erase_account(person.account)
    counts["shares"] = forget_shares(tx, person)
    counts.update(erase_account(tx, person.account, now))
    let_go_of(tx, person.account)
    counts["comments"] = erase_comments(tx, person.account)
    counts["votes"] = erase_votes(tx, person.account)
    let_go_of(tx, person.account)
    own = select(a.sessions.c.id).where(a.sessions.c.account == person.account)
    tx.connection.execute(delete(a.tokens).where(a.tokens.c.session.in_(own)))
    for name, holding in HOLDINGS.items():
        counts[name] += _erase_rows(tx, table_of(name), holding, person)
    return {name: count for name, count in counts.items() if count}


def _erase_rows(tx: Transaction, table: Table, holding: Holding, person: Person) -> int:
    """Do to the rows of one table what its holding says; return how many went or were emptied."""
    conditions: list[Any] = []
    if holding.account:
        conditions.append(table.c[holding.account] == person.account)
    if holding.key:
        conditions.append(table.c[holding.key] == person.key)
    if holding.mail:
        conditions.append(table.c[holding.mail].in_(_spellings(tx, table, holding.mail, person)))
    count = 0
    if conditions and holding.removes:
        count += tx.connection.execute(delete(table).where(or_(*conditions))).rowcount
    elif conditions and holding.blanks:
        count += tx.connection.execute(update(table).where(or_(*conditions)).values(dict(holding.blanks))).rowcount
    if holding.naming:
        count += _empty_naming(tx, table, holding.naming, person)
    return count


def _spellings(tx: Transaction, table: Table, column: str, person: Person) -> list[str]:
    """Return how the person's address is written in a column: capitals and small letters are alike."""
    found = tx.connection.execute(select(table.c[column]).distinct()).scalars()
    return [each for each in found if each and mail_key(each) == person.key]


def _empty_naming(tx: Transaction, table: Table, columns: tuple[str, ...], person: Person) -> int:
    """Empty the texts in which the person is named; a message that names them doesn't leave any more."""
    keys = list(table.primary_key.columns)
    count = 0
    for row in tx.connection.execute(select(*keys, *(table.c[name] for name in columns))).mappings().all():
        named = [name for name in columns if row[name] and person.is_named_in(row[name])]
        if not named:
            continue
        where = [key == row[key.name] for key in keys]
        if table is a.outgoing:
            tx.connection.execute(delete(table).where(*where))
        else:
            tx.connection.execute(update(table).where(*where).values(dict.fromkeys(named, "")))
        count += 1
    return count
