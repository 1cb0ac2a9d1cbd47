"""What is true of the index: a line above the results while not everything can be found yet."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kennisbank.domain.changes import ChangeSet
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


class IndexLine(QWidget):
    """Hidden while everything can be found. Counts off the GUI thread, after every opening, write and long job."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow `session`."""
        super().__init__(parent)
        self._session = session
        self._behind = 0
        self._state: Literal["ready", "building"] = "ready"
        self._text = Text(size=12, tone="text_2", wraps=True)
        row = Row(self, margins=(4, 0, 4, 0), spacing=6)
        row.addWidget(Picture("info", "text_2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()
        session.opened.connect(self._count)
        session.changed.connect(self._on_changed)
        session.tasks.job_finished.connect(self._count)
        self._count()

    def show_state(self, state: Literal["ready", "building"]) -> None:
        """Show the state of the index as an answer has it."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        """Say it anew."""
        behind = self._behind
        if self._state == "building":
            words = self.tr("The search index is being made. What you see here may not be all there is.")
        else:
            words = self.tr("%n contribution(s) can't be found yet, or as they were before.", "", behind)
        self._text.setText(words.replace(str(behind), number(behind)))
        if self.parentWidget() is not None:
            self.setVisible(self._state == "building" or behind > 0)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("contribution"):
            self._count()

    def _count(self, _job: object = None) -> None:
        if self._session.is_open:
            searching = self._session.kennisbank.searching
            self._session.tasks.read(
                self, lambda _ctx: searching.behind(), self._show_behind, self._session.failed.emit
            )

    def _show_behind(self, behind: int) -> None:
        self._behind = behind
        self.retranslate()
