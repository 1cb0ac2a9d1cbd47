"""Dossiers at the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def filled(kennisbank: Call, papers: Path) -> Call:
    assert kennisbank("import", papers, "--list", papers / "list.csv").code == 0
    return kennisbank


def the_id(filled: Call, name: str) -> str:
    return next(each["id"] for each in filled("list", "--json").json["contributions"] if name in each["files"])


def test_a_dossier_is_made_filled_and_shown(filled: Call) -> None:
    made = filled("dossier", "create", "Les 1", "--json").json["dossier"]
    netwerk, robots = the_id(filled, "netwerk.pdf"), the_id(filled, "robots.pdf")
    assert filled("dossier", "add", made["id"][:8], robots[:8], "--remark", "eerst dit").code == 0
    passage = filled("dossier", "add", "les 1", netwerk, "--quote", "alles met  iedereen", "--page", "1", "--json")
    first, second = passage.json["dossier"]["items"]
    assert (first["contribution"], first["remark"], first["passage"]) == (robots, "eerst dit", None)
    assert second["contribution"] == netwerk
    assert second["passage"]["quote"] == "alles met iedereen"
    assert (second["passage"]["page"], second["passage"]["state"]) == (1, "original")
    assert filled("dossier", "show", made["id"], "--json").json == passage.json
    shown = filled("dossier", "show", "Les 1").out
    assert "Robots in the classroom" in shown
    assert "“alles met iedereen”" in shown


def test_lines_go_by_number_or_id_and_a_dossier_goes_to_the_trash_and_back(filled: Call) -> None:
    filled("dossier", "create", "Les 1")
    filled("dossier", "add", "Les 1", the_id(filled, "netwerk.pdf"), the_id(filled, "robots.pdf"))
    left = filled("dossier", "remove", "Les 1", "1", "--json").json["dossier"]["items"]
    assert [each["title"] for each in left] == ["Robots in the classroom"]
    assert filled("dossier", "remove", "Les 1", left[0]["id"][:8], "--json").json["dossier"]["items"] == []
    assert filled("dossier", "trash", "Les 1", "--json").json["dossier"]["trashed"]
    assert filled("dossier", "list", "--json").json == {"dossiers": []}
    assert [each["name"] for each in filled("dossier", "list", "--trash", "--json").json["dossiers"]] == ["Les 1"]
    filled("dossier", "restore", "Les 1")
    (back,) = filled("dossier", "list", "--json").json["dossiers"]
    assert (back["name"], back["items"], back["trashed"]) == ("Les 1", 0, None)


def test_what_cannot_be_done_is_the_callers_mistake(filled: Call) -> None:
    filled("dossier", "create", "Les 1")
    netwerk = the_id(filled, "netwerk.pdf")
    assert filled("dossier", "create", " ").code == 2
    assert filled("dossier", "show", "Les 2", "--json").json["error"]["type"] == "NotFoundError"
    assert filled("dossier", "add", "Les 1", netwerk, "--page", "1").code == 2
    assert filled("dossier", "add", "Les 1", netwerk, "--quote", "dit staat er niet").code == 2
    assert filled("dossier", "add", "Les 1", netwerk, "--quote", "docenten", "--page", "1").code == 2
    assert filled("dossier", "remove", "Les 1", "1").code == 2
    filled("dossier", "create", "Les 1")
    assert filled("dossier", "show", "Les 1").code == 2
