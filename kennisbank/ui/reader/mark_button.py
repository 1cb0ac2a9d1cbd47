"""The button of one of the four marks: its fill, its rule and its name."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS, Colour
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.annotation_words import colour_words
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.mark_painter import Inks, paint_rule

_DOUBLE = COLOURS.index("pink")
"""The colour whose rule is two lines, which take more room."""


class MarkButton(QAbstractButton):
    """Marks in one colour; checked when that is the colour of what one is at."""

    def __init__(self, colour: Colour, parent: QWidget | None = None) -> None:
        """Make the button of `colour`."""
        super().__init__(parent)
        self._number = COLOURS.index(colour)
        self._colour = colour
        self._is_short = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 4)
        follow(self, self._measure)
        self.retranslate()

    def set_short(self, *, short: bool) -> None:
        """Show its key instead of its name: where there is little room."""
        if short != self._is_short:
            self._is_short = short
            self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language in force."""
        name = colour_words(self._colour)
        self.setText(str(self._number + 1) if self._is_short else name)
        self.setAccessibleName(self.tr("Mark in {colour}").format(colour=name.lower()))
        self.setToolTip(f"{self.accessibleName()} ({self._number + 1})")
        self.updateGeometry()

    def _measure(self) -> None:
        self.setFont(font(12, strong=True))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + px(16), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: the mark tells the colour, the button only asks for it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        panel(painter, self.rect(), fill=t.mark(self._number + 1), radius=4)
        box = QRectF(self.rect()).adjusted(px(2), 0, -px(2), -px(7 if self._number == _DOUBLE else 4))
        paint_rule(painter, box, Inks(t.mark(self._number + 1), t.mark_line(self._number + 1), self._number), px(3) / 2)
        painter.setPen(t.on_mark)
        painter.setFont(self.font())
        painter.drawText(self.rect().translated(QPoint(0, -px(1))), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            painter.setPen(QPen(t.text, px(2)))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if self.underMouse() and not self.isChecked():
            painter.setPen(QPen(t.mark_line(self._number + 1), 1))
            painter.drawRect(QRect(self.rect()).adjusted(0, 0, -1, -1))
