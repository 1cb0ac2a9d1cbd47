"""Pictures of the start page and of the help page."""

from tests.ui.recipes.recipe import Recipe, Stage


def first_start(stage: Stage) -> None:
    stage.session.go("start")
    stage.settle()


def keys(stage: Stage) -> None:
    stage.session.go("help")
    stage.settle()


def recipes() -> list[Recipe]:
    return [Recipe("start-empty", first_start), Recipe("help", keys)]
