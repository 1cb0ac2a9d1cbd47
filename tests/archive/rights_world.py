"""An archive that is really served, with somebody of each right in it, and things of each of them."""

import hashlib
import io
import threading
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from sqlalchemy import insert

from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.configuration import ArchiveConfig, Limits
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.post import FolderPost
from kennisbank.archive.mailboxes.notices import give_notice
from kennisbank.archive.people.mail_links import MailLink, Purpose, token_of
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.web.serve import Address, listen, url_of
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_accounts import AccountRequest
from kennisbank.sync.protocol_codec import encode
from tests.archive.account_world import HEADERS, application, bearer
from tests.archive.people import contribution, file_body, note
from tests.archive.publishing import paper
from tests.real_archive import PromptServer

MANY = Limits(mails_an_hour=100_000, attempts_an_hour=100_000)
ACTIVE = ("reader", "author", "maintainer")
OTHERS = ("other_reader", "other_author")
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
TEXT = b"A table, as text.\n"


class RightsWorld:
    """People by the name of their right (``other_author`` has claimed ``c2``), and what each of them has said."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        self.archive = archive
        config = ArchiveConfig("Congresarchief", address="beheer@archief.example", limits=MANY)
        self.app = application(archive, FolderPost(folder / "mail"), config)
        self.keyed = Keyed(archive.key.private)
        self.accounts: dict[str, str] = {}
        self.said: dict[tuple[str, str], str] = {}
        """By kind and person the id of what they said."""
        self.file = PDF + b" of c1"
        self.file_hash = hashlib.sha256(self.file).hexdigest()
        self._client: httpx.Client | None = None

    @contextmanager
    def served(self) -> Iterator["RightsWorld"]:
        listening = listen(Address(port=0))
        server = PromptServer(uvicorn.Config(self.app, log_config=None, lifespan="off", ws="none", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        with listening:
            thread.start()
            assert server.answers.wait(30)
            try:
                with httpx.Client(base_url=url_of(listening), headers=HEADERS, timeout=30) as self._client:
                    self._people()
                    self._things()
                    yield self
            finally:
                server.end()
                thread.join(timeout=20)

    def request(self, who: str, method: str, path: str, **values: Any) -> httpx.Response:
        """Ask in somebody's name, in a session of its own."""
        assert self._client is not None
        headers = {**bearer(self.token(who)), **values.pop("headers", {})}
        return self._client.request(method, path, headers=headers, **values)

    def token(self, who: str) -> str | None:
        return None if who == "visitor" else self.session(who)[1].access

    def session(self, who: str) -> tuple[Any, Any]:
        with self.desk() as desk:
            return desk.sessions.open(self.accounts[who], "", utc_now())

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        with self.archive.write() as tx:
            yield Desk(tx.connection, self.keyed)

    def does(self, who: str, kind: str, body: dict[str, Any], act_id: str = "") -> dict[str, Any]:
        """Say one act and return what became of it; a refusal of the request is in ``code``."""
        act = {"id": act_id or str(uuid.uuid4()), "kind": kind, "body": body}
        answer = self.request(who, "POST", "/v1/acts", json={"acts": [act]})
        if answer.status_code != 200:
            return {"code": answer.json()["code"], "act": act["id"]}
        result: dict[str, Any] = answer.json()["results"][0]
        return result

    def mailbox(self, who: str) -> list[dict[str, Any]]:
        answer = self.request(who, "GET", "/v1/mailbox?after=0")
        return list(answer.json()["items"]) if answer.status_code == 200 else []

    def thread(self, who: str, marker: str) -> dict[str, Any]:
        """Return the thread in somebody's mailbox whose first message is `marker`, with its id in it."""
        for item in self.mailbox(who):
            if item["kind"] == "thread" and item["body"]["messages"][0]["text"] == marker:
                return {**item["body"], "id": item["id"]}
        raise LookupError(marker)

    def link(self, purpose: Purpose) -> str:
        return token_of(self.keyed, MailLink(purpose, "0" * 64))

    def batch(self, name: str) -> dict[str, Any]:
        """Have a batch wait that lacks nothing."""
        manifest = {"source": "a folder", "items": [], "withdrawals": []}
        answer = self.request("maintainer", "PUT", f"/v1/batches/{name}", json=manifest)
        assert answer.status_code == 200, answer.text
        return manifest

    def _people(self) -> None:
        administration = Administration(self.archive)
        for name in (*ACTIVE, *OTHERS, "suspended"):
            administration.add(self.mail(name), right="maintainer" if name == "maintainer" else "reader")
        administration.add("second@uni.example", right="maintainer")
        with self.desk() as desk:
            asked = AccountRequest(self.mail("pending"), "pending", "teacher", accepts_rules=True)
            assert desk.accounts.add(asked, utc_now()) is not None
            for name in (*ACTIVE, *OTHERS, "suspended", "pending"):
                account = desk.accounts.by_mail(self.mail(name))
                assert account is not None
                values = {"state": "suspended"} if name == "suspended" else {}
                self.accounts[name] = desk.accounts.change(account, name=f"name of {name}", **values).id

    @staticmethod
    def mail(name: str) -> str:
        return f"{name}@uni.example"

    def _things(self) -> None:
        path = self.archive.data / "paper"
        path.write_bytes(self.file)
        self.archive.take_file(path, self.file_hash)
        path.unlink()
        with self.archive.write() as tx:
            tx.records.put_public("edition", "e1", {"code": "2025", "name": "Congres"})
            tx.records.put_public("person", "p1", {"name": "Ada", "names": ["Ada"]})
            files = [file_body(self.file_hash, len(self.file))]
            for each in ("c1", "c2"):
                tx.records.put_public("contribution", each, contribution(files=files))
            for name, each in (("author", "c1"), ("other_author", "c2")):
                row = {"contribution": each, "account": self.accounts[name], "since": stamp()}
                tx.connection.execute(insert(contribution_authors), row)
            for name in (*ACTIVE, *OTHERS):
                give_notice(tx, self.accounts[name], "test", utc_now(), words=f"notice of {name}")
        self.upload("reader", TEXT)
        attached = {"hash": hashlib.sha256(TEXT).hexdigest(), "name": "a.txt", "media_type": "text/plain"}
        for name in ("reader", "maintainer", "other_reader"):
            about = "c2" if name == "other_reader" else "c1"
            body = {"contribution": about, "kind": "question", "text": f"thread of {name}"}
            more = {"attachment": {**attached, "size": len(TEXT)}} if name == "reader" else {}
            self._says("thread", name, "feedback", {**body, **more})
        for name in (*ACTIVE, *OTHERS):
            self._says("comment", name, "comment", {"contribution": "c1", "text": f"comment of {name}"})
            self._says("vote", name, "vote", {"contribution": "c1", "stars": 1 + len(name) % 5})
            self._says("proposal", name, "proposal", {"contribution": "c1", "field": "tag", "value": f"tag of {name}"})
            # Of the paper whose thread is reported below a maintainer claims nothing: another one would decide about it.
            claimed = "c2" if name == "maintainer" else "c1"
            self._says("claim", name, "claim", {"contribution": claimed, "author": "Ada", "words": f"claim of {name}"})
            self._keeps_a_note(name)
        self.said["version", "author"] = self.hands_in("author", "c1")["act"]
        reported = self.thread("author", "thread of reader")["id"]
        body = {"subject": "thread", "id": reported, "purpose": "report", "words": "report of author"}
        self._says("report", "author", "report", body)
        remark = {"id": str(uuid.uuid4()), "name": "Somebody", "telephone": "0612345678", "text": "remark of somebody"}
        assert self.request("visitor", "POST", "/v1/remarks", json=remark).status_code == 202

    def _says(self, what: str, who: str, kind: str, body: dict[str, Any]) -> None:
        said = self.does(who, kind, body)
        assert said.get("outcome") == "accepted", said
        self.said[what, who] = said["act"]

    def upload(self, who: str, data: bytes) -> httpx.Response:
        return self.request(who, "PUT", f"/v1/attachments/{hashlib.sha256(data).hexdigest()}", content=data)

    def hands_in(self, who: str, about: str) -> dict[str, Any]:
        """Hand in a new version, its file first; return what became of the act."""
        data = PDF + str(uuid.uuid4()).encode()
        file_hash, act_id = hashlib.sha256(data).hexdigest(), str(uuid.uuid4())
        self.request(who, "PUT", f"/v1/versions/{act_id}/files/{file_hash}", content=data)
        file = {"hash": file_hash, "name": "p.pdf", "media_type": "application/pdf", "size": len(data)}
        return self.does(who, "version", {"contribution": about, "file": file, "words": f"version of {who}"}, act_id)

    def _keeps_a_note(self, who: str) -> None:
        with self.archive.read() as tx:
            epoch = tx.identity.epoch
        record = str(uuid.uuid4())
        write = {"id": str(uuid.uuid4()), "kind": "annotation", "record": record, "base": 0}
        body = {"epoch": epoch, "writes": [{**write, "body": note(f"note of {who}")}]}
        answer = self.request(who, "POST", "/v1/changes", json=body)
        assert answer.json()["results"][0]["outcome"] == "accepted"


def small_site() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("index.html", "<p>2025</p>")
    return made.getvalue()


def waiting_batch(world: RightsWorld, name: str) -> tuple[str, bytes]:
    """Have a batch wait for one file; return the file's hash and bytes."""
    one = paper(f"Of {name}")
    manifest = {"source": "a folder", "items": [one.item], "withdrawals": []}
    edition = {"kind": "edition", "id": "e9", "body": {"code": one.edition, "name": "Congress"}}
    manifest["items"] = [edition, one.item]
    answer = world.request("maintainer", "PUT", f"/v1/batches/{name}", content=encode(manifest))
    assert answer.status_code == 200, answer.text
    return one.hash, one.data
