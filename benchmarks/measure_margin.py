"""The margin: stalls of the event loop with thousands of annotations, and memory while scrolling through a long paper.

    .venv/bin/python benchmarks/measure_margin.py [--annotations 5000] [--pages 300] [--home DIR]

A paper of so many pages is made and imported into a fresh library, and annotated all over; the real window opens it,
scrolls through it from end to end, jumps about, goes from card to card and types a note. Runs without a screen
(QT_QPA_PLATFORM=offscreen) unless that variable says otherwise. `computing` is the processor time that the window's own
thread spent in the longest turn: on a busy machine a stall may also be the wait for a processor.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pymupdf
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from report import percentile, publish

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span, describe
from kennisbank.domain.annotation import COLOURS, Annotation
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AnnotationId, PageNo, new_id
from kennisbank.domain.moments import now
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.tasks.context import JobContext
from kennisbank.ui.app import run
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reader import ReadingView

BEAT_MS = 5
LIMIT_MS = 50.0
WORDS = ("the", "docent", "in", "network", "speaks", "of", "lessons", "and", "what", "a", "school", "can", "do", "with")


def make_paper(path: Path, pages: int) -> None:
    """Write a PDF of `pages` pages full of text."""
    chance = random.Random(1)
    document = pymupdf.open()
    for number in range(pages):
        page = document.new_page(width=595, height=842)
        lines = [f"Page {number + 1}, line {line}: {' '.join(chance.choices(WORDS, k=9))}" for line in range(48)]
        page.insert_text((60, 60), lines, fontsize=10)
    document.save(path)


def annotate(kennisbank: Kennisbank, paper: Contribution, count: int) -> None:
    """Spread annotations over all pages; every other one has a note."""
    chance = random.Random(2)
    file, moment = paper.files[0].hash, now()
    made = []
    with kennisbank.library.read() as tx:
        pages = tx.texts.pages(file)
    for number in range(count):
        page = pages[number * len(pages) // count]
        start = chance.randrange(0, max(1, len(page.text) - 60))
        anchor = describe(file, [page], [Span(PageNo(page.number), start, start + chance.randrange(10, 60))])
        body = " ".join(chance.choices(WORDS, k=chance.randrange(4, 40))) if number % 2 else ""
        made.append(
            Annotation(
                AnnotationId(new_id()),
                paper.id,
                "highlight",
                anchor,
                moment,
                moment,
                colour=COLOURS[number % 4],
                body=body,
                tags=("a tag",) if number % 5 == 0 else (),
            )
        )
    with kennisbank.library.write() as tx:
        tx.annotations.add_all(made)


@dataclass
class Stage:
    """What one part of the work did to the event loop."""

    name: str
    gaps: list[float] = field(default_factory=list)
    computing: list[float] = field(default_factory=list)
    began: float = field(default_factory=time.perf_counter)
    seconds: float = 0.0
    rss_mb: float = 0.0

    def row(self) -> dict[str, object]:
        """Return it as a row of the table."""
        return {
            "what": self.name,
            "seconds": round(self.seconds, 1),
            "beats": len(self.gaps),
            "longest_ms": round(max(self.gaps, default=0.0), 1),
            "computing_ms": round(max(self.computing, default=0.0), 1),
            "p99_ms": percentile(self.gaps, 0.99),
            "over 50 ms": sum(each > LIMIT_MS for each in self.gaps),
            "window_rss_mb": round(self.rss_mb),
        }


class Reader(QObject):
    """Opens the paper and goes through it, a step a beat, watching the loop."""

    def __init__(self, paper: Contribution) -> None:
        super().__init__()
        self.paper, self.stages = paper, [Stage("before opening")]
        self.last, self.computed = time.perf_counter(), time.thread_time()
        self.steps: Iterator[str] | None = None
        self.timer = QTimer(self, interval=BEAT_MS)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start()

    @property
    def window(self) -> MainWindow | None:
        return next((each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)), None)

    @property
    def pane(self) -> PaperPane | None:
        window = self.window
        view = window.current_view if window is not None else None
        return view.reader.current_pane if isinstance(view, ReadingView) and view.reader is not None else None

    def beat(self) -> None:
        now_s, computed = time.perf_counter(), time.thread_time()
        self.stages[-1].gaps.append(max(0.0, (now_s - self.last) * 1000 - BEAT_MS))
        self.stages[-1].computing.append((computed - self.computed) * 1000)
        self.last, self.computed = now_s, computed
        window = self.window
        if window is None or not (window.session.is_open and (self.steps or window.session.tasks.is_idle)):
            return
        self.steps = self.steps or self.work(window)
        name = next(self.steps, "done")
        if name == "done":
            self.end_stage()
            self.timer.stop()
            window.close()
            QApplication.quit()
        elif name and name != self.stages[-1].name:
            self.end_stage()
            self.stages.append(Stage(name))

    def end_stage(self) -> None:
        stage = self.stages[-1]
        stage.seconds = time.perf_counter() - stage.began
        stage.rss_mb = psutil.Process().memory_info().rss / 1e6

    def work(self, window: MainWindow) -> Iterator[str]:
        """Do a little at each beat; give the name of what is being done."""
        window.resize(1440, 900)
        yield "opening"
        window.session.go("reader", contribution=self.paper.id)
        yield from self.until(lambda: bool(self.pane and self.pane.annotations and self.pane.annotations.placed))
        yield from self.until(lambda: bool(self.pane and self.pane.margin and self.pane.margin.margin.cards))
        yield from self.until(lambda: window.session.tasks.is_idle)
        pane = self.pane
        assert pane is not None
        assert pane.annotations is not None
        assert pane.margin is not None
        bar, margin = pane.view.verticalScrollBar(), pane.margin.margin
        for name in ("scrolling through", "scrolling through again"):
            bar.setValue(0)
            while bar.value() < bar.maximum():
                bar.setValue(bar.value() + 400)
                yield name
        chance = random.Random(3)
        for _ in range(60):
            bar.setValue(chance.randrange(bar.maximum()))
            yield "jumping"
            yield ""
        ids = margin.order
        for each in ids[len(ids) // 2 : len(ids) // 2 + 60]:
            margin.go_to(each)
            yield "from card to card"
            yield ""
        margin.edit(margin.order[len(ids) // 2])
        for letter in "a note that is typed while five thousand others stand around it " * 3:
            QTest.keyClicks(margin.desk.edit, letter)
            yield "typing"
            yield ""
        margin.end_edit()
        yield from self.until(lambda: window.session.tasks.is_idle)

    def until(self, holds: Callable[[], bool]) -> Iterator[str]:
        while not holds():
            yield ""


def main() -> int:
    """Make what is needed, measure, and print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotations", type=int, default=5000)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch) / "home"
        with open_kennisbank(home) as kennisbank:
            if not kennisbank.catalogue.all():
                folder = Path(scratch) / "papers"
                folder.mkdir()
                make_paper(folder / "paper.pdf", options.pages)
                request = ImportRequest((folder,), None, "", is_rehearsal=False)
                kennisbank.importing.run(request, JobContext(), lambda _report: None)
                annotate(kennisbank, kennisbank.catalogue.all()[0], options.annotations)
            (paper,) = kennisbank.catalogue.all()
        application = QApplication([])
        reader = Reader(paper)
        run(home)
        del application
    publish("margin", [stage.row() for stage in reader.stages])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
