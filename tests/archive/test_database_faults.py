"""What the databases say when they can't, as errors that tell nothing of what people wrote."""

import sqlite3
import threading
import traceback
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from kennisbank.archive.database import engine
from kennisbank.archive.database.database_faults import code_of
from kennisbank.archive.schema import tables
from kennisbank.archive.world import Archive
from kennisbank.errors import DatabaseError


def test_a_bug_is_told_without_the_row(archive: Archive) -> None:
    row = {"kind": "annotation", "record_id": "n1", "who": "geheim@example.org", "granted": 1, "revision": 1}
    with pytest.raises(RuntimeError) as raised, archive.write() as tx:
        tx.connection.execute(insert(tables.audience), row)
    assert "geheim" not in "".join(traceback.format_exception(raised.value))
    assert "owner" in str(raised.value)


def test_who_waits_too_long_for_a_writer_is_told_that_it_is_busy(
    tmp_path: Path, database: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.2)
    with Archive.open(tmp_path / "a", database=database) as archive:
        errors: list[BaseException] = []

        def second() -> None:
            try:
                with archive.write() as tx:
                    tx.counter.lock()
            except DatabaseError as error:
                errors.append(error)

        with archive.write() as tx:
            tx.counter.lock()
            thread = threading.Thread(target=second)
            thread.start()
            thread.join()
        assert [getattr(error, "code", "") for error in errors] == ["busy"]
        with archive.write() as tx:
            assert tx.counter.next() == 1


def test_nobody_writes_while_reading(archive: Archive) -> None:
    with pytest.raises(DatabaseError) as raised, archive.read() as tx:
        tx.connection.execute(text("UPDATE counter SET revision = 7"))
    assert raised.value.code == "read_only"


def test_a_damaged_file_is_called_so(tmp_path: Path) -> None:
    Archive.open(tmp_path).close()
    (tmp_path / "archive.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    for name in ("archive.sqlite-wal", "archive.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    with pytest.raises(DatabaseError) as raised:
        Archive.open(tmp_path)
    assert raised.value.code == "damaged"


def test_a_server_that_goes_away_is_out_of_reach_and_no_bug(archive: Archive, database: str | None) -> None:
    if database is None:
        assert code_of(sqlite3.OperationalError("no code")) is None
        return
    with pytest.raises(DatabaseError) as raised, archive.write() as tx:
        tx.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert raised.value.code == "unreachable"
    with archive.read() as tx:
        assert tx.records.head()[0] == 0
