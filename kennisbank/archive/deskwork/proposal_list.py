"""The list of proposals: corrections and tags, accepted or declined; whoever proposed it is told."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, exists, func, insert, select, update

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState, Writer
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.voice_tables import proposals, reader_tags
from kennisbank.archive.voices.proposing import has_tag, written
from kennisbank.archive.voices.receptions import settle
from kennisbank.archive.web.faults import FaultError
from kennisbank.sync.protocol_desk import DeskAct, DeskItem

_STATES: dict[str, tuple[str, ...]] = {
    "open": ("waiting",),
    "accepted": ("accepted",),
    "declined": ("declined",),
    "all": ("waiting", "accepted", "declined"),
}


def _is_first() -> ColumnElement[bool]:
    """Return what holds for all but a tag that was proposed before and waits already: they are decided together."""
    earlier = proposals.alias()
    e, p = earlier.c, proposals.c
    is_same = and_(e.contribution == p.contribution, e.tag_key == p.tag_key, e.state == "waiting")
    is_earlier = (e.created < p.created) | ((e.created == p.created) & (e.id < p.id))
    return (p.tag_key == "") | (p.state != "waiting") | ~exists().where(is_same, is_earlier)


def _items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    p = proposals.c
    query = select(proposals).where(p.state.in_(_STATES.get(state, ())), _is_first())
    rows = scene.tx.connection.execute(query.order_by(p.created, p.id).limit(MOST_ITEMS)).mappings().all()
    return [_item(scene, row) for row in rows]


def _count(scene: DeskScene) -> int:
    query = select(func.count()).select_from(proposals).where(proposals.c.state == "waiting", _is_first())
    return int(scene.tx.connection.execute(query).scalar_one())


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    query = select(proposals).where(proposals.c.id == item_id, proposals.c.state != "withdrawn")
    row = scene.tx.connection.execute(query).mappings().first()
    return None if row is None else _item(scene, row)


def _item(scene: DeskScene, row: RowMapping) -> DeskItem:
    record = scene.tx.records.get("contribution", row["contribution"])
    body = {} if record is None or record.body is None else record.body
    account = AccountRows(scene.tx.connection).one(row["account"]) if row["account"] else None
    details: dict[str, Any] = {"field": row["field"], "value": json.loads(row["value"])}
    if row["field"] != "tag":
        details["now"] = body.get(row["field"])
        details["is_changed"] = written(details["now"]) != row["base"]
    is_open = row["state"] == "waiting"
    return DeskItem(
        "proposal",
        row["id"],
        "open" if is_open else row["state"],
        row["created"],
        row["contribution"],
        body.get("title", ""),
        "" if account is None else account.name,
        row["reason"],
        max(0, (scene.now - moment_of(row["created"])).days) if is_open else 0,
        row["answer"],
        ("accept", "decline") if is_open else (),
        details,
    )


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    row = scene.tx.connection.execute(select(proposals).where(proposals.c.id == item.id)).mappings().one()
    values = {"state": "declined", "answer": act.words.strip(), "decided": stamp(scene.now)}
    if act.verb == "accept":
        values |= {"state": "accepted", "replaced": _accept(scene, row)}
    for each in _alike(scene, row):
        scene.tx.connection.execute(update(proposals).where(proposals.c.id == each).values(values))
        Seats(scene.tx).touch("proposal", each)


def _alike(scene: DeskScene, row: RowMapping) -> list[str]:
    """Return the proposals that are decided with one: it, and those of the same tag that wait."""
    if not row["tag_key"]:
        return [row["id"]]
    p = proposals.c
    same = (p.contribution == row["contribution"], p.tag_key == row["tag_key"], p.state == "waiting")
    return list(scene.tx.connection.execute(select(p.id).where(*same).order_by(p.id)).scalars())


def _accept(scene: DeskScene, row: RowMapping) -> str:
    """Do what was proposed and return what it took the place of, as JSON: the row keeps both."""
    record = scene.tx.records.get("contribution", row["contribution"])
    if record is None or record.gone is not None or record.body is None:
        raise FaultError("invalid", detail="contribution")
    value = json.loads(row["value"])
    if row["field"] == "tag":
        _add_tag(scene, row, value)
        return "null"
    scene.tx.records.put_public("contribution", row["contribution"], {**record.body, row["field"]: value})
    detail = f"{row['field']}, by proposal {row['id']}"
    scene.tx.audit.add(scene.actor, "contribution_corrected", row["contribution"], detail)
    return written(record.body.get(row["field"]))


def _add_tag(scene: DeskScene, row: RowMapping, word: str) -> None:
    if has_tag(scene.tx, row["contribution"], row["tag_key"]):
        return
    w = reader_tags.c
    last = select(func.coalesce(func.max(w.number), 0)).where(w.contribution == row["contribution"])
    number = int(scene.tx.connection.execute(last).scalar_one()) + 1
    new = {"contribution": row["contribution"], "tag_key": row["tag_key"], "word": word, "number": number}
    scene.tx.connection.execute(insert(reader_tags), new)
    settle(scene.tx, row["contribution"])


def _writer(scene: DeskScene, item_id: str) -> Writer | None:
    query = select(proposals.c.account).where(proposals.c.id == item_id)
    account = scene.tx.connection.execute(query).scalar()
    return None if account is None else Writer(account)


ROOM = DeskRoom(_items, _count, _one, _decide, _writer)
