"""What SQLite and PostgreSQL say when they can't, as our errors; a bug of ours is told without what people wrote."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kennisbank.errors import DatabaseError

_SQLITE: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: "busy",
        sqlite3.SQLITE_LOCKED: "busy",
        sqlite3.SQLITE_FULL: "full",
        sqlite3.SQLITE_IOERR: "full",
        sqlite3.SQLITE_READONLY: "read_only",
        sqlite3.SQLITE_PERM: "refused",
        sqlite3.SQLITE_CANTOPEN: "unreachable",
        sqlite3.SQLITE_CORRUPT: "damaged",
        sqlite3.SQLITE_NOTADB: "damaged",
        sqlite3.SQLITE_FORMAT: "damaged",
    }
)
# By class and code of the SQL standard; the longest that fits.
_POSTGRES: Mapping[str, str] = MappingProxyType(
    {
        "08": "unreachable",
        "57P": "unreachable",
        "28": "refused",
        "42501": "refused",
        "3D000": "refused",
        "53100": "full",
        "53": "busy",
        "40": "busy",
        "55P03": "busy",
        "57014": "busy",
        "25006": "read_only",
        "XX001": "damaged",
        "XX002": "damaged",
    }
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn what the databases say inside into `DatabaseError`; `where` names the database, without its password.

    Raises:
        DatabaseError: the database is busy, full, damaged, out of reach …
        RuntimeError: anything else that it refused: a bug.
    """
    try:
        yield
    except DBAPIError as error:
        code = code_of(error.orig)
        if code is None:
            # A bug of ours. PostgreSQL's further lines quote the row, and what people wrote is for no log.
            told = RuntimeError(f"{type(error.orig).__name__}: {_first_line(error.orig)}")
            raise told.with_traceback(error.__traceback__) from None
        raise DatabaseError(code, f"{where}: {_first_line(error.orig)}") from error
    except sqlite3.Error as error:
        code = code_of(error)
        if code is None:
            raise
        raise DatabaseError(code, f"{where}: {_first_line(error)}") from error
    except PoolTimeoutError as error:
        raise DatabaseError("busy", f"{where}: all connections are in use") from error


def code_of(error: BaseException | None) -> str | None:
    """Return which code of `DatabaseError` a driver's error stands for; None: it is none of them."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is not None:
        return _SQLITE.get(number & 0xFF)
    if isinstance(error, sqlite3.Error):
        return None
    state = getattr(error, "sqlstate", None)
    if state is None:
        # psycopg gives no state where the server was never reached, or the connection was cut.
        return "unreachable" if type(error).__name__ == "OperationalError" else None
    return next((_POSTGRES[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRES), None)


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0]
