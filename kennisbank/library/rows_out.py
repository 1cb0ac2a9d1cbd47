"""All that a library can't make again by itself, as plain rows: what an export holds, and what a restore puts back.

Values are those of JSON: moments in ISO 8601, bytes in base64, the text of a page as text. What is left out is made
anew (the index), belongs to this machine (the outbox, checks of links), or is in the files themselves.
"""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Float, Integer, LargeBinary, Table, select, true
from sqlalchemy.types import TypeEngine

from kennisbank.domain.ids import FileHash
from kennisbank.library import personal_tables as p
from kennisbank.library import tables as t
from kennisbank.library.columns import Utc, pack_text, unpack_text
from kennisbank.library.transaction import Transaction
from kennisbank.library.whose import seen_by

Row = dict[str, Any]
"""One row: name of the column → value of JSON."""
Rows = dict[str, list[Row]]
"""Rows by the name of their table."""

KEPT: tuple[Table, ...] = (
    t.editions,
    t.batches,
    t.reports,
    t.befores,
    t.contributions,
    t.authors,
    t.keywords,
    t.themes,
    t.provenance,
    t.files,
    p.annotations,
    p.anchors,
    p.dossiers,
    p.dossier_items,
    t.reading_places,
    p.reading_marks,
    t.saved_searches,
)
"""What stands in one file of an export, what is referred to before what refers."""
TEXTS: tuple[Table, ...] = (t.texts, t.pages, t.recognised)
"""What was read from the files: one file of an export for each."""
_PACKED_TEXT = frozenset({("pages", "text"), ("recognised", "text")})


def rows_of(tx: Transaction) -> Rows:
    """Return the rows of `KEPT`, in the order of their keys; of personal ones those that the viewer sees."""
    connection = tx.connection
    return {
        table.name: [
            row_out(table, row)
            for row in connection.execute(select(table).where(_seen(tx, table)).order_by(*table.primary_key)).mappings()
        ]
        for table in KEPT
    }


def _seen(tx: Transaction, table: Table) -> ColumnElement[bool]:
    if "account_id" in table.columns:
        return seen_by(table, tx.viewer)
    for part, column, whole in (
        (p.anchors, p.anchors.c.annotation_id, p.annotations),
        (p.dossier_items, p.dossier_items.c.dossier_id, p.dossiers),
    ):
        if table is part:
            return column.in_(select(whole.c.id).where(seen_by(whole, tx.viewer)))
    return true()


def texts_of(tx: Transaction, file: FileHash) -> Rows:
    """Return what was read from a file, by every extractor and recogniser.

    The numbers that rows have on this machine are left out; texts are numbered from 0, as their pages say.
    """
    connection = tx.connection
    texts = select(t.texts).where(t.texts.c.file_hash == file).order_by(t.texts.c.id)
    recognised = select(t.recognised).where(t.recognised.c.file_hash == file).order_by(t.recognised.c.number)
    rows: Rows = {
        "texts": [],
        "pages": [],
        "recognised": [_unnumbered(t.recognised, row) for row in connection.execute(recognised).mappings()],
    }
    for number, row in enumerate(connection.execute(texts).mappings().all()):
        rows["texts"].append({**_unnumbered(t.texts, row), "id": number})
        pages = select(t.pages).where(t.pages.c.text_id == row["id"]).order_by(t.pages.c.number)
        for page in connection.execute(pages).mappings():
            rows["pages"].append({**_unnumbered(t.pages, page), "text_id": number})
    return rows


def _unnumbered(table: Table, row: Mapping[Any, Any]) -> Row:
    return {name: value for name, value in row_out(table, row).items() if name != "id"}


def row_out(table: Table, row: Mapping[Any, Any]) -> Row:
    """Return a row of the library as values of JSON."""
    return {column.name: _out(table.name, column.name, row[column]) for column in table.columns}


def row_in(table: Table, row: Row) -> Row:
    """Return a row of an export as the library takes it.

    A column that this program doesn't know is left out; one that the export doesn't know yet is empty.

    Raises:
        ValueError: a value isn't what it should be, or this is no row of the table.
        TypeError: the same.
    """
    if "origin" in table.columns and not row.get("origin"):
        raise ValueError(f"no row of {table.name}")
    made = {}
    for column in table.columns:
        if column.name in row:
            made[column.name] = _in(table, column.name, row[column.name])
        elif not (column.primary_key or column.nullable or column.foreign_keys):
            made[column.name] = _empty(column.type)
    return made


def _empty(kind: TypeEngine[Any]) -> Any:
    """Return what stands in a column of this type when nothing is said."""
    if isinstance(kind, Utc):
        return datetime.fromtimestamp(0, UTC)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, (Integer, Float)):
        return 0
    return b"" if isinstance(kind, LargeBinary) else ""


def _out(table: str, column: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return unpack_text(value) if (table, column) in _PACKED_TEXT else base64.b64encode(value).decode("ascii")
    return value


def _in(table: Table, name: str, value: Any) -> Any:
    kind = table.columns[name].type
    if value is None:
        return None
    if isinstance(kind, Utc):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(f"a moment without a zone: {value}")
        return moment
    if isinstance(kind, LargeBinary):
        return pack_text(value) if (table.name, name) in _PACKED_TEXT else base64.b64decode(value, validate=True)
    return value
