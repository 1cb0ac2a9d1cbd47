"""The field for an answer in a thread; kept as one types it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.controllers.drafting import left_over
from kennisbank.ui.controllers.feedback_drafting import SAVE_AFTER_MS
from kennisbank.ui.feedback.draft_stand import DraftStand
from kennisbank.ui.feedback.message_edit import MessageEdit
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout


class ReplyField(QWidget):
    """Signals: `kept` with the text as it is to be saved; `sent` with it when it is to go; `left` by Esc."""

    kept = Signal(str)
    sent = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.edit, self.stand = MessageEdit(least=2, most=10), DraftStand()
        self.error = ErrorLine(self.edit)
        self.send = Button("", "primary", small=False, key_hint="Ctrl Enter")
        row = FlowLayout(spacing=8)
        row.addWidget(self.send)
        row.addWidget(self.stand)
        Column(self, spacing=6).add_all(self.edit, self.error, row)
        self._due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._due.timeout.connect(self.flush)
        self.edit.typed.connect(self._on_typed)
        self.edit.submitted.connect(self._send)
        self.edit.left.connect(self.left)
        self.send.clicked.connect(self._send)

    def put(self, text: str) -> None:
        """Show a text that is kept already; what is being typed stays."""
        if not self._due.isActive() and not (self.edit.hasFocus() and self.edit.text):
            self.edit.put(text)
            self.stand.say("")
            self.error.say("")

    def clear(self) -> None:
        """Begin anew: it was sent, or another thread is shown."""
        self._due.stop()
        self.edit.put("")
        self.stand.say("")
        self.error.say("")

    def was_sent(self, text: str) -> None:
        """Begin anew; what was typed since `text` was sent stays, and is kept."""
        rest = left_over(self.edit.text, text)
        self.clear()
        if rest:
            self.edit.put(rest)
            self._due.start()

    def flush(self) -> None:
        """Have whatever waits saved now."""
        if self._due.isActive() or self.sender() is self._due:
            self._due.stop()
            self.kept.emit(self.edit.text)

    def _on_typed(self, _text: str) -> None:
        self.error.say("")
        self.stand.say("")
        if not self._due.isActive():
            self._due.start()

    def _send(self) -> None:
        if self.edit.text.strip():
            self.flush()  # should it not go, it is kept
            self.sent.emit(self.edit.text)
        else:
            self.error.say(self.tr("Write your answer first."))
            self.edit.setFocus()

    def retranslate(self, name: str, send: str) -> None:
        """Set all words: what the field is for, and what the button does."""
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(name)
        self.send.setText(send)
