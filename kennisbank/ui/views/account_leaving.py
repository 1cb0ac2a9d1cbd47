"""Logging out: what becomes of what one wrote, said before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from kennisbank.errors import UnsentWorkError
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.language import number
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class LeavingCard(Card):
    """Hidden until it is asked for. Keeping is the choice that stands: it loses nothing."""

    left = Signal()
    """Nobody is logged in any more, or it was given up."""

    def __init__(self, acts: ArchiveActs, parent: QWidget | None = None) -> None:
        """Log out by `acts`."""
        super().__init__(parent)
        self._acts = acts
        self._waiting = 0
        self._title, self._waits = Text(strong=True, wraps=True), Text(wraps=True)
        self.keep, self.remove = QRadioButton(), QRadioButton()
        self._keep_hint, self._remove_hint = (Text(size=12, tone="text_2", wraps=True) for _ in range(2))
        self.log_out, self.stay = Button("", "primary"), Button("", "quiet")
        self.error = ErrorLine()
        self._line = QWidget(self)
        row = Row(self._line, spacing=8)
        row.add_all(Picture("warn", "warn"), self._waits)
        row.setStretch(1, 1)
        flow = buttons = FlowLayout()
        flow.addWidget(self.log_out)
        flow.addWidget(self.stay)
        column = Column(self, margins=(24, 20, 24, 20), spacing=6)
        column.add_all(self._title, 4, self.keep, self._keep_hint, 4, self.remove, self._remove_hint, 4)
        column.add_all(self._line, buttons, self.error)
        self.keep.setChecked(True)
        self.keep.toggled.connect(lambda _on: self._show())
        self.log_out.clicked.connect(self._log_out)
        self.stay.clicked.connect(self._stay)
        self.hide()
        self.retranslate()

    def ask(self, waiting: Sequence[object]) -> None:
        """Ask, knowing what hasn't been sent yet."""
        self._waiting = len(waiting)
        self.keep.setChecked(True)
        self.error.say("")
        self._show()
        self.show()
        self.keep.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("What becomes of your notes and dossiers on this computer?"))
        self.keep.setText(self.tr("Keep them, out of sight"))
        self._keep_hint.setText(self.tr("Nobody sees them here until you log in again."))
        self.remove.setText(self.tr("Remove them from this computer"))
        self._remove_hint.setText(self.tr("They stay in the archive, and come back when you log in again."))
        self.log_out.setText(self.tr("Log out"))
        self.stay.setText(self.tr("Stay logged in"))
        self._show()

    def _show(self) -> None:
        count = self._waiting
        words = (
            self.tr("%n change(s) of yours were not sent yet, and would be lost by removing.", "", count)
            if self.remove.isChecked()
            else self.tr("%n change(s) of yours were not sent yet. They wait here until you log in again.", "", count)
        )
        self._waits.setText(words.replace(str(count), number(count)))
        self._line.setVisible(count > 0)
        if self.remove.isChecked():
            self.log_out.setText(self.tr("Log out and lose these") if count else self.tr("Log out and remove"))
        else:
            self.log_out.setText(self.tr("Log out"))

    def _log_out(self) -> None:
        self.log_out.setEnabled(False)
        removes = self.remove.isChecked()
        self._acts.log_out(
            lambda _answer: self._end(), self._fail, removes=removes, even_unsent=removes and self._waiting > 0
        )

    def _stay(self) -> None:
        self.hide()
        self.left.emit()

    def _end(self) -> None:
        self.log_out.setEnabled(True)
        self._stay()

    def _fail(self, error: Exception) -> None:
        self.log_out.setEnabled(True)
        if isinstance(error, UnsentWorkError):  # half-written things count too, and something may have come since
            self._waiting = error.count
            self._show()
        else:
            self.error.say(str(message_for(error)))
