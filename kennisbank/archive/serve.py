"""The web server around the application: where it listens, whom it believes, how it starts and stops."""

import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from kennisbank.archive.connections import PatientProtocol
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


def url_of(listening: socket.socket) -> str:
    """Return the address at which a listening socket is reached from this machine."""
    host, port = listening.getsockname()[:2]
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}"


def serve(
    app: ASGIApp, listening: socket.socket, address: Address, *, connections: int, started: Callable[[], None]
) -> None:
    """Answer requests until SIGTERM or SIGINT; then let running ones end, for at most twenty seconds.

    `started` is called once requests are answered. Logs go where `logs.start_logs` sent them.
    """
    config = uvicorn.Config(
        app,
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
        _Server(config, started).run(sockets=[listening])
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


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
