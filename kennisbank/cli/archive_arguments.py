"""What can be typed after the commands about the central archive: connecting, logging in, keeping in step."""

import argparse
from collections.abc import Callable
from typing import get_args

from kennisbank.domain.archive import Occupation
from kennisbank.domain.syncing import Choice

KINDS = ("annotation", "dossier", "reading", "reading_mark", "saved_search")
"""What may be claimed, as in JSON."""
_Command = Callable[[str, str], argparse.ArgumentParser]


def add_archive(command: _Command, help_: Callable[[str], str], common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    connect = command("connect", "connect")
    connect.add_argument("url", metavar="URL", help=help_("archive_url"))
    connect.add_argument("--dry-run", action="store_true", help=help_("connect_dry_run"))
    command("disconnect", "disconnect")
    command("status", "status")
    sync = command("sync", "sync")
    sync.add_argument("--accept-removals", action="store_true", help=help_("accept_removals"))
    _register(command("register", "register"), help_)
    _login(command("login", "login"), help_)
    logout = command("logout", "logout")
    logout.add_argument("--remove", action="store_true", help=help_("logout_remove"))
    logout.add_argument("--even-unsent", action="store_true", help=help_("even_unsent"))
    claim = command("claim", "claim")
    claim.add_argument("kinds", nargs="*", metavar="KIND", choices=[*KINDS, []], help=help_("claim_kinds"))
    _actions(command("sessions", "sessions"), {"end": "session_id"}, help_, common)
    _actions(command("waiting", "waiting"), {"retry": "waiting_id", "take-back": "waiting_id"}, help_, common)
    resolve = _actions(
        command("conflicts", "conflicts"), {"resolve": "conflict_id", "bring-back": "loser_id"}, help_, common
    )["resolve"]
    resolve.add_argument("choice", choices=get_args(Choice), metavar="mine|theirs|both", help=help_("choice"))


def _register(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    for name in ("mail", "name", "organisation"):
        parser.add_argument(f"--{name}", metavar=name.upper(), help=help_(f"register_{name}"))
    parser.add_argument("--occupation", choices=get_args(Occupation), help=help_("register_occupation"))
    parser.add_argument("--accept-rules", action="store_true", help=help_("accept_rules"))


def _login(parser: argparse.ArgumentParser, help_: Callable[[str], str]) -> None:
    parser.add_argument("mail", nargs="?", default="", metavar="MAIL", help=help_("login_mail"))
    parser.add_argument("--code", metavar="-", help=help_("login_code"))
    parser.add_argument("--device", default="", metavar="NAME", help=help_("login_device"))
    parser.add_argument("--print-token", action="store_true", help=help_("print_token"))
    parser.add_argument("--days", type=int, default=90, metavar="N", help=help_("token_days"))


def _actions(
    parser: argparse.ArgumentParser,
    actions: dict[str, str],
    help_: Callable[[str], str],
    common: argparse.ArgumentParser,
) -> dict[str, argparse.ArgumentParser]:
    """Add what can be done with one of the things that a command lists; without an action it lists them."""
    parser.set_defaults(action="list")
    subs = parser.add_subparsers(metavar="ACTION")
    made = {}
    for name, id_help in actions.items():
        sub = subs.add_parser(name, help=help_(f"{id_help}_{name}"), parents=[common])
        sub.set_defaults(action=name)
        sub.add_argument("id", metavar="ID", help=help_(id_help))
        made[name] = sub
    return made
