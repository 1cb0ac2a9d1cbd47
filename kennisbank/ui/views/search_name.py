"""A line in which a saved search gets its name: a field, what to do with it, and what is wrong with it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class NameLine(QWidget):
    """Enter takes the name, Escape leaves."""

    taken = Signal(str)
    """This is to be the name."""
    left = Signal()
    remove_asked = Signal()

    def __init__(self, *, can_remove: bool = False, parent: QWidget | None = None) -> None:
        """Begin with an empty name; `can_remove` offers to remove what has it."""
        super().__init__(parent)
        self._label, self._field = Text(), QLineEdit()
        self._take, self._leave = Button("", "secondary"), Button("", "quiet")
        self._remove = Button("", "quiet", icon_name="x")
        self._error = ErrorLine(self._field)
        self._is_removable = can_remove
        self._label.setBuddy(self._field)
        field = Row(margins=(4, 0, 0, 0), spacing=8)
        field.addWidget(self._label)
        field.addWidget(self._field, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        follow(buttons, lambda: flow.setContentsMargins(px(4), px(4), px(4), px(4)))  # room for the ring of the focus
        for button in (self._take, self._leave, self._remove):
            flow.addWidget(button)
        self._remove.setVisible(can_remove)
        Column(self, margins=(0, 4, 4, 4), spacing=8).add_all(field, self._error, buttons)
        self._field.setMaxLength(200)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(lambda _text: self._error.say(""))
        self._take.clicked.connect(self._on_taken)
        self._leave.clicked.connect(self.left)
        self._remove.clicked.connect(self.remove_asked)
        follow(self, self._scale)

    @property
    def field(self) -> QLineEdit:
        """Return the field."""
        return self._field

    def set_words(self, label: str, take: str, leave: str, remove: str = "") -> None:
        """Say what the field and the buttons are."""
        self._label.setText(label)
        self._field.setAccessibleName(label)
        self._take.setText(take)
        self._leave.setText(leave)
        self._remove.setText(remove)

    def offer(self, name: str, *, can_remove: bool = False) -> None:
        """Begin with this name, all of it selected, and take the keyboard."""
        self._error.say("")
        self._remove.setVisible(can_remove)
        self._field.setText(name)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def refuse(self, why: str) -> None:
        """Say what is wrong with the name."""
        self._error.say(why)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_taken()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_taken(self) -> None:
        self.taken.emit(self._field.text())

    def _scale(self) -> None:
        self._field.setFont(font(13))
        self._field.setFixedHeight(px(32))
