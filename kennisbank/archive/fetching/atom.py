"""What is new as an Atom feed (RFC 4287): the contributions that were added or changed last. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One contribution. `id` is a URI that never changes; `updated` and `published` are as `moments.stamp` writes."""

    id: str
    title: str
    updated: str
    published: str
    link: str = ""
    authors: tuple[str, ...] = ()
    summary: str = ""
    categories: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed; `own` is its own address, empty where the archive doesn't know it."""

    id: str
    title: str
    updated: str
    entries: tuple[Entry, ...]
    own: str = ""
    author: str = ""


def write_feed(feed: AtomFeed) -> bytes:
    """Return the feed as XML in UTF-8."""
    inside = [
        _element("id", feed.id),
        _element("title", feed.title or feed.id),
        _element("updated", _moment(feed.updated)),
        _element("author", "", inside=[_element("name", feed.author or feed.title or feed.id)]),
        "<generator>Kennisbank</generator>",
    ]
    if feed.own:
        inside.append(_link(feed.own, "self", "application/atom+xml"))
    inside += [_entry(each) for each in feed.entries]
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(inside)}</feed>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _entry(entry: Entry) -> str:
    inside = [
        _element("id", entry.id),
        _element("title", entry.title or entry.id),
        _element("updated", _moment(entry.updated)),
        _element("published", _moment(entry.published)),
    ]
    inside += [_element("author", "", inside=[_element("name", each)]) for each in entry.authors if each.strip()]
    if entry.link:
        inside.append(_link(entry.link, "alternate", "application/json"))
    inside += [f"<category term={quoteattr(_plain(each))}/>" for each in entry.categories if each.strip()]
    # Without a link an entry must have something in it (RFC 4287, 4.1.2).
    if entry.summary.strip() or not entry.link:
        inside.append(_element("content", entry.summary, {"type": "text"}))
    language = (
        {"xml:lang": entry.language} if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", entry.language) else {}
    )
    return _element("entry", "", language, inside=inside)


def _element(name: str, text: str, attributes: Mapping[str, str] | None = None, *, inside: Iterable[str] = ()) -> str:
    said = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in (attributes or {}).items())
    return f"<{name}{said}>{escape(_plain(text))}{''.join(inside)}</{name}>"


def _link(address: str, relation: str, media_type: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href={quoteattr(_plain(address))}/>'


def _moment(stamped: str) -> str:
    """Return a moment as RFC 3339 has it, to the second."""
    return f"{stamped[:19]}Z"


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
