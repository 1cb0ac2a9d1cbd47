"""The bodies, agents and dates of a W3C Web Annotation, in every form that the model allows, as plain values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

from kennisbank.domain.moments import Moment
from kennisbank.exchange.selectors import DEPTH_LIMIT

SETS = frozenset({"Choice", "Composite", "List", "Independents"})
_ZONE = re.compile(r"[A-Za-z0-9_+:/-]{0,64}", re.ASCII)
_KNOWN = frozenset({"type", "@type", "value", "format", "purpose"})
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Bodies:
    """What the bodies of an annotation say together: text, tags, and whether that is all there was in them."""

    text: str = ""
    tags: tuple[str, ...] = ()
    is_whole: bool = True


def read_bodies(found: object, motivations: frozenset[str], *, is_text: bool = False) -> Bodies:
    """Return the text and the tags in the value of ``body``. Of a Choice the first text counts, which is the default.

    `is_text`: it is the value of ``bodyValue``, so text and no URI. A body that stands elsewhere is its URI here.
    `motivations` serve for bodies without a purpose of their own.
    """
    if is_text:
        return Bodies(found if isinstance(found, str) else "", is_whole=found is None or isinstance(found, str))
    texts: list[str] = []
    tags: list[str] = []
    is_whole = True
    for node, is_all in _flat(found, 0):
        text, purposes, is_plain = _one(node)
        is_whole &= is_plain and is_all
        if not text:
            continue
        if "tagging" in (purposes or motivations):
            tags.append(text)
        else:
            texts.append(text)
    return Bodies("\n\n".join(texts), tuple(tags), is_whole)


def words(value: object) -> frozenset[str]:
    """Return the strings in a value that may be one or several."""
    values = value if isinstance(value, list) else [value]
    return frozenset(each for each in values if isinstance(each, str))


def name_of(agent: object) -> str:
    """Return what to call an agent, or several: the name, else the nickname, the address, the URI."""
    if isinstance(agent, list):
        return "; ".join(dict.fromkeys(filter(None, map(name_of, agent[:50]))))
    if isinstance(agent, str):
        return agent
    if not isinstance(agent, Mapping):
        return ""
    for key in ("name", "nickname", "email", "id", "@id"):
        value = agent.get(key)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and first:
            return first
    return ""


def id_of(node: object) -> str:
    """Return the URI of a node, or the node where it is one itself."""
    if isinstance(node, str):
        return node
    value = node.get("id", node.get("@id")) if isinstance(node, Mapping) else None
    return value if isinstance(value, str) else ""


def moment_of(value: object, zone: object = None) -> Moment | None:
    """Return an xsd:dateTime as a moment, None for anything else. Without an offset it counts as UTC."""
    if not isinstance(value, str) or len(value) > 100 or "T" not in value:
        return None
    try:
        read = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", value))
        utc = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if isinstance(zone, str) and _ZONE.fullmatch(zone):
        return Moment(utc, zone)
    offset = read.strftime("%z")
    return Moment(utc, f"{offset[:3]}:{offset[3:5]}" if offset.strip("+-0:") else "UTC")


def _flat(found: object, depth: int) -> Iterator[tuple[object, bool]]:
    """Give single bodies in order, each with whether nothing was left out to get at it."""
    if found is None:
        return
    if depth > DEPTH_LIMIT:
        yield None, False
    elif isinstance(found, list):
        for each in found:
            yield from _flat(each, depth + 1)
    elif isinstance(found, Mapping) and isinstance(found.get("items"), list) and words(found.get("type")) & SETS:
        items = found["items"]
        if "Choice" in words(found.get("type")):
            textual = (each for each in items if isinstance(each, Mapping) and isinstance(each.get("value"), str))
            yield next(textual, items[0] if items else None), False
        else:
            for each in items:
                for node, _ in _flat(each, depth + 1):
                    yield node, False
    else:
        yield found, True


def _one(node: object) -> tuple[str, frozenset[str], bool]:
    """Return the text of a single body, its purposes, and whether there was no more to it."""
    if isinstance(node, str):
        return node, frozenset(), False
    if not isinstance(node, Mapping):
        return "", frozenset(), False
    purposes = words(node.get("purpose"))
    value = node.get("value")
    if isinstance(value, str):
        is_html = "text/html" in words(node.get("format"))
        is_plain = not is_html and node.keys() <= _KNOWN and len(purposes) <= 1 and purposes <= _TEXTS
        return (_plain(value) if is_html else value), purposes, is_plain
    return id_of(node) or id_of(node.get("source")), purposes, False


_TEXTS = frozenset({"commenting", "tagging"})


def _plain(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Text(HTMLParser):
    """Collects the text of HTML, each paragraph on a line of its own; scripts and styles are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002 (the base class's own)
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(" ".join(data.split("\n")))
