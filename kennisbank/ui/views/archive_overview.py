"""How the library stands with its archive: in step or not and why, the brake, when to sync, and what it is."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.sync.protocol_manifest import fingerprint
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.language import language_name, number
from kennisbank.ui.models.archive_facts import ArchiveFacts
from kennisbank.ui.models.archive_words import address_words, standing
from kennisbank.ui.models.sync_words import SyncCounts, stage_words
from kennisbank.ui.views.archive_stick import StickCard
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.ask_line import AskLine
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

_MINUTES = (0, 5, 15, 30, 60, 240)


class OverviewPage(ArchivePage):
    """Cards below one another: how it stands, a question when there is one, when to sync, the archive, a stick."""

    section_asked = Signal(str)
    """Somebody wants to see another section."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._acts, self._reading = ArchiveActs(session, self), ArchiveReading.of(session)
        syncing = self._syncing = Syncing.of(session)
        self._heading, self._second = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.standing, self.brake = _StandingCard(), AskLine()
        self.when, self.about = _WhenCard(), Card()
        self._when_title, self._about_title = Text(size=15, strong=True), Text(size=15, strong=True)
        self.facts, self.disconnect_ = FactRows(), Button("", "secondary")
        self.remark = Button("", "secondary", icon_name="send")
        self.leave = AskLine()
        self.stick = StickCard(session)
        inside = Column(self.about, margins=(24, 20, 24, 20), spacing=12)
        buttons = FlowLayout()
        buttons.addWidget(self.remark)
        buttons.addWidget(self.disconnect_)
        inside.add_all(self.facts, buttons, self.leave)
        self.column.add_all(self._heading, self._second, 8, self.standing, self.brake, 12, self._when_title, self.when)
        self.column.add_all(12, self._about_title, self.about, 8, self.stick, None)
        self._reading.shown.connect(lambda _facts: self._show())
        syncing.changed.connect(self._show)
        self.standing.sync.clicked.connect(self._sync)
        self.standing.progress.cancel_asked.connect(syncing.cancel)
        self.standing.news.clicked.connect(lambda: self.section_asked.emit("news"))
        self.brake.agreed.connect(lambda: syncing.sync(accepts_removals=True))
        self.brake.left.connect(self._left_as_it_is)
        self.when.changed.connect(lambda changed: session.change_settings(**changed))
        session.settings_changed.connect(self.when.show_settings)
        self.when.show_settings(session.settings)
        self.remark.clicked.connect(lambda: session.go("remark"))
        self.disconnect_.clicked.connect(self.leave.ask)
        self.leave.agreed.connect(self._disconnect)
        self._is_left = False
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        if not self.brake.isHidden():
            return self.brake.no
        return self.standing.sync if self.standing.sync.isEnabled() else None

    @override
    def entered(self) -> None:
        self._is_left = False
        self._show()

    @override
    def retranslate(self) -> None:
        self._when_title.setText(self.tr("When to update"))
        self._about_title.setText(self.tr("About the archive"))
        self.remark.setText(self.tr("To the maintainer"))
        self.disconnect_.setText(self.tr("Disconnect from the archive"))
        self.leave.set_words(
            self.tr("Disconnect this library from the archive?"),
            self.tr(
                "The papers that are here stay, and so do your notes. Nothing new comes any more, and what waits to be "
                "sent is not sent. You can connect again at any time."
            ),
            self.tr("Disconnect"),
            self.tr("Stay connected"),
        )
        self.when.retranslate()
        self.stick.retranslate()
        self._show()

    def _show(self) -> None:
        facts, syncing = self._reading.facts, self._syncing
        if facts.link is None:
            return
        info = facts.info
        self._heading.setText(facts.link.name)
        parts = (info.foundation if info is not None else "", address_words(facts.link.url))
        self._second.setText("  •  ".join(part for part in parts if part))
        is_asked = facts.has_brake and not self._is_left and not syncing.is_running
        self.standing.show_standing(facts, syncing, is_asked=is_asked)
        self._show_brake(facts, is_asked=is_asked)
        self._show_facts(facts)

    def _show_brake(self, facts: ArchiveFacts, *, is_asked: bool) -> None:
        brake = facts.link.brake if facts.link is not None else None
        if brake is not None and is_asked:
            self.brake.set_words(
                SyncCounts().brake(brake.removals, brake.total),
                self.tr(
                    "That is more than usual, so nothing was removed yet. It may be meant, for instance after a "
                    "cleaning up; it may also be a mistake at the archive. When in doubt, leave it and ask the "
                    "maintainer."
                ),
                self.tr("Go on, remove them"),
                self.tr("Leave everything here"),
            )
        self.brake.setVisible(is_asked)

    def _show_facts(self, facts: ArchiveFacts) -> None:
        link, info = facts.link, facts.info
        if link is None:
            return
        rows = [(self.tr("Address"), address_words(link.url))]
        if info is not None:
            rows += [
                (self.tr("Contributions"), number(info.contributions)),
                (self.tr("Languages"), ", ".join(language_name(each) for each in info.languages)),
                (self.tr("Foundation"), info.foundation),
                (self.tr("Maintainer"), info.maintainer),
                (self.tr("Write to"), info.address),
                (self.tr("Website"), info.website),
            ]
        rows.append((self.tr("Fingerprint of its key"), fingerprint(link.key)))
        self.facts.show_facts(rows)

    def _sync(self) -> None:
        self._syncing.sync()

    def _left_as_it_is(self) -> None:
        self._is_left = True
        self._show()
        self.standing.sync.setFocus(Qt.FocusReason.OtherFocusReason)

    def _disconnect(self) -> None:
        self.leave.hide()
        self._acts.disconnect_from(lambda _answer: None)


