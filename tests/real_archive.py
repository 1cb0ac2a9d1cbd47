"""The real archive on this computer: its application behind a real web server on 127.0.0.1, and its mail in a folder."""

import asyncio
import atexit
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.mail.post import FolderPost, Post
from kennisbank.archive.world import Archive
from kennisbank.domain.ids import new_id
from kennisbank.sync.protocol import Body, Gone, RecordKind
from kennisbank.sync.protocol_accounts import AccountChange
from tests.archive.account_world import CONFIG, World


@dataclass
class RealArchive:
    """One archive that is served: what it holds, who it knows, and what it was asked."""

    url: str
    archive: Archive
    world: World
    requests: list[tuple[str, str]] = field(default_factory=list)
    secrets: set[str] = field(default_factory=set)

    def code(self, mail: str, right: str = "reader", name: str = "") -> str:
        """Return a one-time code for somebody who has an account from now on."""
        code = self.world.administration.add(mail, name=name or mail.partition("@")[0], right=right)
        self.secrets.add(code)
        return code

    def put(self, kind: RecordKind = "contribution", record: str = "", **body: Any) -> str:
        """Publish a record and return its id."""
        record = record or new_id()
        with self.archive.write() as tx:
            tx.records.put_public(kind, record, {**(CONTRIBUTION if kind == "contribution" else {}), **body})
        return record

    def put_all(self, bodies: Mapping[str, Body]) -> None:
        """Publish contributions, in one transaction."""
        with self.archive.write() as tx:
            for record, body in bodies.items():
                tx.records.put_public("contribution", record, {**CONTRIBUTION, **body})

    def withdraw(self, record: str, reason: str = "withdrawn", kind: RecordKind = "contribution") -> None:
        with self.archive.write() as tx:
            tx.records.withdraw(kind, record, Gone(reason, "Op verzoek."))  # type: ignore[arg-type]

    def change(self, mail: str, **wanted: Any) -> None:
        found = self.world.administration.of_mail(mail)
        assert found is not None
        self.world.administration.change("", found.id, AccountChange(**wanted))


CONTRIBUTION = {
    "title": "",
    "authors": [],
    "abstract": "",
    "keywords": [],
    "themes": [],
    "year": None,
    "language": "",
    "kind": "",
    "doi": "",
    "licence": "",
    "edition": "",
    "files": [],
}


@cache
def _new() -> Path:
    """Return an archive without anything in it, made once: to be copied."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    Archive.open(Path(folder.name)).close()
    return Path(folder.name)


@contextmanager
def running_archive(
    folder: Path, config: ArchiveConfig = CONFIG, *, post: Post | None = None, port: int = 0
) -> Iterator[RealArchive]:
    """Serve an archive in `folder` until the end of the ``with``; its clock goes on by itself, and can be set."""
    if not (folder / "data").exists():
        copytree(_new(), folder / "data")
    with Archive.open(folder / "data") as archive:
        post = post or FolderPost(folder / "mail")
        world = World(archive, folder, config, post=post)
        listening = socket.create_server(("127.0.0.1", port))
        served = RealArchive(f"http://127.0.0.1:{listening.getsockname()[1]}", archive, world)

        async def counted(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http":
                served.requests.append((scope["method"], scope["path"].removeprefix("/v1")))
            await world.app(scope, receive, send)

        server = PromptServer(uvicorn.Config(counted, log_config=None, lifespan="off", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            assert server.answers.wait(30)
            yield served
        finally:
            server.end()
            thread.join()
            listening.close()


class PromptServer(uvicorn.Server):
    """A server in this process that tells when it answers, and ends at once: uvicorn looks ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = threading.Event()
        self._end: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None

    def end(self) -> None:
        """Have it stop; from any thread."""
        assert self._end is not None
        loop, end = self._end
        loop.call_soon_threadsafe(end.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._end = (asyncio.get_running_loop(), asyncio.Event())
        self.answers.set()

    async def main_loop(self) -> None:
        assert self._end is not None
        await self.on_tick(0)
        await self._end[1].wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for each in (*self.servers, *(sockets or ())):
            each.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110 -- uvicorn tells of neither
            await asyncio.sleep(0.001)
