"""Who may do what: one table of all routes, and the two dependencies through which routes keep to it.

``Depends(viewer)`` tells who asks, for what anybody may see and an account sees more of; ``Depends(require("reader"))``
and ``Depends(require("maintainer"))`` refuse those who may not. Both read the header ``Authorization: Bearer …`` and
ask ``request.app.state.viewer_of`` (`accounts.Accounts.viewer_of`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal, cast

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from kennisbank.archive.web.faults import FaultError
from kennisbank.sync.protocol_accounts import Right

Need = Literal["anybody", "visitor", "account", "reader", "author", "maintainer"]
"""What a route asks for. `anybody`: who asks doesn't matter, a token isn't looked at. `visitor`: nobody needs to log
in, but a token that is sent must be good. `account`: somebody, suspended or not yet approved, too."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: an account's id and its session's, or None; and what they may do."""

    account: str | None
    right: Right
    session: str | None = None


VISITOR = Viewer(None, "visitor")

NEEDS: Mapping[str, Need] = MappingProxyType(
    {
        "GET /": "anybody",
        "GET /health": "anybody",
        "GET /metrics": "anybody",
        "GET /openapi.json": "anybody",
        "GET /docs": "anybody",
        "GET /oai": "anybody",
        "POST /oai": "anybody",
        "GET /atom.xml": "anybody",
        "GET /newsletter/{}": "anybody",
        "POST /newsletter/{}": "anybody",
        "GET /unsubscribe/{}": "anybody",
        "POST /unsubscribe/{}": "anybody",
        "GET /v1": "anybody",
        "GET /v1/": "anybody",
        "GET /v1/contributions": "anybody",
        "GET /v1/contributions/{}": "anybody",
        "GET /v1/editions": "anybody",
        "GET /v1/files/{}": "anybody",
        "HEAD /v1/files/{}": "anybody",
        "GET /v1/changes": "visitor",
        "POST /v1/changes": "reader",
        "POST /v1/receipts": "reader",
        "POST /v1/acts": "reader",
        "GET /v1/mailbox": "reader",
        "PUT /v1/attachments/{}": "reader",
        "GET /v1/attachments/{}": "reader",
        "POST /v1/accounts": "anybody",
        "POST /v1/codes": "anybody",
        "POST /v1/sessions": "anybody",
        "POST /v1/sessions/refresh": "anybody",
        "GET /v1/me": "account",
        "GET /v1/me/export": "account",
        "POST /v1/me/erasure": "account",
        "POST /v1/me/erasure/code": "account",
        "POST /v1/erasures/proof": "anybody",
        "GET /v1/sessions": "account",
        "DELETE /v1/sessions/current": "account",
        "DELETE /v1/sessions/{}": "account",
        "POST /v1/tokens": "reader",
        "POST /v1/remarks": "anybody",
        "POST /v1/newsletter": "anybody",
        "PUT /v1/versions/{}/files/{}": "author",
        "GET /v1/versions/{}/file": "maintainer",
        "GET /v1/newsletter.csv": "maintainer",
        "GET /v1/accounts": "maintainer",
        "PATCH /v1/accounts/{}": "maintainer",
        "GET /v1/audit": "maintainer",
        "GET /v1/desk": "maintainer",
        "GET /v1/desk/counts": "maintainer",
        "POST /v1/desk/{}/{}": "maintainer",
        "PUT /v1/persons/{}": "maintainer",
        "DELETE /v1/persons/{}": "maintainer",
        "PUT /v1/editions/{}": "maintainer",
        "PUT /v1/editions/{}/website": "maintainer",
        "PUT /v1/batches/{}": "maintainer",
        "DELETE /v1/batches/{}": "maintainer",
        "HEAD /v1/batches/{}/files/{}": "maintainer",
        "PUT /v1/batches/{}/files/{}": "maintainer",
        "POST /v1/batches/{}/publish": "maintainer",
    }
)
"""Every route of the archive, by method and path, and what it asks for; parameters are written ``{}``."""

_BEARER = HTTPBearer(auto_error=False, description="An access token (`POST /v1/sessions`) or a device token.")
_SUFFICIENT: Mapping[Need, frozenset[Right]] = MappingProxyType(
    {
        "anybody": frozenset({"visitor", "pending", "reader", "author", "maintainer", "suspended"}),
        "visitor": frozenset({"visitor", "pending", "reader", "author", "maintainer"}),
        "account": frozenset({"pending", "reader", "author", "maintainer", "suspended"}),
        "reader": frozenset({"reader", "author", "maintainer"}),
        "author": frozenset({"author", "maintainer"}),
        "maintainer": frozenset({"maintainer"}),
    }
)


def need_of(method: str, path: str) -> Need:
    """Return what a route asks for; `path` is its pattern, with parameters of any name. HEAD is as GET, unless listed.

    Raises:
        KeyError: it isn't in the table.
    """
    pattern = re.sub(r"{[^}]*}", "{}", path)
    if method == "HEAD" and f"HEAD {pattern}" not in NEEDS:
        method = "GET"
    return NEEDS[f"{method} {pattern}"]


def refusal(need: Need, right: Right) -> str | None:
    """Return the code of the `Fault` with which `right` is refused what needs `need`, or None: they may."""
    if right in _SUFFICIENT[need]:
        return None
    return {"visitor": "not_logged_in", "pending": "not_approved", "suspended": "suspended"}.get(right, "forbidden")


def viewer(request: Request) -> Viewer:
    """Return who asks; somebody without a token is a visitor.

    Raises:
        FaultError: ``not_logged_in`` (the token isn't known, or has run out), ``session_ended``, ``account_erased``,
            ``suspended``.
    """
    return _checked(request, "visitor")


@cache
def require(need: Need) -> Callable[..., Viewer]:
    """Return the dependency that lets through who may do what needs `need`, and tells who it is.

    It raises `FaultError`: what `viewer` raises, ``not_approved`` and ``forbidden``.
    """

    def allowed(
        request: Request,
        _described: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
    ) -> Viewer:
        return _checked(request, need)

    return allowed


def _checked(request: Request, need: Need) -> Viewer:
    who = VISITOR
    header = request.headers.get("authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer":
            raise FaultError("not_logged_in")
        ask = cast("Callable[[str], Viewer]", request.app.state.viewer_of)
        who = ask(token.strip())
    code = refusal(need, who.right)
    if code is not None:
        raise FaultError(code)
    return who
