"""Real processes that can be told to die (`kill -9`) at a point of their own program, and born again at once.

One process has everything imported and does nothing; each of the others is forked from it: a program that starts anew
costs milliseconds then, and is a process of its own all the same, with its own memory, files, locks and sockets.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE_S = 120.0
"""Only what hangs takes that long."""


@dataclass(frozen=True, slots=True)
class Point:
    """A moment in a process: the `number`-th time that it comes to a place (`fatal_points.PLACES`).

    `inside`: in a ``with``, before its end. What it does there: be killed, wait until it is let go, or tell of it.
    """

    place: str
    when: Literal["before", "inside", "after"] = "before"
    number: int = 1
    does: Literal["die", "hold", "tell"] = "die"


@dataclass(frozen=True, slots=True)
class Birth:
    """What a process is to be: somebody's Kennisbank at `home`, or a command of the archive's."""

    home: str = ""
    words: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    later_minutes: int = 0
    environment: tuple[tuple[str, str], ...] = ()
    is_broken: bool = False


class NotReachedError(AssertionError):
    """A process was to die somewhere, and never came there."""


class Nursery:
    """Bears processes."""

    def __init__(self, log: Path) -> None:
        """Write what they complain of to `log`."""
        self._folder = TemporaryDirectory(prefix="mortals-")  # a path of its own: that of a socket must be short
        address = str(Path(self._folder.name) / "socket")
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.settimeout(PATIENCE_S)
        self._listening.bind(address)
        self._listening.listen()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KENNISBANK_")}
        with log.open("ab") as complaints:
            self._mother = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.mortal_program", address],
                cwd=REPOSITORY,
                env={**environment, "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )
        assert self._mother.stdout is not None
        assert self._mother.stdout.readline() == "ready\n", log.read_text()

    def bear(self, birth: Birth) -> "Mortal":
        """Start a process and return it."""
        assert self._mother.stdin is not None
        self._mother.stdin.write(json.dumps(asdict(birth)) + "\n")
        self._mother.stdin.flush()
        accepted, _ = self._listening.accept()
        return Mortal(Connection(accepted.detach()))

    def close(self) -> None:
        """Bear no more; those whose connections are closed end by themselves."""
        self._mother.communicate(timeout=PATIENCE_S)
        self._listening.close()
        self._folder.cleanup()


class Mortal:
    """One process, as whoever had it started speaks to it."""

    def __init__(self, connection: Connection) -> None:
        """Take the process at the other end of `connection`."""
        self._connection = connection
        self.pid = self._told("born")

    def ask(self, name: str, *arguments: Any, **keywords: Any) -> Any:
        """Have it call what is called `name` below its Kennisbank, and return the answer.

        Raises:
            AssertionError: that went wrong; the text says how.
        """
        self.begin(name, *arguments, **keywords)
        return self.answer()

    def answer(self) -> Any:
        """Return the answer to what it began."""
        return self._told("done")

    def error(self) -> str:
        """Return the name of the error with which what it began has ended."""
        return str(self._told("raised"))

    def begin(self, name: str, *arguments: Any, **keywords: Any) -> None:
        """Have it call something, without waiting for the answer."""
        self._connection.send((name, arguments, keywords))

    def arm(self, *points: Point) -> None:
        """Let it do what a point says when it comes there."""
        for each in points:
            self._connection.send(each)
            self._told("armed")

    def comes(self, point: Point) -> None:
        """Wait until it is at a point, where it waits too, or has told of it."""
        assert self._told(point.does) == point.place

    def let_go(self) -> None:
        """Let what waits at a point go on."""
        self._connection.send(None)

    def said(self) -> Any:
        """Return what a command says next; ``{"ended": code}`` when it has ended."""
        return self._told("said")

    def dies(self) -> None:
        """Wait until it kills itself, at a point that was given to it."""
        while True:
            try:
                what, value = self._received()
            except EOFError:
                raise AssertionError("it ended without having said why") from None
            if what == "die":
                break
            if what in {"done", "raised"} or (what == "said" and "ended" in value):
                raise NotReachedError(f"it lives: {what} {value}")
        self._is_gone()

    def kill(self) -> None:
        """Kill it now (`kill -9`); of one that is dead already the number may be somebody else's by now."""
        if self._connection.closed:
            return
        with suppress(EOFError, ConnectionResetError):
            while self._connection.poll():
                self._connection.recv()
            os.kill(self.pid, signal.SIGKILL)
            self._is_gone()

    def end(self) -> None:
        """Let it end in peace, and wait for it."""
        self._connection.close()

    def _told(self, expected: str) -> Any:
        what, value = self._received()
        assert what == expected, f"{what} {value} instead of {expected}"
        return value

    def _received(self) -> tuple[str, Any]:
        assert self._connection.poll(PATIENCE_S), "no answer"
        what, value = self._connection.recv()
        return what, value

    def _is_gone(self) -> None:
        """See that nothing is at the other end any more."""
        while True:
            assert self._connection.poll(PATIENCE_S), "it lives"
            try:
                self._connection.recv()
            except (EOFError, ConnectionResetError):
                self._connection.close()
                return


@contextmanager
def nursery(log: Path) -> Iterator[Nursery]:
    """Give a nursery until the end of the ``with``."""
    made = Nursery(log)
    try:
        yield made
    finally:
        made.close()


def read_birth(line: str) -> Birth:
    """Return what was written on a line."""
    found: Mapping[str, Any] = json.loads(line)
    points: Sequence[Mapping[str, Any]] = found["points"]
    return Birth(
        home=found["home"],
        words=tuple(found["words"]),
        points=tuple(Point(**each) for each in points),
        later_minutes=found["later_minutes"],
        environment=tuple((name, value) for name, value in found["environment"]),
        is_broken=found["is_broken"],
    )
