"""Sharing in a real window: nothing is shared before one says so, and it can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.domain.audience import Audience
from kennisbank.domain.dossier import Dossier
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
from tests.ui.recipes.dossiers import open_lesson, view_of
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.sharing import log_in, open_anothers, share_panel


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    stage = make_stage("example")
    stage.window.resize(1280, 900)
    return stage


def kept(stage: Stage) -> Dossier:
    dossier = view_of(stage).page.dossier
    assert dossier is not None
    return stage.session.kennisbank.dossiers.get(dossier.id)


def test_a_dossier_is_shared_with_people_and_that_is_taken_back(qtbot: QtBot, stage: Stage) -> None:
    log_in(stage)
    view = open_lesson(stage)
    panel = share_panel(stage)
    assert QApplication.focusWidget() is panel.nobody
    panel.people.click()
    panel.addresses.setPlainText("bas")
    panel.share.click()
    stage.settle(lambda: not panel.error.isHidden())
    assert kept(stage).shared == Audience(), "what isn't an address is told, and nothing shared"
    panel.addresses.setPlainText("Bas@example.org, chris@example.org")
    panel.share.click()
    stage.settle(lambda: panel.isHidden() and view.is_settled)
    assert kept(stage).shared == Audience(people=("bas@example.org", "chris@example.org"))
    stage.settle(lambda: "Shared with 2 people" in view.page._count.text())
    toast = stage.window.findChild(Toast)
    next(each for each in toast.findChildren(Button) if each.text() == "Undo").click()
    stage.settle(lambda: kept(stage).shared == Audience())


def test_escape_shares_nothing_and_gives_the_keyboard_back(qtbot: QtBot, stage: Stage) -> None:
    log_in(stage)
    view = open_lesson(stage)
    panel = share_panel(stage)
    panel.everyone.setChecked(True)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert view.page.share.hasFocus()
    assert kept(stage).shared == Audience()


def test_who_is_not_logged_in_is_shown_the_way(stage: Stage) -> None:
    open_lesson(stage)
    panel = share_panel(stage)
    assert panel.to_account.isVisible()
    assert not panel.share.isVisible()


def test_what_somebody_else_shares_is_read_and_copied_and_not_typed_in(stage: Stage) -> None:
    lesson = open_anothers(stage)
    page = view_of(stage).page
    assert page.name.isReadOnly()
    assert not page.trash.isVisible()
    assert "Bas Jansen" in page._count.text()
    page.copy.click()
    view = view_of(stage)
    stage.settle(lambda: view.is_settled and page.dossier is not None and page.dossier.id != lesson)
    assert page.dossier is not None
    assert page.dossier.creator == ""
    assert not page.name.isReadOnly()
