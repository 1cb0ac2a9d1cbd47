"""``kennisbank links``: what leads out of a contribution, and whether it still leads anywhere."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.console import Console
from kennisbank.domain.external import ExternalLink
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Answer with the links, checked first where that was asked; exit code 1 where one is gone or gave no answer."""
    contribution = kennisbank.catalogue.resolve(arguments.id)
    is_offline = False
    if arguments.check:
        report = kennisbank.links.check(contribution.id, ctx)
        links, is_offline = report.links, report.is_offline
    else:
        links = kennisbank.links.links(contribution.id)
    if console.as_json:
        console.answer({"links": [_shape(link) for link in links], "offline": is_offline})
    else:
        for link in links:
            _write(link, console)
        if not links:
            console.say("links.none")
    if is_offline:
        console.complain(console.text("links.offline"))
    broken = {"gone", "unreachable"}
    is_broken = any(link.check is not None and link.check.outcome in broken for link in links)
    return 1 if arguments.check and (is_offline or is_broken) else 0


def _write(link: ExternalLink, console: Console) -> None:
    console.write(console.strong(link.uri))
    where = [console.text("links.page", pages=", ".join(map(str, link.pages)))] if link.pages else []
    if link.source != "paper":
        where.insert(0, console.text(f"links.{link.source}"))
    check = link.check
    if check is None:
        where.append(console.text("links.unchecked"))
    else:
        where.append(console.text(f"links.{check.outcome}", when=check.checked.utc.date().isoformat()))
    console.write("  " + " · ".join(where))


def _shape(link: ExternalLink) -> dict[str, object]:
    check = link.check
    found = None
    if check is not None:
        when = check.checked.utc.isoformat(timespec="seconds")
        found = {"outcome": check.outcome, "status": check.status, "checked": when}
    return {"uri": link.uri, "host": link.host, "source": link.source, "pages": list(link.pages), "check": found}
