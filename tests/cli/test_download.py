"""The archive's files on the command line: what isn't here says so, is fetched by any name, and can go again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kennisbank import bootstrap
from kennisbank.domain.archive import ArchiveLink
from kennisbank.tasks.context import JobContext
from tests.cli.conftest import Outcome
from tests.offered import OfferedLibrary, hash_of, offered_library
from tests.pdfs import simple_pdf

Call = Callable[..., Outcome]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfferedLibrary]:
    """Give the library that the command line uses, with its archive instead of one over HTTP."""
    with offered_library(tmp_path / "home") as opened:

        @contextmanager
        def files_of(_link: ArchiveLink, _ctx: JobContext) -> Iterator[object]:
            yield opened.remote

        monkeypatch.setattr(bootstrap, "files_of", files_of)
        yield opened


def paper(folder: Path, name: str) -> Path:
    text = (
        f"{name}\n\nEen wilg wordt om de vijf jaar geknot, anders scheurt de stam.\nIn dit stuk staat {name} centraal."
    )
    return simple_pdf(folder / "papers" / f"{name}.pdf", [text])


def test_what_isnt_here_says_so_and_comes_by_id_edition_search_or_all(
    world: OfferedLibrary, kennisbank: Call, tmp_path: Path
) -> None:
    one = world.knows("Wilgen", paper(tmp_path, "knotwilg"), edition="NIOC2025")
    world.knows("Eiken", paper(tmp_path, "zomereik"), edition="NIOC2023")
    world.knows("Beuken", paper(tmp_path, "rodebeuk"), edition="NIOC2021")
    world.knows("Vlieren", paper(tmp_path, "gewonevlier"))
    assert [each["here"] for each in kennisbank("list", "--json").json["contributions"]] == [False] * 4
    assert "(not on this computer)" in kennisbank("list").out
    (hit,) = kennisbank("search", "wilgen", "--json").json["hits"]
    assert (hit["title"], hit["here"], hit["file"]) == ("Wilgen", False, None)
    assert "(not on this computer)" in kennisbank("search", "wilgen").out
    shown = kennisbank("show", one[:8], "--json").json["contribution"]
    assert (shown["here"], shown["files"]) == (False, [])
    assert [(each["name"], each["state"]) for each in shown["offers"]] == [("knotwilg.pdf", "offered")]
    assert f"kennisbank download {one[:8]}" in kennisbank("show", one).out
    assert kennisbank("download", one[:8], "--json").json["download"]["files"] == 1
    assert kennisbank("download", "nioc2023").code == 0
    assert kennisbank("download", "--search", "beuken", "--json").json["download"]["files"] == 1
    assert kennisbank("download", "--all", "--json").json == {
        "download": {
            "files": 1,
            "bytes": (tmp_path / "papers" / "gewonevlier.pdf").stat().st_size,
            "failed": 0,
            "left": 0,
            "cancelled": False,
        },
        "problems": [],
    }
    assert {each["here"] for each in kennisbank("list", "--json").json["contributions"]} == {True}
    assert kennisbank("search", "zomereik", "--json").json["hits"][0]["here"]
    assert kennisbank("download", one, "--remove", "--json").json["removed"]["files"] == 1
    assert not kennisbank("show", one, "--json").json["contribution"]["here"]
    assert kennisbank("download", "--remove").code == 2


def test_a_file_that_cant_be_had_is_told_with_exit_code_1(
    world: OfferedLibrary, kennisbank: Call, tmp_path: Path
) -> None:
    world.knows("Wilgen", paper(tmp_path, "knotwilg"))
    del world.archive.records.files[hash_of(tmp_path / "papers" / "knotwilg.pdf")]
    answer = kennisbank("download", "--all", "--json")
    assert answer.code == 1
    assert [each["reason"] for each in answer.json["problems"]] == ["not_found"]
    assert "Wilgen: the archive doesn't have this file any more" in kennisbank("download", "--all").err


def test_a_file_that_cant_be_read_says_so_where_it_is_shown(
    world: OfferedLibrary, kennisbank: Call, tmp_path: Path
) -> None:
    broken = tmp_path / "stuk.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing that follows from it")
    each = world.knows("Stuk", broken)
    assert kennisbank("download", each).code == 0
    assert [one["code"] for one in kennisbank("show", each, "--json").json["contribution"]["problems"]] == ["damaged"]
    assert "damaged" in kennisbank("show", each).out


def test_without_an_archive_it_says_how_to_connect(kennisbank: Call) -> None:
    answer = kennisbank("download", "--all")
    assert answer.code == 2
    assert "kennisbank connect" in answer.err
    assert kennisbank("publish").code == 2
    assert kennisbank("publish", "--withdraw", "x").code == 2
