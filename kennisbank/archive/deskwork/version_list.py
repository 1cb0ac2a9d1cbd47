"""The list of new versions that authors handed in: published, or declined with a reason."""

from collections.abc import Sequence

from sqlalchemy import func, select

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.claiming.versions import VersionRow, VersionRows, let_go, publish
from kennisbank.archive.database.moments import moment_of
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState, Writer
from kennisbank.archive.schema.people_tables import versions
from kennisbank.archive.web.faults import FaultError
from kennisbank.sync.protocol_desk import DeskAct, DeskItem

_STATES: dict[str, tuple[str, ...]] = {
    "open": ("waiting",),
    "accepted": ("published",),
    "declined": ("declined",),
    "all": ("waiting", "published", "declined"),
}
_SHOWN = {"waiting": "open", "published": "accepted", "declined": "declined"}


def _items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    wanted = versions.c.state.in_(_STATES.get(state, ()))
    return [_item(scene, each) for each in VersionRows(scene.tx).where(wanted, limit=MOST_ITEMS)]


def _count(scene: DeskScene) -> int:
    query = select(func.count()).select_from(versions).where(versions.c.state == "waiting")
    return int(scene.tx.connection.execute(query).scalar_one())


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    found = VersionRows(scene.tx).one(item_id)
    return None if found is None or found.state not in _SHOWN else _item(scene, found)


def _item(scene: DeskScene, row: VersionRow) -> DeskItem:
    record = scene.tx.records.get("contribution", row.contribution)
    account = AccountRows(scene.tx.connection).one(row.account)
    is_open = row.state == "waiting"
    return DeskItem(
        "version",
        row.id,
        _SHOWN[row.state],  # type: ignore[arg-type]  # the words of DeskItem
        row.created,
        row.contribution,
        "" if record is None or record.body is None else str(record.body.get("title", ""))[:1000],
        "" if account is None else account.name,
        row.words,
        max(0, (scene.now - moment_of(row.created)).days) if is_open else 0,
        row.answer,
        ("accept", "decline") if is_open else (),
        {"name": row.name, "size": row.size, "hash": row.hash, "version": row.version},
    )


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    row = VersionRows(scene.tx).one(item.id)
    assert row is not None, "the desk has just shown it"
    words = act.words.strip()
    if act.verb == "decline":
        let_go(scene.tx, row, "declined", words, scene.now)
        return
    if not scene.files.has(row.hash):  # published without it, the paper that can be read would give way to nothing
        raise FaultError("invalid", detail="file")
    number = publish(scene.tx, row, words, scene.now)
    if number is None:
        raise FaultError("invalid", detail="contribution")
    scene.tx.audit.add(scene.actor, "version_published", row.contribution, f"version {number}, handed in as {row.id}")


def _writer(scene: DeskScene, item_id: str) -> Writer | None:
    row = VersionRows(scene.tx).one(item_id)
    return None if row is None else Writer(row.account)


ROOM = DeskRoom(_items, _count, _one, _decide, _writer)
