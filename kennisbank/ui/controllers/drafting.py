"""What is typed in a field, on its way to the library: handed over soon after the first letter, and on leaving."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

SAVE_AFTER_MS = 600
"""After the first letter that wasn't handed over; not after the last, or who types on would never be saved."""


def left_over(text: str, sent: str) -> str:
    """Return what of a field's text wasn't sent: what was typed on while the library took the rest over."""
    return text.removeprefix(sent).lstrip() if sent else text


class Drafting(QObject):
    """Watches one field. What it shows from the library never replaces what is being typed."""

    typed = Signal(str)
    """This is to be saved."""
    left = Signal()
    """The keyboard left the field."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Watch `field`, and live as long."""
        super().__init__(field)
        self._field = field
        self._shown = self.text
        self._is_showing = False
        self._due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._due.timeout.connect(self.flush)
        field.textChanged.connect(self._on_changed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was typed that wasn't handed over."""
        return self._due.isActive()

    def show_text(self, text: str) -> None:
        """Show what the library says, unless something else is being typed."""
        if self.is_dirty:
            return
        self._shown = text
        if text == self.text:
            return
        self._is_showing = True
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._is_showing = False

    def flush(self) -> None:
        """Hand over what was typed, if it wasn't yet."""
        self._due.stop()
        if self.text != self._shown:
            self._shown = self.text
            self.typed.emit(self._shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.flush()
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False

    def _on_changed(self) -> None:
        if not self._is_showing and not self._due.isActive():
            self._due.start()
