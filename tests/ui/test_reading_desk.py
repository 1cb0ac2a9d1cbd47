"""What the reader passes on from the margin: quotes with their source, copies, exports and imports, dossiers."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.selection import Selection, TextPoint
from kennisbank.ui.views.exchanging import Exchanging
from tests.mark_papers import column_paper
from tests.ui.conftest import MakeStage
from tests.ui.recipes import reading_marks
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    return make_stage("example")


@pytest.fixture
def pane(stage: Stage) -> PaperPane:
    contribution, file = reading_marks.put_in(stage, column_paper, "desk")
    reading_marks.mark(stage, contribution, file, reading_marks.COLUMN[:2])
    return reading_marks.read(stage, contribution)


def line(menu: QMenu, words: str) -> None:
    """Choose a line of a menu."""
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


def test_a_passage_is_quoted_copied_out_exported_taken_in_and_collected(
    stage: Stage, pane: PaperPane, tmp_path: Path
) -> None:
    marking, tasks = pane.marking, stage.session.tasks
    assert marking is not None
    pane.view.select(Selection(TextPoint(0, 0), TextPoint(0, 18)))
    QGuiApplication.clipboard().setText("")
    marking.quote()
    stage.settle(lambda: tasks.is_idle and bool(QGuiApplication.clipboard().text()))
    assert "Naar knooppunt" in QGuiApplication.clipboard().text()
    assert "kennisbank:" in QGuiApplication.clipboard().text()

    exchanging = Exchanging.of(stage.session)
    copy, list_ = tmp_path / "copy.pdf", tmp_path / "notes.jsonld"
    exchanging.where = lambda *_asked: str(copy)
    line(marking.tools.menu, "Save a copy")
    stage.settle(lambda: tasks.is_idle)
    with pymupdf.open(copy) as pdf:
        page = pdf[0]
        assert len(list(page.annots())) == 2
    exchanging.where = lambda *_asked: str(list_)
    line(marking.tools.menu, "Export")
    stage.settle(lambda: tasks.is_idle)
    assert list_.read_text("utf-8").count("highlighting") == 2

    annotations = pane.annotations
    assert annotations is not None
    annotations.trash([each.annotation.id for each in annotations.placed])
    stage.settle(lambda: tasks.is_idle and not annotations.placed)
    exchanging.which = lambda *_asked: str(copy)
    line(marking.tools.menu, "Import")
    stage.settle(lambda: tasks.is_idle)

    pane.view.select(Selection(TextPoint(0, 0), TextPoint(0, 18)))
    menu = next(each for each in marking.menu().findChildren(QMenu))
    line(menu, "New dossier")
    stage.settle(lambda: tasks.is_idle)
    (dossier,) = stage.session.kennisbank.dossiers.all()
    assert dossier.name
