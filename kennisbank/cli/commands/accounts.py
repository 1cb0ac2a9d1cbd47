"""``kennisbank register``, ``login``, ``logout``, ``claim`` and ``sessions``: who this is, to the archive.

A one-time code comes from standard input or is typed; as an argument other programs could read it.
"""

import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import TypeVar, cast, get_args

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import archive_shapes as shapes
from kennisbank.console import Console
from kennisbank.domain.archive import Occupation
from kennisbank.errors import BadInputError, NotConnectedError, NotFoundError, UnsentWorkError
from kennisbank.services.accounts import LoggedIn
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.tasks.context import JobContext

T = TypeVar("T")


def register(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Ask for an account, after showing the house rules and what is kept of a person."""
    info = kennisbank.accounts.info()
    if info is None:
        raise NotConnectedError
    if not console.as_json:
        _rules(console, info)
    mail = arguments.mail or _typed(console, "mail")
    name = arguments.name or _typed(console, "name")
    occupation = arguments.occupation or _typed(console, "occupation")
    if occupation not in get_args(Occupation):
        raise BadInputError(console.text("central.no_occupation", among=", ".join(get_args(Occupation))))
    organisation = arguments.organisation if arguments.organisation is not None else _typed(console, "organisation")
    if not arguments.accept_rules and _typed(console, "rules").strip().lower() not in {"j", "ja", "y", "yes"}:
        raise BadInputError(console.text("central.rules_not_accepted"))
    link = kennisbank.accounts.register(
        mail, name, cast("Occupation", occupation), organisation, console.language, accepts_rules=True
    )
    if console.as_json:
        console.answer({"asked": shapes.link(link)["asked"], "approval": info.approval})
    else:
        console.say("central.asked_now", mail=mail)
    return 0


def login(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Log in with a code, or have one sent; and print a device token where that is asked for."""
    if not arguments.mail and not arguments.print_token:
        raise BadInputError(console.text("central.no_mail"))
    done: LoggedIn | None = None
    if arguments.mail:
        code = _code(kennisbank, arguments, console)
        if not code:
            return _sent(kennisbank, arguments.mail, console)
        done = kennisbank.accounts.log_in(arguments.mail, code, arguments.device)
    answer = {} if done is None else {"account": shapes.account(done.account), "keyring": done.secrets_state}
    if arguments.print_token:
        answer["token"] = kennisbank.accounts.print_token(arguments.device, arguments.days)
    if console.as_json:
        console.answer(answer)
    else:
        _tell(console, done, str(answer.get("token", "")))
    if done is not None and done.secrets_state and not arguments.print_token:
        console.complain(console.text(f"error.SecretsUnavailableError.{done.secrets_state}"))
    return 0


def logout(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Log out; what the account has here is hidden, or removed."""
    try:
        done = kennisbank.accounts.log_out(removes=arguments.remove, even_unsent=arguments.even_unsent)
    except UnsentWorkError:
        for each in kennisbank.syncing.waiting():
            if not each.is_nobodys:
                console.complain(f"{each.kind}  {each.title}")
        raise
    if console.as_json:
        console.answer({"logged_out": True, "removed": arguments.remove, "archive_told": done.is_told})
        return 0
    console.say("central.removed" if arguments.remove else "central.hidden")
    if not done.is_told:
        console.say("central.not_told")
    return 0


def claim(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Make what was written before the log-in this account's: of all kinds, or of those that are named."""
    here = kennisbank.accounts.claimable()
    claimed = {kind: count for kind, count in here.items() if not arguments.kinds or kind in arguments.kinds}
    kennisbank.accounts.claim(list(claimed))
    if console.as_json:
        console.answer({"claimed": claimed})
    else:
        console.say("central.claimed", count=sum(claimed.values()))
    return 0


def sessions(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """List the devices on which one is logged in, or end the session of one."""
    found = kennisbank.accounts.sessions()
    if arguments.action == "end":
        session = one_of({each.id: each for each in found}, arguments.id, "session", console)
        kennisbank.accounts.end_session(session.id)
        if console.as_json:
            console.answer({"ended": session.id})
        else:
            console.say("central.session_ended", device=session.device)
        return 0
    if console.as_json:
        console.answer({"sessions": [shapes.session(each) for each in found]})
        return 0
    for each in found:
        key = "central.session_here" if each.is_current else "central.session_token" if each.is_token else ""
        words = console.text(key) if key else ""
        console.write("  ".join(part for part in (each.id[:8], each.device, each.used[:10], words) if part))
    return 0


def one_of(found: Mapping[str, T], text: str, kind: str, console: Console) -> T:
    """Return the one whose id begins with `text`.

    Raises:
        NotFoundError: there is none.
        BadInputError: there are several.
    """
    prefix = text.strip().lower()
    matching = [each for name, each in found.items() if prefix and name.lower().startswith(prefix)]
    if not matching:
        raise NotFoundError(kind, text)
    if len(matching) > 1:
        raise BadInputError(console.text("central.several", text=text))
    return matching[0]


def _code(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> str:
    """Return the code; empty when one is to be sent first."""
    if arguments.code == "-":
        return sys.stdin.readline().strip()
    if arguments.code is not None:
        console.complain(console.text("central.code_seen"))
        return str(arguments.code).strip()
    if not _is_asked(console):
        return ""
    code = _typed(console, "code")
    if not code:
        kennisbank.accounts.ask_code(arguments.mail, console.language)
        console.complain(console.text("central.code_sent", mail=arguments.mail))
        code = _typed(console, "code")
    return code


def _sent(kennisbank: Kennisbank, mail: str, console: Console) -> int:
    kennisbank.accounts.ask_code(mail, console.language)
    if console.as_json:
        console.answer({"code": "asked", "mail": mail})
    else:
        console.say("central.code_sent", mail=mail)
    return 0


def _tell(console: Console, done: LoggedIn | None, token: str) -> None:
    if token:
        console.write(token)
        console.complain(console.text("central.token_once"))
    elif done is not None:
        console.say("central.logged_in", name=done.account.name, mail=done.account.mail)


def _rules(console: Console, info: ArchiveInfo) -> None:
    for title, texts in (("house_rules", info.house_rules), ("privacy", info.privacy)):
        text = texts.get(console.language) or next(iter(texts.values()), "")
        if text:
            console.write(console.strong(console.text(f"central.{title}")))
            console.write(text.strip() + "\n")


def _is_asked(console: Console) -> bool:
    return not console.as_json and sys.stdin.isatty()


def _typed(console: Console, what: str) -> str:
    """Return what somebody types; where nobody can, say what is lacking.

    Raises:
        BadInputError: nobody sits at this terminal.
    """
    if not _is_asked(console):
        raise BadInputError(console.text(f"central.lacks_{what}"))
    sys.stderr.write(console.text(f"central.ask_{what}") + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()
