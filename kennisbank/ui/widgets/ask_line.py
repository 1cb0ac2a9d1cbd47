"""A question where one stands, instead of a dialog over everything: what would happen, and two ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class AskLine(Card):
    """Hidden until `ask`. Escape is not needed: leaving it changes nothing."""

    agreed = Signal()
    left = Signal()

    def __init__(self, icon_name: str = "warn", tone: str = "warn", parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._title, self._text = Text(strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.yes, self.no = Button("", "secondary"), Button("", "quiet")
        row = Row(self, margins=(20, 16, 20, 16), spacing=12)
        row.addWidget(Picture(icon_name, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=8)
        flow = buttons = FlowLayout()
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        column.add_all(self._title, self._text, buttons)
        row.addLayout(column, 1)
        self.hide()
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self._leave)

    def set_words(self, title: str, text: str, yes: str, no: str) -> None:
        """Say what is asked, and what each button does."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.yes.setText(yes)
        self.yes.setAccessibleDescription(text)
        self.no.setText(no)
        self.setAccessibleName(title)

    def ask(self) -> None:
        """Show the question, with the keyboard on the way back."""
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
