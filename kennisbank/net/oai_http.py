"""Asking a repository of OAI-PMH over HTTP: time-outs, a cap on what comes, redirects that lead nowhere they shouldn't.

Who harvests types the address, so it may be in their own network; a redirect from elsewhere into it is not followed.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from kennisbank.errors import RepositoryRefusedError, RepositoryUnreachableError
from kennisbank.net.addresses import NoNetworkError, NoSuchHostError, addresses_of, is_public, is_without_network
from kennisbank.net.wire import Patience, client_for
from kennisbank.tasks.context import JobContext

MOST_BYTES = 64 << 20
"""Of one answer, unpacked. A page of a thousand records is one or two megabytes."""
MOST_REDIRECTS = 5
TIMEOUT = httpx.Timeout(90.0, connect=15.0)
_WHOLE_S = 300.0
"""Repositories make large pages slowly, but not for ever."""
_HEADERS = {
    "User-Agent": "Kennisbank (OAI-PMH)",
    "Accept": "text/xml, application/xml;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OaiReply:
    """What came: the status, the body (unpacked), the charset of its Content-Type, seconds of Retry-After or 0.0."""

    status: int
    body: bytes
    charset: str = ""
    retry_after: float = 0.0


class OaiHttp:
    """One repository. Used by one thread; what it waits for ends when its job is cancelled."""

    def __init__(self, url: str, ctx: JobContext, *, timeout: httpx.Timeout = TIMEOUT) -> None:
        """Ask the repository whose base URL this is.

        Raises:
            RepositoryRefusedError: this isn't the address of one (``bad_address``).
        """
        self._url, self._ctx, self._timeout = url, ctx, timeout
        self._base = _parsed(url)

    def __call__(self, question: Mapping[str, str]) -> OaiReply:
        """Return the reply to a question (verb and arguments), whatever its status.

        Raises:
            RepositoryUnreachableError: none came, or only a part.
            RepositoryRefusedError: it is larger than `MOST_BYTES`, or redirects without end or into one's own network.
            Cancelled: the job was asked to stop.
        """
        try:
            return self._follow(self._base.copy_merge_params(dict(question)))
        except NoNetworkError as error:
            raise self._unreachable("offline") from error
        except NoSuchHostError as error:
            raise self._unreachable("unreachable") from error
        except httpx.InvalidURL as error:
            raise RepositoryRefusedError(self._url, "redirected") from error
        except httpx.TimeoutException as error:
            raise self._unreachable("timed_out") from error
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.DecodingError) as error:
            raise self._unreachable("broken_off") from error
        except httpx.HTTPError as error:
            raise self._unreachable("offline" if is_without_network(error) else "unreachable") from error

    def _follow(self, url: httpx.URL) -> OaiReply:
        for _ in range(MOST_REDIRECTS + 1):
            reply, location = self._send(url)
            if not location:
                return reply
            url = self._next(url, location)
        raise RepositoryRefusedError(self._url, "redirected")

    def _send(self, url: httpx.URL) -> tuple[OaiReply, str]:
        patience = Patience(self._ctx)
        patience.grant(_WHOLE_S)
        with (
            client_for(str(url), patience, self._timeout) as client,
            client.stream("GET", url, headers=_HEADERS) as response,
        ):
            location = response.headers.get("Location", "") if response.status_code in _REDIRECTS else ""
            body = b"" if location else self._body(response)
            charset = _CHARSET.search(response.headers.get("Content-Type", ""))
            after = seconds_of(response.headers.get("Retry-After", ""))
            return OaiReply(response.status_code, body, charset[1] if charset is not None else "", after), location

    def _body(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes(1 << 16):
            size += len(part)
            if size > MOST_BYTES:
                raise RepositoryRefusedError(self._url, "too_large")
            parts.append(part)
        return b"".join(parts)

    def _next(self, url: httpx.URL, location: str) -> httpx.URL:
        """Return where a redirect leads; to another host only where that is on the open internet."""
        target = url.join(location)
        if target.scheme not in _PORTS or not target.host or (url.scheme, target.scheme) == ("https", "http"):
            raise RepositoryRefusedError(self._url, "redirected")
        if target.host != self._base.host:
            found = addresses_of(target.host, target.port or _PORTS[target.scheme])
            if not found or not all(map(is_public, found)):
                raise RepositoryRefusedError(self._url, "redirected")
        return target

    def _unreachable(self, code: str) -> RepositoryUnreachableError:
        return RepositoryUnreachableError(self._url, code)


def seconds_of(text: str) -> float:
    """Return how long a Retry-After asks one to wait: seconds, or a moment; 0.0 for anything else."""
    if re.fullmatch(r"\d{1,7}", text.strip()):
        return float(text)
    with suppress(ValueError, TypeError, OverflowError):
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is not None:
            return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return 0.0


def _parsed(url: str) -> httpx.URL:
    try:
        urlsplit(url)  # sees brackets that httpx lets through
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise RepositoryRefusedError(url, "bad_address") from error
    if parsed.scheme not in _PORTS or not parsed.host or parsed.userinfo:
        raise RepositoryRefusedError(url, "bad_address")
    return parsed.copy_with(fragment=None)
