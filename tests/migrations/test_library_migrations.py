"""Every released schema can be opened, and a migration that can't be done changes nothing."""

import hashlib
import shutil
import sqlite3
import threading
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from kennisbank.config.paths import Paths
from kennisbank.domain.contribution import Edition
from kennisbank.errors import DamagedLibraryError, NewerLibraryError, StorageError
from kennisbank.library.backup import KEEP, back_up, backups
from kennisbank.library.engine import APPLICATION_ID
from kennisbank.library.library import Library
from kennisbank.library.migration import SCRIPTS, revisions
from kennisbank.library.tables import metadata
from tests.migrations import make_golden as golden

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("contributions", sa.Column("extra", sa.String(), nullable=False, server_default="nieuw"))
    {then}
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path / "home")


def restore(name: str, paths: Paths) -> None:
    """Make the library that a golden file describes."""
    paths.home.mkdir()
    with closing(sqlite3.connect(paths.library_file)) as connection:
        connection.executescript((golden.GOLDEN / f"{name}.sql").read_text(encoding="utf-8"))


def with_next(tmp_path: Path, then: str = "") -> Path:
    """Return a folder of revisions with one more than the packaged ones."""
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts)
    script = NEXT.format(before=revisions()[-1], then=then)
    (scripts / "versions" / "9999_next.py").write_text(script, encoding="utf-8")
    return scripts


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def schema(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in found}


def test_every_revision_has_a_golden_file() -> None:
    assert sorted(file.stem for file in golden.GOLDEN.glob("*.sql")) == revisions()


@pytest.mark.parametrize("name", revisions())
def test_a_released_library_opens_with_all_that_was_in_it(name: str, paths: Paths) -> None:
    restore(name, paths)
    with Library.open(paths) as library, library.read() as tx:
        assert tx.contributions.all() == [golden.CONTRIBUTION]
        assert tx.texts.document(golden.FILE.hash) == golden.DOCUMENT
        assert tx.texts.cover(golden.FILE.hash) == golden.COVER
        assert tx.batches.all() == [golden.BATCH]
        assert tx.batches.reports(golden.BATCH.id) == [golden.REPORT]
        assert tx.batches.before(golden.BATCH.id) == {golden.CONTRIBUTION.id: golden.CONTRIBUTION.metadata}
        assert tx.reading.recent(1) == [golden.PLACE]
        assert tx.saved_searches.all() == ([golden.SAVED] if name >= "0002" else [])
        assert tx.recognitions.of(golden.FILE.hash) == ([(golden.RECOGNISED, "golden")] if name >= "0003" else [])
        has_annotations = name >= "0004"
        assert tx.annotations.find(golden.ANNOTATION.id) == (golden.ANNOTATION if has_annotations else None)
        placed = tx.annotations.anchors_in(golden.MOVED.file, [golden.ANNOTATION.id])
        assert placed == ({golden.ANNOTATION.id: (golden.MOVED, True)} if has_annotations else {})
        assert tx.dossiers.find(golden.DOSSIER.id) == (golden.DOSSIER if has_annotations else None)
        assert tx.reading_marks.of([golden.CONTRIBUTION.id]) == (
            {golden.CONTRIBUTION.id: golden.MARK} if has_annotations else {}
        )
        checks = {golden.CHECK.uri: golden.CHECK} if has_annotations else {}
        assert tx.link_checks.of([golden.CHECK.uri]) == checks
        has_correspondence = name >= "0006"
        owner, item = golden.OWNER, golden.ITEM
        assert tx.acts.of(owner, ["failed"]) == ([golden.ACT] if has_correspondence else [])
        assert tx.mailbox.place(owner) == ((3, "epoch") if has_correspondence else (0, ""))
        assert tx.mailbox.of(owner, [item.id]) == ({item.id: item} if has_correspondence else {})
        assert tx.comments.of(golden.CONTRIBUTION.id) == ((golden.COMMENT,) if has_correspondence else ())
        receptions = {golden.CONTRIBUTION.id: golden.RECEPTION} if has_correspondence else {}
        assert tx.receptions.of() == receptions
        assert tx.persons.all() == ([golden.PERSON] if has_correspondence else [])
        ((edition, count),) = tx.editions.all()
        assert edition == Edition(edition.id, edition.origin, "NIOC2025", "Congres", 2025, "https://example.org/2025")
        assert count == 1
        assert {row.kind for row in tx.outbox.pending()} == {"contribution", "file", "edition"}


@pytest.mark.parametrize("name", revisions())
def test_a_migrated_library_has_the_schema_of_a_new_one(name: str, paths: Paths, tmp_path: Path) -> None:
    restore(name, paths)
    fresh = Paths.of(tmp_path / "fresh")
    Library.open(paths).close()
    Library.open(fresh).close()
    assert schema(paths.library_file) == schema(fresh.library_file)


