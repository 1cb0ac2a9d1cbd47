"""Pictures of citing: one contribution in a style, and a whole list for a citation manager."""

from kennisbank.ui.views.browse import BrowseView
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.widgets.cite_panel import CitePanel
from tests.ui.recipes.recipe import Recipe, Stage


def panel_of(stage: Stage) -> CitePanel:
    """Return the panel once it shows what was asked for."""
    panel = stage.window.findChild(CitePanel)
    assert isinstance(panel, CitePanel)
    stage.settle(lambda: panel.is_settled)
    return panel


def choose(stage: Stage, style: str) -> None:
    panel = panel_of(stage)
    panel.style_choice.setCurrentIndex(panel.style_choice.findData(style))
    panel.style_choice.activated.emit(panel.style_choice.currentIndex())
    panel_of(stage)


def one(stage: Stage) -> None:
    papers = stage.session.kennisbank.catalogue.all()
    paper = next(each for each in papers if len(each.metadata.values.authors) == 3)
    stage.session.go("details", contribution=paper.id)
    stage.settle()
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    view.cite.click()
    choose(stage, "apa")


def whole_list(stage: Stage) -> None:
    stage.session.go("browse")
    view = stage.window.view("browse")
    assert isinstance(view, BrowseView)
    stage.settle(lambda: len(view.papers_model.ids) > 2)
    view.cite.show_panel()
    panel_of(stage).all_choice.click()
    choose(stage, "bibtex")


def recipes() -> list[Recipe]:
    return [Recipe("citing-style", one, "example"), Recipe("citing-list", whole_list, "example")]
