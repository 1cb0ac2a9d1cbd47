"""``kennisbank dossier export`` and ``licences``: a reading pack, and what of it may be copied for students."""

from argparse import Namespace
from typing import cast

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import dossier_shapes as shapes
from kennisbank.config.settings import load_settings
from kennisbank.console import Console
from kennisbank.errors import BadInputError
from kennisbank.services.pack_check import Files, LicenceCheck, left_out_words, licence_words, said_of
from kennisbank.services.packing import SUFFIXES, PackFormat, PackWishes
from kennisbank.tasks.context import JobContext


def licences(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    """Tell of each contribution of a dossier whether it may be copied, and what would stay out of a pack."""
    dossier = kennisbank.dossiers.resolve(arguments.dossier)
    check = kennisbank.packing.check(dossier.id, cast("Files", arguments.files))
    if console.as_json:
        console.answer({"licences": shapes.licences(check)})
        return 0
    for each in check.papers:
        console.write(each.contribution.metadata.values.title or console.text("search.untitled"))
        words = (licence_words(each.licence, console.language), left_out_words(each, console.language))
        console.write("    " + " ".join(part for part in words if part))
    _say(check, console)
    return 0


def export(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Say what may be copied, and write the pack.

    Raises:
        BadInputError: the name of the file doesn't say which form is wanted, and no form was named.
    """
    dossier = kennisbank.dossiers.resolve(arguments.dossier)
    wanted = arguments.format or next((f for f, suffix in SUFFIXES.items() if arguments.output.suffix == suffix), None)
    if wanted is None:
        raise BadInputError(console.text("pack.which_form"))
    wishes = PackWishes(
        cast("Files", arguments.files),
        arguments.style,
        arguments.language or console.language,
        has_annotations=arguments.annotations,
        name=load_settings(kennisbank.paths.settings_file).reader_name,
    )
    if not console.as_json:
        _say(kennisbank.packing.check(dossier.id, wishes.files), console)
    report = kennisbank.packing.export(dossier.id, arguments.output, cast("PackFormat", wanted), wishes, ctx)
    if console.as_json:
        console.answer({"export": shapes.pack(report, wanted, str(arguments.output))})
    else:
        console.say("pack.written", file=arguments.output, lines=report.lines, files=report.files)
    for each in report.problems:
        console.complain(console.text(f"problem.{each.code}", **each.values))
    return int(bool(report.problems))


def _say(check: LicenceCheck, console: Console) -> None:
    for each in said_of(check, console.language):
        console.write(each)
