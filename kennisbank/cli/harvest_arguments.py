"""What can be typed after ``kennisbank harvest``."""

import argparse
from collections.abc import Callable


def add_harvest(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the arguments."""
    parser.add_argument("url", metavar="URL", help=help_("harvest_url"))
    parser.add_argument("--set", default="", metavar="SET", help=help_("harvest_set"))
    parser.add_argument("--since", default="", metavar="DATE", help=help_("harvest_since"))
    parser.add_argument("--edition", default="", metavar="CODE", help=help_("edition"))
    parser.add_argument("--dry-run", action="store_true", help=help_("dry_run"))
