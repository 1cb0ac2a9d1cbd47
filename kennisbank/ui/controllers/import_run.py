"""One import from the window: rehearse, import, cancel; what the job says comes to the window in small portions."""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.metadata import Field
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.import_mending import mended
from kennisbank.ui.workers import LongJob

Phase = Literal["idle", "rehearsing", "rehearsed", "importing", "imported"]
_EVERY_MS = 60
_PORTION = 60
"""Rows put in the table at once: well under 50 ms, also on a slow machine."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """How far a run is: `done` of `total`, and the seconds left by the pace until now (None: not known yet)."""

    stage: str
    done: int
    total: int
    seconds: float | None


class ImportRun(QObject):
    """Runs rehearsals and imports of one source; keeps mended fields until they are imported. On the GUI thread."""

    phase_changed = Signal(object)
    """The `Phase` that was entered."""
    reported = Signal(object)
    """Some `FileReport`s, in order."""
    progressed = Signal(object)
    """The `Remaining`."""
    failed = Signal(object)
    """The run could not begin or ended early; with the exception."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Import into the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._request = ImportRequest((), None, "", is_rehearsal=True)
        self._phase: Phase = "idle"
        self._job: LongJob | None = None
        self._summary: ImportSummary | None = None
        self._waiting: deque[FileReport | ChangeSet] = deque()
        self._mended: dict[str, dict[Field, object]] = {}
        self._began = 0.0
        self._ending: tuple[Phase, Exception | None] | None = None
        self._last_changes = ChangeSet()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._deliver)

    @property
    def phase(self) -> Phase:
        """Return where the run is."""
        return self._phase

    @property
    def request(self) -> ImportRequest:
        """Return what is (to be) imported."""
        return self._request

    @property
    def summary(self) -> ImportSummary | None:
        """Return what the last finished run came to; None while one is running."""
        return self._summary

    @property
    def is_running(self) -> bool:
        """Tell whether a rehearsal or an import is under way."""
        return self._phase in {"rehearsing", "importing"}

    @property
    def mended(self) -> Mapping[str, Mapping[Field, object]]:
        """Return the fields that were mended during the rehearsal, by file; the import takes them over, by hand."""
        return self._mended

    def mend(self, file: str, changes: Mapping[Field, object]) -> None:
        """Keep mended fields of a rehearsed file for the import."""
        self._mended.setdefault(file, {}).update(changes)

    def unmend(self, file: str) -> None:
        """Forget the mended fields of a file."""
        self._mended.pop(file, None)

    def rehearse(self, sources: tuple[Path, ...], list_file: Path | None, edition: str) -> None:
        """Say what importing would do; nothing is written."""
        request = ImportRequest(sources, list_file, edition, is_rehearsal=True)
        if (request.sources, request.list_file) != (self._request.sources, self._request.list_file):
            self._mended.clear()
        self._start(request)

    def carry_out(self) -> None:
        """Import what was rehearsed."""
        self._start(replace(self._request, is_rehearsal=False))

    def import_at_once(self, sources: tuple[Path, ...], list_file: Path | None, edition: str) -> None:
        """Import without a rehearsal."""
        self._mended.clear()
        self._start(ImportRequest(sources, list_file, edition, is_rehearsal=False))

    def cancel(self) -> None:
        """Ask the run to stop between two files; what was committed stays."""
        if self._job is not None:
            self._job.ctx.cancel()

    def reset(self) -> None:
        """Let go of what was rehearsed or imported; nothing in the library changes."""
        if not self.is_running:
            self._mended.clear()
            self._enter("idle")

    def _start(self, request: ImportRequest) -> None:
        if self.is_running or not self._session.is_open:
            return
        self._request, self._summary = request, None
        self._waiting.clear()
        self._began = 0.0
        self._enter("rehearsing" if request.is_rehearsal else "importing")
        kennisbank = self._session.kennisbank
        waiting, kept = self._waiting, {file: dict(changes) for file, changes in self._mended.items()}

        def job(ctx: JobContext) -> ImportSummary:
            def take(report: FileReport) -> None:
                changes = kept.get(report.file)
                if changes and not request.is_rehearsal and report.contribution and report.verdict != "duplicate":
                    edit = kennisbank.catalogue.edit(report.contribution, changes)
                    metadata = kennisbank.catalogue.get(report.contribution).metadata
                    waiting.append(edit.changes)
                    report = mended(report, changes, metadata)
                waiting.append(report)

            return kennisbank.importing.run(request, ctx, take, waiting.append)

        title = self.tr("Rehearsing an import") if request.is_rehearsal else self.tr("Importing")
        self._timer.start()
        self._job = self._session.tasks.long(self, title, job, self._on_done, self._on_failed, self._on_progress)

    def _on_progress(self, progress: Progress) -> None:
        if progress.stage != "importing" or not progress.total:
            self.progressed.emit(Remaining(progress.stage, progress.done, progress.total, None))
            return
        now = time.monotonic()
        if not self._began:
            self._began = now
        spent, seconds = now - self._began, None
        if progress.done >= 5 and spent > 1:
            seconds = spent / progress.done * (progress.total - progress.done)
        self.progressed.emit(Remaining(progress.stage, progress.done, progress.total, seconds))

    def _deliver(self) -> None:
        """Bring a portion of what the job said to the window."""
        reports: list[FileReport] = []
        changes = ChangeSet()
        while self._waiting and len(reports) < _PORTION:
            said = self._waiting.popleft()
            if isinstance(said, FileReport):
                reports.append(said)
            else:
                changes |= said
        if reports:
            self.reported.emit(reports)
        if changes.ids("contribution"):
            self._last_changes = changes
        self._session.changed_by(changes)
        if not self._waiting and self._ending is not None:
            self._end(*self._ending)

    def _on_done(self, summary: ImportSummary) -> None:
        self._job, self._summary = None, summary
        if not summary.is_rehearsal:
            self._mended.clear()
        self._ending = ("rehearsed" if summary.is_rehearsal else "imported", None)
        self._deliver()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._ending = ("idle" if self._phase == "rehearsing" else "imported", error)
        self._deliver()

    def _end(self, phase: Phase, error: Exception | None) -> None:
        """Say that it is over, once all that the job said was brought."""
        self._timer.stop()
        self._ending = None
        self._enter(phase)
        # Once more: what came last became searchable after it was told, and whoever counts that counts again.
        last, self._last_changes = self._last_changes, ChangeSet()
        self._session.changed_by(last)
        if error is not None:
            self.failed.emit(error)

    def _enter(self, phase: Phase) -> None:
        if phase != self._phase:
            self._phase = phase
            self.phase_changed.emit(phase)
