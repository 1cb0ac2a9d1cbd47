"""The list of requests for an account."""

from dataclasses import replace

from kennisbank.archive.accounts.account_rows import AccountRow
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.admission.administration import change_account
from kennisbank.archive.database.moments import moment_of
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState
from kennisbank.sync.protocol_accounts import AccountChange, AccountState
from kennisbank.sync.protocol_desk import DeskAct, DeskItem

_STATES: dict[DeskState, AccountState | None] = {
    "open": "requested",
    "accepted": "active",
    "declined": "refused",
    "hidden": "suspended",
}


def _items(scene: DeskScene, state: DeskState) -> list[DeskItem]:
    wanted = _STATES.get(state)
    if wanted is None and state != "all":
        return []
    rows = Desk(scene.tx.connection, scene.keyed).accounts.all(wanted)
    return [_item(scene, each) for each in reversed(rows) if each.listed != "erased"][:MOST_ITEMS]


def _count(scene: DeskScene) -> int:
    return Desk(scene.tx.connection, scene.keyed).accounts.count("requested")


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    row = Desk(scene.tx.connection, scene.keyed).accounts.one(item_id)
    return None if row is None or row.listed == "erased" else _item(scene, row)


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    wanted = {"suspend": AccountChange("suspended"), "decline": AccountChange("refused")}
    change = wanted.get(act.verb, AccountChange("active"))
    desk = Desk(scene.tx.connection, scene.keyed)
    change_account(desk, scene.actor, item.id, replace(change, reason=act.words), scene.now)


def _item(scene: DeskScene, row: AccountRow) -> DeskItem:
    details = {"mail": row.mail, "occupation": row.occupation, "organisation": row.organisation}
    waited = max(0, (scene.now - moment_of(row.requested)).days)
    item = DeskItem("account", row.id, "open", row.requested, who=row.name, days=waited, details=details)
    match row.listed:
        case "requested":
            return replace(item, verbs=("accept", "decline"))
        case "refused":
            return replace(item, state="declined", days=0, verbs=("accept",))
        case "suspended":
            return replace(item, state="hidden", days=0, verbs=("restore",))
        case _:
            return replace(item, state="accepted", days=0, verbs=("suspend",))


ROOM = DeskRoom(_items, _count, _one, _decide)
