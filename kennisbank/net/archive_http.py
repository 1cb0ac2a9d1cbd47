"""The one way to speak HTTP to an archive: what may go wrong on a wire is translated here, and capped.

https only, this computer excepted. No redirect is followed, and a token goes nowhere but to the archive's own address.
429 and 5xx are tried again, with growing waits; 401 once, with a new token; what the archive refuses is not.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import httpx

from kennisbank.errors import ArchiveUnreachableError, ArchiveUntrustedError, NotLoggedInError
from kennisbank.net.archive_answers import (
    PROTOCOL_HEADER,
    UnauthorisedError,
    body_of,
    checked,
    pieces_of,
    translated,
)
from kennisbank.net.file_wire import FileWire
from kennisbank.net.wire import LOOPBACK, Patience, client_for, proxy_for
from kennisbank.tasks.context import JobContext

T = TypeVar("T")
PROTOCOL = 1
"""The version of the protocol that is spoken (`sync.protocol.PROTOCOL`; rooms above this one may not be asked)."""
BASE = "/v1"
MOST_JSON = 64 << 20
"""Bytes of an answer that may be asked for, unpacked."""
MOST_FILE = 8 << 30
PIECE = 1 << 16
_TIMES: Mapping[str, int] = MappingProxyType({"busy": 4, "broken_off": 2})
"""How often a request is sent altogether, by what goes wrong. Of anything else the caller hears at once."""
_UNFINISHED = frozenset({308})
_Content = Callable[[], bytes | Iterator[bytes] | None]
"""What is sent, made anew each time that it is sent."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things may take, in seconds.

    `whole` is for an answer as a whole; `moving`: for the next 64 KiB of a file. `wait` is the first pause before
    trying again, doubled each time; one that would be longer than `most_wait` is left to the caller.
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 120.0
    moving: float = 60.0
    wait: float = 0.5
    most_wait: float = 20.0


LIMITS = Limits()


def address_of(text: str) -> str:
    """Return the address of an archive as it was typed, without what doesn't count: ``https://`` is understood.

    Raises:
        ArchiveUntrustedError: it isn't one that may be used: no https, or with a name and password in it.
    """
    typed = text.strip()
    url = typed if "://" in typed else f"{'http' if _is_loopback(f'http://{typed}') else 'https'}://{typed}"
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise ArchiveUntrustedError(typed[:200], "no_archive") from error
    if not host or not re.fullmatch(r"[\w.\-:]+", host) or parts.username is not None or parts.query or parts.fragment:
        shown = f"{parts.scheme}://{host or ''}"
        raise ArchiveUntrustedError(shown, "no_archive")
    if parts.scheme.lower() != "https" and not (parts.scheme.lower() == "http" and _is_loopback(url)):
        raise ArchiveUntrustedError(f"{parts.scheme}://{host}", "insecure")
    path = parts.path.rstrip("/").removesuffix(BASE)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path}"


