from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.pdfs import encrypted_pdf

Call = Callable[..., Outcome]


def test_import_answers_a_line_for_each_file_and_a_summary(kennisbank: Call, papers: Path) -> None:
    outcome = kennisbank("import", papers, "--list", papers / "list.csv", "--json")
    assert outcome.code == 0
    *files, last = outcome.lines
    assert {(line["file"], line["status"]) for line in files} == {("netwerk.pdf", "added"), ("sub/robots.pdf", "added")}
    assert all(line["contribution"] for line in files)
    assert last["summary"]["added"] == 2
    assert last["summary"]["batch"]


def test_a_rehearsal_gives_the_same_lines_and_writes_nothing(kennisbank: Call, papers: Path) -> None:
    rehearsal = kennisbank("import", papers, "--list", papers / "list.csv", "--dry-run", "--json")
    assert kennisbank("list", "--json").json == {"contributions": []}
    assert kennisbank("batch", "list", "--json").json == {"batches": []}
    for_real = kennisbank("import", papers, "--list", papers / "list.csv", "--json")
    assert rehearsal.lines[:-1] == for_real.lines[:-1]


def test_a_second_import_changes_nothing(filled: Call, papers: Path) -> None:
    outcome = filled("import", papers, "--list", papers / "list.csv", "--json")
    assert {line["status"] for line in outcome.lines[:-1]} == {"unchanged"}
    assert outcome.lines[-1]["summary"]["batch"] is None


def test_a_rejected_file_makes_exit_code_one_and_the_rest_goes_on(kennisbank: Call, papers: Path) -> None:
    encrypted_pdf(papers / "locked.pdf")
    outcome = kennisbank("import", papers, "--json")
    assert outcome.code == 1
    locked = next(line for line in outcome.lines if line.get("file") == "locked.pdf")
    assert locked["status"] == "rejected"
    assert locked["contribution"] is None
    assert [problem["code"] for problem in locked["problems"]] == ["encrypted"]
    assert outcome.lines[-1]["summary"]["added"] == 2


def test_search_finds_the_sentence_and_its_page(filled: Call) -> None:
    answer = filled("search", "docenten", "--json").json
    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert hit["title"] == "De netwerksamenleving in de klas"
    assert hit["authors"] == ["Anna van der Meer"]
    assert hit["file"] == "netwerk.pdf"
    passage = next(each for each in hit["passages"] if each["field"] == "body")
    assert passage["page"] == 2
    assert "<mark>docenten</mark>" in passage["snippet"]
    assert passage["why"] == ["exact"]
    assert passage["lines"] is None


def test_search_by_title_finds_the_paper(filled: Call) -> None:
    assert filled("search", "Robots in the classroom", "--json").json["hits"][0]["file"] == "robots.pdf"


def test_a_word_of_the_cover_sheet_is_no_hit(filled: Call) -> None:
    answer = filled("search", "nieuwsbrief", "--json").json
    assert answer["total"] == 0
    assert answer["hits"] == []
    assert [sheet["file"] for sheet in answer["cover_sheets"]] == ["robots.pdf"]


def test_limit_nought_is_all_and_offset_skips(filled: Call) -> None:
    everything = filled("search", "year:2010..2020", "--limit", "0", "--json").json
    assert everything["total"] == 2
    assert len(everything["hits"]) == 2
    rest = filled("search", "year:2010..2020", "--limit", "1", "--offset", "1", "--json").json
    assert rest["total"] == 2
    assert [hit["contribution"] for hit in rest["hits"]] == [everything["hits"][1]["contribution"]]


@pytest.mark.parametrize("query", ["*", "a*", "~", '"', "((((", "AND OR NOT", "year:x..y", "titel:", "-", "\x00"])
def test_anything_typed_is_a_query(filled: Call, query: str) -> None:
    assert filled("search", "--json", "--", query).code == 0


