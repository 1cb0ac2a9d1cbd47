"""What the archive's tests stand on: a database (SQLite, and PostgreSQL where it is installed) and an archive in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.archive.engine import open_engines
from kennisbank.archive.migration import bring_up_to_date
from kennisbank.archive.world import Archive
from tests.archive.postgres import Postgres, running_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Give a PostgreSQL server that runs for the session; skip where it isn't installed."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a database of that server with all tables and nothing in them, to make copies of."""
    name = postgres.new_database()
    engines = open_engines(tmp_path_factory.getbasetemp(), postgres.url(name))
    bring_up_to_date(engines)
    engines.dispose()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Give the address of an empty database of its own: None for SQLite."""
    if request.param == "sqlite":
        yield None
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.new_database(request.getfixturevalue("migrated"))
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def archive(database: str | None, tmp_path: Path) -> Iterator[Archive]:
    """Give a new archive."""
    with Archive.open(tmp_path / "archive", database=database) as opened:
        yield opened
