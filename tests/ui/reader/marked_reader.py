"""A reader whose margin is kept in a real library, and what tests of marking do in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pymupdf
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kennisbank.config.paths import Paths
from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.domain.document import Document
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.reader.paper_marking import PaperMarking
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.reader.reader_view import ReaderView
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.conftest import FIRST, drawn, hash_of
from tests.ui.reader.fake_reading import FakeReading, page_text

Keys = Qt.Key


@dataclass
class Told:
    """What was said in passing."""

    texts: list[str] = field(default_factory=list)
    act: Callable[[], object] | None = None

    def __call__(self, text: str, _button: str, act: Callable[[], object] | None) -> None:
        self.texts.append(text)
        self.act = act


@dataclass
class MarkedReader:
    """A window with one open paper, and the library behind its margin."""

    qtbot: QtBot
    reader: ReaderView
    service: AnnotationService
    tasks: TaskRunner
    told: Told

    @property
    def pane(self) -> PaperPane:
        pane = self.reader.current_pane
        assert pane is not None
        return pane

    @property
    def marking(self) -> PaperMarking:
        assert self.pane.marking is not None
        return self.pane.marking

    @property
    def annotations(self) -> PaperAnnotations:
        assert self.pane.annotations is not None
        return self.pane.annotations

    def open(self) -> PaperPane:
        """Open the paper, or bring it to the front, and wait until it can be read."""
        self.reader.open(FIRST)
        self.qtbot.waitUntil(lambda: drawn(self.pane))
        self.settle()
        return self.pane

    def reopen(self) -> PaperPane:
        """Close the paper and open it again."""
        self.reader.close_all()
        self.settle()
        return self.open()

    def settle(self) -> None:
        """Wait until everything is written and read."""
        self.qtbot.waitUntil(lambda: self.tasks.is_idle)

    def key(self, key: Keys, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.pane.view, key, modifiers)

    def kept(self) -> tuple[PlacedAnnotation, ...]:
        """Return what the library holds."""
        self.annotations.flush()
        self.settle()
        return self.service.on(FIRST, hash_of(FIRST))

    def at(self, text: str, index: int = 0) -> QPoint:
        """Return the middle of the first word that reads so, in the viewport."""
        words = self.pane.view.words_on(index)
        assert words is not None
        word = next(word for word in words.words if words.text[word.start : word.end] == text)
        page = self.pane.view._layout.page(index)
        assert page is not None
        return self.pane.view.to_view(page, word.box).center().toPoint()

    def select_word(self, text: str) -> None:
        """Select a word with two clicks."""
        viewport, at = self.pane.view.viewport(), self.at(text)
        self.pane.view._since_press.stop()
        self.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        self.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        self.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)


@contextmanager
def marked_reader(qtbot: QtBot, tasks: TaskRunner, paper: Path, home: Path) -> Iterator[MarkedReader]:
    """Give a reader on `paper`, whose text stands in a library below `home`; the paper is open."""
    reading, told = FakeReading({FIRST: paper}), Told()
    with Library.open(Paths.of(home)) as library:
        with pymupdf.open(paper) as pdf, library.write() as tx:
            pages = tuple(page_text(page, number) for number, page in enumerate(pdf, 1))
            tx.texts.put(hash_of(FIRST), Document("1", "application/pdf", pages))
        service = AnnotationService(library)
        desk = Desk(annotations=lambda: PaperAnnotations(service, tasks), tell=told)
        view = ReaderView(reading, tasks, desk=desk)
        qtbot.addWidget(view)
        view.resize(1000, 700)
        view.show()
        made = MarkedReader(qtbot, view, service, tasks, told)
        made.open()
        try:
            yield made
        finally:
            view.close_all()
            made.settle()
