"""Draw in a box of a page: lines, boxes, arrows, small charts. Vectors and real text, so that both can be found."""

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf
from example.typeset import font

INK = (0.15, 0.17, 0.2)
GREY = (0.6, 0.62, 0.65)
PALE = (0.9, 0.93, 0.96)
BLUE = (0.13, 0.36, 0.6)
RUST = (0.76, 0.33, 0.15)
COLOURS = (BLUE, RUST, (0.35, 0.55, 0.35), (0.55, 0.4, 0.6))


@dataclass(slots=True)
class Canvas:
    """A box of a page to draw in; x and y run from 0 to `width` and `height` points, y downwards."""

    page: pymupdf.Page
    box: pymupdf.Rect
    size: float = 8.0

    @property
    def width(self) -> float:
        return self.box.width

    @property
    def height(self) -> float:
        return self.box.height

    def at(self, x: float, y: float) -> pymupdf.Point:
        return pymupdf.Point(self.box.x0 + x, self.box.y0 + y)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, colour: tuple = INK, width: float = 0.8, dashes: str = ""
    ) -> None:
        self.page.draw_line(self.at(x0, y0), self.at(x1, y1), color=colour, width=width, dashes=dashes or None)

    def rect(
        self, x: float, y: float, width: float, height: float, *, fill: tuple | None = PALE, colour: tuple | None = INK
    ) -> None:
        box = pymupdf.Rect(self.at(x, y), self.at(x + width, y + height))
        self.page.draw_rect(box, color=colour, fill=fill, width=0.8)

    def dot(self, x: float, y: float, radius: float = 2.2, *, fill: tuple = BLUE) -> None:
        self.page.draw_circle(self.at(x, y), radius, color=fill, fill=fill, width=0.3)

    def arrow(self, x0: float, y0: float, x1: float, y1: float, *, colour: tuple = INK) -> None:
        self.line(x0, y0, x1, y1, colour=colour)
        length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 0.1)
        ux, uy = (x1 - x0) / length * 5, (y1 - y0) / length * 5
        tip = [
            self.at(x1, y1),
            self.at(x1 - ux - uy / 2, y1 - uy + ux / 2),
            self.at(x1 - ux + uy / 2, y1 - uy - ux / 2),
        ]
        self.page.draw_polyline(tip, color=colour, fill=colour, width=0.3, closePath=True)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        anchor: float = 0.0,
        size: float = 0.0,
        bold: bool = False,
        colour: tuple = INK,
    ) -> None:
        """Write with the base line at `y`; `anchor` 0 begins at `x`, 0.5 is centred on it, 1 ends there."""
        size = size or self.size
        face = font("sans", "bold" if bold else "roman")
        writer = pymupdf.TextWriter(self.page.rect)
        writer.append(self.at(x - face.text_length(text, size) * anchor, y), text, font=face, fontsize=size)
        writer.write_text(self.page, color=colour)

    def boxed(self, x: float, y: float, width: float, height: float, text: str, *, fill: tuple = PALE) -> None:
        self.rect(x, y, width, height, fill=fill)
        self.text(x + width / 2, y + height / 2 + self.size * 0.35, text, anchor=0.5)


def bars(canvas: Canvas, labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, top: float) -> None:
    """Draw grouped bars with values above them and a legend when there is more than one series."""
    left, base, head = 6.0, canvas.height - 16, 20.0
    slot = (canvas.width - 2 * left) / len(labels)
    for number, label in enumerate(labels):
        width = slot * 0.7 / len(series)
        for index, (_, values) in enumerate(series):
            height = values[number] / top * (base - head)
            x = left + slot * number + slot * 0.15 + width * index
            canvas.rect(x, base - height, width, height, fill=COLOURS[index], colour=None)
            canvas.text(x + width / 2, base - height - 3, f"{values[number]:g}", anchor=0.5, size=canvas.size - 1)
        canvas.text(left + slot * (number + 0.5), base + 11, label, anchor=0.5)
    canvas.line(left, base, canvas.width - left, base)
    if len(series) > 1:
        legend(canvas, [name for name, _ in series])


def legend(canvas: Canvas, names: Sequence[str]) -> None:
    x = 8.0
    for index, name in enumerate(names):
        canvas.rect(x, 1, 7, 7, fill=COLOURS[index], colour=None)
        canvas.text(x + 10, 7.5, name)
        x += 22 + font("sans", "roman").text_length(name, canvas.size)


def lines(
    canvas: Canvas, series: Sequence[tuple[str, Sequence[float]]], *, top: float, x_label: str, y_label: str
) -> tuple[float, float, float]:
    """Draw line charts over equal steps; return left edge, base line and height of the plot."""
    left, base, head = 30.0, canvas.height - 22, 18.0
    plot = base - head
    canvas.line(left, base, canvas.width - 6, base)
    canvas.line(left, head, left, base)
    for part in range(5):
        y = base - plot * part / 4
        canvas.line(left, y, canvas.width - 6, y, colour=GREY, width=0.25)
        canvas.text(left - 4, y + 2.5, f"{top * part / 4:g}", anchor=1, size=canvas.size - 1)
    for index, (_, values) in enumerate(series):
        step = (canvas.width - 12 - left) / (len(values) - 1)
        points = [canvas.at(left + step * number, base - value / top * plot) for number, value in enumerate(values)]
        canvas.page.draw_polyline(points, color=COLOURS[index], width=1.4)
    canvas.text(canvas.width - 6, base + 16, x_label, anchor=1)
    canvas.text(left + 4, head - 4 if len(series) == 1 else head + 8, y_label, size=canvas.size - 1)
    if len(series) > 1:
        legend(canvas, [name for name, _ in series])
    return left, base, plot
