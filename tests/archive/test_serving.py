"""The archive as a program: made, served, asked, stopped; and nothing secret in what it leaves behind."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from kennisbank.archive.commands.command import main
from kennisbank.archive.commands.opening import holds_password
from kennisbank.archive.configuration import FILE_NAME, ArchiveConfig
from tests.archive.publishing import paper

HEADERS = {"Kennisbank-Protocol": "1"}
MAIL = "chief.of.archive@uni.example"


@contextmanager
def serving(data: Path, log: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Give the address of a server in a process of its own, and the process."""
    command = [sys.executable, "-m", "kennisbank", "archive", *words, "--data", str(data), "--port", "0", "--json"]
    with log.open("ab") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, log.read_text()
        yield json.loads(line)["url"], process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def typed(*words: object) -> tuple[int, str]:
    """Return the exit code and standard output of a command."""
    done = subprocess.run(
        [sys.executable, "-m", "kennisbank", "archive", *map(str, words)], capture_output=True, check=False, timeout=60
    )
    return done.returncode, done.stdout.decode()


def test_an_archive_is_made_served_and_stopped_and_keeps_its_secrets(tmp_path: Path) -> None:
    data, log = tmp_path / "archive", tmp_path / "log"
    one = paper("A Title That Nobody Logs")
    secrets = [MAIL, "nobody-logs-queries", "127.0.0.1", one.title]
    with serving(data, log) as (url, process), httpx.Client(base_url=url, headers=HEADERS) as client:
        # The first maintainer is made beside the running server.
        code, said = typed("users", "add", MAIL, "--role", "maintainer", "--json", "--data", data)
        assert code == 0
        one_time = json.loads(said)["code"]
        tokens = client.post("/v1/sessions", json={"mail": MAIL, "code": one_time, "device": "My Device"}).json()
        secrets += [one_time, tokens["access"], tokens["refresh"], "My Device", tokens["account"]["id"]]
        headers = {"Authorization": f"Bearer {tokens['access']}"}
        manifest = {"source": "x", "items": [one.item]}
        assert client.put("/v1/batches/b1", json=manifest, headers=headers).status_code == 200
        assert client.put(f"/v1/batches/b1/files/{one.hash}", content=one.data, headers=headers).status_code == 200
        assert client.post("/v1/batches/b1/publish", headers=headers).json()["added"] == 1
        assert client.get(f"/v1/files/{one.hash}").content == one.data
        assert client.get("/v1/contributions", params={"q": "nobody-logs-queries"}).status_code == 200
        assert "server" not in client.get("/v1").headers
        process.terminate()
        assert process.wait(timeout=30) == 0
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert {"started", "stopped", "request", "batch published"} <= {line["event"] for line in lines}
    for secret in secrets:
        assert secret not in log.read_text()
    for path in (each for each in data.rglob("*") if each.is_file()):
        left = path.read_bytes()
        assert not any(each.encode() in left for each in (one_time, tokens["access"], tokens["refresh"])), path
    assert data.stat().st_mode & 0o077 == 0
    assert (data / FILE_NAME).stat().st_mode & 0o077 == 0


def test_an_upload_that_a_killed_server_broke_off_goes_on(tmp_path: Path) -> None:
    data, log = tmp_path / "archive", tmp_path / "log"
    one = paper("One", os.urandom(3_000_000))
    with serving(data, log) as (url, process):
        code = json.loads(typed("users", "add", MAIL, "--role", "maintainer", "--json", "--data", data)[1])["code"]
        tokens = httpx.post(f"{url}/v1/sessions", json={"mail": MAIL, "code": code}, headers=HEADERS).json()
        headers = {**HEADERS, "Authorization": f"Bearer {tokens['access']}"}
        httpx.put(f"{url}/v1/batches/b1", json={"source": "x", "items": [one.item]}, headers=headers)

        def cut() -> Iterator[bytes]:
            yield one.data[:2_500_000]
            while httpx.head(url + path, headers=headers).headers["Kennisbank-Received"] == "0":
                pass
            process.kill()
            process.wait(30)
            yield one.data[2_500_000:]

        path = f"/v1/batches/b1/files/{one.hash}"
        with pytest.raises(httpx.TransportError):
            httpx.put(url + path, content=cut(), headers={**headers, "Content-Length": str(len(one.data))})
    with serving(data, log, "serve") as (url, _):
        received = int(httpx.head(url + path, headers=headers).headers["Kennisbank-Received"])
        part = f"bytes {received}-{len(one.data) - 1}/{len(one.data)}"
        rest = httpx.put(url + path, content=one.data[received:], headers={**headers, "Content-Range": part})
        assert rest.json()["received"] == len(one.data)
        assert httpx.post(f"{url}/v1/batches/b1/publish", headers=headers).json()["added"] == 1
        assert httpx.get(f"{url}/v1/files/{one.hash}").content == one.data


