"""``kennisbank remark``, ``newsletter`` and ``desk``: to the maintainers, and their own work."""

from argparse import Namespace
from typing import Any

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli.archive_shapes import moment
from kennisbank.cli.commands.accounts import one_of
from kennisbank.console import Console
from kennisbank.domain.remarks import Remark
from kennisbank.sync.protocol_codec import body_from
from kennisbank.sync.protocol_desk import DeskItem
from kennisbank.tasks.context import JobContext


def remark(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Say something to the maintainers; without network it waits."""
    text = " ".join(arguments.text)
    changes = kennisbank.remarks.send(arguments.name, arguments.telephone, text, arguments.mail)
    return _delivered(kennisbank, next(iter(changes.ids("act"))), console, ctx)


def newsletter(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Ask to be put on the newsletter's list, or off it."""
    changes = kennisbank.remarks.newsletter(arguments.mail, wants=arguments.wish == "on")
    return _delivered(kennisbank, next(iter(changes.ids("act"))), console, ctx)


def desk(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Show what waits for a maintainer, or decide it."""
    if arguments.action != "list":
        return _decide(kennisbank, arguments, console)
    if arguments.list is None:
        return _counts(kennisbank, console)
    items = kennisbank.desk.items(arguments.list, arguments.state)
    if console.as_json:
        console.answer({"list": arguments.list, "items": [item(each) for each in items]})
        return 0
    if not items:
        console.say("desk.nothing")
    for each in items:
        about = each.title or each.who or each.words.partition("\n")[0]
        part = "alone" if each.details.get("alone") else "concerned" if "concerned" in each.details else ""
        said = f"({console.text(f'desk.{part}')})" if part else ""
        console.write("  ".join(word for word in (each.id[:8], each.since[:10], each.state, about, said) if word))
    return 0


def item(each: DeskItem) -> dict[str, Any]:
    """Return an item of the desk as JSON: all its fields."""
    return body_from(each)


def said(each: Remark) -> dict[str, Any]:
    """Return how a remark or a wish stands, as JSON: nothing personal."""
    return {
        "id": each.id,
        "kind": each.kind,
        "state": each.state,
        "reason": each.reason,
        "created": moment(each.created),
    }


def _counts(kennisbank: Kennisbank, console: Console) -> int:
    counts = kennisbank.desk.counts()
    if console.as_json:
        console.answer({"counts": dict(counts.open), "unnamed": counts.unnamed})
        return 0
    for name, count in counts.open.items():
        console.write(f"{count:5}  {name}")
    if counts.unnamed:
        console.say("desk.unnamed", count=counts.unnamed)
    return 0


def _decide(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    found = {each.id: each for each in kennisbank.desk.items(arguments.list, "all")}
    wanted = one_of(found, arguments.id, "item of the desk", console)
    done = kennisbank.desk.act(arguments.list, wanted.id, arguments.action, arguments.reason)
    if console.as_json:
        console.answer({"item": item(done)})
    else:
        console.say("desk.done", state=done.state)
    return 0


def _delivered(kennisbank: Kennisbank, remark_id: str, console: Console, ctx: JobContext) -> int:
    kennisbank.remarks.deliver(ctx)
    now = next(each for each in kennisbank.remarks.all() if each.id == remark_id)
    if console.as_json:
        console.answer({now.kind: said(now)})
    else:
        console.say(f"desk.{now.kind}_{now.state}")
    return 1 if now.state == "failed" else 0
