"""What can be typed after ``kennisbank``."""

import argparse
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

from kennisbank.cli.annotation_arguments import add_annotations
from kennisbank.cli.archive_arguments import add_archive
from kennisbank.cli.cite_arguments import add_cite
from kennisbank.cli.desk_arguments import add_desk
from kennisbank.cli.dossier_arguments import add_dossier
from kennisbank.cli.file_arguments import add_download, add_publish
from kennisbank.cli.harvest_arguments import add_harvest
from kennisbank.cli.me_arguments import add_me
from kennisbank.cli.said_arguments import add_said
from kennisbank.cli.stick_arguments import add_stick, add_stick_copy
from kennisbank.console import language_of_environment
from kennisbank.domain.links import looks_like_link, parse_link
from kennisbank.domain.results import Order
from kennisbank.sentences import Language, sentence

EDITABLE = ("title", "abstract", "year", "language", "kind", "doi", "licence", "edition")
"""Fields with one value, each an option of ``edit`` of the same name."""
SEVERAL = {"author": "authors", "keyword": "keywords", "theme": "themes"}
"""Options of ``edit`` that may be given more than once, and the field they fill."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; `command` is None when the window is asked for.

    What can't be understood ends the program with exit code 2, as argparse does, with the usage on standard error.
    """
    return _parser(language_of_environment()).parse_args(_with_link_opened(argv))


def _with_link_opened(argv: Sequence[str]) -> list[str]:
    """Return the arguments with ``open`` before a link that stands there alone, as desktops call programs."""
    at = 0
    while at < len(argv) and argv[at].startswith("-"):
        at += 2 if argv[at] == "--home" else 1
    is_link = at < len(argv) and looks_like_link(argv[at])
    return [*argv[:at], "open", *argv[at:]] if is_link else list(argv)


@cache
def _parser(language: Language) -> argparse.ArgumentParser:
    """Return what reads the arguments; making it takes longer than most commands do, so it is made once."""

    def help_(key: str) -> str:
        return sentence(f"help.{key}", language)

    # Two of them: a parser's defaults are written into the actions it takes over from a parent.
    common = _common(help_)
    parser = argparse.ArgumentParser("kennisbank", description=help_("kennisbank"), parents=[_common(help_)])
    parser.set_defaults(home=None, json=False, verbose=False, command=None)
    commands = parser.add_subparsers(metavar="COMMAND", title=help_("commands"))

    def command(name: str, key: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_(key), description=help_(key), parents=[common])
        sub.set_defaults(command=name)
        return sub

    _import(command("import", "import"), help_)
    add_harvest(command("harvest", "harvest"), help_)
    add_stick(command("stick", "stick"), help_)
    add_stick_copy(command("stick-copy", "stick_copy"), help_)
    _search(command("search", "search"), help_)
    _related(command("related", "related"), help_)
    links = command("links", "links")
    links.add_argument("id", metavar="ID", help=help_("id"))
    links.add_argument("--check", action="store_true", help=help_("links_check"))
    _saved(command("saved", "saved"), help_, common)
    add_annotations(command("annotations", "annotations"), help_, common)
    add_dossier(command("dossier", "dossier"), help_, common)
    command("open", "open").add_argument("link", metavar="LINK", type=_link, help=help_("link"))
    add_cite(command("cite", "cite"), help_)
    command("show", "show").add_argument("id", metavar="ID", help=help_("id"))
    _edit(command("edit", "edit"), help_)
    command("list", "list")
    _batch(command("batch", "batch"), help_, common)
    command("export", "export").add_argument("folder", type=Path, metavar="DIR", help=help_("export_folder"))
    command("restore", "restore").add_argument("source", type=Path, metavar="SOURCE", help=help_("restore_source"))
    command("backup", "backup")
    command("check", "check").add_argument("--repair", action="store_true", help=help_("repair"))
    command("reindex", "reindex")
    command("ocr", "ocr").add_argument("ids", nargs="*", metavar="ID", help=help_("ocr_ids"))
    synonyms = command("synonyms", "synonyms")
    synonyms.add_argument("term", nargs="*", metavar="TERM", help=help_("synonyms_term"))
    synonyms.add_argument("--check", type=Path, metavar="FILE", help=help_("synonyms_check"))
    add_archive(command, help_, common)
    add_download(command("download", "download"), help_)
    add_publish(command("publish", "publish"), help_)
    add_desk(command, help_, common)
    add_me(command, help_, common)
    add_said(command, help_, common)
    return parser


def _common(help_: Callable[[str], str]) -> argparse.ArgumentParser:
    """Return the options that may stand before or after the command."""
    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: an option given before the command must not be overwritten by its default after the command.
    common.add_argument("--home", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=help_("home"))
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=help_("json"))
    common.add_argument("--verbose", action="store_true", default=argparse.SUPPRESS, help=help_("verbose"))
    return common


def _import(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("source", nargs="+", type=Path, metavar="SOURCE", help=help_("source"))
    parser.add_argument("--list", type=Path, metavar="FILE", dest="list_file", help=help_("list_file"))
    parser.add_argument("--edition", default="", metavar="CODE", help=help_("edition"))
    parser.add_argument("--dry-run", action="store_true", help=help_("dry_run"))


def _search(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help=help_("query"))
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help=help_("limit"))
    parser.add_argument("--offset", type=_count, default=0, metavar="N", help=help_("offset"))
    parser.add_argument("--facets", action="store_true", help=help_("facets"))
    _manner(parser, help_)


def _manner(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the options that say how a query is answered."""
    parser.add_argument("--order", choices=get_args(Order), default="relevance", help=help_("order"))
    parser.add_argument("--strict", action="store_true", help=help_("strict"))


def _related(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("id", metavar="ID", help=help_("id"))
    parser.add_argument("--limit", type=_count, default=5, metavar="N", help=help_("limit_related"))


def _saved(parser: argparse.ArgumentParser, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def action(name: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=help_(f"saved_{name}"), parents=[common])
        sub.set_defaults(action=name)
        return sub

    action("list")
    add = action("add")
    add.add_argument("name", metavar="NAME", help=help_("saved_name"))
    add.add_argument("query", nargs="+", metavar="QUERY", help=help_("query"))
    _manner(add, help_)
    action("remove").add_argument("name", metavar="NAME", help=help_("saved_name"))
    action("new").add_argument("--seen", action="store_true", help=help_("saved_seen"))


def _edit(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("id", metavar="ID", help=help_("id"))
    for name in EDITABLE:
        parser.add_argument(f"--{name}", metavar=name.upper(), type=_year if name == "year" else str)
    for option in SEVERAL:
        parser.add_argument(f"--{option}", action="append", metavar=option.upper(), help=help_("several"))


def _batch(parser: argparse.ArgumentParser, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help=help_("batch_list"), parents=[common])
    listing.set_defaults(action="list")
    undo = actions.add_parser("undo", help=help_("batch_undo"), parents=[common])
    undo.set_defaults(action="undo")
    undo.add_argument("id", metavar="ID", help=help_("batch_id"))


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(sentence("help.not_negative", language_of_environment()))
    return number


def _link(text: str) -> str:
    if parse_link(text) is None:
        raise argparse.ArgumentTypeError(sentence("help.not_a_link", language_of_environment()))
    return text


def _year(text: str) -> int | None:
    return int(text) if text.strip() else None
