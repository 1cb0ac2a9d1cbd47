"""What can be typed after the commands about the archive's files: fetching them, and publishing imports."""

import argparse
from collections.abc import Callable

HOW = ("withdrawn", "erased", "hidden")
"""How a contribution may be taken out of the archive; all but the first leave nothing of it."""


def add_download(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the options of ``download``."""
    parser.add_argument("what", nargs="*", metavar="ID|EDITION", help=help_("download_what"))
    parser.add_argument("--all", action="store_true", help=help_("download_all"))
    parser.add_argument("--search", default="", metavar="QUERY", help=help_("download_search"))
    parser.add_argument("--remove", action="store_true", help=help_("download_remove"))


def add_publish(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the options of ``publish``."""
    parser.add_argument("batch", nargs="?", default="", metavar="BATCH", help=help_("publish_batch"))
    parser.add_argument("--withdraw", action="append", default=[], metavar="ID", help=help_("publish_withdraw"))
    parser.add_argument("--reason", default="", metavar="TEXT", help=help_("publish_reason"))
    parser.add_argument("--how", choices=HOW, default=HOW[0], help=help_("publish_how"))
