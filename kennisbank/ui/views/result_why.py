"""The table that says why a result is there: what was asked, as what it was found, by which kind of match."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.search_why import Because
from kennisbank.ui.models.search_words import why_words
from kennisbank.ui.widgets.cards import Hairline
from kennisbank.ui.widgets.layouts import clear_layout
from kennisbank.ui.widgets.text import Text


class WhyTable(QWidget):
    """A line for each way in which a word was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        self._shown: tuple[Because, ...] = ()
        follow(self, self._scale)

    def show_reasons(self, reasons: Sequence[Because], *, is_forced: bool = False) -> None:
        """Show other reasons."""
        if tuple(reasons) == self._shown and not is_forced:
            return
        self._shown = tuple(reasons)
        clear_layout(self._grid)
        if not reasons:
            return
        for column, words in enumerate((self.tr("You asked"), self.tr("Found as"), self.tr("Kind of hit"))):
            self._grid.addWidget(Text(words, 12, tone="text_2"), 0, column)
        for number, reason in enumerate(reasons):
            row = 2 * number + 1
            self._grid.addWidget(Hairline(), row, 0, 1, 3)
            self._grid.addWidget(Text(reason.searched or "–", 12, wraps=True), row + 1, 0)
            self._grid.addWidget(Found(reason.found), row + 1, 1)
            self._grid.addWidget(Text(why_words(reason.why), 12, tone="text_2", wraps=True), row + 1, 2)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.show_reasons(self._shown, is_forced=True)

    def _scale(self) -> None:
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))


class Found(QWidget):
    """Words in the box of a hit."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show `text`."""
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(min(QFontMetrics(font(12, strong=True)).horizontalAdvance(self._text) + px(10), px(200)), px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(140)), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setFont(font(12, strong=True))
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width() - px(6))
        width = painter.fontMetrics().horizontalAdvance(words) + px(6)
        box = QRect(0, (self.height() - px(18)) // 2, width, px(18))
        painter.fillRect(box, t.hit)
        painter.fillRect(QRect(0, box.bottom() - px(1), width, px(2)), t.hit_line)
        painter.setPen(t.on_hit)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
