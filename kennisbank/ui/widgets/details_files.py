"""The files of a contribution: what is read now, older versions, and ways to open each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.contribution import ContributionFile, Role
from kennisbank.ui.language import day, number, size_of
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout, laid_out_once
from kennisbank.ui.widgets.text import Elided, Text


class DetailsFiles(Card):
    """A card with one line per file, those that are read first."""

    read_asked = Signal(object)
    """Show this `ContributionFile` in the reader."""
    original_asked = Signal(object)
    """Open this `ContributionFile` in its own program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without files."""
        super().__init__(parent)
        self._files: Sequence[ContributionFile] = ()
        self._column = Column(self, margins=(20, 8, 20, 8), spacing=0)

    def show_files(self, files: Sequence[ContributionFile]) -> None:
        """Show these."""
        self._files = tuple(files)
        with laid_out_once(self):
            clear_layout(self._column)
            if not files:
                none = self.tr("No file belongs to this contribution.")
                self._column.addWidget(Text(none, tone="text_2", wraps=True))
            for place, file in enumerate(files):
                if place:
                    self._column.addWidget(Hairline(parent=self))
                self._column.addWidget(self._line(file))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_files(self._files)

    def _line(self, file: ContributionFile) -> QWidget:
        line = QWidget(self)
        column = Column(line, margins=(4, 10, 4, 10), spacing=4)
        head = Row(spacing=8)
        head.addWidget(Elided(file.name, strong=True), 1)
        version = self.tr("version %1").replace("%1", str(file.version))
        badge = Badge(self.tr("Current, %1").replace("%1", version), "ok", "check")
        if not file.is_current:
            badge = Badge(self.tr("Older, %1").replace("%1", version))
        head.addWidget(badge)
        pages = self.tr("%n page(s)", "", file.pages).replace(str(file.pages), number(file.pages))
        parts = [
            self._role(file.role),
            pages if file.pages else "",
            size_of(file.size),
            self.tr("added on %1").replace("%1", day(file.added)),
        ]
        read, original = Button(self.tr("Read"), small=True), Button(self.tr("Open the original"), small=True)
        original.set_icon("external")
        for button in (read, original):
            button.setAccessibleDescription(file.name)
        read.clicked.connect(lambda: self.read_asked.emit(file))
        original.clicked.connect(lambda: self.original_asked.emit(file))
        buttons = FlowLayout()
        buttons.addWidget(read)
        buttons.addWidget(original)
        facts = Text(" • ".join(part for part in parts if part), 12, tone="text_2", wraps=True)
        column.add_all(head, facts, buttons)
        return line

    def _role(self, role: Role) -> str:
        words: dict[Role, str] = {
            "paper": self.tr("Paper"),
            "slides": self.tr("Slides"),
            "poster": self.tr("Poster"),
            "attachment": self.tr("Attachment"),
            "source": self.tr("Source"),
        }
        return words[role]
