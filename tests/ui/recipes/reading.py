"""Pictures of a paper opened from a search: at its hit, and with the papers that speak of the same."""

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


def related(stage: Stage) -> None:
    """Unfold the papers that speak of the same, with the keyboard on the first."""
    stage.window.resize(1920, 1080)  # wide enough for the panel at any size of text
    at_the_hit(stage)
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    pane.panel.unfold_related()
    stage.settle(lambda: pane.related.is_settled and pane.panel.related.model().rowCount() > 0)
    stage.settle(pane.panel.related.isVisible)
    pane.panel.related.setFocus()


def recipes() -> list[Recipe]:
    return [Recipe("reading-hit", at_the_hit, "example"), Recipe("reading-related", related, "example")]
