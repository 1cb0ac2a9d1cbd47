"""The field in which a message is written: as high as what stands in it, between some lines and many."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import LOOK, follow, font, px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageEdit(QPlainTextEdit):
    """Text of several lines; Tab goes on.

    Signals: `typed` with the text after each change by the reader; `submitted` by Ctrl+Enter; `left` by Esc.
    """

    typed = Signal(str)
    submitted = Signal()
    left = Signal()

    def __init__(self, *, least: int = 4, most: int = 14, parent: QWidget | None = None) -> None:
        """Make an empty field of at least so many lines, at most so many before it scrolls."""
        super().__init__(parent)
        self._least, self._most, self._lines = least, most, 0
        self._is_silent = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        follow(self, self._scale)

    def put(self, text: str) -> None:
        """Show a text, without telling `typed`."""
        if text != self.toPlainText():
            self._is_silent = True
            self.setPlainText(text)
            self._is_silent = False

    @property
    def text(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def _scale(self) -> None:
        self.setFont(font(13))
        self._lines = 0
        self._fit()

    def _fit(self) -> None:
        lines = min(self._most, max(self._least, int(self.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            self.setFixedHeight(lines * LOOK.metrics.line(13) + px(16))

    def _on_text(self) -> None:
        if not self._is_silent:
            self.typed.emit(self.toPlainText())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self.height())

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Esc from what it stands in, which may mean something else by them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _ends(event: QKeyEvent) -> bool:
    """Tell whether a key ends the writing."""
    is_sent = event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_sent or event.key() == Qt.Key.Key_Escape
