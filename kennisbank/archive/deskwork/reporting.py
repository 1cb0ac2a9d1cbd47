"""Showing the maintainers something: a comment, or a thread that one takes part in.

What a reader shows who is shown by role waits for the round, as all that they do there: the desk would know, and a mail
would tell, at which moment they were there.
"""

from datetime import datetime

from sqlalchemy import delete, insert, select, update

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.people.waiting import tell_maintainers
from kennisbank.archive.schema.voice_tables import reports
from kennisbank.archive.threads.hiding import reported
from kennisbank.archive.threads.naming import find_message, thread_named
from kennisbank.archive.threads.rows import ThreadRows
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.voices.comments import comment_row
from kennisbank.archive.voices.contributions import is_author
from kennisbank.archive.voices.floods import check_flood
from kennisbank.sync.protocol_acts import ReportBody


def report(scene: ActScene) -> None:
    """Carry out an act of kind ``report``.

    Raises:
        ActWaits: what it is about isn't here (yet), or it is too much at once.
        ActRefused: nothing is said; it is gone; only an author asks for help.
    """
    said: ReportBody = scene.body
    if not said.words.strip():
        raise ActRefused("invalid", "words: nothing is said")
    subject, message, waits = _comment(scene, said) if said.subject == "comment" else _thread(scene, said)
    if scene.tx.connection.execute(select(reports.c.id).where(reports.c.id == scene.act.id)).first() is not None:
        raise ActRefused("other_content")
    check_flood(scene, "report", scene.config.limits.reports_an_hour)
    row = {
        "id": scene.act.id, "account": scene.account.id, "subject": said.subject, "subject_id": subject,
        "message": message, "purpose": said.purpose, "words": said.words.strip(), "answer": "",
        "state": "waiting" if waits else "open",
        "created": stamp(scene.now), "decided": None,
    }  # fmt: skip
    scene.tx.connection.execute(insert(reports), row)
    if said.subject == "thread":
        mark_reported(scene.tx, subject)
    if not waits:
        tell_maintainers(scene.tx, said.purpose, scene.now)


def let_through(tx: Transaction, now: datetime) -> int:
    """Put on the desk what waited for the round, and return how many reports that is."""
    r = reports.c
    tx.connection.execute(delete(reports).where(r.state == "waiting", r.account.is_(None)))  # erased since
    waiting = list(tx.connection.execute(select(r.id).where(r.state == "waiting")).scalars())
    if waiting:
        moment = {"state": "open", "created": stamp(now)}
        tx.connection.execute(update(reports).where(r.state == "waiting").values(moment))
        tell_maintainers(tx, "report", now)
    return len(waiting)


def mark_reported(tx: Transaction, thread_id: str) -> None:
    """Show to each side of a thread whether the maintainers look at it because of that side."""
    thread = ThreadRows(tx).one(thread_id)
    if thread is None:
        return
    r = reports.c
    waiting = select(r.account).where(
        r.subject == "thread", r.subject_id == thread_id, r.state.in_(("open", "waiting"))
    )
    accounts = set(tx.connection.execute(waiting).scalars()) - {None}
    reported(tx, thread_id, "reader", is_reported=thread.account in accounts)
    reported(tx, thread_id, "author", is_reported=bool(accounts - {thread.account}))


def _comment(scene: ActScene, said: ReportBody) -> tuple[str, None, bool]:
    row = comment_row(scene.tx, said.id)
    if row is None:
        raise ActWaits
    if row["state"] != "visible":
        raise ActRefused("gone")
    if said.purpose == "help" and not is_author(scene.tx, row["contribution"], scene.account.id):
        raise ActRefused("forbidden")
    return row["id"], None, False


def _thread(scene: ActScene, said: ReportBody) -> tuple[str, str | None, bool]:
    thread, seat = thread_named(scene, said.id)
    if said.purpose == "help" and seat.side != "author":
        raise ActRefused("forbidden")
    waits = seat.side == "reader" and thread.is_anonymous
    if said.message is None:
        return thread.id, None, waits
    message = find_message(scene.tx, scene.account.id, thread, seat, said.message)
    if message is None:
        raise ActWaits
    return thread.id, message.id, waits
