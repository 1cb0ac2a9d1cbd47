"""The frame around the views: its keys, its history, its words and what its status line says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.errors import StorageError
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.navigation import Place
from kennisbank.ui.frame.rail import Rail
from kennisbank.ui.frame.status_line import StatusLine
from kennisbank.ui.frame.top_bar import TopBar
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.look import px, theme
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


def words(area: QWidget) -> str:
    return " | ".join(text.text() for text in area.findChildren(Text) if not text.isHidden())


def press(
    qtbot: QtBot, stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or stage.window, key, modifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_K])
def test_two_keys_lead_to_the_search_field(qtbot: QtBot, stage: Stage, key: Qt.Key) -> None:
    press(qtbot, stage, key, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_f6_goes_round_the_panes_and_shift_f6_back(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage(name="gallery")
    stage.window.go(Place("gallery"))
    stage.settle()
    window = stage.window
    areas = [
        window.findChild(Rail),
        window.findChild(TopBar),
        *window.current_view.panes(),
        window.findChild(StatusLine),
    ]

    def where() -> int:
        return next(n for n, area in enumerate(areas) if area.isAncestorOf(QApplication.focusWidget()))

    start = where()
    seen = []
    for _ in areas:
        press(qtbot, stage, Qt.Key.Key_F6)
        seen.append(where())
    assert sorted(seen) == list(range(len(areas)))
    assert seen[-1] == start
    press(qtbot, stage, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert where() == seen[-2]


def test_back_and_forward_lead_through_the_places(qtbot: QtBot, stage: Stage) -> None:
    press(qtbot, stage, Qt.Key.Key_F1)
    assert stage.window.current_view is stage.window.view("help")
    press(qtbot, stage, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage.window.current_view is stage.window.view("start")
    press(qtbot, stage, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage.window.current_view is stage.window.view("help")


def test_going_where_one_is_makes_no_step(stage: Stage) -> None:
    stage.window.go(Place("start"))
    assert not stage.window.history.has_back


def test_control_and_a_digit_choose_from_the_rail(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage(name="gallery")
    buttons = stage.window.findChild(Rail).shown
    for place, button in enumerate(buttons[:9], 1):
        press(qtbot, stage, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.ControlModifier)
        assert button.isChecked()


def test_arrows_move_in_the_rail_and_enter_chooses(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage(name="gallery")
    buttons = stage.window.findChild(Rail).shown
    buttons[-1].setFocus()
    press(qtbot, stage, Qt.Key.Key_Down)
    assert buttons[0].hasFocus()
    press(qtbot, stage, Qt.Key.Key_Up)
    assert buttons[-1].hasFocus()
    press(qtbot, stage, Qt.Key.Key_Return)
    assert buttons[-1].isChecked()


def test_every_word_of_the_frame_follows_the_language(stage: Stage, languages: LanguageSwitch) -> None:
    before = words(stage.window)
    languages.choose("nl")
    QApplication.sendPostedEvents()
    after = words(stage.window)
    assert "De bibliotheek is leeg" in after
    assert "The library is empty" in before
    assert "The library is empty" not in after
    assert stage.window.findChild(Rail).accessibleName() == "Pagina's"


def test_numbers_are_written_as_the_language_writes_them(make_stage: MakeStage, languages: LanguageSwitch) -> None:
    languages.choose("nl")
    stage = make_stage(contributions=1512)
    assert "1.512 bijdragen op deze computer" in words(stage.window.findChild(StatusLine))
    languages.choose("en")
    QApplication.sendPostedEvents()
    assert "1,512 contributions on this computer" in words(stage.window.findChild(StatusLine))


def test_theme_and_text_size_change_while_running(stage: Stage, look: Appearance) -> None:
    height = stage.window.findChild(StatusLine).height()
    look.choose("dark", 200)
    QApplication.sendPostedEvents()
    assert stage.window.findChild(StatusLine).height() == 2 * height == px(32)
    assert stage.window.palette().window().color() == theme().window
    picture = stage.window.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2) == theme().window


def test_a_library_that_is_behind_is_caught_up_by_itself(make_stage: MakeStage) -> None:
    stage = make_stage(contributions=3, lacking=2)
    stage.settle(lambda: "Everything here can be searched" in words(stage.window.findChild(StatusLine)))
    assert stage.session.kennisbank.searching.catch_ups == 1


def test_the_count_follows_what_is_written(make_stage: MakeStage) -> None:
    stage = make_stage(contributions=3)
    stage.session.kennisbank.catalogue.contributions = 1
    stage.session.changed_by(ChangeSet((Change("contribution", "1", "removed"),)))
    stage.settle()
    assert "1 contribution on this computer" in words(stage.window.findChild(StatusLine))


def test_a_library_that_can_not_be_opened_is_told_with_a_way_to_try_again(make_stage: MakeStage) -> None:
    stage = make_stage(error=StorageError(Path("/full"), "no space"))
    toast = stage.window.findChild(Toast)
    assert "What was saved is safe" in toast.text
    assert "can't be used" in words(stage.window.findChild(StatusLine))


def test_a_notice_offers_undo_and_calls_it(qtbot: QtBot, stage: Stage) -> None:
    undone = []
    stage.session.tell("The batch was removed.", "Undo", lambda: undone.append(1))
    toast = stage.window.findChild(Toast)
    assert toast.text == "The batch was removed."
    qtbot.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert toast.text == ""


def test_what_is_dropped_on_the_window_is_to_be_imported(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/")])
    event = QDropEvent(
        QPointF(QPoint(300, 300)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(stage.session.import_requested) as asked:
        stage.window.dropEvent(event)
    assert asked.args == [(tmp_path,)]
