"""A small button that is a sample of one of the four marks."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.margin_face import paint_swatch


class SwatchButton(QAbstractButton):
    """Chooses a mark; checked while it is the one of the annotation."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        """Make the button of `colour`."""
        super().__init__(parent)
        self._colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 4)
        follow(self, self.updateGeometry)

    def set_name(self, name: str, keys: str) -> None:
        """Say what the colour is called, and its key."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})")

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(24), px(24))

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: the annotation tells which is checked."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        if self.isChecked() or self.underMouse():
            panel(painter, self.rect(), fill=t.hover, edge=t.text if self.isChecked() else t.line, radius=4)
        box = QRect(px(4), px(6), px(16), px(13))
        paint_swatch(painter, box, self._colour)
        if t.name == "contrast":
            painter.setPen(QPen(t.line, 1))
            painter.drawRect(box)
