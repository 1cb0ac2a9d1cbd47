"""The form in which a query is made, on the example archive."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.domain.results import SearchRequest
from kennisbank.tasks.context import JobContext
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.query_count import Count, QueryCount, count
from kennisbank.ui.controllers.search_recent import recent_searches
from kennisbank.ui.frame.top_bar import TopBar
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.views.query_builder import QueryBuilderView
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.query_fields import QueryField
from kennisbank.ui.widgets.text import Text
from tests.ui.conftest import at_start
from tests.ui.recipes.query_builder import build
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def stage(example_window: Stage, plain_look: None) -> Stage:
    """Return the window in which all of this happens, with an empty form."""
    build(example_window, "")
    return at_start(example_window, 1280, 800)


def editor(view: QWidget, name: str) -> QWidget:
    """Return the editor of this accessible name."""
    found = [
        each
        for kind in (QLineEdit, QComboBox, QSpinBox)
        for each in view.findChildren(kind)
        if each.accessibleName() == name
    ]
    assert len(found) == 1, name
    return found[0]


def line(view: QWidget, name: str) -> QLineEdit:
    return cast("QLineEdit", editor(view, name))


def button(view: QWidget, words: str) -> Button:
    return next(each for each in view.findChildren(Button) if each.text() == words)


def shown(view: QWidget) -> str:
    return " | ".join(text.text() for text in view.findChildren(Text) if text.isVisible() and text.text())


def top_line(stage: Stage) -> QLineEdit:
    return stage.window.findChild(TopBar).findChild(QLineEdit)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_button_beside_the_search_field_fills_the_form_from_it(qtbot: QtBot, stage: Stage) -> None:
    top_line(stage).setText('netwerk "open data" -toets titel:onderwijs year:2010..2015')
    stage.settle()
    (advanced,) = (each for each in stage.window.findChildren(IconButton) if each.accessibleName() == "Advanced search")
    qtbot.mouseClick(advanced, Qt.MouseButton.LeftButton)
    view = stage.window.current_view
    assert isinstance(view, QueryBuilderView)
    values = {name: line(view, name).text() for name in ("All of these words", "Exactly this phrase", "In the title")}
    assert values == {
        "All of these words": "netwerk",
        "Exactly this phrase": "open data",
        "In the title": "onderwijs",
    }
    assert line(view, "None of these words").text() == "toets"
    assert (line(view, "From the year").text(), line(view, "Up to and including").text()) == ("2010", "2015")
    assert line(view, "All of these words").hasFocus()


def test_the_key_opens_the_form_and_once_there_begins_it(qtbot: QtBot, stage: Stage) -> None:
    def keys() -> None:
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, modifiers)

    stage.session.go("search")
    top_line(stage).setFocus()
    keys()
    view = stage.window.current_view
    assert isinstance(view, QueryBuilderView)
    line(view, "Author").setFocus()
    keys()
    assert stage.window.current_view is view
    assert line(view, "All of these words").hasFocus()


def test_what_is_filled_in_is_shown_as_a_query_and_counted(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "")
    assert not button(view, "Search").isEnabled()
    assert "Nothing is asked yet" in shown(view)
    qtbot.keyClicks(line(view, "All of these words"), "programmeren")
    cast("QComboBox", editor(view, "Language")).setCurrentIndex(1)
    assert view.query == "programmeren lang:nl"
    stage.settle(lambda: view.is_settled)
    request = SearchRequest("programmeren lang:nl", limit=1, passages=1)
    assert f"{count(stage.session.kennisbank, request, JobContext()).total} contribution" in shown(view)
    assert button(view, "Search").isEnabled()


def test_enter_searches_for_what_is_filled_in(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "")
    line(view, "At least one of these words").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "leerling student")
    press(qtbot, Qt.Key.Key_Return)
    search = stage.window.current_view
    assert isinstance(search, SearchView)
    stage.settle(lambda: search.is_settled)
    assert search.controller.asked.query == "leerling OR student"
    assert top_line(stage).text() == "leerling OR student"
    assert recent_searches(stage.session) == ["leerling OR student"]


def test_enter_in_an_empty_form_stays_there(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "")
    line(view, "Author").setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert stage.window.current_view is view
    assert line(view, "All of these words").hasFocus()


def test_what_narrows_the_results_goes_along_and_comes_back(qtbot: QtBot, stage: Stage) -> None:
    filters = {"language": frozenset({"nl"})}
    stage.session.go("search", query="programmeren", filters=filters, order="title")
    search = cast("SearchView", stage.window.current_view)
    stage.settle(lambda: search.is_settled)
    stage.window.findChild(TopBar).advanced_asked.emit()
    view = stage.window.current_view
    assert "language Dutch" in shown(view)
    stage.settle(lambda: cast("QueryBuilderView", view).is_settled)
    qtbot.mouseClick(button(view, "Search"), Qt.MouseButton.LeftButton)
    assert stage.window.current_view is search
    assert search.controller.asked.filters == filters
    assert search.controller.asked.order == "title"


@pytest.mark.parametrize("way", ["escape", "button", "enter on the button"])
def test_one_can_leave_without_searching(qtbot: QtBot, stage: Stage, way: str) -> None:
    stage.session.go("search", query="netwerk")
    search = cast("SearchView", stage.window.current_view)
    stage.settle(lambda: search.is_settled)
    view = build(stage, "netwerk")
    qtbot.keyClicks(line(view, "All of these words"), " docent")
    if way == "escape":
        press(qtbot, Qt.Key.Key_Escape)
    elif way == "button":
        qtbot.mouseClick(button(view, "Cancel"), Qt.MouseButton.LeftButton)
    else:
        button(view, "Cancel").setFocus()
        press(qtbot, Qt.Key.Key_Return)
    assert stage.window.current_view is search
    assert search.controller.asked.query == "netwerk"


def test_coming_back_finds_the_form_as_it_was_left(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "")
    qtbot.keyClicks(line(view, "Near each other, within so many words"), "leren programmeren")
    cast("QSpinBox", editor(view, "Words apart at most")).setValue(3)
    stage.session.go("help")
    stage.window.back()
    assert stage.window.current_view is view
    assert view.query == "leren NEAR/3 programmeren"


def test_clearing_empties_every_field(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "a (b OR c) -d titel:e editie:nioc2013 jaar:2010 taal:nl soort:slides x NEAR/5 y thema:z")
    qtbot.mouseClick(button(view, "Clear the form"), Qt.MouseButton.LeftButton)
    assert view.query == ""
    assert view.fields.form().is_empty
    assert not [
        each
        for each in view.findChildren(QLineEdit)
        if each.text() and each.isVisible() and not each.isReadOnly() and not isinstance(each.parent(), QSpinBox)
    ]


def test_what_has_no_field_is_kept_as_it_was_typed(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "programmeren (docent OR title:leraar)")
    rest = line(view, "And also, as you typed it")
    assert rest.isVisible()
    assert rest.text() == "docent OR title:leraar"
    assert view.query == "programmeren (docent OR title:leraar)"
    rest.setText("docent OR")
    assert "nothing stands after it" in shown(view)


def test_without_a_rest_there_is_no_field_for_it(stage: Stage) -> None:
    view = build(stage, "programmeren")
    assert not line(view, "And also, as you typed it").isVisible()


def test_a_year_that_is_none_is_said_and_asks_nothing(qtbot: QtBot, stage: Stage) -> None:
    view = build(stage, "programmeren")
    qtbot.keyClicks(line(view, "From the year"), "20a")
    assert "A year has four digits, such as 2025." in shown(view)
    assert view.query == "programmeren"
    line(view, "From the year").setText("2012")
    assert "A year has four digits" not in shown(view)
    assert view.query == "programmeren year:2012.."


def test_a_form_that_asks_too_much_says_so(stage: Stage) -> None:
    view = build(stage, "")
    line(view, "All of these words").setText("woord " * 250)
    assert "too long; what comes from here on was left out" in shown(view)


def test_editions_authors_and_keywords_of_the_library_are_offered(stage: Stage) -> None:
    view = build(stage, "")
    catalogue = stage.session.kennisbank.catalogue
    edition = cast("QComboBox", editor(view, "Edition"))
    offered = [edition.itemData(place) for place in range(1, edition.count())]
    assert offered == [each.value for each in catalogue.browse("edition")]
    completer = line(view, "Author").completer()
    author = catalogue.browse("author")[0].value
    completer.setCompletionPrefix(author[1:].upper())
    assert completer.completionCount() >= 1
    assert line(view, "Keyword").completer().model().rowCount() == len(catalogue.browse("keyword"))


def test_an_edition_is_chosen_whatever_its_capitals(stage: Stage) -> None:
    (edition, *_) = stage.session.kennisbank.catalogue.browse("edition")
    view = build(stage, f'edition:"{edition.value.lower()}"')
    assert cast("QComboBox", editor(view, "Edition")).currentText() == edition.value


def test_the_query_is_written_in_the_language_of_the_window(stage: Stage, languages: LanguageSwitch) -> None:
    view = build(stage, "a (b OR c) year:2012.. title:d NEAR/5 e")
    languages.choose("nl")
    stage.settle()
    assert view.query == "a (b OF c) jaar:2012.. titel:(d NABIJ/5 e)"
    assert "Uitgebreid zoeken" in shown(view)
    languages.choose("en")
    assert view.query == "a (b OR c) year:2012.. title:(d NEAR/5 e)"


def test_only_the_last_query_is_counted(stage: Stage) -> None:
    counter = QueryCount(stage.session)
    found: list[Count | None] = []
    counter.counted.connect(found.append)
    for query in ("programmeren", "netwerk", "onderwijs"):
        counter.ask(query, {})
    stage.settle(lambda: counter.is_settled)
    assert len(found) == 1
    counter.ask("onderwijs", {})
    counter.ask("", {})
    stage.settle(lambda: counter.is_settled)
    assert found[1:] == [None]


def test_fields_stand_two_on_a_line_where_there_is_room(stage: Stage, look: Appearance) -> None:
    view = build(stage, "")

    def places() -> tuple[QPoint, QPoint]:
        boxes = [each for each in view.findChildren(QueryField) if each.isVisible()]
        return boxes[0].mapTo(view, QPoint()), boxes[1].mapTo(view, QPoint())

    first, second = places()
    assert first.y() == second.y()
    assert first.x() < second.x()
    look.choose("light", 200)
    stage.settle()
    first, second = places()
    assert first.x() == second.x()
    assert first.y() < second.y()
    heights = {each.findChild(QLineEdit).height() for each in view.findChildren(QueryField)[:4] if each.isVisible()}
    assert len(heights) == 1


def test_the_buttons_stay_in_sight_unless_the_window_is_low(stage: Stage, look: Appearance) -> None:
    view = build(stage, "")
    bottom = view.height() - button(view, "Search").mapTo(view, QPoint()).y()
    assert 0 < bottom < 100
    look.choose("light", 200)
    stage.settle()
    assert button(view, "Search").mapTo(view, QPoint()).y() > view.height()
    button(view, "Cancel").setFocus()
    assert button(view, "Cancel").mapTo(view, QPoint()).y() < view.height()
