"""What the archive's tests stand on: a database (SQLite, and PostgreSQL where it is installed) and an archive in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.archive.engine import open_engines
from kennisbank.archive.migration import bring_up_to_date
from kennisbank.archive.world import Archive
from tests.archive.account_world import World, by_mail
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


@pytest.fixture(scope="session")
def new_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new archive on SQLite, to make copies of."""
    folder = tmp_path_factory.mktemp("new") / "archive"
    Archive.open(folder).close()
    return folder


@pytest.fixture
def own_archive(new_data: Path, tmp_path: Path) -> Iterator[Archive]:
    """Give a new archive on SQLite."""
    shutil.copytree(new_data, tmp_path / "archive")
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def world(own_archive: Archive, tmp_path: Path) -> World:
    """Return an archive where a maintainer approves accounts, served."""
    return World(own_archive, tmp_path)


@pytest.fixture
def mail_world(own_archive: Archive, tmp_path: Path) -> World:
    """Return an archive where the mail alone is enough, served."""
    return World(own_archive, tmp_path, by_mail())
