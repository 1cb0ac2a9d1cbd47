"""The lists of reports, and of what authors ask about: shown as the authors see it, decided with a reason.

Who reported something isn't shown; of a thread neither is who sent it, when they are shown by role only.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import RowMapping, func, select, update

from kennisbank.archive.accounts.unnamed import UnnamedSuspensions
from kennisbank.archive.database.moments import moment_of, stamp
from kennisbank.archive.deskwork.desk_scene import MOST_ITEMS, DeskRoom, DeskScene, DeskState, Writer
from kennisbank.archive.deskwork.reporting import mark_reported
from kennisbank.archive.deskwork.suspending import can_be_suspended, lift_unnamed, suspend_sender, suspend_unnamed
from kennisbank.archive.mailboxes.notices import give_notice
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.voice_tables import reports
from kennisbank.archive.threads import hiding
from kennisbank.archive.threads.desk_view import as_desk_sees
from kennisbank.archive.threads.rendering import day_of
from kennisbank.archive.threads.rows import MessageRow, ThreadRow, ThreadRows
from kennisbank.archive.voices import comments
from kennisbank.sync.protocol_codec import body_from
from kennisbank.sync.protocol_desk import DeskAct, DeskItem, DeskVerb

Purpose = Literal["report", "help"]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a report is about, as a maintainer may see it; `sender` is never told. `is_named`: they gave their name."""

    contribution: str
    who: str
    words: str
    sender: str | None
    is_named: bool
    is_hidden: bool
    details: Mapping[str, Any]


_NOTHING = _Shown("", "", "", None, is_named=True, is_hidden=False, details={})


def _shown(scene: DeskScene, row: RowMapping) -> _Shown:
    return _comment(scene, row) if row["subject"] == "comment" else _thread(scene, row)


def _comment(scene: DeskScene, row: RowMapping) -> _Shown:
    found = comments.comment_row(scene.tx, row["subject_id"])
    if found is None or not found["body"]:
        return _NOTHING
    body = json.loads(found["body"])
    details = {"comment": found["id"]}
    is_hidden = found["state"] == "hidden"
    named = (found["contribution"], body["name"], body["text"], found["account"])
    return _Shown(*named, is_named=True, is_hidden=is_hidden, details=details)


def _thread(scene: DeskScene, row: RowMapping) -> _Shown:
    found = as_desk_sees(scene.tx, row["subject_id"], row["message"] or "")
    thread = ThreadRows(scene.tx).one(row["subject_id"])
    if found is None or thread is None:
        return _NOTHING
    message = ThreadRows(scene.tx).message(row["message"]) if row["message"] else None
    is_hidden = thread.hidden is not None if message is None else message.gone == "hidden"
    sender, is_named = _sender(thread, message)
    details: dict[str, Any] = {"kind": thread.kind, "shown_as": thread.shown_as}
    if message is None:
        body = body_from(found.body)
        details |= {"anchor": body["anchor"], "link": body["link"]}
    if not is_named and UnnamedSuspensions(scene.tx.connection).has(thread.id):
        details["suspended"] = True
    shown = (found.contribution, found.who, found.words, sender)
    return _Shown(*shown, is_named=is_named, is_hidden=is_hidden, details=details)


def _sender(thread: ThreadRow, message: MessageRow | None) -> tuple[str | None, bool]:
    """Return who sent a thread, or one message of it, and whether they gave their name."""
    if message is None:
        return thread.account, not thread.is_anonymous
    return message.account, not (thread.is_anonymous and message.side == "reader")


def _item(scene: DeskScene, row: RowMapping) -> DeskItem:
    shown = _shown(scene, row)
    record = scene.tx.records.get("contribution", shown.contribution)
    is_open = row["state"] == "open"
    return DeskItem(
        row["purpose"],
        row["id"],
        row["state"],
        day_of(row["created"]) if row["subject"] == "thread" else row["created"],
        shown.contribution,
        "" if record is None or record.body is None else record.body.get("title", ""),
        shown.who,
        shown.words,
        max(0, (scene.now - moment_of(row["created"])).days) if is_open else 0,
        row["answer"],
        _verbs(scene, row, shown),
        {"subject": row["subject"], "reason": row["words"], **shown.details},
    )


def _verbs(scene: DeskScene, row: RowMapping, shown: _Shown) -> tuple[DeskVerb, ...]:
    verbs: list[DeskVerb] = []
    is_open = row["state"] == "open"
    if shown.contribution:
        verbs.append("restore" if shown.is_hidden else "hide")
    if is_open:
        verbs += ["decline"] if row["purpose"] == "report" else ["answer", "done"]
    # Whoever shows something of their own accord isn't the one to be suspended for it.
    if shown.sender != row["account"]:
        verbs += _about_sender(scene, shown)
    return tuple(verbs)


def _about_sender(scene: DeskScene, shown: _Shown) -> list[DeskVerb]:
    """Return what can be done about who sent it: of who isn't named, the same however their account stands."""
    if shown.is_named:
        return ["suspend"] if can_be_suspended(scene.tx, shown.sender) else []
    if "suspended" in shown.details:
        return ["lift"]
    return [] if shown.sender is None else ["suspend"]


