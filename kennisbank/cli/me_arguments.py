"""What can be typed after ``me``: everything about oneself, given and erased."""

import argparse
from collections.abc import Callable
from pathlib import Path

_Command = Callable[[str, str], argparse.ArgumentParser]


def add_me(command: _Command, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    """Add the command."""
    actions = command("me", "me").add_subparsers(metavar="ACTION", required=True)
    export = actions.add_parser("export", help=help_("me_export"), parents=[common])
    export.set_defaults(action="export")
    export.add_argument("file", type=Path, metavar="FILE", help=help_("me_file"))
    erase = actions.add_parser("erase", help=help_("me_erase"), parents=[common])
    erase.set_defaults(action="erase")
    erase.add_argument("--code", metavar="-", help=help_("me_code"))
    erase.add_argument("--keep-notes", action="store_true", help=help_("me_keep_notes"))
    erase.add_argument("--here", action="store_true", help=help_("me_here"))
    erase.add_argument("--remove-notes", action="store_true", help=help_("me_remove_notes"))
    erase.add_argument("--proof", type=Path, metavar="FILE", help=help_("me_proof"))
    proof = actions.add_parser("proof", help=help_("me_show_proof"), parents=[common])
    proof.set_defaults(action="proof")
