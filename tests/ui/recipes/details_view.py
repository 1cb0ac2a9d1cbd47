"""Pictures of the details of a contribution, shown and being mended."""

from kennisbank.ui.views.details import DetailsView
from tests.ui.recipes.recipe import Recipe, Stage


def view_of(stage: Stage) -> DetailsView:
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    return view


def shown(stage: Stage) -> None:
    catalogue = stage.session.kennisbank.catalogue
    paper = max(catalogue.all(), key=lambda each: len(each.metadata.values.keywords))
    stage.session.go("details", contribution=paper.id)
    stage.settle()


def editing(stage: Stage) -> None:
    shown(stage)
    view_of(stage).edit.click()
    stage.settle()


def related(stage: Stage) -> None:
    shown(stage)
    view = view_of(stage)
    stage.settle(lambda: view.related.is_settled and bool(view.related.controls))
    view.related.controls[0].setFocus()


def recipes() -> list[Recipe]:
    return [
        Recipe("details-shown", shown, "example"),
        Recipe("details-editing", editing, "example"),
        Recipe("details-related", related, "example"),
    ]
