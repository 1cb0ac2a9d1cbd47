"""``kennisbank cite``: contributions as references in a style, or as a file for a citation manager."""

import json
from argparse import Namespace
from pathlib import Path

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.errors import BadInputError
from kennisbank.services.citing import FORMATS, Citations
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Cite contributions, or list the styles there are.

    Raises:
        BadInputError: nothing was named to cite, or there is no such style.
    """
    if arguments.styles:
        return _styles(kennisbank, console)
    if not arguments.ids:
        raise BadInputError(console.text("cite.nothing"))
    ids = [kennisbank.catalogue.resolve(each).id for each in arguments.ids]
    found = kennisbank.citing.cite(ids, arguments.format, arguments.language or console.language)
    if arguments.output:
        kennisbank.citing.write(found, Path(arguments.output))
    _answer(console, arguments, [str(each) for each in ids], found)
    return int(bool(found.problems))


def _answer(console: Console, arguments: Namespace, ids: list[str], found: Citations) -> None:
    if console.as_json:
        answer: shapes.Json = {"format": arguments.format, "ids": ids, "file": arguments.output, "text": found.text}
        answer["html"] = found.html or None
        if arguments.format == "csl":
            answer["items"] = json.loads(found.text)
        answer["problems"] = [shapes.problem(each) for each in found.problems]
        console.answer({"citations": answer})
        return
    if arguments.output:
        console.say("cite.written", count=len(ids), file=arguments.output)
    else:
        console.write("\n".join(found.text.splitlines()))
    for each in found.problems:
        console.complain(console.text(f"problem.{each.code}", **each.values))


def _styles(kennisbank: Kennisbank, console: Console) -> int:
    styles = kennisbank.citing.styles()
    if console.as_json:
        known = [{"id": style.id, "name": style.name} for style in styles]
        console.answer({"styles": known, "formats": list(FORMATS)})
        return 0
    for style in styles:
        console.write(f"{style.id:<12}{style.name}")
    for name in FORMATS:
        console.write(f"{name:<12}{console.text(f'cite.{name}')}")
    return 0
