"""A maintainer's batches, as a client sends them."""

import hashlib
import uuid
from dataclasses import dataclass
from typing import Any

from httpx import Response

from tests.archive.account_world import World, bearer


@dataclass(frozen=True)
class Paper:
    """A contribution with one file."""

    id: str
    title: str
    data: bytes
    name: str = "paper.pdf"
    media_type: str = "application/pdf"
    edition: str = "C2025"
    doi: str = ""

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def body(self) -> dict[str, Any]:
        file = {"hash": self.hash, "name": self.name, "role": "paper"}
        file |= {"media_type": self.media_type, "size": len(self.data)}
        authors = [{"name": "Ann de Boer", "family": "de Boer", "given": "Ann"}]
        body = {"title": self.title, "authors": authors, "edition": self.edition, "doi": self.doi, "year": 2025}
        return {**body, "files": [file]}

    @property
    def item(self) -> dict[str, Any]:
        return {"kind": "contribution", "id": self.id, "body": self.body}


def paper(title: str, data: bytes = b"", **values: Any) -> Paper:
    """Return a contribution whose file has these bytes, or bytes of its own."""
    return Paper(str(uuid.uuid4()), title, data or f"%PDF of {title}".encode(), **values)


def edition(code: str = "C2025") -> dict[str, Any]:
    """Return an edition as an item of a batch."""
    return {"kind": "edition", "id": str(uuid.uuid4()), "body": {"code": code, "name": "Congress", "year": 2025}}


class Maintainer:
    """Somebody who publishes."""

    def __init__(self, world: World, mail: str = "chief@uni.example") -> None:
        self.world = world
        self.headers = bearer(world.somebody(mail, "maintainer")["access"])

    def put(self, batch: str, items: list[dict[str, Any]], withdrawals: list[dict[str, Any]] | None = None) -> Response:
        manifest = {"source": "a folder", "items": items, "withdrawals": withdrawals or []}
        return self.world.client.put(f"/v1/batches/{batch}", json=manifest, headers=self.headers)

    def send(self, batch: str, file_hash: str, data: bytes, **headers: str) -> Response:
        path = f"/v1/batches/{batch}/files/{file_hash}"
        return self.world.client.put(path, content=data, headers={**self.headers, **headers})

    def received(self, batch: str, file_hash: str) -> int:
        answer = self.world.client.head(f"/v1/batches/{batch}/files/{file_hash}", headers=self.headers)
        assert answer.status_code == 200
        return int(answer.headers["Kennisbank-Received"])

    def publish(self, batch: str) -> Response:
        return self.world.client.post(f"/v1/batches/{batch}/publish", headers=self.headers)

    def all_of(self, papers: list[Paper], *more: dict[str, Any], batch: str = "b1") -> dict[str, Any]:
        """Send a batch with its files, publish it, and return the answer."""
        taken = self.put(batch, [*more, *(each.item for each in papers)])
        assert taken.status_code == 200, taken.text
        files = {each.hash: each.data for each in papers}
        for missing in taken.json()["missing"]:
            assert self.send(batch, missing["hash"], files[missing["hash"]]).status_code == 200
        published = self.publish(batch)
        assert published.status_code == 200, published.text
        answer: dict[str, Any] = published.json()
        return answer
