"""``kennisbank ocr``: a line a page, counts at the end, and an exit code that says how it went."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kennisbank.documents import ocr_data
from kennisbank.documents.ocr import Recognise, ScanReader
from tests import scans
from tests.cli.conftest import Outcome
from tests.pdfs import simple_pdf

Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr_data, "_FOLDERS", {"linux": ()})
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Recognise], None]:
    """Return what installs data, and a stand-in that reads with them."""

    def install(recognise: Recognise) -> None:
        for language in ocr_data.LANGUAGES:
            (tmp_path / f"{language}.traineddata").write_bytes(b"x" * 20_000)
        monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
        monkeypatch.setattr("kennisbank.bootstrap.ScanReader", partial(ScanReader, recognise=recognise))

    return install


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return scans.scan(tmp_path / "papers" / "scan.pdf", ["een", "twee", "drie"], size=(120, 80)).parent


def test_scans_are_read_found_and_said_to_be_read_by_machine(
    kennisbank: Call, installed: Callable[[Recognise], None], folder: Path
) -> None:
    installed(scans.says)
    assert kennisbank("import", folder, "--json").lines[-1]["summary"]["scans"] == 3
    outcome = kennisbank("ocr", "--json")
    *pages, summary = outcome.lines
    assert outcome.code == 0
    assert [(page["file"], page["page"], page["status"], page["reason"]) for page in pages] == [
        ("scan.pdf", number, "read", None) for number in (1, 2, 3)
    ]
    assert summary == {"summary": {"read": 3, "nothing": 0, "failed": 0, "left": 0, "cancelled": False}}
    (hit,) = kennisbank("search", "gelezen", "--json").json["hits"]
    assert hit["contribution"] == pages[0]["contribution"]
    assert all(passage["read_by_machine"] for passage in hit["passages"])


def test_a_page_that_fails_is_named_and_tried_again_when_asked_for(
    kennisbank: Call, installed: Callable[[Recognise], None], folder: Path
) -> None:
    installed(scans.fails)
    kennisbank("import", folder)
    outcome = kennisbank("ocr")
    assert outcome.code == 1
    assert "failed       scan.pdf  p. 1  the page is damaged" in outcome.out
    assert "1 pages read, 1 without text on them, 1 could not be read." in outcome.out
    assert kennisbank("ocr").code == 0
    installed(scans.says)
    contribution = kennisbank("list", "--json").json["contributions"][0]["id"]
    (page, _summary) = kennisbank("ocr", contribution[:8], "--json").lines
    assert (page["page"], page["status"]) == (1, "read")


def test_an_import_says_how_its_scans_are_made_searchable(
    kennisbank: Call, installed: Callable[[Recognise], None], folder: Path
) -> None:
    installed(scans.says)
    assert "3 pages are scans. To make them searchable: kennisbank ocr" in kennisbank("import", folder).out


def test_without_data_an_import_and_ocr_say_what_to_install(kennisbank: Call, folder: Path) -> None:
    assert "install" in kennisbank("import", folder).out
    outcome = kennisbank("ocr")
    assert outcome.code == 3
    assert outcome.out == ""
    assert (
        "3 pages are scans and can't be searched, because the data of Tesseract are not installed here." in outcome.err
    )
    assert "nld.traineddata" in outcome.err
    error = kennisbank("ocr", "--json").json["error"]
    assert error["type"] == "ScansUnreadableError"
    assert "nld.traineddata" in error["message"]


def test_data_that_cannot_be_used_are_named(
    kennisbank: Call, installed: Callable[[Recognise], None], folder: Path, tmp_path: Path
) -> None:
    installed(scans.refuses)
    kennisbank("import", folder)
    outcome = kennisbank("ocr")
    assert outcome.code == 3
    assert str(tmp_path) in outcome.err


def test_without_scans_there_is_nothing_to_do_and_nothing_to_install(kennisbank: Call, tmp_path: Path) -> None:
    simple_pdf(tmp_path / "papers" / "paper.pdf", ["Een pagina met genoeg tekst\nvan zichzelf om te vinden.\n" * 3])
    assert "scan" not in kennisbank("import", tmp_path / "papers").out
    assert kennisbank("ocr").code == 0


def test_an_id_that_is_not_there_is_the_callers_mistake(kennisbank: Call) -> None:
    assert kennisbank("ocr", "ffffffff").code == 2
