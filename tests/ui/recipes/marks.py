"""Pictures of hits that are hard to mark, on a made paper of two columns: each opens at its word, with all of it marked."""

from functools import partial

from kennisbank.importing.pipeline import ImportRequest
from kennisbank.ui.controllers.search_trail import SearchTrail
from kennisbank.ui.views.reader import ReadingView
from tests.marked_paper import marked_paper
from tests.ui.recipes.recipe import Recipe, Stage
from tests.ui.recipes.search import search

WORDS = {
    "marks-broken": "gereedschap OR netwerksamenleving",
    "marks-column": "stuurprogramma",
    "marks-note": "evaluatie OR werkvorm",
    "marks-spaced": "robotles",
}
"""What is looked for, by the name of the picture."""


def at_the_word(query: str, stage: Stage) -> None:
    """Import the paper, look for `query`, and open the first hit."""
    kennisbank = stage.session.kennisbank
    folder = kennisbank.paths.temporary / "marked"
    marked_paper(folder / "paper.pdf")
    kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
    kennisbank.searching.catch_up()
    answer = search(stage, query).controller.answer
    assert answer is not None
    row = next(row for row in answer.rows if row.contribution.metadata.values.title == "Programmeren zonder scherm")
    SearchTrail.of(stage.session).open(answer, row)
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
    return [Recipe(name, partial(at_the_word, query), "example") for name, query in WORDS.items()]
