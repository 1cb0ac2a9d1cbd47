"""Archived websites: taken in whole or not at all, replayed where nothing on them can reach anything."""

import gzip
import hashlib
import io
import json
import stat
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from httpx import Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.keeping.checking import check
from kennisbank.archive.websites.rewriting import Place, replayed, rewritten
from kennisbank.archive.websites.site import SiteWriter
from kennisbank.archive.websites.zips import take_zip
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError
from tests.archive.account_world import HEADERS, World, bearer, fault

PAGE = (
    b'<html><head><link href="/css/a.css" rel=stylesheet><meta http-equiv="refresh" content="9;url=/next.html">'
    b'<base href="http://www.congres.example/"></head><body background="/img/b.png"><a href="zaal.html">zaal</a>'
    b"<a href='http://congres.example/programma?dag=2#top'>programma</a><a href=\"https://elders.example/\">uit</a>"
    b'<a href="//www.congres.example/x">x</a><img src=/img/c.png srcset="/img/c.png 1x, /img/d.png 2x">caf\xe9</body></html>'
)


@pytest.fixture
def headers(world: World) -> dict[str, str]:
    found = bearer(world.somebody("chief@uni.example", "maintainer")["access"])
    body = {"code": "C2013", "name": "Congres 2013", "website": "http://www.congres.example/2013"}
    body["website_kind"] = "link"
    answer = world.client.put("/v1/editions/e1", json=body, headers=found)
    assert answer.status_code == 200, answer.text
    return found


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return made.getvalue()


