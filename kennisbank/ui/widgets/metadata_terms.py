"""Keywords and themes as chips, with a field to add one: Enter or a comma adds, a chip's cross takes away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.folding import word_key
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.layouts import Column, FlowLayout


class MetadataTerms(QWidget):
    """A list of words, each once, in the order in which they were given."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._terms: list[str] = []
        self._remove_words = "%1"
        self._edit = _TermEdit()
        self._edit.added.connect(self._add)
        self._edit.taken_back.connect(self._take_back)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=4)
        self._flow.setContentsMargins(4, 4, 4, 4)  # the focus ring of a chip
        policy = self._box.sizePolicy()
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        column = Column(self, margins=(4, 0, 4, 0), spacing=4)
        column.add_all(self._box, self._edit)
        self.setFocusProxy(self._edit)
        self._box.hide()

    def terms(self) -> tuple[str, ...]:
        """Return the words, what is still being typed included."""
        typed = " ".join(self._edit.text().split())
        return tuple(self._terms) + ((typed,) if typed and not self._has(typed) else ())

    def set_terms(self, terms: Sequence[str]) -> None:
        """Show other words."""
        self._terms = list(terms)
        self._edit.clear()
        self._show()

    def set_words(self, name: str, placeholder: str, remove: str) -> None:
        """Name the field; `remove` says what a chip does, with ``%1`` for its word."""
        self._remove_words = remove
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText(placeholder)
        self._show()

    def offer(self, words: Sequence[str]) -> None:
        """Offer these while one types."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._edit.setCompleter(completer)

    def _has(self, term: str) -> bool:
        return word_key(term) in {word_key(each) for each in self._terms}

    def _add(self, text: str) -> None:
        new = [" ".join(part.split()) for part in text.split(",")]
        before = len(self._terms)
        for term in new:
            if term and not self._has(term):
                self._terms.append(term)
        if len(self._terms) != before:
            self._show()
            self.changed.emit()

    def _take_back(self) -> None:
        if self._terms:
            self._edit.setText(self._terms.pop())
            self._show()
            self.changed.emit()

    def _remove(self, term: str) -> None:
        self._terms.remove(term)
        self._show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        self._flow.clear()
        for term in self._terms:
            chip = Chip(term, self._remove_words.replace("%1", term), self._box)
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            chip.removed.connect(lambda term=term: self._remove(term))
            self._flow.addWidget(chip)
            chip.show()
        self._box.setVisible(bool(self._terms))
        self._box.updateGeometry()
        self.updateGeometry()


class _TermEdit(QLineEdit):
    """The field to add a word; Backspace in an empty one takes the last chip back into the field."""

    added = Signal(str)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self._finish)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Comma or (is_enter and self.text().strip()):
            self._finish()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        text = self.text()
        if text.strip():
            self.clear()
            self.added.emit(text)
