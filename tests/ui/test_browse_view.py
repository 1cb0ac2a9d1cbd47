"""Browsing the example archive: counts, order, edition headers, ways to read."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kennisbank.domain.results import FACETS
from kennisbank.ui.controllers.navigation import Place
from kennisbank.ui.models.browse_values import COUNT_ROLE
from kennisbank.ui.views.browse import BrowseView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


def browsing(make_stage: MakeStage, **state: object) -> tuple[Stage, BrowseView]:
    stage = make_stage("example")
    stage.session.go("browse", **state)
    view = stage.window.view("browse")
    assert isinstance(view, BrowseView)
    stage.settle(lambda: view.papers_model.rowCount() > 0)
    return stage, view


def test_each_value_shows_as_many_contributions_as_it_counts(make_stage: MakeStage) -> None:
    stage, view = browsing(make_stage)
    for facet in FACETS:
        stage.session.go("browse", facet=facet)
        stage.settle()
        for row in (0, view.values_model.rowCount() - 1):
            view.values.go_to(row)
            stage.settle()
            assert view.papers_model.rowCount() == view.values_model.index(row).data(COUNT_ROLE), facet


def test_an_edition_says_that_it_has_no_website(make_stage: MakeStage) -> None:
    _stage, view = browsing(make_stage)
    assert not view._about.isHidden()
    assert "no website" in view._about.text()
    assert view.website.isHidden()


def test_newest_first_puts_the_latest_year_on_top(make_stage: MakeStage) -> None:
    _stage, view = browsing(make_stage, facet="language", value="nl")
    view.order.setCurrentIndex(1)
    years = [view.papers_model.paper(row).metadata.values.year for row in range(view.papers_model.rowCount())]
    assert years == sorted(years, key=lambda year: -(year or 0))
    assert len(set(years)) > 1


def test_typing_narrows_the_values_whatever_the_accents(make_stage: MakeStage) -> None:
    _stage, view = browsing(make_stage, facet="author")
    view.filter.set_text("cagla")
    assert view.values_model.rowCount() == 1
    view.filter.set_text("zzzz")
    assert view._left_stack.currentIndex() == 1


def test_enter_reads_and_control_i_shows_the_details(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage, view = browsing(make_stage)
    asked: list[Place] = []
    stage.session.place_requested.connect(asked.append)
    view.papers.setFocus()
    qtbot.keyClick(view.papers, Qt.Key.Key_Return)
    stage.window.back()
    stage.settle()
    qtbot.keyClick(view.papers, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    first = view.papers_model.paper(0).id
    assert asked == [Place("reader", {"contribution": first}), Place("details", {"contribution": first})]


def test_coming_back_shows_the_same_value_and_contribution(make_stage: MakeStage) -> None:
    stage, view = browsing(make_stage, facet="author")
    view.values.go_to(3)
    stage.settle()
    before = view.state()
    stage.session.go("help")
    stage.window.back()
    stage.settle()
    assert view.state() == before


def test_an_empty_library_offers_to_import(make_stage: MakeStage) -> None:
    stage = make_stage()
    stage.session.go("browse")
    stage.settle()
    view = stage.window.view("browse")
    assert isinstance(view, BrowseView)
    view._empty.button.click()
    assert stage.window.current_view is stage.window.view("import")
