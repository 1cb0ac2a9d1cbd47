"""What somebody sees and does in the reader, on a real PDF."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.domain.document import Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.theme import DARK, LIGHT
from tests.ui.reader.conftest import FIRST, SECOND, drawn, hash_of, hit
from tests.ui.reader.fake_reading import FakeReading

Open = Callable[..., PaperPane]
LEFT = Qt.MouseButton.LeftButton
HITS = (hit(3, 0, 7), hit(1, 0, 7), hit(2, 10, 14))


def at_word(pane: PaperPane, index: int, text: str) -> QPoint:
    """Return the middle of the first word that reads so, in the viewport."""
    words = pane._paper.texts.words(index)  # type: ignore[union-attr]
    assert words is not None
    word = next(word for word in words.words if words.text[word.start : word.end] == text)
    page = pane.view._layout.page(index)
    assert page is not None
    return pane.view.to_view(page, word.box).center().toPoint()


def copied(qtbot: QtBot, pane: PaperPane) -> str:
    QGuiApplication.clipboard().setText("")
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    return QGuiApplication.clipboard().text()


def test_a_paper_opens_on_its_first_page_fitting_the_width(reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper()
    assert pane.title == "A paper on networks"
    assert pane.view.page_index == 0
    assert pane.view.horizontalScrollBar().maximum() == 0
    page = pane.view.visible_pages()[0]
    assert pane.view.viewport().width() - page.width in range(40, 60)
    assert reader.current == FIRST


def test_the_page_is_drawn_dot_for_dot(reading: FakeReading, open_paper: Open) -> None:
    pane = open_paper()
    image = pane._paper.images.image(0)  # type: ignore[union-attr]
    page = pane.view.visible_pages()[0]
    assert image is not None
    assert abs(image.width() - page.width * pane.view.devicePixelRatioF()) < 2
    pixel = pane.view.viewport().grab().toImage().pixelColor(page.x + 5, page.y + 5)
    assert pixel == LIGHT.paper


def test_opening_at_a_hit_shows_it(open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, 0)
    assert pane.view.page_index == 2
    assert pane.walk.current == 2  # in the order of reading
    box = pane.view.to_view(pane.view._layout.page(2), Rect(72, 50, 100, 80))  # type: ignore[arg-type]
    assert pane.view.viewport().rect().contains(box.toRect())


def test_a_hit_is_filled_and_outlined_on_the_page(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, 1)
    page = pane.view._layout.page(0)
    spot = pane.walk._hits.spot
    assert page is not None
    assert spot is not None
    box = pane.view.to_view(page, spot.boxes[0])
    picture = pane.view.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(int(box.left()), int(box.right()))
        for y in range(int(box.top()) - 1, int(box.bottom()) + 2)
    }
    assert LIGHT.hit.name() in colours
    assert LIGHT.hit_line.name() in colours


def test_f3_goes_from_hit_to_hit_and_on_to_the_next_paper(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, 1)
    for expected in (1, 2):
        qtbot.keyClick(pane.view, Qt.Key.Key_F3)
        assert pane.walk.current == expected
    with qtbot.waitSignal(reader.next_paper_requested) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_F3)
    assert asked.args == [1]
    reader.step(-1)
    assert pane.walk.current == 1


def test_opening_again_at_another_hit_keeps_the_tab(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, 1)
    reader.open(FIRST, HITS, 0)
    qtbot.waitUntil(lambda: pane.walk.current == 2)
    assert reader.papers == [FIRST]
    assert pane.view.page_index == 2


def test_a_paper_may_take_the_place_of_the_one_in_front(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    open_paper()
    open_paper(SECOND, (hit(1, 0, 7, contribution="c2"),), 0, in_place=True)
    assert reader.papers == [SECOND]


def test_the_contents_follow_the_reading_and_lead_to_their_place(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, -1)
    contents = pane.panel.contents
    assert [row.hits for row in contents.rows] == [1, 1, 1]
    contents.chosen.emit(contents.rows[2])
    assert pane.view.page_index == 2
    assert contents.current_row == 2
    assert pane.travel.go_back()
    assert pane.view.page_index == 0
    assert contents.current_row == 0
    assert pane.travel.go_forward()
    assert pane.view.page_index == 2


def test_typing_a_page_goes_there_and_nonsense_is_undone(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    field = pane.toolbar.findChild(QLineEdit)
    assert field is not None
    field.setText("4")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.view.page_index == 3
    field.setText("99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "4"


def test_dragging_selects_whole_words_to_copy(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    viewport = pane.view.viewport()
    start, end = at_word(pane, 0, "Line"), at_word(pane, 0, "page")
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, LEFT, pos=end)
    assert copied(qtbot, pane) == "Line 1 of page"


def test_a_double_click_selects_the_word_and_a_third_the_line(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    viewport = pane.view.viewport()
    qtbot.mouseDClick(viewport, LEFT, pos=at_word(pane, 0, "docent"))
    assert copied(qtbot, pane) == "docent"
    qtbot.mouseClick(viewport, LEFT, pos=at_word(pane, 0, "docent"))
    assert copied(qtbot, pane) == "Line 1 of page 1: the docent in the netwerk"


def test_everything_can_be_selected_and_let_go(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    qtbot.keyClick(pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    text = copied(qtbot, pane)
    assert text.startswith("Heading 1")
    assert "Line 39 of page 4" in text
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.view.selection is None


def test_links_lead_within_the_paper_and_outside(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper()
    page = pane.view._layout.page(0)
    assert page is not None
    outside = pane.view.to_view(page, Rect(80, 60, 90, 70)).center().toPoint()
    with qtbot.waitSignal(reader.link_requested) as asked:
        qtbot.mouseClick(pane.view.viewport(), LEFT, pos=outside)
    assert asked.args == ["https://example.org/"]
    inside = pane.view.to_view(page, Rect(80, 84, 90, 90)).center().toPoint()
    qtbot.mouseMove(pane.view.viewport(), inside)
    qtbot.waitUntil(lambda: pane.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=inside)
    assert pane.view.page_index == 2
    assert reader.can_go_back
    assert reader.go_back()


def test_zooming_keeps_the_point_under_the_pointer(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    view, at = pane.view, QPointF(300, 250)
    view.go_to(PagePoint(1, 0, 100))
    before = view.page_point(at)
    wheel = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    after = view.page_point(at)
    assert before is not None
    assert after is not None
    assert view.zoom > 1
    assert after.index == before.index
    assert abs(after.x - before.x) < 1
    assert abs(after.y - before.y) < 1


def test_zoom_keys_and_fitting_the_width(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    fitting = pane.view.zoom
    qtbot.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom > fitting
    assert pane.view.zoom_wish > 0
    qtbot.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom == pytest.approx(fitting)
    pane.view.set_zoom(99)
    assert pane.view.zoom == 4.0


def test_keys_scroll(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    bar = pane.view.verticalScrollBar()
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    below = bar.value()
    assert below > 0
    qtbot.keyClick(pane.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert pane.view.page_index == 3
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.page_index == 0


def test_finding_counts_and_steps_round(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper(FIRST, HITS, 1)
    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = pane.find_bar.findChild(QLineEdit)
    assert field is not None
    assert field.hasFocus()
    qtbot.keyClicks(field, "HEADING")
    qtbot.waitUntil(lambda: len(pane.walk._finds.spots) == 4)
    assert pane.find_bar._told.text() == "1 of 4"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.find_bar._told.text() == "4 of 4"
    assert pane.view.page_index == 3
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.find_bar._told.text() == "1 of 4"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert len(pane.view._spots) == 3  # the hits of the search again, on three pages


def test_what_is_not_there_is_said_so(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    pane.walk.begin_find()
    pane.find_bar.begin("zzz")
    qtbot.waitUntil(lambda: pane.find_bar._told.text() == "Not in this paper")


def test_the_cover_sheet_is_folded_behind_one_line(qtbot: QtBot, reading: FakeReading, open_paper: Open) -> None:
    reading.cover = [0]
    pane = open_paper()
    assert pane.view.page_index == 1
    line = pane._column._cover_line
    assert line.isVisible()
    qtbot.mouseClick(line._act, LEFT)
    assert pane.view.page_index == 0
    qtbot.mouseClick(line._act, LEFT)
    assert pane.view.page_index == 1


def test_a_paper_that_is_all_cover_is_shown(reading: FakeReading, open_paper: Open) -> None:
    reading.cover = [0, 1, 2, 3]
    assert open_paper().view.page_index == 0


def test_the_place_is_remembered_when_a_tab_closes(
    qtbot: QtBot, reading: FakeReading, reader: ReaderView, open_paper: Open
) -> None:
    pane = open_paper()
    pane.view.go_to(PagePoint(2, 0, 200))
    reader.close_tab(0)
    qtbot.waitUntil(lambda: FIRST in reading.places)
    place = reading.places[FIRST]
    assert (place.page, place.zoom) == (3, 0.0)
    assert place.y == pytest.approx(200, abs=1)


def test_reading_goes_on_where_one_was(qtbot: QtBot, reading: FakeReading, open_paper: Open) -> None:
    reading.places[FIRST] = ReadingPlace(FIRST, hash_of("c1"), PageNo(3), 150.0, 1.5, now())
    pane = open_paper()
    place = pane.view.place()
    assert place is not None
    assert place.index == 2
    assert place.y == pytest.approx(150, abs=1)
    assert pane.view.zoom == 1.5


def test_a_place_in_another_version_of_the_file_is_let_be(reading: FakeReading, open_paper: Open) -> None:
    reading.places[FIRST] = ReadingPlace(FIRST, FileHash("e" * 64), PageNo(3), 150.0, 1.5, now())
    assert open_paper().view.page_index == 0


def test_a_paper_that_is_gone_is_told_in_its_place_and_can_be_tried_again(
    qtbot: QtBot, reading: FakeReading, reader: ReaderView
) -> None:
    reading.gone.add(FIRST)
    reader.open(FIRST)
    pane = reader.current_pane
    assert pane is not None
    state = pane._column.state
    qtbot.waitUntil(state._retry.isVisible)
    assert "no longer in the library" in state._words.text()
    with qtbot.waitSignal(reader.original_requested):
        qtbot.mouseClick(state._original, LEFT)
    reading.gone.clear()
    qtbot.mouseClick(state._retry, LEFT)
    qtbot.waitUntil(lambda: drawn(pane))


def test_one_broken_page_does_not_stop_the_others(qtbot: QtBot, reading: FakeReading, open_paper: Open) -> None:
    reading.broken = {1}
    pane = open_paper()
    images = pane._paper.images
    assert images is not None
    qtbot.waitUntil(lambda: images.error(1) is not None)
    pane.view.go_to_page(2)
    qtbot.waitUntil(lambda: images.image(2) is not None)
    pane.view.go_to_page(1)
    reading.broken.clear()
    pane.retry_all()
    qtbot.waitUntil(lambda: images.image(1) is not None)


def test_a_file_of_which_no_page_can_be_drawn_is_told_once(
    qtbot: QtBot, reading: FakeReading, reader: ReaderView
) -> None:
    reading.broken = {0, 1, 2, 3}
    reader.open(FIRST)
    pane = reader.current_pane
    assert pane is not None
    qtbot.waitUntil(pane._column.state._retry.isVisible)


def test_tabs_turn_and_close_by_key(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    open_paper()
    pane = open_paper(SECOND)
    assert reader.papers == [FIRST, SECOND]
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert reader.current == FIRST
    qtbot.keyClick(reader.current_pane, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert reader.papers == [SECOND]
    reader.close_all()
    assert reader.current is None
    assert reader._nothing.isVisible()


def test_the_left_panel_is_one_choice_for_all_tabs(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    first = open_paper()
    second = open_paper(SECOND)
    with qtbot.waitSignal(reader.panel_changed) as told:
        qtbot.keyClick(second.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [False]
    assert first.panel.isHidden()
    assert second.panel.isHidden()


def test_a_narrow_window_gives_its_width_to_the_page(reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper()
    reader.resize(600, 600)
    assert pane.panel.isHidden()
    reader.resize(1000, 600)
    assert not pane.panel.isHidden()


def test_night_paper_is_asked_for_as_such(qtbot: QtBot, reading: FakeReading, open_paper: Open) -> None:
    pane = open_paper()
    pane.toolbar._night.click()
    qtbot.waitUntil(lambda: drawn(pane))
    assert reading.drawn[-1][2] or any(night for _index, _scale, night in reading.drawn)
    page = pane.view.visible_pages()[0]
    pixel = pane.view.viewport().grab().toImage().pixelColor(page.x + 5, page.y + 5)
    assert pixel == DARK.paper


def test_thumbnails_are_drawn_for_what_shows_and_lead_there(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    images = pane._paper.images
    assert images is not None
    qtbot.waitUntil(lambda: images.image(0, thumbnail=True) is not None)
    pane.panel.pages.chosen.emit(3)
    assert pane.view.page_index == 3
    assert pane.panel.pages.current_row == 3


def test_sections_fold(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    heading = pane.panel._headings[0]
    qtbot.waitUntil(pane.panel.contents.isVisible)
    qtbot.mouseClick(heading, LEFT)
    assert pane.panel.contents.isHidden()


def test_details_and_original_name_the_contribution(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper()
    for signal, button in (
        (reader.details_requested, pane.toolbar._details),
        (reader.original_requested, pane.toolbar._original),
    ):
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == [FIRST]


def test_every_control_has_a_name_and_is_reached_by_tab(reader: ReaderView, open_paper: Open) -> None:
    open_paper(FIRST, HITS, 0).walk.begin_find()
    nameless = [
        widget
        for widget in reader.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QListView | QTabBar)
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith(("qt_", "ScrollLeft", "ScrollRight"))
        and type(widget.parent()) is not QLineEdit
    ]
    assert nameless == []


def test_words_follow_the_language(open_paper: Open, reader: ReaderView) -> None:
    pane = open_paper(FIRST, HITS, 0)
    pane.toolbar._which.setText("")
    for widget in [reader, *reader.findChildren(QWidget)]:
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert pane.toolbar._which.text() == "Hit 3 of 3"


def test_shift_and_arrows_select_without_a_mouse(qtbot: QtBot, open_paper: Open) -> None:
    pane = open_paper()
    for _ in range(3):
        qtbot.keyClick(pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert copied(qtbot, pane).split() == ["Heading", "1", "Line"]
    qtbot.keyClick(pane.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert copied(qtbot, pane).split() == ["Heading", "1"]


def test_a_screen_reader_is_given_the_page_and_its_text(open_paper: Open) -> None:
    pane = open_paper()
    assert pane.view.accessibleName() == "Page 1 of 4"
    assert pane.view.accessibleDescription().startswith("Heading 1")


def test_a_paper_can_be_opened_at_a_page(qtbot: QtBot, reader: ReaderView, open_paper: Open) -> None:
    pane = open_paper(FIRST, page=PageNo(3))
    assert pane.view.page_index == 2
    reader.open(FIRST, page=PageNo(2))
    qtbot.waitUntil(lambda: pane.view.page_index == 1)
    assert reader.panes()[-1] is pane.view


def test_neighbours_of_huge_pages_are_not_asked_for_in_vain(open_paper: Open, reading: FakeReading) -> None:
    pane = open_paper()
    images = pane._paper.images
    assert images is not None
    images.limit = 1 << 20
    pane.view.set_zoom(4.0)
    visible = {page.index for page in pane.view.visible_pages()}
    assert {wanted.index for wanted in images._wanted} == visible


def test_the_current_rows_stay_in_view_when_the_room_changes(
    qtbot: QtBot, reader: ReaderView, open_paper: Open
) -> None:
    pane = open_paper(FIRST, page=PageNo(4))
    reader.resize(1000, 420)
    pages = pane.panel.pages
    qtbot.waitUntil(lambda: pages.viewport().rect().intersects(pages.visualRect(pages.currentIndex())))
    assert pages.current_row == 3


def test_a_page_that_fails_says_so_where_one_looks(qtbot: QtBot, reading: FakeReading, open_paper: Open) -> None:
    reading.broken = {1}
    pane = open_paper()
    pane.view.go_to_page(1)
    qtbot.waitUntil(lambda: pane._paper.images.error(1) is not None)  # type: ignore[union-attr]
    picture = pane.view.viewport().grab().toImage()
    page = pane.view.visible_pages()[0]
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(page.x + 30, page.x + page.width - 30)
        for y in range(0, picture.height(), 2)
    }
    assert LIGHT.text_2.name() in seen
