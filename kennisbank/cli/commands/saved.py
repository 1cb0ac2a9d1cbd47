"""``kennisbank saved``: searches that are kept, and what is new in them."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.cli.commands.search import catch_up
from kennisbank.console import Console
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.errors import NotFoundError
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """List them, keep one more, let one go, or tell what is new."""
    match arguments.action:
        case "add":
            return _add(kennisbank, arguments, console, ctx)
        case "remove":
            return _remove(kennisbank, arguments.name, console)
        case "new":
            return _new(kennisbank, arguments, console, ctx)
        case _:
            return _list(kennisbank, console)


def _list(kennisbank: Kennisbank, console: Console) -> int:
    kept = kennisbank.saved_searches.all()
    if console.as_json:
        console.answer({"saved": [shapes.saved(each) for each in kept]})
        return 0
    for each in kept:
        filters = ", ".join(value for values in each.filters.values() for value in sorted(values))
        console.write("  ".join(part for part in (console.strong(each.name), each.query, filters) if part))
    return 0


def _add(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    catch_up(kennisbank, console, ctx)
    request = SearchRequest(" ".join(arguments.query), order=arguments.order, is_strict=arguments.strict)
    saved = kennisbank.saved_searches.add(arguments.name, request).saved
    if console.as_json:
        console.answer({"saved": shapes.saved(saved)})
    else:
        console.say("saved.added", name=saved.name)
    return 0


def _remove(kennisbank: Kennisbank, name: str, console: Console) -> int:
    saved = kennisbank.saved_searches.remove(_resolve(kennisbank, name).id).saved
    if console.as_json:
        console.answer({"removed": shapes.saved(saved)})
    else:
        console.say("saved.removed", name=saved.name)
    return 0


def _new(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    catch_up(kennisbank, console, ctx)
    keep = kennisbank.saved_searches
    news = keep.news(ctx)
    papers = kennisbank.catalogue.many([each for new in news.values() for each in new])
    answered = []
    for saved in keep.all():
        new = [papers[each] for each in news.get(saved.id, ()) if each in papers]
        answered.append({**shapes.saved(saved), "new": [shapes.contribution_line(each) for each in new]})
        if new and not console.as_json:
            console.write(console.strong(console.text("saved.new", name=saved.name, count=len(new))))
            for each in new:
                console.write(f"    {each.id[:8]}  {each.metadata.values.title or console.text('search.untitled')}")
    if console.as_json:
        console.answer({"saved": answered})
    elif not any(news.values()):
        console.say("saved.nothing_new")
    if arguments.seen:
        for saved_id in news:
            keep.see(saved_id)
    return 0


def _resolve(kennisbank: Kennisbank, name: str) -> SavedSearch:
    wanted = " ".join(name.split()).casefold()
    for each in kennisbank.saved_searches.all():
        if wanted in {each.name.casefold(), each.id}:
            return each
    raise NotFoundError("saved search", name)
