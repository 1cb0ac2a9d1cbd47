"""Annotations at the command line."""

import json
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from kennisbank.bootstrap import open_kennisbank
from kennisbank.console import Console
from kennisbank.documents.anchoring import Span
from kennisbank.domain.ids import PageNo
from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def filled(filled: Call, tmp_path: Path) -> Call:
    """Return the command line of a library with two annotations in it."""
    with open_kennisbank(tmp_path / "home") as opened:
        (netwerk,) = [each for each in opened.catalogue.all() if each.files[0].name == "netwerk.pdf"]
        file = netwerk.files[0].hash
        at = opened.reading
        with opened.library.read() as tx:
            text = tx.texts.pages(file)[0].text
        at = text.index("Iedereen")
        span = Span(PageNo(1), at, at + len("Iedereen deelt alles"))
        opened.annotating.mark(netwerk.id, file, [span], "highlight", colour="green", body="mooi", tags=("delen",))
        opened.annotating.note(netwerk.id, "over het geheel")
    return filled


def test_annotations_are_listed_by_contribution_in_reading_order(filled: Call) -> None:
    note, mark = filled("annotations", "list", "--json").json["annotations"]
    assert (note["kind"], note["body"], note["page"], note["state"]) == ("note", "over het geheel", None, None)
    assert (mark["kind"], mark["quote"], mark["page"]) == ("highlight", "Iedereen deelt alles", 1)
    assert (mark["colour"], mark["tags"], mark["read_only"]) == ("green", ["delen"], False)
    assert mark["link"] == f"kennisbank:contribution/{mark['contribution']}?page=1&annotation={mark['id']}"


def test_what_is_exported_and_imported_again_adds_nothing(filled: Call, tmp_path: Path) -> None:
    (one, _) = filled("annotations", "list", "--json").json["annotations"]
    out = tmp_path / "uit.jsonld"
    told = filled("annotations", "export", "--format", "jsonld", "-o", out, "--json").json["exported"]
    assert (told["annotations"], told["contributions"]) == (2, 1)
    outcome = filled("annotations", "import", one["contribution"], out, "--json")
    assert outcome.code == 0
    assert outcome.json == {"imported": {"added": 0, "unchanged": 2, "kept": 0, "problems": []}}


def test_a_passage_is_annotated_by_its_words_thrown_away_and_taken_back(filled: Call) -> None:
    contribution = filled("annotations", "list", "--json").json["annotations"][0]["contribution"]
    made = filled("annotations", "add", contribution[:8], "--quote", "Tweede bladzijde", "--note", "let op", "--json")
    (one,) = made.json["annotations"]
    assert (one["kind"], one["colour"], one["page"], one["body"]) == ("highlight", "yellow", 2, "let op")
    assert filled("annotations", "trash", one["id"][:8]).code == 0
    assert [each["id"] for each in filled("annotations", "list", "--trashed", "--json").json["annotations"]] == [
        one["id"]
    ]
    assert filled("annotations", "restore", one["id"]).code == 0
    assert len(filled("annotations", "list", "--text", "LET", "--json").json["annotations"]) == 1
    assert filled("annotations", "trash", "zzz").code == 2
    assert filled("annotations", "add", contribution, "--quote", "staat er niet").code == 2
    assert filled("annotations", "add", contribution, "--kind", "underline").code == 2


def test_text_formats_go_to_standard_output_and_others_ask_for_a_file(filled: Call, tmp_path: Path) -> None:
    contribution = filled("annotations", "list", "--json").json["annotations"][0]["contribution"]
    markdown = filled("annotations", "export", "--format", "markdown").out
    assert markdown.startswith("# De netwerksamenleving in de klas\n")
    assert "> Iedereen deelt alles\n\nmooi\n\n#delen\n" in markdown
    assert filled("annotations", "export", contribution, "--format", "xfdf").out.startswith("<?xml")
    assert filled("annotations", "export", "--format", "xfdf").code == 2
    assert filled("annotations", "export", contribution, "--format", "pdf").code == 2
    copy = filled("annotations", "export", contribution, "--format", "pdf", "-o", tmp_path / "uit.pdf")
    assert copy.code == 0
    assert "2 annotations" in copy.out
    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF")


def test_the_name_in_the_settings_stands_in_what_is_exported(filled: Call, tmp_path: Path) -> None:
    assert "creator" not in filled("annotations", "export", "--format", "jsonld").out
    (tmp_path / "home" / "settings.json").write_text('{"reader_name": "Anna"}', encoding="utf-8")
    assert '"name": "Anna"' in filled("annotations", "export", "--format", "jsonld").out


def test_what_has_no_place_is_told_and_makes_exit_code_one(filled: Call, tmp_path: Path) -> None:
    contribution = filled("annotations", "list", "--json").json["annotations"][0]["contribution"]
    selector = '{"type": "TextQuoteSelector", "exact": "dit staat nergens in deze bijdrage"}'
    target = f'{{"source": "http://example.org/a.pdf", "selector": {selector}}}'
    foreign = tmp_path / "in.jsonld"
    foreign.write_text(f'{{"id": "http://example.org/1", "type": "Annotation", "target": {target}}}', encoding="utf-8")
    outcome = filled("annotations", "import", contribution, foreign)
    assert outcome.code == 1
    assert outcome.out.startswith("1 added, 0 were here already")
    assert "dit staat nergens" in outcome.err
    assert filled("annotations", "import", contribution, "--json").json["imported"]["added"] == 0
    assert filled("annotations", "import", contribution, tmp_path / "er-niet").code == 2
    assert "dit staat nergens" not in filled("annotations", "list").out
    assert "note" in filled("annotations", "list").out


def test_an_answer_survives_half_a_character_in_a_file(filled: Call, tmp_path: Path) -> None:
    contribution = filled("annotations", "list", "--json").json["annotations"][0]["contribution"]
    file = tmp_path / "half.jsonld"
    file.write_text(r'[{"type": "\ud800", "id": "urn:\ud800", "target": "urn:x"}]')
    outcome = filled("annotations", "import", contribution, file, "--json")
    assert (outcome.code, outcome.json["imported"]["added"]) == (1, 0)
    assert filled("annotations", "import", contribution, file).code == 1


def test_an_answer_can_be_read_on_a_terminal_without_unicode() -> None:
    out = TextIOWrapper(BytesIO(), encoding="ascii")
    Console(as_json=True, out=out).answer({"title": "één 🎉"})
    assert json.loads(out.buffer.getvalue()) == {"title": "één 🎉"}  # type: ignore[attr-defined]
