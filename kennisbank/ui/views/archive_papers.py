"""The papers on this computer: how each edition stands, what is on its way, how much room they take and may take."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kennisbank.config.settings import Settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.tasks.context import JobContext
from kennisbank.ui.archive_messages import reason_words
from kennisbank.ui.controllers.archive_contents import EditionStand, PapersContents, read_papers
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number, size_of
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.archive_words import ArchiveCounts
from kennisbank.ui.models.search_words import authors_line
from kennisbank.ui.models.sync_words import stage_words
from kennisbank.ui.views.paper_row import PaperRow
from kennisbank.ui.views.start_section import StartSection
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, EmptyState, Hairline
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

_WAIT_MS = 400
_FEW = 6
_BUDGETS_MB = (0, 500, 1_000, 2_000, 5_000, 10_000, 50_000)
_MB = 1 << 20


class PapersPage(ArchivePage):
    """Space, what is on its way, editions, and what comes by itself."""

    def __init__(self, session: Session) -> None:
        """Build the page; it is read when somebody comes."""
        super().__init__(session)
        self._downloads = Downloads.of(session)
        self._contents: PapersContents | None = None
        self._reading: JobContext | None = None
        self._is_entered = False
        self._again = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._again.timeout.connect(self._read)
        self._heading, self._second = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.fetch_all = Button("", "secondary", icon_name="download")
        self.progress, self.error = ProgressLine(bar_width=200, small=False), ErrorLine()
        self.stop = Button("", "quiet")
        self.wanted, self.failed = StartSection(inset=0), StartSection(inset=0)
        self._editions_title, self._editions = Text(size=15, strong=True), Card()
        self._rows = Column(self._editions, margins=(0, 1, 0, 1), spacing=0)
        self._empty = EmptyState("cloud")
        self._policy_title, self.policy = Text(size=15, strong=True), PolicyCard()
        self.edition_rows: list[EditionRow] = []
        flow = buttons = FlowLayout()
        flow.addWidget(self.fetch_all)
        flow.addWidget(self.stop)
        self.column.add_all(self._heading, self._second, 4, buttons, self.progress, self.error, 8)
        self.column.add_all(self.wanted, self.failed, self._editions_title, self._editions, self._empty, 16)
        self.column.add_all(self._policy_title, self.policy, None)
        self.progress.hide()
        self._connect()
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._reading is None and not self._again.isActive()

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.fetch_all if self.fetch_all.isVisible() else None

    @override
    def entered(self) -> None:
        self._is_entered = True
        self._read()

    @override
    def left(self) -> None:
        self._is_entered = False

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Papers on this computer"))
        self._editions_title.setText(self.tr("Editions"))
        self._policy_title.setText(self.tr("What comes by itself"))
        self.stop.setText(self.tr("Fetch nothing more"))
        self.progress.set_cancel_words(self.tr("Pause"))
        self._empty.set_words(
            self.tr("The archive has no papers yet."),
            hint=self.tr("As soon as it has, you choose here what comes to this computer."),
        )
        self.policy.retranslate()
        self._show()

    def _connect(self) -> None:
        session, downloads = self.session, self._downloads
        self.fetch_all.clicked.connect(downloads.want_all)
        self.stop.clicked.connect(self._stop)
        self.progress.cancel_asked.connect(downloads.cancel)
        downloads.progressed.connect(self._show_progress)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._read)
        self.policy.changed.connect(lambda changed: session.change_settings(**changed))
        session.settings_changed.connect(self.policy.show_settings)
        self.policy.show_settings(session.settings)

    def _stop(self) -> None:
        self._downloads.leave()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._is_entered and (changes.ids("offer") or changes.ids("contribution") or changes.ids("archive")):
            self._again.start()

    def _read(self) -> None:
        self._again.stop()
        if not self.session.is_open or not self._is_entered:
            return
        if self._reading is not None:
            self._reading.cancel()
        kennisbank = self.session.kennisbank
        self._reading = self.session.tasks.read(self, lambda ctx: read_papers(kennisbank, ctx), self._take, self._fail)

    def _take(self, contents: PapersContents) -> None:
        self._reading = None
        if contents != self._contents:
            self._contents = contents
            self._show()

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self.session.failed.emit(error)

    def _show(self) -> None:
        contents = self._contents
        if contents is None:
            return
        self._second.setText(self._space_words(contents))
        count = contents.missing
        words = self.tr("Download all %n ({size})", "", count).replace(str(count), number(count))
        self.fetch_all.setText(words.format(size=size_of(contents.size)))
        self.fetch_all.setVisible(count > len(contents.wanted))
        self.stop.setVisible(bool(contents.wanted))
        self._show_list(self.wanted, self.tr("On their way"), contents.wanted)
        self._show_failed(contents)
        self._show_editions(contents.editions)
        self._show_progress()

    def _space_words(self, contents: PapersContents) -> str:
        counts, space = ArchiveCounts(), contents.space
        words = self.tr("{count} here, {used}. {free} are free on this disk.")
        said = words.format(
            count=counts.contributions(contents.here), used=size_of(space.used), free=size_of(space.free)
        )
        if space.budget:
            said += " " + self.tr("Papers may take {budget}.").format(budget=size_of(space.budget))
        return said

    def _show_list(self, section: StartSection, title: str, papers: Sequence[Contribution]) -> None:
        rows = []
        for each in papers[:_FEW]:
            row = PaperRow(self.session, each, authors_line(each))
            row.open.clicked.connect(lambda each=each: self.session.go("details", contribution=each.id))
            rows.append(row)
        section.show_rows(title, rows, count=number(len(papers)))

    def _show_failed(self, contents: PapersContents) -> None:
        rows = []
        for each, reason in contents.failed[:_FEW]:
            row = PaperRow(self.session, each, authors_line(each), reason_words(reason))
            row.open.clicked.connect(lambda each=each: self.session.go("details", contribution=each.id))
            rows.append(row)
        self.failed.show_rows(self.tr("Didn't come"), rows, count=number(len(contents.failed)))

    def _show_editions(self, editions: Sequence[EditionStand]) -> None:
        while len(self.edition_rows) < len(editions):
            row = EditionRow()
            row.fetch_asked.connect(self._downloads.want_edition)
            row.remove_asked.connect(self._downloads.remove_here)
            row.line.setVisible(bool(self.edition_rows))
            self._rows.addWidget(row)
            self.edition_rows.append(row)
        for row in self.edition_rows[len(editions) :]:
            row.hide()
        for row, stand in zip(self.edition_rows, editions, strict=False):
            row.show_stand(stand)
            row.show()
        for widget in (self._editions_title, self._editions):
            widget.setVisible(bool(editions))
        self._empty.setVisible(not editions)

    def _show_progress(self) -> None:
        downloads = self._downloads
        self.progress.setVisible(downloads.is_running)
        if downloads.is_running:
            progress = downloads.progress
            done, total = progress.done, progress.total
            far = f", {size_of(done * 1024)} / {size_of(total * 1024)}" if total else ""
            self.progress.show_progress(f"{progress.item or stage_words(progress)}{far}", done, total)
        error = downloads.error
        self.error.say(str(message_for(error)) if error is not None and not downloads.is_running else "")


class EditionRow(QWidget):
    """An edition with how much of it is here, and what can be done."""

    fetch_asked = Signal(str)
    remove_asked = Signal(object)
    """The ids of what is to go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._stand: EditionStand | None = None
        self._name, self._how = Text(strong=True, wraps=True), Text(size=12, tone="text_2", wraps=True)
        self.fetch, self.remove = Button("", "secondary", small=True), Button("", "quiet", small=True)
        words = Column(spacing=2)
        words.add_all(self._name, self._how)
        self.line = Hairline()
        column = Column(self, spacing=0)
        column.addWidget(self.line)
        row = Row(margins=(20, 10, 16, 10), spacing=12)
        column.addLayout(row)
        row.addLayout(words, 1)
        for button in (self.remove, self.fetch):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fetch.set_icon("download")
        self.fetch.clicked.connect(self._fetch)
        self.remove.clicked.connect(self._remove)

    def show_stand(self, stand: EditionStand) -> None:
        """Show an edition as it stands."""
        self._stand = stand
        name = stand.code or self.tr("Without edition")
        self._name.setText(f"{name}: {stand.name}" if stand.name and stand.name != stand.code else name)
        here = self.tr("{here} of {all} here").format(here=number(len(stand.here)), all=number(stand.offered))
        way = self.tr("{count} on their way").format(count=number(stand.wanted)) if stand.wanted else ""
        self._how.setText("  •  ".join(part for part in (here, way) if part))
        self.fetch.setText(self.tr("Download ({size})").format(size=size_of(stand.size)))
        self.fetch.setAccessibleName(self.tr("Download {edition}").format(edition=name))
        self.fetch.setVisible(len(stand.missing) > stand.wanted)
        self.remove.setText(self.tr("Remove here"))
        self.remove.setAccessibleName(self.tr("Remove {edition} from this computer").format(edition=name))
        self.remove.setToolTip(self.tr("Makes room. What you wrote stays, and the papers can be had again."))
        self.remove.setVisible(bool(stand.here))

    def _fetch(self) -> None:
        if self._stand is not None:
            self.fetch_asked.emit(self._stand.code)

    def _remove(self) -> None:
        if self._stand is not None:
            self.remove_asked.emit(self._stand.here)


