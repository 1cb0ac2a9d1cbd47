"""Dossiers in a real window: collected, typed in place, ordered, taken back, exported; by mouse and by keyboard alone."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.dossier import Dossier
from kennisbank.domain.ids import DossierId, PageNo
from kennisbank.ui.controllers.collecting import Collectable, Collecting
from kennisbank.ui.controllers.drafting import SAVE_AFTER_MS
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.dossiers import DossiersView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.dossier_card import MIME, DossierCard
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
from tests.ui.recipes.dossiers import open_lesson, paper, view_of
from tests.ui.recipes.recipe import Stage

ALT, CTRL, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Alt", "Control", "Shift"))


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    stage = make_stage("example")
    stage.window.resize(1280, 900)
    return stage


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def rest(stage: Stage) -> DossiersView:
    view = view_of(stage)
    stage.settle(lambda: view.is_settled)
    return view


def kept(stage: Stage, view: DossiersView) -> Dossier:
    """Return what the library holds of the dossier that is shown."""
    assert view.page.dossier is not None
    return stage.session.kennisbank.dossiers.get(view.page.dossier.id)


def cards(view: DossiersView) -> tuple[DossierCard, ...]:
    return view.page.cards.cards


def titles(view: DossiersView) -> list[str]:
    return [card.accessibleName().split(". ")[1][:12] for card in cards(view)]


def ids(view: DossiersView) -> list[str]:
    return [card.line.item.id for card in cards(view)]


def undo_in_toast(window: MainWindow) -> None:
    toast = window.findChild(Toast)
    next(each for each in toast.findChildren(Button) if each.text() == "Undo").click()


def test_a_dossier_is_made_named_and_remarked_on_by_keyboard_alone(qtbot: QtBot, stage: Stage) -> None:
    stage.session.go("dossiers")
    view = rest(stage)
    view.focus_first()
    assert QApplication.focusWidget().text() == "New dossier"  # type: ignore[attr-defined]
    press(qtbot, Qt.Key.Key_Space)
    stage.settle(lambda: view.is_settled and view.page.name.hasFocus())
    qtbot.keyClicks(QApplication.focusWidget(), "Les 1")
    press(qtbot, Qt.Key.Key_Return)
    assert view.page.remark.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "voor 5 havo")
    press(qtbot, Qt.Key.Key_Tab)
    rest(stage)
    assert (kept(stage, view).name, kept(stage, view).remark) == ("Les 1", "voor 5 havo")
    assert view.model.data(view.model.index(0)) == "Les 1"
    press(qtbot, Qt.Key.Key_Z, CTRL)
    rest(stage)
    assert (kept(stage, view).name, kept(stage, view).remark) == ("Les 1", "")
    assert view.page.remark.text() == ""


def test_what_is_typed_is_saved_while_typing_and_is_one_act(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    card = cards(view)[0]
    view.page.cards.go_to(card.line.item.id)
    press(qtbot, Qt.Key.Key_F2)
    assert card.remark.hasFocus()
    for words in ("eerst ", "dit ", "lezen"):
        qtbot.keyClicks(card.remark, words)
        stage.settle(lambda: not card.draft.is_dirty and view.is_settled, SAVE_AFTER_MS * 20)
    assert kept(stage, view).items[0].remark == "eerst dit lezen"
    assert card.remark.toPlainText() == "eerst dit lezen"
    press(qtbot, Qt.Key.Key_Escape)
    assert card.hasFocus()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    rest(stage)
    assert kept(stage, view).items[0].remark == card.remark.toPlainText() == ""
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    rest(stage)
    assert kept(stage, view).items[0].remark == card.remark.toPlainText() == "eerst dit lezen"


def test_typing_is_not_lost_when_another_dossier_is_chosen(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    first, dossier = cards(view)[0], kept(stage, view).id
    first.remark.setFocus()
    qtbot.keyClicks(first.remark, "halverwege")
    view.list.go_to(0)
    stage.settle(lambda: view.is_settled and view.page.dossier is not None and view.page.dossier.id != dossier)
    assert stage.session.kennisbank.dossiers.get(dossier).items[0].remark == "halverwege"
    assert all(not card.remark.toPlainText() for card in cards(view))


def test_lines_are_put_in_order_by_keyboard_however_fast(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    before = ids(view)
    view.page.cards.go_to(before[0])
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down, ALT)
    assert ids(view) == [*before[1:4], before[0], before[4]]
    rest(stage)
    assert [each.id for each in kept(stage, view).items] == ids(view)
    assert cards(view)[3].hasFocus()
    press(qtbot, Qt.Key.Key_Up)
    assert cards(view)[2].hasFocus()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Up, ALT)  # it stands first already
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Z, CTRL)
    rest(stage)
    assert ids(view) == before


def test_a_line_is_dragged_to_another_place(stage: Stage) -> None:
    view = open_lesson(stage)
    before, column = ids(view), view.page.cards
    data = QMimeData()
    data.setData(MIME, before[4].encode())
    at = QPointF(20, cards(view)[1].geometry().top() - 2)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    column.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, buttons, keys))
    rest(stage)
    assert [each.id for each in kept(stage, view).items] == [before[0], before[4], *before[1:4]]


def test_a_line_that_is_taken_out_is_put_back_where_it_stood(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    before = ids(view)
    view.page.cards.go_to(before[1])
    press(qtbot, Qt.Key.Key_Delete)
    rest(stage)
    assert ids(view) == [before[0], *before[2:]]
    assert cards(view)[1].hasFocus()
    undo_in_toast(stage.window)
    rest(stage)
    assert ids(view) == before == [each.id for each in kept(stage, view).items]


def test_enter_opens_the_paper_at_the_passage(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    line = cards(view)[2].line
    assert line.anchor is not None
    view.page.cards.go_to(line.item.id)
    press(qtbot, Qt.Key.Key_Return)
    reader = stage.window.current_view
    assert isinstance(reader, ReadingView)
    stage.settle(lambda: reader.reader is not None and reader.reader.current == line.item.contribution)
    assert reader.reader is not None
    pane = reader.reader.current_pane
    stage.settle(lambda: pane is not None and pane.walk.count == len(line.anchor.pieces) and pane.walk.current == 0)
    stage.window.back()
    rest(stage)
    stage.settle(lambda: view.page.cards.current == line.item.id)


def test_a_line_whose_paper_has_gone_says_so_and_cannot_be_opened(stage: Stage) -> None:
    last = cards(open_lesson(stage))[-1]
    assert "no longer in the library" in last.accessibleName()
    assert "Vragen of dit nog terugkomt." in last.accessibleName()
    assert not last.open.isEnabled()


def test_a_dossier_goes_to_the_trash_and_comes_back(stage: Stage) -> None:
    view = open_lesson(stage)
    lesson = kept(stage, view).id
    view.page.trash.click()
    rest(stage)
    assert view.page.dossier is not None
    assert view.page.dossier.id != lesson
    view.trash.click()
    rest(stage)
    view.list.go_to(view.model.row_of(lesson))
    stage.settle(lambda: view.is_settled and view.page.dossier is not None and view.page.dossier.id == lesson)
    assert view.page.name.isReadOnly()
    assert not cards(view)[0].remove.isVisible()
    view.page.restore.click()
    rest(stage)
    assert kept(stage, view).id != lesson
    assert stage.session.kennisbank.dossiers.get(lesson).trashed is None


def test_a_paper_is_collected_from_its_details_with_a_key_and_that_is_undone(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    lesson, paper_id = kept(stage, view).id, paper(stage, "parsons").id
    stage.session.go("details", contribution=paper_id)
    details = stage.window.view("details")
    assert isinstance(details, DetailsView)
    stage.settle(lambda: bool(details.title()))
    details.focus_first()
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    menu = details.collect.menu_of_dossiers
    assert [each.text() for each in menu.actions()] == ["New dossier", "Leesclub voorjaar", "Les 4: datacentra"]
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    dossiers = stage.session.kennisbank.dossiers
    stage.settle(lambda: dossiers.get(lesson).items[-1].contribution == paper_id)
    undo_in_toast(stage.window)
    stage.settle(lambda: len(dossiers.get(lesson).items) == 5)


def test_a_passage_goes_in_a_new_dossier_that_is_named_next(qtbot: QtBot, stage: Stage) -> None:
    each = paper(stage, "parsons")
    file = each.current_files[0].hash
    word = stage.session.kennisbank.reading.page_text(file, PageNo(1)).words()[5]
    what = Collectable((each.id,), file, ((PageNo(1), word.start, word.end),), remark="kijk")
    Collecting.of(stage.session).collect(what, None)
    toast = stage.window.findChild(Toast)
    stage.settle(lambda: bool(toast.text))
    next(button for button in toast.findChildren(Button) if button.text() == "Name it").click()
    view = view_of(stage)
    stage.settle(lambda: view.is_settled and view.page.name.hasFocus())
    qtbot.keyClicks(QApplication.focusWidget(), "Parsons")
    press(qtbot, Qt.Key.Key_Return)
    rest(stage)
    dossier = kept(stage, view)
    assert dossier.name == "Parsons"
    assert dossier.items[0].anchor is not None
    assert dossier.items[0].remark == "kijk"


def test_the_licence_check_comes_before_the_export(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    stage.session.kennisbank.catalogue.edit(paper(stage, "canteen").id, {"licence": "Alle rechten voorbehouden"})
    view = open_lesson(stage)
    view.page.cards.go_to(ids(view)[0])
    press(qtbot, Qt.Key.Key_E, CTRL)
    stage.settle(lambda: view.export.packing.is_settled)
    assert view.export.isVisible()
    assert view.export.outcome.startswith("The files of 1 paper")
    view.export.files.setCurrentIndex(2)
    stage.settle(lambda: view.export.packing.is_settled and "left out" not in view.export.outcome)
    view.export.files.setCurrentIndex(0)
    view.export.form.setCurrentIndex(1)
    view.export.export_to(tmp_path / "les.zip")
    stage.settle(lambda: view.export.packing.is_settled and not view.export.isVisible())
    with zipfile.ZipFile(tmp_path / "les.zip") as pack:
        assert sum(name.startswith("files/") for name in pack.namelist()) == 1
        assert any("Les 4" in name for name in pack.namelist())


def test_a_change_made_elsewhere_does_not_disturb_what_is_being_typed(qtbot: QtBot, stage: Stage) -> None:
    view = open_lesson(stage)
    card = cards(view)[0]
    card.remark.setFocus()
    qtbot.keyClicks(card.remark, "hier")
    dossier = DossierId(kept(stage, view).id)
    stage.session.kennisbank.dossiers.rename(dossier, "Anders")
    stage.session.changed_by(ChangeSet((Change("dossier", dossier, "updated"),)))
    stage.settle(lambda: view.is_settled and view.page.name.text() == "Anders")
    assert card.remark.toPlainText() == "hier"
    assert card.remark.hasFocus()
    assert card.mapTo(view, QPoint(0, 0)).y() > 0
