"""What can be typed after ``kennisbank archive``."""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.console import language_of_environment
from kennisbank.sentences import sentence

Help = Callable[[str], str]
AddArguments = Callable[[argparse.ArgumentParser, argparse.ArgumentParser], None]
"""Adds a command's own arguments to its parser; the second one has those that all commands share, as a parent."""
DATA = "KENNISBANK_ARCHIVE_DATA"
PORT = 8765


def default_data() -> Path:
    """Return where the archive of whoever runs this stands, unless said otherwise."""
    named = os.environ.get(DATA, "")
    return Path(named) if named else Paths.archive()


def parse(argv: Sequence[str], more: Mapping[str, AddArguments]) -> argparse.Namespace:
    """Return the arguments; without a command they are those of ``start``, which makes the archive if need be.

    `more` are commands that describe their arguments themselves, by name. What can't be understood ends the program
    with exit code 2, with the usage on standard error.
    """
    language = language_of_environment()

    def help_(key: str) -> str:
        return sentence(f"archive_help.{key}", language, {"folder": default_data()})

    # Two of them: a parser's defaults are written into the actions it takes over from a parent.
    common = _common(help_)
    parser = argparse.ArgumentParser(
        "kennisbank archive", description=help_("archive"), parents=[_common(help_)], allow_abbrev=False
    )
    _serving(parser, help_)
    parser.set_defaults(
        command="start", data=None, json=False, verbose=False, database=None, files=None, mail=None, name=""
    )
    commands = parser.add_subparsers(metavar="COMMAND", title=help_("commands"))

    def command(name: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_(name), description=help_(name), parents=[common], allow_abbrev=False)
        sub.set_defaults(command=name)
        return sub

    _naming(command("init"), help_)
    _serving(command("serve"), help_)
    for name, add in more.items():
        add(command(name), common)
    return parser.parse_args(list(argv))


def _common(help_: Help) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, metavar="DIR", help=help_("data"))
    parser.add_argument("--json", action="store_true", help=help_("json"))
    parser.add_argument("--verbose", action="store_true", help=help_("verbose"))
    parser.add_argument("--database", metavar="URL", help=help_("database"))
    parser.add_argument("--files", metavar="DIR|s3://…", help=help_("files"))
    parser.add_argument("--mail", metavar="DIR|smtp://…", help=help_("mail"))
    return parser


def _naming(parser: argparse.ArgumentParser, help_: Help) -> None:
    for name in ("name", "foundation", "maintainer", "address", "url"):
        parser.add_argument(f"--{name}", default="", metavar=name.upper(), help=help_(name))
    parser.add_argument("--approval", choices=("maintainer", "mail"), default="maintainer", help=help_("approval"))


def _serving(parser: argparse.ArgumentParser, help_: Help) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=help_("host"))
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=help_("port"))
    parser.add_argument("--trust-proxy", action="append", default=[], metavar="ADDRESS", help=help_("trust_proxy"))
