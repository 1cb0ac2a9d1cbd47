"""Answers: messages of the protocol as JSON, packed where the asker can unpack them."""

import gzip
from collections.abc import Mapping

from starlette.requests import HTTPConnection
from starlette.responses import Response

from kennisbank.sync.protocol_codec import encode

_WORTH_PACKING = 1_000
_LEVEL = 5
"""Of gzip: a page of changes in a third of the time of the highest level, and hardly larger."""


def answer(
    request: HTTPConnection, message: object, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a message of the protocol (or a list of them) as the answer to `request`.

    Called in the thread of the route, not in the event loop: packing a large page takes milliseconds.
    """
    return answer_text(request, encode(message), "application/json", status=status, headers=headers)


def answer_text(
    request: HTTPConnection,
    data: bytes,
    media_type: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return text (UTF-8) of some media type; packed with gzip when it is long and the asker takes that."""
    said = {"Cache-Control": "no-store", **(headers or {})}
    if len(data) >= _WORTH_PACKING:
        said["Vary"] = "Accept-Encoding"
        if takes_gzip(request):
            data = gzip.compress(data, _LEVEL, mtime=0)
            said["Content-Encoding"] = "gzip"
    return Response(data, status, said, media_type)


def takes_gzip(request: HTTPConnection) -> bool:
    """Tell whether the asker can unpack gzip."""
    for each in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = each.strip().partition(";")
        if name.strip() in {"gzip", "*"}:
            return quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
