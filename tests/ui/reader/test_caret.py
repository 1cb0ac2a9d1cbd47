"""The caret: letter by letter, word by word, line by line, over columns and pages, and from right to left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.ui.reader.caret_places import CaretPlaces
from kennisbank.ui.reader.selection import TextPoint
from kennisbank.ui.workers import TaskRunner
from tests.mark_papers import hebrew_paper
from tests.ui.reader.conftest import drawn
from tests.ui.reader.made_pages import some_words
from tests.ui.reader.marked_reader import MarkedReader, marked_reader

Keys = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = st.lists(st.text("ab é\u0301ש", min_size=1).filter(str.strip), min_size=1, max_size=4).map("\n".join)


@pytest.fixture(autouse=True)
def steady(qapp: QApplication) -> Iterator[None]:
    """Keep the caret from blinking."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, paper_file: Path, tmp_path: Path) -> Iterator[MarkedReader]:
    with marked_reader(qtbot, tasks, paper_file, tmp_path / "home") as made:
        made.pane.view.setFocus()
        yield made


@given(TEXT)
def test_one_comes_to_every_place_and_back_the_same_way(text: str) -> None:
    places = CaretPlaces(some_words(text))
    at = places.start
    assert at is not None
    there = [at]
    while (further := places.next(there[-1], 1)) is not None:
        there.append(further)
    assert there == sorted(set(there))
    assert there[-1] == places.end
    back = [there[-1]]
    while (further := places.next(back[-1], -1)) is not None:
        back.append(further)
    assert back[::-1] == there
    assert all(places.nearest(each) == each for each in there)
    assert all(places.box(each) is not None for each in there)


def test_an_accent_of_its_own_is_no_place_to_stand() -> None:
    places = CaretPlaces(some_words("cafe\u0301 nu"))
    assert places.next(3, 1) == 5
    assert places.next(5, -1) == 3


def test_up_and_down_keep_to_the_column_one_came_from() -> None:
    places = CaretPlaces(some_words("abed abed abed\nab\nabed abed abed"))
    start = len("abed abed ab")
    box = places.box(start)
    assert box is not None
    below = places.across(start, 1, box.x0)
    assert below == len("abed abed abed\nab")
    assert places.across(below, 1, box.x0) == len("abed abed abed\nab\nabed abed ab")


def test_a_word_written_from_right_to_left_begins_at_its_right() -> None:
    places = CaretPlaces(some_words("שלום"))
    first, last = places.box(0), places.box(4)
    assert first is not None
    assert last is not None
    assert first.x0 > last.x0
    assert places.at_x(0, first.x0) == 0


def point(desk: MarkedReader) -> TextPoint:
    at = desk.marking.caret.point
    assert at is not None
    return at


def line_at(desk: MarkedReader) -> str:
    words = desk.pane.view.words_on(point(desk).index)
    assert words is not None
    start, end = words.line_span(point(desk).offset)
    return words.text[start:end]


def test_f7_puts_a_caret_in_the_first_line_that_shows_and_takes_it_away(desk: MarkedReader) -> None:
    desk.key(Keys.Key_F7)
    assert line_at(desk) == "Heading 1"
    assert desk.marking.tools.caret.isChecked()
    rect = desk.marking.caret.rect
    assert rect is not None
    with_caret = desk.pane.view.viewport().grab(rect.toAlignedRect()).toImage()
    desk.key(Keys.Key_F7)
    assert desk.pane.view.viewport().grab(rect.toAlignedRect()).toImage() != with_caret


def test_the_keys_move_the_caret_by_letter_word_line_and_paper(desk: MarkedReader) -> None:
    desk.key(Keys.Key_F7)
    desk.key(Keys.Key_Right)
    assert point(desk) == TextPoint(0, 1)
    desk.key(Keys.Key_Right, CTRL)
    assert point(desk) == TextPoint(0, len("Heading "))
    desk.key(Keys.Key_End)
    assert point(desk) == TextPoint(0, len("Heading 1"))
    desk.key(Keys.Key_Down)
    assert line_at(desk).startswith("Line 1 ")
    desk.key(Keys.Key_End, CTRL)
    desk.qtbot.waitUntil(lambda: point(desk).index == 3)
    assert line_at(desk).startswith("Line 39 ")
    desk.key(Keys.Key_Home, CTRL)
    desk.qtbot.waitUntil(lambda: point(desk) == TextPoint(0, 0))


def test_page_down_keeps_the_caret_where_it_is_in_the_window(desk: MarkedReader) -> None:
    desk.key(Keys.Key_F7)
    desk.key(Keys.Key_Down)
    before = desk.marking.caret.rect
    desk.key(Keys.Key_PageDown)
    after = desk.marking.caret.rect
    assert before is not None
    assert after is not None
    assert desk.pane.view.verticalScrollBar().value() > 0
    assert abs(after.center().y() - before.center().y()) < 40


def test_the_caret_goes_over_to_the_next_page_and_selects_across(desk: MarkedReader) -> None:
    desk.key(Keys.Key_F7)
    for _ in range(40):
        desk.key(Keys.Key_Down, SHIFT)
    desk.qtbot.waitUntil(lambda: point(desk).index == 1)
    desk.key(Keys.Key_End, SHIFT)
    selection = desk.pane.view.selection
    assert selection is not None
    assert (selection.start, selection.end.index) == (TextPoint(0, 0), 1)
    desk.key(Keys.Key_2)
    (kept,) = desk.kept()
    assert kept.anchor is not None
    assert [piece.page for piece in kept.anchor.pieces] == [1, 2]


def test_enter_follows_a_link_and_goes_to_a_mark(desk: MarkedReader) -> None:
    desk.select_word("docent")
    desk.key(Keys.Key_1)
    desk.key(Keys.Key_Escape)
    desk.key(Keys.Key_Escape)
    desk.key(Keys.Key_F7)
    desk.key(Keys.Key_Home, CTRL)
    for _ in range(6):
        desk.key(Keys.Key_Right, CTRL)
    with desk.qtbot.waitSignal(desk.pane.view.link_activated):
        desk.key(Keys.Key_Home, CTRL)
        desk.key(Keys.Key_Return)


def test_from_right_to_left_the_left_key_goes_on(qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> None:
    with marked_reader(qtbot, tasks, hebrew_paper(tmp_path / "he.pdf"), tmp_path / "home") as desk:
        assert drawn(desk.pane)
        desk.pane.view.setFocus()
        desk.key(Keys.Key_F7)
        before = desk.marking.caret.rect
        desk.key(Keys.Key_Left)
        after = desk.marking.caret.rect
        assert before is not None
        assert after is not None
        assert point(desk).offset == 1
        assert after.left() < before.left()
