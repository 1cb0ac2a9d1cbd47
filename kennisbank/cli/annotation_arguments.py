"""What can be typed after ``kennisbank annotations``."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kennisbank.domain.annotation import COLOURS, KINDS
from kennisbank.services.exchanging import FORMATS


def add_annotations(
    parser: argparse.ArgumentParser, help_: Callable[[str], str], common: argparse.ArgumentParser
) -> None:
    """Add the actions of ``annotations``; `help_` gives a sentence by its key, `common` are the shared options."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def action(name: str) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=help_(f"annotations_{name}"), parents=[common])
        sub.set_defaults(action=name)
        return sub

    listing = action("list")
    listing.add_argument("ids", nargs="*", metavar="ID", help=help_("id"))
    listing.add_argument("--text", default="", metavar="WORDS", help=help_("annotations_text"))
    listing.add_argument("--kind", action="append", choices=KINDS, default=[], help=help_("annotations_kind"))
    listing.add_argument("--tag", action="append", default=[], metavar="TAG", help=help_("annotations_tag"))
    listing.add_argument("--trashed", action="store_true", help=help_("annotations_trashed"))
    import_ = action("import")
    import_.add_argument("id", metavar="ID", help=help_("id"))
    import_.add_argument("file", nargs="?", type=Path, metavar="FILE", help=help_("annotations_file"))
    export = action("export")
    export.add_argument("ids", nargs="*", metavar="ID", help=help_("id"))
    export.add_argument("--format", choices=FORMATS, required=True, help=help_("annotations_format"))
    export.add_argument("-o", "--output", default="-", metavar="FILE", help=help_("annotations_output"))
    _making(action, help_)


def _making(action: Callable[[str], argparse.ArgumentParser], help_: Callable[[str], str]) -> None:
    add = action("add")
    add.add_argument("id", metavar="ID", help=help_("id"))
    add.add_argument("--quote", default="", metavar="TEXT", help=help_("annotations_quote"))
    add.add_argument("--page", type=int, metavar="N", help=help_("dossier_page"))
    add.add_argument("--kind", choices=KINDS, default="", help=help_("annotations_kind_made"))
    add.add_argument("--colour", choices=COLOURS, default="", help=help_("annotations_colour"))
    add.add_argument("--note", default="", metavar="TEXT", help=help_("annotations_note"))
    add.add_argument("--tag", action="append", default=[], metavar="TAG", help=help_("annotations_tags"))
    for name in ("trash", "restore"):
        action(name).add_argument("ids", nargs="+", metavar="ANNOTATION", help=help_("annotations_id"))
    share = action("share")
    share.add_argument("ids", nargs="+", metavar="ANNOTATION", help=help_("annotations_id"))
    add_audience(share, help_)


def add_audience(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add who may see something: people by their addresses, everybody with an account, or nobody else."""
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--with", dest="people", action="append", default=[], metavar="MAIL", help=help_("share_with"))
    whom.add_argument("--everyone", action="store_true", help=help_("share_everyone"))
    whom.add_argument("--nobody", action="store_true", help=help_("share_nobody"))
