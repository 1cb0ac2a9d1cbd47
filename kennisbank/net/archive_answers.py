"""What an archive answers, checked before it is believed: is it an archive, is it small enough, is it whole.

Nothing that came over the wire stands in an error, apart from the archive's own words to its reader.
"""

import json
import re
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    KennisbankError,
    ProgramTooOldError,
)
from kennisbank.net.addresses import is_without_network

PROTOCOL_HEADER = "Kennisbank-Protocol"
_MOST_FAULT = 1 << 16
_MOST_WORDS = 500
_PIECE = 1 << 16
_FOR_GOOD = frozenset({501, 505, 507})
"""Of the answers that blame the archive itself, those that will be the same the next time."""
_CODES: Mapping[int, str] = {
    401: "not_logged_in",
    403: "forbidden",
    404: "not_found",
    410: "withdrawn",
    413: "too_large",
    422: "invalid",
    507: "full",
}
_ENDED: Mapping[str, str] = {
    "session_ended": "ended",
    "session_expired": "expired",
    "account_erased": "erased",
}


class UnauthorisedError(KennisbankError):
    """A 401: the token isn't accepted. `code` is one of `NotLoggedInError`; nobody above `net` sees this one."""

    def __init__(self, code: str) -> None:
        """Remember why."""
        super().__init__(code)
        self.code = code


def checked(url: str, response: httpx.Response, allowed: frozenset[int]) -> None:
    """Return when this is a success of an archive, or a status of `allowed`; else say what it is.

    Raises:
        ArchiveUnreachableError: it is busy, or something before it is.
        ArchiveUntrustedError: no archive answers so.
        ProgramTooOldError: it speaks a newer protocol.
        UnauthorisedError: the token isn't accepted.
        ArchiveRefusedError: anything else that isn't a success.
    """
    status = response.status_code
    if status == 429 or (status >= 500 and status not in _FOR_GOOD) or status == 407:
        raise ArchiveUnreachableError(url, "busy", retry_after_of(response.headers.get("Retry-After", "")))
    if 300 <= status < 400 and status not in allowed:
        raise ArchiveUntrustedError(url, "redirected")
    if PROTOCOL_HEADER not in response.headers:
        if status == 413:  # a server that stands before the archive may say so in its own words
            raise ArchiveRefusedError(status, "too_large")
        raise ArchiveUntrustedError(url, "no_archive")
    if status < 300 or status in allowed:
        return
    code, words, minimum = _fault_of(url, response)
    if status == 426:
        raise ProgramTooOldError(url, minimum)
    if status == 401:
        raise UnauthorisedError(_ENDED.get(code, code if code in _ENDED.values() else "nobody"))
    raise ArchiveRefusedError(status, code, words)


def body_of(url: str, response: httpx.Response, max_bytes: int) -> bytes:
    """Return the body of an answer that should be JSON, unpacked; empty where there is none.

    Raises:
        ArchiveUntrustedError: it isn't JSON by its own account, or it is larger than `max_bytes`, packed or not.
        ArchiveUnreachableError: it broke off.
    """
    if response.status_code == 204:
        return b""
    body = _unpacked(url, response, max_bytes)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if body and kind != "application/json":
        raise ArchiveUntrustedError(url, "no_archive" if "html" in kind else "malformed")
    return body


def pieces_of(
    url: str, response: httpx.Response, start: int, max_bytes: int, moved: Callable[[], None]
) -> Iterator[bytes]:
    """Yield the bytes of a file from offset `start` on, as they come; `moved` is called after each 64 KiB.

    A server that doesn't know ranges sends all of it; what comes before `start` is passed over.

    Raises:
        ArchiveUntrustedError: another part came than was asked for, or more than `max_bytes`.
        ArchiveUnreachableError: it broke off.
    """
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise ArchiveUntrustedError(url, "malformed")
    skip = start
    if response.status_code == 206:
        if not re.match(rf"bytes {start}-", response.headers.get("Content-Range", "")):
            raise ArchiveUntrustedError(url, "malformed")
        skip = 0
    received = told = 0
    moved()
    with translated(url):
        for piece in response.iter_raw():
            received += len(piece)
            if received - told >= _PIECE:
                told = received
                moved()
            if received > max_bytes:
                raise ArchiveUntrustedError(url, "too_large")
            passed = min(skip, len(piece))
            skip -= passed
            if len(piece) > passed:
                yield piece[passed:]


def retry_after_of(value: str) -> float:
    """Return the seconds that a ``Retry-After`` asks to wait; 0.0 where it says nothing that can be understood."""
    text = value.strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Turn what an HTTP library raises into errors of this program."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise ArchiveUnreachableError(url, "timed_out") from error
    except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as error:
        if _has_cause(error, ssl.SSLError):
            raise ArchiveUntrustedError(url, "insecure") from error
        raise ArchiveUnreachableError(url, "offline" if is_without_network(error) else "unreachable") from error
    except httpx.RemoteProtocolError as error:
        raise ArchiveUnreachableError(url, "broken_off") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise ArchiveUnreachableError(url, "broken_off") from error


def _has_cause(error: BaseException, kind: type[BaseException]) -> bool:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__ or cause.__context__
    return cause is not None


def _unpacked(url: str, response: httpx.Response, max_bytes: int) -> bytes:
    """Return a body, unpacked piece by piece, so that a small one can't become a huge one."""
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > max_bytes:
        raise ArchiveUntrustedError(url, "too_large")
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip"}:
        raise ArchiveUntrustedError(url, "malformed")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if encoding == "gzip" else None
    parts: list[bytes] = []
    size = 0
    with translated(url):
        for piece in response.iter_raw():
            try:
                part = piece if unpacker is None else unpacker.decompress(piece, max_bytes + 1 - size)
            except zlib.error as error:
                raise ArchiveUntrustedError(url, "malformed") from error
            parts.append(part)
            size += len(part)
            if size > max_bytes:
                raise ArchiveUntrustedError(url, "too_large")
    if unpacker is not None and size and not unpacker.eof:
        raise ArchiveUnreachableError(url, "broken_off")
    return b"".join(parts)


def _fault_of(url: str, response: httpx.Response) -> tuple[str, str, int]:
    """Return code, words and lowest protocol of a refusal; what isn't a `Fault` is told by its status."""
    otherwise = _CODES.get(response.status_code, "invalid")
    try:
        read = json.loads(_unpacked(url, response, _MOST_FAULT) or b"null")
    except (ValueError, RecursionError, ArchiveUntrustedError):
        return otherwise, "", 0
    if not isinstance(read, dict):
        return otherwise, "", 0
    code, words, minimum = read.get("code"), read.get("words"), read.get("minimum")
    return (
        code if isinstance(code, str) and re.fullmatch(r"[a-z_]{1,40}", code) else otherwise,
        _plain(words) if isinstance(words, str) else "",
        minimum if isinstance(minimum, int) else 0,
    )


def _plain(words: str) -> str:
    """Return the archive's words to a reader, without anything that could drive a screen."""
    return "".join(char for char in words[:_MOST_WORDS] if char.isprintable() or char == "\n")
