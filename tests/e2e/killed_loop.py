"""A reader, an author and the archive as real processes: each is killed, and every step is done again, in any order.

One `Story` is feedback that is written, sent, read and adopted. After each step it looks what was kept, as people would
who start the program again, and does again only what isn't there.
"""

import hashlib
import json
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kennisbank.archive.people.contacts import Contacts
from kennisbank.archive.world import Archive
from tests.pdfs import simple_pdf

REPOSITORY = Path(__file__).resolve().parents[2]
SENTENCE = "Het aanpassen kostte gemiddeld twee uur per les."
TEXT, ANSWER = "Welke aanpassing kostte de meeste tijd?", "Het zoeken van voorbeelden."
PEOPLE: Mapping[str, str] = {"reader": "saar@school.example", "author": "vera@uni.example"}


@dataclass
class Ground:
    """An archive with one paper, and two homes that are logged in: made once, and copied for each story."""

    folder: Path
    tokens: dict[str, str] = field(default_factory=dict)
    paper: dict[str, str] = field(default_factory=dict)


def made_ground(folder: Path) -> Ground:
    """Make it: everything as people do it, but for the paper, which is put into the archive directly."""
    ground = Ground(folder)
    data = folder / "archive"
    _archive("init", "--data", str(data))
    with Archive.open(data) as archive:
        _publish(archive, folder)
    port = _free_port()
    with served(data, port):
        for who, mail in PEOPLE.items():
            code = _archive("users", "add", mail, "--role", "reader", "--name", who, "--data", str(data))["code"]
            home = folder / who
            _client(home, "", "connect", f"http://127.0.0.1:{port}")
            done = _client(home, "", "login", mail, "--code", "-", "--print-token", typed=f"{code}\n")
            ground.tokens[who] = done["token"]["token"] if isinstance(done["token"], dict) else done["token"]
            _client(home, ground.tokens[who], "sync")
            listed = _client(home, ground.tokens[who], "list")
            found = listed["contributions"][0] if "contributions" in listed else listed
            ground.paper[who] = found["id"]
        _client(folder / "reader", ground.tokens["reader"], "download", "--all")
        claimed = subprocess.run(
            [sys.executable, "-c", _CLAIM, str(folder / "author"), ground.paper["author"]],
            env=_environment(ground.tokens["author"]),
            check=False,
            capture_output=True,
            text=True,
        )
        assert claimed.returncode == 0, claimed.stderr
        _client(folder / "author", ground.tokens["author"], "sync")
    return ground


_CLAIM = """
import sys
from pathlib import Path
from kennisbank.bootstrap import open_kennisbank
with open_kennisbank(Path(sys.argv[1])) as kennisbank:
    kennisbank.inbox.claim(sys.argv[2], "Vera Vink")
"""


