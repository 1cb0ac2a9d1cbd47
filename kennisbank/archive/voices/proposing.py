"""Proposals to correct a contribution, and readers' tags: said here, decided at the desk."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import insert, select, update

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.mail.post import one_line
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.records.record_rows import text_of
from kennisbank.archive.schema.voice_tables import proposals, reader_tags
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.voices.contributions import spoken_of
from kennisbank.archive.voices.floods import check_flood
from kennisbank.sync.protocol_acts import ProposalBody, WithdrawalBody
from kennisbank.sync.protocol_bodies import AuthorBody
from kennisbank.sync.protocol_codec import body_from

LONGEST_TAG = 100
MOST_TAGS = 500
_AUTHORS: TypeAdapter[tuple[AuthorBody, ...]] = TypeAdapter(tuple[AuthorBody, ...])


def propose(scene: ActScene) -> None:
    """Carry out an act of kind ``proposal``. What stands there already is accepted at once.

    Raises:
        ActWaits: the contribution isn't here (yet), or it is too much at once.
        ActRefused: the value can't be one of its field, or the contribution is gone.
    """
    said: ProposalBody = scene.body
    body = spoken_of(scene, said.contribution)
    value = _checked(said)
    if _known(scene.tx, scene.act.id):
        raise ActRefused("other_content")
    check_flood(scene, "proposal", scene.config.limits.proposals_an_hour)
    now, key = stamp(scene.now), tag_key(value) if said.field == "tag" else ""
    is_there = has_tag(scene.tx, said.contribution, key) if key else same(said.field, body, value)
    row = {
        "id": scene.act.id, "contribution": said.contribution, "account": scene.account.id, "field": said.field,
        "value": written(value), "base": "null" if key else written(body.get(said.field)), "replaced": "null",
        "tag_key": key, "reason": said.reason.strip(), "state": "accepted" if is_there else "waiting", "answer": "",
        "created": now, "decided": now if is_there else None,
    }  # fmt: skip
    scene.tx.connection.execute(insert(proposals), row)
    Seats(scene.tx).give(scene.account.id, "proposal", scene.act.id)


def take_back(scene: ActScene) -> None:
    """Carry out the withdrawal of a proposal of one's own that wasn't decided on; one that was stays as it is.

    Raises:
        ActWaits: it isn't here (yet), or not for this account.
    """
    said: WithdrawalBody = scene.body
    p, connection = proposals.c, scene.tx.connection
    row = connection.execute(select(p.account, p.state).where(p.id == said.id)).first()
    if row is None or row.account != scene.account.id:
        raise ActWaits
    if row.state == "waiting":
        values = {"state": "withdrawn", "decided": stamp(scene.now)}
        connection.execute(update(proposals).where(p.id == said.id).values(values))
        Seats(scene.tx).touch("proposal", said.id)


def tag_key(word: str) -> str:
    """Return what tells tags apart: capitals and small letters, and how letters are written, don't."""
    return mail_key(word)


def has_tag(tx: Transaction, contribution: str, key: str) -> bool:
    """Tell whether a contribution has a tag."""
    w = reader_tags.c
    found = select(w.number).where(w.contribution == contribution, w.tag_key == key)
    return tx.connection.execute(found).first() is not None


def same(field: str, body: Mapping[str, Any], value: object) -> bool:
    """Tell whether a field of a contribution's body says what `value` says; parts that are left out are empty."""
    now = body.get(field)
    if field == "authors":
        return _authors(now or []) == _authors(value)
    return list(now or []) == value if field == "keywords" else now == value


def written(value: object) -> str:
    """Return a field's value as it is kept: JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _known(tx: Transaction, proposal: str) -> bool:
    return tx.connection.execute(select(proposals.c.id).where(proposals.c.id == proposal)).first() is not None


def _checked(said: ProposalBody) -> Any:
    """Return the proposed value in its one form.

    Raises:
        ActRefused: it can't be one.
    """
    match said.field:
        case "title" | "tag":
            line = one_line(said.value) if isinstance(said.value, str) else ""
            if not 0 < len(line) <= (LONGEST_TAG if said.field == "tag" else 1000):
                raise ActRefused("invalid", "value: no line of text")
            return line
        case "keywords":
            if not isinstance(said.value, list) or not all(isinstance(each, str) for each in said.value):
                raise ActRefused("invalid", "value: no list of keywords")
            words = list(dict.fromkeys(filter(None, map(one_line, said.value))))
            if not len(words) <= MOST_TAGS or any(len(each) > 1000 for each in words):
                raise ActRefused("invalid", "value: too many keywords, or too long")
            return words
        case "authors":
            authors = [body_from(each) for each in _authors(said.value)]
            if not authors or not all(each["name"].strip() for each in authors) or len(authors) > 2000:
                raise ActRefused("invalid", "value: no authors, or one without a name")
            return authors


def _authors(value: object) -> tuple[AuthorBody, ...]:
    try:
        text_of({"authors": value})
        return _AUTHORS.validate_python(value)
    except (ValidationError, ValueError):
        raise ActRefused("invalid", "value: no list of authors") from None
