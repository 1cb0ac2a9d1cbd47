"""The papers that were open come back with the window: only the one in front is read, and what has gone is left out."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import ContributionId
from kennisbank.services.reading import ReadingService
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.models.kept_papers import KeptPaper, kept_tabs
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.start import StartView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def reader_of(stage: Stage, window: MainWindow | None = None) -> ReaderView:
    view = (window or stage.window).view("reader")
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    return view.reader


def opened(stage: Stage, count: int) -> list[ContributionId]:
    ids = [each.id for each in stage.session.kennisbank.catalogue.all()[:count]]
    for each in ids:
        stage.session.go("reader", contribution=each)
        pane = reader_of(stage).current_pane
        assert pane is not None
        stage.settle(lambda pane=pane: pane.document is not None)
    return ids


def begun_again(stage: Stage, qtbot: QtBot) -> MainWindow:
    """Return a second window on the same library and settings, as when the program starts."""
    window = MainWindow(stage.session)
    qtbot.addWidget(window)
    window.show()
    window._read_on()
    stage.settle()
    return window


def test_the_papers_come_back_and_only_the_one_in_front_is_read(
    qtbot: QtBot, make_stage: MakeStage, monkeypatch: object
) -> None:
    stage = make_stage("example", "tabs")
    ids = opened(stage, 3)
    reader_of(stage)._tabs.turn(-1)
    stage.settle()
    read: list[str] = []
    whole = ReadingService.open
    monkeypatch.setattr(ReadingService, "open", lambda self, *args: (read.append(args[0]), whole(self, *args))[1])  # type: ignore[attr-defined]
    window = begun_again(stage, qtbot)
    assert isinstance(window.current_view, ReadingView)
    reader = reader_of(stage, window)
    stage.settle(lambda: reader.current_pane is not None and reader.current_pane.document is not None)
    assert (reader.papers, reader.current) == (ids, ids[1])
    assert read == [ids[1]]
    reader._tabs.turn(1)
    stage.settle(lambda: len(read) == 2)
    assert read == [ids[1], ids[2]]


def test_what_has_gone_is_left_out_and_a_window_that_was_not_reading_begins_at_the_start(
    qtbot: QtBot, make_stage: MakeStage
) -> None:
    stage = make_stage("example", "tabs")
    ids = opened(stage, 2)
    kept = kept_tabs(stage.session.settings.open_papers)
    assert kept.is_reading
    stage.session.go("browse")
    assert not kept_tabs(stage.session.settings.open_papers).is_reading
    gone = replace(kept, papers=(KeptPaper(ContributionId("gone"), "Gone"), *kept.papers), front=0)
    stage.session.change_settings(open_papers=gone.written())
    reader = reader_of(stage, begun_again(stage, qtbot))
    assert (reader.papers, reader.current) == (ids, ids[0])
    stage.session.change_settings(open_papers=replace(kept, is_reading=False).written())
    window = begun_again(stage, qtbot)
    assert isinstance(window.current_view, StartView)
    again = reader_of(stage, window)
    stage.settle(lambda: again.papers == ids)
    stage.session.change_settings(open_papers=kept.written(), keep_papers=False)
    window = begun_again(stage, qtbot)
    assert isinstance(window.current_view, StartView)
    assert reader_of(stage, window).papers == []


def test_a_closed_paper_is_opened_again_by_key_and_what_was_read_is_listed(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example", "tabs")
    ids = opened(stage, 3)
    reader = reader_of(stage)
    qtbot.keyClick(reader, Qt.Key.Key_W, CTRL)
    qtbot.keyClick(reader, Qt.Key.Key_W, CTRL)
    assert reader.papers == ids[:1]
    qtbot.keyClick(reader, Qt.Key.Key_T, CTRL | SHIFT)
    assert reader.papers == ids[:2]
    reader.save_places()
    stage.settle()
    qtbot.keyClick(reader, Qt.Key.Key_E, CTRL)
    menu = reader._recent.recent_menu
    qtbot.waitUntil(menu.isVisible)
    rows = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert rows[0].startswith("Reopen: ")
    assert len(rows) == 3
    menu.close()
    menu.actions()[-1].trigger()
    assert reader.current in ids[:2]


def test_tabs_keep_place_zoom_and_selection_and_back_goes_from_paper_to_paper(make_stage: MakeStage) -> None:
    stage = make_stage("example", "tabs")
    ids = opened(stage, 3)
    reader = reader_of(stage)
    pane = reader.current_pane
    assert pane is not None
    pane.view.set_zoom(1.5)
    pane.view.verticalScrollBar().setValue(200)
    pane.select_all()
    before = (pane.view.zoom, pane.view.verticalScrollBar().value(), pane.view.selection)
    for expected in (ids[1], ids[0]):
        stage.window.back()
        assert reader.current == expected
    stage.window.forward()
    stage.window.forward()
    assert reader.current_pane is pane
    assert (pane.view.zoom, pane.view.verticalScrollBar().value(), pane.view.selection) == before
