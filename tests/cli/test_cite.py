"""Citing on the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kennisbank.importing.lists import read_list
from tests.cli.conftest import Outcome


@pytest.fixture
def ids(kennisbank: Callable[..., Outcome], papers: Path) -> list[str]:
    """Bring two papers in and return their ids, by title."""
    assert kennisbank("import", papers).code in {0, 1}
    found = kennisbank("list", "--json").json["contributions"]
    kennisbank("edit", found[0]["id"], "--author", "Davied van Berlo", "--year", "2013", "--doi", "10.1000/x_y")
    return [each["id"] for each in found]


def test_a_reference_in_the_usual_style_is_shown(kennisbank: Callable[..., Outcome], ids: list[str]) -> None:
    shown = kennisbank("cite", ids[0][:8])
    assert shown.code == 0
    assert shown.out.startswith("van Berlo, D. (2013). ")
    assert shown.out.endswith("https://doi.org/10.1000/x_y\n")
    dutch = kennisbank("cite", ids[1], "--language", "nl", "--json").json["citations"]
    assert "(z.d.)" in dutch["text"]
    assert dutch["html"].startswith("<p>")


def test_files_for_citation_managers_are_written_as_they_must_be(
    kennisbank: Callable[..., Outcome], ids: list[str], tmp_path: Path
) -> None:
    for name, suffix in (("bibtex", ".bib"), ("ris", ".ris")):
        file = tmp_path / f"list{suffix}"
        assert kennisbank("cite", *ids, "--format", name, "-o", file).code == 0
        rows = read_list(file).rows
        assert rows[0].metadata.values.authors[0].family == "van Berlo"
        assert len(rows) == len(ids)
    assert (tmp_path / "list.ris").read_bytes().count(b"\r\n") > 5
    csl = kennisbank("cite", *ids, "--format", "csl", "--json").json["citations"]
    assert [item["id"] for item in csl["items"]] == ids


def test_the_styles_are_listed(kennisbank: Callable[..., Outcome]) -> None:
    listed = kennisbank("cite", "--styles", "--json").json
    assert {"apa", "ieee", "vancouver"} <= {style["id"] for style in listed["styles"]}
    assert listed["formats"] == ["bibtex", "ris", "csl"]
    assert "APA 7" in kennisbank("cite", "--styles").out


def test_mistakes_are_said(kennisbank: Callable[..., Outcome], ids: list[str], tmp_path: Path) -> None:
    assert kennisbank("cite").code == 2
    assert "apa, harvard" in kennisbank("cite", ids[0], "--format", "nonsense").err
    assert kennisbank("cite", "ffffffff").code == 2
    assert kennisbank("cite", ids[0], "-o", tmp_path / "no" / "where.txt").code == 3


def test_a_style_that_fails_says_so(kennisbank: Callable[..., Outcome], ids: list[str]) -> None:
    kennisbank("edit", ids[0], "--edition", "NIOC2013", "--kind", "article")
    failed = kennisbank("cite", ids[0], "--format", "leidraad-voor-juridische-auteurs", "--json")
    assert failed.code == 1
    assert [each["code"] for each in failed.json["citations"]["problems"]] == ["style_failed"]
