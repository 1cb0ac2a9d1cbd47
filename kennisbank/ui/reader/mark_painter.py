"""Painting of annotations on a page: fills over the picture, each colour with a rule of its own; spots, outlines.

Rectangles are in logical pixels of the viewport. No mark is told by its colour alone: yellow has a solid rule, green a
dashed one, blue a dotted one, pink a double one; the current one has a frame in the colour of the ink.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kennisbank.domain.annotation import COLOURS, AnnotationKind
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import px
from kennisbank.ui.reader.page_painter import page_theme
from kennisbank.ui.theme import Theme

_Mode = QPainter.CompositionMode
_ICONS: dict[AnnotationKind, str] = {"note": "note", "bookmark": "bookmark", "free_text": "pencil", "other": "info"}
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 2.0), (1.0, 1.5), ())
"""Of the rules of the four colours, in widths of the line; the last is drawn twice instead."""
_DOUBLE = 3
_SPACE = 0.18
"""Width of a space between two words, in heights of a line."""
_THINNEST, _THICKEST = 1.0, 3.0
_SIGN = 16


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one annotation on this paper; `number` is 0 to 3 for a colour of the four, which has its rule."""

    fill: QColor
    line: QColor
    number: int = 0


def inks(colour: str, *, night: bool) -> Inks:
    """Return the colours for a mark's colour: one of the four, ``#rrggbb`` from elsewhere, or the first when empty."""
    tokens = page_theme(night=night)
    if colour in COLOURS or not QColor.isValidColorName(colour):
        number = COLOURS.index(colour) if colour in COLOURS else 0
        return Inks(tokens.mark(number + 1), tokens.mark_line(number + 1), number)
    own = QColor(colour).toHsl()
    hue, saturation, lightness = max(0.0, own.hslHueF()), own.hslSaturationF(), own.lightnessF()
    fill, line = (0.20, 0.72) if night else (max(0.85, lightness), min(0.35, lightness))
    return Inks(QColor.fromHslF(hue, saturation, fill), QColor.fromHslF(hue, saturation, line))


def rule_width(scale: float) -> float:
    """Return the width of a rule at `scale` logical pixels per point: it grows with the text, within bounds."""
    return min(_THICKEST, max(_THINNEST, scale * 1.2))


def paint_rule(painter: QPainter, box: QRectF, ink: Inks, width: float) -> None:
    """Draw the rule of a colour along the lower edge of a box."""
    ratio = _ratio_of(painter)
    brush = _rule_brush(ink.number, ink.line.rgba(), max(1, round(width * ratio)), ratio)
    for rect in _rule_rects(box, ink.number, width, ratio):
        painter.fillRect(rect, brush)


def _rule_rects(box: QRectF, number: int, width: float, ratio: float) -> list[QRectF]:
    """Return the rule below a box, on whole device pixels: one line, or two for the double one."""
    thick = max(1, round(width * ratio)) / ratio
    y = round(box.bottom() * ratio) / ratio
    first = QRectF(box.left(), y, box.width(), thick)
    return [first, first.translated(0, 2 * thick)] if number == _DOUBLE else [first]


