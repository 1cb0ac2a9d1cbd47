"""The passage that feedback is about, on the picture of its page: a soft fill, a rule below, uprights at both ends."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kennisbank.ui.theme import DARK, LIGHT

_Mode = QPainter.CompositionMode


def paint_feedback(painter: QPainter, boxes: Sequence[QRectF], *, night: bool, width: float = 2.0) -> None:
    """Mark the lines of a passage, in reading order; the uprights tell it from a mark where colours can't be told."""
    if not boxes:
        return
    tokens = DARK if night else LIGHT
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for box in boxes:
        painter.setCompositionMode(_Mode.CompositionMode_Lighten if night else _Mode.CompositionMode_Multiply)
        painter.fillRect(box, tokens.accent_soft)
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), width), tokens.accent)
    first, last = boxes[0], boxes[-1]
    for x, box in ((first.left() - width, first), (last.right(), last)):
        painter.fillRect(QRectF(x, box.top() - width, width, box.height() + 2 * width), tokens.accent)
    painter.restore()
