"""Inserting where there may be a row already: the two databases write it alike, SQLAlchemy names it twice."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(table: Table, connection: Connection) -> sqlite.Insert:
    """Return an insert that knows ``on_conflict_do_update`` and ``on_conflict_do_nothing``, for this database."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)  # type: ignore[return-value]  # of these methods both have the same
