"""What the archive's tests stand on: a database (SQLite, and PostgreSQL where it is installed) and an archive in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from kennisbank.archive.database.engine import open_engines
from kennisbank.archive.database.migration import bring_up_to_date
from kennisbank.archive.world import Archive
from tests.archive.account_world import World, by_mail
from tests.archive.postgres import Postgres, running_postgres, wipe


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Give a PostgreSQL server that runs for the session; skip where it isn't installed."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a database of that server with all tables and nothing in them; whoever uses it wipes it."""
    address = postgres.url(postgres.new_database())
    engines = open_engines(tmp_path_factory.getbasetemp(), address)
    bring_up_to_date(engines)
    engines.dispose()
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Give the address of an empty database: None for SQLite."""
    if request.param == "sqlite":
        yield None
        return
    address: str = request.getfixturevalue("migrated")
    yield address
    wipe(address)


@pytest.fixture(scope="session")
def new_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a new archive on SQLite, to make copies of."""
    folder = tmp_path_factory.mktemp("new") / "archive"
    Archive.open(folder).close()
    return folder


@pytest.fixture
def archive(database: str | None, new_data: Path, tmp_path: Path) -> Iterator[Archive]:
    """Give a new archive."""
    if database is None:
        shutil.copytree(new_data, tmp_path / "archive")
    with Archive.open(tmp_path / "archive", database=database) as opened:
        yield opened


@pytest.fixture
def own_archive(new_data: Path, tmp_path: Path) -> Iterator[Archive]:
    """Give a new archive on SQLite."""
    shutil.copytree(new_data, tmp_path / "archive")
    with Archive.open(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture(scope="session")
def loop() -> Iterator[BlockingPortal]:
    """Give an event loop in a thread of its own: starting one for each request would be most of the work."""
    with start_blocking_portal() as portal:
        yield portal


@pytest.fixture
def world(own_archive: Archive, tmp_path: Path, loop: BlockingPortal) -> World:
    """Return an archive where a maintainer approves accounts, served."""
    return World(own_archive, tmp_path, loop=loop)


@pytest.fixture
def mail_world(own_archive: Archive, tmp_path: Path, loop: BlockingPortal) -> World:
    """Return an archive where the mail alone is enough, served."""
    return World(own_archive, tmp_path, by_mail(), loop=loop)
