"""What every `Remote` promises: one class of tests for the archive in memory and the real one over HTTP.

Subclass `RemoteContract` in a test module and give it a fixture `world` that makes a fresh `World`.
"""

from collections.abc import Mapping
from typing import Any, Protocol

import pytest

from kennisbank.domain.ids import new_id
from kennisbank.errors import ArchiveRefusedError, NotLoggedInError
from kennisbank.sync.protocol import ChangesPage, GoneReason, Record, RecordKind, Scope, Write, WriteBatch, WriteResult
from kennisbank.sync.protocol_codec import content_hash, digest_of, is_sound, mark
from kennisbank.sync.remote import Remote

WHEN = "2026-01-02T03:04:05.000000+00:00[Europe/Amsterdam]"


class World(Protocol):
    """An archive with what its maintainers can do, and the ways in for readers."""

    def account(self, name: str) -> str:
        """Let somebody in, as ``name@example.org``; return what `remote` wants to hear."""
        ...

    def remote(self, account: str | None) -> Remote:
        """Return the archive as an account sees it; None: as a visitor does."""
        ...

    def put_public(self, kind: RecordKind, record_id: str, body: Mapping[str, Any]) -> None:
        """Publish or correct something."""
        ...

    def take_out(self, kind: RecordKind, record_id: str, reason: GoneReason) -> None:
        """Withdraw, erase or hide something."""
        ...

    def put_file(self, data: bytes) -> str:
        """Let a file be had, of some contribution; return its SHA-256."""
        ...

    def grant(self, account: str, contribution: str) -> None:
        """Let somebody be an author of a contribution."""
        ...


def a_contribution(title: str = "Toetsen", **values: Any) -> dict[str, Any]:
    return {
        "title": title,
        "authors": [{"name": "Ada"}],
        "year": 2025,
        "edition": "NIOC2025",
        "abstract": "Wat.",
        **values,
    }


def a_note(text: str = "Eerst lezen", **values: Any) -> dict[str, Any]:
    return {"contribution": "c", "kind": "note", "created": WHEN, "modified": WHEN, "body": text, **values}


def shared(*people: str, everyone: bool = False) -> dict[str, Any]:
    return {"everyone": everyone, "people": [f"{each}@example.org" for each in people]}


def epoch_of(remote: Remote) -> str:
    return remote.info().epoch


def write(remote: Remote, *writes: Write) -> tuple[WriteResult, ...]:
    return remote.write(WriteBatch(epoch_of(remote), writes)).results


def noted(remote: Remote, record: str, base: int = 0, **values: Any) -> WriteResult:
    return write(remote, Write(new_id(), "annotation", record, base, a_note(**values)))[0]


def deleted(remote: Remote, record: str, base: int) -> WriteResult:
    return write(remote, Write(new_id(), "annotation", record, base, is_deletion=True))[0]


def all_pages(remote: Remote, since: int = 0, *, scope: Scope = "all", limit: int = 500) -> list[ChangesPage]:
    pages = [remote.changes(since, scope=scope, limit=limit)]
    while not pages[-1].is_last:
        pages.append(remote.changes(pages[-1].revision, scope=scope, limit=limit))
    return pages


def seen(remote: Remote, since: int = 0, *, scope: Scope = "all") -> dict[str, Record]:
    return {each.id: each for page in all_pages(remote, since, scope=scope) for each in page.records}


