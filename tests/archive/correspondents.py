"""Readers and authors who write to each other by way of an archive, over HTTP."""

import hashlib
import uuid
from datetime import timedelta
from typing import Any, Protocol

from httpx import Response
from sqlalchemy import insert

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.keeping.daily_steps import let_through
from kennisbank.archive.schema.account_tables import accounts, contribution_authors
from tests.archive.account_world import CONFIG, World, bearer
from tests.archive.people import contribution


class Person:
    """Somebody with an account, at one machine."""

    def __init__(self, world: World, name: str, occupation: str = "teacher") -> None:
        self.world = world
        self.mail = f"{name.lower()}@uni.example"
        self.id = str(uuid.uuid4())
        with world.desk() as desk:
            row = {
                "id": self.id, "mail": self.mail, "mail_key": self.mail, "name": f"{name} de Vries",
                "occupation": occupation, "organisation": "", "language": "nl", "right": "reader", "state": "active",
                "requested": stamp(world.clock()),
            }  # fmt: skip
            desk.accounts._connection.execute(insert(accounts), row)
            self._log_in(desk)

    @property
    def headers(self) -> dict[str, str]:
        """Return what says who it is; logged in anew where the clock was put on, or the archive restored."""
        if self.world.clock.now > self._until:
            with self.world.desk() as desk:
                self._log_in(desk)
        return self._headers

    def _log_in(self, desk: Desk) -> None:
        self._headers = bearer(desk.sessions.open(self.id, "", self.world.clock())[1].access)
        self._until = self.world.clock.now + timedelta(minutes=30)

    def moves_to(self, world: World) -> None:
        """Log in at an archive that was restored: sessions stay behind."""
        self.world = world
        self._until = world.clock.now - timedelta(minutes=1)

    def says(self, *acts: dict[str, Any]) -> list[dict[str, Any]]:
        """Say these acts in one batch and return what became of them."""
        answer = self.post({"acts": list(acts)})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results

    def post(self, body: Any) -> Response:
        return self.world.client.post("/v1/acts", json=body, headers=self.headers)

    def does(self, kind: str, /, **body: Any) -> str:
        """Say one act that is accepted, and return its id."""
        said = act(kind, **body)
        assert self.says(said)[0]["outcome"] == "accepted", self.says(said)
        return str(said["id"])

    def page(self, after: int = 0) -> dict[str, Any]:
        answer = self.get(f"/mailbox?after={after}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def items(self, kind: str = "thread") -> list[dict[str, Any]]:
        return [each for each in self.page()["items"] if each["kind"] == kind]

    def thread(self, number: int = -1) -> dict[str, Any]:
        """Return the body of a thread in the mailbox, the newest unless said, with its id in it."""
        item = self.items()[number]
        return {**item["body"], "id": item["id"]}

    def get(self, path: str) -> Response:
        return self.world.client.get(f"/v1{path}", headers=self.headers)


def act(kind: str, /, act_id: str = "", **body: Any) -> dict[str, Any]:
    return {"id": act_id or str(uuid.uuid4()), "kind": kind, "body": body}


def feedback(contribution_id: str = "c1", text: str = "Klopt tabel 2?", **values: Any) -> dict[str, Any]:
    return act("feedback", **{"contribution": contribution_id, "kind": "question", "text": text, **values})


def publish(world: World, contribution_id: str = "c1", **fields: Any) -> None:
    with world.archive.write() as tx:
        tx.records.put_public("contribution", contribution_id, contribution(**fields))


def authored(world: World, *names: str) -> list[Person]:
    """Publish ``c1`` and return its authors, who have claimed it."""
    publish(world)
    found = [Person(world, name) for name in names]
    for each in found:
        claims(world, each)
    return found


class HasAccount(Protocol):
    """Whoever has an account: a reader, or a maintainer at the desk."""

    id: str


def claims(world: World, person: HasAccount, contribution_id: str = "c1") -> None:
    """Have somebody be an author, from the world's clock on."""
    with world.archive.write() as tx:
        row = {"contribution": contribution_id, "account": person.id, "since": stamp(world.clock())}
        tx.connection.execute(insert(contribution_authors), row)


def passes_the_round(world: World) -> int:
    """Have the daily round done, the next morning; return in how many threads something was let through."""
    world.clock.goes_on(days=1)
    return let_through(DailyScene(world.archive, CONFIG, Keyed(world.archive.key.private), world.clock()))


def uploads(person: Person, data: bytes, name: str = "bijlage.pdf") -> dict[str, Any]:
    """Send a file ahead and return how an act speaks of it."""
    file_hash = hashlib.sha256(data).hexdigest()
    answer = person.world.client.put(f"/v1/attachments/{file_hash}", content=data, headers=person.headers)
    assert answer.status_code == 204, answer.text
    return {"hash": file_hash, "name": name, "media_type": "application/octet-stream", "size": len(data)}
