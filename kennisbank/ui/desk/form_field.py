"""A field with its name above it, and what is wrong with it below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text


class LongEdit(QPlainTextEdit):
    """Several lines of text; Tab leaves it, as in every form."""

    def __init__(self, *, lines: int = 5, parent: QWidget | None = None) -> None:
        """Be `lines` high; more than that scrolls."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, lambda: self.setFixedHeight(px(20) * lines + px(16)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # it sends the form
            return
        super().keyPressEvent(event)


class FormField(QWidget):
    """One line, or several (`lines`); `set_words` names it."""

    edited = Signal()
    """Somebody typed in it."""

    def __init__(self, *, lines: int = 0, width: float = 0, longest: int = 1000, parent: QWidget | None = None) -> None:
        """Be as wide as there is room, or `width` units of the design at most."""
        super().__init__(parent)
        self._name, self._hint = Text(strong=True, wraps=True), Text(size=12, tone="text_2", wraps=True)
        self._edit: QLineEdit | LongEdit
        if lines:
            self._edit = LongEdit(lines=lines)
            self._edit.textChanged.connect(self._on_edited)
        else:
            self._edit = QLineEdit()
            self._edit.setMaxLength(longest)
            self._edit.textEdited.connect(lambda _text: self._on_edited())
        self._error = ErrorLine(self._edit)
        if width:
            follow(self._edit, lambda: self._edit.setMaximumWidth(px(width)))
        column = Column(self, margins=(4, 0, 4, 4), spacing=4)  # room for the ring of the focus
        column.add_all(self._name, self._hint, self._edit, self._error)
        self._hint.hide()
        self.setFocusProxy(self._edit)

    @property
    def edit(self) -> QLineEdit | LongEdit:
        """Return what is typed in."""
        return self._edit

    @property
    def text(self) -> str:
        """Return what stands in it, without the blanks around it."""
        return (self._edit.toPlainText() if isinstance(self._edit, LongEdit) else self._edit.text()).strip()

    @property
    def is_wrong(self) -> bool:
        """Tell whether something is said to be wrong with it."""
        return bool(self._error.accessibleName())

    def set_text(self, text: str) -> None:
        """Put words in it."""
        if text == self.text:
            return
        if isinstance(self._edit, LongEdit):
            before = self._edit.blockSignals(True)
            self._edit.setPlainText(text)
            self._edit.blockSignals(before)
        else:
            self._edit.setText(text)

    def set_words(self, name: str, hint: str = "") -> None:
        """Name it; `hint` says more, smaller."""
        self._name.setText(name)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._edit.setAccessibleName(name)
        if hint and not self.is_wrong:
            self._edit.setAccessibleDescription(hint)

    def say(self, error: str) -> bool:
        """Say what is wrong with it, or nothing; return whether something is."""
        self._error.say(error)
        return bool(error)

    def _on_edited(self) -> None:
        self._error.say("")
        self.edited.emit()


def focus_first_wrong(fields: list[FormField]) -> bool:
    """Give the keyboard to the first field that is wrong; return whether there is one."""
    wrong = next((each for each in fields if each.is_wrong), None)
    if wrong is not None:
        wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    return wrong is not None
