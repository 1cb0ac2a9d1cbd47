"""What is wrong with an archive is found, and mended where that loses nothing."""

import hashlib
import os
from pathlib import Path

import pytest
from sqlalchemy import text

from kennisbank.archive.files.file_store import DiskFiles
from kennisbank.archive.keeping.checking import check
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Gone
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution, file_body, note, written

PAPER = b"%PDF een"
HASH = hashlib.sha256(PAPER).hexdigest()


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    (tmp_path / "paper").write_bytes(PAPER)
    archive.take_file(tmp_path / "paper", HASH)
    with archive.write() as tx:
        for name in ("ada", "bo"):
            add_account(tx, name)
        tx.records.put_public("contribution", "c1", contribution(files=[file_body(HASH)]))
        tx.records.put_public("contribution", "c2", contribution("B"))
        tx.records.withdraw("contribution", "c2", Gone("withdrawn"))
        written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]))
    return archive


def damage(archive: Archive, statement: str) -> None:
    with archive.write() as tx:
        tx.connection.execute(text(statement))


def codes(archive: Archive, *, repair: bool = False) -> list[tuple[str, bool]]:
    return [(each.code, each.repaired) for each in check(archive, repair=repair)]


def follow(archive: Archive, client: FeedClient) -> FeedClient:
    with archive.read() as tx:
        client.pull(tx)
    return client


def test_a_sound_archive_has_nothing_wrong(filled: Archive) -> None:
    assert codes(filled) == []
    assert codes(filled, repair=True) == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE counter SET revision = 1", "counter_behind"),
        ("UPDATE counter SET public_count = 7, public_sum = 7", "digest_wrong"),
        ("UPDATE records SET hash = 'x' WHERE id = 'n1'", "record_changed"),
        ("DELETE FROM audience", "grants_wrong"),
        ("UPDATE audience SET mark = 1", "grants_wrong"),
        ("DELETE FROM files", "file_unrecorded"),
    ],
)
def test_what_was_counted_or_kept_wrongly_is_mended(filled: Archive, statement: str, code: str) -> None:
    damage(filled, statement)
    assert codes(filled) == [(code, False)]
    assert codes(filled, repair=True) == [(code, True)]
    assert codes(filled) == []
    assert set(follow(filled, FeedClient("bo")).held) == {
        ("contribution", "c1"),
        ("contribution", "c2"),
        ("annotation", "n1"),
    }


def test_whoever_follows_gets_a_mended_record_anew(filled: Archive) -> None:
    clients = [follow(filled, FeedClient(who)) for who in ("ada", "bo", None)]
    body = '{"title":"Van buiten veranderd"}'
    damage(filled, f"UPDATE records SET body = '{body}' WHERE id = 'c1'")
    assert ("record_changed", True) in codes(filled, repair=True)
    assert codes(filled) == []
    for client in clients:
        assert follow(filled, client).held["contribution", "c1"].body == {"title": "Van buiten veranderd"}


def test_a_body_that_cannot_be_read_is_said(filled: Archive) -> None:
    damage(filled, "UPDATE records SET body = '{' WHERE id = 'c1'")
    assert codes(filled, repair=True) == [("record_damaged", False)]


def test_a_changed_file_is_taken_out_so_that_it_can_come_again(filled: Archive, tmp_path: Path) -> None:
    assert isinstance(filled.files, DiskFiles)
    filled.files.path(HASH).write_bytes(b"changed")
    assert codes(filled) == [("file_changed", False)]
    assert codes(filled, repair=True) == [("file_changed", True)]
    with filled.read() as tx:
        assert tx.files.missing([HASH]) == [HASH]
    assert codes(filled) == [("file_unrecorded", False)]
    filled.take_file(tmp_path / "paper", HASH)
    assert codes(filled) == []


def test_a_missing_file_is_said_and_can_come_again(filled: Archive, tmp_path: Path) -> None:
    filled.files.remove(HASH)
    assert codes(filled, repair=True) == [("file_missing", False)]
    filled.take_file(tmp_path / "paper", HASH)
    assert codes(filled) == []


def test_what_belongs_to_nothing_is_removed(filled: Archive, tmp_path: Path) -> None:
    assert isinstance(filled.files, DiskFiles)
    (tmp_path / "other").write_bytes(b"other")
    other = hashlib.sha256(b"other").hexdigest()
    filled.files.put(tmp_path / "other", other)
    old, new = (filled.data / "files" / "incoming" / name for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert codes(filled) == [("file_orphan", False), ("leftover", False)]
    assert codes(filled, repair=True) == [("file_orphan", True), ("leftover", True)]
    assert not filled.files.has(other)
    assert new.exists()
    assert codes(filled) == []


def test_a_withdrawn_file_goes_with_its_bytes_unless_another_has_it(filled: Archive) -> None:
    with filled.write() as tx:
        tx.records.put_public("contribution", "c3", contribution("C", files=[file_body(HASH)]))
        tx.records.withdraw("contribution", "c3", Gone("withdrawn"))
    with filled.read() as tx:
        stored = tx.files.get(HASH)
        assert stored is not None
        assert stored.state == "offered"
    with filled.write() as tx:
        tx.records.withdraw("contribution", "c1", Gone("withdrawn"))
        assert filled.files.has(HASH)
    assert not filled.files.has(HASH)
    with filled.read() as tx:
        stored = tx.files.get(HASH)
        assert stored is not None
        assert (stored.state, stored.name) == ("withdrawn", "p.pdf")
        assert tx.files.get("0" * 64) is None
    assert codes(filled) == []
