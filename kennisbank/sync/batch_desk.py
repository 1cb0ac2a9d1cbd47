"""Handing in an import batch at an archive, over HTTP: the manifest, the files that it lacks, and publishing."""

import logging
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, ArchiveUntrustedError
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.protocol_accounts import BatchAnswer, BatchManifest, MissingFile
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)

T = TypeVar("T")
_RECEIVED = "kennisbank-received"
"""The header in which the archive says how much of a file it has."""
_WAITS_S = (0.5, 2.0, 5.0)
"""How long is waited after each attempt that brought nothing; after the last there is no other."""
_MOST_ANSWER = 16 << 20


class BatchDesk:
    """Where a maintainer hands in batches. From one thread at a time; every method may raise as `ArchiveHttp` does."""

    def __init__(self, http: ArchiveHttp, *, waits_s: tuple[float, ...] = _WAITS_S) -> None:
        """Ask through `http`, in the name of a maintainer."""
        self._http, self._waits_s = http, waits_s

    def put(self, batch: str, manifest: BatchManifest) -> BatchAnswer:
        """Hand in what a batch consists of; return which files the archive lacks."""
        return self._asked(BatchAnswer, "PUT", _path(batch), encode(manifest))

    def upload(self, batch: str, missing: MissingFile, file: Path, ctx: JobContext) -> None:
        """Send a file, from where the archive has it; after a break it goes on from there.

        Raises:
            ArchiveUnreachableError: it broke off again and again; what the archive has of it stays there.
        """
        received, attempts = missing.received, 0
        path = f"{_path(batch)}/files/{quote(missing.hash, safe='')}"
        while received < missing.size or missing.size == 0:
            ctx.check()
            try:
                _, body = self._http.upload(path, file, received)
                now = self._read(MissingFile, body).received
                if now >= missing.size:
                    return
                fault = ArchiveUnreachableError(self._http.url, "broken_off")
            except ArchiveUnreachableError as error:
                fault = error
                now = self._received(path)
            except ArchiveRefusedError as error:
                if error.code != "other_start":
                    raise
                fault = ArchiveUnreachableError(self._http.url, "broken_off")
                now = self._received(path)
            attempts = 0 if now > received else attempts + 1
            if attempts > len(self._waits_s):
                raise fault
            _log.info("sending %s goes on at %d (%s)", missing.hash, now, fault.code)
            if attempts:
                ctx.pause(self._waits_s[attempts - 1])
            received = now

    def publish(self, batch: str) -> BatchAnswer:
        """Make all of a batch visible at once; once more, it changes nothing."""
        return self._asked(BatchAnswer, "POST", f"{_path(batch)}/publish", None)

    def give_up(self, batch: str) -> None:
        """Let the archive forget a batch that waits, with the files that it has of it; one it doesn't know is fine."""
        try:
            self._http.json("DELETE", _path(batch))
        except ArchiveRefusedError as error:
            if error.status != 404:
                raise

    def _received(self, path: str) -> int:
        said = self._http.head(path).get(_RECEIVED, "0")
        return int(said) if said.isdecimal() else 0

    def _asked(self, kind: type[T], method: str, path: str, body: bytes | None) -> T:
        return self._read(kind, self._http.json(method, path, body, max_bytes=_MOST_ANSWER)[1])

    def _read(self, kind: type[T], body: bytes) -> T:
        try:
            return decode(kind, body)
        except MalformedMessageError as error:
            raise ArchiveUntrustedError(self._http.url, "malformed", str(error)) from None


def _path(batch: str) -> str:
    return f"/batches/{quote(batch, safe='')}"


def missing_size(missing: tuple[MissingFile, ...]) -> int:
    """Return how many bytes are still to be sent, each file once."""
    return sum({FileHash(each.hash): each.size - each.received for each in missing}.values())
