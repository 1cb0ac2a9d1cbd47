"""What can be typed after ``kennisbank dossier``."""

import argparse
from collections.abc import Callable


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
    of_one("trash")
    of_one("restore")
