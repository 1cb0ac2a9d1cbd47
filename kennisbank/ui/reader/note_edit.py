"""The field in which a note is written, in its card: as high as what stands in it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import LOOK, follow, font, px

_LINES = 3
_MOST_LINES = 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEdit(QPlainTextEdit):
    """Text of several lines. Ctrl+Enter or Esc ends the writing, Tab goes on to the tags.

    Signals: `typed` with the text after each change by the reader; `ended` when the writing ends by a key; `resized`
    when it wants another height.
    """

    typed = Signal(str)
    ended = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._is_silent = False
        self._lines = 0
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        follow(self, self._scale)

    def put(self, text: str) -> None:
        """Show a text, without telling `typed`; the place of the cursor is kept where that is possible."""
        if text == self.toPlainText():
            return
        self._is_silent = True
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)
        self._is_silent = False

    def _scale(self) -> None:
        self.setFont(font(13))
        self._lines = 0
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text, between a few lines and many."""
        lines = min(_MOST_LINES, max(_LINES, int(self.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            self.setFixedHeight(lines * LOOK.metrics.line(13) + px(16))
            self.resized.emit()

    def _on_text(self) -> None:
        if not self._is_silent:
            self.typed.emit(self.toPlainText())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ends or event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.ended.emit()
        else:
            super().keyPressEvent(event)
