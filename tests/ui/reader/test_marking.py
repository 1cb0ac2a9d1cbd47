"""Marking on the pages, as one does it with mouse and keyboard: on a real PDF, in a real library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.domain.document import Word
from kennisbank.domain.ids import PageNo
from kennisbank.ui.reader.selection import around
from kennisbank.ui.theme import LIGHT
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.conftest import FIRST, hash_of
from tests.ui.reader.marked_reader import MarkedReader, marked_reader

Keys = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, paper_file: Path, tmp_path: Path) -> Iterator[MarkedReader]:
    with marked_reader(qtbot, tasks, paper_file, tmp_path / "home") as made:
        yield made


def colours_at(desk: MarkedReader, text: str) -> set[str]:
    """Return the colours that stand on and just below a word."""
    at = desk.at(text)
    picture = desk.pane.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    return {
        picture.pixelColor(round((at.x() + dx) * ratio), round((at.y() + dy) * ratio)).name()
        for dx in range(-12, 12)
        for dy in range(-9, 22)
    }


def test_selected_text_is_marked_with_a_key_painted_and_there_after_reopening(desk: MarkedReader) -> None:
    desk.select_word("Heading")
    desk.key(Keys.Key_2)
    assert LIGHT.mark_2.name() in colours_at(desk, "Heading")
    assert LIGHT.mark_2_line.name() in colours_at(desk, "Heading")
    (kept,) = desk.kept()
    assert (kept.annotation.kind, kept.annotation.colour) == ("highlight", "green")
    assert kept.anchor is not None
    assert kept.anchor.quote is not None
    assert kept.anchor.quote.exact == "Heading"
    desk.reopen()
    assert LIGHT.mark_2.name() in colours_at(desk, "Heading")


def focus_in_note(desk: MarkedReader) -> QWidget:
    """Return the widget in which a note is being written."""
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() not in {None, desk.pane.view})
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_all_of_it_by_keyboard_alone(desk: MarkedReader) -> None:
    view = desk.pane.view
    view.setFocus()
    desk.key(Keys.Key_F7)
    desk.key(Keys.Key_Down)
    desk.key(Keys.Key_Right, CTRL | SHIFT)
    desk.key(Keys.Key_Right, CTRL | SHIFT)
    assert view.selection is not None
    desk.key(Keys.Key_1)
    desk.key(Keys.Key_N)
    note = focus_in_note(desk)
    desk.qtbot.keyClicks(note, "Mooi begin")
    desk.qtbot.keyClick(note, Keys.Key_Escape)  # to its card
    desk.qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)  # to its passage
    assert view.hasFocus()
    (kept,) = desk.kept()
    assert (kept.annotation.body, kept.annotation.colour) == ("Mooi begin", "yellow")
    desk.key(Keys.Key_Delete)
    assert desk.kept() == ()
    assert "Highlight" in desk.told.texts[-1] or "Yellow" in desk.told.texts[-1]
    desk.key(Keys.Key_Z, CTRL)
    assert [each.annotation.body for each in desk.kept()] == ["Mooi begin"]


def test_the_bar_stands_below_the_text_or_above_it_and_never_over_it(desk: MarkedReader) -> None:
    desk.select_word("Heading")
    bar = desk.marking.marks.bar
    word = desk.at("Heading")
    assert bar.isVisible()
    assert bar.geometry().top() > word.y()
    view = desk.pane.view
    view.set_zoom(1.5)
    words = view.words_on(0)
    assert words is not None
    last = next(each for each in reversed(words.words) if view.viewport().rect().contains(centre(desk, each)))
    view.select(around(0, words, last.start, "line"))
    assert bar.isVisible()
    assert bar.geometry().bottom() < centre(desk, last).y()
    desk.key(Keys.Key_Escape)
    assert not bar.isVisible()
    assert view.selection is not None
    desk.key(Keys.Key_Escape)
    assert view.selection is None


def centre(desk: MarkedReader, word: Word) -> QPoint:
    view = desk.pane.view
    page = view._layout.page(0)
    assert page is not None
    return view.to_view(page, word.box).center().toPoint()


def test_tab_leads_from_the_page_into_the_bar_and_esc_back(desk: MarkedReader) -> None:
    desk.pane.view.setFocus()
    desk.select_word("docent")
    desk.key(Keys.Key_Tab)
    bar = desk.marking.marks.bar
    assert QApplication.focusWidget() is bar.marks[0]
    desk.qtbot.keyClick(bar.marks[0], Keys.Key_Right)
    assert QApplication.focusWidget() is bar.marks[1]
    desk.qtbot.keyClick(bar.marks[1], Keys.Key_Escape)
    assert desk.pane.view.hasFocus()
    assert not bar.isVisible()
    assert desk.pane.view.selection is not None


def test_a_mark_that_is_clicked_takes_another_colour_from_the_bar(desk: MarkedReader) -> None:
    desk.select_word("docent")
    desk.key(Keys.Key_1)
    desk.key(Keys.Key_Escape)
    desk.key(Keys.Key_Escape)
    assert desk.annotations.current == ""
    desk.pane.view._since_press.stop()
    desk.qtbot.mouseClick(desk.pane.view.viewport(), LEFT, pos=desk.at("docent"))
    bar = desk.marking.marks.bar
    assert [each.isChecked() for each in bar.marks] == [True, False, False, False]
    bar.marks[3].click()
    (kept,) = desk.kept()
    assert kept.annotation.colour == "pink"


def test_what_is_anothers_is_shown_and_left_as_it_is(desk: MarkedReader) -> None:
    edit = desk.service.mark(FIRST, hash_of(FIRST), [Span(PageNo(1), 0, 7)], "highlight", colour="green")
    (made,) = edit.after
    assert made is not None
    desk.service.apply(AnnotationEdit((made,), (replace(made, is_read_only=True, creator="A. Reader"),)))
    desk.reopen()
    desk.key(Keys.Key_F4)
    assert desk.annotations.current == made.id
    desk.key(Keys.Key_1)
    desk.key(Keys.Key_Delete)
    (kept,) = desk.kept()
    assert kept.annotation.colour == "green"
    assert "not changed" in desk.told.texts[-1]


def test_f4_goes_from_annotation_to_annotation_in_reading_order(desk: MarkedReader) -> None:
    for page, start in ((2, 0), (1, 0), (3, 0)):
        desk.service.mark(FIRST, hash_of(FIRST), [Span(PageNo(page), start, 7)], "highlight", colour="blue")
    desk.reopen()
    seen = []
    for _ in range(4):
        desk.key(Keys.Key_F4)
        mark = desk.pane.view.marks.find(desk.annotations.current)
        seen.append(mark.index if mark is not None else None)
    assert seen == [0, 1, 2, 2]
    assert desk.pane.view.page_index == 2
    desk.key(Keys.Key_F4, SHIFT)
    assert desk.pane.view.page_index == 1


def test_a_bookmark_is_set_where_one_reads_and_taken_away_again(desk: MarkedReader) -> None:
    view = desk.pane.view
    view.go_to_page(1)
    desk.key(Keys.Key_D, CTRL)
    (kept,) = desk.kept()
    assert kept.anchor is not None
    assert (kept.annotation.kind, kept.anchor.page) == ("bookmark", 2)
    assert desk.marking.tools.bookmark.isChecked()
    view.go_to_page(2)
    assert not desk.marking.tools.bookmark.isChecked()
    view.go_to_page(1)
    desk.key(Keys.Key_D, CTRL)
    assert desk.kept() == ()
    assert desk.told.act is not None
    desk.told.act()
    assert len(desk.kept()) == 1


def test_an_area_is_framed_with_the_keys_alone(desk: MarkedReader) -> None:
    desk.key(Keys.Key_A)
    frame = desk.marking.frame
    assert frame.is_on
    before = frame.box
    desk.key(Keys.Key_Right)
    desk.key(Keys.Key_Down, SHIFT)
    after = frame.box
    assert (after.x0 - before.x0, after.y1 - before.y1) == pytest.approx((10, 10))
    for _ in range(200):
        desk.key(Keys.Key_Up)
    assert frame.box.y0 == 0
    desk.key(Keys.Key_Return)
    (kept,) = desk.kept()
    assert kept.anchor is not None
    assert kept.annotation.kind == "area"
    assert kept.anchor.pieces[0].boxes[0].y0 == 0
    desk.key(Keys.Key_A)
    desk.key(Keys.Key_Escape)
    assert not frame.is_on
    assert len(desk.kept()) == 1


def test_an_area_is_dragged_with_the_mouse(desk: MarkedReader) -> None:
    viewport = desk.pane.view.viewport()
    desk.marking.tools.area.click()
    start, end = QPoint(300, 300), QPoint(420, 380)
    desk.qtbot.mousePress(viewport, LEFT, pos=start)
    desk.qtbot.mouseMove(viewport, end)
    desk.qtbot.mouseRelease(viewport, LEFT, pos=end)
    (kept,) = desk.kept()
    assert kept.anchor is not None
    (box,) = kept.anchor.pieces[0].boxes
    scale = desk.pane.view.scale
    assert ((box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale) == pytest.approx((120, 80), abs=1)
    assert desk.pane.view.selection is None
    assert not desk.marking.tools.area.isChecked()


def test_the_menu_offers_what_fits_the_place(desk: MarkedReader) -> None:
    assert words_of(desk) == ["Bookmark here", "Mark an area", "Note on the whole contribution"]
    desk.select_word("Heading")
    assert words_of(desk)[:5] == ["Yellow", "Green", "Blue", "Pink", "Underline"]
    desk.key(Keys.Key_U)
    assert "Delete" in words_of(desk)
    (kept,) = desk.kept()
    assert kept.annotation.kind == "underline"


def words_of(desk: MarkedReader) -> list[str]:
    menu = desk.marking.menu()
    words = [line.text().split("\t")[0] for line in menu.actions() if line.text()]
    menu.deleteLater()
    return words


def test_how_marks_are_painted_is_worked_out_once_until_they_change(desk: MarkedReader) -> None:
    desk.select_word("docent")
    desk.key(Keys.Key_1)
    desk.settle()
    view = desk.pane.view
    before = view._batch(0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 20)
    assert view._batch(0) is before
    desk.key(Keys.Key_2)
    desk.settle()
    green = view._batch(0)
    assert green is not before
    view.set_zoom(2.0)
    assert view._batch(0) is not green
