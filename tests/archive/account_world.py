"""An archive with accounts as its users see it: over HTTP, with a clock that can be set and a folder for its mail."""

import email
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from anyio.from_thread import BlockingPortal
from fastapi import FastAPI
from httpx import Response
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.admission.accounts import Accounts
from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.app import make_app
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.deskwork.work import DeskWork
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.mail.post import FolderPost, Post
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_accounts import AccountChange

CONFIG = ArchiveConfig("Congresarchief", address="beheer@archief.example", foundation="Stichting Congres")
HEADERS = {"Kennisbank-Protocol": "1", "Accept-Language": "en"}


class Clock:
    """The server's clock, as a test sets it; it goes on by a millisecond each time somebody looks."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def goes_on(self, **by: float) -> None:
        self.now += timedelta(**by)


class World:
    """One archive that is served, and what comes out of it."""

    def __init__(
        self,
        archive: Archive,
        folder: Path,
        config: ArchiveConfig = CONFIG,
        *,
        post: Post | None = None,
        loop: BlockingPortal | None = None,
    ) -> None:
        self.archive = archive
        self._loop = loop
        self.clock = Clock()
        self.mails = folder / "mail"
        self.app = application(archive, post or FolderPost(self.mails), config)
        self.accounts = Accounts(archive, config, clock=self.clock)
        self.administration = Administration(archive, clock=self.clock)
        self.courier = Courier(archive, post or FolderPost(self.mails), config, clock=self.clock)
        self.app.state.accounts = self.accounts
        self.app.state.viewer_of = self.accounts.viewer_of
        self.app.state.administration = self.administration
        self.app.state.courier = self.courier
        self.app.state.clock = self.clock
        self.desk_work = DeskWork(archive, config, clock=self.clock)
        self.app.state.desk_work = self.desk_work
        self.client = self.client_at("10.0.0.1")

    def client_at(self, host: str) -> TestClient:
        """Return a client on a network of its own."""
        client = TestClient(self.app, headers=HEADERS, client=(host, 50000), raise_server_exceptions=False)
        client.portal = self._loop  # one event loop for all requests, without the application's lifespan
        return client

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        with self.archive.write() as tx:
            yield Desk(tx.connection, Keyed(self.archive.key.private))

    def ask(self, mail: str, **values: Any) -> Response:
        body = {"mail": mail, "name": "Ann", "occupation": "teacher", "accepts_rules": True, "language": "en"} | values
        return self.client.post("/v1/accounts", json=body)

    def ask_code(self, mail: str, language: str = "en") -> Response:
        return self.client.post("/v1/codes", json={"mail": mail, "language": language})

    def log_in(self, mail: str, code: str, device: str = "laptop") -> Response:
        return self.client.post("/v1/sessions", json={"mail": mail, "code": code, "device": device})

    def refresh(self, token: str) -> Response:
        return self.client.post("/v1/sessions/refresh", json={"refresh": token})

    def get(self, path: str, token: str | None = None) -> Response:
        return self.client.get(f"/v1{path}", headers=bearer(token))

    def letters(self) -> list[EmailMessage]:
        """Have all that waits sent, and return everything in the folder, oldest first."""
        self.courier.deliver()
        read = [
            email.message_from_bytes(path.read_bytes(), policy=default) for path in sorted(self.mails.glob("*.eml"))
        ]
        return [each for each in read if isinstance(each, EmailMessage)]

    def letters_to(self, mail: str) -> list[EmailMessage]:
        return [each for each in self.letters() if each["To"].addresses[0].addr_spec == mail]

    def code_for(self, mail: str) -> str:
        """Return the code in the newest message to an address."""
        return code_in(self.letters_to(mail)[-1])

    def somebody(self, mail: str = "ann@uni.example", right: str = "reader") -> dict[str, Any]:
        """Return the tokens of somebody with a right, newly logged in."""
        if right == "pending":
            self.ask(mail)
            found: dict[str, Any] = self.log_in(mail, self.code_for(mail)).json()
            return found
        code = self.administration.add(mail, right="maintainer" if right == "maintainer" else "reader")
        tokens: dict[str, Any] = self.log_in(mail, code).json()
        if right == "suspended":
            self.change(tokens["account"]["id"], state="suspended")
        return tokens

    def change(self, account: str, **wanted: Any) -> None:
        self.administration.change("", account, AccountChange(**wanted))


_ROUTES: list[BaseRoute] = []


def application(archive: Archive, post: Post, config: ArchiveConfig) -> FastAPI:
    """Return the archive's application; what FastAPI works out of a route, 0.4 s for all, it does once for all tests."""
    app = make_app(archive, post, settings=config)
    if not _ROUTES:
        _ROUTES.extend(app.router.routes)
    assert len(_ROUTES) == len(app.router.routes)
    app.router.routes[:] = _ROUTES
    return app


def bearer(token: str | None) -> dict[str, str]:
    return {} if token is None else {"Authorization": f"Bearer {token}"}


def body_of(letter: EmailMessage) -> str:
    content: str = letter.get_content()
    return content


def code_in(letter: EmailMessage) -> str:
    found = re.search(r"^[A-Z0-9]{8}$", body_of(letter).replace("\r", ""), re.MULTILINE)
    assert found, body_of(letter)
    return found.group()


def by_mail(config: ArchiveConfig = CONFIG) -> ArchiveConfig:
    """Return the configuration of an archive where the mail alone is enough."""
    return replace(config, approval="mail")


def fault(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
