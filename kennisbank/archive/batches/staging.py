"""Where a batch waits until it is published: its manifest and the files that came so far, in a folder of its own.

Nothing in here is visible to readers. A file grows as ``HASH.part`` until all of it is here; what was received stands
on disk, so that an upload goes on after a break, or after a restart of the server.
"""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from kennisbank.archive.web.faults import FaultError
from kennisbank.config.whole_files import write_whole
from kennisbank.errors import StorageError

_DAY_S = 86_400
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Staging:
    """The waiting batches of one archive. Safe in any thread; ids and hashes were checked by the caller."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, made when there is something to put in it."""
        self._folder = folder
        self._lock = Lock()
        self._busy: set[Path] = set()

    def manifest(self, batch: str) -> bytes | None:
        """Return a batch's manifest as it was kept; None: there is no such batch."""
        return self._read(batch, "manifest.json")

    def answer(self, batch: str) -> bytes | None:
        """Return what was answered when the batch was published; None: it wasn't."""
        return self._read(batch, "published.json")

    def keep(self, batch: str, manifest: bytes) -> None:
        """Keep a batch's manifest; files that came for an earlier one of it stay."""
        with _said():
            (self._folder / batch / "published.json").unlink(missing_ok=True)
            write_whole(self._folder / batch / "manifest.json", manifest, makes_folder=True)

    def put_in_place(self, batch: str, manifest: bytes) -> None:
        """Keep a manifest in the place of the one that is kept; whether it was published stays as it is."""
        with _said():
            write_whole(self._folder / batch / "manifest.json", manifest)

    def keep_answer(self, batch: str, answer: bytes) -> None:
        """Keep what was answered to publishing, and let go of parts that were left over."""
        with _said():
            write_whole(self._folder / batch / "published.json", answer)
            for each in (self._folder / batch).glob("*.part"):
                each.unlink(missing_ok=True)

    def kept(self) -> list[str]:
        """Return the batches whose manifest is kept, published or not."""
        return sorted(each.parent.name for each in self._folder.glob("*/manifest.json"))

    def waiting(self) -> list[str]:
        """Return the batches that were not published."""
        return sorted(each.parent.name for each in self._folder.glob("*/manifest.json") if not _is_published(each))

    def remove(self, batch: str) -> None:
        """Remove all that is kept of a batch."""
        shutil.rmtree(self._folder / batch, ignore_errors=True)

    def received(self, batch: str, file_hash: str) -> int:
        """Return how many bytes of a file are here."""
        part = self.part(batch, file_hash)
        return part.stat().st_size if part.exists() else 0

    def part(self, batch: str, file_hash: str) -> Path:
        """Return where a file of a batch grows."""
        return self._folder / batch / f"{file_hash}.part"

    @contextmanager
    def held(self, batch: str, file_hash: str) -> Iterator[None]:
        """Let nobody else write this file meanwhile.

        Raises:
            FaultError: ``busy``: somebody does.
        """
        part = self.part(batch, file_hash)
        with self._lock:
            if part in self._busy:
                raise FaultError("busy", retry_after=5)
            self._busy.add(part)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(part)

    def open(self, batch: str, file_hash: str, start: int) -> int:
        """Return a descriptor to write a file's bytes with, from `start`; what lay beyond it goes."""
        part = self.part(batch, file_hash)
        with _said():
            part.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            os.ftruncate(descriptor, start)
            os.lseek(descriptor, start, os.SEEK_SET)
        return descriptor

    def tidy(self, *, days: int) -> None:
        """Remove the batches that nothing happened to for `days`; 0: none."""
        if days == 0 or not self._folder.is_dir():
            return
        oldest = time.time() - days * _DAY_S
        for each in self._folder.iterdir():
            if max((path.stat().st_mtime for path in (each, *each.glob("*"))), default=0.0) < oldest:
                shutil.rmtree(each, ignore_errors=True)

    def _read(self, batch: str, name: str) -> bytes | None:
        try:
            return (self._folder / batch / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None


def write(descriptor: int, data: bytes | bytearray) -> None:
    """Write all of `data`.

    Raises:
        FaultError: ``full``: the disk has no room.
    """
    with _said():
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]


def _is_published(manifest: Path) -> bool:
    return manifest.with_name("published.json").exists()


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        raise FaultError("full") from error
    except OSError as error:
        raise FaultError("full" if error.errno in _FULL else "busy", retry_after=60) from error
