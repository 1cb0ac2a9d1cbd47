"""Parts of a file, as HTTP asks for them (RFC 9110, section 14): pure functions."""

import re
from dataclasses import dataclass

_ONE = re.compile(r"bytes=[ \t]*(?:(\d{1,18})-(\d{1,18})?|-(\d{1,18}))[ \t]*", re.IGNORECASE | re.ASCII)
_CONTENT = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})", re.IGNORECASE | re.ASCII)


class UnsatisfiableError(ValueError):
    """The part that was asked for lies beyond the file."""


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes from `start` up to, not including, `end`."""

    start: int
    end: int


def part_of(header: str | None, size: int) -> Part | None:
    """Return the part of a file of `size` bytes that a ``Range`` header asks for, or None for the whole.

    A header that isn't understood, or asks for several parts, is passed over, as the standard allows.

    Raises:
        UnsatisfiableError: nothing of the file is in it.
    """
    found = _ONE.fullmatch(header.strip()) if header else None
    if found is None:
        return None
    first, last, suffix = found.groups()
    if suffix is not None:
        if int(suffix) == 0 or size == 0:
            raise UnsatisfiableError
        return Part(max(0, size - int(suffix)), size)
    start = int(first)
    if last is not None and int(last) < start:
        return None
    if start >= size:
        raise UnsatisfiableError
    return Part(start, size if last is None else min(int(last) + 1, size))


def sent_part(header: str) -> tuple[Part, int] | None:
    """Return which part of a file of which size a ``Content-Range`` header says is sent; None: it makes no sense."""
    found = _CONTENT.fullmatch(header.strip())
    if found is None:
        return None
    first, last, size = (int(each) for each in found.groups())
    return (Part(first, last + 1), size) if first <= last < size else None


def is_same(etags: str, own: str) -> bool:
    """Tell whether a header with entity tags (``If-None-Match``) has our own among them; weak ones count."""
    return etags.strip() == "*" or own in {each.strip().removeprefix("W/") for each in etags.split(",")}
