"""``kennisbank search``: a query in, contributions with their passages out."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.domain.results import ContributionHit, Mark, PassageHit, Repeat, Results, SearchRequest
from kennisbank.errors import LibraryBusyError
from kennisbank.services.searching import Found
from kennisbank.tasks.context import JobContext

_PASSAGES_SHOWN = 3
_VALUES_SHOWN = 8


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Search, after bringing over what the index lacks; finding nothing is an answer, not a problem."""
    catch_up(kennisbank, console, ctx)
    request = SearchRequest(
        " ".join(arguments.query),
        limit=arguments.limit,
        offset=arguments.offset,
        facets=arguments.facets,
        order=arguments.order,
        is_strict=arguments.strict,
    )
    answer = kennisbank.searching.find(request, ctx)
    if console.as_json:
        console.answer(shapes.found(answer))
    else:
        _as_text(console, answer)
    return 0


def catch_up(kennisbank: Kennisbank, console: Console, ctx: JobContext) -> None:
    """Bring over what the index lacks, unless another program is at it: that is said, and no reason to stop."""
    try:
        kennisbank.searching.catch_up(ctx)
    except LibraryBusyError:
        console.complain(console.text("search.busy"))


def _as_text(console: Console, answer: Found) -> None:
    results = answer.results
    _notices(console, results)
    for hit in results.hits:
        _hit(console, answer, hit)
    for sheet in results.cover_sheets:
        name = answer.file_names.get(sheet.file, "")
        console.write(console.strong(console.text("search.cover_sheet", file=name)))
        console.write(f"    {_marked(console, sheet.snippet, sheet.marks)}\n")
    key = "search.total" if results.total_is_exact else "search.total_at_least"
    console.say(key, total=results.total, passages=results.passage_total)
    for name, counts in results.facets.items():
        values = ", ".join(f"{each.value} {each.count}" for each in counts[:_VALUES_SHOWN])
        if values:
            console.write(f"    {console.text(f'facet.{name}')}: {values}")
    if results.suggestion:
        console.say("search.suggestion", suggestion=results.suggestion)


def _notices(console: Console, results: Results) -> None:
    """Say how the answer came about where it isn't what one may think."""
    query = results.request.query
    for part in results.not_understood:
        console.complain(console.text("search.not_understood", part=query[part.start : part.end]))
    for each in results.replacements:
        console.complain(console.text("search.replaced", word=each.word, by=each.by))
    if results.is_relaxed:
        key = "search.relaxed_some" if results.total_with_all else "search.relaxed_none"
        console.complain(console.text(key, count=results.total_with_all))
    if results.index_state == "building":
        console.complain(console.text("search.building"))


def _hit(console: Console, answer: Found, hit: ContributionHit) -> None:
    contribution = answer.contributions.get(hit.contribution)
    if contribution is None:
        return
    values = contribution.metadata.values
    console.write(console.strong(values.title or console.text("search.untitled")))
    about = [", ".join(author.name for author in values.authors), values.edition or str(values.year or "")]
    absent = [] if contribution.current_files else [console.text("download.not_here")]
    console.write("  " + " · ".join([*(part for part in about if part), contribution.id[:8], *absent]))
    if hit.lacking:
        console.write("    " + console.text("search.lacking", words=", ".join(hit.lacking)))
    for passage in hit.passages[:_PASSAGES_SHOWN]:
        places = [_place(console, passage), *(_place(console, each) for each in passage.repeats)]
        machine = f" ({console.text('search.by_machine')})" if passage.is_read_by_machine else ""
        console.write(f"    {', '.join(places)}{machine}  {_marked(console, passage.snippet, passage.marks)}")
    if hit.passage_count > _PASSAGES_SHOWN:
        console.write("    " + console.text("search.more", count=hit.passage_count - _PASSAGES_SHOWN))
    console.write()


def _place(console: Console, at: PassageHit | Repeat) -> str:
    if at.lines:
        return console.text("search.lines", first=at.lines[0], last=at.lines[1])
    return console.text("search.page", page=at.page)


def _marked(console: Console, snippet: str, marks: tuple[Mark, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.start >= at:
            pieces += [snippet[at : mark.start], console.strong(snippet[mark.start : mark.end])]
            at = mark.end
    return "".join([*pieces, snippet[at:]]).replace("\n", " ")
