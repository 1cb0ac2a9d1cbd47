"""A reader's own synonyms: saved whole, read at the next search, kept when the disk refuses."""

from pathlib import Path

import pytest

from kennisbank.errors import StorageError
from kennisbank.search.synonyms import SynonymFiles
from kennisbank.services.synonyms import SynonymService


@pytest.fixture
def files(tmp_path: Path) -> SynonymFiles:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "a.txt").write_text("docent = teacher\nles = lesson\n", encoding="utf-8")
    return SynonymFiles(tmp_path / "shipped", tmp_path / "home" / "synonyms.txt")


@pytest.fixture
def synonyms(files: SynonymFiles, tmp_path: Path) -> SynonymService:
    return SynonymService(files, tmp_path / "home" / "synonyms.txt")


def test_what_is_saved_holds_at_the_next_search(synonyms: SynonymService, files: SynonymFiles) -> None:
    assert synonyms.own() == ""
    synonyms.save("docent = leraar")
    assert synonyms.own() == "docent = leraar\n"
    assert files.current().of("docent") == (("teacher",), ("leraar",))


def test_nothing_saved_leaves_what_comes_with_the_program(
    synonyms: SynonymService, files: SynonymFiles, tmp_path: Path
) -> None:
    synonyms.save("! docent")
    assert files.current().of("docent") == ()
    synonyms.save("  \n")
    assert not (tmp_path / "home" / "synonyms.txt").exists()
    assert files.current().of("docent") == (("teacher",),)


def test_the_summary_counts_and_names_the_lines_that_are_skipped(synonyms: SynonymService) -> None:
    synonyms.save("docent = leraar\nalleen\n")
    summary = synonyms.summary()
    assert (summary.shipped, summary.own) == (2, 1)
    assert [(bad.line, bad.reason) for bad in summary.skipped] == [(2, "alone")]
    assert synonyms.check("alleen") == (type(summary.skipped[0])("", 1, "alleen", "alone"),)
    assert "docent = teacher" in synonyms.shipped()


def test_what_cant_be_read_or_written_is_said(synonyms: SynonymService, tmp_path: Path) -> None:
    (tmp_path / "home" / "synonyms.txt").mkdir(parents=True)
    with pytest.raises(StorageError):
        synonyms.own()
    with pytest.raises(StorageError):
        synonyms.save("docent = leraar")
    with pytest.raises(StorageError):
        synonyms.save("")
    assert [each.name for each in (tmp_path / "home").iterdir()] == ["synonyms.txt"]
