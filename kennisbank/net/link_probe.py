"""Asking whether an address still leads anywhere, at the smallest cost to both sides.

Only the answer's first lines are read, never what is behind them. Each address on the way is looked up here, checked,
and asked at just the address that was checked: a name that changes its mind in between gains nothing. Proxies of the
environment are not used, for they would look the name up anew.
"""

from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal
from urllib.parse import urljoin

import httpx

from kennisbank.domain.external import LinkOutcome
from kennisbank.net.addresses import (
    Address,
    NoNetworkError,
    NoSuchHostError,
    addresses_of,
    is_public,
    is_without_network,
)

MOST_REDIRECTS = 5
_MOST_ADDRESSES = 3
TIMEOUT = httpx.Timeout(10.0, connect=6.0)
_HEADERS = {"User-Agent": "Kennisbank (link check)", "Accept": "*/*", "Accept-Encoding": "identity"}
_PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
_REDIRECTS = _PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_PORTS = {"http": 80, "https": 443}
_Method = Literal["HEAD", "GET"]


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """What an address answered: the outcome, the last status (None without one), and where it led in the end.

    `is_offline`: nothing could be asked because this computer has no network; says nothing of the address.
    """

    outcome: LinkOutcome
    status: int | None = None
    location: str = ""
    is_offline: bool = False


class _RefusedError(Exception):
    """This address may not be asked."""


class LinkProbe:
    """Asks addresses, one at a time; each method may be called from any thread, and blocks."""

    def __init__(self, *, allows_private: bool = False, timeout: httpx.Timeout = TIMEOUT) -> None:
        """Ask public addresses only, unless `allows_private`: for tests against a server on this computer."""
        self._allows_private = allows_private
        self._timeout = timeout

    def ask(self, uri: str) -> ProbeAnswer:
        """Return what an address answers, following redirects. Raises nothing: whatever happens is an answer."""
        try:
            with httpx.Client(
                timeout=self._timeout, trust_env=False, follow_redirects=False, headers=_HEADERS
            ) as client:
                return self._follow(client, uri)
        except _RefusedError:
            return ProbeAnswer("refused", location=uri)
        except NoNetworkError:
            return ProbeAnswer("unreachable", location=uri, is_offline=True)
        except (httpx.InvalidURL, NoSuchHostError, ValueError):
            return ProbeAnswer("unreachable", location=uri)
        except httpx.HTTPError as error:
            return ProbeAnswer("unreachable", location=uri, is_offline=is_without_network(error))

    def _follow(self, client: httpx.Client, uri: str) -> ProbeAnswer:
        at, is_permanent = uri, True
        for step in range(MOST_REDIRECTS + 1):
            status, location = self._status(client, at)
            if status not in _REDIRECTS or not location:
                outcome = _outcome(status)
                has_moved = step > 0 and is_permanent and outcome == "ok"
                return ProbeAnswer("moved" if has_moved else outcome, status, at)
            is_permanent = is_permanent and status in _PERMANENT
            at = urljoin(at, location)
        return ProbeAnswer("unreachable", status, at)

    def _status(self, client: httpx.Client, uri: str) -> tuple[int, str]:
        """Return the status of an address and where it sends one; a server that won't say it briefly is asked again."""
        status, location = self._send(client, "HEAD", uri)
        if status >= HTTPStatus.BAD_REQUEST and status != HTTPStatus.TOO_MANY_REQUESTS:
            status, location = self._send(client, "GET", uri)
        return status, location

    def _send(self, client: httpx.Client, method: _Method, uri: str) -> tuple[int, str]:
        """Send one request to the addresses of a host, which are checked, until one of them can be connected to."""
        url = httpx.URL(uri)
        if url.scheme not in _PORTS or not url.host:
            raise _RefusedError
        found = addresses_of(url.host, url.port or _PORTS[url.scheme])
        if not found or not (self._allows_private or all(map(is_public, found))):
            raise _RefusedError
        for address in found[: _MOST_ADDRESSES - 1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return self._send_to(client, method, url, address)
        return self._send_to(client, method, url, found[-1])

    def _send_to(self, client: httpx.Client, method: _Method, url: httpx.URL, address: Address) -> tuple[int, str]:
        """Send one request to an address in the name of a host, and hang up after the headers."""
        request = client.build_request(
            method,
            url.copy_with(host=str(address), userinfo=b"", fragment=None),
            headers={"Host": url.netloc.decode("ascii"), **({"Range": "bytes=0-0"} if method == "GET" else {})},
            extensions={"sni_hostname": url.raw_host.decode("ascii"), "timeout": self._timeout.as_dict()},
        )
        response = client.send(request, stream=True)
        try:
            return response.status_code, response.headers.get("Location", "")
        finally:
            response.close()


def _outcome(status: int) -> LinkOutcome:
    if status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        return "ok"
    if status in _GONE:
        return "gone"
    return "refused" if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR else "unreachable"
