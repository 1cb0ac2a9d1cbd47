"""The list of remarks: answered by mail, or done without."""

from collections.abc import Sequence
from datetime import timedelta

from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.mail.post import sendable
from kennisbank.archive.people.remarks import RemarkRow, Remarks
from kennisbank.archive.schema.people_tables import remarks
from kennisbank.archive.web.faults import FaultError
from kennisbank.sync.protocol_desk import DeskAct, DeskItem, DeskVerb

_STATES: dict[str, tuple[str, ...]] = {
    "open": ("open",),
    "done": ("done", "answered"),
    "all": ("open", "done", "answered"),
}


def _items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    wanted = remarks.c.state.in_(_STATES.get(state, ()))
    return [_item(scene, each) for each in Remarks(scene.tx.connection).where(wanted, limit=MOST_ITEMS)]


def _count(scene: DeskScene) -> int:
    return Remarks(scene.tx.connection).count_open()


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    found = Remarks(scene.tx.connection).one(item_id)
    return None if found is None else _item(scene, found)


def _item(scene: DeskScene, remark: RemarkRow) -> DeskItem:
    is_open = remark.state == "open"
    verbs: tuple[DeskVerb, ...] = ("answer", "done") if remark.mail else ("done",)
    received = moment_of(remark.received)
    days = scene.config.retention.remarks_days
    details = {
        "telephone": remark.telephone,
        "mail": remark.mail,
        "until": stamp(received + timedelta(days=days)) if days else "",
    }
    return DeskItem(
        "remark",
        remark.id,
        "open" if is_open else "done",
        remark.received,
        who=remark.name,
        words=remark.text,
        days=max(0, (scene.now - received).days) if is_open else 0,
        answer=remark.answer,
        verbs=verbs if is_open else (),
        details=details,
    )


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    table = Remarks(scene.tx.connection)
    remark = table.one(item.id)
    assert remark is not None, "the desk has just shown it"
    if act.verb == "done":
        table.change(remark.id, state="done", answer=act.words.strip(), decided=stamp(scene.now))
        return
    address = sendable(remark.mail)
    if address is None:
        raise FaultError("invalid", detail="mail")
    table.change(remark.id, state="answered", answer=act.words.strip(), decided=stamp(scene.now), mail=address)
    outgoing = Outgoing(scene.tx.connection)
    outgoing.add("remark_answer", address, remark.language, scene.now, {"remark": remark.id})


ROOM = DeskRoom(_items, _count, _one, _decide)
