"""``kennisbank show``, ``edit`` and ``list``: what is known of contributions, and mending it."""

from argparse import Namespace
from typing import cast

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.cli.arguments import EDITABLE, SEVERAL
from kennisbank.console import Console
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.metadata import FIELDS, Field
from kennisbank.domain.names import author_of
from kennisbank.errors import BadInputError
from kennisbank.sentences import has_sentence
from kennisbank.tasks.context import JobContext


def show(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Show all that is known of one contribution."""
    _show(kennisbank, console, kennisbank.catalogue.resolve(arguments.id))
    return 0


def edit(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Set fields by hand and show the outcome.

    Raises:
        BadInputError: no field was named.
    """
    changes: dict[Field, object] = {}
    for name in EDITABLE:
        value = getattr(arguments, name)
        if value is not None:
            changes[cast("Field", name)] = value
    for option, field in SEVERAL.items():
        given: list[str] | None = getattr(arguments, option)
        if given is not None:
            texts = tuple(text for text in given if text.strip())
            changes[cast("Field", field)] = tuple(map(author_of, texts)) if field == "authors" else texts
    if not changes:
        raise BadInputError(console.text("edit.nothing"))
    contribution = kennisbank.catalogue.resolve(arguments.id)
    kennisbank.catalogue.edit(contribution.id, changes)
    kennisbank.searching.catch_up(ctx)
    _show(kennisbank, console, kennisbank.catalogue.get(contribution.id))
    return 0


def list_(kennisbank: Kennisbank, _arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """List every contribution, by title."""
    contributions = kennisbank.catalogue.all()
    if console.as_json:
        console.answer({"contributions": [shapes.contribution_line(each) for each in contributions]})
        return 0
    for each in contributions:
        values = each.metadata.values
        authors = ", ".join(author.name for author in values.authors)
        line = f"{each.id[:8]}  {values.edition or values.year or '':<10}  {values.title}  {authors}"
        console.write(line + _absent(console, each))
    console.say("list.total", total=len(contributions))
    return 0


def _absent(console: Console, contribution: Contribution) -> str:
    """Return what is said behind a contribution whose file isn't here; empty for the others."""
    if contribution.withdrawn is not None:
        return f"  {console.text('download.withdrawn', words=contribution.withdrawn.words)}"
    return "" if contribution.current_files else f"  {console.text('download.not_here')}"


def _show(kennisbank: Kennisbank, console: Console, contribution: Contribution) -> None:
    offers = kennisbank.downloading.offers([contribution.id]).get(contribution.id, ())
    problems = kennisbank.catalogue.problems(contribution.id)
    if console.as_json:
        console.answer({"contribution": shapes.contribution(contribution, offers, problems)})
        return
    known = shapes.contribution(contribution)
    console.write(console.strong(contribution.metadata.values.title or console.text("search.untitled")))
    console.write(contribution.id)
    for name in FIELDS:
        value = known[name]
        if not value:
            continue
        source = contribution.metadata.provenance.get(name)
        origin = f"  ({console.text(f'source.{source.source}')})" if source else ""
        console.write(f"{console.text(f'field.{name}'):<14}{_plain(value)}{origin}")
    for file in contribution.files:
        version = console.text("show.version", version=file.version, pages=file.pages)
        console.write(f"{console.text('show.file'):<14}{file.name}  {version}  {file.hash[:12]}")
    for offer in offers:
        if offer.is_current and offer.state != "here":
            size = f"{offer.size / 1_000_000:.1f}"
            said = console.text("download.offered", megabytes=size, id=contribution.id[:8])
            console.write(f"{console.text('show.file'):<14}{offer.name}  {said}")
    for problem in problems:
        key = f"problem.{problem.code}"
        console.write(console.text(key, **problem.values) if has_sentence(key) else problem.message)
    if contribution.withdrawn is not None:
        console.write(console.text("download.withdrawn", words=contribution.withdrawn.words))


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(item["name"]) if isinstance(item, dict) else str(item) for item in value)
    return str(value)
