"""The archive on the start page: how it stands, and what of it asks for somebody; each row leads there."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.models.archive_words import ArchiveCounts, standing
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.views.start_section import StartSection


class ArchiveSection(StartSection):
    """One row on how it stands, and one for each thing that waits for somebody."""

    asked = Signal(str)
    """More is asked for; with the section of the archive's page."""
    arranged = Signal()
    """The rows are others now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow what is known of the archive of `session`."""
        super().__init__(parent=parent)
        self._reading, self._syncing = ArchiveReading.of(session), Syncing.of(session)
        self._is_example = False
        self._told: list[tuple[str, str, str, str]] = []
        self._reading.shown.connect(lambda _facts: self._show())
        self._syncing.changed.connect(self._show)

    def show_archive(self, *, is_example: bool) -> None:
        """Show it anew, all words included; the example has no archive, and needs none."""
        self._is_example = is_example
        self._told = []
        self._show()

    def _show(self) -> None:
        rows = [] if self._is_example else self._rows_now()
        if rows == self._told and rows:
            return
        self._told = rows
        made = []
        for title, second, icon, section in rows:
            row = StartRow(title, second, icon_name=icon)
            row.clicked.connect(lambda _on, section=section: self.asked.emit(section))
            made.append(row)
        self.show_rows(self.tr("Archive"), made)
        self.arranged.emit()

    def _rows_now(self) -> list[tuple[str, str, str, str]]:
        """Return title, second line, icon and section of each row."""
        facts, syncing, counts = self._reading.facts, self._syncing, ArchiveCounts()
        if facts.link is None:
            words = self.tr("Papers, and what is new, then come by themselves")
            return [(self.tr("Connect to an archive"), words, "cloud", "overview")]
        today = date.today()  # noqa: DTZ011 - the reader's own day
        now = standing(facts, today, is_running=syncing.is_running, is_offline=syncing.is_offline)
        rows = [(facts.link.name, now.words, now.icon, "overview")]
        rows.append((self.tr("What is new"), "", "bell", "news"))
        rows += [(self.tr("To the maintainer"), self.tr("A remark, or the newsletter"), "send", "remark")]
        if facts.conflicts:
            rows.append((counts.conflicts(facts.conflicts), "", "warn", "conflicts"))
        if facts.waiting:
            rows.append((counts.waiting(len(facts.waiting)), "", "outbox", "waiting"))
        if facts.untold:
            rows.append((self.tr("Everything about you was erased"), self.tr("See the proof"), "okc", "account"))
        if facts.erased:
            words = self.tr("Choose what becomes of it on this computer")
            rows.append((self.tr("An account of yours was erased"), words, "info", "account"))
        if facts.stage == "wished":
            rows.append((self.tr("You asked for an account"), self.tr("A message will come"), "clock", "account"))
        elif facts.stage == "ended":
            rows.append((self.tr("Log in again"), "", "key", "account"))
        return rows