def test_the_tables_in_the_code_are_those_of_the_migrations(paths: Paths) -> None:
    Library.open(paths).close()
    engine = create_engine(f"sqlite:///{paths.library_file}")
    with engine.connect() as connection, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*expression-based index.*")
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        metadata_indexes = {index.name for table in metadata.tables.values() for index in table.indexes}
    engine.dispose()
    assert differences == []
    assert metadata_indexes <= schema(paths.library_file).keys()


def test_a_migration_makes_a_backup_first_and_keeps_everything(paths: Paths, tmp_path: Path) -> None:
    with Library.open(paths) as library:
        golden.fill(library)
    before = schema(paths.library_file)
    with Library.open(paths, scripts=with_next(tmp_path)) as library, library.read() as tx:
        assert tx.contributions.all() == [golden.CONTRIBUTION]
    assert "extra" in schema(paths.library_file)["contributions"]
    (backup,) = backups(paths.backups)
    assert schema(backup) == before
    kept = Paths.of(tmp_path / "restored")
    kept.home.mkdir()
    shutil.copy(backup, kept.library_file)
    with Library.open(kept) as library, library.read() as tx:
        assert tx.contributions.all() == [golden.CONTRIBUTION]


def test_a_library_that_is_up_to_date_is_not_backed_up(paths: Paths) -> None:
    for _ in range(2):
        Library.open(paths).close()
    assert backups(paths.backups) == []


def test_a_migration_that_fails_leaves_the_library_as_it_was(paths: Paths, tmp_path: Path) -> None:
    with Library.open(paths) as library:
        golden.fill(library)
    before = schema(paths.library_file)
    with pytest.raises(ZeroDivisionError):
        Library.open(paths, scripts=with_next(tmp_path, then="1 / 0"))
    assert schema(paths.library_file) == before
    with Library.open(paths) as library, library.read() as tx:
        assert tx.contributions.all() == [golden.CONTRIBUTION]


def test_a_migration_that_breaks_a_reference_is_taken_back(paths: Paths, tmp_path: Path) -> None:
    with Library.open(paths) as library:
        golden.fill(library)
    with pytest.raises(DamagedLibraryError):
        Library.open(paths, scripts=with_next(tmp_path, then='op.execute("DELETE FROM editions")'))
    with Library.open(paths) as library, library.read() as tx:
        assert tx.contributions.all() == [golden.CONTRIBUTION]


def test_a_newer_library_is_refused_and_untouched(paths: Paths, tmp_path: Path) -> None:
    Library.open(paths, scripts=with_next(tmp_path)).close()
    before = digest(paths.library_file)
    with pytest.raises(NewerLibraryError) as refused:
        Library.open(paths)
    assert refused.value.revision == "9999"
    assert digest(paths.library_file) == before
    assert backups(paths.backups) == []


def test_only_the_newest_backups_are_kept(paths: Paths) -> None:
    Library.open(paths).close()
    made = [back_up(paths.library_file, paths.backups, "0001") for _ in range(KEEP + 2)]
    assert backups(paths.backups) == sorted(made, reverse=True)[:KEEP]


def test_a_backup_that_cannot_be_written_stops_the_migration(paths: Paths, tmp_path: Path) -> None:
    Library.open(paths).close()
    paths.backups.write_text("a file in the place of the folder")
    with pytest.raises(StorageError):
        Library.open(paths, scripts=with_next(tmp_path))
    Library.open(paths).close()


def test_two_programs_that_start_at_once_make_one_library(paths: Paths) -> None:
    origins: list[str] = []

    def start() -> None:
        with Library.open(paths) as library:
            origins.append(library.origin)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(origins) == 4
    assert len(set(origins)) == 1


def test_another_programs_database_is_not_taken_for_a_library(paths: Paths) -> None:
    paths.home.mkdir()
    with closing(sqlite3.connect(paths.library_file)) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    before = digest(paths.library_file)
    with pytest.raises(DamagedLibraryError):
        Library.open(paths)
    assert digest(paths.library_file) == before


def test_a_library_without_its_version_is_damaged(paths: Paths) -> None:
    paths.home.mkdir()
    with closing(sqlite3.connect(paths.library_file)) as connection:
        connection.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE alembic_version (version_num TEXT)"
        )
    with pytest.raises(DamagedLibraryError):
        Library.open(paths)


def test_an_empty_library_beside_files_is_an_accident_and_not_a_new_one(paths: Paths) -> None:
    stored = paths.files / "ab" / ("ab" * 32)
    stored.parent.mkdir(parents=True)
    stored.write_bytes(b"x")
    with pytest.raises(DamagedLibraryError):
        Library.open(paths)
    assert stored.exists()
