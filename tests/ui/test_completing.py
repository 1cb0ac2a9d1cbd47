"""The search field shows how the word that is being typed may go on, in the words of the library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.ui.frame.top_bar import TopBar
from kennisbank.ui.widgets.completing_edit import CompletingEdit
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    return make_stage("example")


def typed(qtbot: QtBot, stage: Stage, text: str) -> CompletingEdit:
    edit = stage.window.findChild(TopBar).findChild(CompletingEdit)
    assert isinstance(edit, CompletingEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, text)
    return edit


def test_the_right_arrow_takes_what_is_offered(qtbot: QtBot, stage: Stage) -> None:
    edit = typed(qtbot, stage, "leren progr")
    stage.settle(lambda: bool(edit.rest))
    whole = "leren progr" + edit.rest
    assert edit.accessibleDescription().endswith(whole)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.text() == whole
    assert not edit.rest


def test_nothing_is_offered_within_a_text(qtbot: QtBot, stage: Stage) -> None:
    edit = typed(qtbot, stage, "progr")
    stage.settle(lambda: bool(edit.rest))
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    assert not edit.rest
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert (edit.text(), edit.cursorPosition()) == ("progr", 1)


def test_ctrl_space_lists_the_ways_to_go_on(qtbot: QtBot, stage: Stage) -> None:
    edit = typed(qtbot, stage, "pro")
    stage.settle(lambda: bool(edit.rest))
    qtbot.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.text().startswith("pro")
    assert len(edit.text()) > len("pro")


def test_an_offer_for_other_words_is_dropped(qtbot: QtBot, stage: Stage) -> None:
    edit = typed(qtbot, stage, "zz")
    edit.offer("progr", ["programmeren"])
    assert not edit.rest
