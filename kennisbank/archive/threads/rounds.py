"""The daily round: what anonymous readers did since the last one reaches the authors, all of it in random order."""

from datetime import datetime
from random import SystemRandom

from sqlalchemy import select

from kennisbank.archive.threads.releasing import Tell
from kennisbank.archive.threads.releasing import release as release_one
from kennisbank.archive.threads.thread_tables import threads
from kennisbank.archive.transaction import Transaction

_RANDOM = SystemRandom()


def release(tx: Transaction, now: datetime, tell: Tell) -> int:
    """Let everything through that waits for the round, in one transaction; return in how many threads that was.

    In which order things were written doesn't show in the order in which they come into mailboxes and mails.
    """
    tx.counter.lock()
    waiting = list(tx.connection.execute(select(threads.c.id).where(threads.c.is_due)).scalars())
    _RANDOM.shuffle(waiting)
    return sum(release_one(tx, each, now, tell) for each in waiting)
