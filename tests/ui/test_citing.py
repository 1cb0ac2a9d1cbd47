"""Citing in the window: the panel, the clipboard, files, and quotes with their source."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.links import parse_link
from kennisbank.importing.lists import read_list
from kennisbank.ui.controllers.citing import Citing
from kennisbank.ui.views.browse import BrowseView
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.widgets.cite_panel import CitePanel
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
from tests.ui.recipes.citing import choose, panel_of
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def details(make_stage: MakeStage) -> tuple[Stage, DetailsView, Contribution]:
    stage = make_stage("example")
    papers = stage.session.kennisbank.catalogue.all()
    paper = next(each for each in papers if len(each.metadata.values.authors) == 2)
    stage.session.go("details", contribution=paper.id)
    stage.settle()
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    return stage, view, paper


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_a_reference_is_copied_with_its_italics(qtbot: QtBot, details: tuple[Stage, DetailsView, Contribution]) -> None:
    stage, view, paper = details
    view.cite.click()
    panel = panel_of(stage)
    assert panel.style_choice.hasFocus()
    assert paper.metadata.values.title in panel.text.toPlainText().replace("“", "").replace("”", "")
    panel.copy.click()
    assert clipboard().text().startswith(paper.metadata.values.authors[0].family.split()[-1])
    assert "<i>" in clipboard().html()
    assert not panel.isVisible()
    assert view.cite.hasFocus()


def test_the_style_is_remembered_and_the_language_is_of_the_words(
    details: tuple[Stage, DetailsView, Contribution],
) -> None:
    stage, view, _paper = details
    view.cite.click()
    panel = panel_of(stage)
    choose(stage, "harvard")
    panel.language_choice.setCurrentIndex(panel.language_choice.findData("nl"))
    panel.language_choice.activated.emit(0)
    panel_of(stage)
    assert " en " in panel.text.toPlainText()
    settings = stage.session.settings
    assert (settings.citation_style, settings.citation_language) == ("harvard", "nl")
    panel.leave()
    view.cite.click()
    assert panel_of(stage).style_choice.currentData() == "harvard"


def test_escape_and_going_elsewhere_close_the_panel(
    qtbot: QtBot, details: tuple[Stage, DetailsView, Contribution]
) -> None:
    stage, view, _paper = details
    view.cite.click()
    panel = panel_of(stage)
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    view.cite.click()
    view.read.setFocus()
    assert not panel.isVisible()
    view.cite.click()
    stage.session.go("browse")
    assert not panel.isVisible()


def test_a_whole_list_is_saved_for_a_citation_manager(
    make_stage: MakeStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = make_stage("example")
    stage.session.go("browse")
    view = stage.window.view("browse")
    assert isinstance(view, BrowseView)
    stage.settle(lambda: len(view.papers_model.ids) > 2)
    view.cite.show_panel()
    panel = panel_of(stage)
    assert isinstance(panel, CitePanel)
    panel.all_choice.click()
    choose(stage, "ris")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    panel.save.click()
    stage.settle((tmp_path / "mine.ris").exists)
    assert len(read_list(tmp_path / "mine.ris").rows) == len(view.papers_model.ids)


def test_a_quote_is_copied_with_its_source_and_a_link_that_finds_it(
    details: tuple[Stage, DetailsView, Contribution],
) -> None:
    stage, _view, paper = details
    file = paper.current_files[0].hash
    with stage.session.kennisbank.library.read() as tx:
        first = tx.texts.pages(file)[0]
    words = first.words()
    Citing.of(stage.session).copy_quote(paper.id, file, [(first.number, words[0].start, words[4].end)])
    stage.settle(lambda: bool(stage.window.findChild(Toast).text))
    text = clipboard().text()
    quoted = " ".join(first.text[word.start : word.end] for word in words[:5])
    assert text.startswith("“")
    assert f"{paper.metadata.values.year}, p. {first.label or first.number})" in text
    link = parse_link(text.splitlines()[-1])
    assert link is not None
    assert (link.contribution, link.file, link.page) == (paper.id, file, first.number)
    assert link.quote.split()[:2] == quoted.split()[:2]
    assert 'href="kennisbank:contribution/' in clipboard().html()
