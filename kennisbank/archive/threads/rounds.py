"""The daily round: what anonymous readers did since the last one reaches the authors, all of it in random order."""

from collections.abc import Iterable
from datetime import datetime
from random import SystemRandom

from sqlalchemy import select

from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.releasing import Tell
from kennisbank.archive.threads.releasing import release as release_one
from kennisbank.archive.transaction import Transaction

_RANDOM = SystemRandom()


def due(tx: Transaction) -> list[str]:
    """Return the threads in which something waits for the round, in random order.

    In which order things were written doesn't show in the order in which they come into mailboxes and mails.
    """
    waiting = list(tx.connection.execute(select(threads.c.id).where(threads.c.is_due)).scalars())
    _RANDOM.shuffle(waiting)
    return waiting


def release(tx: Transaction, waiting: Iterable[str], now: datetime, tell: Tell) -> int:
    """Let everything through that waits in these threads, in their order; return in how many of them that was.

    What another program's round has let through meanwhile is let be.
    """
    tx.counter.lock()
    still = set(due(tx))
    return sum(release_one(tx, each, now, tell) for each in waiting if each in still)
