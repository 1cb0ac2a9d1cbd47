"""The command line's edge: it opens the library, runs the command, and turns errors into sentences and exit codes."""

import logging
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from types import FrameType

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.cli.commands import (
    accounts,
    annotations,
    batch,
    catalogue,
    cite,
    connecting,
    desk,
    dossier,
    download,
    harvest,
    import_,
    keeping,
    links,
    maintenance,
    me,
    ocr,
    publish,
    related,
    said,
    saved,
    search,
    stick,
    syncing,
    synonyms,
)
from kennisbank.config.logs import start_logging
from kennisbank.console import Console
from kennisbank.errors import Cancelled, DamagedLibraryError, EnvironmentFailure, KennisbankError, UserError
from kennisbank.sentences import has_sentence
from kennisbank.services.keeping import put_in_place
from kennisbank.tasks.context import JobContext

DONE, PROBLEMS, MISTAKE, ENVIRONMENT, BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130

Command = Callable[[Kennisbank, Namespace, Console, JobContext], int]
COMMANDS: Mapping[str, Command] = {
    "import": import_.run,
    "harvest": harvest.run,
    "stick": stick.take,
    "stick-copy": stick.copy,
    "search": search.run,
    "related": related.run,
    "links": links.run,
    "saved": saved.run,
    "annotations": annotations.run,
    "dossier": dossier.run,
    "cite": cite.run,
    "show": catalogue.show,
    "edit": catalogue.edit,
    "list": catalogue.list_,
    "batch": batch.run,
    "export": keeping.export,
    "restore": keeping.restore,
    "backup": keeping.backup,
    "check": maintenance.check,
    "reindex": maintenance.reindex,
    "ocr": ocr.run,
    "synonyms": synonyms.run,
    "connect": connecting.connect,
    "disconnect": connecting.disconnect,
    "status": connecting.status,
    "register": accounts.register,
    "login": accounts.login,
    "logout": accounts.logout,
    "claim": accounts.claim,
    "sessions": accounts.sessions,
    "sync": syncing.sync,
    "waiting": syncing.waiting,
    "conflicts": syncing.conflicts,
    "download": download.run,
    "publish": publish.run,
    "remark": desk.remark,
    "newsletter": desk.newsletter,
    "desk": desk.desk,
    "me": me.run,
    "feedback": said.feedback,
    "inbox": said.inbox,
    "comment": said.comment,
    "rate": said.rate,
    "tag": said.tag,
    "propose": said.propose,
}

_log = logging.getLogger(__name__)


def main(arguments: Namespace) -> int:
    """Run the command that was typed and return its exit code. Nothing escapes but a wish to end the process."""
    console = Console(as_json=arguments.json)
    ctx = JobContext(console.progress)
    _cancel_on_interrupt(ctx)
    try:
        with _opened(arguments) as kennisbank:
            start_logging(kennisbank.paths, verbose=arguments.verbose)
            kennisbank.privacy.finish(ctx)
            return COMMANDS[arguments.command](kennisbank, arguments, console, ctx)
    except Cancelled:
        return _fail(console, INTERRUPTED, "cancelled", console.text("error.Cancelled"))
    except UserError as error:
        return _fail(console, MISTAKE, type(error).__name__, _words(console, error))
    except EnvironmentFailure as error:
        _log.exception("the environment failed")
        return _fail(console, ENVIRONMENT, type(error).__name__, _words(console, error))
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        _log.exception("a bug")
        console.complain(console.text("error.bug", error=repr(error)))
        if arguments.verbose:
            raise
        return BUG


def _opened(arguments: Namespace) -> Kennisbank:
    """Open the library; one that is damaged, and for which a backup was named, gets that in its place."""
    try:
        return open_kennisbank(arguments.home)
    except DamagedLibraryError:
        if arguments.command != "restore" or not arguments.source.is_file():
            raise
    put_in_place(arguments.home, arguments.source.absolute())
    return open_kennisbank(arguments.home)


def _words(console: Console, error: KennisbankError) -> str:
    values = {name: getattr(error, name) for name in getattr(error, "__dataclass_fields__", {})}
    key = f"error.{type(error).__name__}"
    by_code = f"{key}.{values.get('code', '')}"
    key = by_code if has_sentence(by_code) else key
    return console.text(key, error=error, **values)


def _fail(console: Console, code: int, kind: str, words: str) -> int:
    if console.as_json:
        console.answer({"error": {"type": kind, "message": words}})
    console.complain(words)
    return code


def _cancel_on_interrupt(ctx: JobContext) -> None:
    """Let the first Ctrl+C stop between two steps, so that nothing is left half done; a second one ends at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        ctx.cancel()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
