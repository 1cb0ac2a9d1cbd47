"""Copies of the library's SQLite file, made with SQLite's own backup so that they are whole while others write."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kennisbank.errors import StorageError
from kennisbank.library.faults import translated

KEEP = 5
"""Backups kept; the oldest goes when a new one is whole."""


def back_up(file: Path, folder: Path, label: str) -> Path:
    """Copy the SQLite file into `folder` and return the copy, named by `label` and the time; keep the newest `KEEP`.

    Raises:
        StorageError: the copy can't be written; no half one is left and the older ones stay.
        DamagedLibraryError: the file can't be read as a database.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = folder / f"library-{stamp}-{label}.sqlite"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with translated(file):
            _copy(file, unfinished)
        with unfinished.open("rb") as copy:
            os.fsync(copy.fileno())
        unfinished.replace(target)
        for old in backups(folder)[KEEP:]:
            old.unlink()
    except OSError as error:
        raise StorageError(folder, error.strerror or str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def backups(folder: Path) -> list[Path]:
    """Return the backups in `folder`, newest first."""
    return sorted(folder.glob("library-*.sqlite"), reverse=True)


def _copy(file: Path, target: Path) -> None:
    """Copy page by page into one plain file (no write-ahead log beside it)."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
