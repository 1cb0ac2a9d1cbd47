"""Feedback on a contribution: a thread begins."""

from urllib.parse import urlsplit

from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.threads.attaching import attach, attachable
from kennisbank.archive.threads.naming import own_id
from kennisbank.archive.threads.passages import unnamed_passage
from kennisbank.archive.threads.releasing import Tell, release
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_acts import FeedbackBody
from kennisbank.sync.protocol_codec import body_from, canonical


def feedback(scene: ActScene, tell: Tell) -> None:
    """Keep feedback, and let it through to the authors: at once, or (shown by role) in the next round."""
    body: FeedbackBody = scene.body
    if not _is_web_address(body.link):
        raise ActRefused("invalid", "link: only addresses of web pages")
    contribution = _contribution(scene.tx, body.contribution)
    thread_id = own_id(scene)
    if ThreadRows(scene.tx).one(thread_id) is not None:  # its receipt was forgotten, a long time after
        return
    limit = Limit("feedback", scene.account.id, scene.config.limits.feedback_an_hour)
    if Limits(scene.tx.connection, scene.keyed).count(limit, scene.now):
        raise ActWaits("too_many")
    file = attachable(scene, body.attachment, is_anonymous=body.shown_as == "role")
    _begin(scene, contribution, thread_id)
    attach(scene.tx, thread_id, file)
    if body.shown_as == "name":
        release(scene.tx, thread_id, scene.now, tell)


def _begin(scene: ActScene, contribution: str, thread_id: str) -> None:
    body: FeedbackBody = scene.body
    rows = ThreadRows(scene.tx)
    moment = stamp(scene.now)
    place = body.anchor if body.shown_as == "name" else unnamed_passage(scene.tx, contribution, body.anchor)
    anchor = None if place is None else canonical(body_from(place)).decode()
    rows.add(
        ThreadRow(
            id=thread_id,
            contribution=contribution,
            account=scene.account.id,
            kind=body.kind,
            shown_as=body.shown_as,
            occupation="",
            anchor=anchor,
            link=body.link,
            state="sent",
            verdict="",
            version="",
            reason="",
            created=moment,
            released=None,
            is_due=body.shown_as == "role",
            reader_seen=0,
            authors_seen=0,
            reported_by_reader=False,
            reported_by_author=False,
            hidden=None,
            hidden_words="",
        )
    )
    rows.add_message(MessageRow(thread_id, thread_id, scene.account.id, "reader", body.text, 1, None, moment, None))
    rows.add_step(thread_id, "sent", moment)
    Seats(scene.tx).give(scene.account.id, "thread", thread_id, scene.act.id, side="reader")


def _contribution(tx: Transaction, contribution: str) -> str:
    """Return the contribution that feedback is on: the one itself, or the one that replaced it.

    Raises:
        ActWaits: it isn't here.
        ActRefused: it was taken out.
    """
    record = tx.records.get("contribution", contribution)
    if record is not None and record.gone is not None and record.gone.reason == "replaced":
        record = tx.records.get("contribution", record.gone.by)
    if record is None:
        raise ActWaits
    if record.gone is not None:
        raise ActRefused("gone")
    return record.id


def _is_web_address(link: str) -> bool:
    """Tell whether a link leads to a web page, if anywhere: others will click on it."""
    try:
        return urlsplit(link.strip()).scheme in {"", "http", "https"}
    except ValueError:
        return False
