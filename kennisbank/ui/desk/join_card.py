"""Joining the spellings of a name: which of them are one person's, how to show them, and how to reach them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kennisbank.domain.correspondence import Person
from kennisbank.ui.desk.form_field import FormField, focus_first_wrong
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, clear_layout
from kennisbank.ui.widgets.text import Text


class JoinCard(Card):
    """Hidden until `begin`."""

    saved = Signal(str, list, str)
    """The name to show, the spellings, and how to reach them."""
    parted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._person = Person("", "")
        self.boxes: list[QCheckBox] = []
        self._title, self._lead = Text(size=15, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.name, self.reach = FormField(width=420, longest=300), FormField(width=420, longest=2000)
        self._spellings, self._list = Text(strong=True), QWidget()
        self._column = Column(self._list, margins=(4, 0, 4, 0), spacing=6)
        self.other = FormField(width=420, longest=300)
        self.save, self.leave = Button("", "primary"), Button("", "quiet")
        self.part, self.error = Button("", "quiet", icon_name="x"), ErrorLine()
        flow = FlowLayout()
        for each in (self.save, self.leave, self.part):
            flow.addWidget(each)
        column = Column(self, margins=(20, 20, 20, 20), spacing=8)
        column.add_all(self._title, self._lead, 4, self.name, self._spellings, self._list, self.other, self.reach)
        column.add_all(4, flow, self.error)
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self._leave)
        self.part.clicked.connect(self.parted)
        self.retranslate()
        self.hide()

    def begin(self, person: Person, likely: Sequence[str]) -> None:
        """Ask about somebody; `likely` are other names that may be theirs."""
        self._person = person
        self.name.set_text(person.name)
        self.reach.set_text(person.reach)
        self.other.set_text("")
        clear_layout(self._column)
        names = dict.fromkeys((person.name, *person.names))
        self.boxes = []
        for each in (*names, *(name for name in likely if name not in names)):
            box = QCheckBox(each.replace("&", "&&"))
            box.setAccessibleName(each)
            box.setChecked(each in names)
            self._column.addWidget(box)
            self.boxes.append(box)
        self.part.setVisible(bool(person.id))
        self.error.say("")
        self.setEnabled(True)
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Have these spellings be one person's."""
        self.name.say("" if self.name.text else self.tr("Fill in the name to show."))
        if focus_first_wrong([self.name]):
            return
        names = [box.accessibleName() for box in self.boxes if box.isChecked()]
        names += [each.strip() for each in self.other.text.split(";") if each.strip()]
        self.setEnabled(False)
        self.saved.emit(self.name.text, names, self.reach.text)

    def fail(self, words: str) -> None:
        """Say why it couldn't be done."""
        self.setEnabled(True)
        self.error.say(words)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Join spellings"))
        self._lead.setText(self.tr("Everybody then sees these as one person. It can be undone at any time."))
        self.name.set_words(self.tr("Name to show"))
        self._spellings.setText(self.tr("Spellings of this person"))
        self.other.set_words(self.tr("Other spellings (not required)"), self.tr("Several: with a semicolon between."))
        self.reach.set_words(
            self.tr("How to reach them (not required)"), self.tr("A page or an ORCID, as far as they want that known.")
        )
        self.save.setText(self.tr("Save for everybody"))
        self.leave.setText(self.tr("Leave as it was"))
        self.part.setText(self.tr("Take the spellings apart"))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
