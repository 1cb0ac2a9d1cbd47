"""Readers and authors who write to each other by way of an archive, over HTTP."""

import uuid
from typing import Any

from httpx import Response
from sqlalchemy import insert

from kennisbank.archive.account_tables import contribution_authors
from kennisbank.archive.moments import stamp
from tests.archive.account_world import World, bearer
from tests.archive.people import contribution


class Person:
    """Somebody with an account, at one machine."""

    def __init__(self, world: World, name: str, occupation: str = "teacher") -> None:
        self.world = world
        self.mail = f"{name.lower()}@uni.example"
        tokens = world.somebody(self.mail)
        self.id: str = tokens["account"]["id"]
        with world.desk() as desk:
            account = desk.accounts.one(self.id)
            assert account is not None
            desk.accounts.change(account, name=f"{name} de Vries", occupation=occupation)
        self.headers = bearer(tokens["access"])

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


def claims(world: World, person: Person, contribution_id: str = "c1") -> None:
    """Have somebody be an author, from the world's clock on."""
    with world.archive.write() as tx:
        row = {"contribution": contribution_id, "account": person.id, "since": stamp(world.clock())}
        tx.connection.execute(insert(contribution_authors), row)
