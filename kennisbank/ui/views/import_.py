"""Importing: choose, rehearse, look at each file, mend, import, take back. Earlier imports stand below."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ImportBatch
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.metadata import Field
from kennisbank.domain.reports import FileReport
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.import_run import ImportRun, Phase
from kennisbank.ui.controllers.metadata_saving import MetadataSaving
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.import_csv import csv_rows, separator, write_csv
from kennisbank.ui.models.import_mending import mended
from kennisbank.ui.models.import_words import standing_of
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.batch_list import BatchList
from kennisbank.ui.widgets.import_pane import ImportPane
from kennisbank.ui.widgets.import_panel import ImportPanel
from kennisbank.ui.widgets.import_setup import LIST_ENDINGS, ImportSetup
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.panes import Panes
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class ImportView(View):
    """Two pages: choosing (with earlier imports), and a run with its table and panel."""

    def __init__(self, session: Session) -> None:
        """Build both pages."""
        super().__init__(session)
        self.run = ImportRun(session, self)
        self._saving = MetadataSaving(session, self)
        self._past: ImportBatch | None = None
        self._reading: JobContext | None = None
        self.setup, self.batches = ImportSetup(), BatchList()
        self.pane, self.panel = ImportPane(), ImportPanel()
        self._heading, self._lead = Text(size=28, strong=True), Text(size=15, tone="text_2", wraps=True)
        self._panes = Panes(self.pane, right=self.panel)
        self._stack = QStackedWidget()
        self._choosing = self._choosing_page()
        self._stack.addWidget(self._choosing)
        self._stack.addWidget(self._panes)
        Column(self).addWidget(self._stack)
        self._connect()
        if session.is_open:
            self._load()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Import"))
        self._heading.setText(self.tr("Import contributions"))
        self._lead.setText(
            self.tr("Begin with a rehearsal: you see for each file what would happen, and mend it before it counts.")
        )

    @override
    def focus_first(self) -> None:
        if self._is_choosing:
            self.setup.focus_next()
        else:
            self.pane.rows.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self._choosing,) if self._is_choosing else self._panes.panes

    @override
    def state(self) -> Mapping[str, object]:
        return {}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        sources = state.get("sources")
        if not isinstance(sources, tuple) or not sources:
            return
        if self.run.is_running:
            self.session.tell(self.tr("An import is running. Wait until it is done, or cancel it first."))
        else:
            self._show_choosing()
            self.setup.set_sources(sources)

    @property
    def _is_choosing(self) -> bool:
        return self._stack.currentIndex() == 0

    def _choosing_page(self) -> Scroll:
        page = QWidget()
        across = Row(page, margins=(32, 24, 32, 32))
        column = Column(spacing=8)
        column.add_all(self._heading, self._lead, 12, self.setup, 16, self.batches, None)
        across.addLayout(column, 1)
        follow(page, lambda: page.setMaximumWidth(px(880)))
        return Scroll(page)

    def _connect(self) -> None:
        session, run, setup, pane, panel = self.session, self.run, self.setup, self.pane, self.panel
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        setup.sources_chosen.connect(self._look_for_list)
        setup.rehearse_asked.connect(lambda: run.rehearse(setup.sources, setup.list_file, setup.edition_code))
        setup.import_asked.connect(lambda: run.import_at_once(setup.sources, setup.list_file, setup.edition_code))
        run.phase_changed.connect(self._on_phase)
        run.reported.connect(self._on_reports)
        run.progressed.connect(pane.show_remaining)
        run.failed.connect(self._on_failed)
        pane.import_asked.connect(run.carry_out)
        pane.cancel_asked.connect(run.cancel)
        pane.other_asked.connect(self._show_choosing)
        pane.undo_asked.connect(self._undo_run)
        pane.export_asked.connect(self._export)
        pane.panel_asked.connect(lambda on: self._panes.show_right(is_shown=on))
        self._panes.shown_changed.connect(lambda: pane.show_panel_toggle(is_shown=self._panes.is_right_shown))
        pane.rows.moved.connect(self._show_row)
        pane.rows.opened.connect(self._open_row)
        panel.stepped.connect(self._step)
        panel.saved.connect(self._save)
        panel.open_asked.connect(lambda contribution: session.go("reader", contribution=contribution))
        panel.closed.connect(self._close_panel)
        self._saving.saved.connect(self._on_saved)
        self.batches.looked.connect(self._look_at)
        self.batches.undo_asked.connect(self._undo)
        self.batches.continue_asked.connect(self._continue)

    # Earlier imports

    def _on_opened(self) -> None:
        if not self.run.is_running:
            self._show_choosing()
        self._load()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.ids("batch") and self._is_choosing:
            self._load()

    def _load(self) -> None:
        catalogue = self.session.kennisbank.catalogue
        self.session.tasks.read(
            self, lambda _ctx: catalogue.batches(), self.batches.show_batches, self.session.failed.emit
        )

    def _look_at(self, batch: ImportBatch) -> None:
        """Show the report of an earlier import."""
        catalogue = self.session.kennisbank.catalogue

        def show(reports: list[FileReport]) -> None:
            self._past = batch
            self.pane.begin("past", batch.edition or Path(batch.source.split(" | ")[0]).name)
            self.pane.add(reports)
            self._show_run()

        self.session.tasks.read(self, lambda _ctx: catalogue.batch_reports(batch.id), show, self.session.failed.emit)

    def _continue(self, batch: ImportBatch) -> None:
        """Prepare to import the same sources again: what is here is recognised, and a broken-off batch goes on."""
        self._show_choosing()
        self.setup.set_sources(tuple(Path(each) for each in batch.source.split(" | ")))
        self.setup.edition.setText(batch.edition)
        self.setup.focus_next()

    def _undo_run(self) -> None:
        summary = self.run.summary
        if summary is None or summary.batch is None:
            return
        wanted = summary.batch
        catalogue = self.session.kennisbank.catalogue

        def undo(batches: list[ImportBatch]) -> None:
            batch = next((each for each in batches if each.id == wanted), None)
            if batch is not None:
                self._undo(batch)

        self.session.tasks.read(self, lambda _ctx: catalogue.batches(), undo, self.session.failed.emit)

    def _undo(self, batch: ImportBatch) -> None:
        """Take an import back, and offer to do it again."""
        importing = self.session.kennisbank.importing

        def done(changes: ChangeSet) -> None:
            self.session.changed_by(changes)
            gone = sum(each.kind == "contribution" and each.action == "removed" for each in changes.changes)
            words = self.tr("The import was undone: %n contribution(s) taken out.", "", gone)
            self.session.tell(
                words.replace(str(gone), number(gone)), self.tr("Import again"), lambda: self._continue(batch)
            )
            self.run.reset()
            self._show_choosing()

        title = self.tr("Undoing an import")
        self.session.tasks.long(self, title, lambda ctx: importing.undo(batch.id, ctx), done, self.session.failed.emit)

    # Choosing

    def _show_choosing(self) -> None:
        self._past = None
        self._stack.setCurrentIndex(0)
        if self.session.is_open:
            self._load()

    def _look_for_list(self, sources: tuple[Path, ...]) -> None:
        """Take the list that lies in the folder, if there is exactly one."""
        if not self.session.is_open:
            return

        def found(lists: list[Path]) -> None:
            if len(lists) == 1 and self.setup.sources == sources and self.setup.list_file is None:
                self.setup.set_list(lists[0])

        self.session.tasks.read(self, lambda _ctx: _lists_in(sources), found)

    # A run

    def _on_phase(self, phase: Phase) -> None:
        request = self.run.request
        name = request.edition or (request.sources[0].name if request.sources else "")
        match phase:
            case "rehearsing" | "importing":
                self._past = None
                self.panel.show_report(None, is_rehearsal=phase == "rehearsing")
                self.pane.begin(phase, name)
                self._show_run()
            case "rehearsed" | "imported":
                self.pane.end(phase, self.run.summary)
                if self.pane.rows.current_row < 0:
                    self.pane.rows.go_to(0)
                if phase == "imported":
                    self._look_at_scans()
            case _:
                self._show_choosing()

    def _look_at_scans(self) -> None:
        """Have the report say what becomes of scans among what came in."""
        scans = self.session.kennisbank.scans

        def show(can_read: bool) -> None:  # noqa: FBT001 - a job's answer
            is_on = self.session.settings.read_scans
            self.pane.say_scans("missing" if not can_read else "coming" if is_on else "off")

        self.session.tasks.read(self, lambda _ctx: scans.can_read(), show, self.session.failed.emit)

    def _on_reports(self, reports: list[FileReport]) -> None:
        kept = self.run.mended if self.pane.is_rehearsal else {}
        self.pane.add([mended(each, kept[each.file]) if each.file in kept else each for each in reports])

    def _on_failed(self, error: Exception) -> None:
        if self._is_choosing:
            self.session.failed.emit(error)
        else:
            self.pane.end("imported", None, str(message_for(error)))

    def _show_run(self) -> None:
        self._stack.setCurrentIndex(1)
        self.pane.show_panel_toggle(is_shown=self._panes.is_right_shown)
        self.focus_first()

    # One file

    def _show_row(self, row: int) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if row < 0:
            self.panel.show_report(None, is_rehearsal=self.pane.is_rehearsal)
            return
        report = self.pane.table.report(row)
        self.panel.show_report(report, is_rehearsal=self.pane.is_rehearsal)
        is_here = not self.pane.is_rehearsal or standing_of(report) == "exists"
        if report.contribution is not None and is_here and report.file not in self.run.mended:
            self._read_current(report, report.contribution)

    def _read_current(self, report: FileReport, contribution: ContributionId) -> None:
        """Show the fields as they are now, which may be other than they were in the report."""
        catalogue = self.session.kennisbank.catalogue

        def show(found: dict[ContributionId, Contribution]) -> None:
            now = found.get(contribution)
            if self.panel.report != report:
                return
            if now is None:
                gone = replace(report, contribution=None)
                self.panel.show_report(gone, is_rehearsal=self.pane.is_rehearsal)
            elif now.metadata != report.metadata:
                self.panel.show_report(replace(report, metadata=now.metadata), is_rehearsal=self.pane.is_rehearsal)

        self._reading = self.session.tasks.read(self, lambda _ctx: catalogue.many([contribution]), show)

    def _open_row(self, row: int) -> None:
        self.pane.rows.go_to(row)
        if not self._panes.is_right_shown:
            self._panes.show_right(is_shown=True)
            self.panel.focus_fields()

    def _close_panel(self) -> None:
        self._panes.show_right(is_shown=False)
        self.pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        self.pane.rows.go_to(self.pane.rows.current_row + step)

    def _save(self, changes: dict[Field, object]) -> None:
        """Keep what was mended, for the import or at once, and go on with the next file."""
        report, row = self.panel.report, self.pane.rows.current_row
        if report is None:
            return
        if not changes:
            self._next(row)
        elif self.pane.is_rehearsal and standing_of(report) != "exists":
            self.run.mend(report.file, changes)
            self.pane.table.replace(row, mended(report, changes))
            self.pane.show_counts()
            self._next(row)
        elif report.contribution is not None:
            self.pane.table.replace(row, mended(report, changes))
            self.pane.show_counts()
            self._saving.save(report.contribution, changes, lambda: self._next(row))

    def _next(self, row: int) -> None:
        self.pane.rows.go_to(row + 1)
        self.panel.focus_fields()

    def _on_saved(self, contribution: Contribution) -> None:
        """Show what is saved now, also after an undo."""
        table = self.pane.table
        for row in range(table.rowCount()):
            report = table.report(row)
            if report.contribution == contribution.id:
                table.replace(row, replace(report, metadata=contribution.metadata))
                if row == self.pane.rows.current_row:
                    self._show_row(row)

    def _export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / self.tr("import report.csv"))
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Report as CSV"), name, "CSV (*.csv)")
        if file:
            self.export_to(Path(file))

    def export_to(self, path: Path) -> None:
        """Write the report of what is shown, all files of it, to a CSV file."""
        rows = csv_rows(self.pane.table.reports, is_rehearsal=self.pane.is_rehearsal)
        parted_by = separator()

        def done(_answer: None) -> None:
            self.session.tell(self.tr("The report stands in %1").replace("%1", path.name))

        job = lambda _ctx: write_csv(path, rows, parted_by)  # noqa: E731 - a job is a function
        self.session.tasks.write(self, job, done, self.session.failed.emit)


def _lists_in(sources: tuple[Path, ...]) -> list[Path]:
    """Return the lists that lie directly in the folders named."""
    found: list[Path] = []
    for source in sources:
        try:
            if source.is_dir():
                found += [each for each in sorted(source.iterdir()) if each.suffix.lower() in LIST_ENDINGS]
        except OSError:
            continue
    return found
