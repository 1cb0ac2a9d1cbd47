"""Earlier imports, newest first: what each brought, and the ways to look at it, go on with it or take it back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.contribution import ImportBatch
from kennisbank.ui.language import clock, day, number
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout
from kennisbank.ui.widgets.text import Elided, Text

SHOWN = 10
"""How many are shown until one asks for all."""


class BatchList(QWidget):
    """A card with one line per import."""

    looked = Signal(object)
    """Show the report of this `ImportBatch`."""
    undo_asked = Signal(object)
    """Take this `ImportBatch` back."""
    continue_asked = Signal(object)
    """Go on with this `ImportBatch`, or import its sources again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._batches: Sequence[ImportBatch] = ()
        self._running: str = ""
        self._shows_all = False
        self._heading = Text(size=15, strong=True)
        self._card = Card()
        self._lines = Column(self._card, spacing=0, margins=(0, 4, 0, 4))
        self._more = Button("", "link")
        self._more.clicked.connect(self._show_all)
        row = Row()
        row.add_all(self._more, None)
        column = Column(self, spacing=8)
        column.add_all(self._heading, self._card, row)
        self._show()

    def show_batches(self, batches: Sequence[ImportBatch], running: str = "") -> None:
        """Show these, newest first; `running` is the id of one that runs in this very window."""
        self._batches, self._running = tuple(batches), running
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()

    def _show(self) -> None:
        clear_layout(self._lines)
        self._heading.setText(self.tr("Earlier imports"))
        shown = self._batches if self._shows_all else self._batches[:SHOWN]
        for place, batch in enumerate(shown):
            if place:
                self._lines.addWidget(Hairline(parent=self._card))
            line = _BatchLine(batch, self._card, is_running=batch.id == self._running)
            line.look.clicked.connect(lambda _on=False, batch=batch: self.looked.emit(batch))
            line.undo.clicked.connect(lambda _on=False, batch=batch: self.undo_asked.emit(batch))
            line.again.clicked.connect(lambda _on=False, batch=batch: self.continue_asked.emit(batch))
            self._lines.addWidget(line)
        self._more.setText(self.tr("Show all %1 imports").replace("%1", number(len(self._batches))))
        self._more.setVisible(len(shown) < len(self._batches))
        self._heading.setVisible(bool(self._batches))
        self._card.setVisible(bool(self._batches))


class _BatchLine(QWidget):
    """One import."""

    def __init__(self, batch: ImportBatch, parent: QWidget, *, is_running: bool) -> None:
        super().__init__(parent)
        column = Column(self, margins=(16, 8, 16, 8), spacing=4)
        name = Elided(self._name(batch), 13, strong=True)
        name.setToolTip(batch.source.replace(" | ", "\n"))
        head = Row(spacing=8)
        words, tone, icon = self._state(batch, is_running=is_running)
        head.add_all(name, Badge(words, tone, icon))
        when = f"{day(batch.started)}, {clock(batch.started)}"
        facts = Text(" • ".join([when, *self._counts(batch)]), 12, tone="text_2", wraps=True)
        can_take_back = batch.state != "undone" and batch.added + batch.updated > 0
        self.look = Button(self.tr("Report"), small=True)
        self.undo = Button(self.tr("Undo this import"), small=True, icon_name="undo")
        is_broken = batch.state in {"running", "cancelled"} and not is_running
        self.again = Button(self.tr("Continue") if is_broken else self.tr("Import again"), small=True)
        flow = FlowLayout()
        for button in (self.look, self.again, self.undo):
            flow.addWidget(button)
            button.setAccessibleDescription(f"{name.text}, {when}")
        self.undo.setVisible(can_take_back and not is_running)
        self.again.setVisible((is_broken or batch.state == "undone") and not is_running)
        if can_take_back:
            self.undo.setToolTip(self.tr("Takes out what this import brought. What people edited since stays."))
        column.add_all(head, facts, flow)

    def _name(self, batch: ImportBatch) -> str:
        sources = batch.source.split(" | ")
        name = Path(sources[0]).name
        if len(sources) > 1:
            name = self.tr("%1 and %n more", "", len(sources) - 1).replace("%1", name)
        return f"{batch.edition}: {name}" if batch.edition else name

    def _state(self, batch: ImportBatch, *, is_running: bool) -> tuple[str, BadgeTone, str]:
        match batch.state:
            case "running" if is_running:
                return self.tr("Running"), "quiet", "clock"
            case "running":
                return self.tr("Broken off"), "warn", "warn"
            case "cancelled":
                return self.tr("Stopped halfway"), "warn", "warn"
            case "undone":
                return self.tr("Undone"), "quiet", "undo"
            case _:
                return self.tr("Done"), "ok", "check"

    def _counts(self, batch: ImportBatch) -> list[str]:
        said = [
            (batch.added, self.tr("%n added", "", batch.added)),
            (batch.updated, self.tr("%n brought up to date", "", batch.updated)),
            (batch.unchanged + batch.duplicates, self.tr("%n existed already", "", batch.unchanged + batch.duplicates)),
            (batch.rejected, self.tr("%n could not be taken", "", batch.rejected)),
        ]
        return [words.replace(str(count), number(count)) for count, words in said if count]
