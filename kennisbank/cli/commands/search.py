"""``kennisbank search``: a query in, contributions with their passages out."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.cli.console import Console
from kennisbank.domain.results import ContributionHit, Mark, SearchRequest
from kennisbank.errors import LibraryBusyError
from kennisbank.services.searching import Found
from kennisbank.tasks.context import JobContext

_PASSAGES_SHOWN = 3


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Search, after bringing over what the index lacks; finding nothing is an answer, not a problem."""
    try:
        kennisbank.searching.catch_up(ctx)
    except LibraryBusyError:
        console.complain(console.text("search.busy"))
    request = SearchRequest(" ".join(arguments.query), limit=arguments.limit, offset=arguments.offset)
    answer = kennisbank.searching.find(request, ctx)
    if console.as_json:
        console.answer(shapes.found(answer))
    else:
        _as_text(console, answer)
    return 0


def _as_text(console: Console, answer: Found) -> None:
    results = answer.results
    for part in results.not_understood:
        piece = results.request.query[part.start : part.end]
        console.complain(console.text("search.not_understood", part=piece))
    for hit in results.hits:
        _hit(console, answer, hit)
    for sheet in results.cover_sheets:
        name = answer.file_names.get(sheet.file, "")
        console.write(console.strong(console.text("search.cover_sheet", file=name)))
        console.write(f"    {_marked(console, sheet.snippet, sheet.marks)}\n")
    console.say("search.total", total=results.total, passages=results.passage_total)
    if results.suggestion:
        console.say("search.suggestion", suggestion=results.suggestion)


def _hit(console: Console, answer: Found, hit: ContributionHit) -> None:
    contribution = answer.contributions.get(hit.contribution)
    if contribution is None:
        return
    values = contribution.metadata.values
    console.write(console.strong(values.title or console.text("search.untitled")))
    about = [", ".join(author.name for author in values.authors), values.edition or str(values.year or "")]
    console.write("  " + " · ".join([part for part in about if part] + [contribution.id[:8]]))
    for passage in hit.passages[:_PASSAGES_SHOWN]:
        place = (
            console.text("search.lines", first=passage.lines[0], last=passage.lines[1])
            if passage.lines
            else console.text("search.page", page=passage.page)
        )
        console.write(f"    {place}  {_marked(console, passage.snippet, passage.marks)}")
    if hit.passage_count > _PASSAGES_SHOWN:
        console.write("    " + console.text("search.more", count=hit.passage_count - _PASSAGES_SHOWN))
    console.write()


def _marked(console: Console, snippet: str, marks: tuple[Mark, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.start >= at:
            pieces += [snippet[at : mark.start], console.strong(snippet[mark.start : mark.end])]
            at = mark.end
    return "".join([*pieces, snippet[at:]]).replace("\n", " ")
