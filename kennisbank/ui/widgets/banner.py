"""A line on a soft ground that says how things stand: an icon, a sentence, and a button where there is a way on."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.look import px
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.labels import badge_colours
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text

BannerTone = Literal["accent", "ok", "warn", "bad"]


class Banner(QWidget):
    """Hidden until it says something."""

    def __init__(self, icon_name: str = "info", tone: BannerTone = "warn", parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._tone: BannerTone = tone
        self._picture = Picture(icon_name, tone)
        self._words = Text(size=12, wraps=True)
        self.button = Button("", "secondary", small=True)
        row = Row(self, margins=(12, 8, 12, 8), spacing=10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=8)
        column.add_all(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def say(self, words: str, button: str = "", *, icon_name: str = "", tone: BannerTone | None = None) -> None:
        """Say this, with a button where there is a way on; without words it goes away."""
        self._tone = tone or self._tone
        if icon_name:
            self._picture.set_icon(icon_name, self._tone)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground, edge, _colour = badge_colours(self._tone)
        panel(QPainter(self), self.rect(), fill=ground, edge=edge, radius=6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), super().minimumSizeHint().height())
