"""Pictures of the start page, empty and filled, and of the help page."""

from datetime import timedelta

from kennisbank.domain.ids import PageNo
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.ui.views.start import StartView
from tests.ui.recipes.recipe import Recipe, Stage
from tests.ui.recipes.search import keep_some


def first_start(stage: Stage) -> None:
    stage.session.go("start")
    stage.settle()


def filled(stage: Stage) -> None:
    """Read in three papers, search twice, and come back to the start page."""
    kennisbank = stage.session.kennisbank
    papers = [each for each in kennisbank.catalogue.all() if each.current_files and each.current_files[0].pages > 2]
    for number, paper in enumerate(papers[:3]):
        file, moment = paper.current_files[0], now()
        then = Moment(moment.utc - timedelta(days=number), moment.zone)
        kennisbank.reading.save_place(ReadingPlace(paper.id, file.hash, PageNo(number + 1), 0.0, 1.0, then))
    stage.session.change_settings(recent_searches='netwerksamenleving docent\n"leren programmeren"\ntaal:en sorting')
    stage.session.go("start")
    view = stage.window.view("start")
    assert isinstance(view, StartView)
    view.show_state({})
    stage.settle(lambda: view.is_filled)
    view.focus_first()


def saved(stage: Stage) -> None:
    """The start page of somebody who keeps searches, in one of which something is new."""
    keep_some(stage)
    filled(stage)


def keys(stage: Stage) -> None:
    stage.session.go("help")
    stage.settle()


def recipes() -> list[Recipe]:
    return [
        Recipe("start-empty", first_start),
        Recipe("start-filled", filled, "example"),
        Recipe("start-saved", saved, "example"),
        Recipe("help", keys),
    ]
