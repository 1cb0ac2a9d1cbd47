"""An archive on this machine: opened once, used from any thread through short transactions."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from kennisbank.archive.database.database_faults import translated
from kennisbank.archive.database.engine import Engines, open_engines
from kennisbank.archive.database.migration import bring_up_to_date
from kennisbank.archive.files.file_store import DiskFiles, Files
from kennisbank.archive.identity.identity import Identity, identity_of, make_identity
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.identity.signing_key import KEY_FILE, SigningKey
from kennisbank.archive.transaction import Transaction
from kennisbank.errors import BadInputError, DatabaseError, StorageError

RESTORING = "restoring"
"""A file in the data folder while a backup is being restored to it."""
_log = logging.getLogger(__name__)


class Archive:
    """A database, the files beside it, and the key. `data` is its folder, which always holds key and configuration."""

    def __init__(self, data: Path, engines: Engines, files: Files, key: SigningKey) -> None:
        """Use `Archive.open`."""
        self.data = data
        self.files = files
        self.key = key
        self._keyed = Keyed(key.private)
        self._engines = engines
        self._writing = threading.local()

    @classmethod
    def open(cls, data: Path, *, database: str | None = None, files: str | None = None) -> Self:
        """Open the archive in the folder `data`; make it where there is none, migrate it where it is older.

        `database` is an address of PostgreSQL (``postgresql://…``), or None for ``data/archive.sqlite``. `files` is a
        folder or ``s3://bucket/prefix?endpoint=…``, or None for ``data/files``.

        Raises:
            BadInputError: an address can't be one, or the key isn't the one that this database was made with.
            DatabaseError: the database can't be used.
            StorageError: the folder can't be used.
        """
        try:
            data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StorageError(data, error.strerror or str(error)) from error
        if (data / RESTORING).exists():
            raise BadInputError("A restore to this folder was broken off. Restore the same backup once more.", data)
        store = open_files(files or str(data / "files"))
        engines = open_engines(data, database)
        try:
            bring_up_to_date(engines)
            return cls(data, engines, store, _key_of(data, engines))
        except BaseException:
            engines.dispose()
            raise

    def close(self) -> None:
        """Let go of the database. Safe to call twice."""
        self._engines.dispose()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @property
    def engines(self) -> Engines:
        """Return the ways into the database, for what no transaction can do (`privacy.wiping`)."""
        return self._engines

    @property
    def where(self) -> str:
        """Return where the database is, without its password."""
        return self._engines.where

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give a transaction that sees one moment's state and can't write. From any thread; waits for no writer.

        Raises:
            DatabaseError: the database can't be used.
        """
        with translated(self.where), self._engines.read.connect() as connection, connection.begin():
            yield Transaction(connection, _identity(connection), self._keyed)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give a transaction that writes; it commits at the end, or leaves nothing at all. Keep it short.

        The bytes of files that it took out are removed once it is committed.

        Raises:
            DatabaseError: the database can't be used, or somebody else goes on writing (``busy``).
            RuntimeError: this thread is writing already; waiting for itself would never end.
        """
        if getattr(self._writing, "now", False):
            raise RuntimeError("Archive.write() inside Archive.write()")
        self._writing.now = True
        try:
            with translated(self.where), self._engines.write.connect() as connection, connection.begin():
                transaction = Transaction(connection, _identity(connection), self._keyed)
                yield transaction
                transaction.counter.flush()
            self._remove(transaction.files.removals)
        finally:
            self._writing.now = False

    def take_file(self, path: Path, file_hash: str) -> None:
        """Take a file into the store and write down that it is here; nobody can take it away in between.

        Raises:
            BadInputError: its bytes aren't what the hash says; nothing was taken.
            StorageError: the store can't take it.
            DatabaseError: the database can't be used.
        """
        self.files.put(path, file_hash)
        with self.write() as tx:
            tx.counter.lock()
            self.files.put(path, file_hash)  # in case somebody removed it just now: they hold the same lock
            tx.files.came(file_hash, self.files.size(file_hash))

    def _remove(self, removals: set[str]) -> None:
        """Remove the bytes of files that are taken out, unless they came back; what fails is mended by the check.

        The transaction that took them out stands already: whatever happens here is no failure of it.
        """
        if not removals:
            return
        try:
            with translated(self.where), self._engines.write.connect() as connection, connection.begin():
                transaction = Transaction(connection, _identity(connection), self._keyed)
                transaction.counter.lock()
                for file_hash in transaction.files.missing(sorted(removals)):
                    self.files.remove(file_hash)
        except (DatabaseError, StorageError):
            _log.exception("files that were taken out are still in the store")


def open_files(where: str) -> Files:
    """Return the file store at a folder or an address ``s3://…``.

    Raises:
        BadInputError: the address can't be one.
    """
    if "://" not in where:
        return DiskFiles(Path(where))
    from kennisbank.archive.files.s3_files import S3Files  # noqa: PLC0415 -- a library that most archives never need

    return S3Files.at(where)


def _identity(connection: Connection) -> Identity:
    found = identity_of(connection)
    assert found is not None, "Archive.open wrote it down"
    return found


def _key_of(data: Path, engines: Engines) -> SigningKey:
    """Return the archive's key; a new archive gets one, and its identity with it."""
    key = SigningKey.load(data)
    with translated(engines.where), engines.write.connect() as connection, connection.begin():
        known = identity_of(connection)
        if known is None:
            key = key or SigningKey.make(data)
            make_identity(connection, key.public)
        elif key is None or key.public != known.key:
            raise BadInputError(
                "The key of this archive isn't here, or it is another archive's: put back the one it was made with.",
                data / KEY_FILE,
            )
    return key
