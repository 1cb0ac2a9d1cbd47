"""How a thread stands: what the archive told of it, and over that what was said here and is still on its way.

Lists read the columns that `standing` fills and never a body; whatever changes a thread here fills them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kennisbank.library.acts import ActRow, ActStep
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.library.transaction import Transaction
from kennisbank.sync.moments import moment_text

START = 160
"""Characters of a thread that a list shows."""
SAID_HERE: tuple[ActStep, ...] = ("queued", "sent", "accepted")
"""Acts that count already and that the archive's own telling doesn't show yet."""
_UNDECIDED = frozenset({"sent", "no_author", "delivered", "read"})
_TOLD = frozenset({"answered", "adopted", "declined", "hidden"})
"""States that a reader wants to hear of."""


def standing(row: MailboxRow, said: Sequence[ActRow]) -> MailboxRow:
    """Return an item with its columns as they follow from its body and from what was `said` here since.

    `said` are the viewer's acts about it in the states `SAID_HERE`, in order of saying. A reader who has seen a thread
    here has seen it, whatever the archive still thinks; that the state moved to one they want to hear of is news.
    """
    body = row.body
    messages = [each for each in body.get("messages", ()) if not each.get("gone")]
    last = messages[-1] if messages else {}
    state, _, _ = verdict_of(body, said)
    side = str(body.get("side", ""))
    moved = _moved(body, said)
    seen = [last.get("id", ""), body.get("state", "")]
    has_seen = row.face.get("seen") == seen
    is_moved = bool(row.state) and side == "reader" and body.get("state") in _TOLD and body["state"] != row.state
    is_unread = not has_seen and (bool(body.get("is_unread")) or ((is_moved or row.is_unread) and side == "reader"))
    since = _waiting_since(body, said, state)
    first = body["messages"][0] if body.get("messages") else {}
    face = {
        "kind": body.get("kind", "other"),
        "name": first.get("name", ""),
        "role": first.get("role", ""),
        "start": start_of(str(first.get("text", ""))),
        "messages": len(body.get("messages", ())) + sum(each.kind == "reply" for each in said),
        "since": since,
        "last": last.get("id", ""),
        "seen": row.face.get("seen", []),
    }
    return replace(row, side=side, state=state, moved=moved, is_unread=is_unread, is_waiting=bool(since), face=face)


def seen(row: MailboxRow) -> MailboxRow:
    """Return an item of which its owner has seen everything that is in it now."""
    messages = [each for each in row.body.get("messages", ()) if not each.get("gone")]
    mark = [messages[-1]["id"] if messages else "", row.body.get("state", "")]
    return replace(row, is_unread=False, face={**row.face, "seen": mark})


def verdict_of(body: Mapping[str, Any], said: Sequence[ActRow]) -> tuple[str, str, str]:
    """Return the state of a thread, the version that adopts it and the reason against it."""
    found = (str(body.get("state", "sent")), str(body.get("version", "")), str(body.get("reason", "")))
    if body.get("side") != "author":
        return found
    for each in said:
        if each.kind == "reply" and found[0] in _UNDECIDED:
            found = ("answered", "", "")
        elif each.kind == "verdict":
            verdict = each.body.get("verdict", "open")
            if verdict == "open":
                has_answered = any(message.get("by") == "author" for message in body.get("messages", ()))
                found = ("answered" if has_answered else "read", "", "")
            else:
                found = (verdict, each.body.get("version", ""), each.body.get("reason", ""))
    return found


def stand_anew(tx: Transaction, thread: str) -> None:
    """Fill the columns of the viewer's thread again, after something was said about it, or taken back."""
    found = tx.mailbox.find(thread)
    if found is None or found.kind != "thread":
        return
    made = standing(found, tx.acts.all(("reply", "verdict"), SAID_HERE, about=thread))
    if made != found:
        tx.mailbox.put(tx.viewer, [made])


def said_about(tx: Transaction, owner: Owner, kinds: Sequence[str] = ("reply", "verdict")) -> dict[str, list[ActRow]]:
    """Return what an account said here and the archive hasn't told of yet, by what it is about."""
    found: dict[str, list[ActRow]] = {}
    for each in tx.acts.of(owner, SAID_HERE):
        if each.kind in kinds:
            found.setdefault(each.about, []).append(each)
    return found


def start_of(text: str) -> str:
    """Return how a text begins, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= START else f"{line[: START - 1].rstrip()}…"


def instant(moment: str) -> str:
    """Return a moment of a body without the zone of its writer: ISO 8601, or a day."""
    return moment.partition("[")[0]


def _moved(body: Mapping[str, Any], said: Sequence[ActRow]) -> str:
    moments = [instant(str(each.get("moment", ""))) for each in (*body.get("messages", ()), *body.get("steps", ()))]
    moments.extend(instant(moment_text(each.modified)) for each in said)
    return max(moments, default="")


def _waiting_since(body: Mapping[str, Any], said: Sequence[ActRow], state: str) -> str:
    """Return since when an author is to answer a thread; empty where there is nothing to answer (any more).

    Whoever says that it is answered, adopted or declined has answered what stood there until then.
    """
    if body.get("side") != "author" or state == "hidden":
        return ""
    decided = [each for each in said if each.kind == "reply" or each.body.get("verdict") != "open"]
    if decided:
        return ""
    steps = [each for each in body.get("steps", ()) if each.get("state") in {"answered", "adopted", "declined"}]
    until = instant(steps[-1].get("moment", "")) if steps and state not in _UNDECIDED else ""
    waiting = ""
    for each in body.get("messages", ()):
        if each.get("by") != "reader":
            waiting = ""
        elif not each.get("gone") and not waiting and _is_after(instant(each.get("moment", "")), until):
            waiting = instant(each.get("moment", ""))
    return waiting if state in _UNDECIDED or state == "answered" else ""


def _is_after(moment: str, until: str) -> bool:
    """Tell whether a moment is later; of two of which one is a day only, on a later day."""
    if not until:
        return True
    is_day = len(moment) <= len("2026-11-22") or len(until) <= len("2026-11-22")
    return moment[:10] > until[:10] if is_day else moment > until
