"""Marks sit on their words: in one column and two, rotated, cropped, from right to left, at every zoom, by night too."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.domain.ids import PageNo
from kennisbank.ui.theme import DARK, LIGHT
from kennisbank.ui.workers import TaskRunner
from tests.mark_papers import column_paper, hebrew_paper
from tests.marked_paper import marked_paper
from tests.ui.reader.conftest import FIRST, drawn, hash_of
from tests.ui.reader.marked_reader import MarkedReader, marked_reader

PAPERS: dict[str, Callable[[Path], Path]] = {
    "one column": partial(column_paper, pages=1),
    "two columns": marked_paper,
    "rotated": partial(column_paper, rotation=90, pages=1),
    "upside down": partial(column_paper, rotation=180, pages=1),
    "cropped": partial(column_paper, cropped=True, pages=1),
    "right to left": hebrew_paper,
}
ZOOMS = (0.5, 1.0, 2.5)


@pytest.mark.parametrize("name", PAPERS)
def test_a_mark_covers_its_words_and_no_others(name: str, qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> None:
    paper = PAPERS[name](tmp_path / "paper.pdf")
    with marked_reader(qtbot, tasks, paper, tmp_path / "home") as desk:
        words = desk.pane.view.words_on(0)
        assert words is not None
        at = next(at for at, word in enumerate(words.words) if at > 8 and word.end - word.start > 5)
        marked = words.words[at]
        span = Span(PageNo(1), marked.start, marked.end)
        desk.service.mark(FIRST, hash_of(FIRST), [span], "highlight", colour="yellow")
        desk.reopen()
        for zoom in ZOOMS:
            word = shown(desk, at, zoom)
            assert share(word, LIGHT.mark_1) > 0.4
            assert share(word, LIGHT.ink, slack=60) > 0.02  # the letters are in it
            assert share(shown(desk, at + 2, zoom), LIGHT.mark_1) < 0.05
        desk.pane.set_night(True)
        assert share(shown(desk, at, 1.0), lighter(DARK.mark_1, DARK.paper)) > 0.4


def lighter(one: QColor, other: QColor) -> QColor:
    """Return what shows where two colours meet on night paper."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(max(pair) for pair in pairs))


def shown(desk: MarkedReader, at: int, zoom: float) -> QImage:
    """Return the picture of a word of the first page."""
    view = desk.pane.view
    view.set_zoom(zoom)
    words = view.words_on(0)
    assert words is not None
    view.reveal(0, words.words[at].box)
    desk.qtbot.waitUntil(lambda: drawn(desk.pane) and is_sharp(desk))
    page = view._layout.page(0)
    assert page is not None
    box: QRectF = view.to_view(page, words.words[at].box)
    return view.viewport().grab(box.adjusted(1, 2, -1, -2).toRect()).toImage()


def is_sharp(desk: MarkedReader) -> bool:
    """Tell whether the page is drawn for the zoom in force."""
    view = desk.pane.view
    page, images = view._layout.page(0), desk.pane._paper.images
    image = images.image(0, night=view.is_night) if images is not None else None
    return page is not None and image is not None and abs(image.width() / image.devicePixelRatio() - page.width) < 2


def share(picture: QImage, colour: QColor, slack: int = 12) -> float:
    """Return the part of a picture that has a colour, as nearly as pictures go."""
    near = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            found = picture.pixelColor(x, y)
            apart = (found.red() - colour.red(), found.green() - colour.green(), found.blue() - colour.blue())
            near += max(map(abs, apart)) <= slack
    return near / (picture.width() * picture.height())


def test_what_the_file_shows_itself_is_not_laid_on_twice(qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> None:
    with marked_reader(qtbot, tasks, PAPERS["one column"](tmp_path / "paper.pdf"), tmp_path / "home") as desk:
        words = desk.pane.view.words_on(0)
        assert words is not None
        word = words.words[10]
        span = Span(PageNo(1), word.start, word.end)
        (made,) = desk.service.mark(FIRST, hash_of(FIRST), [span], "highlight", colour="yellow").after
        assert made is not None
        desk.service.apply(AnnotationEdit((made,), (replace(made, source="pdf", is_read_only=True),)))
        desk.reopen()
        assert desk.annotations.get(made.id) is not None
        assert share(shown(desk, 10, 1.0), LIGHT.mark_1) == 0
