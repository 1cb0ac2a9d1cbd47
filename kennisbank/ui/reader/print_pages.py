"""Printing pages: each drawn at the printer's resolution by the document process, with its annotations painted over it.

What is painted over a page is recorded on the GUI thread (icons and themes live there) and played back here, on a pool
thread, where Qt allows painting on a printer. One page is in memory at a time.
"""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter

from kennisbank.domain.document import PageImage
from kennisbank.errors import Cancelled, StorageError
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.reader.mark_painter import paint_mark
from kennisbank.ui.reader.page_images import bounded_scale
from kennisbank.ui.reader.page_layout import POINTS_TO_PIXELS
from kennisbank.ui.reader.page_marks import PageMark

MOST_DPI = 300
"""Sharper than that no eye sees at reading distance, and each page would take four times the memory."""
_WAIT_S = 60.0

Draw = Callable[[int, float], "Future[PageImage]"]
"""Draws a page (0-based index, pixels per point)."""


@dataclass(frozen=True, slots=True)
class PrintPage:
    """A page to print: 0-based index, width and height in points, and what is painted over it (None: nothing)."""

    index: int
    width: float
    height: float
    ink: QPicture | None = None


def ink_of(marks: Sequence[PageMark]) -> QPicture | None:
    """Record the annotations of a page as they stand on the screen at 100 %. On the GUI thread.

    What the file itself holds is left out: the picture of the page shows it.
    """
    marks = [mark for mark in marks if not mark.is_in_file]
    if not marks:
        return None
    picture = QPicture()
    painter = QPainter(picture)
    scale = POINTS_TO_PIXELS
    for mark in marks:
        boxes = [
            QRectF(box.x0 * scale, box.y0 * scale, (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale)
            for box in mark.boxes
        ]
        paint_mark(painter, mark.kind, boxes, mark.colour, scale=scale, night=False, has_note=mark.has_note)
    painter.end()
    return picture


def print_pages(printer: QPrinter, pages: Sequence[PrintPage], draw: Draw, ctx: JobContext, target: Path | None) -> int:
    """Print pages one after the other and return how many; a file at `target` stands only when all are there.

    Raises:
        Cancelled: the context was cancelled; nothing stands at `target`, and the printer is told to stop.
        DocumentError: a page can't be drawn.
        StorageError: the printer, or the file, can't be written.
    """
    part = target.with_name(f".{target.name}.part") if target is not None else None
    if part is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(part))
    try:
        if part is not None:
            part.touch()  # a folder that can't be written says so here; Qt would only say that it failed
        _print(printer, pages, draw, ctx)
        if part is not None and target is not None:
            part.replace(target)
    except OSError as error:
        raise StorageError(target or Path(printer.printerName()), error.strerror or str(error)) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return len(pages)


def _print(printer: QPrinter, pages: Sequence[PrintPage], draw: Draw, ctx: JobContext) -> None:
    painter = QPainter()
    try:
        for number, page in enumerate(pages):
            ctx.check()
            ctx.report(Progress("print", number, len(pages)))
            is_wide = page.width > page.height
            printer.setPageOrientation(
                QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
            )
            _turn_page(painter, printer, is_first=number == 0)
            _paint(painter, printer, page, draw, ctx)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _turn_page(painter: QPainter, printer: QPrinter, *, is_first: bool) -> None:
    has_begun = painter.begin(printer) if is_first else printer.newPage()
    if not has_begun:
        raise StorageError(Path(printer.outputFileName() or printer.printerName()), "it can't be written")


def _paint(painter: QPainter, printer: QPrinter, page: PrintPage, draw: Draw, ctx: JobContext) -> None:
    """Paint one page as large as the printer can, in the middle of its sheet."""
    room = printer.pageLayout().paintRectPixels(printer.resolution())
    fit = min(room.width() / page.width, room.height() / page.height)  # device pixels per point
    scale = bounded_scale(page.width, page.height, min(fit, MOST_DPI / 72))
    image = _drawn(draw(page.index, scale), ctx)
    if page.ink is not None:
        over = QPainter(image)
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        over.scale(image.width() / page.width / POINTS_TO_PIXELS, image.height() / page.height / POINTS_TO_PIXELS)
        page.ink.play(over)
        over.end()
    width, height = page.width * fit, page.height * fit
    box = QRectF((room.width() - width) / 2, (room.height() - height) / 2, math.floor(width), math.floor(height))
    painter.drawImage(box, image)


def _drawn(future: "Future[PageImage]", ctx: JobContext) -> QImage:
    """Wait for a picture, on the job's own thread, and return it as one that can be painted on."""
    left = _WAIT_S
    while True:
        try:
            drawn = future.result(timeout=0.2)
            break
        except TimeoutError:
            left -= 0.2
            if ctx.is_cancelled or left <= 0:
                future.cancel()
                raise Cancelled from None
    raw = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
    return raw.convertToFormat(QImage.Format.Format_RGB32)
