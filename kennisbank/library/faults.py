"""SQLite's errors as ours: busy, full or read-only, damaged, or a bug."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kennisbank.errors import DamagedLibraryError, KennisbankError, LibraryBusyError, StorageError

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_STORAGE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_PERM: "it may not be used",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened",
    sqlite3.SQLITE_IOERR: "reading or writing failed",
    sqlite3.SQLITE_NOLFS: "the file is too large for this disk",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside into ours about the library at `path`; what isn't the machine's fault goes through.

    Raises:
        LibraryBusyError: somebody else kept the file locked for longer than the busy time-out.
        DamagedLibraryError: the file isn't what it should be.
        StorageError: the file can't be read or written.
    """
    try:
        yield
    except DBAPIError as error:
        ours = _ours(path, error.orig)
        if ours is None:
            raise
        raise ours from error
    except sqlite3.Error as error:
        ours = _ours(path, error)
        if ours is None:
            raise
        raise ours from error
    except PoolTimeoutError as error:
        raise LibraryBusyError(path, "this program") from error


def _ours(path: Path, error: BaseException | None) -> KennisbankError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _BUSY:
        return LibraryBusyError(path)
    if primary in _DAMAGED:
        return DamagedLibraryError(path, str(error))
    if primary in _STORAGE:
        return StorageError(path, f"{_STORAGE[primary]} ({error})")
    return None
