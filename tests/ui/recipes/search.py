"""Pictures of the search view: before anything is asked, with results, narrowed, and with nothing found."""

from kennisbank.ui.views.search import SearchView
from tests.ui.recipes.recipe import Recipe, Stage


def search(stage: Stage, query: str, **state: object) -> SearchView:
    """Go to the search view with a query, and wait for the answer."""
    stage.session.go("search", query=query, **state)
    view = stage.window.view("search")
    assert isinstance(view, SearchView)
    stage.settle(lambda: view.is_settled)
    view.focus_first()
    return view


def empty(stage: Stage) -> None:
    stage.session.change_settings(recent_searches='netwerksamenleving docent\n"leren programmeren"\ntaal:en sorting')
    stage.session.go("search")
    stage.settle()


def results(stage: Stage) -> None:
    search(stage, "netwerk leerlingen")


def narrowed(stage: Stage) -> None:
    search(stage, "programmeren", filters={"language": frozenset({"nl"}), "kind": frozenset({"article"})})


def nothing(stage: Stage) -> None:
    search(stage, "netwrksamenleving")


def not_understood(stage: Stage) -> None:
    search(stage, '(leerlingen OF docenten) -toets titel: "programmeren')


def recipes() -> list[Recipe]:
    return [
        Recipe("search-empty", empty, "example"),
        Recipe("search-results", results, "example"),
        Recipe("search-narrowed", narrowed, "example"),
        Recipe("search-nothing", nothing, "example"),
        Recipe("search-remarks", not_understood, "example"),
    ]
