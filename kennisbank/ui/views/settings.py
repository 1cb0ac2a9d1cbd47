"""Settings: look, the place of the library, looking after it, and what the program is made of. All hold at once."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from kennisbank.config.paths import Paths
from kennisbank.config.settings import Settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.reports import Finding
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.settings_words import Part, parts, program_version
from kennisbank.ui.views.keeping_care import KeepingCare
from kennisbank.ui.views.synonyms_editing import SynonymsEditing
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.settings_cards import SettingsCare, SettingsLook
from kennisbank.ui.widgets.settings_keeping import SettingsKeeping
from kennisbank.ui.widgets.settings_scans import SettingsScans
from kennisbank.ui.widgets.settings_synonyms import SettingsSynonyms
from kennisbank.ui.widgets.text import Elided, Text
from kennisbank.ui.workers import LongJob


class SettingsView(View):
    """One page with seven cards."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._own_home: Path | None = None
        self._job: LongJob | None = None
        self._scans_reading: JobContext | None = None
        self._parts: list[Part] = []
        self.look, self.scans, self.care = SettingsLook(), SettingsScans(), SettingsCare()
        self.synonyms, self.keeping = SettingsSynonyms(), SettingsKeeping()
        self._heading = Text(size=28, strong=True)
        self._headings = [Text(size=15, strong=True) for _ in range(7)]
        self._place, self._place_hint = Elided("", strong=True, mode=Qt.TextElideMode.ElideMiddle), Text(wraps=True)
        self.show_folder, self.other_home, self.example = Button(), Button(), Button()
        self._version, self._licence = Text(strong=True), Text(wraps=True)
        self._parts_words, self._parts_list = Text(tone="text_2", wraps=True), Text(size=12, tone="text_2", wraps=True)
        self._scroll = Scroll(self._page())
        Column(self).addWidget(self._scroll)
        self._connect()
        SynonymsEditing(session, self.synonyms)
        KeepingCare(session, self.keeping)
        self._on_settings(session.settings)
        self.retranslate()
        if session.is_open:
            self._on_opened()
        session.tasks.read(self, lambda _ctx: parts(), self._show_parts, session.failed.emit)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Settings"))
        self._heading.setText(self.tr("Settings"))
        names = (
            self.tr("Look"),
            self.tr("Library"),
            self.tr("Synonyms"),
            self.tr("Scans"),
            self.tr("Keeping it"),
            self.tr("Looking after it"),
            self.tr("About Kennisbank"),
        )
        for heading, name in zip(self._headings, names, strict=True):
            heading.setText(name)
        self._place_hint.setText(
            self.tr("Everything stands in this one folder: the contributions, the index, the settings and the log.")
        )
        self.show_folder.setText(self.tr("Show the folder"))
        self.other_home.setText(self.tr("Open another library"))
        is_example = self._is_example()
        self.example.setText(self.tr("Back to my own library") if is_example else self.tr("Open the example archive"))
        self._version.setText(f"Kennisbank {program_version()}".strip())
        self._licence.setText(
            self.tr(
                "Free software under the GNU Affero General Public License, version 3 or later. You may use, read, "
                "change and share it; what you share stays free."
            )
        )
        self._parts_words.setText(self.tr("It is built from these, with thanks to those who made them:"))
        self._show_parts(self._parts)
        self.look.show_settings(self.session.settings)

    def _page(self) -> QWidget:
        page = QWidget()
        place = Card()
        inside = Column(place, margins=(24, 20, 24, 20), spacing=8)
        buttons = FlowLayout()
        for button in (self.show_folder, self.other_home, self.example):
            buttons.addWidget(button)
        inside.add_all(self._place, self._place_hint, 4, buttons)
        about = Card()
        words = Column(about, margins=(24, 20, 24, 20), spacing=8)
        words.add_all(self._version, self._licence, self._parts_words, self._parts_list)
        cards = (self.look, place, self.synonyms, self.scans, self.keeping, self.care, about)
        across = Row(page, margins=(32, 24, 32, 32))
        column = Column(spacing=8)
        column.addWidget(self._heading)
        for heading, card in zip(self._headings, cards, strict=True):
            column.add_all(12, heading, card)
        column.addStretch(1)
        across.addLayout(column, 1)
        follow(page, lambda: page.setMaximumWidth(px(880)))
        return page

    def _connect(self) -> None:
        session, care = self.session, self.care
        session.opened.connect(self._on_opened)
        session.settings_changed.connect(self._on_settings)
        session.changed.connect(self._on_changed)
        for card in (self.look, self.scans):
            card.changed.connect(lambda changed: session.change_settings(**changed))
        self.scans.asked.connect(session.scans_requested)
        self.show_folder.clicked.connect(lambda: _show_folder(session.kennisbank.paths.home))
        self.other_home.clicked.connect(self._choose_home)
        self.example.clicked.connect(self._switch_example)
        care.check_asked.connect(lambda repairs: self._check(repairs=repairs))
        care.rebuild_asked.connect(self._rebuild)
        care.log_asked.connect(lambda: _show_folder(session.kennisbank.paths.log))
        care.cancel_asked.connect(self._cancel)

    def _on_settings(self, settings: Settings) -> None:
        self.look.show_settings(settings)
        self.scans.show_settings(settings)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("text") or changes.ids("file"):
            self._read_scans()

    def _read_scans(self) -> None:
        """Show how the library stands with its scans; an older answer is dropped."""
        if self._scans_reading is not None:
            self._scans_reading.cancel()
        scans = self.session.kennisbank.scans
        self._scans_reading = self.session.tasks.read(
            self, lambda _ctx: scans.state(), self.scans.show_state, self.session.failed.emit
        )

    def _on_opened(self) -> None:
        self._place.set_text(str(self.session.kennisbank.paths.home))
        self.care.show_words("")
        self.retranslate()
        self._read_scans()

    # The library

    def _is_example(self) -> bool:
        return self.session.is_open and self.session.kennisbank.paths.home == Paths.example()

    def _switch_example(self) -> None:
        if self._is_example():
            self.session.open(self._own_home)
        else:
            self._own_home = self.session.kennisbank.paths.home
            self.session.open(Paths.example())

    def _choose_home(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder of a library, or an empty folder for a new one")
        )
        if folder:
            self._own_home = self.session.kennisbank.paths.home
            self.session.open(Path(folder))

    # Looking after it

    def _check(self, *, repairs: bool) -> None:
        maintenance = self.session.kennisbank.maintenance
        words = self.tr("Repairing the library") if repairs else self.tr("Checking the library")
        self.care.show_running(words)
        self._job = self.session.tasks.long(
            self,
            words,
            lambda ctx: maintenance.check(ctx, repair=repairs),
            self._show_findings,
            self._on_failed,
            lambda progress: self.care.show_progress(words, progress),
        )

    def _show_findings(self, findings: list[Finding]) -> None:
        self._job = None
        self.care.show_findings(findings)

    def _rebuild(self) -> None:
        searching = self.session.kennisbank.searching
        words = self.tr("Building the search index")
        self.care.show_running(words)

        def done(count: int) -> None:
            self._job = None
            said = self.tr("The search index was built anew, with %n contribution(s).", "", count)
            self.care.show_words(said.replace(str(count), number(count)))

        self._job = self.session.tasks.long(
            self,
            words,
            searching.reindex,
            done,
            self._on_failed,
            lambda progress: self.care.show_progress(words, progress),
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ctx.cancel()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, Cancelled):
            self.care.show_words(self.tr("Stopped, as you asked. Nothing was lost."))
        else:
            self.care.show_words("")
            self.session.failed.emit(error)

    # About

    def _show_parts(self, found: list[Part]) -> None:
        self._parts = found
        self._parts_list.setText(
            "\n".join(
                " • ".join(each for each in (f"{part.name} {part.version}", part.licence) if each) for part in found
            )
        )
        self._parts_words.setVisible(bool(found))
        self._parts_list.setVisible(bool(found))


def _show_folder(folder: Path) -> None:
    """Show a folder in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
