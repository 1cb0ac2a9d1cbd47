"""The schema that the migrations make is the one that the rooms use, and only this program's own is taken."""

import importlib
import pkgutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import kennisbank.archive
from kennisbank.archive.identity.signing_key import KEY_FILE
from kennisbank.archive.schema import tables
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError, DatabaseError


def test_the_migrated_schema_is_that_of_the_tables(archive: Archive) -> None:
    for module in pkgutil.walk_packages(kennisbank.archive.__path__, "kennisbank.archive."):
        if module.name.endswith("tables"):
            importlib.import_module(module.name)
    with archive.write() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_a_second_opening_finds_the_same_archive(archive: Archive, database: str | None) -> None:
    with archive.read() as tx:
        first = tx.identity
    with Archive.open(archive.data, database=database) as again, again.read() as tx:
        assert tx.identity == first
        assert again.key.public == first.key


def test_the_database_of_a_newer_program_is_left_alone(archive: Archive, database: str | None) -> None:
    say = text("UPDATE alembic_version SET version_num = :version")
    with archive.write() as tx:
        version = tx.connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        tx.connection.execute(say, {"version": "9999"})
    try:
        with pytest.raises(DatabaseError) as raised:
            Archive.open(archive.data, database=database)
        assert raised.value.code == "newer"
    finally:
        with archive.write() as tx:
            tx.connection.execute(say, {"version": version})


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as other:
        other.execute("CREATE TABLE notes (x)")
    with pytest.raises(DatabaseError) as raised:
        Archive.open(tmp_path)
    assert raised.value.code == "damaged"
    assert not (tmp_path / KEY_FILE).exists()


def test_an_archive_is_not_opened_with_another_key(archive: Archive, database: str | None) -> None:
    (archive.data / KEY_FILE).unlink()
    with pytest.raises(BadInputError):
        Archive.open(archive.data, database=database)


def test_the_key_is_for_its_owner_alone(archive: Archive) -> None:
    assert (archive.data / KEY_FILE).stat().st_mode & 0o077 == 0
    assert archive.key.public in repr(archive.key)


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:geheim@127.0.0.1:1/x", "mysql://u:geheim@h/x", "geheim", "postgresql://u:geheim@h:notaport/x"],
)
def test_a_password_is_in_no_error(tmp_path: Path, address: str) -> None:
    with pytest.raises((BadInputError, DatabaseError)) as raised:
        Archive.open(tmp_path, database=address)
    assert "geheim" not in str(raised.value)
    assert not (tmp_path / "archive.sqlite").exists()
