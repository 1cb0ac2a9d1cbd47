"""``kennisbank sync``, ``waiting`` and ``conflicts``: keeping in step with the archive, and what is left to choose."""

import json
from argparse import Namespace
from typing import cast

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import archive_shapes as shapes
from kennisbank.cli.commands.accounts import one_of
from kennisbank.cli.commands.me import tell_of_erasures
from kennisbank.console import Console
from kennisbank.domain.syncing import Choice, Waiting
from kennisbank.sentences import has_sentence
from kennisbank.tasks.context import JobContext

_SHOWN = 200
"""Characters of a value of a conflict."""


def sync(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Bring library and archive in step; exit code 1 when not all is well: refused, different, a session over."""
    done = kennisbank.syncing.run(ctx, accept_removals=arguments.accept_removals)
    if console.as_json:
        console.answer({"sync": shapes.outcome(done)})
    else:
        console.say("central.done", **shapes.outcome(done))
        if done.refused:
            console.say("central.some_refused", count=done.refused)
        if done.conflicts:
            console.say("central.conflicts", count=done.conflicts)
        if done.differs:
            console.say("central.differs", why=done.differs)
    tell_of_erasures(kennisbank, console)
    account = kennisbank.syncing.status().account
    if account is not None and account.ended:
        key = f"central.{account.ended}" if account.ended in {"suspended", "erased"} else "central.ended"
        console.complain(console.text(key, name=account.name, mail=account.mail))
    return int(bool(done.refused or done.differs or (account is not None and account.ended)))


def waiting(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """List what the archive hasn't taken yet, have one sent again, or take one back."""
    found = kennisbank.syncing.waiting()
    if arguments.action == "list":
        if console.as_json:
            console.answer({"waiting": [shapes.waiting(each, _why(console, each)) for each in found]})
            return 0
        for each in found:
            done = console.text("central.removed_here" if each.action == "removed" else f"central.{each.action}")
            words = (each.id[:8], done, each.title, _why(console, each))
            console.write("  ".join(part for part in words if part))
        return 0
    one = one_of({each.id: each for each in found}, arguments.id, "waiting", console)
    if arguments.action == "retry":
        kennisbank.syncing.retry(one.id)
    else:
        kennisbank.syncing.take_back(one.id)
    key = "retried" if arguments.action == "retry" else "taken_back"
    if console.as_json:
        console.answer({key: one.id})
    else:
        console.say(f"central.{key}", title=one.title)
    return 0


def conflicts(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """List what was changed on both sides, and what lost; settle one, or bring a version back."""
    syncing = kennisbank.syncing
    if arguments.action == "resolve":
        one = one_of({each.id: each for each in syncing.conflicts()}, arguments.id, "conflict", console)
        syncing.resolve(one.id, cast("Choice", arguments.choice))
        return _answered(console, "resolved", one.id)
    if arguments.action == "bring-back":
        lost = one_of({each.id: each for each in syncing.losers()}, arguments.id, "version", console)
        syncing.bring_back(lost.id)
        return _answered(console, "brought_back", lost.id)
    _list(kennisbank, console)
    return 0


def _list(kennisbank: Kennisbank, console: Console) -> None:
    found, lost = kennisbank.syncing.conflicts(), kennisbank.syncing.losers()
    titles = kennisbank.syncing.titles([*found, *lost])
    if console.as_json:
        console.answer(
            {
                "conflicts": [shapes.conflict(each, titles[each.id]) for each in found],
                "losers": [shapes.loser(each, titles[each.id]) for each in lost],
            }
        )
        return
    if not found and not lost:
        console.say("central.no_conflicts")
    for each in found:
        console.write(f"{each.id[:8]}  {titles[each.id]}  {console.text('central.field', field=each.field)}")
        console.write(f"    {console.text('central.mine')}: {_shown(each.mine)}")
        console.write(f"    {console.text('central.theirs')}: {_shown(each.theirs)}")
    for one in lost:
        console.write(f"{one.id[:8]}  {titles[one.id]}  {console.text('central.lost')}")


def _answered(console: Console, key: str, one: str) -> int:
    if console.as_json:
        console.answer({key: one})
    else:
        console.say(f"central.{key}")
    return 0


def _why(console: Console, each: Waiting) -> str:
    key = f"refusal.{each.reason}"
    return console.text(key) if has_sentence(key) else console.text("refusal.other") if each.reason else ""


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
