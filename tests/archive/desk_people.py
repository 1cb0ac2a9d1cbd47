"""A maintainer at the desk, over HTTP."""

import uuid
from typing import Any

from tests.archive.account_world import World, bearer


class Chief:
    """A maintainer at the desk."""

    def __init__(self, world: World) -> None:
        self.world = world
        tokens = world.somebody("chief@uni.example", "maintainer")
        self.id: str = tokens["account"]["id"]

    @property
    def headers(self) -> dict[str, str]:
        """Return what says who it is: of a session that has just begun."""
        with self.world.desk() as desk:
            return bearer(desk.sessions.open(self.id, "", self.world.clock())[1].access)

    def items(self, name: str, state: str = "open") -> list[dict[str, Any]]:
        answer = self.world.client.get(f"/v1/desk?list={name}&state={state}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()
        return found

    def counts(self) -> dict[str, int]:
        found: dict[str, int] = self.world.client.get("/v1/desk/counts", headers=self.headers).json()["open"]
        return found

    def post(self, name: str, item: str, verb: str, words: str = "", act_id: str = "") -> Any:
        body = {"id": act_id or str(uuid.uuid4()), "verb": verb, "words": words}
        return self.world.client.post(f"/v1/desk/{name}/{item}", json=body, headers=self.headers)

    def decides(self, name: str, item: str, verb: str, words: str = "") -> dict[str, Any]:
        answer = self.post(name, item, verb, words)
        assert answer.status_code == 200, answer.text
        decided: dict[str, Any] = answer.json()
        return decided
