"""A field for words that may need several lines: it grows with them, and Tab leaves it."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import LOOK, follow, px


class MetadataText(QPlainTextEdit):
    """Plain text of `lines` to `most` lines; with `is_line` a break can't be typed: one long line that wraps."""

    def __init__(self, lines: int = 1, most: int = 4, *, is_line: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        self._lines, self._most, self._is_line = lines, most, is_line
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(4, 2, 4, 2)
        self.textChanged.connect(self._fit)
        follow(self, self._scale)

    def text(self) -> str:
        """Return the words, without white space around them."""
        text = self.toPlainText()
        return " ".join(text.split()) if self._is_line else text.strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and (self._is_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()  # Ctrl+Enter belongs to the form
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()) if self._is_line else source.text())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason} and self._is_line:
            self.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _scale(self) -> None:
        self.setFrameStyle(self.frameStyle())  # makes Qt ask for the width of the frame again
        self._fit()

    def _fit(self) -> None:
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff)
        if lines <= self._most:
            self.verticalScrollBar().setValue(0)
        lines = min(max(lines, self._lines), self._most)
        high = max(self.fontMetrics().lineSpacing(), LOOK.metrics.line(13) - px(3))
        self.setFixedHeight(max(px(32), lines * high + px(14)))
