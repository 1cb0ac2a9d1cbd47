"""Downloads: how fast files come, beside plain curl from the same server in the same run.

    .venv/bin/python benchmarks/measure_downloads.py [--megabytes 512] [--files 60] [--rounds 3]

The real archive is served by a process of its own. `one`: one large file, with curl, then as the program fetches it
(hashed while it comes, compared with its SHA-256), in turns; `many`: so many papers of a usual size, with one curl for
all of them, over one connection. Both write to the same disk, and neither waits until the disk has it.
"""

import argparse
import hashlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from report import publish

from kennisbank.archive.world import Archive
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.ids import ArchiveId, FileHash
from kennisbank.domain.moments import now
from kennisbank.sync.downloads import Downloads
from kennisbank.sync.http_files import files_of
from kennisbank.tasks.context import JobContext

USUAL = 700_000
"""Bytes of a paper: half are smaller, half larger."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "archive"
        subprocess.run([sys.executable, "-m", "kennisbank", "archive", "init", "--data", str(data)], check=True)
        large = offered(data, [os.urandom(arguments.megabytes << 20)])
        papers = offered(data, [os.urandom(USUAL) for _ in range(arguments.files)])
        with served(data) as url:
            rows = [
                compared("one", url, large, Path(folder), arguments.rounds),
                compared("many", url, papers, Path(folder), arguments.rounds),
            ]
    publish("downloads", rows, megabytes=arguments.megabytes, files=arguments.files, rounds=arguments.rounds)


def offered(data: Path, contents: list[bytes]) -> dict[FileHash, int]:
    """Put files into the archive as publishing does."""
    found = {}
    with Archive.open(data) as archive:
        for content in contents:
            file_hash = hashlib.sha256(content).hexdigest()
            path = data / "incoming.bin"
            path.write_bytes(content)
            archive.files.put(path, file_hash)
            with archive.write() as tx:
                tx.files.add(file_hash, len(content))
                tx.records.put_public("contribution", file_hash[:32], body(file_hash, len(content)))
            path.unlink(missing_ok=True)
            found[FileHash(file_hash)] = len(content)
    return found


def body(file_hash: str, size: int) -> dict[str, object]:
    file = {"hash": file_hash, "name": "a.pdf", "role": "paper", "media_type": "application/pdf", "size": size}
    return {"title": file_hash, "files": [{**file, "version": 1, "is_current": True, "pages": 1}]}


@contextmanager
def served(data: Path) -> Iterator[str]:
    """Serve an archive in another process, as on a server; give its address."""
    command = [sys.executable, "-m", "kennisbank", "archive", "serve", "--data", str(data), "--port", "0"]
    said = data.with_name("served.log")
    with said.open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            while "http://" not in said.read_text():
                assert server.poll() is None, said.read_text()
                time.sleep(0.1)
            yield re.search(r"http://[\d.]+:\d+", said.read_text())[0]  # type: ignore[index]
        finally:
            server.terminate()
            server.wait(20)


def compared(name: str, url: str, files: dict[FileHash, int], folder: Path, rounds: int) -> dict[str, object]:
    """Fetch the files in turns, each time into an empty folder; what the folder held before isn't in the time."""
    curl, ours = [], []
    for _ in range(rounds):
        curl.append(timed(lambda into: with_curl(url, files, into), folder / "curl"))
        ours.append(timed(lambda into: with_ours(url, files, into), folder / "ours"))
    size = sum(files.values()) / 1e6
    fast, own = (statistics.median(seconds for seconds, _ in each) for each in (curl, ours))
    return {
        "name": name,
        "files": len(files),
        "megabytes": round(size),
        "curl_mb_s": round(size / fast),
        "ours_mb_s": round(size / own),
        "part": round(fast / own, 2),
        "curl_cpu_s": round(statistics.median(cpu for _, cpu in curl), 2),
        "ours_cpu_s": round(statistics.median(cpu for _, cpu in ours), 2),
    }


def timed(job: Callable[[Path], None], folder: Path) -> tuple[float, float]:
    """Return the seconds that it took, and those of a processor, curl's own included."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    began, before = time.perf_counter(), os.times()
    job(folder)
    after = os.times()
    return time.perf_counter() - began, sum(after[:4]) - sum(before[:4])


def with_curl(url: str, files: dict[FileHash, int], folder: Path) -> None:
    config = folder / "urls"
    config.write_text("".join(f'url = "{url}/v1/files/{each}"\noutput = "{folder / each}"\n' for each in files))
    subprocess.run(["curl", "-s", "-S", "--fail", "-K", str(config)], check=True)


def with_ours(url: str, files: dict[FileHash, int], folder: Path) -> None:
    link = ArchiveLink(ArchiveId("a"), url, "", "", "", 0, now())
    downloads = Downloads(folder)
    with files_of(link, JobContext()) as source:
        for file_hash, size in files.items():
            claim = downloads.claim(file_hash)
            assert claim is not None
            downloads.fetch(claim, size, source, JobContext())
            claim.done()
            claim.release()


if __name__ == "__main__":
    main()
