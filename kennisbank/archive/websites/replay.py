"""The origin of archived websites: read-only, without cookies, and nothing on it may run.

Every page comes with a policy that puts it in a sandbox without scripts, forms and a name of its own; the origin holds
nothing else that a page could reach.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import quote, unquote, urlsplit

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kennisbank.archive.records.catalogue import Catalogue
from kennisbank.archive.web.byte_ranges import Part, UnsatisfiableError, is_same, part_of
from kennisbank.archive.web.file_answers import FileAnswer
from kennisbank.archive.websites.media_types import CSS, DOWNLOAD, HTML
from kennisbank.archive.websites.rewriting import Place, replayed, rewritten
from kennisbank.archive.websites.site import Page, Site
from kennisbank.archive.websites.taking_in import Websites
from kennisbank.archive.websites.warcs import OTHERS
from kennisbank.archive.world import Archive
from kennisbank.errors import KennisbankError

LOG = logging.getLogger("kennisbank.archive.websites")
MOST_REWRITTEN = 4 << 20
"""Bytes of a page whose links are led to the replay; a longer one is sent as it is."""
_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "X-Robots-Tag": "noarchive",
}
"""Of every answer. What is here anybody may have; a sandboxed page has no origin, so its fonts come from another."""


def headers_of(address: str) -> dict[str, str]:
    """Return the headers of every answer at an origin.

    It is named beside ``'self'``: not every browser knows what that is for a page in a sandbox.
    """
    found = re.match(r"https?://[A-Za-z0-9.:\[\]-]+", address)
    own = f"'self' {found[0]}" if found else "'self'"
    policy = (
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
        f"img-src {own} data:; style-src {own} 'unsafe-inline'; font-src {own} data:; media-src {own}; "
        f"frame-src {own}; base-uri {own}"
    )
    return {"Content-Security-Policy": policy, **_HEADERS}


class Replay:
    """The ASGI application of the websites' origin: ``/{code of an edition}/{path}``, and a list of them at ``/``."""

    def __init__(self, archive: Archive, websites: Websites) -> None:
        """Replay the websites of `archive`."""
        self._archive = archive
        self._websites = websites

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        request = Request(scope)
        if request.method not in {"GET", "HEAD"}:
            answer = _plain(405, {"Allow": "GET, HEAD"})
        else:
            try:
                answer = await anyio.to_thread.run_sync(self._answer, request)
            except (KennisbankError, OSError):
                LOG.exception("a website can't be read")
                answer = _plain(503, {"Retry-After": "30"})
        for name, value in headers_of(self._websites.address).items():
            answer.headers[name] = value
        await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        path = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0]
        code, slash, inside = path.removeprefix("/").partition("/")
        code, inside = unquote(code), unquote(inside)
        if not code:
            return self._list()
        found = self._site(code)
        if found is None:
            return _plain(404)
        prefix = f"/{quote(code, safe='')}"
        if not slash:
            return _plain(308, {"Location": f"{prefix}/"})
        page = found[1].find(inside, request.scope["query_string"].decode("ascii", "replace"))
        if page is None:
            return _plain(404)
        place = Place(prefix, found[1].hosts, _host(inside, found[1]))
        return _onward(page, place) if page.location else _page(request, found[0], found[1], page, place)

    def _site(self, code: str) -> tuple[str, Site] | None:
        with self._archive.read() as tx:
            editions = Catalogue(tx.connection).editions()
        for edition in editions:
            if edition.body is not None and edition.body.get("code") == code:
                return self._websites.site_of(edition.id)
        return None

    def _list(self) -> Response:
        with self._archive.read() as tx:
            bodies = [each.body for each in Catalogue(tx.connection).editions() if each.body is not None]
        lines = [
            f'<li><a href="/{quote(body["code"], safe="")}/">{escape(body.get("name") or body["code"])}</a></li>'
            for body in bodies
            if body.get("website_kind") == "archived"
        ]
        text = f"<!doctype html><meta charset=utf-8><title>Websites</title><ul>{''.join(lines)}</ul>"
        return Response(text, 200, {"Cache-Control": "no-cache"}, "text/html")


def _host(inside: str, site: Site) -> str:
    """Return the host that a page was captured from."""
    parts = inside.split("/", 2)
    if len(parts) > 1 and parts[0] == OTHERS and parts[1] in site.hosts:
        return parts[1]
    return site.hosts[0] if site.hosts else ""


def _onward(page: Page, place: Place) -> Response:
    """Lead on within the site; what leads out of it leads nowhere here."""
    target = replayed(page.location, place)
    if not target.startswith(f"{place.prefix}/"):
        return _plain(404)
    parts = urlsplit(target)
    location = quote(unquote(parts.path)) + (f"?{quote(parts.query, safe='=&%+;:,/')}" if parts.query else "")
    return _plain(302, {"Location": location})


def _page(request: Request, file_hash: str, site: Site, page: Page, place: Place) -> Response:
    etag = f'"{file_hash[:16]}-{page.offset}-{place.prefix.encode().hex()}"'
    headers = {"ETag": etag, "Cache-Control": "public, max-age=3600"}
    if is_same(request.headers.get("if-none-match", ""), etag):
        return Response(None, 304, headers)
    kind = page.media_type
    headers["Content-Type"] = f"{kind}; charset={page.charset}" if page.charset and kind.startswith("text/") else kind
    if kind == DOWNLOAD:
        headers["Content-Disposition"] = "attachment"
    if kind in {HTML, CSS} and page.size <= MOST_REWRITTEN:
        data = rewritten(b"".join(site.read(page, 0, page.size)), kind, place)
        return Response(data if request.method == "GET" else None, 200, {**headers, "Content-Length": str(len(data))})
    headers["Accept-Ranges"] = "bytes"
    try:
        part = part_of(request.headers.get("range"), page.size)
    except UnsatisfiableError:
        return _plain(416, {"Content-Range": f"bytes */{page.size}"})
    whole = part is None
    part = part or Part(0, page.size)
    headers["Content-Length"] = str(part.end - part.start)
    if not whole:
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{page.size}"
    if request.method == "HEAD":
        return Response(None, 200 if whole else 206, headers)
    pieces: Iterator[bytes] = site.read(page, part.start, part.end)
    return FileAnswer(next(pieces, b""), pieces, status=200 if whole else 206, headers=headers)


def _plain(status: int, headers: Mapping[str, str] | None = None) -> Response:
    return Response(None, status, {"Cache-Control": "no-store", **(headers or {})})
