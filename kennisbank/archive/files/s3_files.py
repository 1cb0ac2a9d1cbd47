"""Files in an object store that speaks S3: ``s3://bucket/prefix?endpoint=https://…&region=…``.

Credentials come from the environment, as every tool for S3 takes them (``AWS_ACCESS_KEY_ID`` and so on), never from the
address. A file stands under ``prefix/ab/abcdef…``; an upload becomes visible when it is complete, large ones go in
parts, and what turns out to have other bytes than its name says is never completed.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as NoSuchObjectError
from obstore.store import S3Store

from kennisbank.archive.files.file_store import CHUNK, is_hash, pieces_of
from kennisbank.errors import BadInputError, NotFoundError, StorageError

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

RETRIES = 4
"""Further tries of a request that failed on the way."""
_PART = 8 << 20
"""Bytes of one part of a large upload."""
_OPTIONS = frozenset({"endpoint", "region"})


class S3Files:
    """Files by SHA-256 in one bucket, below one prefix."""

    def __init__(self, store: S3Store, where: Path) -> None:
        """Keep files in `store`; `where` names it in errors. `at` is the way to one."""
        self._store = store
        self._where = where

    @classmethod
    def at(cls, address: str) -> "S3Files":
        """Return the store at an address; nothing is connected to yet.

        Raises:
            BadInputError: the address isn't one.
        """
        parts = urlsplit(address)
        options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.scheme != "s3" or not parts.hostname or parts.username or not _OPTIONS.issuperset(options):
            raise BadInputError("Files are given as a folder, or as s3://BUCKET/PREFIX?endpoint=ADDRESS&region=REGION.")
        endpoint = options.get("endpoint")
        config: S3Config = {"region": options.get("region", "us-east-1")}
        if endpoint is not None:
            config["endpoint"] = endpoint
        client: ClientConfig = {
            "allow_http": endpoint is not None and endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=10),
            "timeout": timedelta(minutes=5),
        }
        try:
            store = S3Store(
                parts.netloc,
                prefix=parts.path.strip("/") or None,
                client_options=client,
                retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=60)},
                config=config,
            )
        except BaseError as error:
            raise BadInputError("Files can't be kept there: the address or the environment isn't complete.") from error
        return cls(store, Path(f"s3:/{parts.netloc}{parts.path}"))

    def has(self, file_hash: str) -> bool:
        """Tell whether a file is here."""
        try:
            self.size(file_hash)
        except NotFoundError:
            return False
        return True

    def size(self, file_hash: str) -> int:
        """Return a file's size in bytes."""
        with self._translated(file_hash):
            return int(obstore.head(self._store, _name(file_hash))["size"])

    def read(self, file_hash: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Give the bytes from `start` up to `end`, in pieces of `CHUNK` or more, as they come."""
        size = self.size(file_hash)
        end = size if end is None else min(end, size)
        if start >= end:
            return iter(())
        with self._translated(file_hash):
            found = obstore.get(self._store, _name(file_hash), options={"range": (start, end)})
            stream = iter(found.stream(min_chunk_size=CHUNK))

        def pieces() -> Iterator[bytes]:
            while True:
                with self._translated(file_hash):
                    piece = next(stream, None)
                if piece is None:
                    return
                yield bytes(piece)

        return pieces()

    def put(self, path: Path, file_hash: str) -> None:
        """Take a copy of the file at `path`."""
        self.take(pieces_of(path, _PART), file_hash)

    def take(self, pieces: Iterable[bytes], file_hash: str, *, anew: bool = False) -> None:
        """Take a file; the bytes are compared while they go, and a wrong upload is never completed."""
        name = _name(file_hash)
        if not anew and self.has(file_hash):
            return
        compared = _compared(pieces, file_hash)
        try:
            start = _first_part(compared)
            with self._translated(file_hash):
                if len(start) < _PART:
                    obstore.put(self._store, name, start, use_multipart=False)
                else:
                    whole = chain((start,), compared)
                    obstore.put(self._store, name, whole, chunk_size=_PART, max_concurrency=4)
        except OSError as error:
            raise StorageError(self._where, error.strerror or str(error)) from error

    def remove(self, file_hash: str) -> None:
        """Remove a file."""
        with suppress(NotFoundError), self._translated(file_hash):
            obstore.delete(self._store, _name(file_hash))

    def all(self) -> Iterator[tuple[str, int]]:
        """Give all files, by their names."""
        listing = iter(obstore.list(self._store))
        while True:
            with self._translated(""):
                chunk = next(listing, None)
            if chunk is None:
                return
            for found in chunk:
                folder, _, name = found["path"].rpartition("/")
                if is_hash(name) and folder == name[:2]:
                    yield name, int(found["size"])

    @contextmanager
    def _translated(self, file_hash: str) -> Iterator[None]:
        try:
            yield
        except (NoSuchObjectError, FileNotFoundError) as error:
            raise NotFoundError("file", file_hash) from error
        except BaseError as error:
            raise StorageError(self._where, _first_line(error)) from error


def _name(file_hash: str) -> str:
    if not is_hash(file_hash):
        raise NotFoundError("file", "")
    return f"{file_hash[:2]}/{file_hash}"


def _first_part(pieces: Iterator[bytes]) -> bytes:
    """Return the bytes that come first, up to a whole part or somewhat more."""
    start = bytearray()
    for piece in pieces:
        start += piece
        if len(start) >= _PART:
            break
    return bytes(start)


def _compared(pieces: Iterable[bytes], file_hash: str) -> Iterator[bytes]:
    """Give the bytes of a file, and fail at their end when they aren't those that the hash says."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
        yield piece
    if digest.hexdigest() != file_hash:
        raise BadInputError("The bytes of the file aren't those that its name says.")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:300]
