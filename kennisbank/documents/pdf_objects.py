"""Values out of a PDF's objects: text, dates, numbers, and an object as it is written. Runs in a child process only."""

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?P<zone>Z|[+-](?P<hours>\d\d)'?(?P<minutes>\d\d)?)?"
)
_DEPTH = 8
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


def text_of(obj: "mupdf.PdfObj", limit: int) -> str:
    r"""Return a text string or a stream of text, lines ended by ``\n``, at most `limit` code points; "" for others."""
    with suppress(UnicodeDecodeError, mupdf.FzErrorBase):
        if mupdf.pdf_is_string(obj):
            return clean(str(mupdf.pdf_to_text_string(obj)), limit)
        if mupdf.pdf_is_stream(obj):
            return clean(str(mupdf.pdf_load_stream_or_string_as_utf8(obj)), limit)
    return ""


def clean(text: str, limit: int) -> str:
    r"""Return text without controls and halves of characters, lines ended by ``\n``, at most `limit` code points."""
    text = text[: 2 * limit].replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return text.encode("utf-8", "replace").decode("utf-8")[:limit]


def name_of(obj: "mupdf.PdfObj") -> str:
    """Return a name without its slash; "" for anything else."""
    with suppress(UnicodeDecodeError):
        if mupdf.pdf_is_name(obj):
            return clean(str(mupdf.pdf_to_name(obj)), 100)
    return ""


def numbers_of(obj: "mupdf.PdfObj", limit: int) -> list[float]:
    """Return the numbers of an array, at most `limit`; none when anything in it is no finite number."""
    if not mupdf.pdf_is_array(obj):
        return []
    found = []
    for index in range(min(mupdf.pdf_array_len(obj), limit)):
        each = mupdf.pdf_array_get(obj, index)
        value = float(mupdf.pdf_to_real(each)) if mupdf.pdf_is_number(each) else math.nan
        if not math.isfinite(value):
            return []
        found.append(value)
    return found


def date_of(text: str) -> str:
    """Return a PDF date (``D:20110303103500+01'00'``) as ISO 8601, with its offset where it has one; "" if broken."""
    found = _DATE.match(text)
    if found is None:
        return ""
    year, *rest = (int(each) if each else 0 for each in found.groups()[:6])
    month, day, hour, minute, second = rest
    try:
        moment = datetime(year, month or 1, day or 1, hour, minute, second)  # noqa: DTZ001  its zone follows
        if not found["zone"]:
            return moment.isoformat()
        offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
        return moment.replace(tzinfo=timezone(-offset if found["zone"][0] == "-" else offset)).isoformat()
    except ValueError:
        return ""


def members(obj: "mupdf.PdfObj", limit: int = 500) -> Iterator[tuple[str, "mupdf.PdfObj"]]:
    """Give the keys and values of a dictionary, at most `limit`."""
    for index in range(min(mupdf.pdf_dict_len(obj), limit)):
        yield name_of(mupdf.pdf_dict_get_key(obj, index)), mupdf.pdf_dict_get_val(obj, index)


def source_of(obj: "mupdf.PdfObj", limit: int, without: frozenset[str] = frozenset()) -> str:
    """Return an object as PDF writes it, references followed and streams left out; "" when longer than `limit`.

    `without` are keys that the object itself is shown without.
    """
    parts: list[str] = []
    for part in _written(obj, _DEPTH, without):
        parts.append(part)
        limit -= len(part) + 1
        if limit < 0:
            return ""
    return " ".join(parts)


def _written(obj: "mupdf.PdfObj", depth: int, without: frozenset[str] = frozenset()) -> Iterator[str]:
    if depth == 0:
        yield "null"
    elif mupdf.pdf_is_array(obj):
        yield "["
        for index in range(mupdf.pdf_array_len(obj)):
            yield from _written(mupdf.pdf_array_get(obj, index), depth - 1)
        yield "]"
    elif mupdf.pdf_is_dict(obj):
        yield "<<"
        for key, value in members(obj):
            if key not in without:
                yield f"/{key}"
                yield from _written(value, depth - 1)
        yield ">>"
    else:
        yield _atom(obj)


def _atom(obj: "mupdf.PdfObj") -> str:
    if mupdf.pdf_is_name(obj):
        return f"/{name_of(obj)}"
    if mupdf.pdf_is_string(obj):
        text = text_of(obj, 100_000)
        return "(" + re.sub(r"([\\()])", r"\\\1", text) + ")"
    if mupdf.pdf_is_bool(obj):
        return "true" if mupdf.pdf_to_bool(obj) else "false"
    if mupdf.pdf_is_int(obj):
        return str(mupdf.pdf_to_int64(obj))
    if mupdf.pdf_is_real(obj):
        return f"{mupdf.pdf_to_real(obj):g}"
    return "null"
