"""Links in pages and style sheets, so that they stay within the replayed site: pure functions on bytes.

Bytes are taken for Latin-1 and given back as such: whatever encoding a page has, the rest comes back as it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, urlsplit

from kennisbank.archive.websites.media_types import CSS, HTML
from kennisbank.archive.websites.warcs import OTHERS, host_of

_ATTRIBUTE = re.compile(
    r"""(?P<before>[\s"'](?:href|src|action|background|poster|data|longdesc)\s*=\s*)"""
    r"""(?P<value>"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""",
    re.IGNORECASE,
)
_SRCSET = re.compile(r"""(?P<before>[\s"']srcset\s*=\s*)(?P<value>"[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)
_REFRESH = re.compile(
    r"""(?P<before>http-equiv\s*=\s*["']?refresh["']?[^>]{0,50}?content\s*=\s*["']\s*\d*\s*;\s*url\s*=\s*)"""
    r"""(?P<value>[^"'>]+)""",
    re.IGNORECASE,
)
_CSS_URL = re.compile(r"""(?P<before>url\(\s*)(?P<value>"[^"()]*"|'[^'()]*'|[^\s"'()]+)""", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"""(?P<before>@import\s+)(?P<value>"[^"]*"|'[^']*')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is replayed: below `prefix` (``/C2013``), of a site whose hosts are these, its own one first.

    `host` is that of the page itself.
    """

    prefix: str
    hosts: tuple[str, ...]
    host: str = ""


def rewritten(data: bytes, media_type: str, place: Place) -> bytes:
    """Return a page or a style sheet with its links led to where they are replayed; others stay as they are."""
    text = data.decode("latin-1")
    if media_type == HTML:
        for pattern in (_ATTRIBUTE, _REFRESH):
            text = pattern.sub(lambda found: _replaced(found, lambda link: replayed(link, place)), text)
        text = _SRCSET.sub(lambda found: _replaced(found, lambda links: _each_of_set(links, place)), text)
    if media_type in {HTML, CSS}:
        for pattern in (_CSS_URL, _CSS_IMPORT):
            text = pattern.sub(lambda found: _replaced(found, lambda link: replayed(link, place)), text)
    return text.encode("latin-1")


def replayed(link: str, place: Place) -> str:
    """Return where a link leads to in the replay; one that is relative, or leads out of the site, stays as it is."""
    plain = unescape(link.strip())
    if plain.startswith("/") and not plain.startswith("//"):
        if place.host and place.hosts and place.host != place.hosts[0]:
            return f"{place.prefix}/{OTHERS}/{place.host}{plain}"
        return place.prefix + plain
    try:
        parts = urlsplit(plain)
    except ValueError:
        return link
    if parts.scheme not in {"", "http", "https"} or not parts.netloc:
        return link
    host = host_of(parts.netloc)
    if host not in place.hosts:
        return link
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    path += f"#{parts.fragment}" if parts.fragment else ""
    inside = "" if host == place.hosts[0] else f"/{OTHERS}/{quote(host)}"
    return f"{place.prefix}{inside}{path}"


def _replaced(found: "re.Match[str]", change: Callable[[str], str]) -> str:
    value = found["value"]
    mark = value[0] if value[:1] in {'"', "'"} else ""
    inner = value[1:-1] if mark else value
    changed = change(inner)
    if changed == inner:
        return found[0]
    # What is in the link already stands in the page; only marks that would end it are new.
    changed = changed.replace('"', "%22").replace("'", "%27").replace("<", "%3C").replace(">", "%3E")
    changed = changed.encode("latin-1", "ignore").decode("latin-1")
    return f"{found['before']}{mark}{changed}{mark}"


def _each_of_set(links: str, place: Place) -> str:
    parts = [part.strip() for part in links.split(",")]
    made = []
    for part in parts:
        link, _, size = part.partition(" ")
        made.append(f"{replayed(link, place)} {size}".strip())
    return ", ".join(made)
