"""After a whole day's work with an archive no secret stands anywhere but in the keyring: real programs, all their files."""

import json
import os
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from kennisbank.archive.commands.command import main as archive
from kennisbank.bootstrap import open_kennisbank

REPOSITORY = Path(__file__).resolve().parents[2]
MAIL = "ann@uni.example"


class Day:
    """One archive and one library on this computer, and everything that programs said about them."""

    def __init__(self, folder: Path) -> None:
        self.data, self.home, self.keyring = folder / "archive", folder / "home", folder / "keyring.json"
        self.said: list[str] = []
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("KENNISBANK")}
        self.environment |= {
            "PYTHON_KEYRING_BACKEND": "tests.keyring_in_a_file.FileKeyring",
            "KENNISBANK_TEST_KEYRING": str(self.keyring),
            "PYTHONPATH": str(REPOSITORY),
            "LC_ALL": "C.UTF-8",
        }

    def run(self, *words: str, typed: str = "", **environment: str) -> str:
        """Run a command and return what it answered; its complaints are kept to be looked through."""
        done = subprocess.run(
            [sys.executable, "-m", "kennisbank", *words],
            env=self.environment | environment,
            cwd=REPOSITORY,
            input=typed,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        self.said.append(done.stderr)
        return done.stdout

    def client(self, *words: str, typed: str = "", **environment: str) -> dict:
        """Run a command on the library, and return its answer; logged as much as can be."""
        out = self.run("--home", str(self.home), "--json", "--verbose", *words, typed=typed, **environment)
        self.said.append(out)
        return json.loads(out.splitlines()[-1])

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the archive and give its address."""
        command = [sys.executable, "-m", "kennisbank", "archive", "serve", "--data", str(self.data), "--port", "0"]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            [*command, "--verbose"],
            env=self.environment,
            cwd=REPOSITORY,
            stdout=pipe,
            stderr=subprocess.STDOUT,
            text=True,
        ) as server:
            assert server.stdout is not None
            lines: list[str] = []
            for line in server.stdout:
                lines.append(line)
                found = re.search(r"http://127\.0\.0\.1:\d+", line)
                if found:
                    break
            rest = threading.Thread(target=lambda: lines.extend(server.stdout))
            rest.start()
            try:
                yield found[0]  # type: ignore[index]
            finally:
                server.terminate()
                rest.join()
        self.said.extend(lines)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for folder in (self.data, self.home):
            for path in folder.rglob("*"):
                if path.is_file():
                    yield str(path), path.read_bytes()


@contextmanager
def process_lists(seen: set[bytes]) -> Iterator[None]:
    """Look through the list of processes all the while, as any user of this computer may."""
    done = threading.Event()
    looked: Counter[str] = Counter()

    def look() -> None:
        while not done.wait(0.02):
            for process in os.listdir("/proc"):  # noqa: PTH208 -- names are all that is needed, many times a second
                if not process.isdigit() or looked[process] > 4:  # by then it is the program it was started for
                    continue
                looked[process] += 1
                try:
                    seen.add(Path("/proc", process, "cmdline").read_bytes())
                except OSError:
                    continue

    watching = threading.Thread(target=look)
    watching.start()
    try:
        yield
    finally:
        done.set()
        watching.join()


@pytest.mark.timeout(300)  # nine programs, one after the other
def test_no_secret_stands_in_a_file_a_log_an_answer_or_a_list_of_processes(tmp_path: Path) -> None:
    day, secrets, processes = Day(tmp_path), set(), set()

    def remember() -> None:
        if day.keyring.exists():
            for each in json.loads(day.keyring.read_text()).values():
                secrets.update(json.loads(each))

    def code() -> str:
        out = day.run("archive", "users", "add", MAIL, "--role", "maintainer", "--json", "--data", str(day.data))
        made = json.loads(out.splitlines()[-1])["code"]
        secrets.add(made)
        return str(made)

    assert archive(["init", "--data", str(day.data)]) == 0
    first = code()
    with process_lists(processes), day.served() as url:
        with open_kennisbank(day.home) as kennisbank:  # nothing is secret yet
            kennisbank.accounts.connect(url)
        assert day.client("login", MAIL, "--code", "-", typed=f"{first}\n")["account"]["mail"] == MAIL
        remember()
        assert day.client("login", MAIL, "--code", "-", typed=f"{first}\n")["error"]
        token = day.run("--home", str(day.home), "login", "--print-token", "--device", "server").strip()
        secrets.add(token)
        assert day.client("sync", KENNISBANK_TOKEN=token)["sync"]["requests"] == 1
        assert day.client("sync", KENNISBANK_TOKEN=f"{token[:-1]}\n bad")["error"]
        assert day.client("logout", "--remove")["archive_told"]
    assert len(secrets) == 4
    assert all(len(each) >= 8 for each in secrets)
    said = "\n".join(day.said).encode()
    lists = b"\n".join(processes)
    assert b"users" in lists or b"login" in lists  # the list was looked through
    for secret in secrets:
        for written in {secret.encode(), quote(secret, safe="").encode(), secret.encode().hex().encode()}:
            assert written not in said
            assert written not in lists
            assert [name for name, data in day.files() if written in data] == []
    assert json.loads(day.keyring.read_text()) == {}
