"""Answers with a file's bytes in them: as fast as the disk and the other side are, without a thread each."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import suppress

import anyio.to_thread
from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

_THREADS = 8
"""Pieces that are read at once, beside the requests that work with the database."""


_LIMITER: RunVar[CapacityLimiter] = RunVar("kennisbank_file_pieces")


class FileAnswer(Response):
    """Sends the pieces of a file as they are read, each in a thread; the file is let go when the other side is gone."""

    def __init__(self, first: bytes, rest: Iterator[bytes], *, status: int, headers: Mapping[str, str]) -> None:
        """Send `first`, which was read already, and then the `rest`; `headers` say how long all of it is."""
        super().__init__(None, status, headers)
        self._first = first
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 -- ASGI's
        """Send it."""
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            piece: bytes | None = self._first
            while piece is not None and not gone.done():
                await send({"type": "http.response.body", "body": piece, "more_body": True})
                piece = await anyio.to_thread.run_sync(next, self._rest, None, limiter=_limiter())
            if piece is None:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()
            with suppress(asyncio.CancelledError):
                await gone
            close = getattr(self._rest, "close", None)
            if close is not None:
                await anyio.to_thread.run_sync(close, limiter=_limiter())


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _limiter() -> CapacityLimiter:
    """Return the limiter of this event loop."""
    try:
        return _LIMITER.get()
    except LookupError:
        limiter = CapacityLimiter(_THREADS)
        _LIMITER.set(limiter)
        return limiter
