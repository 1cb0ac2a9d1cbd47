"""Rows of all tables as files, the same for SQLite and PostgreSQL: one JSON array a line, the columns' names first."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, delete, func, insert, select, text

from kennisbank.errors import BadInputError

LEFT_OUT = frozenset({"alembic_version", "sessions", "tokens", "codes", "claim_codes", "limits", "outgoing"})
"""What isn't kept: a session that was ended since would come to life, a message would be sent again."""
_AT_ONCE = 1000


def tables_of(connection: Connection) -> list[Table]:
    """Return the tables that a backup holds, as the database describes them; what is referred to comes first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in LEFT_OUT]


def dump(connection: Connection, table: Table, path: Path) -> int:
    """Write all rows of a table to `path` (gzip) and return how many there are."""
    count = 0
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
        file.write(_line([column.name for column in table.columns]))
        order = list(table.primary_key.columns)
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*order))
        for row in rows:
            file.write(_line(list(row)))
            count += 1
    return count


def load(connection: Connection, table: Table, path: Path) -> int:
    """Put the rows that `dump` wrote into an empty table and return how many there are.

    Raises:
        BadInputError: the file isn't one of this table.
    """
    connection.execute(delete(table))
    count = 0
    for rows in _batches(path, {column.name for column in table.columns}):
        connection.execute(insert(table), rows)
        count += len(rows)
    if connection.dialect.name == "postgresql":
        _follow(connection, table)
    return count


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _batches(path: Path, known: set[str]) -> Iterator[list[dict[str, Any]]]:
    try:
        with gzip.open(path, "rb") as file:
            names = json.loads(file.readline())
            if not known.issuperset(names):
                raise BadInputError("The backup has columns that this program doesn't know.", path)
            rows: list[dict[str, Any]] = []
            for line in file:
                rows.append(dict(zip(names, json.loads(line), strict=True)))
                if len(rows) == _AT_ONCE:
                    yield rows
                    rows = []
            if rows:
                yield rows
    except (ValueError, TypeError, EOFError, OSError) as error:
        raise BadInputError("The rows of the backup can't be read.", path) from error


def _follow(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that came with the backup."""
    for column in table.primary_key.columns:
        named = {"table": f'"{table.name}"', "column": column.name}
        sequence = connection.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), named).scalar()
        if sequence is not None:
            last = connection.execute(select(func.max(column))).scalar()
            if last is not None:
                connection.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
