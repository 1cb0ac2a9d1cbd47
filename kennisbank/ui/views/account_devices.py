"""The machines on which an account is logged in, each with a way to end that."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kennisbank.domain.moments import Moment
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.archive_words import moment_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:
    from kennisbank.sync.protocol_accounts import SessionInfo


class DevicesCard(Card):
    """Asked of the archive when somebody comes to look; without network it says so."""

    def __init__(self, acts: ArchiveActs, parent: QWidget | None = None) -> None:
        """Ask by `acts`."""
        super().__init__(parent)
        self._acts = acts
        self._sessions: Sequence[SessionInfo] | None = None
        self._said, self.error = Text(tone="text_2", wraps=True), ErrorLine()
        self.again = Button("", "link", small=True)
        self._rows = Column(spacing=0)
        column = Column(self, margins=(24, 16, 24, 16), spacing=8)
        column.add_all(self._said, self.error, self._rows)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.again.clicked.connect(self.ask)
        self.retranslate()

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons that end a session."""
        return [each for each in self.findChildren(Button) if each is not self.again and not each.isHidden()]

    def ask(self) -> None:
        """Ask the archive."""
        self.error.say("")
        self.again.hide()
        self._acts.sessions(self.show_sessions, self._fail)

    def show_sessions(self, sessions: "Sequence[SessionInfo]") -> None:
        """Show these."""
        self._sessions = sessions
        self.again.hide()
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self.again.setText(self.tr("Ask again"))
        self._show()

    def _show(self) -> None:
        clear_layout(self._rows)
        sessions = self._sessions
        self._said.setVisible(sessions is None)
        self._said.setText(self.tr("The archive is asked where you are logged in."))
        for at, each in enumerate(sessions or ()):
            if at:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(each))

    def _row(self, each: "SessionInfo") -> QWidget:
        row = QWidget(self)
        line = Row(row, margins=(0, 8, 0, 8), spacing=12)
        line.addWidget(Picture("key" if each.is_token else "computer", "text_2"), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=0)
        words.addWidget(Text(each.device or self.tr("Without a name"), strong=True, wraps=True))
        words.addWidget(Text(self._second(each), size=12, tone="text_2", wraps=True))
        line.addLayout(words, 1)
        if not each.is_current:
            end = Button(self.tr("End"), "secondary", small=True)
            end.setAccessibleName(self.tr("End the session on {device}").format(device=each.device))
            end.clicked.connect(lambda: self._end(each.id))
            line.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _second(self, each: "SessionInfo") -> str:
        today = date.today()  # noqa: DTZ011 - the reader's own day
        parts = [
            self.tr("this computer") if each.is_current else "",
            self.tr("a token for a machine without a window") if each.is_token else "",
            self.tr("used last {when}").format(when=_when(each.used, today)) if each.used else "",
            self.tr("ends by itself {when}").format(when=_when(each.ends, today)) if each.ends else "",
        ]
        return "  •  ".join(part for part in parts if part)

    def _end(self, session_id: str) -> None:
        self._acts.end_session(session_id, lambda _answer: self.ask(), self._fail)

    def _fail(self, error: Exception) -> None:
        self._said.hide()
        self.error.say(str(message_for(error)))
        self.again.show()


def _when(text: str, today: date) -> str:
    try:
        return moment_words(Moment(datetime.fromisoformat(text).astimezone(UTC)), today)
    except ValueError:
        return text
