"""What one can do with the annotation at hand, below its card: write, tag, colour, delete; one for all cards."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS
from kennisbank.ui.models.annotation_words import colour_words
from kennisbank.ui.models.margin_words import CardContent
from kennisbank.ui.reader.margin_swatch import SwatchButton
from kennisbank.ui.reader.note_edit import NoteEdit
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.layouts import Column, Row


class MarginDesk(QWidget):
    """The fields and buttons of the card at hand.

    Signals: `typed` with the text of the note; `ended` when the writing ends by a key, `left` when the keyboard went
    out of the text; `asked` with what is to be done: edit, trash, menu, retry, or a colour's number; `resized` when it
    wants another height.
    """

    typed = Signal(str)
    ended = Signal()
    left = Signal()
    asked = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it all; `put` shows what fits an annotation."""
        super().__init__(parent)
        self.edit = NoteEdit()
        self._swatches = [SwatchButton(colour) for colour in COLOURS]
        self._write = Button("", "link", small=True)
        self._retry = Button("", "link", small=True)
        self._trash, self._more = IconButton("trash", small=True), IconButton("more", small=True)
        self.edit.hide()
        row = Row(spacing=4)
        row.add_all(*self._swatches, None, self._retry, self._write, self._trash, self._more)
        column = Column(self, margins=(12, 4, 8, 8), spacing=4)
        column.add_all(self.edit, row)
        self.edit.typed.connect(self.typed)
        self.edit.ended.connect(self.ended)
        self.edit.left.connect(self.left)
        self.edit.resized.connect(self.resized)
        self._write.clicked.connect(lambda: self.asked.emit("edit"))
        self._retry.clicked.connect(lambda: self.asked.emit("retry"))
        self._trash.clicked.connect(lambda: self.asked.emit("trash"))
        self._more.clicked.connect(lambda: self.asked.emit("menu"))
        for number, swatch in enumerate(self._swatches, 1):
            swatch.clicked.connect(lambda _on=False, number=number: self.asked.emit(str(number)))
        self.retranslate()

    @property
    def more(self) -> QWidget:
        """Return the button below which the menu opens."""
        return self._more

    @property
    def is_editing(self) -> bool:
        """Tell whether the note is being written."""
        return not self.edit.isHidden()

    def put(self, content: CardContent, *, is_editing: bool) -> None:
        """Show what can be done with an annotation; its text goes into the field while it is being written."""
        may = not content.is_read_only
        for colour, swatch in zip(COLOURS, self._swatches, strict=True):
            swatch.setVisible(may and content.has_swatch)
            swatch.setChecked(colour == content.colour)
        self._write.setVisible(may and not is_editing)
        self._write.setText(self.tr("Edit note") if content.body else self.tr("Add a note"))
        self._retry.setVisible(content.is_bad)
        self._trash.setVisible(may)
        if is_editing and not self.edit.hasFocus():
            self.edit.put(content.body)
        self.edit.setVisible(is_editing)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def begin(self, text: str) -> None:
        """Put the keyboard in the field, behind the text."""
        self.edit.put(text)
        self.edit.show()
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setPlaceholderText(self.tr("Write your note"))
        self._retry.setText(self.tr("Try again"))
        self._trash.set_name(self.tr("Delete (Del)"))
        self._more.set_name(self.tr("More"))
        for number, (colour, swatch) in enumerate(zip(COLOURS, self._swatches, strict=True), 1):
            swatch.set_name(colour_words(colour), str(number))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
