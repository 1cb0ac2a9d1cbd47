"""The library on this machine: opened once, used from any thread through short transactions."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock
from filelock import Timeout as LockTimeoutError
from sqlalchemy import Engine, insert, select

from kennisbank.config.paths import Paths
from kennisbank.domain.ids import Origin, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import LibraryBusyError, StorageError
from kennisbank.library import tables as t
from kennisbank.library.columns import moment_columns
from kennisbank.library.engine import make_engine
from kennisbank.library.faults import translated
from kennisbank.library.files import FileStore
from kennisbank.library.migration import SCRIPTS, bring_up_to_date
from kennisbank.library.transaction import Transaction

BUSY_TIMEOUT_S = 15.0
"""How long a write waits for another one, in this program or another."""


class Library:
    """One SQLite file and the files beside it. Any number of readers and one writer at a time, over all programs."""

    def __init__(self, paths: Paths, reader: Engine, writer: Engine) -> None:
        """Use `Library.open`."""
        self.paths = paths
        self.files = FileStore(paths.files)
        self._reader = reader
        self._writer = writer
        self._writing = threading.local()
        self.origin = self._origin()

    @classmethod
    def open(cls, paths: Paths, *, busy_timeout_s: float = BUSY_TIMEOUT_S, scripts: Path = SCRIPTS) -> Self:
        """Open the library at `paths`; make it where there is none, migrate it (after a backup) where it is older.

        `scripts` is the folder with the revisions; another than the packaged one is for tests of migrations.

        Raises:
            NewerLibraryError: a newer program wrote it; it is left untouched.
            DamagedLibraryError: its file can't be read as what it should be.
            StorageError: the folder can't be used: full, read-only, not a folder.
            LibraryBusyError: another program is migrating it, or holds it for too long.
        """
        try:
            paths.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            bring_up_to_date(paths, busy_timeout_s=busy_timeout_s, scripts=scripts)
        except OSError as error:
            raise StorageError(paths.home, error.strerror or str(error)) from error
        reader = make_engine(paths.library_file, "read", busy_timeout_s=busy_timeout_s)
        writer = make_engine(paths.library_file, "write", busy_timeout_s=busy_timeout_s)
        try:
            return cls(paths, reader, writer)
        except BaseException:
            reader.dispose()
            writer.dispose()
            raise

    def close(self) -> None:
        """Let go of the file. Safe to call twice; a transaction that is still open ends when its ``with`` does."""
        self._reader.dispose()
        self._writer.dispose()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment's state and can't write. From any thread; never waits for a writer.

        Raises:
            DamagedLibraryError: what was read can't be right.
            StorageError: the file can't be read.
        """
        with translated(self.paths.library_file), self._reader.connect() as connection, connection.begin():
            yield Transaction(connection, self.origin, is_writing=False)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give the one transaction that writes; it commits at the end, with its outbox, or leaves nothing at all.

        From any thread. Keep it short: others wait, and give up after the busy time-out.

        Raises:
            LibraryBusyError: somebody else went on writing for too long.
            DamagedLibraryError: the file isn't what it should be.
            StorageError: the file can't be written; nothing of this transaction stays.
            RuntimeError: this thread is writing already; waiting for itself would never end.
        """
        if getattr(self._writing, "now", False):
            raise RuntimeError("Library.write() inside Library.write()")
        self._writing.now = True
        try:
            with translated(self.paths.library_file), self._writer.connect() as connection, connection.begin():
                transaction = Transaction(connection, self.origin, is_writing=True)
                yield transaction
                transaction.outbox.flush()
        finally:
            self._writing.now = False

    @contextmanager
    def import_lock(self) -> Iterator[None]:
        """Hold what only one program may do at a time: importing, undoing, tidying up, repairing. Ends with a kill.

        Raises:
            LibraryBusyError: somebody else holds it; this never waits.
            StorageError: the lock can't be written.
        """
        lock = FileLock(self.paths.import_lock)
        try:
            lock.acquire(timeout=0)
        except LockTimeoutError as error:
            raise LibraryBusyError(self.paths.home) from error
        except OSError as error:
            raise StorageError(self.paths.home, error.strerror or str(error)) from error
        try:
            yield
        finally:
            lock.release()

    def _origin(self) -> Origin:
        """Return this library's own id, made when it is opened for the first time."""
        query = select(t.library.c.origin)
        with translated(self.paths.library_file):
            with self._reader.connect() as connection, connection.begin():
                found = connection.execute(query).scalar()
            if found is None:
                with self._writer.connect() as connection, connection.begin():
                    found = connection.execute(query).scalar()
                    if found is None:
                        found = new_id()
                        row = {"id": 1, "origin": found, **moment_columns("created", now())}
                        connection.execute(insert(t.library), row)
        return Origin(found)
