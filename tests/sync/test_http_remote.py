"""The real archive over HTTP keeps the contract of every `Remote`, and one that means ill gets nothing done."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.config.paths import Paths
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.ids import ArchiveId, FileHash
from kennisbank.domain.moments import now
from kennisbank.errors import ArchiveUntrustedError, Cancelled
from kennisbank.library.library import Library
from kennisbank.net.archive_http import ArchiveHttp, Limits
from kennisbank.sync.engine import SyncEngine
from kennisbank.sync.http_remote import HttpRemote
from kennisbank.sync.protocol import ChangesPage, GoneReason, Record, RecordKind
from kennisbank.sync.protocol_codec import content_hash, digest_of, encode, mark
from kennisbank.sync.remote import Remote
from kennisbank.tasks.context import JobContext
from tests.net.hostile import Asked, answer, hostile
from tests.real_archive import CONTRIBUTION, RealArchive, running_archive
from tests.sync.remote_contract import RemoteContract, World
from tests.sync.said_contract import SaidContract

QUICK = Limits(wait=0.0)


class HttpWorld:
    """The real archive, over HTTP."""

    def __init__(self, archive: RealArchive, folder: Path) -> None:
        self._archive = archive
        self._folder = folder
        self._tokens: dict[str, str] = {}
        self._opened: list[ArchiveHttp] = []

    def account(self, name: str) -> str:
        tokens = self._archive.world.somebody(f"{name}@example.org")
        self._tokens[name] = tokens["access"]
        return name

    def remote(self, account: str | None) -> Remote:
        token = None if account is None else self._tokens[account]
        http = ArchiveHttp(self._archive.url, token=lambda: token, limits=QUICK)
        self._opened.append(http)
        return HttpRemote(http)

    def put_public(self, kind: RecordKind, record_id: str, body: Mapping[str, Any]) -> None:
        self._archive.put(kind, record_id, **body)

    def take_out(self, kind: RecordKind, record_id: str, reason: GoneReason) -> None:
        self._archive.withdraw(record_id, reason, kind)

    def put_file(self, data: bytes) -> str:
        digest = sha256(data).hexdigest()
        path = self._folder / digest
        path.write_bytes(data)
        self._archive.archive.take_file(path, digest)
        offered = {"hash": digest, "name": "a.pdf", "role": "paper", "media_type": "application/pdf", "size": len(data)}
        self._archive.put(files=[offered])
        return digest

    def grant(self, account: str, contribution: str) -> None:
        found = self._archive.world.administration.of_mail(f"{account}@example.org")
        assert found is not None
        with self._archive.archive.write() as tx:
            row = {"contribution": contribution, "account": found.id, "since": stamp(datetime(2020, 1, 1, tzinfo=UTC))}
            tx.connection.execute(insert(contribution_authors), row)

    def close(self) -> None:
        for each in self._opened:
            each.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with running_archive(tmp_path / "archive") as archive:
        made = HttpWorld(archive, tmp_path)
        yield made
        made.close()


class TestHttpRemote(RemoteContract, SaidContract):
    pass


# Archives that mean ill.


KEY = "A" * 43 + "="
BODY = {**CONTRIBUTION, "title": "Vals"}


def record(number: int = 1, **values: Any) -> Record:
    given = {"kind": "contribution", "id": f"c{number}", "revision": number, "body": BODY, "hash": content_hash(BODY)}
    return Record(**{**given, **values})


def page(*records: Record, **values: Any) -> bytes:
    marks = [mark(each.kind, each.id, each.revision, each.hash) for each in records]
    last = records[-1].revision if records else 0
    given = {"archive": "a", "epoch": "e", "revision": last, "head": last, "is_last": True, "public": digest_of(marks)}
    return encode(ChangesPage(records=records, **{**given, **values}))


def since(asked: Asked) -> int:
    return int(asked.path.partition("since=")[2].partition("&")[0])


def endless_news(asked: Asked) -> bytes:
    at = since(asked) + 1
    return answer(page(record(at), revision=at, head=at + 10, is_last=False))


def endless_nothing(asked: Asked) -> bytes:
    return answer(page(revision=since(asked), head=since(asked) + 10, is_last=False))


HOSTILE: dict[str, tuple[Callable[[Asked], Any], set[str]]] = {
    "a body that isn't that of its hash": (
        lambda _: answer(page(record(9, hash="0" * 64))),
        {"wrong_hash", "malformed"},
    ),
    "another archive": (lambda _: answer(page(archive="b")), {"other_archive"}),
    "a revision that goes back": (lambda _: answer(page(revision=3, head=3, public=None)), {"revision_back"}),
    "pages without end": (endless_nothing, {"endless", "malformed", "revision_back"}),
    "records out of order": (lambda _: answer(page(record(9), record(8), revision=9, head=9)), {"malformed"}),
    "records of later than the page": (lambda _: answer(page(record(9), revision=8, head=8)), {"malformed"}),
    "a web page": (lambda _: answer(b"<html>", kind="text/html"), {"no_archive"}),
    "no page at all": (lambda _: answer(b"[]"), {"malformed"}),
    "nesting without end": (lambda _: answer(b'{"records":' + b"[" * 100_000), {"malformed"}),
    "numbers without end": (lambda _: answer(b'{"revision":' + b"9" * 100_000 + b"}"), {"malformed"}),
    "more than anybody reads": (
        lambda _: answer(b"", extra="Content-Length: 99999999999\r\n").replace(b"Content-Length: 0\r\n", b""),
        {"too_large"},
    ),
    "elsewhere": (lambda _: answer(status="302 Found", extra="Location: http://127.0.0.1:1/\r\n"), {"redirected"}),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_is_taken_from_an_archive_that_means_ill(what: str, tmp_path: Path) -> None:
    script, codes = HOSTILE[what]
    with hostile(script) as server, Library.open(Paths(tmp_path)) as library:
        link = ArchiveLink(ArchiveId("a"), server.url, "A", KEY, "e", 5, now())
        with library.write() as tx:
            tx.archives.save_link(link)
        with ArchiveHttp(server.url, limits=QUICK) as http, pytest.raises(ArchiveUntrustedError) as caught:
            SyncEngine(library, HttpRemote(http)).run()
        assert caught.value.code in codes
        with library.read() as tx:
            assert tx.contributions.count() == 0
            after = tx.archives.link()
            assert (after.revision, after.outcome) == (5, "ArchiveUntrustedError")
        assert len(server.asked) < 20


def test_what_an_archive_makes_up_without_end_is_stopped_by_whoever_asks(tmp_path: Path) -> None:
    """Each page is in order and brings something; only a wish to stop can know that it is enough."""
    asked = 0

    def script(each: Asked) -> bytes:
        nonlocal asked
        asked += 1
        if asked == 5:
            ctx.cancel()
        return endless_news(each)

    ctx = JobContext()
    with hostile(script) as server, Library.open(Paths(tmp_path)) as library:
        with library.write() as tx:
            tx.archives.save_link(ArchiveLink(ArchiveId("a"), server.url, "A", KEY, "e", 0, now()))
        with ArchiveHttp(server.url, limits=QUICK, ctx=ctx) as http, pytest.raises((Cancelled, ArchiveUntrustedError)):
            SyncEngine(library, HttpRemote(http)).run(ctx)
        assert asked <= 6


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "0" * 63, ""])
def test_no_file_is_asked_for_that_has_no_hash_for_a_name(name: str) -> None:
    with ArchiveHttp("http://127.0.0.1:9") as http, pytest.raises(ValueError, match="SHA-256"):
        HttpRemote(http).file(FileHash(name))


def test_what_an_answer_held_stands_in_no_error() -> None:
    said = json.dumps({"archive": "geheim" * 1000, "records": "geheim"}).encode()
    with (
        hostile(lambda _: answer(said)) as server,
        ArchiveHttp(server.url) as http,
        pytest.raises(ArchiveUntrustedError) as caught,
    ):
        HttpRemote(http).changes(0)
    assert "geheim" not in f"{caught.value}{caught.value.detail}{caught.value.__cause__}"
