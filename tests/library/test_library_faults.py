"""Full disks, damaged files and kills: nothing half-written, nothing lost that was committed."""

import random
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from kennisbank.config.paths import Paths
from kennisbank.errors import Cancelled, DamagedLibraryError, LibraryBusyError, StorageError
from kennisbank.library.check import check
from kennisbank.library.correspondence_tables import persons
from kennisbank.library.library import Library
from kennisbank.library.recovery import tidy
from kennisbank.tasks.context import JobContext
from tests.library.library_processes import run, start
from tests.library.library_values import a_batch, a_contribution, a_document, a_file, some_hash

WRITER = """
import hashlib, os, sys
from dataclasses import replace
from pathlib import Path
from tests.library.library_values import a_batch, a_contribution, a_document, a_file
from kennisbank.config.paths import Paths
from kennisbank.domain.ids import FileHash
from kennisbank.library.library import Library
home, first = Path(sys.argv[1]), int(sys.argv[2])
source = home.parent / "bron.bin"
with Library.open(Paths.of(home)) as library, library.import_lock():
    batch = a_batch()
    with library.write() as tx:
        tx.batches.start(batch)
    print("begun", flush=True)
    for number in range(first, first + 100_000):
        source.write_bytes(str(number).encode() * 20_000)
        stored = library.files.put(source)
        with library.write() as tx:
            file = a_file(hash=stored, batch=batch.id)
            tx.contributions.add(replace(a_contribution(number, files=(file,)), batch=batch.id))
            tx.texts.put(stored, a_document(*["een woord en nog een " * 50] * 5))
        print(number, flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_sound_library_with_all_that_was_committed(paths: Paths) -> None:
    chance = random.Random(7)
    committed = 0
    for attempt in range(5):
        process = start(WRITER, str(paths.home), str(1000 * attempt))
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            for _ in range(chance.randint(0, 12)):
                process.stdout.readline()
                committed += 1
            process.kill()
            committed += len(process.stdout.read().split("\n")) - 1
        with Library.open(paths) as library:
            remains = {finding.code for finding in check(library)}
            assert remains <= {"batch_running", "file_orphan", "leftover"}
            tidy(library)
            assert check(library) == []
            with library.read() as tx:
                contributions = tx.contributions.all()
                # One more may have been committed than the program could still say.
                assert committed <= len(contributions) <= committed + 1
                committed = len(contributions)
                assert len({each.files[0].hash for each in contributions}) == committed
                assert tx.texts.known([each.files[0].hash for each in contributions], "1") == tx.files.hashes()
                assert len([row for row in tx.outbox.pending() if row.kind == "contribution"]) == committed
                assert {batch.state for batch in tx.batches.all()} == {"cancelled"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_a_full_disk_refuses_the_write_and_keeps_the_library(paths: Paths) -> None:
    with Library.open(paths) as library, library.write() as tx:
        tx.contributions.add(a_contribution(1))
    said = run(
        """
        import os, resource, sys
        from pathlib import Path
        from tests.library.library_values import a_contribution, a_document, some_hash
        from kennisbank.config.paths import Paths
        from kennisbank.errors import StorageError
        from kennisbank.library.library import Library
        library = Library.open(Paths.of(Path(sys.argv[1])))
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        try:
            with library.write() as tx:
                tx.contributions.add(a_contribution(2))
                for number in range(40):
                    tx.texts.put(some_hash(number), a_document(*[os.urandom(20_000).hex()] * 9))
        except StorageError as error:
            print("refused:", error)
        with library.read() as tx:
            print(tx.contributions.count())
        """,
        str(paths.home),
    )
    assert said[0].startswith("refused:")
    assert said[1] == "1"
    with Library.open(paths) as library:
        assert [finding.code for finding in check(library)] == ["file_missing"]
        with library.write() as tx:
            tx.contributions.add(a_contribution(2))


def test_sqlites_own_limit_is_a_full_disk_too(library: Library) -> None:
    with library.write() as tx:
        tx.connection.exec_driver_sql("PRAGMA max_page_count = 120")
    with pytest.raises(StorageError, match="full"), library.write() as tx:
        tx.texts.put(some_hash(1), a_document(*(random.Random(n).randbytes(4000).hex() for n in range(200))))
    with library.write() as tx:
        assert not tx.texts.pages(some_hash(1))
        tx.contributions.add(a_contribution())


def test_a_home_that_cannot_be_made_is_the_machines_fault(tmp_path: Path) -> None:
    in_the_way = tmp_path / "home"
    in_the_way.write_text("a file in the place of the folder")
    for home in (in_the_way, in_the_way / "below"):
        with pytest.raises(StorageError):
            Library.open(Paths.of(home))


def test_a_database_that_cannot_be_opened_is_the_machines_fault(paths: Paths) -> None:
    paths.library_file.mkdir(parents=True)
    with pytest.raises(StorageError):
        Library.open(paths)


def test_what_is_no_database_is_damaged(paths: Paths) -> None:
    paths.home.mkdir()
    paths.library_file.write_bytes(b"geen database " * 1000)
    with pytest.raises(DamagedLibraryError):
        Library.open(paths)


def full_library(paths: Paths) -> None:
    with Library.open(paths) as library, library.write() as tx:
        for number in range(60):
            tx.contributions.add(a_contribution(number))
            tx.texts.put(some_hash(number), a_document("tekst " * 400))


def test_a_truncated_database_is_damaged(paths: Paths) -> None:
    full_library(paths)
    content = paths.library_file.read_bytes()
    paths.library_file.write_bytes(content[: len(content) // 2])
    with ExitStack() as opened, pytest.raises(DamagedLibraryError):
        read_everything(opened.enter_context(Library.open(paths)))


def test_damage_further_on_is_named_by_whoever_reads_it_and_found_by_check(paths: Paths) -> None:
    full_library(paths)
    content = bytearray(paths.library_file.read_bytes())
    middle = len(content) // 4096 * 3 // 4 * 4096
    content[middle:] = b"\xa5" * (len(content) - middle)
    paths.library_file.write_bytes(content)
    with Library.open(paths) as library:
        with pytest.raises(DamagedLibraryError):
            read_everything(library)
        assert {finding.code for finding in check(library)} == {"database_damaged"}


def read_everything(library: Library) -> None:
    with library.read() as tx:
        for contribution in tx.contributions.all():
            tx.texts.document(contribution.files[0].hash)


def test_check_finds_nothing_in_a_sound_library(library: Library, tmp_path: Path) -> None:
    assert check(library) == []
    sound(library, tmp_path)
    assert check(library) == []
    assert check(library, repair=True) == []


def sound(library: Library, tmp_path: Path) -> str:
    source = tmp_path / "bron.pdf"
    source.write_bytes(b"inhoud")
    stored = library.files.put(source)
    with library.write() as tx:
        tx.contributions.add(a_contribution(files=(a_file(hash=stored),)))
        tx.texts.put(stored, a_document("tekst"))
    return stored


def test_check_finds_what_remains_and_repair_tidies_it(library: Library, tmp_path: Path) -> None:
    stored = sound(library, tmp_path)
    source = tmp_path / "bron.pdf"
    source.write_bytes(b"nooit vastgelegd")
    orphan = library.files.put(source)
    (library.paths.files / "incoming" / "half").write_bytes(b"ha")
    batch = a_batch()
    with library.write() as tx:
        tx.batches.start(batch)
        tx.texts.put(some_hash(99), a_document("van niemand"))
    expected = {
        "file_orphan": orphan,
        "text_orphan": some_hash(99),
        "leftover": "half",
        "batch_running": batch.id,
    }
    assert {finding.code: finding.subject for finding in check(library)} == expected
    assert {finding.code for finding in check(library, repair=True) if finding.repaired} == expected.keys()
    assert check(library) == []
    assert library.files.all() == {stored}
    with library.read() as tx:
        assert tx.batches.get(batch.id).state == "cancelled"


def test_a_changed_file_is_removed_by_repair_so_that_an_import_brings_it_back(library: Library, tmp_path: Path) -> None:
    stored = sound(library, tmp_path)
    library.files.path(stored).write_bytes(b"kapot")  # type: ignore[arg-type]
    assert [(each.code, each.repaired) for each in check(library)] == [("file_changed", False)]
    assert [(each.code, each.repaired) for each in check(library, repair=True)] == [("file_changed", True)]
    assert [(each.code, each.subject) for each in check(library)] == [("file_missing", stored)]
    assert library.files.put(tmp_path / "bron.pdf") == stored
    assert check(library) == []


def test_a_check_can_be_stopped_and_leaves_the_lock(library: Library, tmp_path: Path) -> None:
    sound(library, tmp_path)
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        check(library, ctx=ctx)
    with library.import_lock(), pytest.raises(LibraryBusyError):
        check(library, repair=True)


def test_while_an_import_runs_its_files_are_not_called_orphans(library: Library, paths: Paths, tmp_path: Path) -> None:
    sound(library, tmp_path)
    (tmp_path / "bron.pdf").write_bytes(b"onderweg")
    with Library.open(paths) as importing, importing.import_lock():
        importing.files.put(tmp_path / "bron.pdf")
        assert check(library) == []


def test_a_reference_to_nothing_is_found(library: Library) -> None:
    with library.write() as tx:
        tx.contributions.add(a_contribution(files=()))
    with library._writer.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM editions")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    assert [finding.code for finding in check(library)] == ["foreign_key"]


def test_a_copied_home_is_a_library_too(paths: Paths, tmp_path: Path) -> None:
    full_library(paths)
    shutil.copytree(paths.home, tmp_path / "elders")
    with Library.open(Paths.of(tmp_path / "elders")) as library, library.read() as tx:
        assert tx.contributions.count() == 60


def test_what_goes_wrong_in_the_database_is_told_without_what_people_wrote(library: Library) -> None:
    row = {"id": "x", "name": "Zeepaardje", "reach": ""}
    with library.write() as tx, pytest.raises(IntegrityError) as failed:
        tx.connection.execute(insert(persons), [row, row])
    assert "UNIQUE" in str(failed.value)
    assert "Zeepaardje" not in str(failed.value)
