"""An import that is killed leaves a sound library, and running it again ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.importing.pipeline import ImportPipeline, ImportRequest
from kennisbank.library.check import check
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy
from kennisbank.tasks.context import JobContext
from tests.importing.holdings import essence
from tests.importing.papers import edition, paper

PROGRAM = Path(__file__).with_name("import_process.py")
REPOSITORY = PROGRAM.parents[2]


def started(home: Path, source: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(home), str(source)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        start_new_session=True,
    )


def finished(home: Path, source: Path) -> list[tuple[object, ...]]:
    process = started(home, source)
    process.communicate(timeout=60)
    assert process.returncode == 0
    return held(home)


def undisturbed(home: Path, source: Path, workers: DocumentWorkers) -> list[tuple[object, ...]]:
    request = ImportRequest((source,), edition="NIOC2025")  # as the program asks
    with Library.open(Paths(home)) as library:
        ImportPipeline(library, workers).run(request, JobContext(), lambda report: None, lambda changes: None)
    return held(home)


def held(home: Path) -> list[tuple[object, ...]]:
    with Library.open(Paths(home)) as library:
        assert check(library) == []
        return essence(library)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_import_that_is_killed_five_times_is_sound_and_ends_as_if_nothing_had_happened(tmp_path, workers):
    papers = edition(tmp_path / "in", 40)
    paper(papers / "paper7 kopie.pdf", "Leren programmeren deel 7 van de reeks", authors="Auteurh Jansen", seed=1)
    (papers / "leeg.pdf").write_bytes(b"")
    home, chance = tmp_path / "home", random.Random(5)
    for moment in range(5):
        process = started(home, papers)
        assert process.stdout is not None
        for _ in range(moment * 8 + chance.randrange(8)):
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.wait(timeout=30)
        with Library.open(Paths(home)) as library:
            tidy(library)
            assert check(library) == []
    assert finished(home, papers) == undisturbed(tmp_path / "undisturbed", papers, workers)
    with Library.open(Paths(home)) as library, library.read() as tx:
        (batch,) = tx.batches.all()
        assert (batch.state, batch.added, batch.duplicates, batch.rejected) == ("done", 40, 1, 1)
        reports = [report.file for report in tx.batches.reports(batch.id)]
        assert sorted(reports) == sorted(path.name for path in papers.iterdir())
