"""A backup holds everything, goes back to either database, and is harmless when it is broken off."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from kennisbank.archive.files.file_store import DiskFiles
from kennisbank.archive.identity.signing_key import KEY_FILE
from kennisbank.archive.keeping.backup import CONFIGURATION, MANIFEST, back_up, read_manifest, restore
from kennisbank.archive.keeping.backup_rows import tables_of
from kennisbank.archive.keeping.checking import check
from kennisbank.archive.world import RESTORING, Archive
from kennisbank.errors import BadInputError, Cancelled, DatabaseError
from kennisbank.sync.protocol import Gone
from kennisbank.tasks.context import JobContext
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution, dossier, file_body, note, written

PAPERS = [b"%PDF een", b"%PDF twee", b"%PDF drie"]
HASHES = [hashlib.sha256(each).hexdigest() for each in PAPERS]


@dataclass(frozen=True)
class Filled:
    """An archive with something of everything in it."""

    archive: Archive
    database: str | None


@pytest.fixture
def filled(archive: Archive, database: str | None, tmp_path: Path) -> Filled:
    for data, name in zip(PAPERS, HASHES, strict=True):
        (tmp_path / "paper").write_bytes(data)
        archive.take_file(tmp_path / "paper", name)
    with archive.write() as tx:
        for name in ("ada", "bo"):
            add_account(tx, name)
        tx.records.put_public("edition", "e1", {"code": "2025", "name": "één"})
        for number, name in enumerate(HASHES):
            tx.records.put_public("contribution", f"c{number}", contribution(f"T\x00{number}", files=[file_body(name)]))
        tx.records.withdraw("contribution", "c2", Gone("withdrawn", "vergissing"))
        written(tx, "ada", "annotation", "n1", note("één \u20ac \U0001f642", shared=["bo@example.org"]), write="w1")
        written(tx, "ada", "dossier", "d1", dossier(items=["n1"]))
        tx.audit.add("ada", "tried", "n1")
    (archive.data / CONFIGURATION).write_text("[archive]\n")
    return Filled(archive, database)


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest) -> Iterator[Callable[[str], str | None]]:
    """Give the way to a second database of a kind."""
    made: list[str] = []

    def of(kind: str) -> str | None:
        if kind == "sqlite":
            return None
        server = request.getfixturevalue("postgres")
        made.append(server.new_database())
        return str(server.url(made[-1]))

    yield of
    for name in made:
        request.getfixturevalue("postgres").drop(name)


def seen(archive: Archive) -> list[object]:
    held = []
    for who in ("ada", "bo", None):
        client = FeedClient(who)
        with archive.read() as tx:
            client.pull(tx)
        held.append(client.held)
    return held


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    with archive.read() as tx:
        return {
            table.name: [
                tuple(row) for row in tx.connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables_of(tx.connection)
            if table.name != "archive"
        }


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_everything_comes_back_in_either_database_in_a_new_epoch(
    filled: Filled, elsewhere: Callable[[str], str | None], kind: str, tmp_path: Path
) -> None:
    backup = back_up(filled.archive, tmp_path / "backup")
    assert backup == read_manifest(tmp_path / "backup")
    assert set(backup.files) == set(HASHES[:2])
    database = elsewhere(kind)
    restored = restore(tmp_path / "backup", tmp_path / "new", database=database)
    with Archive.open(tmp_path / "new", database=database) as archive, filled.archive.read() as before:
        with archive.read() as tx:
            assert tx.identity.id == before.identity.id == restored.archive
            assert tx.identity.epoch == restored.epoch != before.identity.epoch
            assert archive.key.public == filled.archive.key.public
        assert rows(archive) == rows(filled.archive)
        assert seen(archive) == seen(filled.archive)
        assert b"".join(archive.files.read(HASHES[0])) == PAPERS[0]
        assert check(archive) == []
        assert (archive.data / CONFIGURATION).read_text() == "[archive]\n"
        with archive.write() as tx:
            tx.audit.add("ada", "again")
            assert written(tx, "ada", "annotation", "n1", note("x"), write="w1").refusal == "other_content"
            assert tx.records.put_public("contribution", "c9", contribution()).revision == backup.revision + 1


def test_a_backup_that_was_broken_off_goes_on_and_is_no_backup_before(filled: Filled, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        back_up(filled.archive, tmp_path / "backup", JobContextThatStops(0))
    assert not (tmp_path / "backup").exists()
    assert len(list(DiskFiles(tmp_path / ".backup.unfinished" / "files").all())) == 1
    with pytest.raises(BadInputError):
        read_manifest(tmp_path / ".backup.unfinished")
    back_up(filled.archive, tmp_path / "backup")
    assert not (tmp_path / ".backup.unfinished").exists()
    with pytest.raises(BadInputError):
        back_up(filled.archive, tmp_path / "backup")


class JobContextThatStops(JobContext):
    """Stops at its n-th check of the files."""

    def __init__(self, files: int) -> None:
        super().__init__(self._count)
        self._left = files

    def _count(self, progress: object) -> None:
        if getattr(progress, "stage", "") == "files":
            self._left -= 1
            if self._left < 0:
                self.cancel()


def test_a_restore_that_was_broken_off_can_be_done_again(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.archive, tmp_path / "backup")
    with pytest.raises(Cancelled):
        restore(tmp_path / "backup", tmp_path / "new", ctx=JobContextThatStops(0))
    assert (tmp_path / "new" / RESTORING).exists()
    with pytest.raises(BadInputError):
        Archive.open(tmp_path / "new")
    restore(tmp_path / "backup", tmp_path / "new")
    with Archive.open(tmp_path / "new") as archive:
        assert seen(archive) == seen(filled.archive)


def test_a_restore_killed_after_its_rows_only_ends(filled: Filled, tmp_path: Path) -> None:
    backup = back_up(filled.archive, tmp_path / "backup")
    first = restore(tmp_path / "backup", tmp_path / "new")
    (tmp_path / "new" / RESTORING).write_text(backup.archive)
    (tmp_path / "new" / KEY_FILE).unlink()
    assert restore(tmp_path / "backup", tmp_path / "new") == first
    with pytest.raises(BadInputError):
        restore(tmp_path / "backup", tmp_path / "new")


def test_nothing_is_restored_over_an_archive(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.archive, tmp_path / "backup")
    with pytest.raises(BadInputError):
        restore(tmp_path / "backup", filled.archive.data, database=filled.database)
    Archive.open(tmp_path / "other").close()
    with pytest.raises(BadInputError):
        restore(tmp_path / "backup", tmp_path / "other")


@pytest.mark.parametrize("part", ["rows/records.jsonl.gz", KEY_FILE, f"files/{HASHES[0][:2]}/{HASHES[0]}"])
def test_a_backup_that_is_not_whole_is_not_restored(filled: Filled, tmp_path: Path, part: str) -> None:
    back_up(filled.archive, tmp_path / "backup")
    with (tmp_path / "backup" / part).open("ab") as file:
        file.write(b"x")
    with pytest.raises(BadInputError):
        restore(tmp_path / "backup", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_backup_of_a_newer_program_is_refused(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.archive, tmp_path / "backup")
    path = tmp_path / "backup" / MANIFEST
    said = re.sub(r'"schema": "\d+"', '"schema": "9001"', path.read_text())
    path.write_text(said)
    with pytest.raises(DatabaseError) as raised:
        restore(tmp_path / "backup", tmp_path / "new")
    assert raised.value.code == "newer"


def test_a_file_that_is_missing_is_said_and_the_rest_kept(filled: Filled, tmp_path: Path) -> None:
    filled.archive.files.remove(HASHES[0])
    assert back_up(filled.archive, tmp_path / "backup").missing == (HASHES[0],)
    assert restore(tmp_path / "backup", tmp_path / "new").missing == (HASHES[0],)
    with Archive.open(tmp_path / "new") as archive:
        assert [each.code for each in check(archive)] == ["file_missing"]


def test_a_backup_holds_no_log_in(filled: Filled, tmp_path: Path) -> None:
    assert not {"sessions", "tokens", "codes", "limits", "outgoing"} & set(back_up(filled.archive, tmp_path / "b").rows)
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0
    assert (tmp_path / "b" / KEY_FILE).stat().st_mode & 0o077 == 0
