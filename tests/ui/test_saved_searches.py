"""Saving a search, finding it on the start page, and hearing what is new in it: in a real window."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kennisbank.domain.results import SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.ui.controllers.search_saved import SavedSearches
from kennisbank.ui.models.search_answer import Asked
from kennisbank.ui.views.result_list import ResultList
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.search_head import SearchHead
from kennisbank.ui.views.search_name import NameLine
from kennisbank.ui.views.search_notices import SearchNotices
from kennisbank.ui.views.search_save import SaveLine
from kennisbank.ui.views.search_saved import SavedLine, SavedSection
from kennisbank.ui.views.start import StartView
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.toast import Toast
from tests.pdfs import simple_pdf
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.search import search


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    stage = make_stage("example")
    stage.window.resize(1440, 900)
    return stage


def searches_of(stage: Stage) -> SavedSearches:
    return SavedSearches.of(stage.session)


def names(stage: Stage) -> list[str]:
    return [row.saved.name for row in searches_of(stage).rows]


def keep(stage: Stage, name: str, query: str) -> None:
    kept = stage.session.kennisbank.saved_searches.add(name, SearchRequest(query))
    stage.session.changed_by(kept.changes)
    stage.settle(lambda: name in names(stage))


def bring_in(stage: Stage, folder: Path, text: str) -> None:
    simple_pdf(folder / "nieuw.pdf", [f"Een nieuwe bijdrage\n\n{text}"])
    kennisbank = stage.session.kennisbank
    kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
    kennisbank.searching.catch_up()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def lines(stage: Stage) -> list[SavedLine]:
    view = stage.window.view("start")
    return cast("SavedSection", view.findChild(SavedSection)).lines


def start_of(stage: Stage) -> StartView:
    stage.session.go("start")
    view = stage.window.view("start")
    assert isinstance(view, StartView)
    stage.settle(lambda: view.is_filled)
    return view


def is_marked_saved(view: SearchView) -> bool:
    buttons = view.findChild(SearchHead).findChildren(IconButton)
    return next(each.isChecked() for each in buttons if "ave" in each.accessibleName())


def test_a_search_is_saved_with_the_keyboard_alone(qtbot: QtBot, stage: Stage) -> None:
    view = search(stage, "netwerk", filters={"language": frozenset({"nl"})}, order="newest")
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text() == "netwerk  •  language Dutch"
    qtbot.keyClicks(field, "Netwerken")
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: names(stage) == ["Netwerken"])
    saved = searches_of(stage).matching(Asked("netwerk", {"language": frozenset({"nl"})}, "newest"))
    assert saved is not None
    assert is_marked_saved(view)
    assert not view.findChild(SaveLine).isVisible()
    assert view.findChild(ResultList).hasFocus()


def test_another_question_is_not_saved_yet(stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    assert is_marked_saved(search(stage, "netwerk"))
    assert not is_marked_saved(search(stage, "netwerk", is_strict=True))


def test_a_name_in_use_is_refused_beside_the_field(qtbot: QtBot, stage: Stage) -> None:
    keep(stage, "Netwerken", "samenleving")
    view = search(stage, "netwerk")
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "netwerken")
    press(qtbot, Qt.Key.Key_Return)
    field = view.findChild(SaveLine).findChild(NameLine).field
    stage.settle(lambda: bool(field.accessibleDescription()))
    assert "in use" in field.accessibleDescription()
    press(qtbot, Qt.Key.Key_Escape)
    assert names(stage) == ["Netwerken"]


def test_a_saved_search_is_renamed_and_let_go_where_it_was_asked(qtbot: QtBot, stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    view = search(stage, "netwerk")
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Webben")
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: names(stage) == ["Webben"])
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    buttons = view.findChild(SaveLine).findChildren(Button)
    next(each for each in buttons if each.text() == "No longer save").click()
    stage.settle(lambda: names(stage) == [])
    assert not is_marked_saved(view)


def test_the_start_page_tells_what_is_new_and_opening_it_shows_and_ends_that(stage: Stage, tmp_path: Path) -> None:
    keep(stage, "Wilgen", "knotwilgen")
    keep(stage, "Eiken", "eikenprocessierups")
    start_of(stage)
    bring_in(stage, tmp_path / "more", "De knotwilgen staan langs de sloot.")
    stage.session.tasks.long(stage.session, "", lambda _ctx: None)
    stage.settle(lambda: any(row.new for row in searches_of(stage).rows))
    eiken, wilgen = lines(stage)
    assert "1 new" in wilgen.main.accessibleName()
    assert "new" not in eiken.main.accessibleName()
    wilgen.main.click()
    view = stage.window.current_view
    assert isinstance(view, SearchView)
    stage.settle(lambda: view.is_settled and bool(view.controller.answer))
    assert [row.is_new for row in view.controller.answer.rows] == [True]
    stage.settle(lambda: not any(row.new for row in searches_of(stage).rows))
    stage.session.go("start")
    stage.window.back()
    stage.settle(lambda: view.is_settled)
    assert view.controller.answer.rows[0].is_new  # one came back to the same answer


def test_what_is_new_can_be_shown_alone_and_all_again(stage: Stage, tmp_path: Path) -> None:
    keep(stage, "Netwerk", "netwerk")
    bring_in(stage, tmp_path / "more", "Een netwerk van knotwilgen.")
    searches_of(stage).open(searches_of(stage).rows[0].saved)
    view = cast("SearchView", stage.window.current_view)
    stage.settle(lambda: view.is_settled and bool(view.controller.answer))
    everything = len(view.controller.answer.rows)
    (notice,) = (each for each in view.findChild(SearchNotices).said if each.kind == "new")
    view.findChild(SearchNotices).instead.emit(notice.instead)
    stage.settle(lambda: view.is_settled)
    (row,) = view.controller.answer.rows
    assert row.is_new
    assert not view.controller.answer.has_more
    next(chip for chip in view.findChildren(Chip) if chip.isVisible()).click()
    stage.settle(lambda: view.is_settled)
    assert len(view.controller.answer.rows) == everything > 1


def test_typing_over_a_saved_search_ends_what_was_new(qtbot: QtBot, stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    searches_of(stage).open(searches_of(stage).rows[0].saved)
    view = cast("SearchView", stage.window.current_view)
    stage.settle(lambda: view.is_settled)
    assert view.controller.asked.since is not None
    view.show_state({**view.state(), "query": "netwerken"})
    assert view.controller.asked.since is None


def test_a_row_is_renamed_in_place(qtbot: QtBot, stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    keep(stage, "Robots", "robot")
    start_of(stage)
    lines(stage)[0].main.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "robots")
    press(qtbot, Qt.Key.Key_Return)
    field = cast("QLineEdit", QApplication.focusWidget())
    stage.settle(lambda: bool(field.accessibleDescription()))
    qtbot.keyClicks(field, " en zo")
    press(qtbot, Qt.Key.Key_Return)
    stage.settle(lambda: names(stage) == ["Robots", "robots en zo"])
    stage.settle(lambda: len(lines(stage)) == 2 and not any(line.is_renaming for line in lines(stage)))


def test_renaming_is_not_broken_off_by_news(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    keep(stage, "Wilgen", "knotwilgen")
    start_of(stage)
    (line,) = lines(stage)
    line.begin()
    qtbot.keyClicks(QApplication.focusWidget(), "Bo")
    bring_in(stage, tmp_path / "more", "De knotwilgen staan langs de sloot.")
    stage.session.tasks.long(stage.session, "", lambda _ctx: None)
    stage.settle(lambda: any(row.new for row in searches_of(stage).rows))
    assert line.is_renaming
    press(qtbot, Qt.Key.Key_Escape)
    (line,) = lines(stage)
    assert "1 new" in line.main.accessibleName()


def test_letting_go_is_undone(qtbot: QtBot, stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    keep(stage, "Robots", "robot")
    start_of(stage)
    lines(stage)[0].main.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    stage.settle(lambda: names(stage) == ["Robots"])
    assert lines(stage)[0].main.hasFocus()
    toast = stage.window.findChild(Toast)
    next(each for each in toast.findChildren(Button) if each.text() == "Undo").click()
    stage.settle(lambda: names(stage) == ["Netwerken", "Robots"])


def test_many_are_folded(stage: Stage) -> None:
    for number in range(8):
        keep(stage, f"Vraag {number}", f"netwerk {number}")
    start_of(stage)
    assert len(lines(stage)) == 6
    section = stage.window.view("start").findChild(SavedSection)
    section.more_asked.emit()
    assert len(lines(stage)) == 8


def test_the_search_view_begins_with_them(stage: Stage) -> None:
    keep(stage, "Netwerken", "netwerk")
    stage.session.go("search")
    view = cast("SearchView", stage.window.current_view)
    view.focus_first()
    section = view.findChild(SavedSection)
    assert section.lines[0].main.hasFocus()
    section.lines[0].main.click()
    stage.settle(lambda: view.is_settled)
    assert view.controller.asked.query == "netwerk"