class RemoteContract:
    """The tests; `world` is the subclass's."""

    def test_every_page_follows_the_one_before_and_the_last_one_has_the_digests(self, world: World) -> None:
        ada = world.account("ada")
        for number in range(5):
            world.put_public("contribution", f"c{number}", a_contribution(f"Titel {number}"))
        remote = world.remote(ada)
        assert noted(remote, "n1").outcome == "accepted"
        pages = all_pages(remote, limit=2)
        records = [each for page in pages for each in page.records]
        revisions = [each.revision for each in records]
        assert revisions == sorted(set(revisions))
        assert [each.id for each in records if each.kind == "contribution"] == [f"c{number}" for number in range(5)]
        assert all(is_sound(each) for each in records)
        for page in pages:
            assert page.revision >= max((each.revision for each in page.records), default=0)
            assert page.is_last == (page is pages[-1])
        last = pages[-1]
        assert last.revision == last.head
        marks = {each.id: mark(each.kind, each.id, each.revision, each.hash) for each in records}
        public = {each.id for each in records if each.kind in {"contribution", "edition"}}
        assert last.public == digest_of([value for each, value in marks.items() if each in public])
        assert last.mine == digest_of([value for each, value in marks.items() if each not in public])

    def test_without_news_there_is_one_empty_page(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        remote = world.remote(world.account("ada"))
        last = all_pages(remote)[-1]
        again = remote.changes(last.revision)
        assert again.is_last
        assert again.records == ()
        assert (again.revision, again.head, again.public, again.mine) == (last.head, last.head, last.public, last.mine)

    def test_a_visitor_sees_what_everybody_may_and_writes_nothing(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        noted(world.remote(world.account("ada")), "n1", shared=shared(everyone=True))
        visitor = world.remote(None)
        assert list(seen(visitor, scope="public")) == ["c1"]
        assert visitor.changes(0, scope="public").mine is None
        with pytest.raises((ArchiveRefusedError, NotLoggedInError)):
            noted(visitor, "n2")

    def test_a_correction_gets_the_next_revision_and_the_same_again_does_not(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        visitor = world.remote(None)
        first = seen(visitor, scope="public")["c1"]
        world.put_public("contribution", "c1", a_contribution())
        assert seen(visitor, scope="public")["c1"] == first
        world.put_public("contribution", "c1", a_contribution("Beter"))
        second = seen(visitor, scope="public")["c1"]
        assert second.revision > first.revision
        assert second.body is not None
        assert second.body["title"] == "Beter"

    def test_scopes_are_apart(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        remote = world.remote(world.account("ada"))
        noted(remote, "n1")
        assert list(seen(remote, scope="public")) == ["c1"]
        assert list(seen(remote, scope="mine")) == ["n1"]
        assert set(seen(remote)) == {"c1", "n1"}

    def test_an_own_record_comes_back_as_it_was_sent(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        body = a_note("Mijn zin", tags=["les 4"], from_a_newer_program={"x": [1, 2.5, None]})
        (result,) = write(remote, Write(new_id(), "annotation", "n1", 0, body))
        record = seen(remote)["n1"]
        assert record.is_mine
        assert record.body == body
        assert record.hash == content_hash(body)
        assert record.revision == result.revision

    def test_the_same_write_arrives_once(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        one = Write(new_id(), "annotation", "n1", 0, a_note())
        first, again, later = write(remote, one)[0], write(remote, one)[0], write(remote, one, one)[1]
        assert first.outcome == "accepted"
        assert again == first
        assert later == first
        assert len(all_pages(remote)[-1].records) == 1

    def test_the_same_id_with_other_content_is_refused(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        write_id = new_id()
        write(remote, Write(write_id, "annotation", "n1", 0, a_note("een")))
        (other,) = write(remote, Write(write_id, "annotation", "n1", 0, a_note("twee")))
        assert (other.outcome, other.refusal) == ("refused", "other_content")

    def test_a_write_on_what_has_changed_is_stale_and_says_what_is_there(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        first = noted(remote, "n1", text="een")
        second = noted(remote, "n1", first.revision, text="twee")
        stale = noted(remote, "n1", first.revision, text="drie")
        assert stale.outcome == "stale"
        assert stale.current is not None
        assert stale.current.revision == second.revision
        assert stale.current.body == a_note("twee")
        assert noted(remote, "n1", text="nieuw").outcome == "stale"

    def test_a_deletion_leaves_a_tombstone_that_can_be_written_over(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        first = noted(remote, "n1")
        gone = deleted(remote, "n1", first.revision)
        record = seen(remote, first.revision)["n1"]
        assert record.gone is not None
        assert (record.gone.reason, record.body, record.is_mine) == ("deleted", None, True)
        assert noted(remote, "n1", first.revision).outcome == "stale"
        assert noted(remote, "n1", gone.revision, text="toch").outcome == "accepted"
        assert seen(remote)["n1"].gone is None

    def test_nobody_writes_what_is_another_s_or_everybody_s(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        ada, bob = world.remote(world.account("ada")), world.remote(world.account("bob"))
        first = noted(ada, "n1", shared=shared("bob"))
        for attempt in (
            Write(new_id(), "annotation", "n1", first.revision, a_note("van mij")),
            Write(new_id(), "annotation", "n1", first.revision, is_deletion=True),
            Write(new_id(), "contribution", "c1", 1, a_contribution("van mij")),
        ):
            (result,) = write(bob, attempt)
            assert result.outcome == "refused"
            assert result.current is None
        assert seen(ada)["n1"].body == a_note(shared=shared("bob"))

    def test_what_is_not_a_body_is_refused_alone(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        bad, good = write(
            remote,
            Write(new_id(), "annotation", "n1", 0, {"kind": "note"}),
            Write(new_id(), "annotation", "n2", 0, a_note()),
        )
        assert (bad.outcome, bad.refusal) == ("refused", "invalid")
        assert good.outcome == "accepted"

    def test_what_is_shared_is_seen_by_those_people_and_by_them_alone(self, world: World) -> None:
        ada, bob, eve = (world.remote(world.account(name)) for name in ("ada", "bob", "eve"))
        noted(ada, "n1", shared=shared("bob"))
        record = seen(bob)["n1"]
        assert not record.is_mine
        assert record.creator
        assert is_sound(record)
        assert record.body is not None
        assert record.body["body"] == "Eerst lezen"
        assert seen(eve) == {}

    def test_sharing_later_brings_it_and_sharing_no_longer_takes_it_away(self, world: World) -> None:
        ada, bob = world.remote(world.account("ada")), world.remote(world.account("bob"))
        first = noted(ada, "n1")
        before = all_pages(bob)[-1].revision
        second = noted(ada, "n1", first.revision, shared=shared(everyone=True))
        between = seen(bob, before)
        assert between["n1"].body is not None
        at = all_pages(bob)[-1]
        assert at.mine is not None
        assert at.mine.count == 1
        noted(ada, "n1", second.revision)
        gone = seen(bob, at.revision)["n1"]
        assert gone.gone is not None
        assert (gone.gone.reason, gone.body) == ("unshared", None)
        last = all_pages(bob)[-1]
        assert last.mine is not None
        assert last.mine.count == 0

    def test_receipts_are_of_one_s_own_writes(self, world: World) -> None:
        ada, bob = world.remote(world.account("ada")), world.remote(world.account("bob"))
        known, unknown = new_id(), new_id()
        (result,) = write(ada, Write(known, "annotation", "n1", 0, a_note()))
        receipts = ada.receipts([known, unknown])
        assert dict(receipts.accepted) == {known: result.revision}
        assert receipts.epoch == epoch_of(ada)
        assert dict(bob.receipts([known]).accepted) == {}

    def test_a_batch_of_another_epoch_is_refused_as_a_whole(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        with pytest.raises(ArchiveRefusedError) as refused:
            remote.write(WriteBatch("another", (Write(new_id(), "annotation", "n1", 0, a_note()),)))
        assert refused.value.code == "other_epoch"
        assert seen(remote) == {}

    def test_what_is_withdrawn_keeps_its_title_and_what_is_erased_keeps_nothing(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution("Een"))
        world.put_public("contribution", "c2", a_contribution("Twee"))
        visitor = world.remote(None)
        before = all_pages(visitor, scope="public")[-1].revision
        world.take_out("contribution", "c1", "withdrawn")
        world.take_out("contribution", "c2", "erased")
        found = seen(visitor, before, scope="public")
        one, two = found["c1"], found["c2"]
        assert one.gone is not None
        assert one.body is not None
        assert (one.gone.reason, one.body["title"], "abstract" in one.body) == ("withdrawn", "Een", False)
        assert two.gone is not None
        assert (two.gone.reason, two.body) == ("erased", None)
        last = all_pages(visitor, before, scope="public")[-1]
        assert last.removals == 2
        assert last.public is not None
        assert last.public.count == 1

    def test_what_a_maintainer_erased_can_not_be_written_again(self, world: World) -> None:
        remote = world.remote(world.account("ada"))
        noted(remote, "n1")
        world.take_out("annotation", "n1", "erased")
        gone = seen(remote)["n1"]
        assert gone.body is None
        again = noted(remote, "n1", gone.revision)
        assert (again.outcome, again.refusal) == ("refused", "gone")

    def test_a_file_comes_from_where_it_is_asked(self, world: World) -> None:
        data = bytes(range(256)) * 700
        file_hash: Any = world.put_file(data)
        visitor = world.remote(None)
        for start in (0, 1000, len(data) - 1):
            with visitor.file(file_hash, start) as pieces:
                assert b"".join(pieces) == data[start:]

    def test_a_file_that_is_not_there_is_refused(self, world: World) -> None:
        missing: Any = "0" * 64
        with pytest.raises(ArchiveRefusedError), world.remote(None).file(missing) as pieces:
            b"".join(pieces)
