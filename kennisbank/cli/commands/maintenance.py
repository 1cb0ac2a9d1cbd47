"""``kennisbank check`` and ``reindex``: looking after a library."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.tasks.context import JobContext


def check(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Check everything; exit code 1 when something is wrong that was not repaired."""
    findings = kennisbank.maintenance.check(ctx, repair=arguments.repair)
    if console.as_json:
        console.answer({"findings": [shapes.finding(each) for each in findings]})
    else:
        for each in findings:
            state = console.text("check.repaired") if each.repaired else console.text("check.found")
            console.write(f"{state:<12} {each.message}")
        console.say("check.nothing" if not findings else "check.total", count=len(findings))
    return 1 if any(not each.repaired for each in findings) else 0


def reindex(kennisbank: Kennisbank, _arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Build the search index anew from the stored text."""
    count = kennisbank.searching.reindex(ctx)
    if console.as_json:
        console.answer({"indexed": count})
    else:
        console.say("reindex.done", count=count)
    return 0