class Story:
    """One run of the loop in a copy of the ground, with a chance of its own."""

    def __init__(self, ground: Ground, folder: Path, seed: int) -> None:
        """Copy `ground` into `folder`."""
        self._ground, self._folder, self._chance = ground, folder, random.Random(seed)
        self._data = folder / "archive"
        for part in ("archive", *PEOPLE):
            shutil.copytree(ground.folder / part, folder / part)
        self._port = _port_of(folder / "reader")
        self._server = _started(self._data, self._port)
        self.kills: list[str] = []
        self._took = 1.5

    def run(self) -> None:
        """Tell the story, with each process killed once at each step, and look that everything is there once."""
        try:
            self._say("reader", ["feedback", "send", self._ground.paper["reader"], "--kind", "question", "--text", TEXT,
                                 "--quote", SENTENCE], lambda: bool(self.threads("reader")))  # fmt: skip
            self._travel("reader", "author")
            (thread,) = self.inbox()
            self._do("author", "inbox", "show", thread["id"])
            self._say("author", ["inbox", "adopt", thread["id"], "--version", "2", "--text", ANSWER],
                      lambda: len(self._do("author", "inbox", "show", thread["id"])["thread"]["messages"]) > 1)  # fmt: skip
            self._travel("author", "reader")
            self._check()
        finally:
            self._server.kill()
            self._server.wait()

    def threads(self, who: str) -> list[dict[str, Any]]:
        """Return somebody's own feedback."""
        found: list[dict[str, Any]] = self._do(who, "feedback", "list")["feedback"]
        return found

    def inbox(self) -> list[dict[str, Any]]:
        """Return what waits for the author."""
        found: list[dict[str, Any]] = self._do("author", "inbox", "list")["threads"]
        return found

    def _say(self, who: str, words: list[str], is_kept: Any) -> None:
        """Say something; killed at some moment, it is there as a whole or not at all, and is said again if not."""
        self._killed(who, *words)
        if not is_kept():
            self._do(who, *words)

    def _travel(self, first: str, second: str) -> None:
        """Have something go from one to the other: syncs of both in any order, one of each killed, and the server."""
        for who in (first, second):
            self._killed(who, "sync")
            self._without_server(who)
        syncs = [first, second, first, second]
        self._chance.shuffle(syncs)
        for who in [*syncs, first, second, second]:
            self._do(who, "sync")

    def _killed(self, who: str, *words: str) -> None:
        """Begin a command and kill it at some moment."""
        process = subprocess.Popen(
            _words(self._folder / who, *words),
            env=_environment(self._ground.tokens[who]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(self._chance.uniform(0.35, 1.1) * self._took)
        if process.poll() is None:
            self.kills.append(f"{who} {words[0]}")
        process.kill()
        process.wait()

    def _without_server(self, who: str) -> None:
        """Begin a sync, and kill the archive under it; then start it again."""
        process = subprocess.Popen(
            _words(self._folder / who, "sync"),
            env=_environment(self._ground.tokens[who]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(self._chance.uniform(0.35, 1.1) * self._took)
        if process.poll() is None:
            self.kills.append("archive")
        self._server.kill()
        self._server.wait()
        process.wait()
        self._server = _started(self._data, self._port)

    def _do(self, who: str, *words: str) -> dict[str, Any]:
        begun = time.monotonic()
        answer = _client(self._folder / who, self._ground.tokens[who], *words)
        self._took = 0.5 * self._took + 0.5 * (time.monotonic() - begun)
        return answer

    def _check(self) -> None:
        (mine,) = self.threads("reader")
        assert mine["state"] == "adopted", mine
        thread = self._do("reader", "feedback", "show", mine["id"])["thread"]
        assert [each["text"] for each in thread["messages"]] == [TEXT, ANSWER]
        assert thread["version"] == "2"
        assert thread["passage"]["quote"].startswith(SENTENCE[:20])
        (theirs,) = self._do("author", "inbox", "list", "--folder", "done")["threads"]
        assert theirs["state"] == "adopted"
        assert theirs["id"] != mine["id"]
        with closing(sqlite3.connect(f"file:{self._data / 'archive.sqlite'}?mode=ro", uri=True)) as database:
            for table, number in (("threads", 1), ("thread_messages", 2)):
                assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (number,), table


class served:  # noqa: N801 -- used as a function would be
    """Serve an archive during a ``with``."""

    def __init__(self, data: Path, port: int) -> None:
        self._data, self._port = data, port

    def __enter__(self) -> None:
        self._process = _started(self._data, self._port)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(30)


def _started(data: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kennisbank", "archive", "serve", "--data", str(data), "--port", str(port)]
    process = subprocess.Popen(
        command, env=_environment(""), cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                if answer.status == 200:
                    return process
        except OSError:
            assert process.poll() is None, "the archive doesn't start"
        time.sleep(0.05)
    raise AssertionError("the archive doesn't answer")


def _words(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "kennisbank", "--home", str(home), "--json", *words]


def _client(home: Path, token: str, *words: str, typed: str = "") -> dict[str, Any]:
    """Run a command and return its last answer; a server that was killed is waited for."""
    done = subprocess.run(
        _words(home, *words),
        env=_environment(token),
        cwd=REPOSITORY,
        input=typed,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return answers[-1] if answers else {}


def _archive(*words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "kennisbank", "archive", *words, "--json"],
        env=_environment(""),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {}


def _environment(token: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KENNISBANK_")}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8"} | ({"KENNISBANK_TOKEN": token} if token else {})


def _publish(archive: Archive, folder: Path) -> None:
    pdf = simple_pdf(folder / "paper.pdf", ["Lesmateriaal delen", f"Uit gesprekken bleek dit. {SENTENCE} Einde."])
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
    archive.take_file(pdf, digest)
    file = {"hash": digest, "name": "paper.pdf", "role": "paper", "media_type": "application/pdf",
            "size": pdf.stat().st_size, "version": 1, "is_current": True, "pages": 2}  # fmt: skip
    body = {"title": "Lesmateriaal delen", "authors": [{"name": "Vera Vink"}], "year": 2025, "files": [file]}
    with archive.write() as tx:
        tx.records.put_public("contribution", "p1", body)
        Contacts(tx.connection).put("p1", ["Vera Vink"], [PEOPLE["author"]])


def _port_of(home: Path) -> int:
    with closing(sqlite3.connect(f"file:{home / 'library.sqlite'}?mode=ro", uri=True)) as database:
        (url,) = database.execute("SELECT url FROM archives").fetchone()
    return int(url.rpartition(":")[2])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
