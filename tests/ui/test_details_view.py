"""The details of a contribution: mending by hand, undo, and what is gone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.domain.contribution import Contribution
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.widgets.metadata_authors import MetadataAuthors
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
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


def now(stage: Stage, paper: Contribution) -> Contribution:
    return stage.session.kennisbank.catalogue.get(paper.id)


def test_an_edit_is_by_hand_and_can_be_undone(details: tuple[Stage, DetailsView, Contribution]) -> None:
    stage, view, paper = details
    view.edit.click()
    view.form.title.setPlainText("Another title")
    view.form.keywords.set_terms(("one", "two"))
    view.save.click()
    stage.settle(lambda: not view.is_editing)
    after = now(stage, paper).metadata
    assert (after.values.title, after.values.keywords) == ("Another title", ("one", "two"))
    assert after.provenance["title"].source == "hand"
    assert after.provenance["authors"] == paper.metadata.provenance["authors"]
    stage.window.findChild(Toast)._button.click()
    stage.settle(lambda: now(stage, paper).metadata == paper.metadata)


def test_a_field_emptied_by_hand_stays_empty_by_hand(details: tuple[Stage, DetailsView, Contribution]) -> None:
    stage, view, paper = details
    view.edit.click()
    view.form.edition.setText("")
    view.save.click()
    stage.settle(lambda: not view.is_editing)
    after = now(stage, paper).metadata
    assert after.values.edition == ""
    assert after.provenance["edition"].source == "hand"


def test_saving_nothing_writes_nothing(details: tuple[Stage, DetailsView, Contribution]) -> None:
    stage, view, paper = details
    view.edit.click()
    view.save.click()
    stage.settle()
    assert now(stage, paper).revision == paper.revision


def test_escape_leaves_it_as_it_was(qtbot: QtBot, details: tuple[Stage, DetailsView, Contribution]) -> None:
    stage, view, paper = details
    view.edit.click()
    view.form.title.setPlainText("Not this")
    qtbot.keyClick(view.form.title, Qt.Key.Key_Escape)
    assert not view.is_editing
    assert now(stage, paper).metadata == paper.metadata


def test_authors_change_order_name_and_affiliation(details: tuple[Stage, DetailsView, Contribution]) -> None:
    _stage, view, paper = details
    first, second = paper.metadata.values.authors
    view.edit.click()
    editor = view.form.authors
    assert isinstance(editor, MetadataAuthors)
    editor._rows[0].moved.emit(1)
    editor._rows[0].affiliation.setText("Elsewhere")
    editor._rows[1].name.setText("Berg, Anna van den")
    names = [(each.name, each.affiliation) for each in editor.authors()]
    assert names == [(second.name, "Elsewhere"), ("Anna van den Berg", first.affiliation)]
    editor._rows[1].removed.emit()
    assert len(editor.authors()) == 1


def test_a_term_is_added_once_however_it_is_written(
    qtbot: QtBot, details: tuple[Stage, DetailsView, Contribution]
) -> None:
    _stage, view, _paper = details
    view.edit.click()
    view.form.themes.set_terms(("Ethiek",))
    field = view.form.themes._edit
    qtbot.keyClicks(field, "ethiek,privacy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.form.themes.terms() == ("Ethiek", "privacy")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert view.form.themes._terms == ["Ethiek"]


def test_a_contribution_that_is_gone_is_said_to_be_gone(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    stage.session.go("details", contribution="no such id")
    stage.settle()
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    assert view._stack.currentIndex() == 1
