"""Copies of the library's SQLite file, made with SQLite's own backup so that they are whole while others write."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kennisbank.errors import DamagedLibraryError, StorageError
from kennisbank.library.faults import translated
from kennisbank.library.rotation import Rotation, kept

KEEP = 5
"""Backups that are kept whatever their age, before the rotation has a say."""
_MOST = Rotation(daily=60, weekly=60, monthly=120)
"""What is kept where nobody says how much: all that somebody may have asked to keep (`Settings`)."""
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_NAME = re.compile(r"library-(?P<stamp>\d{8}T\d{6}\.\d{6}Z)-(?P<label>.+)\.sqlite")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, when it was made (UTC), what it was made for, and its size in bytes."""

    path: Path
    made: datetime
    label: str
    size: int


def back_up(file: Path, folder: Path, label: str, rotation: Rotation | None = None) -> Path:
    """Copy the SQLite file into `folder` and return the copy, named by `label` and the time.

    The newest `KEEP` stay, and those that `rotation` keeps beyond; the others go once the new one is whole.

    Raises:
        StorageError: the copy can't be written; no half one is left and the older ones stay.
        DamagedLibraryError: the file can't be read as a database.
    """
    stamp = datetime.now(UTC).strftime(_STAMP)
    target = folder / f"library-{stamp}-{label}.sqlite"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with translated(file):
            _copy(file, unfinished)
        with unfinished.open("rb") as copy:
            os.fsync(copy.fileno())
        unfinished.replace(target)
        for old in _superfluous(folder, rotation or _MOST):
            old.unlink()
    except OSError as error:
        raise StorageError(folder, error.strerror or str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def put_in_place(backup: Path, file: Path) -> Path | None:
    """Set a damaged SQLite file aside and put a copy of `backup` in its place; return where the damaged one is now.

    For a library that can't be opened; nobody may have it open. What SQLite keeps beside the file goes along with it.

    Raises:
        StorageError: it can't be done; the file is where it was.
        DamagedLibraryError: the backup can't be read as a database.
    """
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with translated(backup):
            _copy(backup, unfinished)
            if not is_library(unfinished):
                raise DamagedLibraryError(backup, "it is no backup of a library")
        aside = file.with_name(f"{file.name}.damaged-{datetime.now(UTC).strftime(_STAMP)}")
        for end in ("", "-wal", "-shm"):
            beside = file.with_name(file.name + end)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + end))
        unfinished.replace(file)
    except OSError as error:
        raise StorageError(file, error.strerror or str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return aside if aside.exists() else None


def is_library(file: Path) -> bool:
    """Tell whether an SQLite file holds a library; SQLite itself takes a file of nothing for an empty database.

    Raises:
        DamagedLibraryError: it can't be read as a database.
    """
    with translated(file), closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    return bool(found[0])


def backups(folder: Path) -> list[Path]:
    """Return the backups in `folder`, newest first."""
    return sorted(folder.glob("library-*.sqlite"), reverse=True)


def described(folder: Path) -> list[Backup]:
    """Return what is known of the backups in `folder`, newest first; files of another name are left out."""
    found = []
    for path in backups(folder):
        match = _NAME.fullmatch(path.name)
        with suppress(OSError, ValueError):
            if match is not None:
                made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, made, match["label"], path.stat().st_size))
    return found


def _superfluous(folder: Path, rotation: Rotation) -> list[Path]:
    """Return what neither `KEEP` nor `rotation` keeps; what was made while the clock was ahead counts when it comes."""
    moment = datetime.now(UTC)
    known = [each for each in described(folder) if each.made <= moment]
    stay = kept((each.made for each in known), rotation)
    return [each.path for each in known[KEEP:] if each.made not in stay]


def _copy(file: Path, target: Path) -> None:
    """Copy page by page into one plain file (no write-ahead log beside it)."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