def test_the_commands_know_no_client_and_no_window() -> None:
    program = (
        "import sys\nfrom kennisbank.archive.commands.command import main\nfrom kennisbank.archive import app\nfrom kennisbank.archive.web import serve\n"
        "print([each for each in sys.modules if each.partition('.')[0] in {'PySide6', 'whoosh', 'pymupdf'}"
        " or each.startswith(('kennisbank.ui', 'kennisbank.services', 'kennisbank.library', 'kennisbank.cli'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    assert done.stdout == b"[]\n"


def _said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any, str]:
    code = main([*map(str, words), "--json"])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def test_an_archive_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("init", "--data", tmp_path / "a", "--name", 'The "C" archive', "--address", "us@c.example")
    code, said, _ = _said(capsys, *words, "--url", "https://archive.c.example", "--approval", "mail")
    assert (code, set(said)) == (0, {"archive", "data", "file", "key"})
    config = ArchiveConfig.load(tmp_path / "a")
    assert (config.name, config.address, config.approval) == ('The "C" archive', "us@c.example", "mail")
    before = (tmp_path / "a" / FILE_NAME).read_bytes()
    code, said, _ = _said(capsys, *words)
    assert (code, said["error"]["type"]) == (2, "BadInputError")
    assert (tmp_path / "a" / FILE_NAME).read_bytes() == before


def test_what_is_kept_can_be_checked_and_restored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _said(capsys, "init", "--data", tmp_path / "a")[0] == 0
    assert _said(capsys, "check", "--data", tmp_path / "a")[:2] == (0, {"findings": []})
    assert _said(capsys, "backup", tmp_path / "b", "--data", tmp_path / "a")[0] == 0
    code, said, _ = _said(capsys, "restore", tmp_path / "b", "--data", tmp_path / "c")
    assert (code, said["missing"]) == (0, [])
    assert (tmp_path / "c" / FILE_NAME).read_bytes() == (tmp_path / "a" / FILE_NAME).read_bytes()
    assert _said(capsys, "users", "list", "--data", tmp_path / "c")[1] == {"accounts": [], "unnamed": 0}


def test_mistakes_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _said(capsys, "serve", "--data", tmp_path)[0] == 2
    assert _said(capsys, "init", "--data", tmp_path / "a", "--address", "nobody")[0] == 2
    assert not (tmp_path / "a").exists()
    assert _said(capsys, "init", "--data", tmp_path / "a")[0] == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said, _ = _said(capsys, "serve", "--data", tmp_path / "a", "--port", port)
        assert (code, f"port {port}" in said["error"]["message"]) == (2, True)
    assert _said(capsys, "serve", "--data", tmp_path / "a", "--host", "192.0.2.1")[0] == 2
    secret = "mysql://me:very-secret@db/x"
    code, said, err = _said(capsys, "check", "--data", tmp_path / "a", "--database", secret)
    assert (code, "KENNISBANK_ARCHIVE_DATABASE" in err) == (2, True)
    assert "very-secret" not in json.dumps(said) + err


def test_addresses_with_a_password_are_written_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KENNISBANK_ARCHIVE_MAIL", "smtp://me:very-secret@mail.example")
    assert main(["init", "--data", str(tmp_path / "a"), "--files", str(tmp_path / "f")]) == 0
    config = ArchiveConfig.load(tmp_path / "a")
    assert (config.storage.mail, config.storage.files) == ("", str(tmp_path / "f"))
    assert holds_password("postgresql://me:x@h/d")
    assert not holds_password("postgresql://me@h:5432/d")
