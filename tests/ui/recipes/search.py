"""Pictures of the search view: before anything is asked, with results, narrowed, and with nothing found."""

from dataclasses import replace

from PySide6.QtTest import QTest

from kennisbank.domain.results import SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.searching import Found
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.search_saved import SavedSearches
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.search_preview import SearchPreview
from kennisbank.ui.views.search_related import RelatedList
from kennisbank.ui.views.search_save import SaveLine
from kennisbank.ui.widgets.completing_edit import CompletingEdit
from tests.pdfs import simple_pdf
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


def completing(stage: Stage) -> None:
    edit = stage.window.findChild(CompletingEdit)
    edit.setFocus()
    QTest.keyClicks(edit, "leren progr")
    stage.settle(lambda: bool(edit.rest))


def results(stage: Stage) -> None:
    search(stage, "netwerk leerlingen")


def narrowed(stage: Stage) -> None:
    search(stage, "programmeren", filters={"language": frozenset({"nl"}), "kind": frozenset({"article"})})


def nothing(stage: Stage) -> None:
    search(stage, "xqzwvelthuis")


def not_understood(stage: Stage) -> None:
    search(stage, '(leerlingen OF docenten) -toets titel: "programmeren')


def relaxed(stage: Stage) -> None:
    """An answer in which the last contributions lack a word, as the index gives it where few have all of them."""
    searching = stage.session.kennisbank.searching
    find = searching.find

    def relaxing(request: SearchRequest, ctx: JobContext) -> Found:
        if request.is_strict:
            return find(request, ctx)
        found = find(replace(request, query="leerlingen OR netwerk"), ctx)
        hits = tuple(
            replace(hit, lacking=("netwerk",)) if place > 1 else hit for place, hit in enumerate(found.results.hits)
        )
        return replace(found, results=replace(found.results, hits=hits, is_relaxed=True, total_with_all=2))

    searching.find = relaxing  # type: ignore[method-assign, assignment]
    search(stage, "leerlingen netwerk")


def relaxed_to_none(stage: Stage) -> None:
    search(stage, "privacy docent toestemming")


def replaced(stage: Stage) -> None:
    search(stage, "netwrksamenleving")


def strict(stage: Stage) -> None:
    search(stage, "leren programmeren", is_strict=True, filters={"language": frozenset({"nl"})})


def strict_nothing(stage: Stage) -> None:
    search(stage, "netwrksamenleving", is_strict=True)


def repeats(stage: Stage) -> None:
    """A definition that stands again in the margin, found once with both places; and a page that a machine read."""
    folder = stage.session.kennisbank.paths.temporary / "repeats"
    said = "Een leergemeenschap is een groep die samen uitzoekt wat niemand van hen alleen al wist."
    simple_pdf(
        folder / "leergemeenschap.pdf",
        [
            f"Samen uitzoeken in de leergemeenschap\n\nIn dit stuk gaat het over samen leren.\n\n{said}",
            f"Het tweede jaar\n\nNu is er een ander geluid.\n\n{said}\n\nDaarna volgt iets anders.",
        ],
    )
    kennisbank = stage.session.kennisbank
    kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
    kennisbank.searching.catch_up()
    search(stage, "leergemeenschap samen uitzoekt")


def related(stage: Stage) -> None:
    view = search(stage, "toetsing")
    shown = view.findChild(SearchPreview).findChild(RelatedList)
    stage.settle(lambda: shown.is_settled and bool(shown.controls))
    stage.settle()
    shown.controls[0].setFocus()


def keep_some(stage: Stage) -> None:
    """Keep three searches, in one of which something is new."""
    keep = stage.session.kennisbank.saved_searches
    for name, request in (
        ("", SearchRequest("leren programmeren")),
        ("Toetsen in het Nederlands", SearchRequest("toets*", filters={"language": frozenset({"nl"})}, order="newest")),
        ("Knotwilgen", SearchRequest("knotwilgen")),
    ):
        stage.session.changed_by(keep.add(name, request).changes)
    folder = stage.session.kennisbank.paths.temporary / "more"
    text = "De knotwilgen langs de sloot worden door leerlingen geteld, die zo leren programmeren met eigen metingen."
    simple_pdf(folder / "wilgen.pdf", [f"Knotwilgen tellen\n\n{text}"])
    stage.session.kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
    stage.session.kennisbank.searching.catch_up()
    stage.session.tasks.long(stage.session, "", lambda _ctx: None)
    searches = SavedSearches.of(stage.session)
    stage.settle(lambda: any(row.new for row in searches.rows))


def saved(stage: Stage) -> None:
    keep_some(stage)
    empty(stage)


def saved_opened(stage: Stage) -> None:
    keep_some(stage)
    searches = SavedSearches.of(stage.session)
    searches.open(next(row.saved for row in searches.rows if row.saved.query == "leren programmeren"))
    view = stage.window.view("search")
    assert isinstance(view, SearchView)
    stage.settle(lambda: view.is_settled)


def saving(stage: Stage) -> None:
    view = search(stage, "netwerk", filters={"language": frozenset({"nl"})})
    line = view.findChild(SaveLine)
    assert isinstance(line, SaveLine)
    line.open_line()


def recipes() -> list[Recipe]:
    return [
        Recipe("search-empty", empty, "example"),
        Recipe("search-completing", completing, library="example"),
        Recipe("search-results", results, "example"),
        Recipe("search-narrowed", narrowed, "example"),
        Recipe("search-nothing", nothing, "example"),
        Recipe("search-remarks", not_understood, "example"),
        Recipe("search-relaxed", relaxed, "example"),
        Recipe("search-relaxed-none", relaxed_to_none, "example"),
        Recipe("search-replaced", replaced, "example"),
        Recipe("search-strict", strict, "example"),
        Recipe("search-strict-nothing", strict_nothing, "example"),
        Recipe("search-repeats", repeats, "example"),
        Recipe("search-related", related, "example"),
        Recipe("search-saved", saved, "example"),
        Recipe("search-saved-opened", saved_opened, "example"),
        Recipe("search-saving", saving, "example"),
    ]
