"""What maintainers see of threads: of one that was shown to them what its authors see; of others hardly anything."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select

from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.mailboxes.seats import alias_of
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.rendering import View, day_of
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import ThreadBody

LATE = 30
"""Days after which feedback that nobody answered stands on the desk; without an author it does so at once."""
DESK = "desk"
"""Whose ids the desk's are: those of no account."""
OPEN = ("sent", "no_author", "delivered", "read")
"""States in which nobody has answered."""


@dataclass(frozen=True, slots=True)
class DeskThread:
    """A thread that was shown to the maintainers, as its authors see it.

    `who` wrote it: a name, or what an anonymous reader is shown as. `words`: its messages as text, one after another.
    """

    contribution: str
    who: str
    words: str
    body: ThreadBody


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Feedback that waits: of which contribution, of which kind, for how many days, in which state. Nothing else."""

    id: str
    contribution: str
    kind: str
    state: str
    since: str
    days: int


def as_desk_sees(tx: Transaction, thread_id: str, message: str = "") -> DeskThread | None:
    """Return a thread that was reported, or about which an author asks; `message`: only that one of it.

    None: there is no such thread, or the authors have never seen it.
    """
    thread = ThreadRows(tx).one(thread_id)
    if thread is None or thread.released is None:
        return None
    view = View.of(tx, thread, DESK, "author")
    body = view.body(is_unread=False, is_reported=True)
    rows = view.messages()
    told = [
        f"{said.name or said.role}: {_text(row)}"
        for said, row in zip(body.messages, rows, strict=True)
        if message in {"", row.id}
    ]
    writer = next((said for said, row in zip(body.messages, rows, strict=True) if row.id == (message or row.id)), None)
    who = "" if writer is None else writer.name or writer.role
    return DeskThread(thread.contribution, who, "\n\n".join(told), body)


def unanswered(tx: Transaction, now: datetime, *, least: int = LATE) -> list[Unanswered]:
    """Return the feedback that has waited for `least` days, or has no author, the oldest first.

    What is still to be let through isn't there: its moment would say who wrote it.
    """
    t = threads.c
    before = stamp(now - timedelta(days=least - 1))  # days are counted by the calendar: looked at once more below
    is_late = or_(has_no_author(), t.released < before)
    found = ThreadRows(tx).where(t.released.is_not(None), t.hidden.is_(None), t.state.in_(OPEN), is_late)
    alone = set(tx.connection.execute(select(t.id).where(has_no_author())).scalars())
    made = [_unanswered(tx, each, now, has_author=each.id not in alone) for each in found]
    return sorted(
        (each for each in made if each.state == "no_author" or each.days >= least),
        key=lambda each: (-each.days, each.id),
    )


def has_no_author() -> ColumnElement[bool]:
    """Return what holds for threads of contributions that nobody had claimed when they were let through.

    Where its only author wrote it by role there is nobody either who gets it: that would say who it was.
    """
    a, t = contribution_authors.c, threads.c
    claimed = exists().where(a.contribution == t.contribution, a.since <= t.released)
    return and_(t.state == "no_author", ~claimed)


def unanswered_one(tx: Transaction, desk_id: str, now: datetime) -> Unanswered | None:
    """Return feedback that waits by its id on the desk; None: it is answered, or never was there."""
    return next((each for each in unanswered(tx, now, least=0) if each.id == desk_id), None)


def _unanswered(tx: Transaction, thread: ThreadRow, now: datetime, *, has_author: bool) -> Unanswered:
    released = thread.released or thread.created
    desk_id = alias_of(tx.keyed, DESK, "thread", thread.id)
    days = (now.astimezone().date() - moment_of(released).astimezone().date()).days
    state = "sent" if has_author and thread.state == "no_author" else thread.state
    return Unanswered(desk_id, thread.contribution, thread.kind, state, day_of(released), max(0, days))


def _text(message: MessageRow) -> str:
    """Return what a message says; a hidden one too: the maintainers decide whether it stays so."""
    return f"({message.gone})" if message.gone == "erased" else message.text
