"""The list of feedback that nobody answered: of which contribution, of which kind, for how long. Nothing else."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, or_, select

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState
from kennisbank.archive.people.invitations import invite, may_invite
from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.desk_view import LATE, OPEN, Unanswered, has_no_author, unanswered, unanswered_one
from kennisbank.sync.protocol_desk import DeskAct, DeskItem


def _items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    if state not in {"open", "all"}:
        return []
    return [_item(scene, each) for each in unanswered(scene.tx, scene.now)[:MOST_ITEMS]]


def _count(scene: DeskScene) -> int:
    """Count as `unanswered` does, without looking at each: there may be ten thousand."""
    t = threads.c
    today = scene.now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    is_late = or_(has_no_author(), t.released < stamp(today - timedelta(days=LATE - 1)))
    query = select(func.count()).select_from(threads).where(t.state.in_(OPEN), t.hidden.is_(None), is_late)
    return int(scene.tx.connection.execute(query.where(t.released.is_not(None))).scalar_one())


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    found = unanswered_one(scene.tx, item_id, scene.now)
    return None if found is None else _item(scene, found)


def _item(scene: DeskScene, found: Unanswered) -> DeskItem:
    record = scene.tx.records.get("contribution", found.contribution)
    return DeskItem(
        "unanswered",
        found.id,
        "open",
        found.since,
        found.contribution,
        "" if record is None or record.body is None else record.body.get("title", ""),
        days=found.days,
        verbs=("invite",) if may_invite(scene.tx, found.contribution, scene.now) else (),
        details={"kind": found.kind, "state": found.state},
    )


def _decide(scene: DeskScene, item: DeskItem, _act: DeskAct) -> None:
    invite(scene.tx, item.contribution, scene.now, again=True)


ROOM = DeskRoom(_items, _count, _one, _decide)
