"""Comments that everybody sees: said, taken back, hidden for a reason that everybody reads, shown again."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, insert, select, update

from kennisbank.archive.accounts.occupations import shown_occupation
from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.notices import give_notice
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.voice_tables import comments
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.voices.contributions import is_author, spoken_of
from kennisbank.archive.voices.floods import check_flood
from kennisbank.sync.protocol import Gone
from kennisbank.sync.protocol_acts import CommentAct, WithdrawalBody
from kennisbank.sync.protocol_bodies import CommentBody
from kennisbank.sync.protocol_codec import body_from, canonical


def comment(scene: ActScene) -> None:
    """Carry out an act of kind ``comment``.

    Raises:
        ActWaits: what it speaks of isn't here (yet), or it is too much at once.
        ActRefused: there is nothing in it, it answers an answer, or what it speaks of is gone.
    """
    said: CommentAct = scene.body
    text = said.text.strip()
    if not text:
        raise ActRefused("invalid", "there is no text in it")
    spoken_of(scene, said.contribution)
    _check_parent(scene, said)
    if comment_row(scene.tx, scene.act.id) is not None:
        raise ActRefused("other_content")
    check_flood(scene, "comment", scene.config.limits.comments_an_hour)
    body = CommentBody(
        said.contribution,
        scene.account.name,
        shown_occupation(scene.tx.connection, scene.account.occupation),
        text,
        stamp(scene.now),
        said.reply_to,
        is_author(scene.tx, said.contribution, scene.account.id),
    )
    _write(scene, body)


def _write(scene: ActScene, body: CommentBody) -> None:
    value = body_from(body)
    scene.tx.records.put_public("comment", scene.act.id, value)
    row = {
        "id": scene.act.id, "contribution": body.contribution, "account": scene.account.id, "reply_to": body.reply_to,
        "body": canonical(value).decode(), "state": "visible", "words": "", "created": body.created,
        "changed": body.created,
    }  # fmt: skip
    scene.tx.connection.execute(insert(comments), row)
    Seats(scene.tx).give(scene.account.id, "comment", scene.act.id)


def _check_parent(scene: ActScene, said: CommentAct) -> None:
    if said.reply_to is None:
        return
    parent = comment_row(scene.tx, said.reply_to)
    if parent is None:
        raise ActWaits
    if parent["contribution"] != said.contribution or parent["reply_to"] is not None:
        raise ActRefused("invalid", "reply_to: no comment on this contribution that is no answer itself")
    if parent["state"] != "visible":
        raise ActRefused("gone")


def take_back(scene: ActScene) -> None:
    """Carry out the withdrawal of a comment of one's own; answers to it stay.

    Raises:
        ActWaits: it isn't here (yet).
        ActRefused: ``forbidden``: it is somebody else's.
    """
    said: WithdrawalBody = scene.body
    row = comment_row(scene.tx, said.id)
    if row is None:
        raise ActWaits
    if row["account"] != scene.account.id:
        raise ActRefused("forbidden")
    if row["state"] in {"deleted", "erased"}:
        return
    scene.tx.records.withdraw("comment", said.id, Gone("deleted", moment=stamp(scene.now)))
    _change(scene.tx, said.id, scene.now, state="deleted", body="", words="")
    Seats(scene.tx).end("comment", said.id, gone="withdrawn")


def hide(tx: Transaction, comment_id: str, words: str, now: datetime) -> None:
    """Hide a comment that can be seen; `words`, the reason, stand in its place for everybody, and its writer is told.

    What it said stays here, to be shown again.
    """
    row = comment_row(tx, comment_id)
    if row is None or row["state"] != "visible":
        return
    tx.records.withdraw("comment", comment_id, Gone("hidden", words, stamp(now)))
    _change(tx, comment_id, now, state="hidden", words=words)
    _tell(tx, row, "comment_hidden", words, now)


def restore(tx: Transaction, comment_id: str, words: str, now: datetime) -> None:
    """Show a hidden comment again as it was, and tell its writer."""
    row = comment_row(tx, comment_id)
    if row is None or row["state"] != "hidden":
        return
    tx.records.put_public("comment", comment_id, json.loads(row["body"]), revives=True)
    _change(tx, comment_id, now, state="visible", words="")
    _tell(tx, row, "comment_restored", words, now)


def comment_row(tx: Transaction, comment_id: str) -> RowMapping | None:
    """Return the row of `voice_tables.comments` of one comment."""
    return tx.connection.execute(select(comments).where(comments.c.id == comment_id)).mappings().first()


def hidden_comments(tx: Transaction, limit: int) -> Sequence[RowMapping]:
    """Return the rows of the comments that are hidden, the one hidden last first."""
    c = comments.c
    query = select(comments).where(c.state == "hidden").order_by(c.changed.desc(), c.id).limit(limit)
    return tx.connection.execute(query).mappings().all()


def _change(tx: Transaction, comment_id: str, now: datetime, **values: str) -> None:
    values["changed"] = stamp(now)
    tx.connection.execute(update(comments).where(comments.c.id == comment_id).values(values))


def _tell(tx: Transaction, row: RowMapping, code: str, words: str, now: datetime) -> None:
    Seats(tx).touch("comment", row["id"])
    if row["account"] is not None:
        give_notice(tx, row["account"], code, now, contribution=row["contribution"], words=words)
