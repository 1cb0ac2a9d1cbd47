"""Connections to the archive's database: a SQLite file beside the rest, or PostgreSQL by its address.

A transaction that reads sees one moment's state and can't write; one that writes holds what it touches until it ends.
In SQLite it begins with ``BEGIN IMMEDIATE``, one at a time; in PostgreSQL writers wait for each other at the row of the
counter.
"""

import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool
from sqlalchemy.util import LRUCache

from kennisbank.errors import BadInputError

BUSY_TIMEOUT_S = 15.0
"""How long a write waits for another one."""
APPLICATION_ID = 0x4B656E41
"""``KenA``: written in the header of an archive's SQLite file, so that another program's isn't taken for one."""
READERS = 4
MORE_READERS = 32
"""Connections that are kept, and that may be opened beyond them: a server has no more threads that answer.

More of them wait for each other's turn in the interpreter: with eight, an account's empty sync cost a fifth more.
"""
_STATEMENTS = 1000
"""Compiled statements that are kept: SQLAlchemy's own measure for two engines."""
_POSTGRES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})

Purpose = Literal["read", "write", "migrate"]


@dataclass(frozen=True, slots=True)
class Engines:
    """One way in for reading and one for writing; `file` is the SQLite file, None with PostgreSQL."""

    read: Engine
    write: Engine
    file: Path | None
    where: str

    def dispose(self) -> None:
        """Close all connections that aren't in use. Safe to call twice."""
        self.read.dispose()
        self.write.dispose()


def open_engines(folder: Path, database: str | None) -> Engines:
    """Return the ways into the database at the address `database`, or into ``archive.sqlite`` in `folder`.

    Nothing is connected to yet.

    Raises:
        BadInputError: the address isn't one of PostgreSQL.
    """
    if not database:
        file = folder / "archive.sqlite"
        return Engines(_sqlite(file, "read"), _sqlite(file, "write"), file, str(file))
    url = _address(database)
    return Engines(_postgres(url, "read"), _postgres(url, "write"), None, url.render_as_string(hide_password=True))


def migration_engine(engines: Engines) -> Engine:
    """Return an engine for changing the schema; it is the caller's to dispose of."""
    return _sqlite(engines.file, "migrate") if engines.file is not None else _postgres(engines.write.url, "migrate")


def _address(database: str) -> URL:
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):
        raise BadInputError("This is no address of a database.") from None  # it may hold a password: never shown
    if url.drivername not in _POSTGRES:
        raise BadInputError("A database is given as postgresql://USER:PASSWORD@HOST:PORT/NAME.")
    return url.set(drivername="postgresql+psycopg")


def _postgres(url: URL, purpose: Purpose) -> Engine:
    waits = int(BUSY_TIMEOUT_S * 1000)
    options = f"-c lock_timeout={waits} -c timezone=UTC -c jit=off"
    if purpose == "migrate":
        pool = {"pool_size": 1, "max_overflow": 0}
    else:
        options += " -c statement_timeout=120000 -c idle_in_transaction_session_timeout=600000"
        pool = {"pool_size": READERS, "max_overflow": MORE_READERS if purpose == "read" else READERS}
    engine = create_engine(
        url,
        **pool,
        pool_timeout=BUSY_TIMEOUT_S,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 10, "application_name": "kennisbank", "options": options},
    )
    if purpose == "read":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.execution_options(isolation_level="READ COMMITTED")


def _sqlite(file: Path, purpose: Purpose) -> Engine:
    mode = "rwc" if purpose == "migrate" else "rw"
    uri = f"{file.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)

    size, more = (READERS, MORE_READERS) if purpose == "read" else (1, 0)
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=more,
        pool_timeout=BUSY_TIMEOUT_S,
        hide_parameters=True,
    )

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
    """Return SQLAlchemy's dialect for SQLite and statements that are compiled: once, for reading and writing alike.

    Compiling one takes a good deal longer than executing it.
    """
    engine = create_engine("sqlite://", poolclass=NullPool)
    engine.connect().close()  # a dialect looks at SQLite's version when it connects for the first time
    return engine.dialect, LRUCache(_STATEMENTS)


def _pragmas(purpose: Purpose) -> list[str]:
    pragmas = ["PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-16000"]
    if purpose == "migrate":
        return ["PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON"]
    if purpose == "read":
        return [*pragmas, "PRAGMA query_only=ON"]
    return [*pragmas, "PRAGMA journal_size_limit=67108864", "PRAGMA secure_delete=ON"]
