"""An import that is killed leaves a sound library, and running it again ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.library.check import check
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy
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
    with Library.open(Paths(home)) as library:
        assert check(library) == []
        return essence(library)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = edition(tmp_path_factory.mktemp("in"), 40)
    paper(folder / "paper7 kopie.pdf", "Leren programmeren deel 7 van de reeks", authors="Auteurh Jansen", seed=1)
    (folder / "leeg.pdf").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, papers: Path) -> list[tuple[object, ...]]:
    return finished(tmp_path_factory.mktemp("home"), papers)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("moment", range(5))
def test_killed_import_is_sound_and_can_be_finished(tmp_path, papers, undisturbed, moment):
    random_moment = random.Random(moment)
    process = started(tmp_path / "home", papers)
    assert process.stdout is not None
    for _ in range(random_moment.randrange(40)):
        process.stdout.readline()
    os.killpg(process.pid, signal.SIGKILL)
    process.stdout.close()
    process.wait(timeout=30)
    with Library.open(Paths(tmp_path / "home")) as library:
        tidy(library)
        assert check(library) == []
    assert finished(tmp_path / "home", papers) == undisturbed
    with Library.open(Paths(tmp_path / "home")) as library, library.read() as tx:
        assert all(batch.state == "done" for batch in tx.batches.all())
        reports = [report.file for batch in tx.batches.all() for report in tx.batches.reports(batch.id)]
        assert sorted(reports) == sorted(path.name for path in papers.iterdir())
