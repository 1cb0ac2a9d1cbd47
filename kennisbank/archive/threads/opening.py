"""Who gets the threads of a contribution when claims are granted, widened and ended."""

from collections.abc import Iterable
from datetime import datetime
from random import SystemRandom

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.releasing import give_to_author, settle_without_authors
from kennisbank.archive.threads.rows import ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction

_RANDOM = SystemRandom()


def open_earlier(tx: Transaction, contribution: str, account: str, now: datetime) -> int:
    """Give an author all threads of a contribution, those from before the claim too; return how many that is."""
    return _give(tx, _released(tx, contribution), account, now)


def end_author(tx: Transaction, contribution: str, account: str, now: datetime) -> None:
    """Take the threads of a contribution out of the mailbox of somebody who is no longer an author of it."""
    tx.counter.lock()
    for thread in ThreadRows(tx).where(threads.c.contribution == contribution, threads.c.released.is_not(None)):
        seat = Seats(tx).one(account, "thread", thread.id, with_gone=True)
        if seat is not None and seat.side == "author" and seat.gone in {"", "hidden"}:
            Seats(tx).end("thread", thread.id, [account])
            if thread.hidden is None:
                settle_without_authors(tx, thread.id, now)


def _released(tx: Transaction, contribution: str) -> list[ThreadRow]:
    """Return threads that authors may see, in random order: that in which they came says something of who wrote."""
    t = threads.c
    found = ThreadRows(tx).where(t.contribution == contribution, t.released.is_not(None), t.hidden.is_(None))
    _RANDOM.shuffle(found)
    return found


def _give(tx: Transaction, found: Iterable[ThreadRow], account: str, now: datetime) -> int:
    tx.counter.lock()
    given = 0
    for thread in found:
        if thread.account == account or Seats(tx).one(account, "thread", thread.id) is not None:
            continue
        give_to_author(tx, thread.id, account)
        settle_without_authors(tx, thread.id, now)
        given += 1
    return given
