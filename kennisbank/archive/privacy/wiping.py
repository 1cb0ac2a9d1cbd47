"""Off the disk: the database written anew, so that neither free pages nor its log hold what was removed.

In SQLite what is deleted is overwritten at once (`engine`), and this takes what was copied about before. PostgreSQL
keeps its own log beyond our reach, until it writes over it.
"""

import logging
import sqlite3
from contextlib import closing, suppress

from sqlalchemy import inspect, select, update
from sqlalchemy.exc import DBAPIError

from kennisbank.archive.database.database_faults import translated
from kennisbank.archive.database.engine import BUSY_TIMEOUT_S
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.world import Archive
from kennisbank.errors import DatabaseError

LOG = logging.getLogger("kennisbank.archive.erasures")
AT_ONCE = 512 << 20
"""Bytes that a database may have to be written anew while somebody waits for it."""


def is_quick(archive: Archive) -> bool:
    """Tell whether the database is small enough for somebody to wait until it is written anew.

    Raises:
        DatabaseError: it can't be used.
    """
    with archive.read() as tx:
        if archive.engines.file is None:
            size = tx.connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
        else:
            pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
            size = tx.connection.exec_driver_sql(pages).scalar_one()
    return int(size) <= AT_ONCE


def wipe(archive: Archive) -> None:
    """Write the archive's database anew. Those who write meanwhile wait; it takes seconds for a large one.

    Raises:
        DatabaseError: it can't be used, or somebody goes on reading or writing (``busy``): nothing is lost by that.
    """
    file = archive.engines.file
    if file is None:
        _wipe_postgres(archive)
        return
    with translated(archive.where), closing(_connect(str(file))) as connection:
        try:
            connection.execute("VACUUM")
            is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            raise DatabaseError("busy", f"{archive.where}: {error}") from error
    if is_busy:
        raise DatabaseError("busy", f"{archive.where}: somebody goes on reading")


def finish(archive: Archive) -> bool:
    """Have the bytes of what was erased off the disk; False: somebody is busy, it is tried again every day."""
    with archive.read() as tx:
        left = tx.connection.execute(select(erasures.c.id).where(erasures.c.is_done.is_(False))).scalars().all()
    if not left:
        return True
    try:
        wipe(archive)
    except DatabaseError as error:
        LOG.warning("what was erased is out of sight, but not yet off the disk", extra={"why": error.code})
        return False
    with archive.write() as tx:
        tx.connection.execute(update(erasures).where(erasures.c.id.in_(left)).values(is_done=True))
    return True


def _connect(file: str) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def _wipe_postgres(archive: Archive) -> None:
    with translated(archive.where), archive.engines.write.connect() as connected:
        connection = connected.execution_options(isolation_level="AUTOCOMMIT")
        quoted = connection.dialect.identifier_preparer.quote
        for table in inspect(connection).get_table_names():
            connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {quoted(table)}")
        # What was sampled of the columns stands in a table of the server's own; its owner may write that anew.
        with suppress(DBAPIError):
            connection.exec_driver_sql("VACUUM (FULL) pg_catalog.pg_statistic")
