"""Painting of annotations on a page: fills over the picture, each colour with a rule of its own; spots, outlines.

Rectangles are in logical pixels of the viewport. No mark is told by its colour alone: yellow has a solid rule, green a
dashed one, blue a dotted one, pink a double one; the current one has a frame in the colour of the ink.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

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
_THINNEST, _THICKEST = 1.0, 3.0


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
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    y = round(box.bottom() * ratio) / ratio
    pen = QPen(ink.line, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if _DASHES[ink.number]:
        pen.setDashPattern(_DASHES[ink.number])
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    if ink.number == _DOUBLE:
        painter.drawLine(QPointF(box.left(), y + 2 * width), QPointF(box.right(), y + 2 * width))


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
    ink, width = inks(colour, night=night), rule_width(scale)
    match kind:
        case "highlight":
            _fill(painter, boxes, ink.fill, night=night)
            for box in boxes:
                paint_rule(painter, box, ink, width)
        case "underline":
            _lines(painter, boxes, QPen(ink.line, 1.5 * width), 1.0)
        case "strikeout":
            _lines(painter, boxes, QPen(ink.line, 1.5 * width), 0.55)
        case "squiggly":
            for box in boxes:
                _squiggle(painter, box, QPen(ink.line, width))
        case "area":
            _outline(painter, boxes, ink, 1.5 * width)
        case _:
            _spot(painter, kind, boxes, ink, night=night)
    if has_note and kind not in _ICONS:
        _flag(painter, boxes[-1], ink.line, width)


def paint_current(painter: QPainter, boxes: Sequence[QRectF], *, night: bool) -> None:
    """Frame the current annotation in the colour of the ink, around all of its lines: that shows without colour too."""
    shape = QPainterPath()
    for box in boxes:
        shape.addRect(box.adjusted(-3, -1, 3, 4))
    shape.setFillRule(Qt.FillRule.WindingFill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(page_theme(night=night).ink, 2.0))
    painter.drawPath(shape.simplified())


def _fill(painter: QPainter, boxes: Sequence[QRectF], colour: QColor, *, night: bool) -> None:
    """Fill the boxes as one shape: where two lines overlap, the colour isn't laid on twice."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        shape.addRect(box)
    painter.setCompositionMode(_Mode.CompositionMode_Lighten if night else _Mode.CompositionMode_Multiply)
    painter.fillPath(shape, colour)
    painter.setCompositionMode(_Mode.CompositionMode_SourceOver)


def _lines(painter: QPainter, boxes: Sequence[QRectF], pen: QPen, height: float) -> None:
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for box in boxes:
        y = box.top() + height * box.height()
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


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
    side = px(16)
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
        draw_icon(painter, sign, _ICONS.get(kind, "info"), tokens.ink)


def _flag(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Set a small corner behind the end of the last line, clear of the text: there are words to it."""
    side = 3.0 * width
    corner = QPolygonF([
        QPointF(box.right(), box.bottom()),
        QPointF(box.right() + side, box.bottom()),
        QPointF(box.right(), box.bottom() - side),
    ])  # fmt: skip
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(corner)
