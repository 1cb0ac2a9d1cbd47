"""The few shapes that all controls are made of."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kennisbank.ui.look import px


def panel(
    painter: QPainter,
    rect: QRect,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    radius: float = 6,
    width: float = 1,
) -> None:
    """Draw a rounded box inside `rect`; `radius` in units of the design, the edge `width` pixels wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    half = width / 2 if edge is not None else 0.0
    corner = max(0.0, px(radius) - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)
    painter.restore()


def tick(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw a tick in a square."""
    _stroke(painter, rect, colour, ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32)))


def dash(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw a short level stroke in a square: partly so."""
    _stroke(painter, rect, colour, ((0.27, 0.5), (0.73, 0.5)))


def chevron(painter: QPainter, rect: QRect, colour: QColor, direction: str = "down") -> None:
    """Draw a chevron of 8 x 4 units in the middle of `rect`; direction: down, up, left or right."""
    size = px(10)
    box = QRect(rect.center().x() - size // 2 + 1, rect.center().y() - size // 2 + 1, size, size)
    points = {
        "down": ((0.1, 0.3), (0.5, 0.7), (0.9, 0.3)),
        "up": ((0.1, 0.7), (0.5, 0.3), (0.9, 0.7)),
        "right": ((0.3, 0.1), (0.7, 0.5), (0.3, 0.9)),
        "left": ((0.7, 0.1), (0.3, 0.5), (0.7, 0.9)),
    }
    _stroke(painter, box, colour, points[direction])


def _stroke(painter: QPainter, rect: QRect, colour: QColor, points: tuple[tuple[float, float], ...]) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.5, px(3) / 2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(rect)
    painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])
    painter.restore()
