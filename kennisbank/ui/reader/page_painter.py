"""Painting of one page: paper, picture, boxed hits, selected text, and the words in place of a page that failed.

Fills go over the picture so that its letters stay readable: multiplied on white paper, lightened on night paper;
selected text is turned into the accent's own pair of colours. Rectangles are in logical pixels of the viewport.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kennisbank.ui.theme import DARK, LIGHT, Theme

_RADIUS = 2.0
_Mode = QPainter.CompositionMode


def page_theme(*, night: bool) -> Theme:
    """Return the tokens that fit the paper, which need not be those of the window."""
    return DARK if night else LIGHT


def aligned(rect: QRectF, ratio: float) -> QRectF:
    """Return the rectangle with its top left on a whole device pixel, so that a picture there stays sharp."""
    return QRectF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio, rect.width(), rect.height())


def paint_paper(painter: QPainter, rect: QRectF, edge: QColor, *, night: bool) -> None:
    """Paint an empty page with its edge."""
    painter.fillRect(rect.adjusted(-1, -1, 1, 1), edge)
    painter.fillRect(rect, page_theme(night=night).paper)


def paint_image(painter: QPainter, rect: QRectF, image: QImage, ratio: float) -> None:
    """Paint the picture of a page: dot for dot when it was drawn for this size, else scaled to it."""
    width, height = image.width() / ratio, image.height() / ratio
    if abs(width - rect.width()) * ratio < 2 and abs(height - rect.height()) * ratio < 2:
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.drawImage(QRectF(rect.x(), rect.y(), width, height), image)
        painter.restore()
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, image)


def paint_spot(painter: QPainter, boxes: Iterable[QRectF], *, is_current: bool, night: bool) -> None:
    """Box one hit: fill and outline; the current one has twice the outline, so that it shows without colour too."""
    tokens = page_theme(night=night)
    for box in boxes:
        around = box.adjusted(-1.5, -0.5, 1.5, 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(_Mode.CompositionMode_Lighten if night else _Mode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.hit)
        painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.hit_line, 2.0 if is_current else 1.0))
        painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        painter.restore()


def paint_selection(painter: QPainter, boxes: Sequence[QRectF], *, night: bool) -> None:
    """Turn the text in these boxes into the colours of selected text: paper becomes accent, ink the text on it."""
    accent = page_theme(night=night).accent
    painter.save()
    for box in boxes:
        painter.setCompositionMode(_Mode.CompositionMode_Difference)
        painter.fillRect(box, QColor(Qt.GlobalColor.white))
        painter.setCompositionMode(_Mode.CompositionMode_Multiply if night else _Mode.CompositionMode_Screen)
        painter.fillRect(box, accent)
    painter.restore()


def paint_message(painter: QPainter, rect: QRectF, message: str, *, night: bool) -> None:
    """Write why there is no picture where it would be."""
    room = rect.adjusted(24, 24, -24, -24)
    painter.setPen(page_theme(night=night).text_2)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, message)
