"""Marks on the pages: what thousands of them cost where the window waits for it: sorting, painting, pointing.

    .venv/bin/python benchmarks/measure_marks.py [--annotations 5000] [--pages 10] [--zoom 1.0]

Pages of made text, annotated all over, in a page view without a library: the cost of the marks alone. A step of the
window must stay under 50 ms; each figure is that of one such step, in milliseconds. Runs without a screen.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from kennisbank.domain.annotation import COLOURS, Anchor, Annotation, Piece, PlacedAnnotation
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.ui.reader.page_marks import PageMarks
from kennisbank.ui.reader.page_view import PageView

WIDTH, HEIGHT = 595.0, 842.0
ROUNDS = 30


def annotations(count: int, pages: int) -> list[PlacedAnnotation]:
    """Return marks of one to three lines, and some notes, spread over the pages."""
    chance, moment, found = random.Random(1), now(), []
    for number in range(count):
        top, left = chance.uniform(50, 760), chance.uniform(60, 400)
        boxes = tuple(
            Rect(60 if line else left, top + 14 * line, 530, top + 14 * line + 13) for line in range(1 + number % 3)
        )
        anchor = Anchor(FileHash("f"), (Piece(PageNo(1 + number * pages // count), 0, 9, boxes),))
        made = Annotation(
            AnnotationId(f"a{number}"),
            ContributionId("c"),
            "highlight" if number % 7 else "note",
            anchor,
            moment,
            moment,
            colour=COLOURS[number % 4],
            body="a note" if number % 2 else "",
        )
        found.append(PlacedAnnotation(made, anchor))
    return found


def milliseconds(act: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the median and the longest time that `act` took."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), max(times)


def main() -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotations", type=int, default=5000)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--zoom", type=float, default=1.0)
    wanted = parser.parse_args()
    application = QApplication([])
    placed = annotations(wanted.annotations, wanted.pages)
    view = PageView()
    view.resize(1000, 900)
    view.show()
    view.show_pages([(WIDTH, HEIGHT)] * wanted.pages, frozenset())
    view.set_zoom(wanted.zoom)
    marks = PageMarks(placed, [WIDTH] * wanted.pages)
    view.set_marks(marks, "a5")
    chance, bar = random.Random(2), view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(chance.randrange(max(1, bar.maximum())))
        view.viewport().grab()

    def point() -> None:
        view.marks_at(QPointF(chance.randrange(1000), chance.randrange(900)))

    steps: dict[str, Callable[[], object]] = {
        "sort by page": lambda: PageMarks(placed, [WIDTH] * wanted.pages),
        "scroll and paint": scroll,
        "point at": point,
        "next annotation": lambda: marks.beside(f"a{chance.randrange(wanted.annotations)}", 1),
        "sort and work out a page": lambda: PageMarks(placed, [WIDTH] * wanted.pages).on(0),
        "nearest annotation": lambda: marks.nearest(chance.randrange(wanted.pages), 400.0, 1),
    }
    print(f"{wanted.annotations} annotations on {wanted.pages} pages at {wanted.zoom:.0%}: median, longest (ms)")
    for name, act in steps.items():
        middle, longest = milliseconds(act)
        print(f"  {name:24} {middle:8.2f} {longest:8.2f}")
    application.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
