"""Bringing a library's file to the schema of this program, in-process, from the packaged revisions.

Revisions are numbered ``0001``, ``0002``, … in one line. All that are missing run in one transaction: a migration that
fails or is killed leaves the file as it was. Alembic is imported only when there is something to do; opening a library
that is up to date asks SQLite one question.
"""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.config.paths import Paths
from kennisbank.errors import DamagedLibraryError, LibraryBusyError, NewerLibraryError
from kennisbank.library.backup import back_up
from kennisbank.library.engine import APPLICATION_ID, make_engine
from kennisbank.library.faults import translated

_log = logging.getLogger(__name__)

SCRIPTS = Path(__file__).parent / "migrations"


def revisions(scripts: Path = SCRIPTS) -> list[str]:
    """Return the numbers of the packaged revisions, oldest first."""
    return sorted(script.name[:4] for script in (scripts / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def bring_up_to_date(paths: Paths, *, busy_timeout_s: float, scripts: Path = SCRIPTS) -> None:
    """Make the library's file, or migrate it after a backup, or leave it alone when it is up to date.

    Raises:
        NewerLibraryError: a newer program wrote it; it is left untouched.
        DamagedLibraryError: it isn't a library, or it is gone while the files it describes are still here.
        StorageError: the disk is full or read-only; the library is as it was.
        LibraryBusyError: another program is migrating or writing it.
    """
    known = revisions(scripts)
    if _checked(paths, known) == known[-1]:
        return
    lock = FileLock(paths.home / "migration.lock")
    try:
        with lock.acquire(timeout=busy_timeout_s):
            found = _checked(paths, known)  # another program may have done it while we waited
            if found == known[-1]:
                return
            if found:
                _log.info("migrating %s from %s to %s", paths.library_file, found, known[-1])
                back_up(paths.library_file, paths.backups, found)
            with translated(paths.library_file):
                _upgrade(paths.library_file, scripts, busy_timeout_s=busy_timeout_s)
    except LockTimeoutError as error:
        raise LibraryBusyError(paths.library_file) from error


def _checked(paths: Paths, known: list[str]) -> str:
    """Return the file's revision (empty: a new file), or refuse the file; nothing is written."""
    file = paths.library_file
    if not file.exists() or file.stat().st_size == 0:
        if any(paths.files.glob("[0-9a-f][0-9a-f]/*")):
            raise DamagedLibraryError(
                file, f"it is missing or empty, while the files of its contributions are still in {paths.files}"
            )
        return ""
    with translated(file):
        found = _revision(file)
    if found not in {*known, ""}:
        raise NewerLibraryError(file, found)
    return found


def _revision(file: Path) -> str:
    """Return the revision a file says it has; empty when it holds nothing at all."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return ""
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if "alembic_version" not in tables or application != APPLICATION_ID:
            raise DamagedLibraryError(file, "it is a database of another program")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if row is None:
            raise DamagedLibraryError(file, "it doesn't say which version it has")
        return str(row[0])


def _upgrade(file: Path, scripts: Path, *, busy_timeout_s: float) -> None:
    from alembic import command  # noqa: PLC0415 -- 0.2 s, needed once per schema
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = make_engine(file, "migrate", busy_timeout_s=busy_timeout_s)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise DamagedLibraryError(file, f"a row of {broken[0]} refers to one that isn't there")
