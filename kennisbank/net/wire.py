"""One thread's connections to one host: no redirects, bounded patience, and a wish to stop is heard while waiting.

The time-outs of an HTTP library are between two bytes; whoever drips one a second is never late. Here an answer has a
time by which it must be there, or must have moved on.
"""

import ssl
import time
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from kennisbank.tasks.context import JobContext

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SLICE_S = 0.25
"""How long a wish to stop may go unheard."""
IDLE_S = 20.0
"""How long a connection is kept that nobody uses."""
_READ = 1 << 18
"""Bytes taken at once: the library's own 64 KiB make a download a third slower."""


class Patience:
    """How long one request may still take, and whether its job is to go on. Used by one thread at a time."""

    def __init__(self, ctx: JobContext) -> None:
        """Stop when `ctx` is cancelled."""
        self.ctx = ctx
        self._until = float("inf")

    def grant(self, seconds: float) -> None:
        """Let what happens from now on take so long."""
        self._until = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Return how many seconds may be waited now, `timeout` at most.

        Raises:
            Cancelled: the job is to stop.
            httpcore.ReadTimeout: it took too long.
        """
        self.ctx.check()
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long")
        return left if timeout is None else min(left, timeout)


class _PatientStream(httpcore.NetworkStream):
    """A connection that is read in slices, so that patience can end between two of them."""

    def __init__(self, stream: httpcore.NetworkStream, patience: Patience) -> None:
        self._stream = stream
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        until = time.monotonic() + (timeout if timeout is not None else float("inf"))
        while True:
            left = min(self._patience.left(timeout), until - time.monotonic())
            if left <= 0:
                raise httpcore.ReadTimeout("nothing came")
            try:
                return self._stream.read(max(max_bytes, _READ), min(left, SLICE_S))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._patience.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._patience.left(timeout))
        return _PatientStream(inner, self._patience)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _PatientBackend(httpcore.NetworkBackend):
    def __init__(self, patience: Patience) -> None:
        self._inner = httpcore.SyncBackend()
        self._patience = patience

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._patience.left(timeout)
        stream = self._inner.connect_tcp(host, port, left, local_address, socket_options)
        return _PatientStream(stream, self._patience)


class _PatientTransport(httpx.HTTPTransport):
    """httpx's own transport, whose connections have patience; through a proxy, if there is one."""

    def __init__(self, patience: Patience, proxy: str | None, *, has_tls: bool) -> None:
        context = trust() if has_tls else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        through = None if proxy is None else httpx.Proxy(proxy)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            proxy=None if through is None else httpcore.Proxy(str(through.url), through.raw_auth),
            max_connections=4,
            keepalive_expiry=IDLE_S,
            network_backend=_PatientBackend(patience),
        )


def client_for(url: str, patience: Patience, timeout: httpx.Timeout) -> httpx.Client:
    """Return a client for `url`, which is https, or http to this computer; it follows no redirect. Close it.

    Raises:
        httpx.ConnectError: the environment names a proxy of a kind that isn't known.
    """
    parts = urlsplit(url)
    proxy = proxy_for(url)
    transport = _PatientTransport(patience, proxy, has_tls=parts.scheme == "https")
    return httpx.Client(transport=transport, timeout=timeout, follow_redirects=False, trust_env=False)


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for `url`; http, to this computer alone, has none.

    Raises:
        httpx.ConnectError: it is of a kind that isn't known.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https":
        return None
    named = getproxies()
    proxy = named.get("https") or named.get("all")
    if not proxy or host in LOOPBACK or proxy_bypass(host):
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    if not proxy.startswith(("http://", "https://")):
        raise httpx.ConnectError("the proxy of the environment is of a kind that isn't known")
    return proxy


@cache
def trust() -> ssl.SSLContext:
    """Return the certificates that are trusted; read once, for it takes a while."""
    return httpx.create_ssl_context(trust_env=True)