class ArchiveHttp:
    """Requests to one archive, from one thread at a time. Close it, or use it in a ``with``.

    Every method may raise what stands here.

    Raises:
        ArchiveUnreachableError: there was no answer that can be used; trying again later may help.
        ArchiveRefusedError: the archive said no.
        ArchiveUntrustedError: what answers is no archive, or does what an archive doesn't.
        ProgramTooOldError: the archive speaks a newer protocol.
        NotLoggedInError: the token isn't accepted (any longer), and there is no newer one.
        Cancelled: the job was asked to stop.
    """

    def __init__(
        self,
        url: str,
        *,
        token: Callable[[], str | None] | None = None,
        refresh: Callable[[str], str | None] | None = None,
        language: str = "nl",
        ctx: JobContext | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        """Speak to the archive at `url`, in the name of what `token` returns, if anything.

        `refresh` is given a token that was refused, and returns a newer one, or None. `language` is that of the words
        in refusals.
        """
        self.url = address_of(url)
        self._token = token or (lambda: None)
        self._refresh = refresh or (lambda _refused: None)
        self._language = language
        self._limits = limits
        self._ctx = ctx or JobContext()
        self._patience = Patience(self._ctx)
        with translated(self.url):
            timeout = httpx.Timeout(limits.read, connect=limits.connect)
            self._client = client_for(self.url, self._patience, timeout)
            self._files = FileWire(self.url, self._patience, timeout) if proxy_for(self.url) is None else None

    def close(self) -> None:
        """Hang up. Safe to call twice."""
        self._client.close()
        if self._files is not None:
            self._files.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        self.close()

    def json(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        max_bytes: int = MOST_JSON,
        is_repeatable: bool = True,
    ) -> tuple[int, bytes]:
        """Send a message (`body` is JSON) and return status and body of the answer, which is JSON too, or empty.

        `path` is below the archive's ``/v1``. What isn't repeatable (a one-time code) is sent once, whatever happens.
        """
        headers = {"Accept": "application/json", "Accept-Encoding": "gzip"}
        if body is not None:
            headers["Content-Type"] = "application/json"

        def once() -> tuple[int, bytes]:
            self._patience.grant(self._limits.whole)
            with self._opened(method, path, headers, lambda: body) as response:
                return response.status_code, body_of(self.url, response, max_bytes)

        return self._persistently(once, is_repeatable=is_repeatable)

    def head(self, path: str) -> Mapping[str, str]:
        """Return the headers that the archive has for a path, their names in lower case."""

        def once() -> Mapping[str, str]:
            self._patience.grant(self._limits.whole)
            with self._opened("HEAD", path, {}) as response:
                return {name.lower(): value for name, value in response.headers.items()}

        return self._persistently(once)

    @contextmanager
    def stream(self, path: str, start: int = 0, *, max_bytes: int = MOST_FILE) -> Iterator[Iterator[bytes]]:
        """Give the bytes of a file from offset `start` on, in pieces; not verified. One that is broken off says so."""
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}

        def once() -> httpx.Response:
            self._patience.grant(self._limits.whole)
            return self._open("GET", path, headers, is_file=True)

        response = self._persistently(once)
        try:
            yield pieces_of(self.url, response, start, max_bytes, self._moves)
        finally:
            response.close()

    def upload(self, path: str, file: Path, start: int = 0) -> tuple[int, bytes]:
        """Send a file from offset `start` on; return status (308: it isn't whole yet) and body of the answer."""
        size = file.stat().st_size
        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size - start)}
        if start:
            headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"

        def once() -> tuple[int, bytes]:
            self._moves()
            with self._opened("PUT", path, headers, lambda: self._read(file, start, size), _UNFINISHED) as response:
                return response.status_code, body_of(self.url, response, MOST_JSON)

        return self._persistently(once)

    def _read(self, file: Path, start: int, size: int) -> Iterator[bytes]:
        """Yield what is to be sent; never more than was announced, should the file grow meanwhile."""
        left = size - start
        with file.open("rb") as opened:
            opened.seek(start)
            while piece := opened.read(min(PIECE, left)):
                left -= len(piece)
                self._moves()
                yield piece

    def _moves(self) -> None:
        self._patience.grant(self._limits.moving)

    def _persistently(self, once: Callable[[], T], *, is_repeatable: bool = True) -> T:
        """Return what `once` does; where the archive is busy, after waiting, some times more."""
        attempt = 0
        while True:
            attempt += 1
            try:
                return once()
            except ArchiveUnreachableError as error:
                wait = self._wait(error, attempt)
                if not is_repeatable or wait is None:
                    raise
            self._ctx.pause(wait)

    def _wait(self, error: ArchiveUnreachableError, attempt: int) -> float | None:
        """Return how long to wait before trying again, longer each time, each client at its own; None: not at all."""
        if attempt >= _TIMES.get(error.code, 1):
            return None
        most = self._limits.wait * 2 ** (attempt - 1)
        wait = error.retry_after + random.uniform(most / 2, most)  # noqa: S311 -- no secret depends on it
        return wait if wait <= self._limits.most_wait else None

    @contextmanager
    def _opened(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: _Content = lambda: None,
        allowed: frozenset[int] = frozenset(),
    ) -> Iterator[httpx.Response]:
        response = self._open(method, path, headers, content, allowed)
        try:
            yield response
        finally:
            response.close()

    def _open(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: _Content = lambda: None,
        allowed: frozenset[int] = frozenset(),
        *,
        is_file: bool = False,
    ) -> httpx.Response:
        """Return an answer that is a success, its body unread; with a new token where the first one isn't accepted."""
        token = self._token()
        try:
            return self._sent(method, path, headers, content, allowed, token, is_file=is_file)
        except UnauthorisedError as error:
            newer = self._refresh(token) if token is not None else None
            if newer is None:
                raise NotLoggedInError(error.code) from error
        try:
            return self._sent(method, path, headers, content, allowed, newer, is_file=is_file)
        except UnauthorisedError as error:
            raise NotLoggedInError(error.code) from error

    def _sent(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: _Content,
        allowed: frozenset[int],
        token: str | None,
        *,
        is_file: bool,
    ) -> httpx.Response:
        own = {
            "User-Agent": "Kennisbank",
            PROTOCOL_HEADER: str(PROTOCOL),
            "Accept-Language": self._language,
            **headers,
        }
        if token is not None:
            if not re.fullmatch(r"[\x21-\x7e]+", token):  # an HTTP library would quote it in its complaint
                raise NotLoggedInError("ended")
            own["Authorization"] = f"Bearer {token}"
        with translated(self.url):
            if is_file and self._files is not None:
                response = self._files.get(f"{self.url}{BASE}{path}", own)
            else:
                request = self._client.build_request(method, f"{self.url}{BASE}{path}", headers=own, content=content())
                response = self._client.send(request, stream=True)
        try:
            checked(self.url, response, allowed)
        except BaseException:
            response.close()
            raise
        return response


def _is_loopback(url: str) -> bool:
    try:
        return (urlsplit(url).hostname or "").lower() in LOOPBACK
    except ValueError:
        return False
