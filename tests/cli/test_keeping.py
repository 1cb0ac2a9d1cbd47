"""Export, restore and backup at the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]


def test_everything_goes_out_and_comes_back(filled: Call, papers: Path, tmp_path: Path) -> None:
    kennisbank = filled
    done = kennisbank("export", tmp_path / "out", "--json")
    assert (done.code, done.json["exported"]["contributions"], done.json["problems"]) == (0, 2, [])
    again = kennisbank("restore", tmp_path / "out", "--json").json
    assert not any(again["restored"].values())
    assert again["unchanged"] > 0
    assert Path(again["backup"]).is_file()
    other = tmp_path / "second"
    assert "2 contributions" in kennisbank("--home", other, "restore", tmp_path / "out").out
    assert kennisbank("--home", other, "list", "--json").json == kennisbank("list", "--json").json
    assert kennisbank("export", tmp_path / "out").code == 2
    assert kennisbank("restore", papers).code == 2


def test_a_damaged_library_gets_its_backup_back(kennisbank: Call, papers: Path, tmp_path: Path) -> None:
    assert kennisbank("import", *papers.glob("*.pdf")).code == 0
    before = kennisbank("list", "--json").json
    backup = kennisbank("backup", "--json").json["backup"]
    library = tmp_path / "home" / "library.sqlite"
    for beside in library.parent.glob("library.sqlite-*"):
        beside.unlink()
    library.write_bytes(b"x" * 9000)
    assert kennisbank("list").code == 3
    (tmp_path / "no.sqlite").write_bytes(b"")
    assert kennisbank("restore", tmp_path / "no.sqlite").code == 2
    assert library.read_bytes() == b"x" * 9000
    assert kennisbank("restore", backup).code == 0
    assert kennisbank("list", "--json").json == before
    assert [each.read_bytes() for each in library.parent.glob("*.damaged-*")] == [b"x" * 9000]
