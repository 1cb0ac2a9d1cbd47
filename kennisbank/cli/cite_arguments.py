"""What can be typed after ``kennisbank cite``."""

import argparse
from collections.abc import Callable


def add_cite(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    """Add the options of ``cite``; `help_` gives a sentence by its key."""
    parser.add_argument("ids", nargs="*", metavar="ID", help=help_("cite_ids"))
    parser.add_argument("--format", default="apa", metavar="bibtex|ris|csl|STYLE", help=help_("cite_format"))
    parser.add_argument("-o", "--output", metavar="FILE", help=help_("cite_output"))
    parser.add_argument("--language", choices=("nl", "en"), default="", help=help_("cite_language"))
    parser.add_argument("--styles", action="store_true", help=help_("cite_styles"))
