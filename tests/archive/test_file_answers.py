"""Files over HTTP: any part of any file is those bytes, and nothing about a file makes a browser run it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from anyio.from_thread import BlockingPortal
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kennisbank.archive.app import make_app
from kennisbank.archive.mail.post import FolderPost
from kennisbank.archive.web.byte_ranges import Part, UnsatisfiableError, part_of, sent_part
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, HEADERS, World
from tests.archive.publishing import Maintainer, Paper, paper

BYTES = bytes(number * 7 % 251 for number in range(600_000))
"""More than two pieces of the store."""
LARGE = paper("Large", BYTES, name="Ünïcode “naam”\r\nSet-Cookie: a=b.pdf", media_type="application/pdf")
EMPTY = Paper("empty", "Empty", b"", "", "text/html\r\nX-Evil: 1")
PAGE = paper("Page", b"<script>alert(1)</script>", name="../../etc/passwd.html", media_type="text/html")


@pytest.fixture(scope="module")
def served(new_data: Path, tmp_path_factory: pytest.TempPathFactory, loop: BlockingPortal) -> Iterator[TestClient]:
    """Give an archive with files in it, that no test changes."""
    folder = tmp_path_factory.mktemp("files")
    shutil.copytree(new_data, folder / "archive")
    with Archive.open(folder / "archive") as archive:
        world = World(archive, folder, loop=loop)
        Maintainer(world).all_of([LARGE, EMPTY, PAGE])
        # An application of its own: that of the accounts' world goes to the next test.
        app = make_app(archive, FolderPost(folder / "mail"), settings=CONFIG)
        client = TestClient(app, headers=HEADERS, raise_server_exceptions=False)
        client.portal = loop
        yield client


@given(start=st.integers(0, len(BYTES) + 10), end=st.none() | st.integers(0, len(BYTES) + 10))
def test_any_part_is_those_bytes(served: TestClient, start: int, end: int | None) -> None:
    header = f"bytes={start}-{'' if end is None else end}"
    answer = served.get(f"/v1/files/{LARGE.hash}", headers={"Range": header})
    expected = BYTES[start : None if end is None else end + 1]
    if end is not None and end < start:
        assert (answer.status_code, answer.content) == (200, BYTES)
    elif start >= len(BYTES):
        assert (answer.status_code, answer.json()["code"]) == (416, "no_such_range")
        assert answer.headers["Content-Range"] == f"bytes */{len(BYTES)}"
    else:
        assert (answer.status_code, answer.content) == (206, expected)
        assert answer.headers["Content-Range"] == f"bytes {start}-{start + len(expected) - 1}/{len(BYTES)}"
        assert answer.headers["Content-Length"] == str(len(expected))


@given(header=st.text(max_size=40) | st.from_regex(r"bytes=[ \d,-]{0,12}"), size=st.integers(0, 50))
def test_no_header_asks_for_more_than_there_is(header: str, size: int) -> None:
    try:
        part = part_of(header, size)
    except UnsatisfiableError:
        return
    assert part is None or 0 <= part.start < part.end <= size


@given(start=st.integers(0, 100), length=st.integers(1, 100), more=st.integers(0, 100))
def test_what_is_sent_says_where_it_belongs(start: int, length: int, more: int) -> None:
    end, size = start + length, start + length + more
    assert sent_part(f"bytes {start}-{end - 1}/{size}") == (Part(start, end), size)
    assert sent_part(f"bytes {start}-{size}/{size}") is None


def test_the_end_of_a_file_can_be_asked_for(served: TestClient) -> None:
    answer = served.get(f"/v1/files/{LARGE.hash}", headers={"Range": "bytes=-5"})
    assert (answer.status_code, answer.content) == (206, BYTES[-5:])
    several = served.get(f"/v1/files/{LARGE.hash}", headers={"Range": "bytes=0-1,4-5"})
    assert (several.status_code, several.content) == (200, BYTES)


def test_whoever_has_it_is_sent_nothing(served: TestClient) -> None:
    whole = served.get(f"/v1/files/{LARGE.hash}")
    etag = whole.headers["ETag"]
    assert (whole.content, etag) == (BYTES, f'"{LARGE.hash}"')
    again = served.get(f"/v1/files/{LARGE.hash}", headers={"If-None-Match": f'"x", {etag}'})
    assert (again.status_code, again.content) == (304, b"")


def test_a_part_is_only_sent_of_the_file_that_it_is_the_rest_of(served: TestClient) -> None:
    for condition, status in ((f'"{LARGE.hash}"', 206), ('"another"', 200), (f'W/"{LARGE.hash}"', 200)):
        headers = {"Range": "bytes=10-", "If-Range": condition}
        assert served.get(f"/v1/files/{LARGE.hash}", headers=headers).status_code == status


def test_head_tells_the_size_and_sends_nothing(served: TestClient) -> None:
    answer = served.head(f"/v1/files/{LARGE.hash}")
    assert (answer.status_code, answer.headers["Content-Length"], answer.content) == (200, str(len(BYTES)), b"")
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_an_empty_file_is_a_file(served: TestClient) -> None:
    assert served.get(f"/v1/files/{EMPTY.hash}").content == b""
    assert served.get(f"/v1/files/{EMPTY.hash}", headers={"Range": "bytes=0-"}).status_code == 416


def test_names_and_types_carry_nothing_into_the_headers(served: TestClient) -> None:
    for each, media_type, name in (
        (LARGE, "application/pdf", "Ünïcode “naam” Set-Cookie a=b.pdf"),
        (EMPTY, "application/octet-stream", "file"),
        (PAGE, "text/html", "etc passwd.html"),
    ):
        headers = served.get(f"/v1/files/{each.hash}").headers
        said = re.fullmatch(
            r"attachment; filename=\"[A-Za-z0-9 ._()-]+\"; filename\*=UTF-8''(\S+)", headers["Content-Disposition"]
        )
        assert said is not None
        assert (headers["Content-Type"], unquote(said.group(1))) == (media_type, name)
        assert (headers["X-Content-Type-Options"], "sandbox" in headers["Content-Security-Policy"]) == ("nosniff", True)
        assert "set-cookie" not in headers
        assert "x-evil" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "../archive.key",
        "..%2f..%2farchive.key",
        "%2e%2e/archive.key",
        LARGE.hash.upper(),
        LARGE.hash[:-1],
        "x" * 64,
        "%00",
    ],
)
def test_a_file_is_named_by_its_hash_and_nothing_else(served: TestClient, path: str) -> None:
    answer = served.get(f"/v1/files/{path}")
    assert answer.status_code in {404, 422}
    assert answer.json()["code"] in {"not_found", "invalid"}


def test_a_file_that_its_store_lost_is_no_silent_end(world: World) -> None:
    one = paper("One")
    Maintainer(world).all_of([one])
    world.archive.files.remove(one.hash)
    assert world.client.get(f"/v1/files/{one.hash}").status_code == 404
