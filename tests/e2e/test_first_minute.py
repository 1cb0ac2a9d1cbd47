"""The first minute of somebody with a folder of papers: drop it, import it, type, and read at the sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.bootstrap import open_kennisbank
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.views.import_ import ImportView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.result_list import ResultList
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.workers import TaskRunner
from tests.pdfs import pdf_with_cover, simple_pdf
from tests.ui.recipes.recipe import Stage

LONG_MS = 60_000


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return a folder with two papers, one under a cover sheet, and a file that is no paper."""
    folder = tmp_path / "papers"
    first = "Leren in een netwerk\n\nAnna de Boer\n\nOver leren en netwerken in de klas."
    second = "De sluiswachter kent elke schipper bij naam.\n\nMeer staat er niet op deze pagina."
    pdf_with_cover(folder / "netwerk.pdf", [first, second])
    simple_pdf(folder / "robots.pdf", ["Robots in the classroom\n\nBob Smith\n\nChildren program a robot."])
    (folder / "notes.xyz").write_text("no paper")
    return folder


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """Return a window on a library that did not exist before."""
    tasks = TaskRunner()
    session = Session(tasks, open_kennisbank)
    window = MainWindow(session)
    window.resize(1280, 800)
    window.show()
    session.open(tmp_path / "home")
    staged = Stage(window, session)
    staged.settle(lambda: session.is_open, LONG_MS)
    yield staged
    tasks.shut_down()
    session.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)


def drop(window: MainWindow, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    window.dropEvent(event)


def test_from_a_folder_of_papers_to_the_sentence_on_the_page(stage: Stage, papers: Path) -> None:
    window = stage.window
    drop(window, papers)
    importing = window.current_view
    assert isinstance(importing, ImportView)
    importing.setup.rehearse.click()
    stage.settle(lambda: importing.run.phase == "rehearsed", LONG_MS)
    assert stage.session.kennisbank.catalogue.count() == 0
    importing.pane.go_on.click()
    stage.settle(lambda: importing.run.phase == "imported", LONG_MS)
    assert stage.session.kennisbank.catalogue.count() == 2

    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    field = window.search_field.focusProxy()
    assert field is not None
    QTest.keyClicks(field, "sluiswachter schipper")
    searching = window.current_view
    assert isinstance(searching, SearchView)
    stage.settle(lambda: searching.is_settled and searching.controller.answer is not None, LONG_MS)
    QTest.keyClick(field, Qt.Key.Key_Return)  # to the results
    results = searching.findChild(ResultList)
    stage.settle(lambda: searching.is_settled and results.hasFocus() and results.model().rowCount() == 1, LONG_MS)
    QTest.keyClick(results, Qt.Key.Key_Return)  # to the sentence
    stage.settle(lambda: isinstance(window.current_view, ReadingView), LONG_MS)
    reading = window.current_view
    assert isinstance(reading, ReadingView)
    assert reading.reader is not None
    pane = reading.reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.walk.count > 0, LONG_MS)
    point = pane.view.reading_point()
    assert point is not None
    assert point.index == 2, "the third page of the file: cover sheet, first page, the sentence"
