"""Fields: the search field with its glass, cross and key; and the line that says what is wrong with a field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.completing_edit import CompletingEdit
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import KeyHint, Text


class SearchField(QFrame):
    """A field to search in: a glass, the words, a cross when there are any, and the key that leads here.

    `large` is the one in the top bar (40 high, 15-point words); the small one is 32 high and serves lists and pages.
    """

    changed = Signal(str)
    """The words changed, by typing or by the cross."""
    typed = Signal(str)
    """The words were changed by the keyboard or the clipboard, not by the program."""
    submitted = Signal(str)
    """Enter was pressed."""
    left_down = Signal()
    """Down was pressed: whoever shows the answer takes the focus."""

    def __init__(self, *, large: bool = False, key_hint: str = "", parent: QWidget | None = None) -> None:
        """Make an empty field; name it with `set_words`."""
        super().__init__(parent)
        self._large = large
        self._edit = CompletingEdit()
        self._edit.setFrame(False)
        self._edit.setProperty("bare", True)
        self._edit.setProperty("ring_on", self)
        self._clear = IconButton("x", small=True)
        self._hint = KeyHint(key_hint)
        row = Row(self, margins=(12, 0, 8, 0), spacing=8)
        row.add_all(Picture("search", "text_2"), self._edit, self._clear, self._hint)
        self.setFocusProxy(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clear.hide()
        self._hint.setVisible(bool(key_hint))
        self._clear.clicked.connect(self._on_clear)
        self._edit.textChanged.connect(self._on_text)
        self._edit.textEdited.connect(self.typed)
        self._edit.returnPressed.connect(lambda: self.submitted.emit(self.text))
        self._edit.installEventFilter(self)
        follow(self, self._scale)

    @property
    def text(self) -> str:
        """Return the words that stand in it."""
        return self._edit.text()

    def set_text(self, text: str, *, silently: bool = False) -> None:
        """Put words in it; `silently` without telling `changed`."""
        if text != self._edit.text():
            before = self.blockSignals(silently)
            self._edit.setText(text)
            self.blockSignals(before)

    def offer(self, text: str, completions: Sequence[str]) -> None:
        """Offer ways to go on from `text`, likeliest first."""
        self._edit.offer(text, completions)

    def set_words(self, name: str, placeholder: str, clear_name: str) -> None:
        """Name the field and its cross, and say what to type."""
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText(placeholder)
        self._clear.set_name(clear_name)

    def select_all(self) -> None:
        """Take the focus with all words selected, ready to be typed over."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit:
            if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                self.update()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Down:
                    self.left_down.emit()
                    return True
                if event.key() == Qt.Key.Key_Escape and self.text:
                    self._edit.clear()
                    return True
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        has_focus = self._edit.hasFocus()
        edge = t.accent if has_focus else t.line_strong if self.isEnabled() else t.line
        panel(QPainter(self), self.rect(), fill=t.surface, edge=edge)

    def _scale(self) -> None:
        self._edit.setFont(font(15 if self._large else 13))
        self.setFixedHeight(px(40 if self._large else 32))

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not self.signalsBlocked():
            self.changed.emit(text)

    def _on_clear(self) -> None:
        self._edit.clear()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class ErrorLine(QWidget):
    """What is wrong with a field, beside it: an icon and words. Hidden while nothing is."""

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Belong to `field`, which gets a 2-pixel edge and the words as its description while something is wrong."""
        super().__init__(parent)
        self._field = field
        self._text = Text(size=12, tone="bad", wraps=True)
        row = Row(self, spacing=6)
        row.addWidget(Picture("error", "bad", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Say what is wrong; an empty text takes it away."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if self._field is not None:
            self._field.setProperty("invalid", bool(text))
            self._field.setAccessibleDescription(text)
            self._field.update()
