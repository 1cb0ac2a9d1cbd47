"""Letting through to the authors what a reader did: at once where they give their name, else in the daily round."""

from collections.abc import Callable, Iterable
from datetime import datetime

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats, alias_of
from kennisbank.archive.threads import states
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction

FEWEST = 5
"""An occupation that fewer active accounts have, but for the authors' own, would say who somebody is."""


Tell = Callable[[Transaction, str, Iterable[str], datetime], None]
"""Writes to the authors of a contribution that there is something new (nothing of what it is); none: invites them."""


def release(tx: Transaction, thread_id: str, now: datetime, tell: Tell) -> bool:
    """Let all that waits in a thread through to its authors; tell whether there was anything to be let through."""
    rows = ThreadRows(tx)
    thread = rows.one(thread_id)
    if thread is None or thread.hidden is not None:  # what waits in a hidden one goes on waiting
        return False
    rows.change(thread.id, is_due=False)
    waiting = _show(rows, thread, now)
    rows.change(thread.id, reader_seen=max(thread.reader_seen, _read_by_reader(tx, thread)))
    if thread.released is None:
        recipients = _hand_over(tx, thread, now)
    else:
        recipients = Seats(tx).holders("thread", thread.id, "author")
        states.tell_authors(tx, thread, is_unread=bool(waiting))
    # Without recipients others are invited; not where somebody has claimed it, who would seem to be left out.
    if waiting and (recipients or not rows.authors(thread.contribution)):
        tell(tx, thread.contribution, recipients, now)
    return True


def _show(rows: ThreadRows, thread: ThreadRow, now: datetime) -> list[MessageRow]:
    """Give the reader's messages that wait a place in the authors' order, and return them."""
    found = rows.messages(thread.id)
    last = max((each.shown or 0 for each in found), default=0)
    waiting = [each for each in found if each.shown is None and not each.gone]
    for place, each in enumerate(waiting, start=last + 1):
        rows.change_message(each.id, shown=place, released=stamp(now))
    return waiting


def _hand_over(tx: Transaction, thread: ThreadRow, now: datetime) -> list[str]:
    """Give a thread to those who are the authors now, and return them."""
    rows = ThreadRows(tx)
    recipients = [each for each in rows.authors(thread.contribution) if each != thread.account]
    rows.change(thread.id, released=stamp(now), occupation=_occupation(rows, thread))
    for account in recipients:
        give_to_author(tx, thread.id, account)
    settle_without_authors(tx, thread.id, now)
    return recipients


def give_to_author(tx: Transaction, thread_id: str, account: str) -> None:
    """Put a thread into an author's mailbox."""
    alias = alias_of(tx.keyed, account, "thread", thread_id)
    Seats(tx).give(account, "thread", thread_id, alias, side="author", is_unread=True)


def settle_without_authors(tx: Transaction, thread_id: str, now: datetime) -> None:
    """Have a thread's state say whether there is an author who gets it."""
    thread = ThreadRows(tx).one(thread_id)
    if thread is None or thread.released is None:
        return
    has_author = bool(Seats(tx).holders("thread", thread.id, "author"))
    if has_author and thread.state == "no_author":
        ThreadRows(tx).change(thread.id, state="sent")
        states.tell_reader(tx, thread)
    elif not has_author and thread.state == "sent":
        states.enter(tx, thread, "no_author", now)


def _occupation(rows: ThreadRows, thread: ThreadRow) -> str:
    """Return the occupation that the authors of an anonymous reader's thread see, for as long as it is there."""
    people = rows.people({thread.account} if thread.account is not None else set())
    _, occupation = people.get(thread.account or "", ("", "reader"))
    others = set(rows.authors(thread.contribution)) - {thread.account}  # who know of themselves that they aren't it
    if thread.is_anonymous and rows.colleagues(occupation, but=others) < FEWEST:
        return "reader"
    return occupation


def _read_by_reader(tx: Transaction, thread: ThreadRow) -> int:
    seat = None if thread.account is None else Seats(tx).one(thread.account, "thread", thread.id)
    return 0 if seat is None else seat.seen
