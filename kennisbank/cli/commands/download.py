"""``kennisbank download``: the archive's files, to this computer and off it again."""

from argparse import Namespace
from collections.abc import Sequence

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli.commands.search import catch_up
from kennisbank.console import Console
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.syncing import Offer
from kennisbank.errors import BadInputError
from kennisbank.sentences import has_sentence
from kennisbank.tasks.context import JobContext

_MEGABYTE = 1_000_000


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Fetch what was named, or what is wanted already; exit code 1 when not all of it came.

    Raises:
        BadInputError: nothing is named that could be removed.
    """
    ids = _named(kennisbank, arguments, console, ctx)
    if arguments.remove:
        return _remove(kennisbank, ids, console)
    if ids is not None:
        kennisbank.downloading.want(ids)
    outcome = kennisbank.downloading.run(ctx, only=ids)
    failed = _failed(kennisbank, ids)
    titles = kennisbank.catalogue.many([each.contribution for each in failed])
    if console.as_json:
        console.answer(
            {
                "download": {
                    "files": outcome.files,
                    "bytes": outcome.size,
                    "failed": len(failed),
                    "left": outcome.left,
                    "cancelled": outcome.cancelled,
                },
                "problems": [
                    {"contribution": each.contribution, "file": each.name, "reason": each.reason} for each in failed
                ],
            }
        )
    else:
        for each in failed:
            title = titles[each.contribution].metadata.values.title if each.contribution in titles else each.name
            console.complain(f"{title}: {_why(console, each)}")
        console.say("download.done", files=outcome.files, megabytes=f"{outcome.size / _MEGABYTE:.1f}")
        if outcome.left:
            console.say("download.left", count=outcome.left)
    return int(bool(failed or outcome.left))


def _remove(kennisbank: Kennisbank, ids: Sequence[ContributionId] | None, console: Console) -> int:
    if ids is None:
        raise BadInputError(console.text("download.name_what_to_remove"))
    freed = kennisbank.downloading.remove_here(ids)
    if console.as_json:
        console.answer({"removed": {"files": freed.count, "bytes": freed.bytes}})
    else:
        console.say("download.removed", files=freed.count, megabytes=f"{freed.bytes / _MEGABYTE:.1f}")
    return 0


def _named(
    kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext
) -> list[ContributionId] | None:
    """Return the contributions that were named, by id, edition, search or all; None where nothing was."""
    if arguments.all:
        return [each.id for each in kennisbank.catalogue.all()]
    if not arguments.what and not arguments.search:
        return None
    found: list[ContributionId] = []
    codes = {edition.code.casefold(): edition.code for edition, _ in kennisbank.catalogue.editions()}
    for word in arguments.what:
        code = codes.get(word.casefold())
        if code is None:
            found.append(kennisbank.catalogue.resolve(word).id)
        else:
            found += [each.id for each in kennisbank.catalogue.contributions_in("edition", code)]
    if arguments.search:
        catch_up(kennisbank, console, ctx)
        request = SearchRequest(arguments.search, limit=0, passages=0)
        found += [hit.contribution for hit in kennisbank.searching.find(request, ctx).results.hits]
    return list(dict.fromkeys(found))


def _failed(kennisbank: Kennisbank, ids: Sequence[ContributionId] | None) -> list[Offer]:
    wanted = ids if ids is not None else [each.id for each in kennisbank.catalogue.all()]
    offers = kennisbank.downloading.offers(wanted)
    return [each for found in offers.values() for each in found if each.state == "failed"]


def _why(console: Console, offer: Offer) -> str:
    key = f"download.failed.{offer.reason}"
    return console.text(key if has_sentence(key) else "download.failed.other", code=offer.reason)
