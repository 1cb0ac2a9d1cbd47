"""A library on disk and the command line as a person meets it: words in, an exit code and two streams out."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kennisbank.cli.arguments import parse
from kennisbank.cli.main import main
from tests.pdfs import pdf_with_cover, simple_pdf


@dataclass(frozen=True)
class Outcome:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def json(self) -> dict:
        (line,) = self.lines
        return line


@pytest.fixture
def kennisbank(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr("signal.signal", lambda *_: None)

    def call(*words: str | Path) -> Outcome:
        capsys.readouterr()
        try:
            code = main(parse(["--home", str(tmp_path / "home"), *map(str, words)]))
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def _papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "papers"
    simple_pdf(
        folder / "netwerk.pdf",
        ["De netwerksamenleving in de klas\n\nIedereen deelt alles met iedereen.", "Tweede bladzijde over docenten."],
    )
    pdf_with_cover(
        folder / "sub" / "robots.pdf", ["Robots in the classroom\n\nChildren program a robot to follow a line."]
    )
    (folder / "list.csv").write_text(
        "bestand;titel;auteurs;jaar;editie;trefwoorden;taal\n"
        "netwerk.pdf;De netwerksamenleving in de klas;Anna van der Meer;2013;Congres 2013;netwerken, klas;nl\n"
        "sub/robots.pdf;Robots in the classroom;Bob Smith;2015;Congres 2015;robots;en\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def papers(_papers: Path, tmp_path: Path) -> Path:
    """Return a folder with two papers and a list of their metadata."""
    return Path(shutil.copytree(_papers, tmp_path / "papers"))


@pytest.fixture(scope="session")
def _filled(_papers: Path) -> Path:
    """Return the home of a library into which `papers` were imported by their list: to be copied."""
    home = _papers.with_name("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("signal.signal", lambda *_: None)
        assert main(parse(["--home", str(home), "import", str(_papers), "--list", str(_papers / "list.csv")])) == 0
    return home


@pytest.fixture
def filled(kennisbank: Callable[..., Outcome], papers: Path, _filled: Path) -> Callable[..., Outcome]:
    """Return the command line of a library that has the `papers`."""
    shutil.copytree(_filled, papers.with_name("home"))
    return kennisbank
