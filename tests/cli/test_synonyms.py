"""``kennisbank synonyms``: what means the same, and which lines of a file are skipped."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]


def test_what_means_the_same_is_told(kennisbank: Call) -> None:
    assert "teacher" in kennisbank("synonyms", "docenten").out
    assert kennisbank("synonyms", "machine", "learning", "--json").json["synonyms"][0] == "machinaal leren"
    assert kennisbank("synonyms", "over").out == "Nothing means the same, as far as the lists say.\n"


def test_the_number_of_groups_is_told(kennisbank: Call, tmp_path: Path) -> None:
    answer = kennisbank("synonyms", "--json")
    assert answer.code == 0
    assert answer.json["shipped"] > 400
    assert (answer.json["own"], answer.json["skipped"]) == (0, [])
    Path(answer.json["file"]).write_text("docent = begeleider\nalleen\n", encoding="utf-8")
    told = kennisbank("synonyms")
    assert told.code == 1
    assert "1 are your own" in told.out
    assert "Line 2 is skipped, it has one term only: alleen" in told.out
    assert kennisbank("synonyms", "--json").json["skipped"] == [{"line": 2, "text": "alleen", "reason": "alone"}]


def test_a_file_is_checked_without_taking_it_in(kennisbank: Call, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("docent = begeleider\n", encoding="utf-8")
    assert kennisbank("synonyms", "--check", file).code == 0
    file.write_text("a > b > c\n", encoding="utf-8")
    checked = kennisbank("synonyms", "--check", file, "--json")
    assert (checked.code, checked.json["skipped"][0]["reason"]) == (1, "arrows")
    assert kennisbank("synonyms", "--check", tmp_path / "none.txt").code == 3
    assert "begeleider" not in kennisbank("synonyms", "docent").out
