"""``kennisbank:`` links: a contribution, or a passage in it, as an address that other programs can keep.

The form is a promise: a link that was put in a document years ago must still open. ``docs/links.md`` describes it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote_to_bytes

from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo

SCHEME = "kennisbank"
LENGTH_LIMIT = 4096
"""Characters a link may have; a longer one is not looked at."""
QUOTE_LIMIT = 200
"""Characters of the quote that a link carries: enough to find the place, short enough to send."""
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_LINK = re.compile(rf"kennisbank:(?://)?contribution/({_UUID})/?(?:\?([^#\s]*))?", re.IGNORECASE | re.ASCII)
_VALUES: Mapping[str, re.Pattern[str]] = {
    "file": re.compile(r"[0-9a-f]{64}", re.IGNORECASE | re.ASCII),
    "page": re.compile(r"[1-9][0-9]{0,6}", re.ASCII),
    "annotation": re.compile(_UUID, re.IGNORECASE | re.ASCII),
    "quote": re.compile(rf".{{0,{QUOTE_LIMIT}}}"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: a contribution, and in it a file, a page, an annotation or some words.

    `quote` is plain text with single spaces, at most `QUOTE_LIMIT` characters: the passage or the beginning of it.
    """

    contribution: ContributionId
    file: FileHash | None = None
    page: PageNo | None = None
    annotation: AnnotationId | None = None
    quote: str = ""


def passage_link(
    contribution: ContributionId,
    *,
    file: FileHash | None = None,
    page: PageNo | None = None,
    annotation: AnnotationId | None = None,
    quote: str = "",
) -> str:
    """Return the link to a contribution, or to a passage in it; of a long `quote` only the beginning is kept.

    >>> passage_link(ContributionId("0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b"), page=PageNo(3), quote="open data")
    'kennisbank:contribution/0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b?page=3&quote=open%20data'
    """
    values = {"file": file, "page": page, "annotation": annotation, "quote": _short(quote)}
    query = "&".join(f"{name}={_encoded(str(value))}" for name, value in values.items() if value)
    return f"{SCHEME}:contribution/{_encoded(contribution)}" + (f"?{query}" if query else "")


def parse_link(text: str) -> Link | None:
    """Return where a link leads, or None for what isn't a link of ours or holds a value that can't be right.

    `text` may come from anywhere. Parameters with a name we don't know are passed over, so that links made by a newer
    Kennisbank still open; one that stands there twice makes the link refused.
    """
    text = text.strip() if len(text) <= LENGTH_LIMIT else ""
    found = _LINK.fullmatch(text)
    values = _values(found[2] or "") if found is not None else None
    if found is None or values is None:
        return None
    return Link(
        ContributionId(found[1].lower()),
        file=FileHash(values["file"].lower()) if "file" in values else None,
        page=PageNo(int(values["page"])) if "page" in values else None,
        annotation=AnnotationId(values["annotation"].lower()) if "annotation" in values else None,
        quote=values.get("quote", ""),
    )


def looks_like_link(text: str) -> bool:
    """Tell whether this was meant as a link of ours, whether or not it is a good one."""
    return text.strip()[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def _values(query: str) -> dict[str, str] | None:
    """Return the known parameters of a query, decoded; None when one of them can't be right."""
    values: dict[str, str] = {}
    for part in query.split("&"):
        name, _, encoded = part.partition("=")
        if name not in _VALUES:
            continue
        try:
            value = unquote_to_bytes(encoded).decode()
        except UnicodeDecodeError:
            return None
        if name == "quote":
            value = _plain(value)
        if name in values or _VALUES[name].fullmatch(value) is None:
            return None
        values[name] = value
    return values


def _plain(text: str) -> str:
    """Return `text` with single spaces, without what can't be shown."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _short(text: str) -> str:
    """Return the beginning of `text`, ending where a word ends if there is such a place."""
    text = _plain(text)
    if len(text) <= QUOTE_LIMIT:
        return text
    words, space, _ = text[: QUOTE_LIMIT + 1].rpartition(" ")
    return words if space else text[:QUOTE_LIMIT]


def _encoded(text: str) -> str:
    return percent_encoded(text, safe="", errors="replace")
