"""The part of the status line about the archive: how it stands, what waits, what is to be chosen; each leads there."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.models.archive_facts import ArchiveFacts
from kennisbank.ui.models.archive_words import ArchiveCounts, standing
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Row


class ArchiveLine(QWidget):
    """Up to three quiet buttons beside one another."""

    asked = Signal(str)
    """Somebody wants to see more; with the section of the archive's page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow what is known of the archive."""
        super().__init__(parent)
        self._reading, self._syncing = ArchiveReading.of(session), Syncing.of(session)
        self.standing = Button("", "quiet", icon_name="cloud", small=True)
        self.waiting = Button("", "quiet", icon_name="outbox", small=True)
        self.conflicts = Button("", "quiet", icon_name="warn", small=True)
        Row(self, spacing=4).add_all(self.standing, self.conflicts, self.waiting)
        self.standing.clicked.connect(lambda: self.asked.emit("overview"))
        self.waiting.clicked.connect(lambda: self.asked.emit("waiting"))
        self.conflicts.clicked.connect(lambda: self.asked.emit("conflicts"))
        self._reading.shown.connect(lambda _facts: self.retranslate())
        self._syncing.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        facts: ArchiveFacts = self._reading.facts
        syncing, counts = self._syncing, ArchiveCounts()
        today = date.today()  # noqa: DTZ011 - the reader's own day
        now = standing(facts, today, is_running=syncing.is_running, is_offline=syncing.is_offline)
        self.standing.setText(now.words)
        self.standing.set_icon(now.icon, now.tone)
        self.standing.setToolTip(now.more or self.tr("All about the archive (Ctrl+Shift+A)"))
        waiting = len(facts.waiting)
        self.waiting.setText(counts.waiting(waiting))
        self.waiting.set_icon("outbox", "warn" if facts.failed else "text_2")
        self.waiting.setToolTip(self.tr("What waits to be sent to the archive"))
        self.waiting.setVisible(waiting > 0)
        self.conflicts.setText(counts.conflicts(facts.conflicts))
        self.conflicts.set_icon("warn", "warn")
        self.conflicts.setToolTip(self.tr("Changed here and in the archive: you choose"))
        self.conflicts.setVisible(facts.conflicts > 0)
