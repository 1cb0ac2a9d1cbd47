"""The tags of an annotation while it is written: chips that can be taken away, and a field that offers those in use."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from kennisbank.ui.look import follow, font, px
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.layouts import FlowLayout

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagField(QLineEdit):
    """A field for one tag. Signals: `given` with a tag; `taken_back` when Backspace is pressed in it while empty."""

    given = Signal(str)
    taken_back = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.known = QStringListModel(self)
        offer = QCompleter(self.known, self)
        offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(offer)
        offer.activated.connect(lambda _tag: self.give())
        follow(self, self._scale)

    def give(self) -> None:
        """Give what stands here as a tag, if anything does."""
        tag = " ".join(self.text().replace(",", " ").split())
        if tag:
            self.given.emit(tag)
        self.clear()

    def _scale(self) -> None:
        self.setFont(font(12))
        self.setFixedSize(px(120), px(24))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_end = event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or is_end:
            self.give()
            self.ended.emit()
        elif event.key() in {*_ENTER, Qt.Key.Key_Comma}:
            self.give()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class TagLine(QWidget):
    """Chips and a field. Signals: `changed` with all tags, as a tuple; `ended` when the writing ends by a key."""

    changed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have no tags yet."""
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()
        self._flow = FlowLayout(self, spacing=4)
        self.field = TagField(self)
        self._flow.addWidget(self.field)
        self.field.given.connect(self._add)
        self.field.taken_back.connect(lambda: self._set(self._tags[:-1]))
        self.field.ended.connect(self.ended)
        self.retranslate()

    def offer(self, tags: Sequence[str]) -> None:
        """Offer these to complete what is typed."""
        self.field.known.setStringList(list(tags))

    def put(self, tags: tuple[str, ...]) -> None:
        """Show these tags, without telling `changed`."""
        if tags == self._tags:
            return
        self._tags = tags
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        for tag in tags:
            chip = Chip(tag, self.tr("Take away the tag %1").replace("%1", tag), self)
            chip.removed.connect(lambda tag=tag: self._remove(tag))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        previous: QWidget = self
        for at in range(self._flow.count()):
            item = self._flow.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.show()
                QWidget.setTabOrder(previous, widget)
                previous = widget
        self.updateGeometry()

    def _add(self, tag: str) -> None:
        same = next((each for each in self.field.known.stringList() if each.casefold() == tag.casefold()), tag)
        if same.casefold() not in {each.casefold() for each in self._tags}:
            self._set((*self._tags, same))

    def _remove(self, tag: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set(tuple(each for each in self._tags if each != tag))

    def _set(self, tags: tuple[str, ...]) -> None:
        if tags != self._tags:
            self.put(tags)
            self.changed.emit(tags)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.setPlaceholderText(self.tr("Add a tag"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
