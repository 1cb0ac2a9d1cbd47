"""The example archive is what its texts and its list say."""

import csv
import sys
from pathlib import Path

import pymupdf
import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "resources" / "example"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (FOLDER / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(REPOSITORY / "scripts"))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.split(".")[0] in ("example", "example_archive"):
            del sys.modules[name]


def test_list_and_files_agree(rows: list[dict[str, str]]) -> None:
    assert sorted(row["file"] for row in rows) == sorted(path.name for path in (FOLDER / "papers").iterdir())
    assert 20 <= len(rows) <= 30
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 4_000_000


def test_every_row_is_complete(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert all(row.values()), row["file"]
        assert row["authors"].count(";") == row["affiliations"].count(";")
        assert row["edition"].endswith(row["year"])


def test_same_texts_give_the_same_bytes(scripts: None) -> None:
    import example_archive  # noqa: PLC0415 (its folder is only now on the path)

    texts = {text.name: text for text in example_archive.read_texts()}
    for name, first in (("04-toetsen-op-papier", 17), ("13-physical-computing-met-een-vochtmeter", 15)):
        data, _ = example_archive.make_pdf(texts[name], first)
        assert data == (FOLDER / "papers" / texts[name].file).read_bytes(), name
    assert example_archive.make_list(list(texts.values())) == (FOLDER / "catalogue.csv").read_bytes()


def test_every_file_begins_with_a_cover_sheet_that_was_rewritten_over_the_years(rows: list[dict[str, str]]) -> None:
    sheets: dict[str, set[str]] = {}
    for row in rows:
        with pymupdf.open(FOLDER / "papers" / row["file"]) as document:
            sheets.setdefault(row["edition"], set()).add(document[0].get_text())
            assert document[0].get_label() == "voorblad"
    assert all(len(texts) == 1 for texts in sheets.values())
    assert len(set.union(*sheets.values())) == 3


def test_papers_have_text_titles_and_outlines_except_the_scan(rows: list[dict[str, str]]) -> None:
    for row in rows:
        with pymupdf.open(FOLDER / "papers" / row["file"]) as document:
            body = " ".join(page.get_text() for page in document.pages(1))
            if row["file"].endswith("toetsen-op-papier.pdf"):
                assert not body.strip()
                continue
            head = " ".join(body.split())
            assert row["title"].split(":")[0] in head, row["file"]
            assert len(document.get_toc()) > 4, row["file"]
            if row["type"] != "slides":
                assert row["keywords"].split("; ")[0] in head.replace("- ", ""), row["file"]
