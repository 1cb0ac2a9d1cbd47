"""``kennisbank stick`` and ``stick-copy``: the archive without a network."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.console import Console
from kennisbank.services.stick import StickInfo, StickOutcome
from kennisbank.tasks.context import JobContext


def take(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Say what a stick is, and take what is new on it; exit code 1 when a file couldn't be taken."""
    info = kennisbank.sticks.look_at(arguments.folder)
    if not console.as_json:
        _say(console, info)
    outcome = kennisbank.sticks.take(
        arguments.folder,
        ctx,
        confirmed_fingerprint=arguments.confirm,
        takes_files=arguments.files,
        accept_removals=arguments.accept_removals,
    )
    if console.as_json:
        console.answer({"stick": _info(info), "taken": _outcome(outcome)})
    else:
        _total(console, info, outcome)
    if outcome.cancelled:
        return 130
    return 1 if outcome.failed or outcome.differs else 0


def copy(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Copy a stick with all that is on it."""
    done = kennisbank.sticks.copy(arguments.folder, arguments.target, ctx)
    if console.as_json:
        counts = {"files": done.files, "bytes": done.size, "copied": done.copied, "removed": done.removed}
        console.answer({"target": str(arguments.target.absolute()), **counts})
    else:
        console.say("stick.copied_to", target=arguments.target, files=done.files, copied=done.copied)
    return 0


def _say(console: Console, info: StickInfo) -> None:
    console.say("stick.is", name=info.name, day=info.made[:10], contributions=info.contributions, files=info.files)
    console.say("stick.fingerprint", fingerprint=info.fingerprint)


def _total(console: Console, info: StickInfo, outcome: StickOutcome) -> None:
    console.say(f"stick.{outcome.standing}")
    if outcome.standing in {"new", "newer"}:
        console.say("stick.taken", added=outcome.added, updated=outcome.updated, removed=outcome.removed)
    console.say("stick.files", files=outcome.files)
    if outcome.failed:
        console.say("stick.failed", count=outcome.failed)
    if outcome.cancelled:
        console.say("stick.cancelled")
    if outcome.standing == "new" and info.url:
        console.say("stick.connect", url=info.url)


def _info(info: StickInfo) -> dict[str, object]:
    return {
        "archive": info.archive,
        "name": info.name,
        "made": info.made,
        "epoch": info.epoch,
        "revision": info.revision,
        "editions": list(info.editions),
        "contributions": info.contributions,
        "files": info.files,
        "bytes": info.size,
        "fingerprint": info.fingerprint,
        "url": info.url or None,
        "standing": info.standing,
    }


def _outcome(outcome: StickOutcome) -> dict[str, object]:
    return {
        "received": outcome.received,
        "added": outcome.added,
        "updated": outcome.updated,
        "removed": outcome.removed,
        "files": outcome.files,
        "bytes": outcome.size,
        "failed": outcome.failed,
        "differs": outcome.differs or None,
        "cancelled": outcome.cancelled,
    }
