"""What one can do with the annotation at hand, below its card: write, tag, colour, delete; one for all cards."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kennisbank.domain.annotation import COLOURS
from kennisbank.ui.models.annotation_words import colour_words
from kennisbank.ui.models.margin_words import CardContent
from kennisbank.ui.reader.margin_swatch import SwatchButton
from kennisbank.ui.reader.note_edit import NoteEdit
from kennisbank.ui.reader.tag_line import TagLine
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row

DeskAct = Literal["edit", "trash", "menu", "retry", "seen", "version", "attach", "1", "2", "3", "4"]


class MarginDesk(QWidget):
    """The fields and buttons of the card at hand.

    Signals: `typed` with the text of the note, `tagged` with its tags; `ended` when the writing ends by a key, `left`
    when the keyboard went elsewhere; `asked` with what is to be done, a `DeskAct`; `resized` when it wants another
    height.
    """

    typed = Signal(str)
    tagged = Signal(object)
    ended = Signal()
    left = Signal()
    asked = Signal(str)
    resized = Signal()

    def __init__(self, home: QWidget) -> None:
        """Make it all; `put` shows what fits an annotation. It lives in `home` while no card has it."""
        super().__init__(home)
        self._home = home
        self.edit, self.tags = NoteEdit(), TagLine()
        self._swatches = [SwatchButton(colour) for colour in COLOURS]
        self._write, self._retry = Button("", "link", small=True), Button("", "link", small=True)
        self._trash, self._more = IconButton("trash", small=True, keys="Del"), IconButton("more", small=True)
        self._news = QWidget()
        self._seen, self._version, self._attach = (Button("", "link", small=True) for _ in range(3))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.go_home()

    def _lay_out(self) -> None:
        flow = FlowLayout(self._news, spacing=4)
        for button in (self._seen, self._attach, self._version):
            flow.addWidget(button)
        row = Row(spacing=4)
        row.add_all(*self._swatches, None, self._retry, self._write, self._trash, self._more)
        column = Column(self, margins=(12, 4, 8, 8), spacing=8)
        column.add_all(self.edit, self.tags, self._news, row)

    def _connect(self) -> None:
        self.edit.typed.connect(self.typed)
        self.edit.resized.connect(self.resized)
        self.tags.changed.connect(self.tagged)
        for part in (self.edit, self.tags):
            part.ended.connect(self.ended)
        acts: tuple[tuple[Button | IconButton, DeskAct], ...] = (
            (self._write, "edit"),
            (self._retry, "retry"),
            (self._trash, "trash"),
            (self._more, "menu"),
            (self._seen, "seen"),
            (self._version, "version"),
            (self._attach, "attach"),
        )
        for number, swatch in enumerate(self._swatches, 1):
            swatch.clicked.connect(lambda _on=False, number=number: self.asked.emit(str(number)))
        for button, act in acts:
            button.clicked.connect(lambda _on=False, act=act: self.asked.emit(act))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def more(self) -> QWidget:
        """Return the button below which the menu opens."""
        return self._more

    def stand_behind(self, card: QWidget) -> None:
        """Let Tab go on from a card to what is here."""
        stops = (self.edit, self.tags.field, self._seen, self._attach, self._version, *self._swatches)
        previous = card
        for stop in (*stops, self._retry, self._write, self._trash, self._more):
            QWidget.setTabOrder(previous, stop)
            previous = stop

    def go_home(self) -> None:
        """Belong to no card."""
        self.hide()
        self.setParent(self._home)

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
        has_moved = content.state in {"moved", "changed", "gone"}
        self._news.setVisible(has_moved)
        self._seen.setVisible(content.is_news)
        self._seen.setText(self.tr("All right") if content.state == "gone" else self.tr("It is right"))
        self._attach.setVisible((has_moved and content.state != "moved") or content.is_news)
        if is_editing:
            if not self.edit.hasFocus():
                self.edit.put(content.body)
            self.tags.put(content.tags)
        self.edit.setVisible(is_editing)
        self.tags.setVisible(is_editing)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def begin(self, text: str) -> None:
        """Put the keyboard in the field, behind the text."""
        self.edit.put(text)
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tell when the keyboard went out of here; not when the whole window lost it, or a list popped up."""
        if old is not None and new is not None and self.isAncestorOf(old) and not self.isAncestorOf(new):
            self.tags.field.give()
            self.left.emit()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.edit.setAccessibleName(self.tr("Note"))
        self.edit.setPlaceholderText(self.tr("Write your note"))
        self._retry.setText(self.tr("Try again"))
        self._trash.set_name(self.tr("Delete"))
        self._more.set_name(self.tr("More"))
        self._version.setText(self.tr("Show in the version it was made in"))
        self._attach.setText(self.tr("Attach to the selection"))
        for number, (colour, swatch) in enumerate(zip(COLOURS, self._swatches, strict=True), 1):
            swatch.set_name(colour_words(colour), str(number))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