def captured(*pages: tuple[str, str, str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    """Return a WARC of answers: address, status, media type, body, more headers; each record a member of its own."""
    records = [warc_record("warcinfo", "", "application/warc-fields", b"software: test\r\n")]
    for address, status, media_type, data, more in pages:
        said = "".join(f"{name}: {value}\r\n" for name, value in {"Content-Type": media_type, **more}.items())
        block = f"HTTP/1.1 {status}\r\n{said}\r\n".encode() + data
        records.append(warc_record("response", address, "application/http; msgtype=response", block))
    return b"".join(gzip.compress(each) if packed else each for each in records)


def warc_record(kind: str, address: str, media_type: str, block: bytes) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n{target}"
        f"WARC-Date: 2013-04-04T10:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def put(world: World, headers: dict[str, str], data: bytes, edition: str = "e1") -> Response:
    return world.client.put(f"/v1/editions/{edition}/website", content=data, headers=headers)


def origin(world: World) -> TestClient:
    client = TestClient(world.app.state.replay, headers=HEADERS, base_url="http://websites.example")
    client.portal = world._loop
    client.follow_redirects = False
    return client


def test_a_zip_is_replayed_under_its_own_paths(world: World, headers: dict[str, str]) -> None:
    files = {"site/index.html": PAGE, "site/css/a.css": b"b{background:url(/img/b.png)}", "site/zaal.html": b"<p>Zaal"}
    answer = put(world, headers, zipped({**files, "site/plan.pdf": b"%PDF-1.4 plan", "site/run.exe": b"MZ"}))
    assert answer.status_code == 200, answer.text
    body = answer.json()["body"]
    assert (body["website"], body["website_kind"]) == ("http://127.0.0.1:8766/C2013/", "archived")
    browser = origin(world)
    assert browser.get("/C2013").headers["location"] == "/C2013/"
    page = browser.get("/C2013/")
    assert page.status_code == 200
    for part in (
        b'href="/C2013/css/a.css"',
        b'content="9;url=/C2013/next.html"',
        b'background="/C2013/img/b.png"',
        b'href="zaal.html"',
        b"href='/C2013/programma?dag=2#top'",
        b'href="https://elders.example/"',
        b'href="/C2013/x"',
        b"src=/C2013/img/c.png",
        b'srcset="/C2013/img/c.png 1x, /C2013/img/d.png 2x"',
        b"caf\xe9",
    ):
        assert part in page.content
    style = browser.get("/C2013/css/a.css")
    assert (style.headers["content-type"], style.content) == ("text/css", b"b{background:url(/C2013/img/b.png)}")
    assert browser.get("/C2013/run.exe").headers["content-disposition"] == "attachment"
    part = browser.get("/C2013/plan.pdf", headers={"Range": "bytes=5-7"})
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, b"1.4", "bytes 5-7/13")
    assert browser.get("/C2013/plan.pdf", headers={"Range": "bytes=99-"}).status_code == 416
    assert browser.head("/C2013/plan.pdf").headers["content-length"] == "13"
    assert browser.get("/C2013/", headers={"If-None-Match": page.headers["etag"]}).status_code == 304
    assert b"/C2013/" in browser.get("/").content


def test_a_page_can_reach_nothing(world: World, headers: dict[str, str]) -> None:
    put(world, headers, zipped({"index.html": b"<script>1</script>", "a.js": b"1", "x.svg": b"<svg/>"}))
    browser = origin(world)
    for path in ("/", "/C2013/", "/C2013/a.js", "/C2013/x.svg", "/C2013/none", "/C1999/"):
        answer = browser.get(path, headers={"Cookie": "a=1"})
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("sandbox ")
        assert "allow-scripts" not in policy
        assert "img-src 'self' http://127.0.0.1:8766 data:" in policy
        assert "script-src" not in policy.replace("default-src 'none'", "")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in answer.headers
    assert browser.post("/C2013/").status_code == 405
    assert browser.get("/v1/contributions").status_code == 404


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_is_replayed_with_what_came_from_elsewhere(world: World, headers: dict[str, str], packed: bool) -> None:
    small = {"Content-Encoding": "gzip"}
    data = captured(
        ("http://www.congres.example/", "200 OK", "text/html; charset=windows-1252", PAGE, {}),
        ("http://congres.example/programma?dag=2", "200 OK", "text/html", gzip.compress(b"<p>Dag 2"), small),
        ("http://congres.example/oud", "301 Moved", "text/html", b"", {"Location": "/programma?dag=2"}),
        ("http://congres.example/weg", "302 Found", "text/html", b"", {"Location": "https://elders.example/"}),
        ("https://cdn.example/a.css", "200 OK", "text/css", b"@import '/b.css';", {}),
        ("http://congres.example/x", "404 Not Found", "text/html", b"none", {}),
        ("http://congres.example/p", "200 OK", "application/x-shockwave-flash", b"FWS", {}),
        packed=packed,
    )
    assert put(world, headers, data).status_code == 200
    browser = origin(world)
    first = browser.get("/C2013/")
    assert first.headers["content-type"] == "text/html; charset=windows-1252"
    assert b"href='/C2013/programma?dag=2#top'" in first.content
    assert browser.get("/C2013/programma?dag=2").content == b"<p>Dag 2"
    assert browser.get("/C2013/oud").headers["location"] == "/C2013/programma?dag=2"
    assert browser.get("/C2013/weg").status_code == 404
    assert browser.get("/C2013/x").status_code == 404
    assert browser.get("/C2013/_/cdn.example/a.css").content == b"@import '/C2013/_/cdn.example/b.css';"
    assert browser.get("/C2013/p").headers["content-type"] == "application/octet-stream"


def link_in_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("index.html", b"<p>")
        info = zipfile.ZipInfo("geheim.html")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(info, b"/etc/passwd")
    return made.getvalue()


def test_what_can_not_be_a_website_is_refused_and_leaves_nothing(world: World, headers: dict[str, str]) -> None:
    for data in (
        b"",
        b"%PDF-1.4",
        b"PK\x03\x04 broken",
        gzip.compress(b"no website"),
        b"WARC/1.0\r\nbroken",
        captured(),
        zipped({}),
        zipped({"a.txt": b"no page"}),
        zipped({"../index.html": b"<p>"}),
        zipped({"/etc/index.html": b"<p>"}),
        zipped({"C:/index.html": b"<p>"}),
        zipped({"a\\..\\..\\index.html": b"<p>"}),
        zipped({"index.html": b"\x00" * (40 << 20)}),
        link_in_zip(),
    ):
        assert fault(put(world, headers, data)) == (422, "invalid"), data[:40]
        assert not list((world.archive.data / "websites").iterdir())
    with world.archive.read() as tx:
        assert tx.files.all() == {}
        record = tx.records.get("edition", "e1")
        assert record is not None
        assert record.body is not None
        assert record.body["website_kind"] == "link"


def test_what_unpacks_to_too_much_is_refused(world: World, headers: dict[str, str]) -> None:
    import dataclasses  # noqa: PLC0415

    websites = world.app.state.websites
    small = dataclasses.replace(websites._config.websites, unpacked_mb=1)
    websites._config = dataclasses.replace(websites._config, websites=small)
    data = zipped({"index.html": b"<p>", **{f"{number}.txt": b"x" * (1 << 18) for number in range(5)}})
    assert fault(put(world, headers, data)) == (422, "invalid")
    bomb = captured(
        ("http://a.example/", "200 OK", "text/html", gzip.compress(b"x" * (2 << 20)), {"Content-Encoding": "gzip"})
    )
    assert fault(put(world, headers, bomb)) == (422, "invalid")
    assert not list((world.archive.data / "websites").iterdir())


def test_a_website_outlives_a_restore_and_its_successor(world: World, headers: dict[str, str]) -> None:
    import shutil  # noqa: PLC0415

    first = zipped({"index.html": b"<p>een"})
    for _ in range(2):
        assert put(world, headers, first).status_code == 200
    found = world.client.get(f"/v1/files/{hashlib.sha256(first).hexdigest()}")
    assert found.status_code == 404, "it is no paper that is offered"
    world.app.state.batches.tidy(0)  # files that nothing has go; this one is held
    shutil.rmtree(world.archive.data / "websites")
    world.app.state.websites._sites.clear()
    assert [each.code for each in check(world.archive)] == []
    assert origin(world).get("/C2013/").content == b"<p>een"
    assert put(world, headers, zipped({"index.html": b"<p>twee"})).status_code == 200
    assert origin(world).get("/C2013/").content == b"<p>twee"
    with world.archive.read() as tx:
        assert len(tx.files.all()) == 1
    assert len(list((world.archive.data / "websites").iterdir())) == 1
    assert fault(put(world, headers, b"", "e9")) == (404, "not_found")


@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/css"]))
def test_what_is_no_link_stays_byte_for_byte(data: bytes, kind: str) -> None:
    place = Place("/C2013", ("congres.example",), "congres.example")
    if not any(mark in data for mark in (b"/", b"\\", b"&")):
        assert rewritten(data, kind, place) == data


@given(st.text(max_size=60))
def test_no_link_leaves_the_site_but_as_it_is(link: str) -> None:
    place = Place("/C2013", ("congres.example",), "congres.example")
    made = replayed(link, place)
    assert made == link or made.startswith("/C2013")


def test_editions_and_persons_are_kept_by_hand(world: World, headers: dict[str, str]) -> None:
    client: Any = world.client
    body = {"code": "C2013", "name": "Congres", "year": 2013, "begins": "2013-04-04", "organiser": "Hogeschool"}
    assert client.put("/v1/editions/e1", json=body, headers=headers).json()["body"]["organiser"] == "Hogeschool"
    assert fault(client.put("/v1/editions/e2", json=body, headers=headers)) == (422, "invalid")
    archived = {**body, "website_kind": "archived"}
    assert fault(client.put("/v1/editions/e1", json=archived, headers=headers)) == (422, "invalid")
    script = {**body, "website": "javascript:alert(1)"}
    assert fault(client.put("/v1/editions/e1", json=script, headers=headers)) == (422, "invalid")
    put(world, headers, zipped({"index.html": b"<p>"}))
    kept = client.put("/v1/editions/e1", json=archived, headers=headers).json()["body"]
    assert kept["website"].endswith("/C2013/")

    ann = {"name": "Ann de Boer", "names": ["A. de Boer"], "reach": "https://orcid.example/1"}
    made = client.put("/v1/persons/p1", json=ann, headers=headers).json()["body"]
    assert made["names"] == ["Ann de Boer", "A. de Boer"]
    other = {"name": "Anna de Boer", "names": ["A. de Boer"]}
    assert fault(client.put("/v1/persons/p2", json=other, headers=headers)) == (422, "invalid")
    assert client.delete("/v1/persons/p1", headers=headers).status_code == 204
    assert fault(client.delete("/v1/persons/p1", headers=headers)) == (404, "not_found")
    assert client.put("/v1/persons/p1", json=ann, headers=headers).status_code == 200
    actions = {each["action"] for each in client.get("/v1/audit", headers=headers).json()}
    assert {"edition_added", "website_archived", "person_added", "person_removed"} <= actions


def test_the_replay_is_of_this_archive_alone(world: World, headers: dict[str, str], tmp_path: Path) -> None:
    put(world, headers, zipped({"index.html": b"<p>"}))
    with Archive.open(tmp_path / "other") as other:
        from kennisbank.archive.websites.taking_in import Websites  # noqa: PLC0415

        assert Websites(other, world.app.state.config, "http://x").site_of("e1") is None


@pytest.mark.shared_data
def test_no_hostile_zip_gets_out_of_its_folder(shared_data: Path, tmp_path: Path) -> None:
    found = sorted((shared_data / "hostile" / "archives").glob("*.zip"))
    assert len(found) > 20
    for number, source in enumerate(found):
        folder = tmp_path / str(number) / "a" / "b" / "c"
        folder.mkdir(parents=True)
        writer = SiteWriter(folder, 1 << 20)
        try:
            writer.finish(take_zip(source, writer), ())
        except BadInputError:
            assert "zip" in source.name
        finally:
            writer.close()
        outside = [each for each in tmp_path.rglob("*") if each.is_file() and each.parent != folder]
        assert all(each.parent.name == "c" and each.name in {"content", "index.json"} for each in outside), source.name
        assert (folder / "content").stat().st_size <= 1 << 20


def test_the_second_port_has_websites_and_nothing_else(tmp_path: Path) -> None:
    data = tmp_path / "archive"
    command = [sys.executable, "-m", "kennisbank", "archive", "--data", str(data), "--port", "0", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    try:
        said = json.loads(process.stdout.readline())
        with Archive.open(data) as archive:  # beside the server, as the command line does
            code = Administration(archive).add("chief@uni.example", right="maintainer")
        with httpx.Client(headers=HEADERS, timeout=30) as client:
            log_in = {"mail": "chief@uni.example", "code": code, "device": "x"}
            token = client.post(f"{said['url']}/v1/sessions", json=log_in).json()["access"]
            body = {"code": "C2013", "name": "Congres 2013"}
            client.put(f"{said['url']}/v1/editions/e1", json=body, headers=bearer(token)).raise_for_status()
            site = zipped({"index.html": b"<p>2013"})
            put = client.put(f"{said['url']}/v1/editions/e1/website", content=site, headers=bearer(token))
            address = put.json()["body"]["website"]
            assert address.startswith(said["websites"])
            assert client.get(address).content == b"<p>2013"
            assert client.get(f"{said['url']}/C2013/").status_code == 404
            # A name in the request doesn't lead to the archive.
            assert client.get(f"{said['websites']}/v1", headers={"Host": said["url"][7:]}).status_code == 404
            assert client.get(f"{said['websites']}/health").status_code == 404
    finally:
        process.terminate()
        process.communicate(timeout=30)
