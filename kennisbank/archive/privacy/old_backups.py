"""Backups that are too old: removed from the folder in which an archive's backups stand."""

import json
import logging
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kennisbank.errors import StorageError

LOG = logging.getLogger("kennisbank.archive.backups")
_MANIFEST = "manifest.json"
_NOTICED = "ahead-since.txt"
"""In a backup that says to be made at a moment still to come: when that was first noticed."""


def backups_in(folder: Path, archive: str) -> list[tuple[datetime, Path]]:
    """Return the backups of an archive (by its id) in a folder, each in a folder of its own: when made, and where.

    Those that were broken off count too, by when somebody last went on with them; what else stands there isn't looked
    at.
    """
    return sorted(_found(folder, archive)) if folder.is_dir() else []


def prune(folder: Path, archive: str, days: int, now: datetime) -> int:
    """Remove the backups in a folder that are `days` old or older, and return how many those were. 0 days: none.

    Of one that was made while the clock was ahead nobody knows how old it is: its days count from when that is noticed,
    in the first round after the clock was put right.

    Raises:
        StorageError: one can't be removed, or that can't be written down in it.
    """
    if days == 0:
        return 0
    old = [path for made, path in backups_in(folder, archive) if _since(made, path, now) <= now - timedelta(days=days)]
    for path in old:
        try:
            (path / _MANIFEST).unlink(missing_ok=True)  # first: what is half removed is no backup
            shutil.rmtree(path)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
    if old:
        LOG.info("old backups were removed", extra={"count": len(old)})
    return len(old)


def _since(made: datetime, path: Path, now: datetime) -> datetime:
    """Return from when the days of a backup count."""
    if made <= now:
        return made
    noticed = path / _NOTICED
    try:
        return min(now, datetime.fromisoformat(noticed.read_text("ascii")))
    except (FileNotFoundError, ValueError, TypeError):  # not written yet, or half of it
        pass
    except OSError as error:
        raise StorageError(noticed, error.strerror or str(error)) from error
    try:
        noticed.write_text(now.isoformat(), "ascii")
    except OSError as error:
        raise StorageError(noticed, error.strerror or str(error)) from error
    return now


def _found(folder: Path, archive: str) -> Iterator[tuple[datetime, Path]]:
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            continue
        if path.name.startswith(".") and path.name.endswith(".unfinished") and (path / "rows").is_dir():
            yield datetime.fromtimestamp((path / "rows").stat().st_mtime, UTC), path
            continue
        try:
            said = json.loads((path / _MANIFEST).read_bytes())
            made = datetime.fromisoformat(said["made"]).astimezone(UTC)
        except (OSError, ValueError, TypeError, KeyError):
            continue
        if said.get("archive") == archive and "rows" in said:
            yield made, path
