"""Threads as people see them: what the archive told, with what was said here and waits on top of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from kennisbank.domain.archive import Account
from kennisbank.domain.correspondence import Attachment, Message, Step, ThreadRow, ThreadState
from kennisbank.domain.correspondence import Thread as Correspondence
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotFoundError
from kennisbank.library.acts import OPEN, ActRow, ActStep
from kennisbank.library.files import FileStore
from kennisbank.library.mailbox import MailboxRow, days_since
from kennisbank.library.transaction import Transaction
from kennisbank.services.attaching import attachment_of
from kennisbank.sync.anchors import anchor_of
from kennisbank.sync.moments import moment_text
from kennisbank.sync.thread_standing import SAID_HERE, instant, start_of, verdict_of

SHOWN: tuple[ActStep, ...] = (*OPEN, "accepted", "heard")
_STATES: Mapping[ActStep, ThreadState] = {
    "draft": "draft", "queued": "queued", "sent": "queued", "accepted": "sent", "heard": "sent", "failed": "failed",
}  # fmt: skip


def thread_of(tx: Transaction, store: FileStore, thread_id: str) -> Correspondence:
    """Return a thread of the viewer's, whichever side they are on.

    Raises:
        NotFoundError: there is none.
    """
    item = tx.mailbox.find(thread_id)
    act = tx.acts.find(thread_id)
    if item is not None and item.kind == "thread":
        return _archived(tx, store, item)
    if act is None or act.kind != "feedback":
        raise NotFoundError("thread", thread_id)
    return _own(tx, store, act)


def own_row(tx: Transaction, act: ActRow) -> ThreadRow:
    """Return feedback that the archive hasn't told of yet, as lists show it."""
    title, edition = tx.mailbox.names([act.contribution]).get(act.contribution, ("", ""))
    name, role = _oneself(tx, act)
    return ThreadRow(
        id=act.id,
        contribution=ContributionId(act.contribution),
        title=title,
        edition=edition,
        side="reader",
        kind=act.body.get("kind", "question"),
        state=_STATES[act.state],
        name=name,
        role=role,
        start=start_of(str(act.body.get("text", ""))),
        moment=instant(moment_text(act.modified)),
    )


def _own(tx: Transaction, store: FileStore, act: ActRow) -> Correspondence:
    title, edition = tx.mailbox.names([act.contribution]).get(act.contribution, ("", ""))
    body = act.body
    replies = tx.acts.all(("reply",), SHOWN, about=act.id)
    return Correspondence(
        id=act.id,
        contribution=ContributionId(act.contribution),
        title=title,
        edition=edition,
        side="reader",
        kind=body.get("kind", "question"),
        shown_as=body.get("shown_as", "name"),
        state=_STATES[act.state],
        messages=(_said(tx, store, act, "reader"), *(_said(tx, store, each, "reader") for each in replies)),
        anchor=anchor_of(body.get("anchor")),
        link=body.get("link", ""),
        reason=act.reason if act.state == "failed" else "",
    )


def _archived(tx: Transaction, store: FileStore, item: MailboxRow) -> Correspondence:
    title, edition = tx.mailbox.names([item.contribution]).get(item.contribution, ("", ""))
    body = item.body
    acts = tx.acts.all(("reply", "verdict"), SHOWN, about=item.id)
    state, version, reason = verdict_of(body, [each for each in acts if each.state in SAID_HERE])
    waiting_since = item.face.get("since", "") if item.is_waiting else ""
    side: Any = body.get("side", item.side)
    shown: Any = state
    return Correspondence(
        id=item.id,
        contribution=item.contribution,
        title=title,
        edition=edition,
        side=side,
        kind=body.get("kind", "other"),
        shown_as=body.get("shown_as", "name"),
        state=shown,
        messages=_messages(tx, store, body, [each for each in acts if each.kind == "reply"], side),
        anchor=anchor_of(body.get("anchor")),
        link=body.get("link", ""),
        authors=tuple(body.get("authors", ())),
        version=version,
        reason=reason,
        steps=tuple(
            Step(each["state"], instant(each.get("moment", "")), each.get("who", "")) for each in body.get("steps", ())
        ),
        is_unread=item.is_unread,
        is_reported=bool(body.get("is_reported")),
        days_waiting=days_since(waiting_since),
        is_waiting=bool(waiting_since),
    )


def _messages(
    tx: Transaction, store: FileStore, body: Mapping[str, Any], replies: Sequence[ActRow], side: Any
) -> tuple[Message, ...]:
    """Return what the archive told, and after it what was said here and isn't in that yet."""
    told = tuple(_told(each) for each in body.get("messages", ()))
    known = {each.id for each in told}
    waiting = [_said(tx, store, each, side) for each in replies if each.id not in known]
    return (*told, *waiting)


def _told(each: Mapping[str, Any]) -> Message:
    attached = each.get("attachment")
    return Message(
        id=each["id"],
        by=each["by"],
        name=each.get("name", ""),
        role=each.get("role", ""),
        is_mine=bool(each.get("is_mine")),
        text=each.get("text", ""),
        moment=instant(each.get("moment", "")),
        attachment=None
        if not attached
        else Attachment(attached["name"], attached["media_type"], attached["size"], id=attached["id"]),
        is_read=bool(each.get("is_read")),
        gone=each.get("gone", ""),
        words=each.get("words", ""),
    )


def _said(tx: Transaction, store: FileStore, act: ActRow, side: Any) -> Message:
    name, role = _oneself(tx, act)
    state: Any = "accepted" if act.state == "heard" else act.state
    return Message(
        id=act.id,
        by=side,
        name=name,
        role="author" if side == "author" else role,
        is_mine=True,
        text=str(act.body.get("text", "")),
        moment=instant(moment_text(act.modified)),
        attachment=attachment_of(store, act.body.get("attachment")),
        state=state,
        reason=act.reason if act.state == "failed" else "",
    )


def _oneself(tx: Transaction, act: ActRow) -> tuple[str, str]:
    """Return by which name and role whoever said it is shown; the name is empty where only the role is."""
    account: Account | None = tx.archives.current()
    if account is None:
        return "", "reader"
    return ("" if act.body.get("shown_as") == "role" else account.name), account.occupation
