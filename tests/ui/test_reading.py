from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import PageNo
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reader import ReadingView
from tests.ui.recipes.recipe import Stage


def reading(stage: Stage, page: int) -> PaperPane:
    """Open the longest paper at a page, and return its pane when it is there."""
    contributions = stage.session.kennisbank.catalogue.all()
    longest = max(contributions, key=lambda each: each.current_files[0].pages)
    stage.session.go("reader", contribution=longest.id, page=PageNo(page))
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: page_of(pane) == page)
    return pane


def page_of(pane: PaperPane) -> int:
    point = pane.view.reading_point()
    return 0 if point is None else point.index + 1


def test_a_paper_opens_at_the_page_that_was_asked_for(make_stage) -> None:
    assert page_of(reading(make_stage("example", "reading"), 3)) == 3


def test_back_goes_back_inside_the_paper_first(qtbot: QtBot, make_stage) -> None:
    stage = make_stage("example", "reading")
    pane = reading(stage, 3)
    pane.toolbar.page_requested.emit(1)
    qtbot.waitUntil(lambda: page_of(pane) == 2)
    stage.window.back()
    qtbot.waitUntil(lambda: page_of(pane) == 3)
    assert isinstance(stage.window.current_view, ReadingView)
    stage.window.forward()
    qtbot.waitUntil(lambda: page_of(pane) == 2)
