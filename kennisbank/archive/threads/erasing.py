"""An account is erased: of what it wrote in threads nothing stays; what others answered does.

Authors hear of an anonymous reader's erasure in the next round: otherwise what else goes at that moment (comments,
shared notes, under their name) would say who it was.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.schema.thread_tables import messages, steps, threads
from kennisbank.archive.threads import states
from kennisbank.archive.threads.attaching import detach, forget_uploads_of
from kennisbank.archive.threads.releasing import settle_without_authors
from kennisbank.archive.threads.rows import ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction


def erase_account(tx: Transaction, account: str, now: datetime) -> dict[str, int]:
    """Erase what an account wrote in threads, its mailbox and the files that it sent; return how many of each.

    Done again, it does nothing more. The bytes of the files go once the transaction is committed.
    """
    tx.counter.lock()
    rows = ThreadRows(tx)
    own = rows.where(threads.c.account == account)
    for thread in own:
        _erase_thread(tx, thread)
    written = _erase_messages(tx, account)
    _erase_reasons(tx, account)
    tx.connection.execute(update(steps).where(steps.c.account == account).values(account=None))
    s = seats.c
    held = list(tx.connection.execute(select(s.subject).where(s.account == account, s.kind == "thread")).scalars())
    Seats(tx).forget(account)
    _tell(tx, {*written, *held}, {each.id for each in own}, now)
    uploads = forget_uploads_of(tx, account)
    return {"threads": len(own), "messages": len(written), "uploads": uploads}


def _erase_thread(tx: Transaction, thread: ThreadRow) -> None:
    """Empty a thread of its reader; one that nobody has seen goes as a whole."""
    if thread.released is not None:
        values = {"account": None, "anchor": None, "link": "", "occupation": "reader"}
        ThreadRows(tx).change(thread.id, is_due=thread.is_anonymous, **values)
        return
    for each in ThreadRows(tx).messages(thread.id):
        detach(tx, each.id)
    for table, column in ((messages, messages.c.thread), (steps, steps.c.thread), (threads, threads.c.id)):
        tx.connection.execute(delete(table).where(column == thread.id))


def _erase_messages(tx: Transaction, account: str) -> list[str]:
    """Empty all messages of an account, and return of which threads they are, a thread for each."""
    m = messages.c
    found = tx.connection.execute(select(m.id, m.thread, m.shown).where(m.account == account)).all()
    for row in found:
        detach(tx, row.id)
        if row.shown is None:
            tx.connection.execute(delete(messages).where(m.id == row.id))
        else:
            ThreadRows(tx).change_message(row.id, account=None, text="", gone="erased", gone_words="")
    return [row.thread for row in found]


def _erase_reasons(tx: Transaction, account: str) -> None:
    """Empty the reasons that an account gave for verdicts that still stand."""
    c = steps.c
    judged = select(c.thread).where(c.account == account, c.state.in_(("adopted", "declined", "answered")))
    for thread in set(tx.connection.execute(judged).scalars()):
        given = [each for each in ThreadRows(tx).steps(thread) if each.state in {"adopted", "declined", "answered"}]
        if given[-1].account == account:
            ThreadRows(tx).change(thread, reason="")


def _tell(tx: Transaction, touched: Iterable[str], own: set[str], now: datetime) -> None:
    """Have everybody else hear of it, whose place isn't the round's to tell."""
    for each in sorted(touched):
        thread = ThreadRows(tx).one(each)
        if thread is None:
            continue
        states.tell_reader(tx, thread)
        if not (each in own and thread.is_anonymous):
            states.tell_authors(tx, thread)
        settle_without_authors(tx, each, now)
