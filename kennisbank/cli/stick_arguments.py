"""What can be typed after ``kennisbank stick`` and ``kennisbank stick-copy``."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add_stick(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the arguments of ``stick``."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=help_("stick_folder"))
    parser.add_argument("--confirm", default="", metavar="FINGERPRINT", help=help_("stick_confirm"))
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--take-files", dest="files", action="store_true", default=True, help=help_("stick_take_files"))
    files.add_argument("--no-files", dest="files", action="store_false", help=help_("stick_no_files"))
    parser.add_argument("--accept-removals", action="store_true", help=help_("stick_accept_removals"))


def add_stick_copy(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the arguments of ``stick-copy``."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=help_("stick_folder"))
    parser.add_argument("target", type=Path, metavar="TARGET", help=help_("stick_target"))
