"""Answers in a thread, verdicts, and that it was read: each side's, by the id of its own mailbox."""

from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seat, Seats
from kennisbank.archive.threads import states
from kennisbank.archive.threads.attaching import attach, attachable
from kennisbank.archive.threads.naming import find_message, own_id, thread_named
from kennisbank.archive.threads.releasing import Tell, release
from kennisbank.archive.threads.rendering import View
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.sync.protocol_acts import ReplyBody, SeenBody, VerdictBody


def reply(scene: ActScene, tell: Tell) -> None:
    """Add an answer; an author's is there at once, an anonymous reader's in the next round."""
    body: ReplyBody = scene.body
    thread, seat = thread_named(scene, body.thread)
    message_id = own_id(scene)
    if ThreadRows(scene.tx).message(message_id) is not None:  # its receipt was forgotten, a long time after
        return
    limit = Limit("feedback", scene.account.id, scene.config.limits.feedback_an_hour)
    if Limits(scene.tx.connection, scene.keyed).count(limit, scene.now):
        raise ActWaits("too_many")
    is_anonymous = seat.side == "reader" and thread.is_anonymous
    file = attachable(scene, body.attachment, is_anonymous=is_anonymous)
    if seat.side == "author":
        _by_author(scene, thread, message_id)
    else:
        _by_reader(scene, thread, message_id)
    attach(scene.tx, message_id, file)
    if seat.side == "reader" and is_anonymous:
        ThreadRows(scene.tx).change(thread.id, is_due=True)
    elif seat.side == "reader":
        release(scene.tx, thread.id, scene.now, tell)


def verdict(scene: ActScene) -> None:
    """Let feedback be answered, adopted, declined or open again, as an author says; the last word stands."""
    body: VerdictBody = scene.body
    thread, seat = thread_named(scene, body.thread)
    if seat.side != "author":
        raise ActRefused("forbidden", "only authors say what becomes of feedback")
    states.judged(scene.tx, thread, scene.account.id, (body.verdict, body.version, body.reason), scene.now)
    _read_all(scene, thread, seat)
    states.tell_authors(scene.tx, thread)


def seen(scene: ActScene) -> None:
    """Note that somebody has read a thread; of an anonymous reader the authors hear it in the next round."""
    body: SeenBody = scene.body
    thread, seat = thread_named(scene, body.thread)
    message = find_message(scene.tx, scene.account.id, thread, seat, body.message)
    if message is None:
        raise ActWaits
    view = View.of(scene.tx, thread, scene.account.id, seat.side)
    upto = max(seat.seen, view.place_of(message))
    last = max(view.place_of(each) for each in view.messages())
    is_unread = seat.is_unread and upto < last
    if (upto, is_unread) == (seat.seen, seat.is_unread):
        return
    Seats(scene.tx).touch("thread", thread.id, [scene.account.id], seen=upto, is_unread=is_unread)
    if seat.side == "author":
        states.read(scene.tx, thread, scene.account.id, upto, scene.now)
    elif thread.is_anonymous:
        ThreadRows(scene.tx).change(thread.id, is_due=True)
    elif upto > thread.reader_seen:
        ThreadRows(scene.tx).change(thread.id, reader_seen=upto)
        states.tell_authors(scene.tx, thread)


def _by_author(scene: ActScene, thread: ThreadRow, message_id: str) -> None:
    rows = ThreadRows(scene.tx)
    found = rows.messages(thread.id)
    moment = stamp(scene.now)
    number = max((each.number for each in found), default=0) + 1
    shown = max((each.shown or 0 for each in found), default=0) + 1
    rows.add_message(_message(scene, thread, message_id, "author", number, shown, moment))
    rows.change(thread.id, authors_seen=shown)
    states.answered(scene.tx, thread, scene.account.id, scene.now)
    Seats(scene.tx).mark("thread", thread.id, [scene.account.id], seen=shown, is_unread=False)
    states.tell_authors(scene.tx, thread, but=scene.account.id, is_unread=True)


def _by_reader(scene: ActScene, thread: ThreadRow, message_id: str) -> None:
    rows = ThreadRows(scene.tx)
    number = max((each.number for each in rows.messages(thread.id)), default=0) + 1
    rows.add_message(_message(scene, thread, message_id, "reader", number, None, None))
    values = {"seen": number, "is_unread": False}
    Seats(scene.tx).touch("thread", thread.id, [scene.account.id], **values)


def _message(
    scene: ActScene,
    thread: ThreadRow,
    message_id: str,
    side: str,
    number: int,
    shown: int | None,
    released: str | None,
) -> MessageRow:
    text = scene.body.text
    return MessageRow(message_id, thread.id, scene.account.id, side, text, number, shown, stamp(scene.now), released)


def _read_all(scene: ActScene, thread: ThreadRow, seat: Seat) -> None:
    """Whoever judges feedback has read it."""
    last = max((each.shown or 0 for each in ThreadRows(scene.tx).messages(thread.id)), default=0)
    ThreadRows(scene.tx).change(thread.id, authors_seen=max(last, thread.authors_seen))
    values = {"seen": max(last, seat.seen), "is_unread": False}
    Seats(scene.tx).mark("thread", thread.id, [scene.account.id], **values)
