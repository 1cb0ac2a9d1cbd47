"""Papers whose authors can be written to, and people who say things about them over HTTP."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from httpx import Response

from tests.archive.account_world import World, bearer
from tests.archive.publishing import Maintainer

ANN, BEN, CHIEF = "ann@uni.example", "ben@school.example", "chief@uni.example"


@dataclass
class Person:
    """Somebody with an account, and what they say."""

    world: World
    mail: str
    right: str = "reader"
    headers: dict[str, str] = field(default_factory=dict)
    id: str = ""

    def __post_init__(self) -> None:
        tokens = self.world.somebody(self.mail, self.right)
        self.headers, self.id = bearer(tokens["access"]), tokens["account"]["id"]

    def say(self, kind: str, act: str = "", /, **body: Any) -> dict[str, Any]:
        """Say something and return what became of it."""
        act = act or str(uuid.uuid4())
        acts = {"acts": [{"id": act, "kind": kind, "body": body}]}
        answered = self.world.client.post("/v1/acts", json=acts, headers=self.headers)
        assert answered.status_code == 200, answered.text
        found: dict[str, Any] = answered.json()["results"][0]
        return found

    def items(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return what stands in the mailbox of one kind, by id."""
        page = self.world.client.get("/v1/mailbox", headers=self.headers).json()
        return {each["id"]: each["body"] for each in page["items"] if each["kind"] == kind and each["body"]}

    def desk(self, desk_list: str, state: str = "open") -> list[dict[str, Any]]:
        answered = self.world.client.get(f"/v1/desk?list={desk_list}&state={state}", headers=self.headers)
        assert answered.status_code == 200, answered.text
        found: list[dict[str, Any]] = answered.json()
        return found

    def decide(self, desk_list: str, item: str, verb: str, words: str = "", act: str = "") -> Response:
        body = {"id": act or str(uuid.uuid4()), "verb": verb, "words": words}
        return self.world.client.post(f"/v1/desk/{desk_list}/{item}", json=body, headers=self.headers)


def contribution(title: str = "Delen met docenten", **values: Any) -> dict[str, Any]:
    """Return a contribution by Ann and Ben, without files, as an item of a batch."""
    authors = [{"name": "Ann de Boer"}, {"name": "Ben Smit"}]
    body = {"title": title, "authors": authors, "edition": "C2025", "year": 2025}
    return {"kind": "contribution", "id": str(uuid.uuid4()), "body": body, "contacts": [ANN, BEN], **values}


def published(world: World, *items: dict[str, Any], batch: str = "b1") -> list[str]:
    """Publish these and return their ids."""
    maintainer = Maintainer(world, CHIEF)
    taken = maintainer.put(batch, list(items))
    assert taken.status_code == 200, taken.text
    assert maintainer.publish(batch).status_code == 200
    return [each["id"] for each in items]
