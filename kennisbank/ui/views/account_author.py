"""On the account's page: what waits in one's inbox, and the way there."""

from PySide6.QtCore import Qt

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.inbox.words import InboxCountWords
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.text import Text


class AuthorLine(Card):
    """One line, also for who isn't an author yet."""

    def __init__(self, session: Session) -> None:
        """Follow what is known of the reader of `session` as an author."""
        super().__init__()
        self._reading = AuthorReading.of(session)
        self._title, self._words = Text(strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.open = Button("", "secondary")
        row, column = Row(self, margins=(20, 16, 20, 16), spacing=12), Column(spacing=4)
        row.addWidget(Picture("inbox", "text_2"), 0, Qt.AlignmentFlag.AlignTop)
        column.add_all(self._title, self._words)
        row.addLayout(column, 1)
        row.addWidget(self.open)
        self.open.clicked.connect(lambda: session.go("inbox", section="" if self._has_threads else "claims"))
        self._reading.shown.connect(lambda _facts: self.retranslate())
        self.retranslate()

    @property
    def _has_threads(self) -> bool:
        return self._reading.facts.has_threads

    def retranslate(self) -> None:
        """Set all words anew."""
        facts = self._reading.facts
        self._title.setText(self.tr("Are you an author of a paper in the archive?"))
        words = self.tr("Then readers can write to you. Say which papers are yours.")
        if facts.has_inbox:
            self._title.setText(self.tr("Inbox"))
            words = InboxCountWords().unread(facts.counts.unread)
            if not facts.has_threads:
                words = self.tr("Nobody wrote to you yet.")
        self._words.setText(words)
        self.open.setText(self.tr("Open the inbox") if self._has_threads else self.tr("My papers"))
        self.setAccessibleName(self._title.text())
