"""The card of the settings page about keeping: backups, everything to open files, and putting it back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.moments import Moment
from kennisbank.tasks.context import Progress
from kennisbank.ui.language import clock, day, number, size_of
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.keeping import BackupState

_Amounts = tuple[int, int, int]
_KEPT: tuple[_Amounts, ...] = ((3, 2, 3), (7, 4, 6), (14, 8, 12), (30, 12, 24))
"""Days, weeks and months of which a backup can be kept."""


class SettingsKeeping(Card):
    """When the last backup was, what can be done, how far that is and how it ended."""

    changed = Signal(object)
    """The changed settings, as a dict of name and value."""
    backup_asked = Signal()
    folder_asked = Signal()
    export_asked = Signal()
    restore_asked = Signal(bool)
    """Put something back: an export (True) or a backup."""
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know nothing yet of the library."""
        super().__init__(parent)
        self._state: BackupState | None = None
        self._offered: list[_Amounts] = []
        self.on, self.kept = QCheckBox(), MetadataChoice()
        self.now, self.folder, self.export = Button(), Button(), Button()
        self.restore_export, self.restore_backup = Button(), Button()
        self._hint, self._all_hint = Text(tone="text_2", wraps=True), Text(tone="text_2", wraps=True)
        self._kept_name = Text()
        self._standing, self.said = Text(wraps=True), Text(wraps=True, selectable=True)
        self.progress = ProgressLine(bar_width=200, small=False)
        self._lay_out()
        self.on.toggled.connect(lambda on: self.changed.emit({"backups": "daily" if on else "off"}))
        self.kept.currentIndexChanged.connect(self._choose)
        self.now.clicked.connect(self.backup_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.export.clicked.connect(self.export_asked)
        self.restore_export.clicked.connect(lambda: self.restore_asked.emit(True))
        self.restore_backup.clicked.connect(lambda: self.restore_asked.emit(False))
        self.progress.cancel_asked.connect(self.cancel_asked)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        blocked = QSignalBlocker(self.on), QSignalBlocker(self.kept)
        self.on.setChecked(settings.backups == "daily")
        self._fill((settings.backups_daily, settings.backups_weekly, settings.backups_monthly))
        del blocked

    def show_state(self, state: "BackupState") -> None:
        """Show which backups there are."""
        self._state = state
        self._show()

    def show_running(self, words: str) -> None:
        """Say that a job runs; the others wait."""
        self.said.setText("")
        self.progress.show_progress(words, 0, 0)
        self.progress.show()
        self._show()

    def show_progress(self, words: str, progress: Progress) -> None:
        """Say how far it is."""
        far = f", {number(progress.done)} / {number(progress.total)}" if progress.total else ""
        self.progress.show_progress(f"{words}{far}", progress.done, progress.total)

    def show_words(self, said: str) -> None:
        """Say how a job ended."""
        self.progress.hide()
        self.said.setText(said)
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self.on.setText(self.tr("Make a backup every day"))
        self._hint.setText(
            self.tr(
                "A backup is a copy of the catalogue and of all that you wrote. The papers themselves aren't in it; "
                "they stay where they are."
            )
        )
        self._kept_name.setText(self.tr("Keep the newest of each of"))
        self.kept.setAccessibleName(self.tr("Which backups are kept"))
        self.now.setText(self.tr("Back up now"))
        self.folder.setText(self.tr("Show the backups"))
        self.export.setText(self.tr("Export everything…"))
        self.restore_export.setText(self.tr("Put back an export…"))
        self.restore_backup.setText(self.tr("Put back a backup…"))
        self._all_hint.setText(
            self.tr(
                "An export is a folder with everything in open files: papers, annotations, dossiers, settings. "
                "Putting back adds what is missing here, takes nothing away and leaves what is newer as it is."
            )
        )
        self.progress.set_cancel_words(self.tr("Cancel"))
        at = self.kept.currentIndex()
        blocked = QSignalBlocker(self.kept)
        self._fill(self._offered[at] if at >= 0 else _KEPT[1])
        del blocked
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        across = FlowLayout()
        across.addWidget(self._kept_name)
        across.addWidget(self.kept)
        backups, everything = FlowLayout(), FlowLayout()
        for button in (self.now, self.folder, self.restore_backup):
            backups.addWidget(button)
        for button in (self.export, self.restore_export):
            everything.addWidget(button)
        column = Column(self, margins=(24, 20, 24, 20), spacing=8)
        column.add_all(self.on, self._hint, across, 4, self._standing, backups, 8)
        column.add_all(self._all_hint, everything, self.progress, self.said)
        self.progress.hide()

    def _fill(self, amounts: _Amounts) -> None:
        """Offer what can be kept, and what is in force among it."""
        self._offered = sorted({*_KEPT, amounts})
        self.kept.clear()
        for days, weeks, months in self._offered:
            parts = (
                self.tr("%n day(s)", "", days),
                self.tr("%n week(s)", "", weeks),
                self.tr("%n month(s)", "", months),
            )
            self.kept.addItem(", ".join(parts))
        self.kept.setCurrentIndex(self._offered.index(amounts))

    def _choose(self, at: int) -> None:
        days, weeks, months = self._offered[at]
        self.changed.emit({"backups_daily": days, "backups_weekly": weeks, "backups_monthly": months})

    def _show(self) -> None:
        is_running = not self.progress.isHidden()
        for button in (self.now, self.export, self.restore_export, self.restore_backup):
            button.setEnabled(not is_running)
        self.said.setVisible(bool(self.said.text()))
        self._standing.setVisible(self._state is not None)
        if self._state is not None:
            self._standing.setText(self._standing_words(self._state))

    def _standing_words(self, state: "BackupState") -> str:
        if not state.backups:
            return self.tr("There is no backup yet.")
        newest = state.backups[0]
        made = Moment(newest.made)
        words = self.tr("The last backup was made on %1 at %2 (%3).")
        words = words.replace("%1", day(made)).replace("%2", clock(newest.made)).replace("%3", size_of(newest.size))
        count = self.tr("%n are kept.", "", len(state.backups))
        return f"{words} {count}"
