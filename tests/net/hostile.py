"""A server on this computer that answers whatever a test says, byte by byte, and remembers what it was asked."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

PROTOCOL = "Kennisbank-Protocol: 1\r\n"


@dataclass(frozen=True)
class Asked:
    """One request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


Script = Callable[[Asked], "bytes | Iterable[bytes]"]


@dataclass
class Hostile:
    """The running server: its address, what it was asked, and how many connections were made."""

    port: int
    scheme: str = "http"
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def tokens(self) -> list[str]:
        return [each.headers["authorization"] for each in self.asked if "authorization" in each.headers]


def answer(
    body: bytes = b"{}",
    status: str = "200 OK",
    *,
    kind: str = "application/json",
    extra: str = "",
    protocol: str = PROTOCOL,
) -> bytes:
    """Return an answer as an archive gives it, or as a test wants it."""
    head = f"HTTP/1.1 {status}\r\n{protocol}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    return head.encode("latin-1") + body


@contextmanager
def hostile(script: Script, context: ssl.SSLContext | None = None) -> Iterator[Hostile]:
    """Run a server that answers by `script`; a connection is closed when its script is an iterable that ended."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Hostile(listening.getsockname()[1], "http" if context is None else "https")
    open_sockets: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def serve(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            spoken = connection if context is None else context.wrap_socket(connection, server_side=True)
            with spoken, spoken.makefile("rb") as lines:
                while (asked := _read(lines)) is not None:
                    server.asked.append(asked)
                    said = script(asked)
                    for piece in [said] if isinstance(said, bytes) else said:
                        spoken.sendall(piece)
                    if not isinstance(said, bytes):
                        return

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                server.connections += 1
                open_sockets.append(connection)
                threads.append(threading.Thread(target=serve, args=(connection,)))
                threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join()
        for each in open_sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()


def _read(lines: object) -> Asked | None:
    first = lines.readline().decode("latin-1").split()  # type: ignore[attr-defined]
    if len(first) < 2:
        return None
    headers: dict[str, str] = {}
    while line := lines.readline().decode("latin-1").strip():  # type: ignore[attr-defined]
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    length = int(headers.get("content-length", 0))
    return Asked(first[0], first[1], headers, lines.read(length))  # type: ignore[attr-defined]