def test_edit_by_hand_survives_a_new_import(filled: Call, papers: Path) -> None:
    (found,) = [each for each in filled("list", "--json").json["contributions"] if each["year"] == 2013]
    edited = filled("edit", found["id"], "--title", "Een betere titel", "--json").json["contribution"]
    assert edited["title"] == "Een betere titel"
    assert edited["sources"]["title"]["source"] == "hand"
    filled("import", papers, "--list", papers / "list.csv")
    assert filled("show", found["id"], "--json").json["contribution"]["title"] == "Een betere titel"
    assert filled("search", "betere titel", "--json").json["hits"][0]["contribution"] == found["id"]


def test_an_id_may_be_shortened(filled: Call) -> None:
    found = filled("list", "--json").json["contributions"][0]
    assert filled("show", found["id"][:10], "--json").json["contribution"]["id"] == found["id"]


def test_an_unknown_id_is_the_callers_mistake(filled: Call) -> None:
    outcome = filled("show", "ffffffff-0000", "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["type"] == "NotFoundError"
    assert outcome.err.strip()


def test_editing_nothing_is_the_callers_mistake(filled: Call) -> None:
    found = filled("list", "--json").json["contributions"][0]
    assert filled("edit", found["id"]).code == 2


def test_a_batch_can_be_undone(filled: Call) -> None:
    (batch,) = filled("batch", "list", "--json").json["batches"]
    assert batch["state"] == "done"
    undone = filled("batch", "undo", batch["id"][:8], "--json").json
    assert undone["removed"] == 2
    assert filled("list", "--json").json["contributions"] == []
    assert filled("search", "robots", "--json").json["total"] == 0
    assert filled("check", "--json").json == {"findings": []}


def test_check_finds_nothing_in_a_sound_library(filled: Call) -> None:
    outcome = filled("check", "--json")
    assert outcome.code == 0
    assert outcome.json == {"findings": []}


def test_check_finds_a_file_that_was_changed(filled: Call, tmp_path: Path) -> None:
    stored = next(path for path in sorted((tmp_path / "home" / "files").rglob("*")) if path.is_file())
    stored.chmod(0o600)
    stored.write_bytes(b"something else")
    outcome = filled("check", "--json")
    assert outcome.code == 1
    assert [finding["code"] for finding in outcome.json["findings"]] == ["file_changed"]


def test_reindex_builds_from_what_is_stored(filled: Call, papers: Path) -> None:
    for path in papers.rglob("*.pdf"):
        path.unlink()
    assert filled("reindex", "--json").json == {"indexed": 2}
    assert filled("search", "docenten", "--json").json["total"] == 1


def test_a_damaged_index_is_rebuilt_by_itself(filled: Call, tmp_path: Path) -> None:
    for path in (tmp_path / "home" / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(b"torn")
    assert filled("search", "docenten", "--json").json["total"] == 1


def test_a_source_that_is_not_there_is_the_callers_mistake(kennisbank: Call, tmp_path: Path) -> None:
    assert kennisbank("import", tmp_path / "nowhere").code == 2


def test_a_home_that_is_a_file_is_the_environments(kennisbank: Call, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    outcome = kennisbank("list", "--json")
    assert outcome.code == 3
    assert "error" in outcome.json


@pytest.mark.parametrize(
    "words",
    [["list"], ["search", "docenten"], ["search", "nieuwsbrief"], ["search", "docentn"], ["batch", "list"], ["check"]],
)
def test_every_command_has_an_answer_in_words(filled: Call, words: list[str]) -> None:
    outcome = filled(*words)
    assert outcome.code == 0
    assert outcome.out.strip()
    assert "{" not in outcome.out


def test_show_says_where_each_field_came_from(filled: Call) -> None:
    found = filled("list", "--json").json["contributions"][0]
    assert "from the list" in filled("show", found["id"]).out


def test_the_answer_is_dutch_where_the_session_is(filled: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    assert "bijdragen" in filled("list").out
