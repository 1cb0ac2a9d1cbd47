"""How a thread stands, for its reader: sent, no author yet, delivered, read, answered, adopted or declined."""

from datetime import datetime
from typing import Any

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.threads.rows import ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction

_UNFETCHED = frozenset({"sent", "no_author"})
_UNREAD = _UNFETCHED | {"delivered"}


def enter(
    tx: Transaction, thread: ThreadRow, state: str, now: datetime, *, account: str | None = None, **values: Any
) -> None:
    """Have a thread come into a state, by the doing of an author (`account`), and its reader hear of it.

    `values` are other columns of the thread that change with it.
    """
    rows = ThreadRows(tx)
    rows.change(thread.id, state=state, **values)
    rows.add_step(thread.id, state, stamp(now), account)
    tell_reader(tx, thread)


def delivered(tx: Transaction, thread_id: str, now: datetime) -> None:
    """A client of an author has fetched it."""
    thread = ThreadRows(tx).one(thread_id)
    if thread is not None and thread.state in _UNFETCHED:
        enter(tx, thread, "delivered", now)


def read(tx: Transaction, thread: ThreadRow, account: str, upto: int, now: datetime) -> None:
    """An author has read a thread up to the message `upto` of those that authors have."""
    if upto <= thread.authors_seen:
        return
    if thread.state in _UNREAD:
        enter(tx, thread, "read", now, account=account, authors_seen=upto)
        tell_authors(tx, thread)
    else:
        ThreadRows(tx).change(thread.id, authors_seen=upto)
        tell_reader(tx, thread)


def answered(tx: Transaction, thread: ThreadRow, account: str, now: datetime) -> None:
    """An author has replied; a verdict that stands goes on standing."""
    if thread.verdict or thread.state == "answered":
        tell_reader(tx, thread, is_unread=True)
        return
    enter(tx, thread, "answered", now, account=account)
    Seats(tx).mark("thread", thread.id, _reader(thread), is_unread=True)


def judged(tx: Transaction, thread: ThreadRow, account: str, verdict: tuple[str, str, str], now: datetime) -> None:
    """An author has given a verdict: what, in which version, why; ``open`` takes the one that stands back."""
    word, version, reason = verdict
    if word == "open":
        has_answer = any(each.side == "author" and not each.gone for each in ThreadRows(tx).messages(thread.id))
        state, kept = ("answered" if has_answer else "read"), ""
    else:
        state, kept = word, word
    values = {"verdict": kept, "version": version if kept else "", "reason": reason if kept else ""}
    is_so_already = state == thread.state and all(getattr(thread, name) == value for name, value in values.items())
    if is_so_already and not _has_written_since(tx, thread):
        return
    enter(tx, thread, state, now, account=account, **values)
    Seats(tx).mark("thread", thread.id, _reader(thread), is_unread=True)


def tell_reader(tx: Transaction, thread: ThreadRow, *, is_unread: bool = False) -> None:
    """Have the reader hear of a thread anew."""
    values = {"is_unread": True} if is_unread else {}
    Seats(tx).touch("thread", thread.id, _reader(thread), **values)


def tell_authors(tx: Transaction, thread: ThreadRow, *, but: str = "", is_unread: bool = False) -> None:
    """Have the authors hear of a thread anew; `but` the one who did it has read what they did themselves."""
    for account in Seats(tx).holders("thread", thread.id, "author"):
        values = {"is_unread": True} if is_unread and account != but else {}
        Seats(tx).touch("thread", thread.id, [account], **values)


def _has_written_since(tx: Transaction, thread: ThreadRow) -> bool:
    """Tell whether authors have got something from the reader since the thread came into its state."""
    rows = ThreadRows(tx)
    steps = rows.steps(thread.id)
    came = max((each.released or "" for each in rows.messages(thread.id) if each.side == "reader"), default="")
    return bool(steps) and came > steps[-1].moment


def _reader(thread: ThreadRow) -> list[str]:
    return [] if thread.account is None else [thread.account]