def _decide(scene: DeskScene, item: DeskItem, act: DeskAct) -> None:
    row = scene.tx.connection.execute(select(reports).where(reports.c.id == item.id)).mappings().one()
    words = act.words.strip()
    match act.verb:
        case "suspend" | "lift":
            _act_on_sender(scene, row, act.verb)
        case "hide":
            _hide(scene, row, words)
            _close(scene, row, "hidden", words)
        case "restore":
            _restore(scene, row, words)
            _close(scene, row, "declined", words)
        case "decline":
            _close(scene, row, "declined", words)
        case _:
            _close(scene, row, "done", words)


def _act_on_sender(scene: DeskScene, row: RowMapping, verb: DeskVerb) -> None:
    shown = _shown(scene, row)
    if shown.is_named:
        suspend_sender(scene, shown.sender)
    elif verb == "suspend":
        suspend_unnamed(scene, row["subject_id"], shown.sender)
    else:
        lift_unnamed(scene, row["subject_id"], shown.sender)


def _hide(scene: DeskScene, row: RowMapping, words: str) -> None:
    if row["subject"] == "comment":
        comments.hide(scene.tx, row["subject_id"], words, scene.now)
        return
    concerned = _concerned(scene, row)
    if hiding.hide(scene.tx, row["subject_id"], words, scene.now, message=row["message"] or ""):
        _tell(scene, row, "thread_hidden", concerned, words)


def _restore(scene: DeskScene, row: RowMapping, words: str) -> None:
    if row["subject"] == "comment":
        comments.restore(scene.tx, row["subject_id"], words, scene.now)
    elif hiding.restore(scene.tx, row["subject_id"], scene.now, message=row["message"] or ""):
        _tell(scene, row, "thread_restored", _concerned(scene, row), words)


def _concerned(scene: DeskScene, row: RowMapping) -> list[str]:
    return Seats(scene.tx).holders("thread", row["subject_id"])


def _tell(scene: DeskScene, row: RowMapping, code: str, accounts: Sequence[str], words: str) -> None:
    thread = ThreadRows(scene.tx).one(row["subject_id"])
    contribution = "" if thread is None else thread.contribution
    for account in accounts:
        give_notice(scene.tx, account, code, scene.now, contribution=contribution, words=words)


def _close(scene: DeskScene, row: RowMapping, state: str, words: str) -> None:
    """Write down what was decided, on all reports of the same thing that wait, and tell those who made them."""
    r, connection = reports.c, scene.tx.connection
    same = (r.subject == row["subject"], r.subject_id == row["subject_id"], r.state == "open")
    alike = connection.execute(select(reports).where(*same, r.purpose == row["purpose"])).mappings().all()
    closed = {each["id"]: each for each in (row, *alike) if each["message"] == row["message"]}
    contribution = _shown(scene, row).contribution
    for each in closed.values():
        values = {"state": state, "answer": words, "decided": stamp(scene.now)}
        connection.execute(update(reports).where(r.id == each["id"]).values(values))
        if each["account"] is not None and each["state"] == "open":
            code = "help_answered" if row["purpose"] == "help" else "report_answered"
            give_notice(scene.tx, each["account"], code, scene.now, contribution=contribution, words=words)
    if row["subject"] == "thread":
        mark_reported(scene.tx, row["subject_id"])


def _room(purpose: Purpose) -> DeskRoom:
    def items(scene: DeskScene, state: DeskState) -> Sequence[DeskItem]:
        r = reports.c
        query = select(reports).where(r.purpose == purpose, r.state != "waiting")
        query = query.order_by(r.created, r.id).limit(MOST_ITEMS)
        if state != "all":
            query = query.where(r.state == state)
        return [_item(scene, row) for row in scene.tx.connection.execute(query).mappings().all()]

    def count(scene: DeskScene) -> int:
        r = reports.c
        query = select(func.count()).select_from(reports).where(r.purpose == purpose, r.state == "open")
        return int(scene.tx.connection.execute(query).scalar_one())

    def one(scene: DeskScene, item_id: str) -> DeskItem | None:
        query = select(reports).where(reports.c.id == item_id, reports.c.purpose == purpose)
        query = query.where(reports.c.state != "waiting")
        row = scene.tx.connection.execute(query).mappings().first()
        return None if row is None else _item(scene, row)

    return DeskRoom(items, count, one, _decide, _writer)


def _writer(scene: DeskScene, item_id: str) -> Writer | None:
    row = scene.tx.connection.execute(select(reports).where(reports.c.id == item_id)).mappings().one()
    if row["subject"] == "comment":
        comment = comments.comment_row(scene.tx, row["subject_id"])
        account, is_named = (None if comment is None else comment["account"]), True
    else:
        thread = ThreadRows(scene.tx).one(row["subject_id"])
        message = ThreadRows(scene.tx).message(row["message"]) if row["message"] else None
        account, is_named = (None, True) if thread is None else _sender(thread, message)
    return None if account is None else Writer(account, is_named)


REPORTS = _room("report")
HELP = _room("help")
