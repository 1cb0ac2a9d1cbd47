"""A mail server that keeps what it gets."""

import email
import socket
from email.policy import default
from threading import Condition
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller

_PATIENCE_S = 120.0


class PostSink:
    """Serves during a ``with``. `received`: to whom, and the message's id, of each message that was accepted."""

    def __init__(self) -> None:
        """Choose a port; nothing is served yet."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        self._controller = Controller(self, hostname="127.0.0.1", port=port)
        self._came = Condition()
        self.address = f"smtp://127.0.0.1:{port}?starttls=0"
        self.received: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        """Begin."""
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self._controller.stop()

    def ids(self, address: str) -> set[str]:
        """Return the ids of the messages that somebody got: the same one again is the same message."""
        return {each for who, each in self.received if who == address}

    def wait_for(self, count: int) -> None:
        """Wait until so many messages have come."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.received) >= count, _PATIENCE_S), self.received

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """Keep a message."""
        message = email.message_from_bytes(envelope.content, policy=default)
        with self._came:
            self.received += [(who, str(message["Message-ID"])) for who in envelope.rcpt_tos]
            self._came.notify_all()
        return "250 OK"
