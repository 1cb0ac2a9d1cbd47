"""Bringing the archive's database to the schema of this program, in-process, from the packaged revisions.

All revisions that are missing run in one transaction, in SQLite and in PostgreSQL: a migration that fails or is killed
leaves the database as it was. Several servers that start at once do it one after another.
"""

import logging
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from kennisbank.archive.database.database_faults import translated
from kennisbank.archive.database.engine import APPLICATION_ID, Engines, migration_engine
from kennisbank.errors import DatabaseError

_log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).parents[1] / "migrations"
_LOCK = 0x4B656E41
"""The number under which PostgreSQL keeps migrating to one at a time."""


def revisions(scripts: Path = SCRIPTS) -> list[str]:
    """Return the numbers of the packaged revisions, oldest first."""
    return sorted(script.name[:4] for script in (scripts / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def bring_up_to_date(engines: Engines, *, until: str = "", scripts: Path = SCRIPTS) -> None:
    """Make the tables, or migrate them, or leave them alone when they are up to date.

    `until` is an older revision at which to stop, for a backup of that time.

    Raises:
        DatabaseError: a newer program wrote it (``newer``), it is another program's (``damaged``), or it can't be used;
            it is left as it was.
    """
    known = revisions(scripts)
    if until and until not in known:
        raise DatabaseError("newer", f"version {until} is newer than this program")
    engine = migration_engine(engines)
    try:
        with translated(engines.where), engine.connect() as connection, connection.begin():
            if not _is_sqlite(connection):
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            found = revision_of(connection, engines.where)
            if found not in {*known, ""}:
                raise DatabaseError("newer", f"{engines.where}: it is of version {found}")
            if found >= (until or known[-1]):
                return
            _log.info("migrating the database from %s to %s", found or "nothing", until or known[-1])
            _upgrade(connection, scripts, until or "head")
    finally:
        engine.dispose()


def revision_of(connection: Connection, where: str) -> str:
    """Return the revision a database says it has; empty when it holds nothing at all.

    Raises:
        DatabaseError: it is another program's.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return ""
    if "alembic_version" not in tables or not {"counter", "records"} <= tables:
        raise DatabaseError("damaged", f"{where}: it is the database of another program")
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    if row is None:
        raise DatabaseError("damaged", f"{where}: it doesn't say which version it has")
    return str(row[0])


def _upgrade(connection: Connection, scripts: Path, until: str) -> None:
    from alembic import command  # noqa: PLC0415 -- 0.2 s, needed once per schema
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    if _is_sqlite(connection):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    command.upgrade(config, until)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
