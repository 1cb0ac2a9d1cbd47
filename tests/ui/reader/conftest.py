"""A paper to read: four pages with contents, links and hits, and a reader in a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.results import Mark, PassageHit
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.fake_reading import FakeReading

FIRST, SECOND = ContributionId("c1"), ContributionId("c2")


def hash_of(contribution: str) -> FileHash:
    return FileHash(contribution.ljust(64, "0"))


def hit(page: int, start: int, end: int, snippet: str = "snippet", contribution: str = "c1") -> PassageHit:
    return PassageHit(hash_of(contribution), PageNo(page), snippet, (Mark(0, 4),), ((start, end),))


@pytest.fixture(scope="session")
def paper_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a PDF of four pages; page n says so in its heading, and 60 lines of text follow."""
    path = tmp_path_factory.mktemp("papers") / "paper.pdf"
    document = pymupdf.open()
    for number in range(1, 5):
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 72), f"Heading {number}", fontsize=18)
        lines = "\n".join(f"Line {line} of page {number}: the docent in the netwerk" for line in range(1, 40))
        page.insert_text((72, 110), lines, fontsize=11)
    document[0].insert_link(
        {"kind": pymupdf.LINK_GOTO, "page": 2, "from": pymupdf.Rect(72, 80, 300, 94), "to": pymupdf.Point(0, 0)}
    )
    document[0].insert_link(
        {"kind": pymupdf.LINK_URI, "uri": "https://example.org/", "from": pymupdf.Rect(72, 50, 300, 80)}
    )
    document.set_toc([[1, "One", 1], [2, "One and a half", 2], [1, "Three", 3]])
    document.set_metadata({"title": "A paper on networks"})
    document.save(path)
    document.close()
    return path


@pytest.fixture
def reading(paper_file: Path) -> FakeReading:
    return FakeReading({FIRST: paper_file, SECOND: paper_file})


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.shut_down()
    delete(runner)  # here and now, with what belongs to it: not by whichever thread collects garbage


@pytest.fixture
def reader(qtbot: QtBot, reading: FakeReading, tasks: TaskRunner) -> Iterator[ReaderView]:
    view = ReaderView(reading, tasks)
    qtbot.addWidget(view, before_close_func=lambda _view: view.close_all())
    view.resize(1000, 700)
    view.show()
    yield view
    view.close_all()


@pytest.fixture
def open_paper(qtbot: QtBot, reader: ReaderView) -> Callable[..., PaperPane]:
    """Return a function that opens a paper and waits until its first page is drawn."""

    def open_it(*args: object, **more: object) -> PaperPane:
        reader.open(*(args or (FIRST,)), **more)  # type: ignore[arg-type]
        pane = reader.current_pane
        assert pane is not None
        qtbot.waitUntil(lambda: drawn(pane))
        return pane

    return open_it


def drawn(pane: PaperPane) -> bool:
    """Tell whether the page that is read has its picture and its words."""
    images, texts = pane._paper.images, pane._paper.texts
    index = pane.view.page_index
    if images is None or texts is None or index < 0:
        return False
    has_picture = images.image(index, night=pane.view._night) is not None
    return has_picture and texts.words(index) is not None
