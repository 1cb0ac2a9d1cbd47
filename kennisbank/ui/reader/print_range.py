"""Which pages are to be printed, from what somebody typed. Pure: knows nothing of Qt."""

from collections.abc import Sequence

_DASHES = str.maketrans("–—−", "---")


def pages_in(text: str, labels: Sequence[str], shown: Sequence[int]) -> list[int] | None:
    """Return the 0-based pages that are meant, in reading order and each once; None when that can't be told.

    `labels` are what is printed on the pages, `shown` the pages there are to choose from. Nothing typed means all of
    them. Else parts with commas between, each a page or two with a dash between; a page is named as it is printed, or
    by its number.
    """
    if not text.strip():
        return list(shown)
    chosen: set[int] = set()
    for part in text.translate(_DASHES).replace(";", ",").split(","):
        ends = _ends(part.strip(), labels)
        if ends is None:
            return None
        chosen.update(range(min(ends), max(ends) + 1))
    return [index for index in shown if index in chosen] or None


def _ends(part: str, labels: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and last page of a part; a label with a dash in it goes before a range."""
    whole = _page(part, labels)
    if whole is not None:
        return whole, whole
    for at, letter in enumerate(part):
        if letter == "-":
            first, last = _page(part[:at].strip(), labels), _page(part[at + 1 :].strip(), labels)
            if first is not None and last is not None:
                return first, last
    return None


def _page(name: str, labels: Sequence[str]) -> int | None:
    if name in labels:
        return labels.index(name)
    if name.isdecimal() and name.isascii() and len(name) < 7 and 1 <= int(name) <= len(labels):
        return int(name) - 1
    return None
