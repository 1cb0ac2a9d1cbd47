"""The program whose processes can be told to die: ``python -m tests.e2e.mortal_program SOCKET`` (see `mortals`).

It imports what Kennisbank and the archive are made of, reads a line for each process that is wanted, and forks it.
"""

import io
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import reduce
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import keyring.core  # noqa: F401 -- as those below: imported when first needed, which is once for all processes here

from kennisbank.archive import app
from kennisbank.archive.commands import command
from kennisbank.archive.database.moments import utc_now
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.web import serve  # noqa: F401
from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.errors import KennisbankError
from tests.archive.account_world import application
from tests.e2e.broken_client import break_client
from tests.e2e.fatal_points import arm
from tests.e2e.mortals import Birth, Point, read_birth
from tests.real_archive import running_archive


def main() -> None:
    """Bear processes until nobody wants any more."""
    _learn()
    signal.signal(signal.SIGCHLD, _bury)
    print("ready", flush=True)
    for line in sys.stdin:
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                _live(read_birth(line), _connected(sys.argv[1]))
            finally:
                sys.stderr.flush()
                os._exit(0)


def _learn() -> None:
    """Do once what takes long the first time only: those who are born know it already."""
    with (
        TemporaryDirectory() as folder,
        running_archive(Path(folder)) as served,
        open_kennisbank(Path(folder) / "home") as kennisbank,
    ):
        kennisbank.accounts.connect(served.url)
        kennisbank.syncing.run()
    app.make_app = lambda archive, post, *, settings: application(archive, post, settings)
    assert threading.active_count() == 1, "of a process with threads nothing may be born"


def _bury(_number: int, _frame: object) -> None:
    """Take note of those that have died."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _connected(address: str) -> Connection:
    here = socket.socket(socket.AF_UNIX)
    here.connect(address)
    return Connection(here.detach())


def _live(birth: Birth, connection: Connection) -> None:
    os.environ.update(birth.environment)
    tell, let_go = _teller(connection), threading.Event()
    for each in birth.points:
        arm(each, tell, let_go)
    if birth.is_broken:
        break_client()
    tell("born", os.getpid())
    if birth.home:
        with open_kennisbank(Path(birth.home)) as kennisbank:
            _serve_somebody(kennisbank, connection, tell)
        return
    threading.Thread(target=_listen, args=(connection, tell, let_go), daemon=True).start()
    (Courier.__init__.__kwdefaults__ or {})["clock"] = _clock(birth.later_minutes)
    sys.stdout = _Said(tell)
    tell("said", {"ended": command.main(birth.words)})


def _serve_somebody(kennisbank: Kennisbank, connection: Connection, tell: Callable[[str, Any], None]) -> None:
    """Do what is asked, until nobody asks any more."""
    while True:
        try:
            asked = connection.recv()
        except EOFError:
            return
        if isinstance(asked, Point):
            arm(asked, tell, threading.Event())
            tell("armed", None)
            continue
        name, arguments, keywords = asked
        try:
            answer = reduce(getattr, name.split("."), kennisbank)(*arguments, **keywords)  # type: ignore[operator]
        except KennisbankError as error:
            tell("raised", type(error).__name__)
        else:
            tell("done", answer)


def _listen(connection: Connection, tell: Callable[[str, Any], None], let_go: threading.Event) -> None:
    """Take points while a command runs, and end with whoever had it started."""
    while True:
        try:
            asked = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        if asked is None:
            let_go.set()
        else:
            arm(asked, tell, let_go)
            tell("armed", None)


def _teller(connection: Connection) -> Callable[[str, Any], None]:
    lock = threading.Lock()

    def tell(what: str, value: Any) -> None:
        with lock:
            connection.send((what, value))

    return tell


def _clock(later_minutes: int) -> Callable[[], datetime]:
    return lambda: utc_now() + timedelta(minutes=later_minutes)


class _Said(io.TextIOBase):
    """Standard output whose lines, JSON all of them, are told."""

    encoding = "utf-8"

    def __init__(self, tell: Callable[[str, Any], None]) -> None:
        self._tell = tell
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        for each in lines:
            self._tell("said", json.loads(each))
        return len(text)


if __name__ == "__main__":
    main()
