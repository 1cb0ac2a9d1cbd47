"""Importing from the window: rehearse, import, cancel, mend, take back, on a real library with small files."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.models.import_table import Part
from kennisbank.ui.views.import_ import ImportView
from kennisbank.ui.widgets.toast import Toast
from tests.pdfs import encrypted_pdf, scan_pdf, simple_pdf
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage

LONG = 60_000


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    for name in ("Alpha", "Beta", "Gamma"):
        text = f"{name} in the classroom\n\nJane Doe\n\nThis is what {name} has to say about learning. " * 2
        simple_pdf(folder / f"{name.lower()}.pdf", [text], info={"title": f"{name} in the classroom"})
    encrypted_pdf(folder / "locked.pdf")
    scan_pdf(folder / "scan.pdf")
    return folder


@pytest.fixture
def on_stage(make_stage: MakeStage) -> tuple[Stage, ImportView]:
    stage = make_stage("example")
    view = stage.window.view("import")
    assert isinstance(view, ImportView)
    return stage, view


def rehearse(stage: Stage, view: ImportView, folder: Path, edition: str = "TEST2025") -> None:
    stage.session.import_requested.emit((folder,))
    view.setup.edition.setText(edition)
    view.setup.rehearse.click()
    stage.settle(lambda: view.run.phase == "rehearsed", LONG)


def carry_out(stage: Stage, view: ImportView) -> None:
    view.pane.go_on.click()
    stage.settle(lambda: view.run.phase == "imported", LONG)


def verdicts(view: ImportView) -> dict[str, str]:
    table = view.pane.table
    return {
        table.index(row, Part.FILE).data(): table.index(row, Part.VERDICT).data() for row in range(table.rowCount())
    }


def test_a_rehearsal_shows_verdicts_and_writes_nothing(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    before = stage.session.kennisbank.catalogue.count()
    rehearse(stage, view, papers)
    assert verdicts(view) == {
        "alpha.pdf": "Ready",
        "beta.pdf": "Ready",
        "gamma.pdf": "Ready",
        "locked.pdf": "Cannot",
        "scan.pdf": "Look again",
    }
    assert view.pane.totals.card(None).count == 5
    assert view.pane.totals.card("cannot").count == 1
    assert view.pane.go_on.text() == "Import 4 contributions"
    assert stage.session.kennisbank.catalogue.count() == before
    assert len(stage.session.kennisbank.catalogue.batches()) == 1


def test_a_total_shows_only_its_own_files(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    rehearse(stage, view, papers)
    view.pane.totals.card("look").click()
    assert list(verdicts(view)) == ["scan.pdf"]
    view.pane.totals.card(None).click()
    assert len(verdicts(view)) == 5


def test_what_is_mended_in_the_rehearsal_is_imported_by_hand(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    rehearse(stage, view, papers)
    view.pane.rows.go_to(view.pane.table.row_of("beta.pdf"))
    view.panel.form.title.setPlainText("A title by hand")
    view.panel.form.themes.set_terms(("Ethics",))
    view.panel._save.click()
    assert view.panel.report is not None
    assert view.panel.report.file == "gamma.pdf"
    carry_out(stage, view)
    report = next(each for each in view.pane.table.reports if each.file == "beta.pdf")
    metadata = stage.session.kennisbank.catalogue.get(report.contribution).metadata
    assert metadata.values.title == "A title by hand"
    assert metadata.values.themes == ("Ethics",)
    assert metadata.provenance["title"].source == "hand"


def test_an_import_brings_contributions_and_can_be_undone(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    catalogue = stage.session.kennisbank.catalogue
    before = catalogue.count()
    rehearse(stage, view, papers)
    carry_out(stage, view)
    assert catalogue.count() == before + 4
    assert verdicts(view)["alpha.pdf"] == "Imported"
    view.pane.undo.click()
    stage.settle(lambda: catalogue.batches()[0].state == "undone", LONG)
    assert catalogue.count() == before
    assert "4 contributions taken out" in stage.window.findChild(Toast).text


def test_after_importing_fields_are_saved_at_once_and_undo_puts_them_back(
    on_stage: tuple[Stage, ImportView], papers: Path
) -> None:
    stage, view = on_stage
    catalogue = stage.session.kennisbank.catalogue
    rehearse(stage, view, papers)
    carry_out(stage, view)
    row = view.pane.table.row_of("alpha.pdf")
    view.pane.rows.go_to(row)
    stage.settle()
    wanted = view.pane.table.report(row).contribution
    view.panel.form.year.setText("1999")
    view.panel._save.click()
    stage.settle(lambda: catalogue.get(wanted).metadata.values.year == 1999)
    stage.window.findChild(Toast)._button.click()
    stage.settle(lambda: catalogue.get(wanted).metadata.values.year == 2025)


def test_a_year_that_is_none_is_refused_beside_its_field(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    rehearse(stage, view, papers)
    view.panel.form.year.setText("about 2025")
    view.panel._save.click()
    assert view.panel.form.year.property("invalid")
    assert not view.run.mended


def test_cancelling_keeps_what_came_in_and_says_so(on_stage: tuple[Stage, ImportView], papers: Path) -> None:
    stage, view = on_stage
    before = stage.session.kennisbank.catalogue.count()
    stage.session.import_requested.emit((papers,))
    view.setup.at_once.click()
    view.pane.cancel.click()
    stage.settle(lambda: view.run.phase == "imported", LONG)
    assert "Stopped, as you asked" in view.pane._banner.accessibleName()
    came_in = sum(each.verdict == "added" for each in view.pane.table.reports)
    assert stage.session.kennisbank.catalogue.count() == before + came_in


def test_the_report_can_be_taken_along_as_csv(on_stage: tuple[Stage, ImportView], papers: Path, tmp_path: Path) -> None:
    stage, view = on_stage
    (papers / "=evil.xyz").write_text("x")
    rehearse(stage, view, papers)
    view.export_to(tmp_path / "report.csv")
    stage.settle()
    rows = list(csv.reader((tmp_path / "report.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:2] == ["File", "Verdict"]
    assert len(rows) == 7
    assert any(row[0] == "'=evil.xyz" for row in rows)


def test_an_earlier_import_shows_its_report(on_stage: tuple[Stage, ImportView]) -> None:
    stage, view = on_stage
    stage.session.go("import")
    stage.settle()
    view.batches.looked.emit(stage.session.kennisbank.catalogue.batches()[0])
    stage.settle(lambda: view.pane.table.rowCount() == 26)
    assert verdicts(view)


def test_every_word_of_a_rehearsal_follows_the_language(
    on_stage: tuple[Stage, ImportView], papers: Path, languages: LanguageSwitch
) -> None:
    stage, view = on_stage
    rehearse(stage, view, papers)
    languages.choose("nl")
    QApplication.sendPostedEvents()
    assert view.pane.go_on.text() == "Importeer 4 bijdragen"
    assert verdicts(view)["scan.pdf"] == "Nakijken"
    assert view.pane.table.headerData(Part.WHY, Qt.Orientation.Horizontal) == "Waarom"


def test_control_enter_saves_and_goes_to_the_next_file(
    qtbot: QtBot, on_stage: tuple[Stage, ImportView], papers: Path
) -> None:
    stage, view = on_stage
    rehearse(stage, view, papers)
    stage.window.activateWindow()
    stage.settle(stage.window.isActiveWindow)
    view.panel.form.title.setFocus()
    stage.settle(view.panel.form.title.hasFocus)
    qtbot.keyClick(view.panel.form.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.panel.report is not None
    assert view.panel.report.file == "beta.pdf"
