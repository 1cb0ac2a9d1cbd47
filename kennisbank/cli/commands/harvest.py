"""``kennisbank harvest``: a repository's catalogue comes in over OAI-PMH, a line for each record out."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli.commands.import_ import tell, total
from kennisbank.console import Console
from kennisbank.services.harvesting import HarvestRequest
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Harvest; exit code 1 when a record was rejected or there is something to look at."""
    request = HarvestRequest(
        url=arguments.url,
        set_name=arguments.set,
        since=arguments.since,
        edition=arguments.edition,
        is_rehearsal=arguments.dry_run,
    )
    summary = kennisbank.harvesting.run(request, ctx, on_report=lambda report: tell(console, report))
    return total(console, summary, what="harvest")
