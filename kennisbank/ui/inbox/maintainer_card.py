"""Asking the maintainer about a thread: what they then get to see stands beside the button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Thread
from kennisbank.ui.controllers.drafting import Drafting
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text


class MaintainerCard(Ground):
    """Hidden until `ask`."""

    asked = Signal(str, str)
    """With the thread's id, and what is asked."""
    typed = Signal(str, str)
    """The question about a thread is to be kept; with the thread's id, and the words."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__("surface", edges="t", parent=parent)
        self._thread: Thread | None = None
        self._known = ("", "")
        self._title, self._hint = Text(strong=True), Text(tone="text_2", wraps=True)
        self.field, self.error = MetadataText(2, 6), ErrorLine()
        self._drafting = Drafting(self.field)
        self._drafting.typed.connect(self._on_typed)
        self.send, self.leave = Button("", "primary"), Button("", "quiet", key_hint="Esc")
        row, column, buttons = Row(self, margins=(24, 12, 24, 16), spacing=12), Column(spacing=8), FlowLayout()
        buttons.addWidget(self.send)
        buttons.addWidget(self.leave)
        row.addWidget(Picture("shield", "text_2"), 0, Qt.AlignmentFlag.AlignTop)
        column.add_all(self._title, self._hint, self.field, self.error, buttons)
        row.addLayout(column, 1)
        self.send.clicked.connect(self._on_send)
        self.leave.clicked.connect(self.close_card)
        self.hide()

    def ask(self, thread: Thread) -> None:
        """Show the question about a thread."""
        if self._thread is None or self._thread.id != thread.id:
            self._drafting.flush()
            self._thread = thread
            self._drafting.show_text(self._known[1] if self._known[0] == thread.id else "")
        self._thread = thread
        self.retranslate()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def know(self, thread: str, question: str) -> None:
        """Know what was begun to be asked about a thread, for when it is asked for."""
        self._known = (thread, question)

    def _on_typed(self, text: str) -> None:
        if self._thread is not None:
            self.typed.emit(self._thread.id, text)

    def close_card(self) -> None:
        """Take it away; what was typed is kept."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._title.setText(self.tr("Ask the maintainer about this thread"))
        seen = self.tr(
            "The maintainer then sees this thread as you see it: what was written, and the names that you see. "
            "Nobody else sees your question, the reader neither."
        )
        if self._thread is not None and self._thread.shown_as == "role":
            seen = self.tr(
                "The maintainer then sees this thread as you see it: what was written, and not who the reader is. "
                "Nobody else sees your question, the reader neither."
            )
        self._hint.setText(seen)
        self.field.setAccessibleName(self.tr("What you ask the maintainer"))
        self.field.setPlaceholderText(self.tr("What is the matter?"))
        self.send.setText(self.tr("Show it to the maintainer"))
        self.leave.setText(self.tr("Leave it"))
        self.setAccessibleName(self._title.text())

    def _on_send(self) -> None:
        words = self.field.text()
        if not words:
            self.error.say(self.tr("Say in a few words what is the matter."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.error.say("")
        self._drafting.flush()  # should it not go, it is kept
        if self._thread is not None:
            self.asked.emit(self._thread.id, words)
        self.close_card()

    def was_asked(self, thread: str, words: str) -> None:
        """Begin anew: a question about a thread is on its way."""
        if self._known[0] == thread:
            self._known = (thread, "")
        if self._thread is not None and self._thread.id == thread:
            if self.field.text() == words:
                self.field.clear()
            self._drafting.flush()
        else:
            self.typed.emit(thread, "")
