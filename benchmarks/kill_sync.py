"""Break a first sync at random moments, many times over, and see that it always completes, with nothing lost or doubled.

    python benchmarks/kill_sync.py [--count 1500] [--times 50] [--seed 1] [--modes client archive wire] [--files] [--keep DIR]

``client``: the Kennisbank is killed (`kill -9`); ``archive``: the server is, and started again; ``wire``: a proxy between
them cuts the connection after a random number of bytes. Each time a fresh home connects, is broken off, and syncs again
until that ends well; then what it holds is compared with what the archive gives to a plain HTTP client. With ``--files``
all papers are downloaded after that, and each is read and hashed.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sync_world import environment, free_port, kennisbank, made_archive, started

from kennisbank.config.paths import Paths
from kennisbank.library.check import check
from kennisbank.library.library import Library


def held_by_archive(url: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return title and current files of each contribution, as the archive gives them to anybody."""
    found, since = {}, 0
    while True:
        with urllib.request.urlopen(f"{url}/v1/changes?since={since}&scope=public&limit=1000", timeout=60) as answer:
            page = json.load(answer)
        for record in page["records"]:
            if record["kind"] == "contribution" and record["body"]:
                files = tuple(sorted(each["hash"] for each in record["body"]["files"]))
                found[record["id"]] = (record["body"]["title"], files)
        since = page["revision"]
        if page["is_last"]:
            return found


def held_by_client(home: Path, *, with_files: bool) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the same of a library: what it offers, or what is really there (each file read and hashed)."""
    with Library.open(Paths.of(home)) as library:
        with library.read() as tx:
            contributions = tx.contributions.all()
            offered = tx.offers.of([each.id for each in contributions])
        found = {}
        for each in contributions:
            if with_files:
                hashes = [hashlib.sha256(library.files.path(file.hash).read_bytes()).hexdigest() for file in each.files]
            else:
                hashes = [offer.hash for offer in offered.get(each.id, ())]
            assert each.id not in found
            found[each.id] = (each.metadata.values.title, tuple(sorted(hashes)))
        problems = check(library) if with_files else []
        assert not problems, problems
    return found


class CuttingProxy:
    """Passes bytes on to a port, and cuts a connection after so many bytes of answers; None: never."""

    def __init__(self, port: int) -> None:
        self.after: int | None = None
        self._to = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            here, _ = self._listening.accept()
            there = socket.create_connection(("127.0.0.1", self._to))
            threading.Thread(target=self._pass, args=(here, there), kwargs={"is_answer": False}, daemon=True).start()
            threading.Thread(target=self._pass, args=(there, here), kwargs={"is_answer": True}, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, *, is_answer: bool) -> None:
        try:
            while data := source.recv(65536):
                if is_answer and self.after is not None:
                    if len(data) > self.after:
                        target.sendall(data[: self.after])
                        self.after = None  # once: the next try goes through
                        break
                    self.after -= len(data)
                target.sendall(data)
        except OSError:
            pass
        for each in (source, target):
            try:
                each.shutdown(socket.SHUT_RDWR)
                each.close()
            except OSError:
                pass


def begun(home: Path, url: str) -> subprocess.Popen[str]:
    """Start a first sync and return when it begins."""
    program = Path(__file__).resolve().parent / "sync_process.py"
    process = subprocess.Popen(
        [sys.executable, str(program), str(home), url],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def ended(process: subprocess.Popen[str]) -> int:
    try:
        return process.wait(120)
    finally:
        process.kill()


def completed(home: Path, url: str, *, files: bool) -> None:
    """Sync until it ends well; three tries are many. Then fetch all files, if they are asked for."""
    for attempt in range(3):
        if ended(begun(home, url)) == 0:
            break
        if attempt == 2:
            raise RuntimeError("it doesn't complete")
        time.sleep(0.5)
    if files:
        kennisbank(home, "download", "--all")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modes", nargs="+", default=["client", "archive", "wire"])
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    folder = arguments.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    data = made_archive(folder, arguments.count)
    port = free_port()
    server = started(data, port)
    url = f"http://127.0.0.1:{port}"
    proxy = CuttingProxy(port)
    expected = held_by_archive(url)
    assert len(expected) == arguments.count, len(expected)
    home = folder / "client"
    failures = []

    def measured() -> float:
        shutil.rmtree(home, ignore_errors=True)
        process = begun(home, url)
        since = time.monotonic()
        assert ended(process) == 0
        return time.monotonic() - since

    took = max(measured() for _ in range(2))
    if arguments.files:
        kennisbank(home, "download", "--all")
    assert held_by_client(home, with_files=arguments.files) == expected
    print(f"undisturbed: {took:.1f} s", flush=True)
    size = 150 * arguments.count
    done = {}
    for mode in arguments.modes:
        hit = 0
        for number in range(arguments.times):
            shutil.rmtree(home, ignore_errors=True)
            via = f"http://127.0.0.1:{proxy.port}" if mode == "wire" else url
            if mode == "wire":
                proxy.after = chance.randrange(size)
            process = begun(home, via)
            if mode == "client":
                time.sleep(chance.uniform(0.0, took))
                hit += process.poll() is None
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            elif mode == "archive":
                time.sleep(chance.uniform(0.0, took))
                hit += process.poll() is None
                server.kill()
                server.wait()
                server = started(data, port)
            ended(process)
            if mode == "wire":
                hit += proxy.after is None
                proxy.after = None
            try:
                completed(home, via, files=arguments.files)
                held = held_by_client(home, with_files=arguments.files)
                if held != expected:
                    different = [each for each in expected.keys() | held.keys() if expected.get(each) != held.get(each)]
                    failures.append((mode, number, f"{len(different)} differ"))
            except Exception as error:  # noqa: BLE001  counted and told
                failures.append((mode, number, str(error)[-300:]))
        done[mode] = {"times": arguments.times, "while_running": hit}
        print(mode, done[mode], "failures:", [each for each in failures if each[0] == mode], flush=True)
    server.terminate()
    server.wait()
    if not arguments.keep:
        shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
