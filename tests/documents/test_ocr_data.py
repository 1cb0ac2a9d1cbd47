"""Finding Tesseract's data: the reader's wish first, the folder that knows most, and never what is no data."""

from pathlib import Path

import pytest

from kennisbank.documents import ocr_data
from kennisbank.documents.ocr_data import OcrData, find_data
from kennisbank.documents.ocr_install import install_key


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_data, "_FOLDERS", {"linux": ()})


def data(folder: Path, *languages: str, size: int = 20_000) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        (folder / f"{language}.traineddata").write_bytes(b"x" * size)
    return folder


def test_without_data_there_is_nothing_to_find(tmp_path: Path) -> None:
    assert find_data({"PATH": str(tmp_path)}, "linux") is None


@pytest.mark.parametrize("inside", ["", "tessdata"])
def test_the_readers_wish_may_name_the_folder_or_the_one_around_it(tmp_path: Path, inside: str) -> None:
    folder = data(tmp_path / inside, "nld", "eng")
    assert find_data({"TESSDATA_PREFIX": str(tmp_path)}, "linux") == OcrData(folder, ("nld", "eng"))


def test_a_folder_that_knows_both_languages_goes_before_one_that_knows_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, both = data(tmp_path / "one", "eng", "fra"), data(tmp_path / "both", "eng", "nld")
    monkeypatch.setattr(ocr_data, "_FOLDERS", {"linux": (str(one), str(both))})
    assert find_data({}, "linux") == OcrData(both, ("nld", "eng"))


def test_one_language_is_better_than_none(tmp_path: Path) -> None:
    data(tmp_path, "eng", "deu")
    assert find_data({"TESSDATA_PREFIX": str(tmp_path)}, "linux") == OcrData(tmp_path, ("eng",))


def test_a_file_too_small_to_be_data_is_none(tmp_path: Path) -> None:
    data(tmp_path, "nld", size=130)
    assert find_data({"TESSDATA_PREFIX": str(tmp_path)}, "linux") is None


def test_the_newest_of_several_versions_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("4.00", "5"):
        data(tmp_path / version / "tessdata", "nld", "eng")
    monkeypatch.setattr(ocr_data, "_FOLDERS", {"linux": (f"{tmp_path}/*/tessdata",)})
    found = find_data({}, "linux")
    assert found is not None
    assert found.folder == tmp_path / "5" / "tessdata"


def test_on_windows_the_folder_of_the_installer_is_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = ("{ProgramFiles}/Tesseract-OCR/tessdata",)
    monkeypatch.setattr(ocr_data, "_FOLDERS", {"win32": folders, "linux": ()})
    folder = data(tmp_path / "Tesseract-OCR" / "tessdata", "nld")
    assert find_data({"ProgramFiles": str(tmp_path)}, "win32") == OcrData(folder, ("nld",))


def test_the_data_beside_an_installed_tesseract_are_found(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    folder = data(tmp_path / "share" / "tessdata", "nld", "eng")
    assert find_data({"PATH": str(program.parent)}, "linux") == OcrData(folder, ("nld", "eng"))


def test_tesseract_itself_is_asked_where_its_data_are(tmp_path: Path) -> None:
    folder = data(tmp_path / "elsewhere", "nld")
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\necho 'List of available languages in \"{folder}/\" (1):'\necho nld\n")
    program.chmod(0o755)
    found = find_data({"PATH": str(tmp_path)}, "linux")
    assert found is not None
    assert found.languages == ("nld",)


def test_a_tesseract_that_cannot_be_run_is_no_reason_to_stop(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_bytes(b"\x7fELF nonsense")
    program.chmod(0o755)
    assert find_data({"PATH": str(tmp_path)}, "linux") is None


def test_what_more_languages_read_need_not_be_read_again_with_fewer() -> None:
    both, one = OcrData(Path(), ("nld", "eng")), OcrData(Path(), ("eng",))
    assert both.recogniser in one.as_good
    assert one.recogniser not in both.as_good


@pytest.mark.parametrize(
    ("platform", "tools", "key"),
    [
        ("win32", {}, "windows"),
        ("darwin", {"apt-get"}, "macos"),
        ("linux", {"apt-get"}, "apt"),
        ("linux", {"dnf"}, "dnf"),
        ("linux", {"pacman"}, "pacman"),
        ("linux", {"zypper"}, "zypper"),
        ("linux", {}, "other"),
    ],
)
def test_every_system_is_told_its_own_way(platform: str, tools: set[str], key: str) -> None:
    assert install_key(platform, lambda tool: tool if tool in tools else None) == f"ocr_install.{key}"
