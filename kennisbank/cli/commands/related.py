"""``kennisbank related``: contributions that speak of the same as one of them."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.cli.commands.search import catch_up
from kennisbank.console import Console
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Answer with the related contributions, the nearest first, and the words that both share."""
    contribution = kennisbank.catalogue.resolve(arguments.id)
    catch_up(kennisbank, console, ctx)
    found = kennisbank.searching.related(contribution.id, arguments.limit, ctx)
    here = [(each, found.contributions[each.contribution]) for each in found.related]
    if console.as_json:
        console.answer({"related": [shapes.related(each, other) for each, other in here]})
        return 0
    for each, other in here:
        values = other.metadata.values
        about = [", ".join(author.name for author in values.authors), values.edition or str(values.year or "")]
        console.write(console.strong(values.title or console.text("search.untitled")))
        console.write("  " + " · ".join([part for part in about if part] + [other.id[:8]]))
        console.write("    " + console.text("related.words", words=", ".join(each.words)))
    if not here:
        console.say("related.none")
    return 0