class _StandingCard(Card):
    """How it stands, with the one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture("cloud", "text_2", 24)
        self._words, self._more = Text(size=15, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.sync, self.news = Button("", "primary", icon_name="sync", key_hint="F5"), Button("", "secondary")
        self.progress = ProgressLine(bar_width=200, small=False)
        flow = buttons = FlowLayout()
        flow.addWidget(self.sync)
        flow.addWidget(self.news)
        row = Row(self, margins=(24, 20, 24, 20), spacing=16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=8)
        column.add_all(self._words, self._more, self.progress, buttons)
        row.addLayout(column, 1)

    def show_standing(self, facts: ArchiveFacts, syncing: Syncing, *, is_asked: bool) -> None:
        """Show how it stands now; while something `is_asked`, that comes first."""
        today = date.today()  # noqa: DTZ011 - the reader's own day
        now = standing(facts, today, is_running=syncing.is_running, is_offline=syncing.is_offline)
        self._picture.set_icon(now.icon, now.tone)
        self._words.setText(now.words)
        more = now.more or (self._outcome(syncing.outcome) if not syncing.is_running else "")
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.sync.setText(self.tr("Update now"))
        self.sync.setEnabled(not syncing.is_running)
        self.sync.setVisible(not is_asked)
        self.news.setText(self.tr("See what is new"))
        self.progress.setVisible(syncing.is_running)
        self.progress.set_cancel_words(self.tr("Cancel"))
        if syncing.is_running:
            progress = syncing.progress
            self.progress.show_progress(stage_words(progress), progress.done, progress.total)

    @staticmethod
    def _outcome(outcome: SyncOutcome | None) -> str:
        return SyncCounts().outcome(outcome) if outcome is not None else ""


class _WhenCard(Card):
    """When to sync by itself. Each choice holds at once."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.on_start, self.every, self._name = QCheckBox(), MetadataChoice(), Text()
        self._hint = Text(size=12, tone="text_2", wraps=True)
        flow = across = FlowLayout()
        flow.addWidget(self._name)
        flow.addWidget(self.every)
        Column(self, margins=(24, 20, 24, 20), spacing=8).add_all(self.on_start, across, self._hint)
        self.on_start.toggled.connect(lambda on: self.changed.emit({"sync_on_start": on}))
        self.every.currentIndexChanged.connect(
            lambda _at: self.changed.emit({"sync_every_minutes": self.every.currentData()})
        )

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        blocked = [QSignalBlocker(each) for each in (self.on_start, self.every)]
        self.on_start.setChecked(settings.sync_on_start)
        self._fill(settings.sync_every_minutes)
        del blocked

    def retranslate(self) -> None:
        """Set all words."""
        self.on_start.setText(self.tr("When Kennisbank opens"))
        self._name.setText(self.tr("And while it is open"))
        self.every.setAccessibleName(self._name.text())
        self._hint.setText(
            self.tr(
                "Also when the network returns. It goes on beside what you do, and says nothing while all is well. "
                "F5 updates at once."
            )
        )
        blocked = QSignalBlocker(self.every)
        self._fill(self.every.currentData() or 0)
        del blocked

    def _fill(self, chosen: int) -> None:
        self.every.clear()
        for minutes in sorted({*_MINUTES, chosen}):
            words = SyncCounts().every(minutes) if minutes else self.tr("Only when asked")
            self.every.addItem(words, minutes)
        self.every.setCurrentIndex(max(self.every.findData(chosen), 0))
