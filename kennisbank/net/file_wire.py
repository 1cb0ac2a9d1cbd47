"""The files of one host over a connection that is kept: the standard library's HTTP, for httpx takes too long.

An answer is an `httpx.Response` all the same, and what goes wrong an error of httpx: whoever reads files needn't know.
The rules are those of `net.wire`: no redirect is followed, certificates are those that are trusted, patience ends.
"""

import io
import select
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

from kennisbank.net.wire import IDLE_S, SLICE_S, Patience, trust

_PIECE = 1 << 18
"""Bytes that are taken at once."""


class FileWire:
    """A connection to the host of an address, for one thread. No proxy is asked: where there is one, use httpx."""

    def __init__(self, url: str, patience: Patience, timeout: httpx.Timeout) -> None:
        """Speak to the host of `url` (https, or http to this computer); nothing is sent yet."""
        parts = urlsplit(url)
        self._host, self._has_tls = parts.hostname or "", parts.scheme == "https"
        self._port = parts.port or (443 if self._has_tls else 80)
        self._patience, self._timeout = patience, timeout
        self._connection: HTTPConnection | None = None
        self._socket: _PatientSocket | None = None
        self._used = 0.0

    def close(self) -> None:
        """Hang up. Safe to call twice."""
        connection, self._connection, self._socket = self._connection, None, None
        if connection is not None:
            connection.close()

    def get(self, url: str, headers: Mapping[str, str]) -> httpx.Response:
        """Return the answer to a request, its body unread. It is to be closed before the next one.

        Raises:
            httpx.TransportError: there is none.
            Cancelled: the job is to stop.
        """
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        try:
            with _as_httpx():
                connection = self._connected()
                connection.request("GET", target, headers=headers)
                answer = connection.getresponse()
        except BaseException:
            self.close()
            raise
        return httpx.Response(answer.status, headers=answer.getheaders(), stream=_Body(self, answer))

    def done(self, *, is_whole: bool) -> None:
        """Note that an answer was read; one that wasn't to its end leaves a connection that nobody can use."""
        self._used = time.monotonic()
        if not is_whole:
            self.close()

    def _connected(self) -> HTTPConnection:
        """Return the connection that is there, if it still is of use, or else a new one."""
        connection, kept = self._connection, self._socket
        is_old = time.monotonic() - self._used > IDLE_S
        if connection is None or kept is None or connection.sock is None or is_old or kept.is_readable:
            self.close()
            kept = self._opened()
            connection = HTTPConnection(self._host, self._port)
            connection.sock = kept  # as much of a socket as it uses
            connection.auto_open = 0
            self._connection, self._socket = connection, kept
        return connection

    def _opened(self) -> "_PatientSocket":
        try:
            plain = socket.create_connection(
                (self._host, self._port), timeout=self._patience.left(self._timeout.connect)
            )
        except TimeoutError as error:
            raise httpx.ConnectTimeout("no connection in time") from error
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError("no connection") from error
        try:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._has_tls:
                plain.settimeout(self._patience.left(self._timeout.connect))
                plain = trust().wrap_socket(plain, server_hostname=self._host)
        except TimeoutError as error:
            plain.close()
            raise httpx.ConnectTimeout("no connection in time") from error
        except OSError as error:
            plain.close()
            raise httpx.ConnectError("no connection that can be trusted") from error
        except BaseException:
            plain.close()
            raise
        return _PatientSocket(plain, self._patience, self._timeout.read)


class _PatientSocket:
    """A socket that is read in slices, so that patience can end between two of them; as much of one as is used."""

    def __init__(self, plain: socket.socket, patience: Patience, timeout: float | None) -> None:
        plain.settimeout(SLICE_S)
        self._plain, self._patience, self._timeout = plain, patience, timeout
        self._open = 0
        self._is_closing = False

    @property
    def is_readable(self) -> bool:
        """Tell whether something came that nobody asked for: at least its end."""
        if not hasattr(select, "poll"):
            return bool(select.select([self._plain], [], [], 0)[0])
        poll = select.poll()
        poll.register(self._plain, select.POLLIN)
        return bool(poll.poll(0))

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._patience.left(self._timeout))
        self._plain.sendall(data)
        self._plain.settimeout(SLICE_S)

    def read_into(self, buffer: memoryview) -> int:
        """Read what there is, at least a byte; 0 at the end."""
        until = time.monotonic() + (float("inf") if self._timeout is None else self._timeout)
        while True:
            self._patience.left(None)
            try:
                return self._plain.recv_into(buffer)
            except TimeoutError:
                if time.monotonic() >= until:
                    raise

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return what one answer is read from. As with a real socket, the last one that is closed hangs up."""
        self._open += 1
        return io.BufferedReader(_Reading(self))

    def close(self) -> None:
        self._is_closing = True
        if not self._open:
            self._plain.close()

    def let_go(self) -> None:
        """Note that an answer is read no further."""
        self._open -= 1
        if self._is_closing:
            self.close()


class _Reading(io.RawIOBase):
    """What comes over a socket, for one answer."""

    def __init__(self, below: _PatientSocket) -> None:
        self._below = below

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._below.read_into(buffer)

    def close(self) -> None:
        if not self.closed:
            super().close()
            self._below.let_go()


class _Body(httpx.SyncByteStream):
    """The body of one answer."""

    def __init__(self, wire: FileWire, answer: HTTPResponse) -> None:
        self._wire, self._answer = wire, answer
        self._is_whole = self._is_done = False

    def __iter__(self) -> Iterator[bytes]:
        answer = self._answer
        while answer.length != 0:
            with _as_httpx():
                piece = answer.read1(_PIECE)
            if not piece:
                if answer.length is not None:
                    raise httpx.RemoteProtocolError("the other side hung up")
                break
            yield piece
        self._is_whole = True

    def close(self) -> None:
        if not self._is_done:
            self._is_done = True
            is_kept = self._is_whole and not self._answer.will_close
            self._answer.close()
            self._wire.done(is_whole=is_kept)


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Turn what the standard library raises into what httpx would."""
    try:
        yield
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise httpx.ReadTimeout("nothing came") from error
    except (HTTPException, ValueError) as error:
        raise httpx.RemoteProtocolError("no HTTP") from error
    except OSError as error:
        raise httpx.ReadError("the other side hung up") from error
