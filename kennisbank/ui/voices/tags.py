"""The tags that readers gave, and a field to propose one more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import plain_tip


class TagsBlock(QWidget):
    """Signals: `chosen` with a tag whose papers are wanted; `proposed` with a word."""

    chosen = Signal(str)
    proposed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without tags."""
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._waiting: tuple[str, ...] = ()
        self.add, self.field, self._take = (
            Button("", "link", small=True),
            QLineEdit(),
            Button("", "secondary", small=True),
        )
        self.error = ErrorLine(self.field)
        self._line, self._form = QWidget(), QWidget()
        self._flow = FlowLayout(self._line, spacing=6)
        row = Row(self._form, spacing=8)
        row.addWidget(self.field, 1)
        row.addWidget(self._take)
        column = Column(self, spacing=6)
        column.add_all(self._line, self._form, self.error)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._form.hide()
        self.add.clicked.connect(self._begin)
        self.field.returnPressed.connect(self._propose)
        self._take.clicked.connect(self._propose)
        self.retranslate()

    def put(self, tags: Sequence[str], waiting: Sequence[str]) -> None:
        """Show these tags; those `waiting` one proposed oneself, and the maintainer hasn't looked yet."""
        if (tuple(tags), tuple(waiting)) != (self._tags, self._waiting):
            self._tags, self._waiting = tuple(tags), tuple(waiting)
            self._fill()

    def _fill(self) -> None:
        self._flow.clear()
        for tag in self._tags:
            chip = Button(tag, "secondary", icon_name="tag", small=True)
            chip.setToolTip(plain_tip(self.tr("Find what has to do with “{tag}”").format(tag=tag)))
            chip.clicked.connect(lambda _on=False, tag=tag: self.chosen.emit(tag))
            self._flow.addWidget(chip)
        for tag in self._waiting:
            self._flow.addWidget(Badge(self.tr("{tag}: proposed by you").format(tag=tag), "quiet", "clock"))
        self._line.setVisible(bool(self._tags or self._waiting))

    def unfold(self) -> None:
        """Show the field: something stands in it."""
        self._form.show()
        self.add.hide()

    def _begin(self) -> None:
        self.unfold()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self) -> None:
        word = " ".join(self.field.text().split())
        if word:
            self.proposed.emit(word)
        else:
            self.field.setFocus()

    def done(self) -> None:
        """Fold the field again: the tag is on its way."""
        self.field.clear()
        self.error.say("")
        self._form.hide()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.add.setText(self.tr("Propose a tag"))
        self._take.setText(self.tr("Propose"))
        self.field.setAccessibleName(self.tr("A tag"))
        self.field.setPlaceholderText(self.tr("A word for this paper"))
        self._fill()
