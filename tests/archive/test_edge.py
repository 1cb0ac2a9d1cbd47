"""What holds for every request: its size, its protocol, its language, and what an answer says of itself."""

import gzip
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kennisbank.archive.app import make_app
from kennisbank.archive.configuration import Limits
from kennisbank.archive.mail.post import FolderPost
from kennisbank.archive.web.edge import SMALL_BODY
from kennisbank.errors import DatabaseError
from kennisbank.sync.protocol import HEADER, MOST_PAGE
from tests.archive.account_world import CONFIG, World, bearer
from tests.archive.publishing import Maintainer, paper


@pytest.mark.parametrize("said", [None, "0", "", "one", "-1", "1.0"])
def test_a_client_that_is_too_old_is_told_so(world: World, said: str | None) -> None:
    world.client.headers.pop(HEADER)
    headers = {} if said is None else {HEADER: said}
    answer = world.client.post("/v1/codes", json={"mail": "a@b.example"}, headers=headers)
    if said in {None, "0"}:
        assert (answer.status_code, answer.json()["minimum"], answer.headers[HEADER]) == (426, 1, "1")
    else:
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_a_newer_client_and_a_browser_are_answered(world: World) -> None:
    assert world.client.get("/v1", headers={HEADER: "7"}).json()["protocol"] == 1
    world.client.headers.pop(HEADER)
    for path in ("/", "/v1", "/v1/", "/v1/changes", "/v1/editions", "/health", "/metrics", "/openapi.json", "/docs"):
        assert world.client.get(path).status_code == 200, path


def test_faults_are_in_the_language_that_is_liked_best(world: World) -> None:
    for wish, words in (
        ("nl", "Hier is niets."),
        ("en;q=0.2, nl-BE;q=0.9", "Hier is niets."),
        ("fr, en;q=0.5", "There is nothing here."),
        ("nl;q=x", "There is nothing here."),
        ("", "There is nothing here."),
    ):
        assert world.client.get("/v1/none", headers={"Accept-Language": wish}).json()["words"] == words


def test_no_web_page_is_sent_instead_of_a_fault(world: World) -> None:
    for method, path, status in (
        ("GET", "/v1/none", 404),
        ("GET", "/none", 404),
        ("DELETE", "/v1/changes", 405),
        ("POST", "/v1/changes", 401),
        ("GET", "/v1/changes?since=-1", 422),
        ("GET", "/v1/changes?scope=mine", 401),
        ("GET", "/v1/changes?epoch=another", 409),
        ("GET", f"/v1/changes?limit={MOST_PAGE + 1}", 422),
        ("GET", "/v1/contributions?cursor=%00", 422),
    ):
        answer = world.client.request(method, path, headers={"Accept": "text/html"})
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/json"), path
        assert set(answer.json()) == {"code", "words", "minimum"}


def test_what_an_address_allows_is_said_completely(world: World) -> None:
    assert world.client.patch("/v1/changes").headers["Allow"] == "GET, POST"
    assert world.client.post("/v1/files/" + "0" * 64).headers["Allow"] == "GET, HEAD"


def test_what_is_too_large_is_refused_before_it_is_read(world: World) -> None:
    tokens = world.somebody()
    headers = bearer(tokens["access"])

    def endless():
        for _ in range(SMALL_BODY // 1000 + 5):
            yield b" " * 1000

    said = {**headers, "Content-Length": str(Limits().body_mb * 1024 * 1024 + 1)}
    for answer in (
        world.client.post("/v1/receipts", content=b"x" * (SMALL_BODY + 1), headers=headers),
        world.client.post("/v1/receipts", content=endless(), headers=headers),
        world.client.post("/v1/changes", content=b"", headers=said),
    ):
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_what_is_no_message_is_refused_and_not_repeated(world: World) -> None:
    headers = bearer(world.somebody()["access"])
    deep = b'{"epoch":"","writes":' + b"[" * 100_000
    for body in (b"", b"\xff", b"<html>Secret-Word", b'{"epoch": "Secret-Word"}', deep, b"[NaN]"):
        for path in ("/v1/changes", "/v1/receipts"):
            answer = world.client.post(path, content=body, headers={**headers, "Content-Type": "application/json"})
            assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
            assert "Secret-Word" not in answer.text


def test_a_bug_is_answered_logged_and_tells_nothing(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.app.state.viewer_of = lambda token: {}["Secret-Word"]
    answer = world.get("/changes", "token-of-somebody")
    assert (answer.status_code, answer.json()["code"]) == (500, "bug")
    assert "Secret" not in answer.text
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == ["bug"]


def test_long_answers_are_packed_for_whoever_unpacks_them(world: World) -> None:
    Maintainer(world).all_of([paper(f"A Title That Takes Some Room {number}") for number in range(8)])
    for wish, is_packed in (("gzip, br", True), ("identity", False), ("gzip;q=0", False), ("", False)):
        with world.client.stream("GET", "/v1/changes", headers={"Accept-Encoding": wish}) as answer:
            raw = b"".join(answer.iter_raw())
        assert (answer.headers.get("Content-Encoding") == "gzip") is is_packed
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert len(json.loads(gzip.decompress(raw) if is_packed else raw)["records"]) == 8


def test_the_catalogue_is_browsed_page_by_page(world: World) -> None:
    titles = sorted(f"Sharing {number:02}" for number in range(7))
    other = paper("100% something_else", edition="C2024")
    Maintainer(world).all_of([*(paper(each) for each in titles), other])
    found: list[str] = []
    cursor = ""
    while True:
        page = world.client.get("/v1/contributions", params={"q": "sharing ANN", "limit": 3, "cursor": cursor}).json()
        found += [each["body"]["title"] for each in page["contributions"]]
        cursor = page["cursor"]
        if not cursor:
            break
    assert found == titles
    for query, count in (
        ({"edition": "C2024"}, 1),
        ({"q": "100%"}, 1),
        ({"q": "%"}, 1),
        ({"q": "g_0"}, 0),
        ({"q": "zzz"}, 0),
    ):
        assert len(world.client.get("/v1/contributions", params=query).json()["contributions"]) == count


def test_metrics_count_routes_and_not_paths(world: World, tmp_path: Path) -> None:
    client = TestClient(make_app(world.archive, FolderPost(tmp_path), settings=CONFIG))
    client.get("/v1/contributions/somebody-s-own-id")
    text = client.get("/metrics").text
    assert 'route="/v1/contributions/{contribution}",status="404"' in text
    assert "somebody" not in text
    assert "kennisbank_revision 0.0" in text


def test_health_says_what_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert world.client.get("/health").json() == {"state": "ok", "database": "ok", "files": "ok"}

    def broken(_hash: str) -> bool:
        raise OSError

    monkeypatch.setattr(world.archive.files, "has", broken)
    answer = world.client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"state": "failed", "database": "ok", "files": "failed"})


@pytest.mark.parametrize(
    ("code", "status", "said"), [("busy", 503, "busy"), ("unreachable", 503, "busy"), ("full", 507, "full")]
)
def test_a_database_that_cannot_is_no_bug(
    world: World, monkeypatch: pytest.MonkeyPatch, code: str, status: int, said: str
) -> None:
    def failing() -> object:
        raise DatabaseError(code, "Secret-Word")

    monkeypatch.setattr(world.archive, "read", failing)
    answer = world.client.get("/v1/changes")
    assert (answer.status_code, answer.json()["code"]) == (status, said)
    assert (said == "busy") == ("Retry-After" in answer.headers)
    assert "Secret" not in answer.text
