"""A picture of a paper opened from a search, at its hit."""

from kennisbank.ui.controllers.search_trail import SearchTrail
from kennisbank.ui.views.reader import ReadingView
from tests.ui.recipes.recipe import Recipe, Stage
from tests.ui.recipes.search import search


def at_the_hit(stage: Stage) -> None:
    answer = search(stage, "netwerk leerlingen").controller.answer
    assert answer is not None
    SearchTrail.of(stage.session).open(answer, answer.rows[0])
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.walk.count > 0)
    images = pane._paper.images
    assert images is not None
    stage.settle(lambda: not images.has_none and not images._under_way, limit_ms=30_000)
    view.focus_first()


def recipes() -> list[Recipe]:
    return [Recipe("reading-hit", at_the_hit, "example")]
