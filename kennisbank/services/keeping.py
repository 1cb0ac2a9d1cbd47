"""Keeping: copies of the library now and then, everything in open files, and putting it back."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from kennisbank.config.paths import Paths
from kennisbank.config.settings import load_settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.errors import BadInputError, DamagedLibraryError, KennisbankError, LibraryBusyError
from kennisbank.library import backup as backup_files
from kennisbank.library.backup import Backup, back_up, described
from kennisbank.library.library import Library
from kennisbank.library.rotation import Rotation
from kennisbank.sentences import Language
from kennisbank.services.exporting import Exporter, WholeExport
from kennisbank.services.restoring import Restorer, RestoreReport, own_files
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress

_log = logging.getLogger(__name__)

_EVERY = timedelta(hours=20)
"""Less than a day, so that somebody who starts at nine each morning has one each morning."""


def put_in_place(home: Path | None, backup: Path) -> None:
    """Put a backup in the place of a library that is damaged or lost; what was there is set aside.

    Raises:
        BadInputError: `backup` is no backup; nothing was changed.
        StorageError: the home can't be written.
    """
    paths = Paths.of(home)
    try:
        aside = backup_files.put_in_place(backup, paths.library_file)
    except DamagedLibraryError as error:
        raise BadInputError("This file is no backup of a library, or it is damaged.", backup) from error
    _log.warning("%s was put in the place of a library that is now in %s", backup, aside)


@dataclass(frozen=True, slots=True)
class BackupState:
    """The backups there are, newest first, and whether they are made by themselves."""

    backups: tuple[Backup, ...]
    is_automatic: bool


class KeepingService:
    """Keeps one library. Every method may be called from any thread but the GUI's."""

    def __init__(
        self,
        library: Library,
        exporter: Exporter,
        searching: SearchService,
        *,
        scrub: Callable[[JobContext], ChangeSet] = lambda _: ChangeSet(),
    ) -> None:
        """Keep `library`; `searching` indexes what was put back, and `scrub` takes out what may not come back."""
        self._library, self._exporter, self._searching, self._scrub = library, exporter, searching, scrub

    def state(self) -> BackupState:
        """Return which backups there are."""
        settings = load_settings(self._library.paths.settings_file)
        return BackupState(tuple(described(self._library.paths.backups)), settings.backups == "daily")

    def back_up(self, label: str = "asked") -> Backup:
        """Make a backup now, and let go of those that the rotation doesn't keep.

        Raises:
            StorageError: it can't be written; the older ones stay.
            DamagedLibraryError: the library can't be read.
        """
        paths = self._library.paths
        made = back_up(paths.library_file, paths.backups, label, self._rotation())
        return next(each for each in described(paths.backups) if each.path == made)

    def back_up_if_due(self, ctx: JobContext | None = None) -> Backup | None:  # noqa: ARG002 -- as every job has one
        """Make the backup of the day, if they are made by themselves and there is none yet.

        Nothing is raised: what went wrong is logged, and tried again the next time.
        """
        state, moment = self.state(), datetime.now(UTC)
        newest = next((each.made for each in state.backups if each.made <= moment), None)  # others: the clock was ahead
        if not state.is_automatic or (newest is not None and moment - newest < _EVERY):
            return None
        try:
            return self.back_up("daily")
        except KennisbankError:
            _log.exception("the backup of the day failed")
            return None

    def export(self, target: Path, ctx: JobContext | None = None, *, language: Language = "nl") -> WholeExport:
        """Write everything to open files in a new folder, whole or not at all.

        Raises:
            BadInputError: there is something at `target` already.
            StorageError: it can't be written; nothing is left of it.
            Cancelled: `ctx` was asked to stop; nothing is left of it.
        """
        return self._exporter.export(target, ctx or JobContext(), language)

    def restore(self, source: Path, ctx: JobContext | None = None) -> RestoreReport:
        """Put back what an export (a folder) or a backup (a file) holds, after a backup of the library as it is.

        What is missing comes, nothing goes, and nothing newer is overwritten. Settings and synonyms come only where
        there are none.

        Raises:
            BadInputError: it is neither, or it is damaged beyond use; nothing was changed.
            StorageError: the library can't be written.
            LibraryBusyError: an import is running.
            Cancelled: `ctx` was asked to stop; what was put back stays, and doing it again goes on.
        """
        ctx = ctx or JobContext()
        before = self.back_up("before-restore")
        report = Restorer(self._library).restore(source, ctx)
        if source.is_dir():
            self._own_files(source)
        ctx.report(Progress("indexing"))
        changes = report.changes
        try:
            changes |= self._scrub(ctx)
            self._searching.catch_up(ctx)
        except LibraryBusyError as error:
            _log.info("left to the other program: %s", error)
        return replace(report, backup=before.path, changes=changes)

    def _own_files(self, source: Path) -> None:
        paths = self._library.paths
        targets = {"settings.json": paths.settings_file, "synonyms.txt": paths.synonyms_file}
        for name, file in own_files(source).items():
            if not targets[name].exists():
                copyfile(file.path, targets[name])

    def _rotation(self) -> Rotation:
        settings = load_settings(self._library.paths.settings_file)
        return Rotation(settings.backups_daily, settings.backups_weekly, settings.backups_monthly)
