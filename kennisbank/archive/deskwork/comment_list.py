"""The list of comments that are hidden; any comment can be hidden here, and shown again."""

import json
from collections.abc import Sequence

from sqlalchemy import RowMapping

from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState, Writer
from kennisbank.archive.deskwork.suspending import can_be_suspended, suspend_sender
from kennisbank.archive.voices.comments import comment_row, hidden_comments, hide, restore
from kennisbank.sync.protocol_desk import DeskAct, DeskItem, DeskVerb


def _items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
    """Return the hidden ones: none of them waits, and they are what whoever opens the list looks for."""
    if state not in {"open", "hidden", "all"}:
        return []
    return [_item(scene, row) for row in hidden_comments(scene.tx, MOST_ITEMS)]


def _one(scene: DeskScene, item_id: str) -> DeskItem | None:
    row = comment_row(scene.tx, item_id)
    return None if row is None or row["state"] not in {"visible", "hidden"} else _item(scene, row)


def _item(scene: DeskScene, row: RowMapping) -> DeskItem:
    body = json.loads(row["body"])
    contribution = scene.tx.records.get("contribution", row["contribution"])
    title = "" if contribution is None or contribution.body is None else contribution.body.get("title", "")
    verbs: list[DeskVerb] = ["restore" if row["state"] == "hidden" else "hide"]
    if can_be_suspended(scene.tx, row["account"]):
        verbs.append("suspend")
    return DeskItem(
        "comment",
        row["id"],
        "hidden" if row["state"] == "hidden" else "done",
        row["created"],
        row["contribution"],
        title,
        body["name"],
        body["text"],
        answer=row["words"],
        verbs=tuple(verbs),
    )


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    match act.verb:
        case "hide":
            hide(scene.tx, item.id, act.words.strip(), scene.now)
        case "restore":
            restore(scene.tx, item.id, act.words.strip(), scene.now)
        case _:
            row = comment_row(scene.tx, item.id)
            suspend_sender(scene, None if row is None else row["account"])


def _count(_scene: DeskScene) -> int:
    return 0


def _writer(scene: DeskScene, item_id: str) -> Writer | None:
    row = comment_row(scene.tx, item_id)
    return None if row is None or row["account"] is None else Writer(row["account"])


ROOM = DeskRoom(_items, _count, _one, _decide, _writer)
