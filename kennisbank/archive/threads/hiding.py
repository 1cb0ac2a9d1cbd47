"""Threads and messages that a maintainer hides, with a reason, and shows again: nothing goes in silence."""

from datetime import datetime

from sqlalchemy import select

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.threads import states
from kennisbank.archive.threads.rows import ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import Side


def hide(tx: Transaction, thread_id: str, words: str, now: datetime, *, message: str = "") -> bool:
    """Hide a thread from its authors, or one message of it from everybody; tell whether it was to be seen.

    Its reader sees the thread as hidden, for the reason `words`.
    """
    tx.counter.lock()
    rows = ThreadRows(tx)
    thread = rows.one(thread_id)
    if thread is None:
        return False
    if message:
        return _set_message(tx, thread, message, ("", "hidden"), words)
    if thread.hidden is not None:
        return False
    rows.change(thread.id, hidden=stamp(now), hidden_words=words)
    rows.add_step(thread.id, "hidden", stamp(now))
    Seats(tx).end("thread", thread.id, Seats(tx).holders("thread", thread.id, "author"), gone="hidden")
    states.tell_reader(tx, thread, is_unread=True)
    return True


def restore(tx: Transaction, thread_id: str, now: datetime, *, message: str = "") -> bool:
    """Show again what `hide` hid, to those who had it; tell whether it was hidden."""
    tx.counter.lock()
    rows = ThreadRows(tx)
    thread = rows.one(thread_id)
    if thread is None:
        return False
    if message:
        return _set_message(tx, thread, message, ("hidden", ""), "")
    if thread.hidden is None:
        return False
    rows.change(thread.id, hidden=None, hidden_words="")
    rows.add_step(thread.id, thread.state, stamp(now))
    s = seats.c
    lost = select(s.account).where(s.kind == "thread", s.subject == thread.id, s.gone == "hidden")
    Seats(tx).touch("thread", thread.id, tx.connection.execute(lost).scalars().all(), gone="")
    states.tell_reader(tx, thread, is_unread=True)
    return True


def reported(tx: Transaction, thread_id: str, side: Side, *, is_reported: bool) -> None:
    """Show to one side of a thread that the maintainers look at it, or no longer do; the other doesn't hear of it."""
    column = "reported_by_reader" if side == "reader" else "reported_by_author"
    thread = ThreadRows(tx).one(thread_id)
    if thread is None or getattr(thread, column) == is_reported:
        return
    tx.counter.lock()
    ThreadRows(tx).change(thread.id, **{column: is_reported})
    if side == "reader":
        states.tell_reader(tx, thread)
    else:
        states.tell_authors(tx, thread)


def _set_message(tx: Transaction, thread: ThreadRow, message: str, gone: tuple[str, str], words: str) -> bool:
    rows = ThreadRows(tx)
    found = rows.message(message)
    before, after = gone
    if found is None or found.thread != thread.id or found.gone != before:
        return False
    rows.change_message(message, gone=after, gone_words=words)
    states.tell_reader(tx, thread)
    states.tell_authors(tx, thread)
    return True
