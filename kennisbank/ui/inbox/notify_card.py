"""When an author hears of new feedback by mail."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from kennisbank.domain.correspondence import Notify
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.text import Text

CHOICES: tuple[Notify, ...] = ("at_once", "daily", "never")


class NotifyCard(Card):
    """Three choices; each holds at once."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no choice yet."""
        super().__init__(parent)
        self._title, self._hint = Text(size=15, strong=True), Text(size=12, tone="text_2", wraps=True)
        self.choices = {name: QRadioButton() for name in CHOICES}
        group = QButtonGroup(self)
        column = Column(self, margins=(20, 16, 20, 16), spacing=6)
        column.addWidget(self._title)
        for name, button in self.choices.items():
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
        column.addWidget(self._hint)
        self.retranslate()

    def show_choice(self, notify: Notify) -> None:
        """Show what holds."""
        for name, button in self.choices.items():
            blocked = QSignalBlocker(button)
            button.setChecked(name == notify)
            del blocked

    def retranslate(self) -> None:
        """Set all words anew."""
        self._title.setText(self.tr("A mail when somebody writes"))
        self.setAccessibleName(self._title.text())
        self.choices["at_once"].setText(self.tr("At once"))
        self.choices["daily"].setText(self.tr("Once a day, if there is something"))
        self.choices["never"].setText(self.tr("Never"))
        self._hint.setText(
            self.tr(
                "The mail says that there is something and about which paper, never what was written or by whom. You "
                "answer here."
            )
        )
