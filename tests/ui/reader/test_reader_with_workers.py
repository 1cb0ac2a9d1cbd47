"""The reader with pages drawn where they are drawn in earnest: in the document processes."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import PageImage
from kennisbank.services.reading import OpenDocument
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.theme import DARK
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.conftest import FIRST, SECOND, drawn
from tests.ui.reader.fake_reading import FakeReading


class WorkersReading(FakeReading):
    """Reads as the fake does, and draws with the document processes."""

    def __init__(self, papers: dict[str, Path], workers: DocumentWorkers) -> None:
        super().__init__(papers)
        self.workers = workers

    def render(
        self, document: OpenDocument, page_index: int, scale: float, *, night: bool = False
    ) -> "Future[PageImage]":
        return self.workers.render(document.path, document.file.media_type, page_index, scale, night=night)


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    workers = DocumentWorkers(processes=1)
    yield workers
    workers.close()


@pytest.fixture
def reading(paper_file: Path, workers: DocumentWorkers, tmp_path: Path) -> WorkersReading:
    doomed = tmp_path / "doomed.pdf"
    doomed.write_bytes(paper_file.read_bytes())
    return WorkersReading({FIRST: paper_file, SECOND: doomed}, workers)


def test_pages_are_drawn_sharp_and_turn_to_night(qtbot: QtBot, reader: ReaderView) -> None:
    reader.open(FIRST)
    pane = reader.current_pane
    assert pane is not None
    qtbot.waitUntil(lambda: drawn(pane), timeout=20_000)
    pane.toolbar._night.click()
    qtbot.waitUntil(lambda: drawn(pane), timeout=20_000)
    page = pane.view.visible_pages()[0]
    image = pane._paper.images.image(0, night=True)  # type: ignore[union-attr]
    assert image is not None
    assert abs(image.width() - page.width * pane.view.devicePixelRatioF()) < 2
    paper = image.pixelColor(5, 5)  # the process and the window agree on the colour of night paper, all but exactly
    assert max(abs(a - b) for a, b in zip(paper.getRgb(), DARK.paper.getRgb(), strict=True)) < 5


def test_a_file_that_became_unreadable_is_told_and_can_be_tried_again(
    qtbot: QtBot, reader: ReaderView, reading: WorkersReading, paper_file: Path
) -> None:
    good = paper_file.read_bytes()
    whole = reading.open(SECOND)
    reading.open = lambda *_args: whole  # type: ignore[method-assign] - the library knows it, the disk lost it
    reading.papers[SECOND].write_bytes(b"not a paper at all")
    reader.open(SECOND)
    pane = reader.current_pane
    assert pane is not None
    state = pane._column.state
    qtbot.waitUntil(state._retry.isVisible, timeout=20_000)
    assert "can't be read" in state._words.text()
    reading.papers[SECOND].write_bytes(good + b"\n")
    state._retry.click()
    qtbot.waitUntil(lambda: drawn(pane), timeout=20_000)


def test_closing_while_pages_are_being_drawn_is_safe(qtbot: QtBot, reader: ReaderView, tasks: TaskRunner) -> None:
    reader.open(FIRST)
    pane = reader.current_pane
    assert pane is not None
    qtbot.waitUntil(lambda: pane._paper.images is not None)
    reader.close_all()
    qtbot.waitUntil(lambda: tasks.is_idle)
