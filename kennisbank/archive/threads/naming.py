"""Which thread and which message somebody means, who knows them by ids of their own."""

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.mailboxes.seats import Seat, Seats, alias_of
from kennisbank.archive.threads.rendering import View
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction


def own_id(scene: ActScene) -> str:
    """Return under which id a message that an act makes is to stand, or stands.

    It is the act's, unless somebody else's message has that: then another, so that nobody learns what is there.
    """
    found = ThreadRows(scene.tx).message(scene.act.id)
    if found is None or found.account == scene.account.id:
        return scene.act.id
    return alias_of(scene.keyed, scene.account.id, "act", scene.act.id)


def thread_named(scene: ActScene, alias: str) -> tuple[ThreadRow, Seat]:
    """Return the thread that an account knows by an id, and its place in that account's mailbox.

    Raises:
        ActWaits: it knows none by it, whether or not somebody else does.
        ActRefused: it is no longer there for it.
    """
    found = find_thread(scene.tx, scene.account.id, alias)
    if found is None:
        raise ActWaits
    thread, seat = found
    if seat.gone or thread.hidden is not None:
        raise ActRefused("gone")
    return thread, seat


def find_thread(tx: Transaction, account: str, alias: str) -> tuple[ThreadRow, Seat] | None:
    """Return the thread that an account knows by an id, and its place there, gone or not; None: it knows none."""
    seat = Seats(tx).by_alias(account, "thread", alias)
    thread = None if seat is None else ThreadRows(tx).one(seat.subject)
    return None if seat is None or thread is None else (thread, seat)


def find_message(tx: Transaction, account: str, thread: ThreadRow, seat: Seat, alias: str) -> MessageRow | None:
    """Return the message that an account knows by an id in a thread of its mailbox; None: it knows none there."""
    view = View.of(tx, thread, account, seat.side)
    return next((each for each in view.messages() if view.id_of(each) == alias), None)
