"""The authors of a contribution as rows: name and affiliation, up, down and away."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kennisbank.domain.metadata import Author
from kennisbank.domain.names import author_of
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.layouts import Column, Row


class MetadataAuthors(QWidget):
    """Edits authors in their order. What isn't shown of an author (mail address) stays as long as the name does."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without authors."""
        super().__init__(parent)
        self._rows: list[_AuthorRow] = []
        self._list = Column(spacing=0)
        self._add = Button("", "link", icon_name="plus", small=True)
        self._add.clicked.connect(self._on_add)
        under = Row(margins=(4, 4, 4, 4))
        under.add_all(self._add, None)
        column = Column(self, spacing=0)
        column.add_all(self._list, under)
        self.retranslate()

    def authors(self) -> tuple[Author, ...]:
        """Return the authors; rows without a name don't count."""
        return tuple(each for row in self._rows if (each := row.author()).name)

    def set_authors(self, authors: Sequence[Author]) -> None:
        """Show other authors."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for author in authors:
            self._append(author)
        self._number()

    def retranslate(self) -> None:
        """Set all words."""
        self._add.setText(self.tr("Add an author"))
        self._number()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _append(self, author: Author) -> "_AuthorRow":
        row = _AuthorRow(author, self)
        row.moved.connect(lambda step, row=row: self._move(row, step))
        row.removed.connect(lambda row=row: self._remove(row))
        row.changed.connect(self.changed)
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()
        return row

    def _on_add(self) -> None:
        row = self._append(Author(""))
        self._number()
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, row: "_AuthorRow", step: int) -> None:
        at = self._rows.index(row)
        if 0 <= at + step < len(self._rows):
            self._rows.insert(at + step, self._rows.pop(at))
            self._list.removeWidget(row)
            self._list.insertWidget(at + step, row)
            self._number()
            self.changed.emit()

    def _remove(self, row: "_AuthorRow") -> None:
        at = self._rows.index(row)
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        nearest = self._rows[min(at, len(self._rows) - 1)].name if self._rows else self._add
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _number(self) -> None:
        for place, row in enumerate(self._rows, 1):
            row.set_words(
                self.tr("Author %1").replace("%1", str(place)),
                self.tr("Affiliation of author %1").replace("%1", str(place)),
                self.tr("Name"),
                self.tr("Affiliation"),
                (self.tr("Move up"), self.tr("Move down"), self.tr("Remove this author")),
            )
            row.set_ends(is_first=place == 1, is_last=place == len(self._rows))


class _AuthorRow(QWidget):
    """One author."""

    moved = Signal(int)
    removed = Signal()
    changed = Signal()

    def __init__(self, author: Author, parent: QWidget) -> None:
        super().__init__(parent)
        self._author = author
        self.name, self.affiliation = QLineEdit(author.name), QLineEdit(author.affiliation)
        self.name.setCursorPosition(0)
        self.affiliation.setCursorPosition(0)
        self._up, self._down, self._away = (IconButton(each, small=True) for each in ("up", "down", "x"))
        row = Row(self, margins=(4, 4, 4, 4), spacing=4)
        row.add_all(self.name, self.affiliation, self._up, self._down, self._away)
        row.setStretch(0, 1)
        row.setStretch(1, 1)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._away.clicked.connect(self.removed)
        self.name.textEdited.connect(self.changed)
        self.affiliation.textEdited.connect(self.changed)

    def author(self) -> Author:
        """Return the author as the fields say; one whose name wasn't touched keeps how it is parted."""
        name = " ".join(self.name.text().split())
        affiliation = " ".join(self.affiliation.text().split())
        if name == self._author.name:
            return replace(self._author, affiliation=affiliation)
        return author_of(name, affiliation)

    def set_words(
        self, name: str, affiliation: str, name_hint: str, affiliation_hint: str, does: Sequence[str]
    ) -> None:
        """Name the fields and buttons."""
        self.name.setAccessibleName(name)
        self.name.setPlaceholderText(name_hint)
        self.affiliation.setAccessibleName(affiliation)
        self.affiliation.setPlaceholderText(affiliation_hint)
        for button, words in zip((self._up, self._down, self._away), does, strict=True):
            button.set_name(f"{words}: {name}")

    def set_ends(self, *, is_first: bool, is_last: bool) -> None:
        """Say where it stands: the first can't go up, the last not down."""
        self._up.setEnabled(not is_first)
        self._down.setEnabled(not is_last)
