"""Keeping in step with the real archive, and what a reader sees of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.domain.annotation import Annotation
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.syncing import Waiting
from kennisbank.errors import (
    ArchiveUnreachableError,
    BadInputError,
    Cancelled,
    LibraryBusyError,
    NotConnectedError,
    NotFoundError,
    NotLoggedInError,
    SyncBrakeError,
)
from kennisbank.tasks.context import JobContext
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put("edition", code="C2020", name="Congres 2020", year=2020, website="")
        served.put("edition", code="C2022", name="Congres 2022", year=2022, website="")
        served.put(record="p1", title="Robots in de klas", edition="C2020", year=2020, keywords=["robot"])
        served.put(record="p2", title="Netwerken van docenten", edition="C2022", year=2022)
        yield served


@pytest.fixture
def me(archive: RealArchive, tmp_path: Path) -> Iterator[Reader]:
    with reader(tmp_path / "home") as opened:
        opened.accounts.connect(archive.url)
        yield opened


@pytest.fixture
def searched(archive: RealArchive, tmp_path: Path) -> Iterator[Reader]:
    """Give a machine on which what comes can be searched."""
    with reader(tmp_path / "searched", is_searched=True) as opened:
        opened.accounts.connect(archive.url)
        yield opened


@pytest.fixture
def tablet(archive: RealArchive, tmp_path: Path) -> Iterator[Reader]:
    """Give another machine of the same person."""
    with reader(tmp_path / "tablet") as opened:
        opened.accounts.connect(archive.url)
        yield opened


def notes(each: Reader) -> list[Annotation]:
    with each.library.read() as tx:
        return tx.annotations.all()


def paper(each: Reader, title: str = "Robots in de klas") -> ContributionId:
    with each.library.read() as tx:
        return next(one.id for one in tx.contributions.all() if one.metadata.values.title == title)


def note(each: Reader, body: str) -> Annotation:
    (made,) = each.annotating.note(paper(each), body).after
    assert made is not None
    return made


def count(each: Reader) -> int:
    with each.library.read() as tx:
        return tx.contributions.count()


def found(each: Reader, query: str) -> int:
    return each.searching.find(SearchRequest(query)).results.total


def shared(archive: RealArchive, *readers: Reader, body: str = "Goed idee") -> Annotation:
    """Return a note that all these machines of one person have."""
    for each in readers:
        each.log_in(archive)
        each.syncing.run()
    made = note(readers[0], body)
    for each in readers:
        each.syncing.run()
    return made


def disputed(archive: RealArchive, me: Reader, tablet: Reader) -> None:
    """Have one note changed on both machines, differently."""
    made = shared(archive, me, tablet)
    tablet.annotating.change(made.id, body="Goed, maar duur")
    tablet.syncing.run()
    me.annotating.change(made.id, body="Goed, en haalbaar")
    me.syncing.run()


# In step.


def test_a_first_sync_brings_the_catalogue_and_a_second_asks_once(archive: RealArchive, searched: Reader) -> None:
    me = searched
    outcome = me.syncing.run()
    assert (outcome.added, outcome.differs) == (4, "")
    assert found(me, "robots") == 1
    status = me.syncing.status()
    assert (status.link.outcome, status.link.synced is None, status.is_running) == ("", False, False)
    asked = len(archive.requests)
    again = me.syncing.run()
    assert (again.requests, again.received, bool(again.changes)) == (1, 0, False)
    assert archive.requests[asked:] == [("GET", "/changes")]


def test_what_is_written_here_is_searched_on_the_other_machine(
    archive: RealArchive, me: Reader, searched: Reader
) -> None:
    made = shared(archive, me, searched, body="Vraag naar de kosten van zwenkwieltjes")
    assert [(each.id, each.body) for each in notes(searched)] == [(made.id, made.body)]
    assert found(searched, "zwenkwieltjes") == 1
    changes = searched.accounts.log_out(removes=True).changes
    assert changes.ids("annotation") == {made.id}
    searched.log_in(archive, "bob@uni.example")
    searched.syncing.run()
    assert notes(searched) == []
    assert found(searched, "zwenkwieltjes") == 0


def test_what_belongs_to_nobody_is_never_sent(archive: RealArchive, me: Reader, tablet: Reader) -> None:
    me.syncing.run()
    note(me, "van niemand")
    for each in (me, tablet):
        each.log_in(archive)
        each.syncing.run()
    assert notes(tablet) == []
    me.accounts.claim(["annotation"])
    for each in (me, tablet):
        each.syncing.run()
    assert [each.body for each in notes(tablet)] == ["van niemand"]


def test_a_library_that_is_not_connected_has_nothing_to_run(tmp_path: Path) -> None:
    with reader(tmp_path / "home") as alone:
        with pytest.raises(NotConnectedError):
            alone.syncing.run()
        assert alone.syncing.status().link is None
        assert alone.syncing.release_brake().changes == ()


def test_one_program_at_a_time_syncs(me: Reader) -> None:
    with reader(me.library.paths.home) as other, other.syncing._alone(), pytest.raises(LibraryBusyError):
        me.syncing.run()


def test_how_it_ended_stays_to_be_seen(archive: RealArchive, me: Reader) -> None:
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        me.syncing.run(ctx)
    assert me.syncing.status().link.outcome == "cancelled"
    with me.library.write() as tx:
        tx.archives.save_link(replace(tx.archives.link(), url="http://127.0.0.1:9"))
    with pytest.raises(ArchiveUnreachableError):
        me.syncing.run()
    link = me.syncing.status().link
    assert (link.outcome, link.detail) == ("ArchiveUnreachableError", "unreachable")


@pytest.mark.parametrize("way", ["ended", "keyring", "suspended", "pending"])
def test_whoever_cannot_log_in_keeps_getting_what_everybody_sees(archive: RealArchive, me: Reader, way: str) -> None:
    account = me.log_in(archive)
    me.syncing.run()
    if way == "ended":
        archive.world.administration.end_sessions("", account.id)
    elif way == "keyring":
        me.access.forget(account)
    else:
        archive.change(account.mail, state="suspended" if way == "suspended" else None)
    note(me, "wacht hierop")
    archive.put(record="p3", title="Iets nieuws")
    me.syncing.run()
    assert paper(me, "Iets nieuws")
    ended = {"ended": "ended", "keyring": "ended", "suspended": "suspended", "pending": ""}
    assert me.syncing.status().account.ended == ended[way]
    assert [each.title for each in me.syncing.waiting()] == ([] if way == "pending" else ["wacht hierop"])
    if way == "suspended":
        archive.change(account.mail, state="active")
    else:
        me.log_in(archive)
    me.syncing.run()
    assert (me.syncing.waiting(), me.syncing.status().account.ended) == ([], "")


def test_a_token_that_is_no_good_is_said(archive: RealArchive, tmp_path: Path) -> None:
    with reader(tmp_path / "server", environment={"KENNISBANK_TOKEN": "kb_wrong"}) as server:
        server.accounts.connect(archive.url)
        with pytest.raises(NotLoggedInError):
            server.syncing.run()


def test_a_device_token_syncs_with_one_request(archive: RealArchive, me: Reader, tmp_path: Path) -> None:
    shared(archive, me)
    token = me.accounts.print_token("server", 1)
    with reader(tmp_path / "server", environment={"KENNISBANK_TOKEN": token}) as server:
        server.accounts.connect(archive.url)
        server.syncing.run()
        assert [each.body for each in notes(server)] == ["Goed idee"]
        asked = len(archive.requests)
        server.syncing.run()
        assert archive.requests[asked:] == [("GET", "/changes")]


# What waits.


def test_what_waits_is_called_by_its_words_and_goes_when_it_is_sent(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive)
    me.syncing.run()
    made = note(me, "Een lange gedachte " * 20)
    me.dossiers.create("Voor de les")
    note(me, "")
    titles = [each.title for each in me.syncing.waiting()]
    assert titles[0].startswith("Een lange gedachte")
    assert titles[0].endswith("…")
    assert titles[1:] == ["Voor de les", "Robots in de klas"]
    assert me.syncing.status().waiting == 3
    assert me.syncing.run().sent == 3
    assert me.syncing.waiting() == []
    me.annotating.erase([made.id])
    (removed,) = me.syncing.waiting()
    assert (removed.action, removed.title[:10]) == ("removed", "Een lange ")


def test_what_was_refused_says_why_and_is_sent_again(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive)
    me.syncing.run()
    made = note(me, "x" * 250_000)
    assert me.syncing.run().refused == 1
    (waiting,) = me.syncing.waiting()
    assert (waiting.state, waiting.reason) in {("failed", "too_large"), ("failed", "invalid")}
    assert me.syncing.status().failed == 1
    assert me.syncing.run().sent == 0
    me.annotating.change(made.id, body="korter")
    me.syncing.run()
    assert me.syncing.waiting() == []
    with pytest.raises(NotFoundError):
        me.syncing.retry(waiting.id)


def test_a_retry_sends_again_and_is_refused_again(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive)
    me.syncing.run()
    note(me, "x" * 250_000)
    me.syncing.run()
    (waiting,) = me.syncing.waiting()
    me.syncing.retry(waiting.id)
    assert [each.state for each in me.syncing.waiting()] == ["queued"]
    assert me.syncing.run().refused == 1


def test_a_new_note_that_is_taken_back_stays_here_as_nobodys(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive)
    me.syncing.run()
    note(me, "liever niet")
    (waiting,) = me.syncing.waiting()
    assert me.syncing.take_back(waiting.id).ids("annotation")
    assert me.syncing.waiting() == []
    assert me.syncing.run().sent == 0
    assert [(each.body, each.account) for each in notes(me)] == [("liever niet", None)]


@pytest.mark.parametrize("act", ["change", "erase"])
def test_a_change_that_is_taken_back_is_as_it_was_agreed(archive: RealArchive, me: Reader, act: str) -> None:
    made = shared(archive, me)
    if act == "change":
        me.annotating.change(made.id, body="Slecht idee")
    else:
        me.annotating.erase([made.id])
    (waiting,) = me.syncing.waiting()
    me.syncing.take_back(waiting.id)
    assert [(each.id, each.body) for each in notes(me)] == [(made.id, "Goed idee")]
    assert me.syncing.waiting() == []
    assert me.syncing.run().sent == 0
    assert len(me.syncing.losers()) == (1 if act == "change" else 0)


def test_what_is_on_its_way_cannot_be_taken_back(archive: RealArchive, me: Reader) -> None:
    me.log_in(archive)
    me.syncing.run()
    note(me, "onderweg")
    (waiting,) = me.syncing.waiting()
    with me.library.write() as tx:
        tx.outbox.settle(waiting.id, "sent")
    with pytest.raises(BadInputError):
        me.syncing.take_back(waiting.id)
    with pytest.raises(NotFoundError):
        me.syncing.take_back("unknown")


# Conflicts, and what lost.


@pytest.mark.parametrize(
    ("choice", "body"),
    [("mine", "Goed, en haalbaar"), ("theirs", "Goed, maar duur"), ("both", "Goed, en haalbaar\n\nGoed, maar duur")],
)
def test_a_conflict_is_settled_and_both_machines_agree(
    archive: RealArchive, me: Reader, tablet: Reader, choice, body: str
) -> None:
    disputed(archive, me, tablet)
    (conflict,) = me.syncing.conflicts()
    assert (conflict.field, conflict.mine, conflict.theirs) == ("body", "Goed, en haalbaar", "Goed, maar duur")
    assert me.syncing.can_be_both(conflict)
    assert me.syncing.titles([conflict]) == {conflict.id: "Goed, en haalbaar"}
    assert me.syncing.resolve(conflict.id, choice).ids("conflict")
    for each in (me, tablet, me):
        assert each.syncing.run().differs == ""
    assert [each.body for each in notes(me)] == [each.body for each in notes(tablet)] == [body]
    assert me.syncing.conflicts() == tablet.syncing.conflicts() == []
    assert me.syncing.status().losers == 1
    with pytest.raises(NotFoundError):
        me.syncing.resolve(conflict.id, choice)


def test_cancelling_a_choice_changes_nothing(archive: RealArchive, me: Reader, tablet: Reader) -> None:
    disputed(archive, me, tablet)
    for each in (me, tablet, me):
        each.syncing.run()
    assert [each.body for each in notes(me)] == ["Goed, en haalbaar"]
    assert [each.body for each in notes(tablet)] == ["Goed, maar duur"]
    assert len(me.syncing.conflicts()) == 1


def test_a_version_that_lost_is_brought_back(archive: RealArchive, me: Reader, tablet: Reader) -> None:
    disputed(archive, me, tablet)
    (conflict,) = me.syncing.conflicts()
    me.syncing.resolve(conflict.id, "mine")
    me.syncing.run()
    (loser,) = me.syncing.losers()
    me.syncing.bring_back(loser.id)
    for each in (me, tablet):
        each.syncing.run()
    assert [each.body for each in notes(me)] == [each.body for each in notes(tablet)] == ["Goed, maar duur"]
    assert [each.reason for each in me.syncing.losers()] == ["replaced"]
    with pytest.raises(NotFoundError):
        me.syncing.bring_back(loser.id)


def test_a_note_that_another_machine_deleted_is_brought_back(archive: RealArchive, me: Reader, tablet: Reader) -> None:
    made = shared(archive, me, tablet)
    tablet.annotating.erase([made.id])
    for each in (tablet, me):
        each.syncing.run()
    assert notes(me) == []
    (loser,) = me.syncing.losers()
    me.syncing.bring_back(loser.id)
    for each in (me, tablet):
        assert each.syncing.run().differs == ""
    assert [each.body for each in notes(tablet)] == ["Goed idee"]


@pytest.mark.parametrize(
    ("choice", "title", "source"),
    [("mine", "Mijn titel", "hand"), ("theirs", "Hun titel", "archive"), ("both", "Mijn titel / Hun titel", "hand")],
)
def test_a_field_that_a_reader_and_the_archive_changed_is_chosen(
    archive: RealArchive, me: Reader, choice, title: str, source: str
) -> None:
    me.syncing.run()
    one = paper(me)
    with me.library.write() as tx:
        here = tx.contributions.get(one)
        values = replace(here.metadata.values, title="Mijn titel")
        by_hand = replace(here.metadata.provenance["title"], source="hand")
        metadata = replace(here.metadata, values=values, provenance={**here.metadata.provenance, "title": by_hand})
        tx.contributions.save(replace(here, metadata=metadata))
    archive.put(record="p1", title="Hun titel", edition="C2020", year=2020, keywords=["robot"])
    me.syncing.run()
    (conflict,) = me.syncing.conflicts()
    assert (conflict.field, conflict.mine, conflict.theirs) == ("title", "Mijn titel", "Hun titel")
    me.syncing.resolve(conflict.id, choice)
    with me.library.read() as tx:
        metadata = tx.contributions.get(one).metadata
    assert (metadata.values.title, metadata.provenance["title"].source) == (title, source)
    assert me.syncing.conflicts() == []
    (loser,) = me.syncing.losers()
    me.syncing.bring_back(loser.id)
    with me.library.read() as tx:
        lost = "Mijn titel" if choice == "theirs" else "Hun titel"
        assert tx.contributions.get(one).metadata.values.title == lost


# The brake, and the news.


def test_much_that_would_go_is_asked_about_first(archive: RealArchive, me: Reader) -> None:
    archive.put_all({f"q{number}": {"title": f"Bijdrage {number}"} for number in range(60)})
    me.syncing.run()
    for number in range(40):
        archive.withdraw(f"q{number}", "erased")
    with pytest.raises(SyncBrakeError):
        me.syncing.run()
    brake = me.syncing.status().brake
    assert (brake.removals, brake.is_released) == (40, False)
    assert count(me) == 62
    me.syncing.release_brake()
    assert me.syncing.status().brake is None
    me.syncing.run()
    assert count(me) == 22


def test_news_is_worked_out_here(archive: RealArchive, me: Reader) -> None:
    me.syncing.run()
    with me.library.read() as tx:
        since = max(each.updated for each in tx.contributions.all())
    assert len(me.syncing.news().added) == 2
    assert not me.syncing.news(since)
    archive.put(record="p3", title="Nieuw", edition="C2022")
    archive.put(record="p1", title="Robots in alle klassen", edition="C2020")
    archive.withdraw("p2")
    asked = len(archive.requests)
    me.syncing.run()
    news = me.syncing.news(since)
    assert (news.added, news.changed, news.withdrawn) == (
        (paper(me, "Nieuw"),),
        (paper(me, "Robots in alle klassen"),),
        (paper(me, "Netwerken van docenten"),),
    )
    assert news.editions == ("C2022",)
    assert len(me.syncing.news(edition="C2020").added) == 1
    assert not me.syncing.news(edition="C2022")
    assert not me.syncing.news(edition="unknown")
    assert len(archive.requests) == asked + 1
    assert isinstance(news.since, Moment)


def test_titles_are_there_for_everything(me: Reader) -> None:
    moment = now()
    things = [
        Waiting(str(at), kind, "gone", "", "updated", moment, "queued")
        for at, kind in enumerate(
            ("annotation", "dossier", "reading", "reading_mark", "saved_search", "contribution", "edition")
        )
    ]
    assert set(me.syncing.titles(things).values()) == {""}
