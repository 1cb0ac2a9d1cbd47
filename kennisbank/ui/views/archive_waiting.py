"""What waits to be sent to the archive: since when, why, and what can be done about it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.syncing import Waiting
from kennisbank.ui.archive_messages import reason_words
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.conflict_choosing import ConflictChoosing, Unsettled
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.models.archive_words import moment_words
from kennisbank.ui.models.conflict_words import kind_of
from kennisbank.ui.models.feedback_words import refusal_words, start_of
from kennisbank.ui.models.said_words import said_words
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import Card, EmptyState, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class WaitingPage(ArchivePage):
    """A card for each thing that waits; what was refused first."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self.choosing, self._syncing = ConflictChoosing(session, self), Syncing.of(session)
        self._unsettled = Unsettled()
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.sync = Button("", "primary", icon_name="sync", key_hint="F5")
        self._empty = EmptyState("outbox")
        self.cards = CardColumn(spacing=8)
        buttons = FlowLayout()
        buttons.addWidget(self.sync)
        self.column.add_all(self._heading, self._lead, 4, buttons, 4, self.cards, self._empty, None)
        self.sync.clicked.connect(self._sync)
        self.choosing.shown.connect(self._show)
        self._syncing.changed.connect(self._show_button)
        ArchiveReading.of(session).shown.connect(lambda _facts: self._on_facts())
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.sync if self._unsettled.waiting and self.sync.isEnabled() else None

    @override
    def entered(self) -> None:
        self.choosing.read()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Waiting to be sent"))
        self._lead.setText(
            self.tr("What you made or changed goes to the archive with the next update. Until then it is safe here.")
        )
        self.sync.setText(self.tr("Send now"))
        self._empty.set_words(self.tr("Nothing waits: the archive has all that is yours."))
        self._show(self._unsettled)

    def _show(self, unsettled: Unsettled) -> None:
        self._unsettled = unsettled
        ordered = sorted(unsettled.waiting, key=lambda each: (each.state != "failed", each.since))
        self.cards.put([self._card(each) for each in ordered])
        self._lead.setVisible(bool(ordered))
        self.sync.setVisible(bool(ordered))
        self._empty.setVisible(not ordered)
        self._show_button()

    def _show_button(self) -> None:
        self.sync.setEnabled(not self._syncing.is_running)

    def _on_facts(self) -> None:
        if self.isVisible():
            self.choosing.read()

    def _sync(self) -> None:
        self._syncing.sync()

    def _card(self, each: Waiting) -> Card:
        card, has_failed = Card(), each.state == "failed"
        title = start_of(each.title) or _what(each)
        card.setAccessibleName(title)
        row = Row(card, margins=(20, 12, 16, 12), spacing=12)
        icon, tone = (
            ("warn", "warn") if has_failed else ("send", "accent") if each.state == "sent" else ("clock", "text_2")
        )
        row.addWidget(Picture(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=0)
        words.addWidget(Text(title, strong=True, wraps=True))
        words.addWidget(Text(self._second(each), size=12, tone="text_2", wraps=True))
        if has_failed:
            is_said = each.kind == "act" and not each.is_nobodys
            reason = refusal_words(each.reason) if is_said else reason_words(each.reason)
            words.add_all(4, Text(reason, wraps=True))
        elif each.state == "sent":
            words.add_all(4, Text(self.tr("Sent; whether it arrived, the next update tells."), wraps=True))
        row.addLayout(words, 1)
        if has_failed:
            again = Button(self.tr("Try again"), "secondary", small=True)
            again.setAccessibleDescription(title)
            again.clicked.connect(lambda: self.choosing.retry(each))
            row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        if each.state != "sent":
            back = Button(self.tr("Take back"), "quiet", small=True)
            back.setAccessibleDescription(title)
            back.setToolTip(self.tr("Don't send this change"))
            back.clicked.connect(lambda: self.choosing.take_back(each))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _second(self, each: Waiting) -> str:
        actions = {"added": self.tr("new"), "updated": self.tr("changed"), "removed": self.tr("deleted")}
        today = date.today()  # noqa: DTZ011 - the reader's own day
        since = self.tr("since {when}").format(when=moment_words(each.since, today))
        # Of what is said, "new" says nothing: it can't be changed once it went.
        parts = (
            (_what(each) if each.title else "", since)
            if each.act
            else (kind_of(each.kind), actions[each.action], since)
        )
        return "  •  ".join(part for part in parts if part)


def _what(each: Waiting) -> str:
    return said_words(each.act) or kind_of(each.kind)
