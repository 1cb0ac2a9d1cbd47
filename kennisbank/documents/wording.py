"""Short texts out of files (titles, names, addresses) made safe to show: capped, without invisible characters."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from kennisbank.documents.limits import MAX_TITLE, MAX_URI

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories of what can't be seen: controls, bidi and other format marks, surrogates, private, unassigned."""
_SCHEMES = frozenset({"http", "https", "mailto"})


def safe_title(text: str, limit: int = MAX_TITLE) -> str:
    """Return `text` on one line, without control, bidi and unassigned characters, at most `limit` code points."""
    kept = [" " if char.isspace() else char for char in text[: 4 * limit] if _is_seen(char)]
    return " ".join("".join(kept).split())[:limit].rstrip()


@lru_cache(maxsize=4096)
def safe_uri(uri: str) -> str:
    """Return the address when it is http, https or mailto, short and without control characters; else ""."""
    uri = uri.strip()
    if not uri or len(uri) > MAX_URI or not uri.isprintable() or " " in uri:
        return ""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
        return ""
    return uri


def page_ranges(pages: Iterable[int]) -> str:
    """Return ascending page numbers in short: ``1-3, 7``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _is_seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _DROPPED
