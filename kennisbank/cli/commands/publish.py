"""``kennisbank publish``: an import of this library becomes part of the archive; contributions are taken out of it."""

from argparse import Namespace
from typing import Any, cast

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli.commands.batch import resolve
from kennisbank.console import Console
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.services.publishing import GoneHere
from kennisbank.sync.protocol import GoneReason
from kennisbank.sync.protocol_accounts import BatchAnswer, Withdrawal
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Publish a batch, with or without what is to be taken out; or only take out.

    Raises:
        BadInputError: neither was named, or no reason is given for taking something out.
    """
    if not arguments.batch and not arguments.withdraw:
        raise BadInputError(console.text("publish.nothing"))
    if arguments.withdraw and not arguments.reason.strip():
        raise BadInputError(console.text("publish.give_reason"))
    publishing = kennisbank.publishing
    batch = resolve(kennisbank.catalogue.batches(), arguments.batch) if arguments.batch else None
    gone = publishing.gone(batch.id) if batch is not None else []
    how = cast("GoneReason", arguments.how)
    withdrawals = [
        Withdrawal(_id(kennisbank, each, gone), how, arguments.reason.strip()) for each in arguments.withdraw
    ]
    if batch is None:
        answer = publishing.withdraw_all(withdrawals, ctx)
    else:
        answer = publishing.publish(batch.id, ctx, withdrawals=withdrawals)
    out = {each.id for each in withdrawals}
    _answer(console, answer, [each for each in gone if each.id not in out])
    return 0


def _answer(console: Console, answer: BatchAnswer, gone: list[GoneHere]) -> None:
    counts: dict[str, Any] = {
        "batch": answer.id,
        "added": answer.added,
        "corrected": answer.corrected,
        "unchanged": answer.unchanged,
        "withdrawn": answer.withdrawn,
        "linked": len(answer.known),
        "revision": answer.revision,
    }
    if console.as_json:
        console.answer({"published": counts, "gone_here": [{"id": each.id, "title": each.title} for each in gone]})
        return
    console.say("publish.done", **counts)
    if gone:
        console.say("publish.gone_here", count=len(gone))
        for each in gone:
            console.write(f"{each.id}  {each.title}")


def _id(kennisbank: Kennisbank, text: str, gone: list[GoneHere]) -> ContributionId:
    """Return the id of a contribution that is here, or was, by its beginning; else the archive's, as it was given."""
    try:
        return kennisbank.catalogue.resolve(text).id
    except NotFoundError:
        return next(
            (each.id for each in gone if each.id.startswith(text.strip().lower())), ContributionId(text.strip())
        )
