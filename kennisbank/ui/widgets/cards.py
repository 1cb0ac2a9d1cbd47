"""Grounds to put things on: cards, panels, hairlines; and the pane that has nothing to show yet."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.icons import draw_icon
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text


class Card(QFrame):
    """A box with a hairline edge and round corners; the current one has a 2-pixel accent edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card; give it a layout."""
        super().__init__(parent)
        self._is_current = False

    def set_current(self, *, is_current: bool) -> None:
        """Show whether this is the current card of its list."""
        self._is_current = is_current
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        edge = t.accent if self._is_current else t.line
        panel(QPainter(self), self.rect(), fill=t.surface, edge=edge, radius=8, width=2 if self._is_current else 1)


class Ground(QWidget):
    """A plain area in one token's colour (``surface`` for side panes), with a hairline where asked."""

    def __init__(self, colour: str = "surface", *, edges: str = "", parent: QWidget | None = None) -> None:
        """Fill with the token `colour`; `edges` names hairlines: any of the letters l, t, r, b."""
        super().__init__(parent)
        self._colour, self._edges = colour, edges

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill: QColor = getattr(theme(), self._colour)
        painter.fillRect(self.rect(), fill)
        line, w, h = theme().line, self.width(), self.height()
        for letter, box in (("l", (0, 0, 1, h)), ("t", (0, 0, w, 1)), ("r", (w - 1, 0, 1, h)), ("b", (0, h - 1, w, 1))):
            if letter in self._edges:
                painter.fillRect(*box, line)


class SizedGround(Ground):
    """One that says when its room changes."""

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Hairline(QWidget):
    """A line between two things; for the eye only."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        """Lie level, or stand `upright`."""
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().line)


class Picture(QWidget):
    """An icon by itself, for the eye only: words beside it say the same."""

    def __init__(self, icon_name: str, tone: str = "text_2", side: float = 20, parent: QWidget | None = None) -> None:
        """Show the icon `side` units square, in the colour of the token `tone`."""
        super().__init__(parent)
        self._name, self._tone, self._side = icon_name, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    def set_icon(self, icon_name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = icon_name, tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self.rect(), self._name, getattr(theme(), self._tone))


class EmptyState(QWidget):
    """What a pane says when it has nothing to show: one sentence, and the next step as a button."""

    asked = Signal()
    """The button was pressed."""

    def __init__(self, icon_name: str = "", parent: QWidget | None = None) -> None:
        """Stand in the middle of the pane; say something with `set_words`."""
        super().__init__(parent)
        column = Column(self, margins=(24, 24, 24, 24), spacing=12)
        self._sentence = Text(size=15, wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = Text(tone="text_2", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button()
        self._button.clicked.connect(self.asked)
        column.addStretch(2)
        if icon_name:
            column.addWidget(Picture(icon_name, "text_2", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        row = Row()
        row.add_all(None, self._button, None)
        column.addLayout(row)
        column.addStretch(3)

    @property
    def button(self) -> Button:
        """Return the button, to give it a shortcut or the focus."""
        return self._button

    def set_words(self, sentence: str, button: str = "", hint: str = "") -> None:
        """Say `sentence` and, smaller, `hint`; without words for it there is no button."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setVisible(bool(button))
