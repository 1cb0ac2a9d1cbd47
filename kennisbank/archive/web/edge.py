"""What holds for every request, around its route: sizes, time-outs, the protocol's version, log and counts."""

import asyncio
import logging
import re
import time
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kennisbank.archive.configuration import MEBIBYTE, Limits
from kennisbank.archive.web.faults import FaultError, fault_response
from kennisbank.archive.web.metrics import Metrics
from kennisbank.sync.protocol import HEADER, OLDEST, PROTOCOL
from kennisbank.sync.protocol_acts import MOST_ATTACHMENT

LOG = logging.getLogger("kennisbank.archive.requests")
API = "/v1"
SMALL_BODY = 256 * 1024
"""Bytes that a message may have where the protocol has no large ones."""
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_METHODS = _READS | {"POST", "PUT", "PATCH", "DELETE"}
_LARGE = re.compile(rf"{API}/(changes|acts|batches/[^/]+)/?")
_UPLOAD = re.compile(rf"{API}/(batches/[^/]+/files/[^/]+|editions/[^/]+/website|versions/[^/]+/files/[^/]+)/?")

_ATTACHMENT = re.compile(rf"{API}/attachments/[^/]+/?")


class SlowClientError(Exception):
    """The other side took nothing for too long."""


@dataclass(slots=True)
class _Answered:
    """What became of one request."""

    status: int = 0
    sent: int = 0
    is_begun: bool = False
    is_whole: bool = False


class Edge:
    """ASGI middleware around the whole application. One instance a server; used in the event loop only."""

    def __init__(self, app: ASGIApp, *, limits: Limits, metrics: Metrics) -> None:
        """Guard `app` with `limits`."""
        self._app = app
        self._limits = limits
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        answered = _Answered()
        self._metrics.begun()
        try:
            await self._answer(scope, receive, self._sending(scope, send, answered), answered)
        finally:
            self._note(scope, answered, time.perf_counter() - begun)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, answered: _Answered) -> None:
        limit = self._limit(scope["path"])
        try:
            _check_protocol(scope)
            _check_length(scope, limit)
            await self._app(scope, self._receiving(receive, limit), send)
        except FaultError as fault:
            if answered.is_begun:
                raise
            await fault_response(Request(scope), fault)(scope, receive, send)
        except ClientDisconnect:
            return
        except SlowClientError:
            raise  # the server closes the connection: the answer is broken off
        except Exception:
            LOG.exception("bug", extra=_said(scope))
            if answered.is_begun:
                raise
            await fault_response(Request(scope), FaultError("bug"))(scope, receive, send)

    def _limit(self, path: str) -> int:
        if _UPLOAD.fullmatch(path):
            return self._limits.file_mb * MEBIBYTE
        if _ATTACHMENT.fullmatch(path):
            return MOST_ATTACHMENT
        return self._limits.body_mb * MEBIBYTE if _LARGE.fullmatch(path) else SMALL_BODY

    def _receiving(self, receive: Receive, limit: int) -> Receive:
        received, is_whole = 0, False

        async def limited() -> Message:
            nonlocal received, is_whole
            if is_whole:  # what comes now is that the other side went away, whenever that may be
                return await receive()
            try:
                async with asyncio.timeout(self._limits.request_s):
                    message = await receive()
            except TimeoutError:
                raise FaultError("timed_out", headers={"Connection": "close"}) from None
            received += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if received > limit:
                raise FaultError("too_large", headers={"Connection": "close"})
            return message

        return limited

    def _sending(self, scope: Scope, send: Send, answered: _Answered) -> Send:
        is_api = _is_api(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered.is_begun, answered.status = True, message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                if is_api:
                    headers[HEADER] = str(PROTOCOL)
            elif message["type"] == "http.response.body":
                answered.sent += len(message.get("body", b""))
                answered.is_whole = not message.get("more_body", False)
            try:
                async with asyncio.timeout(self._limits.request_s):
                    await send(message)
            except TimeoutError:
                raise SlowClientError from None

        return guarded

    def _note(self, scope: Scope, answered: _Answered, seconds: float) -> None:
        said = _said(scope)
        self._metrics.ended(said["method"], said["route"], answered.status, seconds, answered.sent)
        LOG.info(
            "request",
            extra={
                **said,
                "status": answered.status,
                "ms": round(seconds * 1000, 1),
                "bytes": answered.sent,
                "whole": answered.is_whole,
            },
        )


def _check_protocol(scope: Scope) -> None:
    """Refuse a client that is too old; one that is newer decides for itself. Browsers may look without saying."""
    if not _is_api(scope):
        return
    said = [value for name, value in scope["headers"] if name == HEADER.lower().encode()]
    if not said and scope["method"] in _READS:
        return
    if said and not re.fullmatch(rb"[0-9]{1,9}", said[0]):
        raise FaultError("invalid", detail=HEADER)
    if not said or int(said[0]) < OLDEST:
        raise FaultError("protocol_too_old", headers={"Upgrade": f"Kennisbank/{PROTOCOL}"})


def _check_length(scope: Scope, limit: int) -> None:
    """Refuse what says itself that it is too large, before any of it is read."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit() and int(value) > limit:
            raise FaultError("too_large", headers={"Connection": "close"})


def _said(scope: Scope) -> dict[str, Any]:
    """Return what may be logged of a request: its method, and the pattern of its route."""
    method = scope["method"] if scope["method"] in _METHODS else "other"
    pattern = getattr(scope.get("route"), "path", None)
    if pattern is None:
        return {"method": method, "route": "other"}
    is_whole = pattern.startswith(API) or not _is_api(scope)  # a router's own pattern lacks the prefix
    return {"method": method, "route": pattern if is_whole else f"{API}{pattern}"}


def _is_api(scope: Scope) -> bool:
    path: str = scope["path"]
    return path == API or path.startswith(f"{API}/")
