"""The contributions' files, each once, named by the SHA-256 of its bytes: ``files/ab/abcdef…``.

A file appears under its name only when it is whole and on the disk: it is copied to ``incoming/``, synchronised and
renamed. What a kill leaves in ``incoming/`` is thrown away by `FileStore.sweep`.
"""

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from kennisbank.domain.ids import FileHash
from kennisbank.errors import DocumentError, NotFoundError, StorageError

_CHUNK = 1 << 20
_DIGITS = frozenset("0123456789abcdef")


def hash_file(path: Path) -> FileHash:
    """Return the SHA-256 of a file's bytes.

    Raises:
        DocumentError: the file can't be read (``unreadable``).
    """
    try:
        with path.open("rb") as source:
            return FileHash(hashlib.file_digest(source, "sha256").hexdigest())
    except OSError as error:
        raise _unreadable(path, error) from error


class FileStore:
    """Files below one folder, by SHA-256. Safe from several threads and programs, but see `sweep`."""

    def __init__(self, folder: Path) -> None:
        """Keep files in `folder`, which is made when the first one comes."""
        self._folder = folder
        self._incoming = folder / "incoming"

    def path(self, file_hash: FileHash) -> Path:
        """Return where a file stands, or would stand. The name has no suffix: the media type is in the library.

        Raises:
            ValueError: this isn't a SHA-256 in lower-case hexadecimal digits.
        """
        if len(file_hash) != 64 or not _DIGITS.issuperset(file_hash):
            raise ValueError(f"not a SHA-256: {file_hash!r}")
        return self._folder / file_hash[:2] / file_hash

    def has(self, file_hash: FileHash) -> bool:
        """Tell whether the file is here (its bytes are not looked at)."""
        return self.path(file_hash).is_file()

    def put(self, path: Path, known: FileHash | None = None) -> FileHash:
        """Take a copy of the file at `path` and return its SHA-256; one that is here already is not copied again.

        Whoever has hashed it already says so with `known`, which saves a reading; the name is that of the copied bytes
        all the same, even when the file was changed in between.

        Raises:
            DocumentError: the file can't be read (``unreadable``).
            StorageError: the copy can't be written (disk full, read-only); nothing half-written is left.
        """
        file_hash = known if known is not None else hash_file(path)
        if self.has(file_hash):
            return file_hash
        try:
            source = path.open("rb")
        except OSError as error:
            raise _unreadable(path, error) from error
        unfinished = self._incoming / uuid4().hex
        with source:
            try:
                self._incoming.mkdir(parents=True, exist_ok=True)
                copied = _copy(source, path, unfinished)
                self._name(unfinished, copied)
            except OSError as error:
                raise StorageError(self._folder, error.strerror or str(error)) from error
            finally:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)
        return copied

    def adopt(self, path: Path, file_hash: FileHash) -> None:
        """Give a whole file its place: `path`, on the same disk, goes. The caller has made sure of its bytes.

        Raises:
            StorageError: it can't be moved; it stays where it is.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("rb+") as file:
                os.fsync(file.fileno())
            self._name(path, file_hash)
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error

    def _name(self, unfinished: Path, file_hash: FileHash) -> None:
        """Give a whole copy its name, for good: the name, and the folder where that is new, are on the disk too."""
        target = self.path(file_hash)
        is_new = not target.parent.exists()
        target.parent.mkdir(exist_ok=True)
        if not target.exists():  # else somebody was quicker with the same bytes
            unfinished.replace(target)
        _synchronise_folder(target.parent)
        if is_new:
            _synchronise_folder(self._folder)

    def remove(self, file_hash: FileHash) -> None:
        """Remove a file; one that isn't here is no error.

        Raises:
            StorageError: it can't be removed.
        """
        path = self.path(file_hash)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error

    def all(self) -> set[FileHash]:
        """Return the hashes of all files that are here, by their names."""
        found = (path.name for path in self._folder.glob("[0-9a-f][0-9a-f]/*"))
        return {FileHash(name) for name in found if len(name) == 64 and _DIGITS.issuperset(name)}

    def leftovers(self) -> list[Path]:
        """Return what was being copied when a program was killed, or is being copied now."""
        return sorted(self._incoming.glob("*"))

    def verify(self, file_hash: FileHash) -> bool:
        """Read the file and tell whether its bytes are what its name says.

        Raises:
            NotFoundError: it isn't here.
            DocumentError: it can't be read (``unreadable``).
        """
        if not self.has(file_hash):
            raise NotFoundError("file", file_hash)
        return hash_file(self.path(file_hash)) == file_hash

    def sweep(self, keep: Collection[FileHash]) -> list[FileHash]:
        """Remove the files that aren't in `keep`, and every leftover; return what was removed.

        Only for whoever holds the library's import lock: a file is put before the row that refers to it is committed.

        Raises:
            StorageError: something can't be removed.
        """
        gone = sorted(self.all().difference(keep))
        for file_hash in gone:
            self.remove(file_hash)
        for leftover in self.leftovers():
            try:
                leftover.unlink(missing_ok=True)
            except OSError as error:
                raise StorageError(leftover, error.strerror or str(error)) from error
        return gone


def _copy(source: IO[bytes], path: Path, target: Path) -> FileHash:
    """Copy the open `source` (of `path`) to the disk itself and return the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with target.open("xb") as copy:
        while True:
            try:
                chunk = source.read(_CHUNK)
            except OSError as error:
                raise _unreadable(path, error) from error
            if not chunk:
                break
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return FileHash(digest.hexdigest())


def _synchronise_folder(folder: Path) -> None:
    """Bring a new name to the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unreadable(path: Path, error: OSError) -> DocumentError:
    return DocumentError("unreadable", f"{path.name} can't be read: {error.strerror or error}")
