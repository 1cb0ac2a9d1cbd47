"""The table of an import: thousands of rows in portions, narrowed and sorted."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from kennisbank.domain.document import Problem
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reports import FileReport, Verdict
from kennisbank.ui.models.import_table import ImportTable, Part
from kennisbank.ui.models.import_words import reason_of, standing_of


def report(number: int, verdict: Verdict = "added", *problems: Problem) -> FileReport:
    return FileReport(f"{number:04}.pdf", verdict, ContributionId(str(number)), problems, pages=number)


def test_rows_come_in_portions_and_keep_their_order(qtmodeltester: ModelTester) -> None:
    table = ImportTable()
    for first in range(0, 3000, 150):
        table.append([report(number) for number in range(first, first + 150)])
    assert table.rowCount() == 3000
    assert table.report(2999).file == "2999.pdf"


def test_the_table_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    table = ImportTable()
    qtmodeltester.check(table)
    table.append([report(1), report(2, "rejected")])
    table.show_only("cannot")
    table.append([report(3, "rejected")])
    table.sort(Part.FILE, Qt.SortOrder.DescendingOrder)
    assert table.rowCount() == 2


def test_a_portion_shows_only_what_is_asked_for() -> None:
    table = ImportTable()
    table.show_only("cannot")
    table.append([report(1), report(2, "rejected"), report(3)])
    assert [table.report(row).file for row in range(table.rowCount())] == ["0002.pdf"]
    assert table.counts == {"ready": 2, "cannot": 1}


def test_sorting_by_verdict_brings_what_needs_an_act_first() -> None:
    table = ImportTable()
    look = Problem("title_from_name", "No title was found.")
    table.append([report(1), report(2, "added", look), report(3, "rejected"), report(4, "duplicate")])
    table.sort(Part.VERDICT)
    assert [table.report(row).file[:4] for row in range(4)] == ["0003", "0002", "0001", "0004"]
    table.sort(-1)
    assert table.report(0).file == "0001.pdf"


def test_a_note_is_no_reason_to_look_again() -> None:
    assert standing_of(report(1, "added", Problem("new_version", "", severity="note"))) == "ready"
    assert standing_of(report(1, "unchanged")) == "exists"


def test_the_gravest_problem_is_the_reason() -> None:
    problems = (Problem("title_from_name", ""), Problem("encrypted", "", severity="error"))
    assert reason_of(report(1, "rejected", *problems)) == "Asks for a password"


def test_a_row_says_all_of_itself_when_read_aloud() -> None:
    table = ImportTable()
    table.append([report(1, "rejected", Problem("encrypted", "", severity="error"))])
    said = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Cannot" in said
    assert "Asks for a password" in said
