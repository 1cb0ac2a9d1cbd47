"""One sync: what comes in, what goes out, and what is asked before it is done."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kennisbank.domain.annotation import Annotation, AnnotationFilter
from kennisbank.domain.audience import NOBODY_ELSE, Audience
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.ids import AccountId, AnnotationId, ArchiveId, ContributionId, FileHash, FileId, Origin, new_id
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingMark
from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    Cancelled,
    NotConnectedError,
    SyncBrakeError,
)
from kennisbank.sync.choosing import bring_back, resolve
from kennisbank.sync.memory_remote import MemoryArchive
from kennisbank.sync.protocol import Write, WriteBatch, WriteResult
from kennisbank.tasks.context import JobContext
from tests.sync.conftest import MakeDevice
from tests.sync.sync_devices import Device

PAPER = ContributionId("paper")


def publish(archive: MemoryArchive, record: str = PAPER, title: str = "Toetsen", **values: Any) -> None:
    body = {"title": title, "authors": [{"name": "Ada", "family": "", "given": ""}], "edition": "NIOC2025", **values}
    archive.put_public("contribution", record, body)


def a_file(number: int) -> dict[str, Any]:
    return {
        "hash": f"{number:064x}",
        "name": f"{number}.pdf",
        "role": "paper",
        "media_type": "application/pdf",
        "size": 10,
    }


def note(device: Device, text: str = "een", **values: Any) -> AnnotationId:
    moment = now()
    made = Annotation(AnnotationId(new_id()), PAPER, "note", None, moment, moment, body=text)
    with device.library.write() as tx:
        tx.annotations.save(replace(made, **values))
    return made.id


def find(device: Device, note_id: AnnotationId) -> Annotation | None:
    with device.library.read() as tx:
        return tx.annotations.find(note_id)


def edit(device: Device, note_id: AnnotationId, **values: Any) -> None:
    with device.library.write() as tx:
        found = tx.annotations.find(note_id)
        assert found is not None
        tx.annotations.save(replace(found, modified=now(), **values))


def contribution(device: Device, contribution_id: str = PAPER) -> Contribution | None:
    with device.library.read() as tx:
        return tx.contributions.find(ContributionId(contribution_id))


def both_of(archive: MemoryArchive, device: MakeDevice) -> tuple[Device, Device]:
    """Return two devices of one account."""
    ada = archive.add_account("ada")
    return device(ada), device(ada)


# The catalogue.


def test_a_second_sync_is_one_request_and_does_nothing(archive: MemoryArchive, device: MakeDevice) -> None:
    archive.put_public("edition", "e1", {"code": "NIOC2025", "name": "Congres", "year": 2025})
    publish(archive, files=[a_file(1)])
    one = device(archive.add_account("ada"))
    note(one)
    first = one.sync()
    assert (first.added, first.sent, first.differs) == (2, 1, "")
    outcome, requests = one.requests_of()
    assert requests == outcome.requests == 1
    assert not outcome.changes
    with one.library.read() as tx:
        found = tx.contributions.find(PAPER)
        assert found is not None
        assert {each.source for each in found.metadata.provenance.values()} == {"archive"}
        assert [edition.name for edition, _ in tx.editions.all()] == ["Congres"]
        assert [each.name for each in tx.offers.of([PAPER])[PAPER]] == ["1.pdf"]
        assert not tx.outbox.pending()


def test_without_a_link_nothing_is_asked(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device()
    with one.library.write() as tx:
        tx.archives.remove_link()
    with pytest.raises(NotConnectedError):
        one.sync()
    assert one.remote.log == []


def imported(device: Device, number: int = 1, **values: Any) -> ContributionId:
    """Put a contribution in a library as an import does."""
    file = ContributionFile(
        FileId(new_id()), FileHash(f"{number:064x}"), "x.pdf", "paper", 1, True, "application/pdf", 10, 1, now()
    )
    metadata = sourced(Metadata(title="Uit een bestand", **values), "proposal")
    made = Contribution(ContributionId(new_id()), Origin("hier"), metadata, (file,), now(), now())
    with device.library.write() as tx:
        tx.contributions.add(made)
    return made.id


def test_what_is_here_already_is_linked_and_notes_on_it_stay(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    local = imported(one)
    mine = note(one, contribution=local)
    one.sync()
    publish(archive, files=[a_file(1)])
    two.sync()
    assert find(two, mine).contribution == local  # type: ignore[union-attr]
    one.sync()
    two.sync()
    with one.library.read() as tx:
        (only,) = tx.contributions.all()
        assert (only.id, only.metadata.values.title, len(only.files)) == (local, "Toetsen", 1)
    assert find(one, mine).contribution == local  # type: ignore[union-attr]
    assert find(two, mine).contribution == PAPER  # type: ignore[union-attr]


@pytest.mark.parametrize("ours", [{"doi": "https://doi.org/10.1/X"}, {"title": "toetsen!", "edition": "nioc2025"}])
def test_the_same_paper_is_known_by_its_doi_or_its_title(
    archive: MemoryArchive, device: MakeDevice, ours: dict[str, Any]
) -> None:
    one = device()
    with one.library.write() as tx:
        metadata = sourced(Metadata(**{"title": "Anders", **ours}), "list")
        tx.contributions.add(Contribution(ContributionId("hier"), Origin("hier"), metadata, (), now(), now()))
    publish(archive, doi="10.1/x")
    one.sync()
    with one.library.read() as tx:
        assert [each.id for each in tx.contributions.all()] == ["hier"]
        assert tx.synced.record_ids(ArchiveId(archive.id), "contribution", ["hier"]) == {"hier": PAPER}


def test_two_papers_that_are_alike_are_not_taken_for_one(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device()
    for each in ("een", "twee"):
        metadata = sourced(Metadata(title="Toetsen", edition="NIOC2025"), "list")
        with one.library.write() as tx:
            tx.contributions.add(Contribution(ContributionId(each), Origin("hier"), metadata, (), now(), now()))
    publish(archive)
    one.sync()
    with one.library.read() as tx:
        assert tx.contributions.count() == 3


def by_hand(device: Device, **values: Any) -> None:
    with device.library.write() as tx:
        here = tx.contributions.get(PAPER)
        changed = sourced(replace(here.metadata.values, **values), "hand", only=frozenset(values))  # type: ignore[arg-type]
        tx.contributions.save(replace(here, metadata=here.metadata.merged(changed)))


def test_what_a_reader_mended_by_hand_stays_and_is_never_sent(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive, abstract="Kort")
    one = device(archive.add_account("ada"))
    one.sync()
    by_hand(one, title="Toetsen in de klas")
    revision = archive.revision
    publish(archive, abstract="Lang")
    outcome = one.sync()
    found = contribution(one)
    assert found is not None
    assert (found.metadata.values.title, found.metadata.values.abstract) == ("Toetsen in de klas", "Lang")
    assert outcome.conflicts == 0
    assert archive.revision == revision + 1


def test_a_field_mended_here_and_corrected_there_is_shown_with_both(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive)
    one = device(archive.add_account("ada"))
    one.sync()
    by_hand(one, title="Mijn titel")
    publish(archive, title="Hun titel")
    assert one.sync().conflicts == 1
    publish(archive, title="Hun titel, nog eens")
    assert one.sync().conflicts == 0
    with one.library.write() as tx:
        (conflict,) = tx.synced.conflicts()
        assert (conflict.field, conflict.base, conflict.mine) == ("title", "Toetsen", "Mijn titel")
        assert conflict.theirs == "Hun titel, nog eens"
        assert tx.contributions.get(PAPER).metadata.values.title == "Mijn titel"
        resolve(tx, conflict, "theirs")
        assert tx.contributions.get(PAPER).metadata.values.title == "Hun titel, nog eens"
        (loser,) = tx.synced.losers()
        bring_back(tx, loser)
        assert tx.contributions.get(PAPER).metadata.values.title == "Mijn titel"


def test_a_withdrawn_paper_keeps_its_title_and_the_reason(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive, abstract="Weg ermee", files=[a_file(1)])
    one = device(archive.add_account("ada"))
    local = imported(one)
    mine = note(one, contribution=local)
    one.sync()
    archive.take_out("contribution", PAPER, "withdrawn", "Op verzoek van de auteur.")
    one.sync()
    found = contribution(one, local)
    assert found is not None
    assert found.withdrawn is not None
    assert (found.withdrawn.reason, found.withdrawn.words) == ("withdrawn", "Op verzoek van de auteur.")
    assert (found.metadata.values.title, found.metadata.values.abstract, found.files) == ("Toetsen", "", ())
    assert find(one, mine) is not None
    with one.library.read() as tx:
        assert tx.offers.all() == []
        base = tx.synced.bases(ArchiveId(archive.id), "", "contribution", [PAPER])[PAPER]
        assert "Weg" not in base.body
    publish(archive)
    one.sync()
    back = contribution(one, local)
    assert back is not None
    assert back.withdrawn is None


@pytest.mark.parametrize("reason", ["erased", "hidden"])
def test_what_was_erased_beats_every_edit(archive: MemoryArchive, device: MakeDevice, reason: Any) -> None:
    publish(archive, abstract="Geheim")
    one = device(archive.add_account("ada"))
    one.sync()
    by_hand(one, title="Geheim, van mij")
    publish(archive, title="Anders")
    one.sync()
    mine = note(one)
    archive.take_out("contribution", PAPER, reason)
    one.sync()
    assert contribution(one) is None
    assert find(one, mine) is not None
    with one.library.read() as tx:
        assert tx.synced.conflicts() == []
        base = tx.synced.bases(ArchiveId(archive.id), "", "contribution", [PAPER])[PAPER]
        assert base.body == base.hash == ""


@pytest.mark.parametrize("reason", ["erased", "hidden"])
def test_what_was_erased_before_a_first_sync_goes_where_it_is_here_under_that_id(
    archive: MemoryArchive, device: MakeDevice, reason: Any
) -> None:
    """As by a harvest or an export."""
    for number in range(12):
        publish(archive, f"paper-{number}", f"Titel {number}")
    publish(archive, abstract="Geheim")
    one = device(archive.add_account("ada"))
    moment = now()
    told = sourced(Metadata(title="Toetsen", abstract="Geheim"), "list", "harvest")
    with one.library.write() as tx:
        for name in [PAPER, *(ContributionId(f"paper-{number}") for number in range(12))]:
            tx.contributions.add(Contribution(name, one.library.origin, told, (), moment, moment))
    mine = note(one)
    archive.take_out("contribution", PAPER, reason)
    one.sync()
    assert contribution(one) is None
    assert find(one, mine) is not None
    assert one.sync().received == 0


def test_a_first_sync_stops_before_more_than_a_tenth_goes_of_what_is_here_under_those_ids(
    archive: MemoryArchive, device: MakeDevice
) -> None:
    names = many(archive)
    one = device()
    moment = now()
    with one.library.write() as tx:
        for each in names:
            told = sourced(Metadata(title=f"Titel {each}"), "list", "harvest")
            tx.contributions.add(Contribution(ContributionId(each), one.library.origin, told, (), moment, moment))
    for each in names[:6]:
        archive.take_out("contribution", each, "erased")
    with pytest.raises(SyncBrakeError):
        one.sync()
    with one.library.read() as tx:
        assert tx.contributions.count() == 30


# One's own.


def test_an_edit_during_the_upload_is_not_lost(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    mine = note(one)
    send = one.remote.write

    def write(batch: WriteBatch) -> Any:
        one.remote.write = send  # type: ignore[method-assign]
        edit(one, mine, body="twee")
        return send(batch)

    one.remote.write = write  # type: ignore[method-assign]
    one.sync()
    two.sync()
    assert find(one, mine).body == find(two, mine).body == "twee"  # type: ignore[union-attr]


def test_a_write_whose_answer_was_lost_arrives_once(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    one.sync()
    mine = note(one)
    one.remote.faults.extend([None, "lost_answer"])
    with pytest.raises(ArchiveUnreachableError):
        one.sync()
    revision = archive.revision
    edit(one, mine, body="daarna")
    one.sync()
    assert archive.revision == revision + 1
    two.sync()
    assert find(two, mine).body == "daarna"  # type: ignore[union-attr]


def test_a_write_that_comes_late_does_no_harm(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    one.sync()
    mine = note(one)
    one.remote.faults.extend([None, "delayed"])
    with pytest.raises(ArchiveUnreachableError):
        one.sync()
    edit(one, mine, body="daarna")
    one.sync()
    archive.arrive()
    one.sync()
    two.sync()
    assert find(one, mine).body == find(two, mine).body == "daarna"  # type: ignore[union-attr]
    with one.library.read() as tx:
        assert tx.synced.conflicts() == []


def test_an_edit_beats_a_deletion(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    mine = note(one)
    one.sync()
    two.sync()
    for first, second in ((one, two), (two, one)):
        with first.library.write() as tx:
            tx.annotations.erase([mine])
        edit(second, mine, body=f"toch {new_id()}")
        first.sync()
        second.sync()
        first.sync()
        assert find(first, mine) is not None
        assert find(first, mine).body == find(second, mine).body  # type: ignore[union-attr]


def test_what_was_deleted_elsewhere_goes_and_can_be_brought_back(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    mine = note(one)
    one.sync()
    two.sync()
    with one.library.write() as tx:
        tx.annotations.erase([mine])
    one.sync()
    two.sync()
    assert find(two, mine) is None
    with two.library.write() as tx:
        (loser,) = tx.synced.losers()
        assert loser.reason == "deleted"
        bring_back(tx, loser)
    two.sync()
    one.sync()
    assert find(one, mine) is not None


def test_a_text_changed_on_both_sides_stands_with_both_until_somebody_chooses(
    archive: MemoryArchive, device: MakeDevice
) -> None:
    one, two = both_of(archive, device)
    mine = note(one, tags=("a",))
    one.sync()
    two.sync()
    edit(one, mine, body="van een", tags=("a", "b"))
    edit(two, mine, body="van twee", tags=("a", "c"))
    one.sync()
    two.sync()
    one.sync()
    assert find(one, mine).body == "van een"  # type: ignore[union-attr]
    found = find(two, mine)
    assert found is not None
    assert (found.body, set(found.tags)) == ("van twee", {"a", "b", "c"})
    assert set(find(one, mine).tags) == {"a", "b", "c"}  # type: ignore[union-attr]
    with two.library.write() as tx:
        (conflict,) = tx.synced.conflicts()
        assert (conflict.mine, conflict.theirs) == ("van twee", "van een")
        resolve(tx, conflict, "both")
    two.sync()
    one.sync()
    assert find(one, mine).body == "van twee\n\nvan een"  # type: ignore[union-attr]
    with one.library.read() as tx:
        assert tx.synced.conflicts() == []


def test_marks_made_on_two_devices_become_the_newest_one(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    for each, state in ((one, "read"), (two, "to_read"), (one, "reading")):
        with each.library.write() as tx:
            tx.reading_marks.put(ReadingMark(PAPER, state, now()))  # type: ignore[arg-type]
    for each in (two, one, two):
        each.sync()
    for each in (one, two):
        with each.library.read() as tx:
            assert tx.reading_marks.of([PAPER])[PAPER].state == "reading"
    assert len(archive.records.all_seen(one.account, "mine")) == 1


def test_what_a_newer_program_wrote_stays_in_what_this_one_changes(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    mine = note(one)
    one.sync()
    record = archive.records.records["annotation", mine]
    body = {**(record.body or {}), "mood": {"x": [1]}, "kind": "sticker"}
    write = Write(new_id(), "annotation", mine, record.revision, body)
    assert archive.records.write(str(one.account), write).outcome == "accepted"
    one.sync()
    edit(one, mine, body="twee")
    one.sync()
    after = archive.records.records["annotation", mine].body or {}
    assert (after["mood"], after["kind"], after["body"]) == ({"x": [1]}, "sticker", "twee")


def test_nobody_s_notes_and_another_account_s_are_never_sent(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    theirs = note(one)
    bob = archive.add_account("bob")
    one.log_in(None)
    nobodys = note(one)
    one.log_in(bob)
    own = note(one)
    one.sync()
    assert [each.id for each in archive.records.all_seen(bob, "mine")] == [own]
    assert find(one, theirs) is None
    assert find(one, nobodys) is not None
    one.log_in(None)
    one.sync()
    assert len(archive.records.records) == 1


def test_what_somebody_shares_is_read_and_goes_when_it_is_not_shared_any_more(
    archive: MemoryArchive, device: MakeDevice
) -> None:
    ada, bob = device(archive.add_account("Ada")), device(archive.add_account("Bob"))
    mine = note(ada, shared=Audience(people=("bob@example.org",)))
    ada.sync()
    bob.sync()
    found = find(bob, mine)
    assert found is not None
    assert (found.creator, found.source, found.is_read_only) == ("Ada", "shared", True)
    edit(ada, mine, shared=NOBODY_ELSE)
    ada.sync()
    bob.sync()
    assert find(bob, mine) is None


def test_notes_on_papers_that_are_not_here_yet_are_kept(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    mine = note(one, contribution=ContributionId("nog niet"))
    one.sync()
    two.sync()
    assert find(two, mine) is not None


def test_a_suspended_account_keeps_what_waits(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    note(one)
    archive.suspend(str(one.account))
    with pytest.raises(ArchiveRefusedError):
        one.sync()
    archive.suspend(str(one.account), is_suspended=False)
    assert one.sync().sent == 1


def test_what_is_refused_says_why_and_the_rest_goes(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    note(one, body="x" * 200_001)
    note(one)
    outcome = one.sync()
    assert (outcome.sent, outcome.refused) == (1, 1)
    with one.library.read() as tx:
        assert [reason for _, reason in tx.unsent.all()] == ["invalid"]
    assert one.sync().requests == 1


# What isn't trusted.


def test_another_archive_is_not_trusted(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device()
    one.sync()
    publish(archive)
    archive.id = new_id()
    with pytest.raises(ArchiveUntrustedError) as refused:
        one.sync()
    assert refused.value.code == "other_archive"
    assert contribution(one) is None


def test_a_restored_archive_with_another_key_is_not_trusted(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device()
    one.sync()
    archive.restore(archive.backup())
    archive.key = "another"
    with pytest.raises(ArchiveUntrustedError) as refused:
        one.sync()
    assert refused.value.code == "other_key"


def test_a_revision_that_goes_back_is_not_trusted(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device()
    before = archive.backup()
    publish(archive)
    one.sync()
    archive.roll_back(before)
    with pytest.raises(ArchiveUntrustedError) as refused:
        one.sync()
    assert refused.value.code == "revision_back"
    assert contribution(one) is not None
    with one.library.read() as tx:
        link = tx.archives.link()
        assert link is not None
        assert (link.outcome, link.revision) == ("ArchiveUntrustedError", 1)


@pytest.mark.parametrize("code", ["wrong_hash", "endless", "malformed", "too_large"])
def test_a_page_that_is_not_as_agreed_is_not_taken(archive: MemoryArchive, device: MakeDevice, code: str) -> None:
    publish(archive)
    publish(archive, "paper-2", "Twee")
    one = device()
    ask = one.remote.changes

    def changes(since: int, **options: Any) -> Any:
        page = ask(since, **options)
        first = page.records[0]
        return {
            "wrong_hash": replace(page, records=(replace(first, body={"title": "Anders"}),)),
            "endless": replace(page, records=(), revision=since, is_last=False),
            "malformed": replace(page, records=page.records[::-1]),
            "too_large": replace(page, records=tuple([first] * 1001)),
        }[code]

    one.remote.changes = changes  # type: ignore[method-assign]
    with pytest.raises(ArchiveUntrustedError) as refused:
        one.sync()
    assert refused.value.code == code
    with one.library.read() as tx:
        assert tx.contributions.count() == 0


def test_an_archive_that_always_knows_better_is_left(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    note(one)
    send = one.remote.write

    def write(batch: WriteBatch) -> Any:
        results = send(replace(batch, writes=()))
        return replace(results, results=tuple(WriteResult(each.id, "stale") for each in batch.writes))

    one.remote.write = write  # type: ignore[method-assign]
    with pytest.raises(ArchiveUntrustedError) as refused:
        one.sync()
    assert refused.value.code == "endless"
    one.remote.write = send  # type: ignore[method-assign]
    assert one.sync().sent == 1


def test_a_difference_is_mended_by_comparing_everything_once(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive)
    one = device(archive.add_account("ada"))
    mine = note(one)
    one.sync()
    with one.library.write() as tx:
        tx.synced.forget(ArchiveId(archive.id), "", "contribution", [PAPER])
        tx.annotations.put_anchors([])
    publish(archive, "paper-2", "Twee")
    outcome = one.sync()
    assert outcome.differs == ""
    assert find(one, mine) is not None
    with one.library.read() as tx:
        assert tx.contributions.count() == 2
    assert one.sync().requests == 1


def test_a_difference_that_stays_is_said_and_not_tried_again(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive)
    one = device()
    ask = one.remote.changes

    def changes(since: int, **options: Any) -> Any:
        page = ask(since, **options)
        return page if page.public is None else replace(page, public=replace(page.public, sum=1))

    one.remote.changes = changes  # type: ignore[method-assign]
    assert one.sync().differs == "public"
    outcome = one.sync()
    assert (outcome.differs, outcome.requests) == ("public", 1)


# The archive put back.


def test_a_restored_archive_hears_again_what_it_lacks(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    old = note(one)
    one.sync()
    before = archive.backup()
    new = note(one)
    edit(one, old, body="beter")
    publish(archive)
    one.sync()
    two.sync()
    archive.restore(before)
    two.sync()
    one.sync()
    two.sync()
    for each in (one, two):
        assert find(each, new) is not None
        assert find(each, old).body == "beter"  # type: ignore[union-attr]
        assert contribution(each) is not None
    assert {each.id for each in archive.records.all_seen(one.account, "mine")} == {old, new}
    assert one.sync().requests == 1


def test_what_was_deleted_before_the_restore_is_deleted_again(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    mine = note(one)
    one.sync()
    before = archive.backup()
    with one.library.write() as tx:
        tx.annotations.erase([mine])
    one.sync()
    archive.restore(before)
    one.sync()
    assert find(one, mine) is None
    assert archive.records.records["annotation", mine].body is None


# Brakes.


def many(archive: MemoryArchive, count: int = 30) -> list[str]:
    names = [f"paper-{number}" for number in range(count)]
    for each in names:
        publish(archive, each, f"Titel {each}")
    return names


def test_more_than_a_tenth_is_not_removed_before_somebody_says_so(archive: MemoryArchive, device: MakeDevice) -> None:
    names = many(archive)
    one = device()
    one.sync()
    for each in names[:6]:
        archive.take_out("contribution", each, "erased")
    for _ in range(2):
        with pytest.raises(SyncBrakeError) as stopped:
            one.sync()
        assert (stopped.value.removals, stopped.value.total) == (6, 30)
    with one.library.write() as tx:
        assert tx.contributions.count() == 30
        link = tx.archives.link()
        assert link is not None
        assert link.brake is not None
        assert link.outcome == "brake"
        tx.archives.save_link(replace(link, brake=replace(link.brake, is_released=True)))
    assert one.sync().removed == 6
    with one.library.read() as tx:
        assert tx.contributions.count() == 24
        assert tx.archives.link().brake is None  # type: ignore[union-attr]


def test_small_portions_do_not_get_round_the_brake(archive: MemoryArchive, device: MakeDevice) -> None:
    names = many(archive)
    one = device()
    one.sync()
    for each in names[:5]:
        archive.take_out("contribution", each, "withdrawn")
        assert one.sync().removed == 1
    archive.take_out("contribution", names[5], "withdrawn")
    with pytest.raises(SyncBrakeError):
        one.sync()
    one.sync(accept_removals=True)
    assert one.sync().requests == 1


def test_an_archive_that_says_little_takes_little(archive: MemoryArchive, device: MakeDevice) -> None:
    names = many(archive)
    one = device()
    one.sync()
    for each in names:
        archive.take_out("contribution", each, "erased")
    ask = one.remote.changes

    def changes(since: int, **options: Any) -> Any:
        page = ask(since, **{**options, "limit": 2})
        return replace(page, removals=0)

    one.remote.changes = changes  # type: ignore[method-assign]
    with pytest.raises(SyncBrakeError):
        one.sync()
    with one.library.read() as tx:
        assert tx.contributions.count() >= 25


def test_a_suddenly_empty_archive_stops_the_sync(archive: MemoryArchive, device: MakeDevice) -> None:
    empty = archive.backup()
    many(archive)
    one = device()
    one.sync()
    archive.restore(empty)
    for _ in range(2):
        with pytest.raises(SyncBrakeError):
            one.sync()
    one.sync(accept_removals=True)
    with one.library.read() as tx:
        assert tx.contributions.count() == 30
    assert one.sync().requests == 1


def test_one_s_own_notes_have_a_brake_of_their_own(archive: MemoryArchive, device: MakeDevice) -> None:
    one, two = both_of(archive, device)
    notes = [note(one, f"{number}") for number in range(12)]
    one.sync()
    two.sync()
    with one.library.write() as tx:
        tx.annotations.erase(notes[:8])
    one.sync()
    with pytest.raises(SyncBrakeError):
        two.sync()
    with two.library.read() as tx:
        assert len(tx.annotations.all()) == 12
    two.sync(accept_removals=True)
    with two.library.read() as tx:
        assert len(tx.annotations.all()) == 4
        assert len(tx.synced.losers()) == 8
        assert tx.annotations.all(AnnotationFilter(is_trashed=True)) == []


# Stopping.


def test_a_sync_can_be_stopped_between_two_pages(archive: MemoryArchive, device: MakeDevice) -> None:
    publish(archive)
    publish(archive, "paper-2", "Twee")
    one = device()
    one.remote.faults.append("short_page")
    ctx = JobContext(lambda progress: ctx.cancel() if progress.done == 1 else None)
    with pytest.raises(Cancelled):
        one.sync(ctx=ctx)
    with one.library.read() as tx:
        assert tx.contributions.count() == 1
        assert tx.archives.link().outcome == "cancelled"  # type: ignore[union-attr]
    one.sync()
    with one.library.read() as tx:
        assert tx.contributions.count() == 2


def test_somebody_else_logging_in_ends_a_sync(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    bob = archive.add_account("bob")
    mine = note(one)
    ask = one.remote.changes

    def changes(since: int, **options: Any) -> Any:
        remote = one.remote
        one.log_in(bob)
        one.remote = remote
        return ask(since, **options)

    one.remote.changes = changes  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        one.sync()
    assert ("annotation", mine) not in archive.records.records
    with one.library.read() as tx:
        assert {each.id: each.revision for each in tx.archives.accounts()}[AccountId(bob)] == 0


def test_what_is_on_its_way_can_be_read_in_the_outbox(archive: MemoryArchive, device: MakeDevice) -> None:
    one = device(archive.add_account("ada"))
    mine = note(one)
    one.remote.faults.extend([None, "lost_request"])
    with pytest.raises(ArchiveUnreachableError):
        one.sync()
    with one.library.read() as tx:
        (row,) = tx.sending.rows(tx.viewer, "sent")
        assert row.payload["write"]["body"]["body"] == "een"
        assert json.dumps(row.payload["write"]).count(mine) == 1


def test_two_accounts_of_one_computer_can_share_with_each_other(archive: MemoryArchive, device: MakeDevice) -> None:
    ada, bob = archive.add_account("Ada"), archive.add_account("Bob")
    elsewhere, one = device(ada), device(bob)
    mine = note(elsewhere, shared=Audience(everyone=True))
    elsewhere.sync()
    one.sync()
    assert find(one, mine).creator == "Ada"  # type: ignore[union-attr]
    one.log_in(ada)
    one.sync()
    assert find(one, mine).source == "own"  # type: ignore[union-attr]
    edit(one, mine, body="twee")
    one.sync()
    one.log_in(bob)
    one.sync()
    with one.library.read() as tx:
        (copy,) = tx.annotations.all()
    assert (copy.body, copy.creator, copy.source) == ("twee", "Ada", "shared")
    elsewhere.sync()
    edit(elsewhere, mine, shared=NOBODY_ELSE)
    elsewhere.sync()
    one.sync()
    with one.library.read() as tx:
        assert tx.annotations.all() == []
    one.log_in(ada)
    assert find(one, mine).body == "twee"  # type: ignore[union-attr]
