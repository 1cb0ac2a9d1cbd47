"""Pictures of the form in which a query is made: empty, filled in from what was typed, narrowed, with faults."""

from kennisbank.ui.views.query_builder import QueryBuilderView
from tests.ui.recipes.recipe import Recipe, Stage


def build(stage: Stage, query: str, **state: object) -> QueryBuilderView:
    """Go to the form with a query, and wait for what it would find."""
    stage.session.go("query", query=query, **state)
    view = stage.window.view("query")
    assert isinstance(view, QueryBuilderView)
    stage.settle(lambda: view.is_settled)
    return view


def empty(stage: Stage) -> None:
    build(stage, "")


def filled(stage: Stage) -> None:
    build(
        stage,
        '"computational thinking" (leerling OF student) leren NABIJ/5 programmeren -toets titel:onderwijs '
        "jaar:2010..2025 taal:nl",
    )


def rest(stage: Stage) -> None:
    build(
        stage,
        "programmeren (docent OF titel:leraar) -thema:didactiek jaar:2012..",
        filters={"kind": frozenset({"article"}), "language": frozenset({"nl"})},
    )


def recipes() -> list[Recipe]:
    return [
        Recipe("query-empty", empty, "example"),
        Recipe("query-filled", filled, "example"),
        Recipe("query-rest", rest, "example"),
    ]