@lru_cache(maxsize=64)
def _rule_brush(number: int, colour: int, thick: int, ratio: float) -> QBrush:
    """Return what a rule is filled with: a dash or a dot and the gap after it, `thick` device pixels high."""
    line = QColor.fromRgba(colour)
    if not _DASHES[number]:
        return QBrush(line)
    on, off = (max(1, round(part * thick)) for part in _DASHES[number])
    tile = QImage(on + off, 1, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(0)
    for x in range(on):
        tile.setPixelColor(x, 0, line)
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


class MarkBatch:
    """The annotations of one page, collected and then painted together: thousands of them in a few strokes."""

    def __init__(self, *, scale: float, ratio: float, night: bool) -> None:
        """Collect for a page at `scale` logical pixels per point, on a screen with `ratio` device pixels for each."""
        self._width, self._ratio, self._night = rule_width(scale), ratio, night
        self._inks: dict[str, Inks] = {}
        self._fills: dict[int, list[QRectF]] = defaultdict(list)
        self._rules: dict[tuple[int, int], list[QRectF]] = defaultdict(list)
        self._others: list[tuple[float, float, Callable[[QPainter], None]]] = []

    def add_drawn(self, kind: AnnotationKind, boxes: Sequence[QRectF], colour: str, *, has_note: bool = False) -> None:
        """Add one that the picture of the page shows already: a highlight gets its rule, so that none needs its colour.

        Painted once more its colour would darken, and a sign would stand on its words.
        """
        ink = inks(colour, night=self._night)
        for box in boxes if kind == "highlight" else ():
            self._rules[ink.number, ink.line.rgba()] += _rule_rects(box, ink.number, self._width, self._ratio)
        if has_note and kind not in _ICONS:
            self._rules[0, ink.line.rgba()].append(_flag(boxes[-1]))

    def add(self, kind: AnnotationKind, boxes: Sequence[QRectF], colour: str, *, has_note: bool = False) -> None:
        """Add one annotation on its boxes."""
        ink = self._inks.get(colour)
        if ink is None:
            ink = self._inks[colour] = inks(colour, night=self._night)
        width, line = self._width, ink.line.rgba()
        match kind:
            case "highlight":
                self._fills[ink.fill.rgba()] += _apart(boxes)
                for box in boxes:
                    self._rules[ink.number, line] += _rule_rects(box, ink.number, width, self._ratio)
            case "underline":
                self._rules[0, line] += [QRectF(box.left(), box.bottom(), box.width(), 1.5 * width) for box in boxes]
            case "strikeout":
                self._rules[0, line] += [
                    QRectF(box.left(), box.top() + 0.55 * box.height(), box.width(), 1.5 * width) for box in boxes
                ]
            case "squiggly":
                self._add_other(boxes, lambda painter: _squiggles(painter, boxes, QPen(ink.line, width)))
            case "area":
                self._add_other(boxes, lambda painter: _outline(painter, boxes, ink, 1.5 * width))
            case _:
                self._add_other(boxes, lambda painter: _spot(painter, kind, boxes, ink, night=self._night))
        if has_note and kind not in _ICONS:
            self._rules[0, line].append(_flag(boxes[-1]))

    def _add_other(self, boxes: Sequence[QRectF], paint: Callable[[QPainter], None]) -> None:
        top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
        self._others.append((top - px(_SIGN), bottom + px(_SIGN), paint))

    def paint(self, painter: QPainter, seen: tuple[float, float] = (-math.inf, math.inf)) -> None:
        """Paint all of it: fills, then rules, then signs and outlines; what is not between two heights may lack."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setCompositionMode(_Mode.CompositionMode_Lighten if self._night else _Mode.CompositionMode_Multiply)
        for fill, rects in self._fills.items():
            painter.setBrush(QColor.fromRgba(fill))
            painter.drawRects(rects)
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        thick = max(1, round(self._width * self._ratio))
        for (number, line), rects in self._rules.items():
            painter.setBrush(_rule_brush(number, line, thick, self._ratio))
            painter.drawRects(rects)
        for top, bottom, paint in self._others:
            if top <= seen[1] and bottom >= seen[0]:
                paint(painter)
        painter.restore()


def _flag(box: QRectF) -> QRectF:
    """Return the small square that says that there is a note: behind the last line, as wide as a space."""
    side = max(2.0, _SPACE * box.height())
    return QRectF(box.right() + 0.5, box.bottom() - side, side, side)


def paint_mark(
    painter: QPainter,
    kind: AnnotationKind,
    boxes: Sequence[QRectF],
    colour: str,
    *,
    scale: float,
    night: bool,
    has_note: bool = False,
) -> None:
    """Paint one annotation on its boxes."""
    batch = MarkBatch(scale=scale, ratio=_ratio_of(painter), night=night)
    batch.add(kind, boxes, colour, has_note=has_note)
    batch.paint(painter)


def _ratio_of(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _apart(boxes: Sequence[QRectF]) -> list[QRectF]:
    """Return the boxes of the lines of one mark, each cut where the line before it ends: no ink is laid on twice."""
    found: list[QRectF] = []
    for box in boxes:
        before = found[-1] if found else None
        if before is not None and before.top() < box.top() < before.bottom() < box.bottom() and before.intersects(box):
            box = QRectF(box.left(), before.bottom(), box.width(), box.bottom() - before.bottom())  # noqa: PLW2901
        found.append(box)
    return found


def paint_current(painter: QPainter, boxes: Sequence[QRectF], *, night: bool) -> None:
    """Frame the current annotation in the colour of the ink, around all of its lines: that shows without colour too."""
    shape = QPainterPath()
    for box in boxes:
        shape.addRect(box.adjusted(-3, -1, 3, 4))
    shape.setFillRule(Qt.FillRule.WindingFill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(page_theme(night=night).ink, 2.0))
    painter.drawPath(shape.simplified())


def _squiggles(painter: QPainter, boxes: Sequence[QRectF], pen: QPen) -> None:
    for box in boxes:
        _squiggle(painter, box, pen)


def _squiggle(painter: QPainter, box: QRectF, pen: QPen) -> None:
    step = max(2.0, 2.0 * pen.widthF())
    count = max(1, round(box.width() / step))
    points = [
        QPointF(box.left() + at * box.width() / count, box.bottom() + (0.0 if at % 2 else step))
        for at in range(count + 1)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def _outline(painter: QPainter, boxes: Sequence[QRectF], ink: Inks, width: float) -> None:
    pen = QPen(ink.line, width)
    if _DASHES[ink.number]:
        pen.setDashPattern(_DASHES[ink.number])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        edge = QRectF(box.toAlignedRect())
        painter.drawRect(edge)
        if ink.number == _DOUBLE:
            painter.drawRect(edge.adjusted(2 * width, 2 * width, -2 * width, -2 * width))


def _spot(painter: QPainter, kind: AnnotationKind, boxes: Sequence[QRectF], ink: Inks, *, night: bool) -> None:
    """Draw a sign at the top of the first box, and outline what is larger than the sign."""
    tokens: Theme = page_theme(night=night)
    side = px(_SIGN)
    for box in boxes[:1]:
        if kind in {"free_text", "other"}:
            painter.setPen(QPen(ink.line, 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        left = min(box.left(), box.right() - side) if kind == "bookmark" else box.left()
        sign = QRectF(left, box.top(), side, side)
        painter.setPen(QPen(ink.line, 1.0))
        painter.setBrush(tokens.paper if kind == "bookmark" else ink.fill)
        painter.drawRect(sign.adjusted(-2, -2, 2, 2))
        picture = _sign(_ICONS.get(kind, "info"), tokens.ink.rgba(), round(side * _ratio_of(painter)))
        painter.drawImage(sign, picture)


@lru_cache(maxsize=32)
def _sign(name: str, colour: int, side: int) -> QImage:
    """Return the picture of an icon, `side` device pixels large."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    draw_icon(painter, QRectF(0, 0, side, side), name, QColor.fromRgba(colour))
    painter.end()
    return picture
