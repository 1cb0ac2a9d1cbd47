"""``kennisbank archive users …``: accounts from the server's own command line, where nobody needs to log in."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType

from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.console import Console, language_of_environment
from kennisbank.sentences import sentence
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo

DONE, MISTAKE = 0, 2
_STATES = ("requested", "active", "suspended", "refused", "erased")
_CHANGES: Mapping[str, AccountChange] = MappingProxyType(
    {
        "approve": AccountChange(state="active"),
        "refuse": AccountChange(state="refused"),
        "suspend": AccountChange(state="suspended"),
        "restore": AccountChange(state="active"),
    }
)


def add_arguments(parser: ArgumentParser, common: ArgumentParser) -> None:
    """Add what can be typed after ``archive users``; `common` has the arguments that all commands share."""
    language = language_of_environment()

    def help_(key: str) -> str:
        return sentence(f"users_help.{key}", language)

    commands = parser.add_subparsers(metavar="COMMAND", required=True, dest="users")

    def command(name: str) -> ArgumentParser:
        return commands.add_parser(
            name, help=help_(name), description=help_(name), parents=[common], allow_abbrev=False
        )

    def about_one(name: str) -> ArgumentParser:
        sub = command(name)
        sub.add_argument("who", metavar="MAIL", help=help_("who"))
        return sub

    add = about_one("add")
    add.add_argument("--role", choices=("reader", "maintainer"), default="reader", help=help_("right"))
    add.add_argument("--name", dest="person", default="", metavar="NAME", help=help_("name"))
    add.add_argument("--language", choices=("nl", "en"), default=language, help=help_("language"))
    command("list").add_argument("--state", choices=_STATES, help=help_("state"))
    for name in _CHANGES:
        about_one(name).add_argument("--reason", default="", metavar="TEXT", help=help_("reason"))
    role = about_one("role")
    role.add_argument("right", choices=("reader", "maintainer"), help=help_("right"))
    role.add_argument("--reason", default="", metavar="TEXT", help=help_("reason"))
    about_one("sessions").add_argument("--end", action="store_true", help=help_("end"))
    command("trail").add_argument("--limit", type=_number, default=100, metavar="N", help=help_("limit"))
    command("messages")


def run(archive: Archive, arguments: Namespace, console: Console) -> int:
    """Do what was typed and return the exit code."""
    try:
        _COMMANDS[arguments.users](Administration(archive), arguments, console)
    except FaultError as fault:
        words = console.text(f"fault.{fault.code}")
        if fault.where:
            words = f"{words} ({fault.where})"
        if console.as_json:
            console.answer({"error": {"type": fault.code, "message": words}})
        console.complain(words)
        return MISTAKE
    return DONE


def _add(accounts: Administration, arguments: Namespace, console: Console) -> None:
    code = accounts.add(arguments.who, name=arguments.person, right=arguments.role, language=arguments.language)
    found = accounts.of_mail(arguments.who)
    assert found is not None, "it was added"
    if console.as_json:
        console.answer({"mail": found.mail, "code": code})
    else:
        console.say("users.added", mail=found.mail, code=code)


def _list(accounts: Administration, arguments: Namespace, console: Console) -> None:
    found = accounts.accounts(arguments.state)
    if console.as_json:
        console.answer({"accounts": [asdict(each) for each in found], "unnamed": accounts.unnamed()})
        return
    if not found:
        console.say("users.none")
    for each in found:
        _show(each, console)
    if unnamed := accounts.unnamed():
        console.say("users.unnamed", count=unnamed)


def _change(accounts: Administration, arguments: Namespace, console: Console) -> None:
    known = _CHANGES.get(arguments.users)
    wanted = AccountChange(
        state=None if known is None else known.state,
        right=arguments.right if arguments.users == "role" else None,
        reason=arguments.reason[:4000],
    )
    changed = accounts.change("", _one(accounts, arguments.who).id, wanted)
    if console.as_json:
        console.answer(asdict(changed))
    else:
        _show(changed, console)


def _sessions(accounts: Administration, arguments: Namespace, console: Console) -> None:
    account = _one(accounts, arguments.who).id
    if arguments.end:
        count = accounts.end_sessions("", account)
        if console.as_json:
            console.answer({"ended": count})
        else:
            console.say("users.ended", count=count)
        return
    found = accounts.sessions(account)
    if console.as_json:
        console.answer({"sessions": [asdict(each) for each in found]})
        return
    if not found:
        console.say("users.no_sessions")
    for each in found:
        console.say("users.session", device=each.device or "–", used=each.used[:16], ends=each.ends[:16], id=each.id)


def _trail(accounts: Administration, arguments: Namespace, console: Console) -> None:
    found = accounts.trail(None, arguments.limit)
    if console.as_json:
        console.answer({"trail": [asdict(each) for each in found]})
        return
    for each in found:
        console.write(f"{each.moment[:19]}  {each.action}  {each.subject}  {each.actor or '–'}  {each.detail}".rstrip())


def _messages(accounts: Administration, _arguments: Namespace, console: Console) -> None:
    waiting, failed = accounts.messages()
    if console.as_json:
        console.answer({"waiting": waiting, "failed": failed})
    else:
        console.say("users.messages", waiting=waiting, failed=failed)


def _one(accounts: Administration, who: str) -> AccountInfo:
    found = accounts.of_mail(who)
    if found is None:
        raise FaultError("not_found")
    return found


def _show(account: AccountInfo, console: Console) -> None:
    right = console.text(f"users.right_{account.right}")
    of = f", {account.organisation}" if account.organisation else ""
    console.write(f"{account.mail}  {account.name} ({account.occupation}{of})  {right}  {account.requested[:10]}")


def _number(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError(text)
    return number


_COMMANDS: Mapping[str, Callable[[Administration, Namespace, Console], None]] = MappingProxyType(
    {
        "add": _add,
        "list": _list,
        **dict.fromkeys((*_CHANGES, "role"), _change),
        "sessions": _sessions,
        "trail": _trail,
        "messages": _messages,
    }
)
