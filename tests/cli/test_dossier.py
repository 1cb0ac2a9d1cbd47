"""Dossiers at the command line."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pymupdf

from kennisbank.config.paths import Paths
from kennisbank.library.library import Library
from tests.cli.conftest import Outcome
from tests.library.library_values import an_account

Call = Callable[..., Outcome]


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
    filled("dossier", "rename", "Les 1", "Les 2")
    filled("dossier", "remark", "Les 2", "voor 5 havo")
    filled("dossier", "remark", "Les 2", "eerst", "--item", "2")
    moved = filled("dossier", "move", "Les 2", "2", "1", "--json").json["dossier"]
    assert (moved["remark"], [each["remark"] for each in moved["items"]]) == ("voor 5 havo", ["eerst", ""])
    filled("dossier", "rename", "Les 2", "Les 1")
    filled("dossier", "move", "Les 1", "1", "2")
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


def packed(filled: Call, netwerk_licence: str = "CC BY 4.0") -> str:
    """Make a dossier of a passage of the one paper and the whole of the other, and return its name."""
    netwerk, robots = the_id(filled, "netwerk.pdf"), the_id(filled, "robots.pdf")
    filled("edit", netwerk, "--licence", netwerk_licence)
    filled("edit", robots, "--licence", "Alle rechten voorbehouden")
    filled("dossier", "create", "Les 1: netwerken", "--remark", "Voor *5 havo*.")
    filled("dossier", "add", "Les 1: netwerken", netwerk, "--quote", "deelt alles", "--remark", "eerst dit")
    filled("dossier", "add", "Les 1: netwerken", robots)
    return "Les 1: netwerken"


def test_what_may_be_copied_is_told_before_anything_is_written(filled: Call) -> None:
    name = packed(filled)
    check = filled("dossier", "licences", name, "--json").json["licences"]
    assert (check["yes"], check["no"], check["not_stated"], check["gone"]) == (1, 1, 0, 0)
    assert [(each["may_be_copied"], each["left_out"]) for each in check["contributions"]] == [
        ("yes", False),
        ("no", True),
    ]
    everything = filled("dossier", "licences", name, "--files", "all", "--json").json["licences"]
    assert not any(each["left_out"] for each in everything["contributions"])


def test_a_pack_in_markdown_cites_and_links_and_says_what_may_be_copied(filled: Call, tmp_path: Path) -> None:
    target = tmp_path / "les.md"
    answer = filled("dossier", "export", packed(filled), "-o", target, "--json").json["export"]
    assert (answer["format"], answer["items"], answer["problems"]) == ("markdown", 2, [])
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# Les 1: netwerken\n\nVoor \\*5 havo\\*.\n")
    assert "> deelt alles" in text
    assert "van der Meer" in text
    assert "](kennisbank:contribution/" in text
    assert "May not be copied" in text
    said = filled("dossier", "export", "Les 1: netwerken", "-o", target).out
    assert "1 yes, 1 no, 0 not stated" in said
    assert said.index("1 yes") < said.index("Written")


def test_a_pack_as_zip_holds_what_may_go_along_and_says_what_does_not(filled: Call, tmp_path: Path) -> None:
    target = tmp_path / "les.zip"
    answer = filled("dossier", "export", packed(filled), "-o", target, "--annotations", "--json").json["export"]
    assert (answer["format"], answer["files"]) == ("zip", 1)
    with zipfile.ZipFile(target) as pack:
        assert pack.testzip() is None
        names = pack.namelist()
        assert set(names) == {
            "README.txt", "Les 1 netwerken.md", "references.bib", "references.ris", "references.csl.json",
            "licences.csv", "annotations.jsonld", "files/1 van der Meer - De netwerksamenleving in de klas.pdf",
        }  # fmt: skip
        assert b"%PDF" in pack.read(names[-1])[:1024]
        assert "doesn't allow copies" in pack.read("README.txt").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(pack.read("licences.csv").decode("utf-8-sig"))))
        assert [row["may_be_copied"] for row in rows] == ["yes", "no"]
        assert rows[1]["left_out"]
        assert len(json.loads(pack.read("references.csl.json"))) == 2
        assert json.loads(pack.read("annotations.jsonld"))
    everything = filled("dossier", "export", "Les 1: netwerken", "-o", target, "--files", "all", "--json").json[
        "export"
    ]
    assert everything["files"] == 2


def test_a_pack_as_pdf_has_the_passages_page_and_leaves_out_what_may_not_be_copied(
    filled: Call, tmp_path: Path
) -> None:
    target = tmp_path / "les.pdf"
    answer = filled("dossier", "export", packed(filled), "-o", target, "--json").json["export"]
    assert (answer["format"], answer["files"], answer["problems"]) == ("pdf", 1, [])
    with pymupdf.open(target) as pack:
        contents, page = ("".join(each.get_text() for each in pack.pages(0, 1)), pack[1])
        assert len(pack) == 2
        assert "doesn't allow copies" in " ".join(contents.split())
        assert "deelt alles" in page.get_text()
        assert [mark.type[1] for mark in page.annots()] == ["Highlight"]


def test_a_file_that_is_not_here_is_told_and_the_rest_is_packed(filled: Call, tmp_path: Path) -> None:
    name = packed(filled)
    sha256 = filled("show", the_id(filled, "netwerk.pdf"), "--json").json["contribution"]["files"][0]["sha256"]
    (tmp_path / "home" / "files" / sha256[:2] / sha256).unlink()
    for form in ("zip", "pdf"):
        outcome = filled("dossier", "export", name, "-o", tmp_path / f"les.{form}", "--files", "all", "--json")
        assert outcome.code == 1
        assert [each["code"] for each in outcome.json["export"]["problems"]] == ["not_in_pack"]
        assert outcome.json["export"]["files"] == 1


def test_a_pack_needs_a_form_and_a_place(filled: Call, tmp_path: Path) -> None:
    name = packed(filled)
    assert filled("dossier", "export", name, "-o", tmp_path / "les").code == 2
    assert filled("dossier", "export", name, "-o", tmp_path / "les", "--format", "markdown").code == 0
    assert filled("dossier", "export", name, "-o", tmp_path / "nergens" / "les.md").code == 3
    assert filled("dossier", "export", name, "-o", tmp_path / "les.md", "--style", "krabbel").code == 2


def test_sharing_is_for_who_has_an_account_and_a_copy_for_everybody(filled: Call, tmp_path: Path) -> None:
    made = filled("dossier", "create", "Les 1", "--json").json["dossier"]
    assert made["shared"] == {"everyone": False, "people": []}
    refused = filled("dossier", "share", "Les 1", "--everyone", "--json")
    assert (refused.code, refused.json["error"]["type"]) == (2, "NotLoggedInError")
    assert filled("dossier", "share", "Les 1", "--with", "geen adres").code == 2
    copied = filled("dossier", "copy", "Les 1", "--json").json["dossier"]
    assert copied["id"] != made["id"]
    assert copied["name"] == "Les 1"
    with Library.open(Paths.of(tmp_path / "home")) as library, library.write() as tx:
        tx.archives.save_account(an_account("ada"))
    hers = filled("dossier", "create", "Les 2", "--json").json["dossier"]
    shared = filled("dossier", "share", hers["id"], "--with", "Bas@example.org", "--json").json["dossier"]
    assert shared["shared"] == {"everyone": False, "people": ["bas@example.org"]}
    assert filled("dossier", "share", hers["id"], "--nobody", "--json").json["dossier"]["shared"]["people"] == []
