"""Connections to the library's SQLite file: one engine that writes, one that can't.

WAL lets readers go on while somebody writes. ``synchronous=FULL`` makes a committed transaction survive a power cut;
a commit costs one fsync, which an import pays once per group of files. A write transaction begins with
``BEGIN IMMEDIATE``: whoever can't write learns it before having read anything, never halfway.
"""

import sqlite3
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool
from sqlalchemy.util import LRUCache

APPLICATION_ID = 0x4B656E6E
"""``Kenn``: written in the header of every library, so that another program's file isn't taken for one."""

_STATEMENTS = 1000
"""Compiled statements that are kept: SQLAlchemy's own measure for two engines."""

Purpose = Literal["read", "write", "migrate"]


def make_engine(file: Path, purpose: Purpose, *, busy_timeout_s: float) -> Engine:
    """Return an engine on `file`; its transactions may be used from any thread, each by one thread at a time.

    ``read`` refuses every write; ``write`` has one connection, for which threads queue up to `busy_timeout_s` seconds;
    ``migrate`` checks foreign keys only at its end (tables may be rebuilt), so it must not be used for anything else.
    """
    mode = "rwc" if purpose == "migrate" else "rw"
    uri = f"{file.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False)

    # Errors come into logs, and what people wrote or are called may not.
    made = partial(create_engine, "sqlite://", creator=connect, hide_parameters=True)
    if purpose == "migrate":
        engine = made(poolclass=NullPool)
    elif purpose == "write":
        engine = made(poolclass=QueuePool, pool_size=1, max_overflow=0, pool_timeout=busy_timeout_s)
    else:
        engine = made(poolclass=QueuePool, pool_size=4, max_overflow=60)

    def configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        for statement in _pragmas(purpose):
            connection.execute(statement)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if purpose == "read" else "BEGIN IMMEDIATE")

    engine.dialect, compiled = _learnt()
    engine.update_execution_options(compiled_cache=compiled)
    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", begin)
    return engine


@cache
def _learnt() -> tuple[Dialect, LRUCache[Any, Any]]:
    """Return SQLAlchemy's dialect and statements that are compiled: a statement is compiled once for all engines.

    Compiling takes a good deal longer than executing, and every statement that reads is run by the writer, too.
    """
    engine = create_engine("sqlite://", poolclass=NullPool)
    engine.connect().close()  # a dialect looks at SQLite's version when it connects for the first time
    return engine.dialect, LRUCache(_STATEMENTS)


def _pragmas(purpose: Purpose) -> list[str]:
    if purpose == "migrate":
        return ["PRAGMA foreign_keys=OFF", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"]
    pragmas = [
        "PRAGMA foreign_keys=ON",
        "PRAGMA synchronous=FULL",
        "PRAGMA cache_size=-8000",
        "PRAGMA temp_store=MEMORY",
    ]
    if purpose == "write":
        pragmas.append("PRAGMA journal_size_limit=33554432")
    else:
        pragmas.append("PRAGMA query_only=ON")
    return pragmas
