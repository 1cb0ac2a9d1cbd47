"""The foot of the feedback sheet: send it, with words that say what will happen; or throw the draft away."""

from PySide6.QtWidgets import QWidget

from kennisbank.ui.feedback.situation import Situation
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import KeyHint

_ICONS: dict[Situation, str] = {"online": "send", "offline": "outbox"}


class SheetFoot(QWidget):
    """Reached as `send` and `discard`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self.send, self.discard = Button("", "primary", icon_name="send"), Button("", "quiet")
        flow = FlowLayout(spacing=8)
        for widget in (self.send, KeyHint("Ctrl Enter"), self.discard):
            flow.addWidget(widget)
        Column(self, margins=(24, 12, 16, 12)).addLayout(flow)

    def show_situation(self, situation: Situation) -> None:
        """Say what pressing does now."""
        words = {
            "online": self.tr("Send to the authors"),
            "offline": self.tr("Put in the outbox"),
            "not_connected": self.tr("Connect to an archive"),
            "waiting": self.tr("How your account stands"),
        }
        self.send.setText(words.get(situation, self.tr("Log in to send")))
        self.send.set_icon(_ICONS.get(situation, "user"))
        self.send.setToolTip("Ctrl+Enter")
        self.discard.setText(self.tr("Throw draft away"))
        self.updateGeometry()
