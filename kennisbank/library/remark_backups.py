"""What was said to the maintainers, out of the backups once the archive has it: names and numbers don't stay there."""

import os
import shutil
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from kennisbank.errors import DamagedLibraryError, StorageError
from kennisbank.library.backup import backups
from kennisbank.library.faults import translated
from kennisbank.library.library import Library


def forget_in_backups(library: Library, ids: Collection[str]) -> None:
    """Empty these acts in every backup; each stays what else it was. One that can't be read is let be.

    Raises:
        StorageError: one can't be written; the others may be done.
    """
    for file in backups(library.paths.backups):
        copy = file.with_name(f"{file.name}.scrubbing")
        try:
            shutil.copyfile(file, copy)
            with translated(file):
                is_changed = _emptied(copy, ids)
            if is_changed:
                stat = file.stat()
                os.utime(copy, ns=(stat.st_atime_ns, stat.st_mtime_ns))
                copy.replace(file)
        except DamagedLibraryError:
            continue
        except OSError as error:
            raise StorageError(file, error.strerror or str(error)) from error
        finally:
            _remove(copy)


def _emptied(file: Path, ids: Collection[str]) -> bool:
    """Empty acts in an SQLite file and write it anew; tell whether any was there."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'acts'").fetchone() is None:
            return False
        connection.execute("PRAGMA journal_mode=DELETE")
        before = connection.total_changes
        for each in ids:
            values = ("{}", "", "accepted", each)
            connection.execute("UPDATE acts SET body = ?, sent = ?, state = ? WHERE id = ?", values)
        if connection.total_changes == before:
            return False
        connection.execute("VACUUM")
    return True


def _remove(copy: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)
