"""The web server around the application: where it listens, whom it believes, how it starts and stops."""

import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.web.connections import PatientProtocol
from kennisbank.errors import BadInputError

_BACKLOG = 2048
_KEEP_ALIVE_S = 30
_GRACE_S = 20


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen. `port` 0 takes any free one. `proxies`: whose ``X-Forwarded-…`` headers are believed."""

    host: str = "127.0.0.1"
    port: int = 8765
    proxies: tuple[str, ...] = ()


def listen(address: Address) -> socket.socket:
    """Return a listening socket.

    Raises:
        BadInputError: another program listens there, or this machine has no such address.
    """
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        return socket.create_server((address.host, address.port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"The archive can't listen at {address.host}, port {address.port}: {why}.") from error


@contextmanager
def listen_beside(listening: socket.socket, address: Address, config: ArchiveConfig) -> Iterator[socket.socket | None]:
    """Give the socket of the websites' origin, beside the archive's own; None: the port after that one is taken.

    Raises:
        BadInputError: the archive's file names a port that can't be listened at.
    """
    port = config.websites.port or (listening.getsockname()[1] + 1 if address.port else 0)
    try:
        made = listen(replace(address, port=port))
    except BadInputError:
        if config.websites.port:
            raise
        yield None
        return
    with made:
        yield made


def url_of(listening: socket.socket) -> str:
    """Return the address at which a listening socket is reached from this machine."""
    host, port = listening.getsockname()[:2]
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}"


def serve(
    app: ASGIApp,
    listening: socket.socket,
    address: Address,
    *,
    connections: int,
    started: Callable[[], None],
    others: Mapping[socket.socket, ASGIApp] | None = None,
) -> None:
    """Answer requests until SIGTERM or SIGINT; then let running ones end, for at most twenty seconds.

    `others` are applications with listening sockets of their own, served beside it. `started` is called once requests
    are answered. Logs go where `logs.start_logs` sent them.
    """
    others = others or {}
    config = uvicorn.Config(
        _ByPort(app, {each.getsockname()[1]: other for each, other in others.items()}),
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,  # it writes addresses and query strings
        server_header=False,
        proxy_headers=bool(address.proxies),
        forwarded_allow_ips=list(address.proxies),
        limit_concurrency=connections,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_GRACE_S,
    )
    before = {each: signal.signal(each, _stop) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        _Server(config, started).run(sockets=[listening, *others])
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


class _ByPort:
    """Sends each request to the application of the port that it came in at, whatever it says of itself."""

    def __init__(self, app: ASGIApp, others: Mapping[int, ASGIApp]) -> None:
        self._app = app
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        server = scope.get("server")
        app = self._others.get(server[1], self._app) if server else self._app
        await app(scope, receive, send)


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started and not self.should_exit:
            self._tell()


def _stop(number: int, frame: FrameType | None) -> None:
    """Take the signal that uvicorn raises anew once it has stopped: by then there is nothing left to do."""
