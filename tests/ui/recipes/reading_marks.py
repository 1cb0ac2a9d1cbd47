"""Pictures of marks on the pages: one column, two, rotated, cropped, from right to left, at several zooms."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationKind
from kennisbank.domain.document import PageText, Rect
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.reports import FileReport
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.selection import Selection, TextPoint
from kennisbank.ui.reader.spots import Spot
from kennisbank.ui.views.reader import ReadingView
from tests.mark_papers import column_paper, hebrew_paper
from tests.marked_paper import marked_paper
from tests.ui.recipes.recipe import Recipe, Stage

Mark = tuple[AnnotationKind, str, str, str]
"""Kind, colour, the first and the last words of the passage."""
COLUMN: tuple[Mark, ...] = (
    ("highlight", "yellow", "een knooppunt: iemand", "met elkaar."),
    ("highlight", "green", "opdrachten met echte", "vervoerder."),
    ("highlight", "blue", "Het aanpassen kostte", "per les."),
    ("highlight", "pink", "vaardigheid", "geoefend."),
    ("underline", "blue", "42 docenten", "informatica"),
    ("strikeout", "pink", "afgewerkte", "lessen."),
    ("squiggly", "green", "overgenomen", "verbeterd."),
)
TWO_COLUMNS: tuple[Mark, ...] = (
    ("highlight", "yellow", "bespreken wat", "netwerksamen-"),
    ("highlight", "blue", "groep koos voor", "kleine robot"),
    ("highlight", "pink", "Zo heet", "vierkant"),
)
HEBREW: tuple[Mark, ...] = (
    ("highlight", "yellow", "הוא מחבר", "מקצוע"),
    ("highlight", "green", "כי רובם", "הזה"),
)
Write = Callable[[Path], Path]


def spans_between(pages: Sequence[PageText], first: str, last: str) -> list[Span]:
    """Return the passage from the words `first` up to the words `last`, on the first page that has it."""
    for page in pages:
        start, end = _find(page.text, first), _find(page.text, last)
        if start is not None and end is not None:
            return [Span(page.number, start.start(), end.end())]
    raise LookupError(first)


def _find(text: str, words: str) -> "re.Match[str] | None":
    return re.search(r"\s+".join(map(re.escape, words.split())), text)


def put_in(stage: Stage, write: Write, name: str) -> tuple[ContributionId, FileHash]:
    """Import a made paper, and return which it is."""
    kennisbank = stage.session.kennisbank
    folder = kennisbank.paths.temporary / name
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "paper.pdf")
    reports: list[FileReport] = []
    kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False), None, reports.append)
    made = reports[0].contribution
    assert made is not None
    return made, kennisbank.catalogue.get(made).files[0].hash


def mark(stage: Stage, contribution: ContributionId, file: FileHash, marks: Sequence[Mark]) -> None:
    """Annotate passages of it."""
    kennisbank = stage.session.kennisbank
    pages = kennisbank.reading.open(contribution, file).pages
    texts = [kennisbank.reading.page_text(file, PageNo(number)) for number in range(1, len(pages) + 1)]
    for kind, colour, first, last in marks:
        kennisbank.annotating.mark(
            contribution, file, spans_between(texts, first, last), kind, colour=colour, body="Mooi begin voor blok 2."
        )


def read(stage: Stage, contribution: ContributionId, zoom: float = 0.0) -> PaperPane:
    """Open a paper and wait until its pages are drawn."""
    stage.session.go("reader", contribution=contribution)
    stage.settle(lambda: isinstance(stage.window.current_view, ReadingView))
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.annotations is not None and bool(pane.annotations.placed))
    pane.view.set_zoom(zoom)
    images = pane._paper.images
    assert images is not None
    stage.settle(lambda: not images.has_none and not images._under_way, limit_ms=30_000)
    view.focus_first()
    return pane


def marked(write: Write, marks: Sequence[Mark], zoom: float, stage: Stage) -> None:
    """Import a paper, mark it and open it."""
    contribution, file = put_in(stage, write, "marked")
    mark(stage, contribution, file, marks)
    kennisbank = stage.session.kennisbank
    kennisbank.annotating.bookmark(contribution, file, PageNo(1), 60.0)
    kennisbank.annotating.mark_area(contribution, file, PageNo(1), Rect(90, 430, 300, 480), colour="blue")
    read(stage, contribution, zoom)


def at_work(stage: Stage) -> None:
    """Select a passage with the caret on: the bar stands at it; one of the marks is as it was found in a file."""
    QApplication.setCursorFlashTime(0)
    contribution, file = put_in(stage, column_paper, "marked")
    mark(stage, contribution, file, COLUMN[:4])
    pane = read(stage, contribution)
    words = pane.view.words_on(0)
    assert words is not None
    assert pane.marking is not None
    start, end = _find(words.text, "Docenten die"), _find(words.text, "afgewerkte lessen.")
    assert start is not None
    assert end is not None
    pane.marking.caret.set_on(True)
    pane.view.select(Selection(TextPoint(0, start.start()), TextPoint(0, end.end())))
    pane.marking.caret.set_on(False)
    pane.marking.caret.set_on(True)


def at_night(stage: Stage) -> None:
    """Read marks on dark paper, one of them current, with hits of a search over them."""
    at_a_mark(stage)
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    assert view.reader.current_pane is not None
    pane = view.reader.current_pane
    view.session.change_settings(night_paper=True)
    pane.set_night(True)
    words = pane.view.words_on(0)
    assert words is not None
    found = [match.span() for match in re.finditer("docenten|materiaal|gegevens", words.text)]
    pane.view.set_spots([Spot(0, tuple(words.boxes(*span))) for span in found], 1)
    images = pane._paper.images
    assert images is not None
    stage.settle(lambda: images.image(0, night=True) is not None)


def at_a_mark(stage: Stage) -> None:
    """Go to a mark with the keys: it is framed, with the bar at it; a frame is drawn below."""
    QApplication.setCursorFlashTime(0)
    contribution, file = put_in(stage, column_paper, "marked")
    mark(stage, contribution, file, COLUMN)
    pane = read(stage, contribution)
    assert pane.marking is not None
    pane.marking.marks.step(1)
    pane.marking.marks.step(1)
    pane.marking.marks.step(1)


def recipes() -> list[Recipe]:
    papers: dict[str, tuple[Write, Sequence[Mark], float]] = {
        "annotated-column": (column_paper, COLUMN, 0.0),
        "annotated-small": (column_paper, COLUMN, 0.5),
        "annotated-large": (column_paper, COLUMN, 2.5),
        "annotated-columns": (marked_paper, TWO_COLUMNS, 0.0),
        "annotated-rotated": (partial(column_paper, rotation=90), COLUMN, 0.0),
        "annotated-cropped": (partial(column_paper, cropped=True), COLUMN, 0.0),
        "annotated-hebrew": (hebrew_paper, HEBREW, 0.0),
    }
    return [
        *(Recipe(name, partial(marked, *how), "example", is_walked=False) for name, how in papers.items()),
        Recipe("annotated-selection", at_work, "example"),
        Recipe("annotated-current", at_a_mark, "example"),
        Recipe("annotated-night", at_night, "example", is_walked=False),
    ]