class PolicyCard(Card):
    """What comes by itself, and how much room papers may take. Each choice holds at once."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.policy, self.budget, self.newer = MetadataChoice(), MetadataChoice(), QCheckBox()
        self._policy_name, self._budget_name = Text(), Text()
        column = Column(self, margins=(24, 20, 24, 20), spacing=12)
        for name, field in ((self._policy_name, self.policy), (self._budget_name, self.budget)):
            flow = FlowLayout()
            flow.addWidget(name)
            flow.addWidget(field)
            column.addLayout(flow)
        column.addWidget(self.newer)
        self.policy.currentIndexChanged.connect(
            lambda _at: self.changed.emit({"download_policy": self.policy.currentData()})
        )
        self.budget.currentIndexChanged.connect(
            lambda _at: self.changed.emit({"disk_budget_mb": self.budget.currentData()})
        )
        self.newer.toggled.connect(lambda on: self.changed.emit({"download_newer": on}))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self._fill(settings.download_policy, settings.disk_budget_mb)
        blocked = QSignalBlocker(self.newer)
        self.newer.setChecked(settings.download_newer)
        del blocked

    def retranslate(self) -> None:
        """Set all words."""
        self._policy_name.setText(self.tr("New papers"))
        self.policy.setAccessibleName(self._policy_name.text())
        self._budget_name.setText(self.tr("Papers may take"))
        self.budget.setAccessibleName(self._budget_name.text())
        self.newer.setText(self.tr("Fetch newer versions of papers that are here"))
        self._fill(self.policy.currentData() or "ask", self.budget.currentData() or 0)

    def _fill(self, policy: str, budget: int) -> None:
        blocked = [QSignalBlocker(each) for each in (self.policy, self.budget)]
        self.policy.clear()
        for value, words in (
            ("ask", self.tr("only when I ask")),
            ("editions", self.tr("of editions that I began to fetch")),
            ("all", self.tr("all of them")),
        ):
            self.policy.addItem(words, value)
        self.policy.setCurrentIndex(max(self.policy.findData(policy), 0))
        self.budget.clear()
        for megabytes in sorted({*_BUDGETS_MB, budget}):
            self.budget.addItem(size_of(megabytes * _MB) if megabytes else self.tr("as much as there is"), megabytes)
        self.budget.setCurrentIndex(max(self.budget.findData(budget), 0))
        del blocked
