"""What the card about keeping asks for: a backup, an export, putting one back; and how it ended."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from kennisbank.config.settings import Settings
from kennisbank.domain.document import Problem
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.widgets.settings_keeping import SettingsKeeping
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.exporting import WholeExport
    from kennisbank.services.restoring import RestoreReport

_T = TypeVar("_T")
_PROBLEMS_SHOWN = 5


class KeepingCare(QObject):
    """Serves one card with the backups of the library that is open."""

    def __init__(self, session: Session, card: SettingsKeeping) -> None:
        """Belong to `card`."""
        super().__init__(card)
        self._session, self._card = session, card
        self._job: LongJob | None = None
        card.changed.connect(lambda changed: session.change_settings(**changed))
        card.backup_asked.connect(self._back_up)
        card.folder_asked.connect(self._show_folder)
        card.export_asked.connect(self._export)
        card.restore_asked.connect(lambda is_export: self._restore(is_export=is_export))
        card.cancel_asked.connect(self._cancel)
        session.opened.connect(self._on_opened)
        session.settings_changed.connect(self._on_settings)
        self._on_settings(session.settings)
        if session.is_open:
            self._on_opened()

    def _on_settings(self, settings: Settings) -> None:
        self._card.show_settings(settings)

    def _on_opened(self) -> None:
        self._card.show_words("")
        self._read()

    def _read(self) -> None:
        keeping = self._session.kennisbank.keeping
        self._session.tasks.read(self, lambda _ctx: keeping.state(), self._card.show_state, self._session.failed.emit)

    def _show_folder(self) -> None:
        folder = self._session.kennisbank.paths.backups
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.is_dir() else folder.parent)))

    def _back_up(self) -> None:
        keeping = self._session.kennisbank.keeping
        self._run(
            self.tr("Making a backup"), lambda _ctx: keeping.back_up(), lambda _made: self.tr("The backup is made.")
        )

    def _export(self) -> None:
        parent = QFileDialog.getExistingDirectory(self._card, self.tr("Choose the folder in which the export comes"))
        if parent:
            keeping = self._session.kennisbank.keeping
            target = _new_folder(Path(parent))
            self._run(self.tr("Exporting everything"), lambda ctx: keeping.export(target, ctx), self._exported)

    def _exported(self, done: "WholeExport") -> str:
        said = self.tr("%n contribution(s), with all that you wrote, now stand in %1.", "", done.contributions)
        said = said.replace(str(done.contributions), number(done.contributions), 1).replace("%1", str(done.folder))
        return self._with_problems(said, done.problems)

    def _restore(self, *, is_export: bool) -> None:
        keeping = self._session.kennisbank.keeping
        if is_export:
            source = QFileDialog.getExistingDirectory(self._card, self.tr("Choose the folder of an export"))
        else:
            source, _filter = QFileDialog.getOpenFileName(
                self._card,
                self.tr("Choose a backup"),
                str(self._session.kennisbank.paths.backups),
                self.tr("Backups (*.sqlite)"),
            )
        if source:
            self._run(self.tr("Putting back"), lambda ctx: keeping.restore(Path(source), ctx), self._restored)

    def _restored(self, done: "RestoreReport") -> str:
        self._session.changed_by(done.changes)
        counts = done.restored
        parts = [
            self.tr("%n contribution(s)", "", counts["contributions"]),
            self.tr("%n annotation(s)", "", counts["annotations"]),
            self.tr("%n dossier(s)", "", counts["dossiers"]),
        ]
        if any(counts.values()):
            said = self.tr("Put back: %1. What was here already stayed as it was.").replace("%1", ", ".join(parts))
        else:
            said = self.tr("All of it was here already; nothing was changed.")
        return self._with_problems(said, done.problems)

    def _with_problems(self, said: str, problems: Sequence[Problem]) -> str:
        if not problems:
            return said
        names = ", ".join(each.values.get("name", each.message) for each in problems[:_PROBLEMS_SHOWN])
        more = "…" if len(problems) > _PROBLEMS_SHOWN else ""
        return f"{said}\n" + self.tr("Missing or damaged, and left out: %1").replace("%1", names + more)

    def _run(self, words: str, job: Callable[[JobContext], _T], told: Callable[[_T], str]) -> None:
        """Run a long job; show how far it is, and say how it ended."""
        self._card.show_running(words)

        def done(result: _T) -> None:
            self._job = None
            self._card.show_words(told(result))
            self._read()

        self._job = self._session.tasks.long(
            self, words, job, done, self._on_failed, lambda progress: self._card.show_progress(words, progress)
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ctx.cancel()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, Cancelled):
            self._card.show_words(self.tr("Stopped, as you asked. Nothing was lost."))
        else:
            self._card.show_words("")
            self._session.failed.emit(error)
        self._read()


def _new_folder(parent: Path) -> Path:
    """Return a folder in `parent` that doesn't exist yet, named by the day."""
    stem = f"Kennisbank {datetime.now(UTC).astimezone():%Y-%m-%d}"
    names = (stem, *(f"{stem} ({count})" for count in range(2, 1000)))
    return next((parent / name for name in names if not (parent / name).exists()), parent / stem)
