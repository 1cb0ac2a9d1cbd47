"""Printing from the reader: by key into a PDF, with or without the cover sheet, never without a printer's or file's name."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kennisbank.ui.reader.cover_fold import CoverFold
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reading_print import PaperPrinting
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.test_reading import reading

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def printing(
    make_stage: MakeStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Stage, PaperPane, PaperPrinting]:
    stage = make_stage("example", "print")
    pane = reading(stage, 3)
    found = pane.findChild(PaperPrinting)
    assert found is not None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "paper"), ""))
    return stage, pane, found


def test_a_paper_is_printed_by_key_without_its_cover_unless_that_is_wanted(
    qtbot: QtBot,
    printing: tuple[Stage, PaperPane, PaperPrinting],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage, pane, printer = printing
    monkeypatch.setattr(CoverFold, "hidden", frozenset({0}))
    bar, target = printer.bar, tmp_path / "paper.pdf"
    assert pane.document is not None
    pages = len(pane.document.pages)
    qtbot.keyClick(pane.view, Qt.Key.Key_P, CTRL)
    assert bar.isVisible()
    assert bar.print_button.isHidden()  # there is no printer here
    assert bar.with_marks.isHidden()
    qtbot.keyClick(bar.pages, Qt.Key.Key_Return)
    assert stage.session.tasks.long_jobs[0].title == "Printing"
    stage.settle(lambda: not printer.is_printing)
    with pymupdf.open(target) as pdf:
        assert len(pdf) == pages - 1
    qtbot.keyClick(pane.view, Qt.Key.Key_P, CTRL)
    bar.with_cover.setChecked(True)
    bar.pages.setText("1-2")
    bar.file_button.click()
    stage.settle(lambda: not printer.is_printing)
    with pymupdf.open(target) as pdf:
        assert len(pdf) == 2
    qtbot.keyClick(pane.view, Qt.Key.Key_P, CTRL)
    bar.pages.setText("99")
    qtbot.keyClick(bar.pages, Qt.Key.Key_Return)
    assert not printer.is_printing
    assert "1-3, 5" in bar.pages.accessibleDescription()
    qtbot.keyClick(bar.pages, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert pane.view.hasFocus()
