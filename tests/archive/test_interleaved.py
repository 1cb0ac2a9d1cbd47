"""Several who write at once: revisions become visible in their order, and whoever follows them skips none."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kennisbank.archive.world import Archive
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol import Gone
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution, note, written

WRITERS, WRITES = 3, 12


def test_a_later_writer_waits_and_a_reader_sees_neither_before_the_first_is_done(archive: Archive) -> None:
    done = threading.Event()

    def second() -> None:
        with archive.write() as tx:
            assert tx.records.put_public("contribution", "second", contribution()).revision == 2
        done.set()

    with ThreadPoolExecutor(1) as pool:
        with archive.write() as tx:
            assert tx.records.put_public("contribution", "first", contribution()).revision == 1
            waiting = pool.submit(second)
            with archive.read() as reading:
                assert reading.records.changes(None).head == 0
            assert not done.is_set()
        waiting.result()
    with archive.read() as reading:
        assert [each.id for each in reading.records.changes(None).records] == ["first", "second"]


def test_what_is_taken_back_leaves_no_revision(archive: Archive) -> None:
    with pytest.raises(NotFoundError), archive.write() as tx:  # noqa: PT012 -- the second takes the first with it
        tx.records.put_public("contribution", "c1", contribution())
        tx.records.withdraw("contribution", "c9", Gone("withdrawn"))
    with archive.write() as tx:
        assert tx.records.put_public("contribution", "c2", contribution()).revision == 1


def test_of_two_edits_on_one_revision_one_is_stale(archive: Archive) -> None:
    with archive.write() as tx:
        add_account(tx, "ada")
        written(tx, "ada", "annotation", "n1", note("0"))
    start = threading.Barrier(2)

    def edit(text: str) -> str:
        start.wait()
        with archive.write() as tx:
            return written(tx, "ada", "annotation", "n1", note(text), base=1).outcome

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(edit, ["een", "twee"])) == ["accepted", "stale"]


def test_the_same_write_twice_at_once_arrives_once(archive: Archive) -> None:
    with archive.write() as tx:
        add_account(tx, "ada")
    start = threading.Barrier(2)

    def send(_: int) -> tuple[str, int]:
        start.wait()
        with archive.write() as tx:
            result = written(tx, "ada", "annotation", "n1", note("1"), write="w1")
            return result.outcome, result.revision

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(send, range(2))) == [("accepted", 1)] * 2


def test_a_reader_that_follows_many_writers_skips_nothing(archive: Archive) -> None:
    names = [f"w{number}" for number in range(WRITERS)]
    with archive.write() as tx:
        for name in names:
            add_account(tx, name)

    def work(name: str) -> None:
        base = 0
        for number in range(WRITES):
            with archive.write() as tx:
                tx.records.put_public("contribution", f"{name}-{number}", contribution())
                everyone = number % 3 == 0
                base = written(tx, name, "annotation", name, note(str(number), everyone=everyone), base=base).revision

    clients = [FeedClient(name) for name in (*names, None)]
    with ThreadPoolExecutor(WRITERS) as pool:
        working = [pool.submit(work, name) for name in names]
        while not all(each.done() for each in working):
            for client in clients:
                with archive.read() as tx:
                    client.pull(tx, limit=5)
        for each in working:
            each.result()
    for client in clients:
        fresh = FeedClient(client.account)
        with archive.read() as tx:
            client.pull(tx)
            fresh.pull(tx)
        assert client.held == fresh.held
        assert client.revision == WRITERS * WRITES * 2


def test_writing_inside_writing_is_refused(archive: Archive) -> None:
    with archive.write(), pytest.raises(RuntimeError), archive.write():
        pass
