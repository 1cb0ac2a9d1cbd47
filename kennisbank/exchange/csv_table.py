"""Annotations as a table: CSV after RFC 4180, one row each, for spreadsheets and scripts."""

import csv
import io
from collections.abc import Mapping, Sequence

from kennisbank.exchange.values import Entry, Section

COLUMNS = (
    "contribution", "title", "authors", "edition", "year", "key", "kind", "colour", "quote", "note", "tags", "page",
    "label", "state", "creator", "created", "modified", "link", "id",
)  # fmt: skip
"""In this order. `authors` and `tags` are joined by ``; ``; `page` counts from 1, `label` is what is printed on it."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(sections: Sequence[Section], *, with_bom: bool = True) -> bytes:
    """Return the table in UTF-8, its first row the names of the columns, lines ending in CR LF.

    `with_bom`: with the mark by which spreadsheets know that it is UTF-8. A value that a spreadsheet would take for a
    formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end) gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for section in sections:
        for each in section.entries:
            table.writerow({name: _safe(value) for name, value in _row(section, each).items()})
    return text.getvalue().encode("utf-8-sig" if with_bom else "utf-8", "replace")


def _row(section: Section, each: Entry) -> Mapping[str, str]:
    one, anchor = each.annotation, each.anchor
    return {
        "contribution": section.id,
        "title": section.title,
        "authors": "; ".join(section.authors),
        "edition": section.edition,
        "year": str(section.year or ""),
        "key": section.key,
        "kind": one.kind,
        "colour": one.colour,
        "quote": each.quote,
        "note": one.body,
        "tags": "; ".join(one.tags),
        "page": str(anchor.page or "") if anchor is not None else "",
        "label": each.label,
        "state": anchor.state if anchor is not None else "",
        "creator": one.creator,
        "created": one.created.utc.isoformat().replace("+00:00", "Z"),
        "modified": one.modified.utc.isoformat().replace("+00:00", "Z"),
        "link": each.link,
        "id": one.id,
    }


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith((*_FORMULAS, "\n")) else value
