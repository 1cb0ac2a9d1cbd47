"""Downloading that is killed anywhere goes on where it was; two programs at once share the work."""

import hashlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.ids import ArchiveId, FileHash
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Offer
from kennisbank.library.check import check
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy
from tests.library.library_values import a_contribution
from tests.pdfs import simple_pdf

PROGRAM = Path(__file__).with_name("download_process.py")
REPOSITORY = PROGRAM.parents[2]
PAPERS = 10


def furnish(home: Path, folder: Path) -> None:
    """Have a library that wants everything of an archive whose files stand in `folder`."""
    folder.mkdir()
    archive = ArchiveId("a")
    with Library.open(Paths(home)) as library, library.write() as tx:
        tx.archives.save_link(ArchiveLink(archive, "https://archive.example.org", "", "", "", 0, now()))
        for number in range(PAPERS):
            path = simple_pdf(folder / "new.pdf", [f"Paper {number}\n\nEen wilg wordt om de {number} jaar geknot."])
            data = path.read_bytes() + b"%" + bytes(number * 500)
            file_hash = FileHash(hashlib.sha256(data).hexdigest())
            path.rename(folder / file_hash).write_bytes(data)
            each = a_contribution(number, files=())
            tx.contributions.add(each)
            offer = Offer(archive, each.id, file_hash, "p.pdf", "paper", 1, True, "application/pdf", len(data), 1)
            tx.offers.put(each.id, [offer])
            tx.offers.want([each.id])


def started(home: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(home), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        start_new_session=True,
    )


def assert_all_is_here(home: Path) -> None:
    with Library.open(Paths(home)) as library:
        tidy(library)
        assert check(library) == []
        with library.read() as tx:
            found = tx.contributions.all()
            assert [len(each.files) for each in found] == [1] * PAPERS
            for each in found:
                document = tx.texts.document(each.files[0].hash)
                assert document is not None
                assert len(document.pages) == 1
            assert not tx.offers.wanted()
        assert [path for path in Paths(home).downloads.iterdir() if path.suffix == ".part"] == []


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_killed_at_random_moments_it_goes_on_and_two_at_once_end_with_everything_once(tmp_path: Path) -> None:
    home, folder, chance = tmp_path / "home", tmp_path / "archive", random.Random(7)
    furnish(home, folder)
    said: list[str] = []
    for _ in range(2):
        process = started(home, folder)
        assert process.stdout is not None
        with process.stdout as out:
            said += [out.readline() for _ in range(chance.randrange(5, 30))]
            os.killpg(process.pid, signal.SIGKILL)
            said += out.readlines()
        process.wait(30)
        with Library.open(Paths(home)) as library:
            tidy(library)
            assert check(library) == []
            with library.read() as tx:
                left = len(tx.offers.wanted())
    assert left > 0
    both = [started(home, folder), started(home, folder)]
    rest = [each.communicate(timeout=90)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sum(each.count("step") for each in rest) == left
    assert_all_is_here(home)
    pieces = said.count("piece\n") + sum(each.count("piece") for each in rest)
    whole = sum(-(-path.stat().st_size // 400) for path in folder.iterdir())
    assert pieces <= whole + 2 * 25, "little is fetched twice: what a kill left unwritten"
