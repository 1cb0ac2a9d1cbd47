"""``kennisbank archive …``: the commands of whoever keeps a central archive. Knows nothing of the client, nor of Qt."""

import logging
import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence

from kennisbank.archive.commands import keeping_command, pack_command, users_command
from kennisbank.archive.commands.command_arguments import AddArguments, parse
from kennisbank.archive.commands.opening import Place, data_of, has_archive, make_place, typed_passwords
from kennisbank.archive.configuration import FILE_NAME
from kennisbank.archive.logs import LOGGER, start_logs
from kennisbank.archive.world import Archive
from kennisbank.console import Console
from kennisbank.errors import BadInputError, EnvironmentFailure, KennisbankError, UserError
from kennisbank.sentences import has_sentence
from kennisbank.sync.protocol_accounts import AccountInfo

DONE, MISTAKE, ENVIRONMENT, BUG, INTERRUPTED = 0, 2, 3, 70, 130
PROGRAM = "KENNISBANK_PROGRAM"
"""How this program was started, for examples of commands that can be typed again; the run script says so."""

Command = Callable[[Namespace, Console], int]


def main(argv: Sequence[str]) -> int:
    """Run the command that was typed and return its exit code: those of the client's own commands."""
    arguments = parse(argv, MORE)
    console = Console(as_json=arguments.json)
    start_logs(verbose=arguments.verbose, only_trouble=arguments.command not in {"start", "serve"})
    for name in typed_passwords(arguments):
        console.complain(console.text("archive.password_shown", name=name))
    try:
        return COMMANDS[arguments.command](arguments, console)
    except UserError as error:
        return _fail(console, MISTAKE, error)
    except EnvironmentFailure as error:
        return _fail(console, ENVIRONMENT, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        logging.getLogger(LOGGER).exception("a bug")
        console.complain(console.text("error.bug", error=type(error).__name__))
        if arguments.verbose:
            raise
        return BUG


def _init(arguments: Namespace, console: Console) -> int:
    """Make an archive."""
    data = data_of(arguments)
    if has_archive(data):
        raise BadInputError(console.text("archive.there_is_one", data=data))
    place = _make(arguments, console)
    with place.open() as archive, archive.read() as tx:
        identity = tx.identity
    if console.as_json:
        console.answer({"archive": identity.id, "data": str(data), "file": str(data / FILE_NAME), "key": identity.key})
    else:
        console.say("archive.first_maintainer", command=_command(data, "users", "add", "MAIL", "--role", "maintainer"))
    return DONE


def _start(arguments: Namespace, console: Console) -> int:
    """Make an archive where there is none, and answer requests."""
    if not has_archive(data_of(arguments)):
        _make(arguments, console)
    return _serve(arguments, console)


def _serve(arguments: Namespace, console: Console) -> int:
    """Answer requests until told to stop."""
    from kennisbank.archive.app import make_app  # noqa: PLC0415 -- the other commands needn't wait for a web server
    from kennisbank.archive.web.serve import Address, listen, listen_beside, serve, url_of  # noqa: PLC0415

    place = Place.of(arguments)
    address = Address(arguments.host, arguments.port, tuple(arguments.trust_proxy))
    post = place.post()
    with listen(address) as listening, place.open() as archive, listen_beside(listening, address, place.config) as more:
        app = make_app(archive, post, settings=place.config)
        url, replayed = url_of(listening), ""
        others = {}
        if more is not None:
            replayed = app.state.websites.reached_at(url_of(more))
            others[more] = app.state.replay

        def started() -> None:
            if console.as_json:
                with archive.read() as tx:
                    said = {"url": url, "archive": tx.identity.id, "data": str(place.data), "websites": replayed}
                console.answer(said)
                return
            console.say("archive.listening", url=url)
            if more is None:
                console.say("archive.no_websites")
            if not _has_maintainer(app.state.administration.accounts()):
                command = _command(place.data, "users", "add", "MAIL", "--role", "maintainer")
                console.say("archive.first_maintainer", command=command)
            sys.stdout.flush()

        limit = place.config.limits.connections
        serve(app, listening, address, connections=limit, started=started, others=others)
    return DONE


def _make(arguments: Namespace, console: Console) -> Place:
    place = make_place(arguments, getattr(arguments, "name", "") or console.text("archive.default_name"))
    if not console.as_json:
        console.say("archive.made", data=place.data, file=FILE_NAME)
    return place


def _has_maintainer(accounts: Iterable[AccountInfo]) -> bool:
    return any(each.right == "maintainer" and each.state == "active" for each in accounts)


def _command(data: object, *words: str) -> str:
    """Return a command as it can be typed again."""
    program = os.environ.get(PROGRAM) or "kennisbank"
    return shlex.join([program, "archive", *words, "--data", str(data)])


def _fail(console: Console, code: int, error: KennisbankError) -> int:
    kind = type(error).__name__
    key = f"error.{kind}"
    values = {name: getattr(error, name) for name in getattr(error, "__dataclass_fields__", {})}
    words = console.text(key, error=error, **values) if has_sentence(key) else str(error)
    if isinstance(error, BadInputError):
        words = str(error)
    if console.as_json:
        console.answer({"error": {"type": kind, "message": words}})
    console.complain(words)
    return code


def _pack(arguments: Namespace, console: Console) -> int:
    """Write a stick."""
    place = Place.of(arguments)
    with place.open() as archive:
        return pack_command.run(archive, place.config, arguments, console)


def _opened(run: Callable[[Archive, Namespace, Console], int]) -> Command:
    """Return a command that is given the archive."""

    def command(arguments: Namespace, console: Console) -> int:
        with Place.of(arguments).open() as archive:
            return run(archive, arguments, console)

    return command


MORE: Mapping[str, AddArguments] = {
    "users": users_command.add_arguments,
    "backup": keeping_command.add_backup,
    "restore": keeping_command.add_restore,
    "check": keeping_command.add_check,
    "daily": keeping_command.add_daily,
    "pack": pack_command.add_arguments,
}
COMMANDS: Mapping[str, Command] = {
    "start": _start,
    "init": _init,
    "serve": _serve,
    "users": _opened(users_command.run),
    "backup": _opened(keeping_command.run_backup),
    "restore": keeping_command.run_restore,
    "check": _opened(keeping_command.run_check),
    "daily": keeping_command.run_daily,
    "pack": _pack,
}
