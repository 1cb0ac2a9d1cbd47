"""What the archive says when it can't do what was asked: one exception for it, and its answer with a `Fault` in it."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response

from kennisbank.sentences import Language, sentence
from kennisbank.sync.protocol import OLDEST, Fault
from kennisbank.sync.protocol_codec import encode

STATUS: Mapping[str, int] = {
    "protocol_too_old": 426,
    "other_epoch": 409,
    "not_logged_in": 401,
    "session_ended": 401,
    "account_erased": 401,
    "wrong_code": 403,
    "forbidden": 403,
    "not_approved": 403,
    "suspended": 403,
    "not_found": 404,
    "not_allowed": 405,
    "withdrawn": 410,
    "too_large": 413,
    "wrong_type": 415,
    "no_such_range": 416,
    "incomplete": 409,
    "other_start": 409,
    "invalid": 422,
    "too_many": 429,
    "other_content": 409,
    "last_maintainer": 409,
    "busy": 503,
    "full": 507,
    "timed_out": 408,
    "bug": 500,
}
"""The status that goes with each code of a `Fault`."""


class FaultError(HTTPException):
    """Ends a request with a `Fault`. `code` is one of `STATUS`; `detail` says where, never what was sent.

    An `HTTPException`, since FastAPI lets only those through while it reads a body.
    """

    def __init__(
        self, code: str, *, detail: str = "", retry_after: int = 0, headers: Mapping[str, str] | None = None
    ) -> None:
        """Refuse with `code`; `retry_after` in seconds (429 and 503), `headers` go into the answer."""
        said = dict(headers or {})
        if retry_after > 0:
            said["Retry-After"] = str(retry_after)
        if STATUS[code] == 401:
            said["WWW-Authenticate"] = "Bearer"
        super().__init__(STATUS[code], detail or None, said)
        self.code = code
        self.where = detail


def language_of(request: HTTPConnection) -> Language:
    """Return the language to answer in: the one of the two that ``Accept-Language`` likes best, else English."""
    wishes: dict[str, float] = {}
    for wish in request.headers.get("accept-language", "").split(",")[:20]:
        tag, _, rest = wish.strip().partition(";")
        quality = rest.strip().removeprefix("q=") or "1"
        wishes.setdefault(tag.lower().partition("-")[0], _number(quality))
    return "nl" if wishes.get("nl", 0.0) > wishes.get("en", 0.0) else "en"


def fault_response(request: HTTPConnection, fault: FaultError) -> Response:
    """Return the answer that says `fault`, its words in the language that was asked for."""
    words = sentence(f"fault.{fault.code}", language_of(request))
    if fault.where:
        words = f"{words} ({fault.where})"
    body = Fault(fault.code, words, OLDEST if fault.code == "protocol_too_old" else 0)
    headers = {"Cache-Control": "no-store", **(fault.headers or {})}
    return Response(encode(body), STATUS[fault.code], headers, "application/json")


def faults(*codes: str) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of an operation's failures, for FastAPI's ``responses``.

    Those that any operation may end in (`EVERYWHERE`) are added by the application itself.
    """
    by_status: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        status = STATUS[code]
        said = sentence(f"fault.{code}", "en")
        known = by_status.setdefault(status, {"model": Fault, "description": said})
        examples = known.setdefault("content", {"application/json": {"examples": {}}})["application/json"]["examples"]
        minimum = OLDEST if code == "protocol_too_old" else 0
        examples[code] = {"value": {"code": code, "words": said, "minimum": minimum}}
    return by_status


EVERYWHERE = ("timed_out", "too_large", "invalid", "protocol_too_old", "too_many", "bug", "busy")
"""The failures that any operation may end in."""


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
