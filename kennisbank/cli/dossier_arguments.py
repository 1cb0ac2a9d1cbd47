"""What can be typed after ``kennisbank dossier``."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kennisbank.cli.annotation_arguments import add_audience
from kennisbank.sentences import LANGUAGES

FORMATS, FILES = ("pdf", "markdown", "zip"), ("all", "allowed", "stated")
"""As in `services.packing`, which is loaded when a command runs."""


def add_dossier(parser: argparse.ArgumentParser, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    """Add the actions of ``dossier``; `help_` gives a sentence by its key, `common` are the shared options."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def action(name: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=help_(f"dossier_{name}"), parents=[common])
        sub.set_defaults(action=name)
        return sub

    def of_one(name: str) -> argparse.ArgumentParser:
        sub = action(name)
        sub.add_argument("dossier", metavar="ID", help=help_("dossier_id"))
        return sub

    action("list").add_argument("--trash", action="store_true", help=help_("dossier_trashed"))
    of_one("show")
    create = action("create")
    create.add_argument("name", metavar="NAME", help=help_("dossier_name"))
    create.add_argument("--remark", default="", metavar="TEXT", help=help_("dossier_remark"))
    add = of_one("add")
    add.add_argument("ids", nargs="+", metavar="CONTRIBUTION", help=help_("id"))
    add.add_argument("--quote", metavar="TEXT", help=help_("dossier_quote"))
    add.add_argument("--page", type=int, metavar="N", help=help_("dossier_page"))
    add.add_argument("--remark", default="", metavar="TEXT", help=help_("dossier_remark"))
    of_one("remove").add_argument("items", nargs="+", metavar="ITEM", help=help_("dossier_item"))
    move = of_one("move")
    move.add_argument("item", metavar="ITEM", help=help_("dossier_item"))
    move.add_argument("place", type=int, metavar="N", help=help_("dossier_place"))
    of_one("rename").add_argument("name", metavar="NAME", help=help_("dossier_name"))
    remark = of_one("remark")
    remark.add_argument("text", metavar="TEXT", help=help_("dossier_remark"))
    remark.add_argument("--item", metavar="ITEM", help=help_("dossier_of_item"))
    of_one("trash")
    of_one("restore")
    of_one("copy")
    add_audience(of_one("share"), help_)
    of_one("licences").add_argument("--files", choices=FILES, default="allowed", help=help_("dossier_files"))
    export = of_one("export")
    export.add_argument("--format", choices=FORMATS, help=help_("dossier_format"))
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=help_("dossier_output"))
    export.add_argument("--files", choices=FILES, default="allowed", help=help_("dossier_files"))
    export.add_argument("--style", default="apa", metavar="STYLE", help=help_("dossier_style"))
    export.add_argument("--language", choices=LANGUAGES, help=help_("dossier_language"))
    export.add_argument("--annotations", action="store_true", help=help_("dossier_annotations"))
