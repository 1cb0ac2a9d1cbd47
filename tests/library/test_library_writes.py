"""What a write changes, what it tells, and what it leaves when it fails."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.changes import Change
from kennisbank.domain.ids import AccountId, ArchiveId, FileId, PageNo
from kennisbank.domain.metadata import sourced
from kennisbank.domain.reading import ReadingPlace
from kennisbank.errors import LibraryBusyError, NotFoundError
from kennisbank.library.library import Library
from tests.library.library_values import NOON, a_batch, a_contribution, a_document, a_file, some_hash


def test_a_write_that_fails_leaves_nothing(library: Library) -> None:
    contribution = a_contribution()
    with pytest.raises(ZeroDivisionError), library.write() as tx:  # noqa: PT012
        tx.contributions.add(contribution)
        tx.texts.put(some_hash(1), a_document("tekst"))
        raise ZeroDivisionError
    with library.read() as tx:
        assert tx.contributions.count() == 0
        assert tx.editions.all() == []
        assert tx.outbox.pending() == []
        assert not tx.texts.pages(some_hash(1))


def test_changes_name_each_thing_once_with_its_net_action(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.files.add(contribution.id, a_file(2, id=FileId("tweede"), version=2))
        edition = tx.editions.by_code("NIOC2025")
        assert edition is not None
        assert set(tx.changes.changes) == {
            Change("edition", edition.id, "added"),
            Change("contribution", contribution.id, "added"),
            Change("file", contribution.files[0].id, "added"),
            Change("file", "tweede", "added"),
        }
    with library.write() as tx:
        tx.contributions.remove(contribution.id)
        assert {(each.kind, each.action) for each in tx.changes.changes} == {
            ("contribution", "removed"),
            ("file", "removed"),
        }


def test_saving_what_is_there_already_is_no_write(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.write() as tx:
        assert tx.contributions.save(contribution) == contribution
        assert not tx.changes
    with library.read() as tx:
        assert tx.contributions.get(contribution.id).revision == 1


def test_a_thing_waits_in_the_outbox_once_however_often_it_is_edited(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.write() as tx:
        for row in tx.outbox.pending():
            tx.outbox.settle(row.id, "delivered")
    for title in ("een", "twee"):
        changed = sourced(replace(contribution.metadata.values, title=title), "hand")
        with library.write() as tx:
            tx.contributions.save(replace(contribution, metadata=changed))
    with library.read() as tx:
        (row,) = tx.outbox.pending()
    assert (row.op, row.kind, row.entity) == ("updated", "contribution", contribution.id)
    assert "title" in row.payload["fields"]
    assert row.id != contribution.id


def test_what_was_never_told_and_is_gone_is_not_told(library: Library) -> None:
    contribution = a_contribution(edition="")
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.write() as tx:
        tx.contributions.remove(contribution.id)
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.contributions.remove(contribution.id)
    with library.read() as tx:
        assert tx.outbox.pending() == []


def test_a_removal_after_delivery_says_what_it_was(library: Library) -> None:
    contribution = a_contribution(edition="", doi="10.1/x")
    with library.write() as tx:
        tx.contributions.add(contribution)
        for row in tx.outbox.pending():
            tx.outbox.settle(row.id, "sent")
    with library.write() as tx:
        tx.contributions.remove(contribution.id)
    with library.read() as tx:
        told = {row.kind: row for row in tx.outbox.pending()}
    assert told["contribution"].op == "removed"
    assert told["contribution"].payload["was"]["doi"] == "10.1/x"
    assert told["file"].payload["was"] == {"hash": some_hash(1), "name": "bijdrage1.pdf"}


def test_what_is_removed_and_put_back_before_it_was_told_is_an_update(library: Library) -> None:
    contribution = a_contribution(edition="", files=())
    with library.write() as tx:
        tx.contributions.add(contribution)
        (row,) = tx.outbox.pending()
        tx.outbox.settle(row.id, "delivered")
    for change in ("remove", "add"):
        with library.write() as tx:
            tx.contributions.add(contribution) if change == "add" else tx.contributions.remove(contribution.id)
    with library.read() as tx:
        assert [(row.op, row.entity) for row in tx.outbox.pending()] == [("updated", contribution.id)]


def test_only_an_accounts_reading_place_is_told(library: Library) -> None:
    contribution = a_contribution(edition="", files=())
    place = ReadingPlace(contribution.id, some_hash(1), PageNo(1), 0.0, 1.0, NOON)
    with library.write() as tx:
        tx.reading.save_place(place)
        assert tx.outbox.pending() == []
        tx.reading.save_place(replace(place, archive=ArchiveId("archief"), account=AccountId("ada")))
        (row,) = tx.outbox.pending()
    assert (row.kind, row.owner.account, row.owner.archive) == ("reading", "ada", "archief")


def test_texts_batches_and_reports_are_not_told(library: Library) -> None:
    batch = a_batch()
    with library.write() as tx:
        tx.batches.start(batch)
        tx.texts.put(some_hash(1), a_document("tekst"))
        assert tx.outbox.pending() == []
        assert tx.changes.ids("batch") == {batch.id}
        assert tx.changes.ids("text") == {some_hash(1)}


def test_a_new_current_version_retires_the_old_one_of_its_role(library: Library) -> None:
    slides = a_file(9, role="slides")
    contribution = a_contribution(files=(a_file(1), slides))
    second = a_file(2, version=2)
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.files.add(contribution.id, second)
    with library.read() as tx:
        stored = tx.contributions.get(contribution.id)
    assert {file.hash for file in stored.current_files} == {second.hash, slides.hash}
    assert stored.revision == 2
    with library.write() as tx:
        tx.files.make_current(contribution.files[0].id)
        tx.files.make_current(contribution.files[0].id)
    with library.read() as tx:
        stored = tx.contributions.get(contribution.id)
    assert {file.hash for file in stored.current_files} == {some_hash(1), slides.hash}
    assert stored.revision == 3


def test_the_version_before_becomes_current_when_the_current_one_goes(library: Library) -> None:
    contribution = a_contribution()
    second = a_file(2, version=2)
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.files.add(contribution.id, second)
    with library.write() as tx:
        tx.files.remove(second.id)
    with library.read() as tx:
        assert tx.contributions.get(contribution.id).files == contribution.files


def test_what_is_not_there_cannot_be_changed(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        for change in (
            lambda: tx.contributions.save(contribution),
            lambda: tx.contributions.remove(contribution.id),
            lambda: tx.contributions.touch(contribution.id),
            lambda: tx.files.make_current(FileId("geen")),
            lambda: tx.files.remove(FileId("geen")),
            lambda: tx.files.add(contribution.id, a_file()),
            lambda: tx.batches.save(a_batch()),
        ):
            with pytest.raises(NotFoundError):
                change()


def test_a_stamp_changes_with_metadata_file_and_text_and_with_nothing_else(library: Library) -> None:
    contribution, other = a_contribution(1), a_contribution(2)
    seen: list[str] = []

    def look() -> None:
        with library.read() as tx:
            stamps = tx.contributions.stamps()
        assert set(stamps) == {contribution.id, other.id}
        seen.append(stamps[contribution.id])

    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.contributions.add(other)
    look()
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document("een", extractor="1"))
    look()
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document("een", extractor="2"))
    look()
    with library.write() as tx:
        tx.contributions.save(replace(contribution, metadata=sourced(contribution.metadata.values, "hand")))
    look()
    with library.write() as tx:
        tx.files.add(contribution.id, a_file(3, version=2))
    look()
    assert len(set(seen)) == len(seen)
    with library.write() as tx:
        tx.contributions.save(tx.contributions.get(contribution.id))
        tx.reading.save_place(ReadingPlace(contribution.id, some_hash(1), PageNo(1), 0.0, 1.0, NOON))
        tx.texts.put(some_hash(2), a_document("van een ander"))
    look()
    assert seen[-1] == seen[-2]


def test_a_read_sees_one_moment_while_another_writes(library: Library) -> None:
    with library.read() as reading:
        assert reading.contributions.count() == 0
        with library.write() as writing:
            writing.contributions.add(a_contribution())
        assert reading.contributions.count() == 0
    with library.read() as tx:
        assert tx.contributions.count() == 1


def test_a_read_cannot_write(library: Library) -> None:
    with library.read() as tx:
        for change in (
            lambda: tx.contributions.add(a_contribution()),
            lambda: tx.texts.put(some_hash(1), a_document("x")),
            lambda: tx.batches.start(a_batch()),
            lambda: tx.outbox.settle("x", "sent"),
        ):
            with pytest.raises(RuntimeError):
                change()


def test_a_thread_that_writes_already_is_told_so(library: Library) -> None:
    with library.write() as tx:
        tx.contributions.add(a_contribution())
        with pytest.raises(RuntimeError), library.write():
            pass
    with library.read() as tx:
        assert tx.contributions.count() == 1


def test_threads_and_programs_write_one_after_the_other_and_nothing_is_lost(library: Library, paths: Paths) -> None:
    problems: list[BaseException] = []
    with Library.open(paths) as second:

        def write(one: Library, first: int) -> None:
            try:
                for number in range(first, first + 15):
                    with one.write() as tx:
                        tx.contributions.add(a_contribution(number))
                    with one.read() as tx:
                        assert len(tx.contributions.all()) == tx.contributions.count()
            except BaseException as error:  # noqa: BLE001 -- reported below
                problems.append(error)

        threads = [threading.Thread(target=write, args=(one, 100 * n)) for n, one in enumerate([library, second] * 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert problems == []
    with library.read() as tx:
        assert len(tx.contributions.all()) == 60
        assert len([row for row in tx.outbox.pending() if row.kind == "contribution"]) == 60


def test_a_second_writer_is_told_that_the_library_is_busy(library: Library, paths: Paths) -> None:
    with Library.open(paths, busy_timeout_s=0.05) as second, library.write() as tx:
        tx.contributions.add(a_contribution())
        with pytest.raises(LibraryBusyError), second.write():
            pass
        with second.read() as reading:
            assert reading.contributions.count() == 0


def test_a_thread_waits_no_longer_than_the_time_out(paths: Paths) -> None:
    failed: list[str] = []
    with Library.open(paths, busy_timeout_s=0.05) as library, library.write():

        def write() -> None:
            try:
                with library.write():
                    pass
            except LibraryBusyError as error:
                failed.append(error.holder)

        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert failed == ["this program"]


def test_a_library_keeps_its_origin_and_another_has_another(library: Library, paths: Paths, tmp_path: Path) -> None:
    with Library.open(paths) as again, Library.open(Paths.of(tmp_path / "ander")) as other:
        assert again.origin == library.origin
        assert other.origin != library.origin
    assert len(library.origin) == 36


def test_import_lock_is_held_by_one_at_a_time(library: Library, paths: Paths) -> None:
    with Library.open(paths) as second:
        with library.import_lock(), pytest.raises(LibraryBusyError), second.import_lock():
            pass
        with second.import_lock():
            pass
