"""Words that are asked for in place: why something is declined or hidden, or the answer to a remark."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kennisbank.sync.protocol_desk import DeskVerb
from kennisbank.ui.desk.form_field import FormField
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column, FlowLayout


class ReasonLine(QWidget):
    """Hidden until `ask`; Escape leaves it, Ctrl+Enter does it."""

    given = Signal(str, str)
    """It is to be done: the verb, and the words."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._verb: DeskVerb = "decline"
        self._is_needed = True
        self.words = FormField(lines=3)
        self.yes, self.no = Button("", "primary", key_hint="Ctrl Enter"), Button("", "quiet", key_hint="Esc")
        flow = FlowLayout()
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        Column(self, spacing=8).add_all(self.words, flow)
        self.hide()
        self.yes.clicked.connect(self.submit)
        self.no.clicked.connect(self.leave)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit, context=inside)
        QShortcut(QKeySequence("Esc"), self, self.leave, context=inside)

    def ask(self, verb: DeskVerb, words: str, *, is_needed: bool, is_mailed: bool = False) -> None:
        """Ask why; `words` are those of the button that was pressed. `is_mailed`: an answer that goes by mail."""
        self._verb, self._is_needed = verb, is_needed
        if verb == "answer":
            by_mail = self.tr("It goes to the address in the remark, by mail.")
            here = self.tr("Whoever it concerns gets to read this.")
            self.words.set_words(self.tr("Your answer"), by_mail if is_mailed else here)
        else:
            name = self.tr("Why?") if is_needed else self.tr("Why? (not required)")
            self.words.set_words(name, self.tr("Whoever it concerns gets to read this."))
        self.yes.setText(words)
        self.no.setText(self.tr("Leave it as it is"))
        self.show()
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Have it done, unless the words are missing that it needs."""
        if self.isHidden():
            return
        missing = self.tr("Write it in a sentence: nothing is declined, hidden or answered in silence.")
        if not self.words.say(missing if self._is_needed and not self.words.text else ""):
            self.given.emit(self._verb, self.words.text)

    def leave(self) -> None:
        """Do nothing; what was typed stays for a next time."""
        if not self.isHidden():
            self.words.say("")
            self.hide()
            self.left.emit()
