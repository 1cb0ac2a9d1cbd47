"""Files from the archive, fetched into one folder: resumed after a break or a kill, and never taken unverified.

``<hash>.part`` is what has come so far, ``<hash>.lock`` held by whoever fetches it, of all programs on this home. What
is there is hashed before more is asked for, so a piece that changed on the disk is found like one that came wrong.
"""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveUnreachableError, ArchiveUntrustedError, StorageError
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)

_CHUNK = 1 << 20
_LOOK_EVERY = 1 << 23
"""Bytes after which is looked whether there is still room, and told how far it is."""
WAITS_S = (0.5, 2.0, 5.0)
"""How long is waited after each attempt that brought nothing; after the last there is no other."""
_LONGEST_WAIT_S = 60.0
"""What an archive may ask to wait for; for longer, the file is left for another time."""
_PART, _LOCK = ".part", ".lock"
_DIGITS = frozenset("0123456789abcdef")


class FileSource(Protocol):
    """What gives the bytes of files: any `Remote`."""

    def file(self, file_hash: FileHash, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file from offset `start`, in pieces; not verified."""
        ...


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to fetch one file, held until `release`, or until the program ends."""

    hash: FileHash
    path: Path
    lock: FileLock

    def done(self) -> None:
        """Leave nothing behind: the file has found its place. To be followed by `release`."""
        with suppress(OSError):  # Windows removes no file that is open; the next `sweep` does
            self.path.with_suffix(_LOCK).unlink(missing_ok=True)

    def release(self) -> None:
        """Let others have it."""
        self.lock.release()


class Downloads:
    """The folder of one home where files arrive. An object is for one thread; any number of them may be at work."""

    def __init__(self, folder: Path, *, url: str = "", waits_s: tuple[float, ...] = WAITS_S) -> None:
        """Fetch into `folder`, which is made when the first file comes; `url` is the archive's, for what is told."""
        self._folder, self._url, self._waits_s = folder, url, waits_s

    def claim(self, file_hash: FileHash) -> Claim | None:
        """Return the right to fetch this file; None while somebody else has it.

        Raises:
            StorageError: the folder can't be written.
        """
        path = self._path(file_hash)
        lock = FileLock(path.with_suffix(_LOCK))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except LockTimeoutError:
            return None
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error
        return Claim(file_hash, path, lock)

    def fetch(
        self,
        claim: Claim,
        size: int,
        source: FileSource,
        ctx: JobContext,
        *,
        on_bytes: Callable[[int], None] = lambda _: None,
    ) -> Path:
        """Return where the whole file stands, verified: `size` bytes of the hash that was claimed.

        What is there of it already is not fetched again. `on_bytes` gets now and then how much is there, and may raise
        to stop. Of what came wrong nothing is kept; it is fetched once more from its beginning.

        Raises:
            ArchiveUntrustedError: twice other bytes came (``wrong_hash``), or more than were announced (``too_large``).
            ArchiveUnreachableError: it broke off again and again; what came stays, for the next time.
            ArchiveRefusedError: the archive doesn't have it, or doesn't give it.
            StorageError: it can't be written; what came stays.
            Cancelled: `ctx` was asked to stop; what came stays.
        """
        fault: ArchiveUntrustedError | None = None
        for _ in range(2):
            arriving = _Arriving(claim, size, self._url, self._waits_s, on_bytes)
            try:
                if arriving.complete(source, ctx):
                    return claim.path
                fault = ArchiveUntrustedError(self._url, "wrong_hash")
            except ArchiveUntrustedError as error:
                if error.code != "too_large":
                    raise
                fault = error
            except OSError as error:
                raise StorageError(claim.path, error.strerror or str(error)) from error
            _log.warning("other bytes came for %s (%s); thrown away", claim.hash, fault.code)
            self.discard(claim)
        assert fault is not None
        raise fault

    def discard(self, claim: Claim) -> None:
        """Throw away what has come of a file.

        Raises:
            StorageError: it can't be removed.
        """
        try:
            claim.path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(claim.path, error.strerror or str(error)) from error

    def here(self) -> set[FileHash]:
        """Return the files of which something has come."""
        return self._named(_PART)

    def sweep(self, keep: Collection[FileHash]) -> list[FileHash]:
        """Throw away what has come of files that aren't in `keep` and that nobody fetches; return which those were.

        Raises:
            StorageError: something can't be removed.
        """
        gone = []
        for file_hash in sorted((self._named(_PART) | self._named(_LOCK)).difference(keep)):
            claim = self.claim(file_hash)
            if claim is not None:
                self.discard(claim)
                claim.done()
                claim.release()
                gone.append(file_hash)
        return gone

    def _named(self, suffix: str) -> set[FileHash]:
        return {FileHash(path.stem) for path in self._folder.glob(f"*{suffix}") if _is_hash(path.stem)}

    def _path(self, file_hash: FileHash) -> Path:
        if not _is_hash(file_hash):
            raise ValueError(f"not a SHA-256: {file_hash!r}")
        return self._folder / f"{file_hash}{_PART}"


def _is_hash(text: str) -> bool:
    return len(text) == 64 and _DIGITS.issuperset(text)


class _Arriving:
    """One file, from what is there of it to the last byte."""

    def __init__(
        self, claim: Claim, size: int, url: str, waits_s: tuple[float, ...], on_bytes: Callable[[int], None]
    ) -> None:
        self._claim, self._size, self._url = claim, size, url
        self._waits_s, self._on_bytes = waits_s, on_bytes
        self._digest = hashlib.sha256()
        self._have = 0

    def complete(self, source: FileSource, ctx: JobContext) -> bool:
        """Fetch what is lacking and tell whether the whole is what was asked for."""
        with self._claim.path.open("a+b") as file:
            self._look_at(file)
            self._on_bytes(self._have)
            attempts = 0
            while self._have < self._size:
                ctx.check()
                before = self._have
                fault = self._fetch(source, file, ctx)
                attempts = 0 if self._have > before else attempts + 1
                if fault is not None:
                    self._wait(attempts, fault, ctx)
            self._on_bytes(self._have)
        return self._digest.hexdigest() == self._claim.hash

    def _look_at(self, file: IO[bytes]) -> None:
        """Hash what is there; begin anew where that is more than there should be."""
        file.seek(0)
        while chunk := file.read(_CHUNK):
            self._digest.update(chunk)
            self._have += len(chunk)
        if self._have > self._size:
            file.truncate(0)
            self._digest, self._have = hashlib.sha256(), 0

    def _fetch(self, source: FileSource, file: IO[bytes], ctx: JobContext) -> ArchiveUnreachableError | None:
        """Make one request for the rest; return why it ended before that had come, if it did."""
        look_at = self._have + _LOOK_EVERY
        write, update = file.write, self._digest.update
        try:
            with source.file(self._claim.hash, self._have) as chunks:
                for chunk in chunks:
                    if self._have + len(chunk) > self._size:
                        raise ArchiveUntrustedError(self._url, "too_large")
                    write(chunk)
                    update(chunk)
                    self._have += len(chunk)
                    if self._have >= look_at:
                        look_at += _LOOK_EVERY
                        ctx.check()
                        self._on_bytes(self._have)
        except ArchiveUnreachableError as error:
            return error
        finally:
            file.flush()
        return ArchiveUnreachableError(self._url, "broken_off") if self._have < self._size else None

    def _wait(self, attempts: int, fault: ArchiveUnreachableError, ctx: JobContext) -> None:
        """Wait before the next attempt, unless it is no use any more."""
        if fault.code == "offline" or attempts > len(self._waits_s) or fault.retry_after > _LONGEST_WAIT_S:
            raise fault
        if attempts:
            ctx.pause(max(self._waits_s[attempts - 1], fault.retry_after))
