"""The bytes of files, each once, named by their SHA-256: in a folder of this machine, or in an object store.

A file appears under its name only when it is whole and its bytes are what the name says. Names are hashes and nothing
else: nothing that comes from outside is ever part of a path.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from kennisbank.errors import BadInputError, NotFoundError, StorageError

CHUNK = 1 << 18
"""Bytes that are read at once."""
_DIGITS = frozenset("0123456789abcdef")


class Files(Protocol):
    """Files by SHA-256, safe from several threads and programs. Every method may raise `StorageError`.

    What isn't a SHA-256 in lower-case hexadecimal digits is the name of no file.
    """

    def has(self, file_hash: str) -> bool:
        """Tell whether a file is here; its bytes are not looked at."""

    def size(self, file_hash: str) -> int:
        """Return a file's size in bytes.

        Raises:
            NotFoundError: it isn't here.
        """

    def read(self, file_hash: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Give the bytes from `start` up to, not including, `end`, in pieces; what isn't here fails at once.

        Raises:
            NotFoundError: it isn't here.
        """

    def put(self, path: Path, file_hash: str) -> None:
        """Take a copy of the file at `path`, whose SHA-256 is to be `file_hash`; one that is here stays.

        Raises:
            BadInputError: its bytes are others; nothing was taken.
        """

    def take(self, pieces: Iterable[bytes], file_hash: str, *, anew: bool = False) -> None:
        """Take a file whose bytes come in pieces; otherwise as `put`.

        `anew`: one that is here costs as much as one that isn't, so that nobody learns whether it is.
        """

    def remove(self, file_hash: str) -> None:
        """Remove a file; one that isn't here is no error."""

    def all(self) -> Iterator[tuple[str, int]]:
        """Give all files that are here, with their sizes in bytes, in no order."""


def is_hash(name: str) -> bool:
    """Tell whether a name is a SHA-256 in lower-case hexadecimal digits."""
    return len(name) == 64 and _DIGITS.issuperset(name)


def hash_of_pieces(pieces: Iterable[bytes]) -> str:
    """Return the SHA-256 of bytes that come in pieces."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


class DiskFiles:
    """Files below one folder: ``ab/abcdef…``; what is being written stands in ``incoming/``."""

    def __init__(self, folder: Path) -> None:
        """Keep files in `folder`, which is made when the first one comes."""
        self._folder = folder
        self._incoming = folder / "incoming"

    def path(self, file_hash: str) -> Path:
        """Return where a file stands, or would stand.

        Raises:
            NotFoundError: this is no hash, so there is no such file.
        """
        if not is_hash(file_hash):
            raise NotFoundError("file", "")
        return self._folder / file_hash[:2] / file_hash

    def has(self, file_hash: str) -> bool:
        """Tell whether a file is here; its bytes are not looked at."""
        return is_hash(file_hash) and self.path(file_hash).is_file()

    def size(self, file_hash: str) -> int:
        """Return a file's size in bytes."""
        path = self.path(file_hash)
        try:
            return path.stat().st_size
        except FileNotFoundError:
            raise NotFoundError("file", file_hash) from None
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error

    def read(self, file_hash: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Give the bytes from `start` up to `end`, in pieces of `CHUNK`."""
        path = self.path(file_hash)
        try:
            file = path.open("rb")
        except FileNotFoundError:
            raise NotFoundError("file", file_hash) from None
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error

        def pieces() -> Iterator[bytes]:
            with file:
                file.seek(start)
                left = None if end is None else max(0, end - start)
                while left is None or left > 0:
                    piece = file.read(CHUNK if left is None else min(CHUNK, left))
                    if not piece:
                        return
                    if left is not None:
                        left -= len(piece)
                    yield piece

        return pieces()

    def put(self, path: Path, file_hash: str) -> None:
        """Take a copy of the file at `path`."""
        self.take(pieces_of(path), file_hash)

    def take(self, pieces: Iterable[bytes], file_hash: str, *, anew: bool = False) -> None:
        """Take a file: written beside, brought to the disk, compared, then named."""
        target = self.path(file_hash)
        if target.is_file() and not anew:
            return
        unfinished = self._incoming / uuid4().hex
        try:
            self._incoming.mkdir(parents=True, exist_ok=True)
            if _copied(pieces, unfinished) != file_hash:
                raise BadInputError("The bytes of the file aren't those that its name says.")
            target.parent.mkdir(exist_ok=True)
            if not target.is_file():  # one that is here may be being read
                unfinished.replace(target)
            for folder in (target.parent, self._folder):
                _synchronise_folder(folder)
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def remove(self, file_hash: str) -> None:
        """Remove a file."""
        if not is_hash(file_hash):
            return
        path = self.path(file_hash)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error

    def leftovers(self) -> list[Path]:
        """Return what was being copied when a program was killed, or is being copied now."""
        return sorted(self._incoming.glob("*"))

    def all(self) -> Iterator[tuple[str, int]]:
        """Give all files, by their names."""
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if is_hash(path.name):
                with suppress(FileNotFoundError):
                    yield path.name, path.stat().st_size


def pieces_of(path: Path, size: int = CHUNK) -> Iterator[bytes]:
    """Give the bytes of the file at `path` in pieces of `size`; an `OSError` goes through."""
    with path.open("rb") as file:
        while piece := file.read(size):
            yield piece


def _copied(pieces: Iterable[bytes], target: Path) -> str:
    digest = hashlib.sha256()
    with target.open("xb") as copy:
        for piece in pieces:
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _synchronise_folder(folder: Path) -> None:
    """Bring a new name to the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
