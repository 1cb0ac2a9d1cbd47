"""Views made ahead of time: by the program, a part in each turn of the loop, and never by a window itself."""

from PySide6.QtWidgets import QApplication

from kennisbank.ui.controllers.navigation import Place
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.warming import Warming
from tests.ui.recipes.recipe import Stage


def warmed(stage: Stage) -> Warming:
    """Let all turns pass, of which the first makes no more than one view."""
    warming = Warming(stage.window)
    warming.turn()
    warming.start()
    stage.settle(lambda: not warming.isActive())
    return warming


def test_a_window_makes_no_view_that_nobody_asked_for(stage: Stage) -> None:
    assert stage.window.is_made("start")
    assert not stage.window.is_made("search")


def test_the_view_that_the_first_letter_leads_to_is_made_unseen(stage: Stage) -> None:
    here = stage.window.current_view
    warmed(stage)
    assert stage.window.current_view is here
    assert stage.window.is_made("search")
    search = stage.window.view("search")
    assert not search.isVisible()
    assert search.size() == here.size()


def test_a_view_is_made_in_parts_and_at_once_when_somebody_goes_there(stage: Stage, languages: LanguageSwitch) -> None:
    window = stage.window
    window.make_part("details")
    languages.choose("nl")  # reaches the half that is there, and does no harm
    QApplication.sendPostedEvents()
    assert not window.is_made("details")
    window.go(Place("details", {"contribution": "not there"}))
    stage.settle()
    assert window.current_view is window.view("details")
    assert window.current_view.accessibleName() == "Gegevens"
    assert window.is_made("details")


def test_what_comes_after_the_results_is_made_once_the_library_is_open(stage: Stage) -> None:
    warmed(stage)
    assert stage.window.is_made("details")
    assert not stage.window.is_made("inbox")  # nobody writes to who is no author
    assert not stage.window.is_made("reader")


def test_warming_makes_nothing_twice_and_takes_nobody_away(stage: Stage) -> None:
    stage.window.go(Place("search"))
    search = stage.window.current_view
    told = []
    search.ways_changed.connect(lambda: told.append(1))
    focused = stage.window.focusWidget()
    warmed(stage)
    assert stage.window.current_view is search
    assert stage.window.view("search") is search
    assert stage.window.focusWidget() is focused
    assert not told


def test_what_was_warmed_answers_as_what_was_not(stage: Stage) -> None:
    warmed(stage)
    stage.window.go(Place("search", {"query": "net"}))
    assert stage.window.current_view.state()["query"] == "net"
