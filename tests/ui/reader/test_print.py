"""Printing: the pages that were asked for, sharp, with their annotations, and nothing left behind by what was stopped."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPrintSupport import QPrinter

from kennisbank.domain.annotation import Anchor, Annotation, Piece, PlacedAnnotation
from kennisbank.domain.document import PageImage, Rect
from kennisbank.domain.ids import AnnotationId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.errors import Cancelled, DocumentError, StorageError
from kennisbank.services.reading import OpenDocument
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.reader.page_marks import PageMarks
from kennisbank.ui.reader.print_pages import PrintPage, ink_of, print_pages
from kennisbank.ui.reader.print_range import pages_in
from tests.ui.reader.conftest import FIRST
from tests.ui.reader.fake_reading import FakeReading

LABELS = ["i", "ii", "1", "2", "A-1"]


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", [0, 2, 3, 4]),
        ("1", [2]),
        ("ii-2", [2, 3]),
        ("2, 2–1", [2, 3]),
        ("A-1", [4]),
        ("5;i", [0, 4]),
        ("9", None),
        ("1-", None),
        ("ii", None),
        (",", None),
    ],
)
def test_pages_are_named_as_they_are_printed_or_by_number(typed: str, pages: list[int] | None) -> None:
    assert pages_in(typed, LABELS, [0, 2, 3, 4]) == pages


@given(st.text("0123456789-, iA²", max_size=12))
def test_whatever_is_typed_gives_pages_that_are_there_or_nothing(typed: str) -> None:
    found = pages_in(typed, LABELS, [0, 2, 3, 4])
    assert found is None or (found and set(found) <= {0, 2, 3, 4} and found == sorted(set(found)))


@pytest.fixture
def document(qapp: object, reading: FakeReading) -> OpenDocument:
    return reading.open(FIRST)


Print = Callable[..., int]


@pytest.fixture
def print_(reading: FakeReading, document: OpenDocument) -> Print:
    def run(pages: list[PrintPage], target: Path, ctx: JobContext | None = None) -> int:
        def draw(index: int, scale: float) -> "Future[PageImage]":
            return reading.render(document, index, scale)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        return print_pages(printer, pages, draw, ctx or JobContext(), target)

    return run


def page(index: int, *, marks: PageMarks | None = None, wide: bool = False) -> PrintPage:
    return PrintPage(index, *((842.0, 595.0) if wide else (595.0, 842.0)), ink_of(marks.on(index)) if marks else None)


def marked(index: int, box: Rect) -> PageMarks:
    anchor = Anchor(FileHash("f"), (Piece(PageNo(index + 1), 0, 3, (box,)),))
    annotation = Annotation(AnnotationId("a"), FIRST, "highlight", anchor, now(), now(), colour="yellow")
    return PageMarks([PlacedAnnotation(annotation, anchor)])


def colours(path: Path, number: int) -> set[tuple[int, int, int]]:
    with pymupdf.open(path) as pdf:
        picture = pdf[number].get_pixmap(dpi=72)
        return {picture.pixel(x, y) for x in range(picture.width) for y in range(picture.height)}


def test_the_pages_come_out_in_order_and_upright_or_on_their_side(print_: Print, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    steps: list[tuple[int, int]] = []
    ctx = JobContext(lambda progress: steps.append((progress.done, progress.total)))
    assert print_([page(2), page(0, wide=True)], target, ctx) == 2
    with pymupdf.open(target) as pdf:
        assert [one.rect.width > one.rect.height for one in pdf] == [False, True]
        assert [len(one.get_images()) for one in pdf] == [1, 1]
        assert pdf[0].get_images()[0][3] > 3000  # pixels high: 300 dots per inch
    assert steps == [(0, 2), (1, 2)]
    assert list(tmp_path.iterdir()) == [target]


def test_annotations_are_printed_only_when_asked(print_: Print, tmp_path: Path) -> None:
    marks = marked(0, Rect(100, 600, 400, 700))
    print_([page(0, marks=marks)], tmp_path / "with.pdf")
    print_([page(0)], tmp_path / "without.pdf")

    def yellow(path: Path) -> bool:
        return any(red > 240 and green > 225 and blue < 200 for red, green, blue in colours(path, 0))

    assert yellow(tmp_path / "with.pdf")
    assert not yellow(tmp_path / "without.pdf")


def test_what_is_stopped_leaves_no_file(print_: Print, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            ctx.cancel()

    ctx = JobContext(stop)
    target = tmp_path / "out.pdf"
    target.write_bytes(b"what stood here before")
    with pytest.raises(Cancelled):
        print_([page(0), page(1), page(2)], target, ctx)
    assert target.read_bytes() == b"what stood here before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_page_that_cannot_be_drawn_ends_it_without_a_file(
    print_: Print, reading: FakeReading, tmp_path: Path
) -> None:
    reading.broken.add(1)
    with pytest.raises(DocumentError):
        print_([page(0), page(1)], tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(print_: Print, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        print_([page(0)], tmp_path / "gone" / "out.pdf")
