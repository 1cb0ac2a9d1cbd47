"""Reading two pages side by side, on a real PDF: what one goes to, selects and finds is where it is with one page."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kennisbank.ui.reader.page_layout import FIT_PAGE, PagePoint
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from tests.ui.reader.conftest import FIRST, SECOND, hit
from tests.ui.reader.test_reader_view import at_word, copied

Open = Callable[..., PaperPane]
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def rows(pane: PaperPane) -> list[list[int]]:
    tops = dict.fromkeys(page.y for page in pane.view._layout.pages)
    return [[page.index for page in pane.view._layout.pages if page.y == top] for top in tops]


def chosen(pane: PaperPane) -> list[str]:
    return [
        action.text().partition("\t")[0] for action in pane.toolbar.layout_menu.menu().actions() if action.isChecked()
    ]


def choose(pane: PaperPane, words: str) -> None:
    def is_it(action: QAction) -> bool:
        return action.text().startswith(words)

    next(filter(is_it, pane.toolbar.layout_menu.menu().actions())).trigger()


def test_the_layout_is_one_choice_for_all_papers_by_menu_and_by_key(
    qtbot: QtBot, reader: ReaderView, open_paper: Open
) -> None:
    pane = open_paper()
    told: list[str] = []
    reader.spread_changed.connect(told.append)
    choose(pane, "Two pages side by side")
    assert rows(pane) == [[0, 1], [2, 3]]
    qtbot.keyClick(pane.view, Qt.Key.Key_F8)
    assert rows(pane) == [[0], [1, 2], [3]]
    assert rows(open_paper(SECOND)) == [[0], [1, 2], [3]]
    qtbot.keyClick(reader.current_pane, Qt.Key.Key_F8)
    assert rows(pane) == [[0], [1], [2], [3]]
    assert told == ["two", "book", "single"]
    assert chosen(pane) == ["One page", "Fit width"]


def test_the_cover_sheet_is_no_page_of_the_book(reading: object, open_paper: Open, reader: ReaderView) -> None:
    reading.cover = [0]  # type: ignore[attr-defined]
    reader.choose_spread("two")
    pane = open_paper()
    assert rows(pane) == [[1, 2], [3]]
    pane.cover.toggle()
    assert rows(pane) == [[0, 1], [2, 3]]


def test_two_pages_fit_the_width_and_a_whole_page_fits(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    reader.choose_spread("two")
    pane = open_paper()
    view = pane.view
    assert view.horizontalScrollBar().maximum() == 0
    assert len({page.index for page in view.visible_pages()}) >= 2
    qtbot.keyClick(view, Qt.Key.Key_F9)
    assert view.zoom_wish == FIT_PAGE
    assert all(page.height <= view.viewport().height() for page in view.visible_pages())
    assert chosen(pane) == ["Two pages side by side", "Fit page"]
    before = view.zoom
    reader.resize(1000, 500)
    qtbot.waitUntil(lambda: view.zoom < before)
    qtbot.keyClick(view, Qt.Key.Key_0, CTRL)
    assert chosen(pane) == ["Two pages side by side", "Fit width"]


def test_a_change_of_layout_keeps_the_place(reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper()
    pane.view.go_to(PagePoint(2, 0.0, 300.0))
    reader.choose_spread("book")
    assert pane.view.place() == PagePoint(2, 0.0, 300.0)
    assert pane.view.page_index == 2
    reader.choose_spread("single")
    assert pane.view.place() == PagePoint(2, 0.0, 300.0)


def test_a_hit_on_the_right_hand_page_is_brought_into_view(open_paper: Open, reader: ReaderView) -> None:
    reader.choose_spread("two")
    pane = open_paper(FIRST, (hit(2, 0, 7),), 0)
    pane.view.set_zoom(2.0)
    pane.walk.step(1)
    pane.view.go_to_page(1)
    page = pane.view._layout.page(1)
    assert page is not None
    assert pane.view.page_index == 1
    rect = pane.view.page_rect(page)
    assert rect.left() <= pane.view.viewport().width() / 4
    assert rect.right() > pane.view.viewport().width() / 2


def test_text_is_selected_across_the_gutter(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    reader.choose_spread("two")
    pane = open_paper()
    qtbot.waitUntil(lambda: all(pane.view.words_on(index) is not None for index in (0, 1)))
    viewport = pane.view.viewport()
    start, end = at_word(pane, 0, "Line"), at_word(pane, 1, "2")
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, end)
    text = copied(qtbot, pane)
    assert "Line 39 of page 1" in text
    assert "Heading" in text
    assert "of page 2" not in text


def test_a_place_in_the_gutter_belongs_to_the_nearer_page(reader: ReaderView, open_paper: Open) -> None:
    reader.choose_spread("two")
    pane = open_paper()
    left, right = (pane.view.page_rect(page) for page in pane.view.visible_pages()[:2])
    assert left.right() < right.left()
    for x, index in ((left.right() + 1, 0), (right.left() - 1, 1)):
        point = pane.view.page_point(QPointF(x, left.center().y()))
        assert point is not None
        assert point.index == index
