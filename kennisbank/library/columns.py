"""Column types and codecs: how values stand in the rows."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator

from kennisbank.domain.document import CoverSpan, Link, OutlineEntry, Problem, Rect
from kennisbank.domain.ids import PageNo
from kennisbank.domain.metadata import FIELDS, Author, Metadata, Provenance, SourcedMetadata
from kennisbank.domain.moments import Moment


class FreeText(TypeDecorator[str]):
    """Text from outside. A lone surrogate (from a file name that isn't UTF-8) is stored as U+FFFD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's
        """Return `value` as SQLite can hold it."""
        if value is None or value.isascii():
            return value
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Utc(TypeDecorator[datetime]):
    """An instant in UTC, as ISO 8601 text of fixed width: readable, and sorting by text sorts by time."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's
        """Return the text of an aware instant in UTC."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- SQLAlchemy's
        """Return the instant."""
        return None if value is None else datetime.fromisoformat(value)


def moment_columns(name: str, moment: Moment | None) -> dict[str, Any]:
    """Return the two columns ``<name>_utc`` and ``<name>_zone`` for a row."""
    return {f"{name}_utc": moment and moment.utc, f"{name}_zone": moment and moment.zone}


def pack_text(text: str) -> bytes:
    """Return a page's text compressed; every ``str`` survives, lone surrogates too."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack_text(packed: bytes) -> str:
    """Return what `pack_text` packed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_outline(outline: Sequence[OutlineEntry]) -> bytes:
    """Return a document's own contents, packed."""
    return _pack([[entry.level, entry.title, entry.page, entry.y] for entry in outline])


def unpack_outline(packed: bytes) -> tuple[OutlineEntry, ...]:
    """Return what `pack_outline` packed."""
    return tuple(OutlineEntry(level, title, PageNo(page), y) for level, title, page, y in _unpack(packed))


def pack_links(links: Sequence[Link]) -> bytes:
    """Return a document's links, packed."""
    return _pack(
        [
            [link.page, link.box.x0, link.box.y0, link.box.x1, link.box.y1, link.uri, link.target_page, link.target_y]
            for link in links
        ]
    )


def unpack_links(packed: bytes) -> tuple[Link, ...]:
    """Return what `pack_links` packed."""
    return tuple(
        Link(PageNo(page), Rect(x0, y0, x1, y1), uri, target_page, target_y)
        for page, x0, y0, x1, y1, uri, target_page, target_y in _unpack(packed)
    )


def cover_json(cover: Sequence[CoverSpan]) -> str:
    """Return the spans of a cover sheet as JSON."""
    return json.dumps([[span.page, span.start, span.end] for span in cover])


def cover_from(text: str) -> tuple[CoverSpan, ...]:
    """Return what `cover_json` wrote."""
    return tuple(CoverSpan(PageNo(page), start, end) for page, start, end in json.loads(text))


def problems_json(problems: Sequence[Problem]) -> str:
    """Return problems as JSON."""
    return json.dumps(
        [
            {
                "code": problem.code,
                "message": problem.message,
                "page": problem.page,
                "severity": problem.severity,
                "values": dict(problem.values),
            }
            for problem in problems
        ]
    )


def problems_from(text: str) -> tuple[Problem, ...]:
    """Return what `problems_json` wrote."""
    return tuple(Problem(**each) for each in json.loads(text))


def info_json(info: Mapping[str, str]) -> str:
    """Return a file's own metadata as JSON."""
    return json.dumps(dict(info))


def info_from(text: str) -> dict[str, str]:
    """Return what `info_json` wrote."""
    return {str(key): str(value) for key, value in json.loads(text).items()}


def metadata_json(metadata: SourcedMetadata) -> str:
    """Return metadata with its provenance as JSON, empty fields left out."""
    values = {name: value for name in FIELDS if (value := getattr(metadata.values, name))}
    if metadata.values.authors:
        values["authors"] = [asdict(author) for author in metadata.values.authors]
    provenance = {name: [each.source, each.detail] for name, each in metadata.provenance.items()}
    return json.dumps({"values": values, "provenance": provenance})


def metadata_from(text: str) -> SourcedMetadata:
    """Return what `metadata_json` wrote."""
    read = json.loads(text)
    values = read["values"]
    for name in ("keywords", "themes"):
        if name in values:
            values[name] = tuple(values[name])
    if "authors" in values:
        values["authors"] = tuple(Author(**author) for author in values["authors"])
    provenance = {name: Provenance(source, detail) for name, (source, detail) in read["provenance"].items()}
    return SourcedMetadata(Metadata(**values), provenance)


def _pack(rows: list[list[Any]]) -> bytes:
    return zlib.compress(json.dumps(rows).encode("ascii"), 1) if rows else b""


def _unpack(packed: bytes) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(zlib.decompress(packed)) if packed else []
    return rows
