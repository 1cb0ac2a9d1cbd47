"""The parts of My reactions: notes in margins, feedback to authors, and what everybody sees or a maintainer decides on.

One tab stop; the arrows change.
"""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px, theme

ReactionPart = Literal["notes", "feedback", "voices"]
PARTS: tuple[ReactionPart, ...] = ("notes", "feedback", "voices")


class ReactionParts(QWidget):
    """Signal: `chosen` with the part that somebody wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with notes."""
        super().__init__(parent)
        self._news = 0
        self.bar = QTabBar(self, documentMode=True, drawBase=False, expanding=False)
        self.bar.setUsesScrollButtons(False)  # where there is no room, names are cut, and none is out of reach
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in PARTS:
            self.bar.setTabData(self.bar.addTab(""), part)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.bar)
        follow(self, lambda: column.setContentsMargins(px(16), px(8), px(16), 1))
        follow(self.bar, lambda: self.bar.setFont(font(13)))
        self.bar.currentChanged.connect(lambda at: self.chosen.emit(PARTS[at]))
        self.retranslate()

    def put(self, part: ReactionPart) -> None:
        """Show which part is shown, without a signal."""
        blocked = self.bar.blockSignals(True)
        self.bar.setCurrentIndex(PARTS.index(part))
        self.bar.blockSignals(blocked)

    def set_news(self, count: int) -> None:
        """Say how much of one's feedback moved."""
        self._news = count
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("What you wrote"))
        self.bar.setAccessibleName(self.tr("What you wrote"))
        self.bar.setTabText(0, self.tr("Notes and marks"))
        words = self.tr("Feedback to authors")
        if self._news:
            words = self.tr("Feedback to authors, {count} new").format(count=number(self._news))
        self.bar.setTabText(1, words)
        self.bar.setTabText(2, self.tr("Comments and proposals"))
        for at in range(len(PARTS)):
            self.bar.setTabToolTip(at, self.bar.tabText(at))
            self.bar.setAccessibleTabName(at, self.bar.tabText(at))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().line)
