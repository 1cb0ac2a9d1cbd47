"""The archive over HTTP: many clients at once that ask whether there is news, and there is none.

    .venv/bin/python benchmarks/measure_serving.py [--clients 200] [--rounds 10] [--contributions 1500]

The real server runs in a process of its own; the clients are one other process, each with a connection of its own, all
of them asking at the same time. `burst`: every client asks once, at once; `steady`: every client asks again as soon as
it is answered. Both as a visitor, and as an account with a session and notes of its own.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import httpx
import psutil
from report import publish

from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.configuration import ArchiveConfig, write_first
from kennisbank.archive.configuration_text import TEMPLATE
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Write

HEADERS = {"Kennisbank-Protocol": "1"}
MAIL = "reader@uni.example"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--contributions", type=int, default=1500)
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "archive"
        code = fill(data, arguments.contributions)
        with served(data) as (url, server):
            said = httpx.post(f"{url}/v1/sessions", json={"mail": MAIL, "code": code}, headers=HEADERS).json()
            info = httpx.get(f"{url}/v1").json()
            path = f"/v1/changes?since={info['revision']}&epoch={info['epoch']}"
            for who, token in (("visitor", None), ("account", said["access"])):
                asyncio.run(ask(url, path, token, 8, 5))
                for how, rounds in (("burst", 1), ("steady", arguments.rounds)):
                    rows.append(
                        {"who": who, "how": how, **measured(url, path, token, arguments.clients, rounds, server)}
                    )
    publish("archive-serving", rows, clients=arguments.clients, contributions=arguments.contributions)


def fill(data: Path, contributions: int) -> str:
    """Make an archive with contributions and a reader with notes; return the reader's code."""
    data.mkdir()
    write_first(data, ArchiveConfig("Benchmark"), TEMPLATE)
    with Archive.open(data) as archive:
        with archive.write() as tx:
            for number in range(contributions):
                body = {"title": f"Contribution {number}", "abstract": "words " * 150, "edition": "C2025"}
                tx.records.put_public("contribution", str(uuid.uuid4()), body)
        people = Administration(archive)
        code = people.add(MAIL)
        account = people.of_mail(MAIL)
        assert account is not None
        moment = "2026-11-22T09:30:00.000000+00:00[Europe/Amsterdam]"
        with archive.write() as tx:
            for _ in range(300):
                body = {"contribution": str(uuid.uuid4()), "kind": "note", "created": moment, "modified": moment}
                write = Write(str(uuid.uuid4()), "annotation", str(uuid.uuid4()), 0, body)
                assert tx.records.write(account.id, write).outcome == "accepted"
    return code


@contextmanager
def served(data: Path) -> Iterator[tuple[str, psutil.Process]]:
    command = [sys.executable, "-m", "kennisbank", "archive", "serve", "--data", str(data), "--port", "0", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["url"], psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(30)


def measured(
    url: str, path: str, token: str | None, clients: int, rounds: int, server: psutil.Process
) -> dict[str, object]:
    before, began = sum(server.cpu_times()[:2]), time.perf_counter()
    waits, errors = asyncio.run(ask(url, path, token, clients, rounds))
    seconds = time.perf_counter() - began
    waits.sort()
    return {
        "requests": len(waits),
        "errors": errors,
        "a_second": round(len(waits) / seconds),
        "median_ms": round(waits[len(waits) // 2] * 1000),
        "p95_ms": round(waits[int(len(waits) * 0.95)] * 1000),
        "slowest_ms": round(waits[-1] * 1000),
        "server_cpu_ms": round((sum(server.cpu_times()[:2]) - before) / len(waits) * 1000, 2),
    }


async def ask(url: str, path: str, token: str | None, clients: int, rounds: int) -> tuple[list[float], int]:
    """Return how long each answer took, and how many were none; all connections are made before the first question."""
    host, port = url.removeprefix("http://").split(":")
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Kennisbank-Protocol: 1", "Accept-Encoding: gzip"]
    if token is not None:
        lines.append(f"Authorization: Bearer {token}")
    question = ("\r\n".join(lines) + "\r\n\r\n").encode()
    connections = [await asyncio.open_connection(host, int(port)) for _ in range(clients)]
    waits: list[float] = []
    errors = 0

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal errors
        for _ in range(rounds):
            began = time.perf_counter()
            writer.write(question)
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(head.partition(b"content-length:")[2].split(b"\r\n")[0])
            body = await reader.readexactly(length)
            waits.append(time.perf_counter() - began)
            errors += not (head.startswith(b"http/1.1 200") and json.loads(body)["is_last"])
        writer.close()

    await asyncio.gather(*(one(*each) for each in connections))
    return waits, errors


if __name__ == "__main__":
    main()
