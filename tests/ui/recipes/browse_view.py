"""Pictures of browsing: editions, authors, and a library with nothing in it."""

from kennisbank.ui.views.browse import BrowseView
from tests.ui.recipes.recipe import Recipe, Stage


def view_of(stage: Stage) -> BrowseView:
    view = stage.window.view("browse")
    assert isinstance(view, BrowseView)
    return view


def editions(stage: Stage) -> None:
    stage.session.go("browse")
    view = view_of(stage)
    stage.settle(lambda: view.papers_model.rowCount() > 0)


def authors(stage: Stage) -> None:
    stage.session.go("browse", facet="author")
    view = view_of(stage)
    view.filter.set_text("van")
    stage.settle(lambda: view.papers_model.rowCount() > 0)


def nothing(stage: Stage) -> None:
    stage.session.go("browse")
    stage.settle()


def recipes() -> list[Recipe]:
    return [
        Recipe("browse-editions", editions, "example"),
        Recipe("browse-authors", authors, "example"),
        Recipe("browse-empty", nothing),
    ]
