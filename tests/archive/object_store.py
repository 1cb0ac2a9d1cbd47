"""A real object store that speaks S3 (SeaweedFS) for tests; skipped where ``weed`` isn't installed.

The program is looked for on the path, or named by ``KENNISBANK_TEST_WEED``.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_START_S = 60.0
KEY, SECRET = "tests", "only-for-these-tests"


@contextmanager
def running_object_store() -> Iterator[str]:
    """Start a server with a bucket, give the address of its endpoint, stop it."""
    weed = os.environ.get("KENNISBANK_TEST_WEED") or shutil.which("weed")
    if weed is None:
        pytest.skip("no S3 server here: SeaweedFS (weed) is not installed, and KENNISBANK_TEST_WEED names none")
    folder = Path(tempfile.mkdtemp(prefix="kb-s3-"))
    actions = ["Admin", "Read", "List", "Tagging", "Write"]
    identity = {"name": "t", "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": actions}
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    ports = dict(zip(("master", "volume", "filer", "s3"), _free_ports(4), strict=True))
    arguments = [
        weed, "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-volume.max=64", "-s3",
        "-master.volumeSizeLimitMB=64", f"-s3.config={folder / 's3.json'}", f"-s3.localSocket={folder / 's3.sock'}",
        *(f"-{name}.port={port}" for name, port in ports.items()),
        *(f"-{name}.port.grpc={port}" for name, port in zip(ports, _free_ports(4), strict=True)),
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(arguments, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    try:
        endpoint = f"http://127.0.0.1:{ports['s3']}"
        _wait_for(endpoint, server, folder / "log")
        yield endpoint
    finally:
        server.kill()  # it takes its time to say goodbye, and nothing of it is kept
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(endpoint: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()[-2000:]
        try:
            urllib.request.urlopen(f"{endpoint}/status", timeout=5).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the object store didn't start: {log.read_text()[-2000:]}")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
    finally:
        for each in sockets:
            each.close()
