"""A line to type in that shows, behind the cursor, how what is typed may go on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from kennisbank.ui.look import px, theme

_ACCEPTING = (Qt.Key.Key_Right, Qt.Key.Key_End)


class CompletingEdit(QLineEdit):
    """A line edit with an offer: Right or End at the end of the text takes it, Ctrl+Space lists all there are.

    Nothing pops up by itself: what is found shows below the field while one types, and Down leads there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._offered: tuple[str, ...] = ()
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setWidget(self)
        self._list.activated.connect(self.setText)
        self.textChanged.connect(self._on_text)

    def offer(self, text: str, completions: Sequence[str]) -> None:
        """Offer ways to go on from `text`, likeliest first; nothing happens if other words stand here by now."""
        if text == self.text():
            self._offered = tuple(completions)
            self.setAccessibleDescription(self.tr("Right arrow: %1").replace("%1", completions[0]) if self.rest else "")
            self.update()

    @property
    def rest(self) -> str:
        """Return what the likeliest offer adds to the text; empty where the cursor isn't behind it all."""
        text = self.text()
        if not self._offered or not text or self.cursorPosition() < len(text) or not self.hasFocus():
            return ""
        best = self._offered[0]
        return best[len(text) :] if best[: len(text)].casefold() == text.casefold() else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rest = self.rest
        if event.key() in _ACCEPTING and rest and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.setText(self.text() + rest)
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._words.setStringList(list(self._offered))
            self._list.complete()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rest = self.rest
        if rest:
            painter = QPainter(self)
            painter.setPen(theme().text_2)
            cursor = self.cursorRect()
            left = cursor.center().x() + px(1)
            behind = QRect(left, cursor.top(), self.width() - left, cursor.height() + 1)
            painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, rest)

    def _on_text(self) -> None:
        self._offered = ()
        self.setAccessibleDescription("")
