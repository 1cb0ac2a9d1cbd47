"""The card of the settings page about synonyms: how many there are, and the reader's own lines, to be edited."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.synonyms import BadLine, SynonymSummary
from kennisbank.ui.models.synonym_words import SynonymWords
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text

_CHECK_AFTER_MS = 250
_EXAMPLE = "docent, leraar = teacher\nvoortgezet onderwijs > havo, vwo\n! stage"


class SettingsSynonyms(Card):
    """Closed, it says how many there are; open, it is an editor with its buttons below."""

    edit_asked = Signal()
    """Open the editor: answer with `open_with`."""
    typed = Signal(str)
    """The reader paused in typing: answer with `show_skipped`."""
    save_asked = Signal(str)
    """Save these lines: answer with `close_editor`."""
    put_away = Signal(str)
    """The editor was closed without saving what had been changed."""
    shipped_asked = Signal()
    """Show what comes with the program: answer with `show_shipped`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know nothing yet of the library."""
        super().__init__(parent)
        self._summary: SynonymSummary | None = None
        self._skipped: Sequence[BadLine] = ()
        self._before = ""
        self._words = SynonymWords(self)
        self.edit = Button()
        self.field, self.shipped = MetadataText(8, 20), MetadataText(4, 16)
        self.save, self.cancel, self.restore = Button("", "primary", key_hint="Ctrl+Enter"), Button(), Button()
        self.show_all = Button("", "link")
        self._hint, self._standing = Text(tone="text_2", wraps=True), Text(wraps=True)
        self._rules, self._said = Text(tone="text_2", wraps=True), Text(size=12, tone="text_2", wraps=True)
        self._own_skipped, self._wrong = ErrorLine(), ErrorLine()
        self._editor = QWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    @property
    def is_open(self) -> bool:
        """Tell whether the editor is open."""
        return not self._editor.isHidden()

    def show_summary(self, summary: SynonymSummary) -> None:
        """Say how many there are, and which of the reader's lines are skipped."""
        self._summary = summary
        self._show()

    def open_with(self, text: str, changed: str | None = None) -> None:
        """Open the editor on the lines that are saved; `changed` puts back what was being typed."""
        self._before = text
        self.field.setPlainText(text)
        if changed is not None:
            self._replace(changed)
        self._editor.show()
        self._check()
        self._show()
        # Only when all is laid out is the field scrolled into view.
        QTimer.singleShot(0, self.field, lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def close_editor(self) -> None:
        """Close the editor, whatever stands in it."""
        self._pause.stop()
        self._editor.hide()
        self.shipped.hide()
        self._show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_skipped(self, skipped: Sequence[BadLine]) -> None:
        """Say which of the lines in the editor would be skipped."""
        self._skipped = tuple(skipped)
        self._show()

    def show_shipped(self, text: str) -> None:
        """Show what comes with the program, to be read."""
        self.shipped.setPlainText(text)
        self.shipped.show()
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self._hint.setText(
            self.tr(
                "Words that mean the same find each other: “docent” also finds “leraar” and “teacher”, "
                "behind what says “docent” itself. Each hit says so."
            )
        )
        self.edit.setText(self.tr("Edit my synonyms"))
        self._rules.setText(
            self.tr(
                "One group a line, terms apart by commas: Dutch, then = and English. With > the terms before it "
                "also find those behind it, and not the other way round. A term in quotes is found in that form only. "
                "! takes words out. What follows # is for yourself."
            )
        )
        self.field.setAccessibleName(self.tr("My synonyms"))
        self.field.setPlaceholderText(_EXAMPLE)
        self.shipped.setAccessibleName(self.tr("The synonyms that come with Kennisbank"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self.restore.setText(self.tr("Only what comes with Kennisbank"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        self.shipped.setReadOnly(True)
        for hidden in (self._editor, self.shipped):
            hidden.hide()
        opening, closing, more = FlowLayout(), FlowLayout(), FlowLayout()
        opening.addWidget(self.edit)
        for button in (self.save, self.cancel, self.restore):
            closing.addWidget(button)
        more.addWidget(self.show_all)
        inside = Column(self._editor, margins=(4, 4, 4, 4), spacing=8)  # room for the ring around a field
        inside.add_all(self._rules, self.field, self._said, self._wrong, 4, closing, more, self.shipped)
        words = Column(margins=(4, 0, 4, 0), spacing=8)
        words.add_all(self._hint, self._standing, self._own_skipped, 4, opening)
        column = Column(self, margins=(20, 20, 20, 20))
        column.add_all(words, self._editor)

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_asked)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.field.toPlainText()))
        self.cancel.clicked.connect(self._on_cancel)
        self.restore.clicked.connect(self._on_restore)
        self.show_all.clicked.connect(self._on_show_all)
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._check)
        for keys, slot in (("Ctrl+Return", self.save.click), ("Ctrl+Enter", self.save.click), ("Esc", self._on_cancel)):
            shortcut = QShortcut(QKeySequence(keys), self._editor)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _check(self) -> None:
        self.typed.emit(self.field.toPlainText())

    def _replace(self, text: str) -> None:
        """Put other words into the field as one step that can be undone there."""
        cursor = QTextCursor(self.field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _on_restore(self) -> None:
        self._replace("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        text = self.field.toPlainText()
        self.close_editor()
        if text != self._before:
            self.put_away.emit(text)

    def _on_show_all(self) -> None:
        if self.shipped.isHidden():
            self.shipped_asked.emit()
        else:
            self.shipped.hide()
            self._show()

    def _show(self) -> None:
        summary = self._summary
        self.edit.setVisible(not self.is_open)
        self._standing.setVisible(summary is not None)
        self._standing.setText(self._words.summary(summary) if summary is not None else "")
        self._own_skipped.say(self._words.skipped(summary.skipped) if summary is not None and not self.is_open else "")
        self._wrong.say(self._words.skipped(self._skipped))
        is_empty = not self.field.toPlainText().strip()
        self._said.setText(
            self.tr("Empty: only what comes with Kennisbank holds.")
            if is_empty
            else self.tr("The other lines hold.")
            if self._skipped
            else self.tr("Every line is understood.")
        )
        self.show_all.setText(
            self.tr("Show what comes with Kennisbank")
            if self.shipped.isHidden()
            else self.tr("Hide what comes with Kennisbank")
        )
