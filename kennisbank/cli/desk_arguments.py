"""What can be typed after ``remark``, ``newsletter`` and ``desk``."""

import argparse
from collections.abc import Callable
from typing import get_args

from kennisbank.sync.protocol_desk import DeskList, DeskVerb

STATES = ("open", "accepted", "declined", "hidden", "done", "all")
_Command = Callable[[str, str], argparse.ArgumentParser]


def add_desk(command: _Command, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    _remark(command("remark", "remark"), help_)
    newsletter = command("newsletter", "newsletter")
    newsletter.add_argument("wish", choices=("on", "off"), help=help_("newsletter_wish"))
    newsletter.add_argument("mail", metavar="MAIL", help=help_("newsletter_mail"))
    _desk(command("desk", "desk"), help_, common)


def _remark(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT", help=help_("remark_text"))
    parser.add_argument("--name", required=True, metavar="NAME", help=help_("remark_name"))
    parser.add_argument("--telephone", required=True, metavar="NUMBER", help=help_("remark_telephone"))
    parser.add_argument("--mail", default="", metavar="MAIL", help=help_("remark_mail"))


def _desk(parser: argparse.ArgumentParser, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help=help_("desk_list"), parents=[common])
    listing.set_defaults(action="list")
    listing.add_argument("list", nargs="?", choices=get_args(DeskList), help=help_("desk_which"))
    listing.add_argument("--state", choices=STATES, default="open", help=help_("desk_state"))
    for verb in get_args(DeskVerb):
        sub = actions.add_parser(verb, help=help_(f"desk_{verb}"), parents=[common])
        sub.set_defaults(action=verb)
        sub.add_argument("list", choices=get_args(DeskList), help=help_("desk_which"))
        sub.add_argument("id", metavar="ID", help=help_("desk_id"))
        sub.add_argument("--reason", default="", metavar="TEXT", help=help_("desk_reason"))
