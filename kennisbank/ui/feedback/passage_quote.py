"""The passage that feedback is about, quoted; or that it is about the whole contribution."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.ui.language import number
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.feedback_words import start_of
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text

_MOST = 400
"""Letters of a passage that are quoted; the page beside it shows all of it."""


class PassageQuote(QWidget):
    """An upright, where it stands, and the words. Signals: `shown_asked` and `dropped` from the buttons below it."""

    shown_asked = Signal()
    dropped = Signal()

    def __init__(self, *, can_drop: bool = False, parent: QWidget | None = None) -> None:
        """Quote nothing yet; with `can_drop` one may make it feedback on the whole instead."""
        super().__init__(parent)
        self._anchor: Anchor | None = None
        self._title, self._can_drop = "", can_drop
        self._where, self._words = Text(size=12, tone="text_2", wraps=True), Text(wraps=True, selectable=True)
        self.drop = Button("", "link", small=True)
        column = Column(self, margins=(14, 0, 0, 0), spacing=2)
        column.add_all(self._where, self._words)
        column.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.drop.clicked.connect(self.dropped)
        self.retranslate()

    def put(self, anchor: Anchor | None, title: str = "") -> None:
        """Quote this passage; without one say which contribution it is about."""
        self._anchor, self._title = anchor, title
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        anchor = self._anchor
        self.drop.setText(self.tr("About the whole contribution instead"))
        self.drop.setVisible(self._can_drop and anchor is not None)
        if anchor is None:
            self._where.setText(self.tr("About the whole contribution"))
            self._words.setText(start_of(self._title, _MOST))
        else:
            page = self.tr("Passage on page {page}").format(page=number(anchor.page)) if anchor.page else ""
            self._where.setText(page or self.tr("A passage that is no longer in this version"))
            self._words.setText(start_of(anchor.quote.exact, _MOST) if anchor.quote is not None else "")
        self._words.setVisible(bool(self._words.text()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme().accent if self._anchor is not None else theme().line_strong
        QPainter(self).fillRect(QRect(0, 0, px(3), self.height()), colour)
