"""``kennisbank export``, ``restore`` and ``backup``: keeping what is in the library."""

from argparse import Namespace
from pathlib import Path

from kennisbank.bootstrap import Kennisbank
from kennisbank.console import Console
from kennisbank.domain.document import Problem
from kennisbank.tasks.context import JobContext


def export(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Write everything to a new folder; exit code 1 when a file is missing from it."""
    done = kennisbank.keeping.export(Path(arguments.folder).absolute(), ctx, language=console.language)
    if console.as_json:
        counts = {name: getattr(done, name) for name in ("contributions", "files", "annotations", "dossiers")}
        console.answer({"exported": {"folder": str(done.folder), **counts}, "problems": _problems(done.problems)})
    else:
        console.say(
            "keeping.exported",
            folder=done.folder,
            contributions=done.contributions,
            files=done.files,
            annotations=done.annotations,
            dossiers=done.dossiers,
        )
        _tell(console, done.problems)
    return 1 if done.problems else 0


def restore(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Put back an export or a backup; exit code 1 when something could not be."""
    done = kennisbank.keeping.restore(Path(arguments.source).absolute(), ctx)
    if console.as_json:
        console.answer(
            {
                "restored": dict(done.restored),
                "unchanged": done.unchanged,
                "backup": str(done.backup) if done.backup else None,
                "problems": _problems(done.problems),
            }
        )
    else:
        console.say("keeping.restored", unchanged=done.unchanged, **done.restored)
        console.say("keeping.before", path=done.backup)
        _tell(console, done.problems)
    return 1 if done.problems else 0


def backup(kennisbank: Kennisbank, _arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Make a backup now."""
    made = kennisbank.keeping.back_up()
    if console.as_json:
        known = kennisbank.keeping.state().backups
        console.answer({"backup": str(made.path), "size": made.size, "kept": [str(each.path) for each in known]})
    else:
        console.say("keeping.backed_up", path=made.path)
    return 0


def _problems(problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    return [{"code": each.code, "message": each.message} for each in problems]


def _tell(console: Console, problems: tuple[Problem, ...]) -> None:
    for each in problems:
        console.complain(each.message)
