"""Break a first sync at random moments, many times over, and see that it always completes, with nothing lost or doubled.

    python benchmarks/kill_sync.py [--count 1500] [--times 50] [--seed 1] [--modes client archive wire] [--files] [--keep DIR]

``client``: the Kennisbank is killed (`kill -9`); ``archive``: the server is, and started again; ``wire``: a proxy between
them cuts the connection after a random number of bytes. Each time a fresh home connects, is broken off, and syncs again
until that ends well; then what it holds is compared with what the archive gives to a plain HTTP client. With ``--files``
all papers are downloaded too, and the break falls somewhere in sync and downloads together.
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
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sync_world import command, environment, free_port, kennisbank, made_archive, started

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


def work(home: Path, *, files: bool) -> list[list[str]]:
    return [command(home, "sync", "--json"), *([command(home, "download", "--all", "--json")] if files else [])]


def run_all(home: Path, *, files: bool) -> None:
    """Sync until it ends well; three tries are many."""
    for each in (("sync",), *((("download", "--all"),) if files else ())):
        for attempt in range(3):
            try:
                kennisbank(home, *each)
                break
            except RuntimeError:
                if attempt == 2:
                    raise
                time.sleep(0.5)


def broken_off(home: Path, after_s: float, *, files: bool) -> bool:
    """Run and kill after so many seconds; tell whether there was still something running."""
    deadline = time.monotonic() + after_s
    for each in work(home, files=files):
        process = subprocess.Popen(
            each, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), start_new_session=True
        )
        try:
            process.wait(max(0.01, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return True
    return False


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
    failures, took = [], 0.0

    def fresh(port: int) -> None:
        shutil.rmtree(home, ignore_errors=True)
        kennisbank(home, "connect", f"http://127.0.0.1:{port}")

    fresh(port)
    begun = time.monotonic()
    run_all(home, files=arguments.files)
    took = time.monotonic() - begun
    assert held_by_client(home, with_files=arguments.files) == expected
    print(f"undisturbed: {took:.1f} s", flush=True)
    size = 200 * arguments.count
    done = {}
    for mode in arguments.modes:
        hit = 0
        for number in range(arguments.times):
            fresh(proxy.port if mode == "wire" else port)
            if mode == "client":
                hit += broken_off(home, chance.uniform(0.2, took), files=arguments.files)
            elif mode == "archive":
                running = threading.Thread(target=broken_off, args=(home, took + 60), kwargs={"files": arguments.files})
                running.start()
                time.sleep(chance.uniform(0.5, took))
                server.kill()
                server.wait()
                hit += running.is_alive()
                time.sleep(chance.uniform(0.0, 1.0))
                server = started(data, port)
                running.join()
            else:
                proxy.after = chance.randrange(size)
                broken_off(home, took + 60, files=arguments.files)
                hit += proxy.after is None
                proxy.after = None
            try:
                run_all(home, files=arguments.files)
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
