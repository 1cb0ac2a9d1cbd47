"""What accounts write: on the revision they know, once for all, and only of their own."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.archive.records.audience import MOST_PEOPLE
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol import MOST_BODY, Gone, Write
from kennisbank.sync.protocol_codec import content_hash
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution, dossier, mark_read, note, set_state, written


@pytest.fixture
def tx(archive: Archive) -> Iterator[Transaction]:
    with archive.write() as transaction:
        for name in ("ada", "bo"):
            add_account(transaction, name)
        yield transaction


def feed(tx: Transaction, who: str | None) -> FeedClient:
    client = FeedClient(who)
    client.pull(tx)
    return client


def test_a_new_record_gets_the_next_revision_and_is_read_again(tx: Transaction) -> None:
    first = written(tx, "ada", "annotation", "n1", note("één\x00"))
    assert (first.outcome, first.revision) == ("accepted", 1)
    assert written(tx, "ada", "reading_mark", "m1", mark_read()).revision == 2
    held = feed(tx, "ada").held
    assert held["annotation", "n1"].body == note("één\x00")
    assert held["annotation", "n1"].hash == content_hash(note("één\x00"))
    assert held["annotation", "n1"].is_mine
    assert feed(tx, "bo").held == {}


def test_an_edit_on_an_older_revision_is_stale_and_changes_nothing(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1"))
    assert written(tx, "ada", "annotation", "n1", note("2"), base=1).revision == 2
    stale = written(tx, "ada", "annotation", "n1", note("3"), base=1)
    assert stale.outcome == "stale"
    assert stale.current is not None
    assert (stale.current.revision, stale.current.body, stale.current.is_mine) == (2, note("2"), True)
    assert tx.records.head()[0] == 2
    assert written(tx, "ada", "annotation", "n1", None, base=1).outcome == "stale"


def test_the_same_write_again_is_answered_as_the_first_time(tx: Transaction) -> None:
    answers = {written(tx, "ada", "annotation", "n1", note("1"), write="w1").revision for _ in range(5)}
    assert answers == {1}
    written(tx, "ada", "annotation", "n1", note("2"), base=1)
    assert written(tx, "ada", "annotation", "n1", note("1"), write="w1").revision == 1
    assert feed(tx, "ada").held["annotation", "n1"].body == note("2")
    assert tx.records.receipts("ada", ["w1", "w2", "w\x00\ud800"]) == {"w1": 1}
    assert tx.records.receipts("bo", ["w1"]) == {}


def test_the_same_write_with_another_content_is_refused(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1"), write="w1")
    again = written(tx, "ada", "annotation", "n1", note("2"), write="w1", base=1)
    assert (again.outcome, again.refusal) == ("refused", "other_content")
    assert written(tx, "bo", "annotation", "n2", note("2"), write="w1").outcome == "accepted"


def test_a_write_whose_receipt_is_lost_changes_nothing_a_second_time(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1"))
    assert written(tx, "ada", "annotation", "n1", note("1")).revision == 1
    assert written(tx, "ada", "annotation", "n1", None, base=1).revision == 2
    assert written(tx, "ada", "annotation", "n1", None, base=1).revision == 2


def test_an_edit_beats_a_deletion(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1"))
    written(tx, "ada", "annotation", "n1", None, base=1)
    assert feed(tx, "ada").held == {}
    stale = written(tx, "ada", "annotation", "n1", note("2"), base=1)
    assert stale.current is not None
    assert stale.current.gone is not None
    assert (stale.current.gone.reason, stale.current.body) == ("deleted", None)
    assert written(tx, "ada", "annotation", "n1", note("2"), base=2).revision == 3
    assert feed(tx, "ada").held["annotation", "n1"].body == note("2")


@pytest.mark.parametrize("reason", ["erased", "hidden", "withdrawn"])
def test_what_the_archive_takes_away_beats_every_edit(tx: Transaction, reason: str) -> None:
    written(tx, "ada", "annotation", "n1", note("geheim", shared=["bo@example.org"]))
    client = feed(tx, "bo")
    revision = tx.records.withdraw("annotation", "n1", Gone(reason, "om een reden"))  # type: ignore[arg-type]
    for base in (1, revision):
        assert written(tx, "ada", "annotation", "n1", note("2"), base=base).refusal == "gone"
    (page,) = client.pull(tx)
    assert page.records[0].gone is not None
    assert (page.records[0].gone.reason, page.records[0].gone.words) == (reason, "om een reden")
    assert client.held == {}
    dump = [tuple(row) for row in tx.connection.exec_driver_sql("SELECT * FROM records")]
    assert "geheim" not in str(dump)


def test_erasure_reaches_those_who_lost_sight_before(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]))
    written(tx, "ada", "annotation", "n1", note("1"), base=1)
    client = feed(tx, "bo")
    assert tx.records.erase_account("ada", "op verzoek") == 1
    (page,) = client.pull(tx)
    assert [each.gone.reason for each in page.records if each.gone is not None] == ["erased"]
    assert next(tx.records.own("ada")).body is None
    assert tx.records.receipts("ada", ["w1"]) == {}


def test_losing_access_is_told_with_a_removal_and_nothing_else(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]))
    client = feed(tx, "bo")
    assert client.held["annotation", "n1"].creator == "Ada"
    written(tx, "ada", "annotation", "n1", note("alleen voor mij"), base=1)
    (page,) = client.pull(tx)
    assert [(each.gone and each.gone.reason, each.body) for each in page.records] == [("unshared", None)]
    assert written(tx, "ada", "annotation", "n1", note("nog iets"), base=2).outcome == "accepted"
    assert client.pull(tx)[0].records == ()


def test_access_that_comes_back_is_access(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]))
    client = feed(tx, "bo")
    written(tx, "ada", "annotation", "n1", note("1"), base=1)
    client.pull(tx)
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]), base=2)
    client.pull(tx)
    assert list(client.held) == [("annotation", "n1")]
    assert client.held == feed(tx, "bo").held


def test_of_two_grants_the_end_of_one_ends_nothing(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"], everyone=True))
    client = feed(tx, "bo")
    for revision, body in enumerate([note("1", everyone=True), note("1", shared=["bo@example.org"])], start=1):
        written(tx, "ada", "annotation", "n1", body, base=revision)
        (page,) = client.pull(tx)
        assert ([each.gone for each in page.records], page.removals) == ([None], 0)
    written(tx, "ada", "annotation", "n1", note("1"), base=3)
    (page,) = client.pull(tx)
    assert ([each.id for each in page.records], page.removals) == (["n1"], 1)
    assert client.held == {}


def test_replies_of_the_same_writer_go_along_with_what_is_shared(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "r1", note("antwoord", reply_to="n1"))
    written(tx, "ada", "annotation", "n1", note("1"))
    client = feed(tx, "bo")
    written(tx, "bo", "annotation", "r2", note("van een ander", reply_to="n1"))
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]), base=2)
    client.pull(tx)
    assert set(client.held) == {("annotation", "n1"), ("annotation", "r1"), ("annotation", "r2")}
    assert set(feed(tx, "ada").held) == {("annotation", "n1"), ("annotation", "r1")}
    revision = feed(tx, "ada").held["annotation", "n1"].revision
    written(tx, "ada", "annotation", "n1", None, base=revision)
    client.pull(tx)
    assert set(client.held) == {("annotation", "r2")}


def test_replies_in_a_circle_hold_no_grant_alive(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org"]))
    written(tx, "ada", "annotation", "n2", note("2", reply_to="n1"))
    assert set(feed(tx, "bo").held) == {("annotation", "n1"), ("annotation", "n2")}
    written(tx, "ada", "annotation", "n1", note("1", reply_to="n2"), base=1)
    assert feed(tx, "bo").held == {}


def test_a_shared_dossier_shows_its_lines_and_not_the_annotations(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1"))
    written(tx, "ada", "dossier", "d1", dossier(items=["n1"], shared=["bo@example.org"]))
    held = feed(tx, "bo").held
    assert set(held) == {("dossier", "d1")}
    assert held["dossier", "d1"].body is not None
    assert held["dossier", "d1"].body["items"][0]["annotation"] == "n1"


def test_nobody_sees_with_whom_else_something_is_shared(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", shared=["bo@example.org", "cleo@example.org"], everyone=True))
    body = feed(tx, "bo").held["annotation", "n1"].body
    assert body is not None
    assert body["shared"] == {"everyone": True, "people": []}
    own = feed(tx, "ada").held["annotation", "n1"].body
    assert own is not None
    assert own["shared"]["people"] == ["bo@example.org", "cleo@example.org"]


def test_what_cannot_be_shared_is_seen_by_its_owner_alone(tx: Transaction) -> None:
    body = {**mark_read(), "shared": {"everyone": True, "people": ["bo@example.org"]}}
    written(tx, "ada", "reading_mark", "m1", body)
    assert feed(tx, "bo").held == {}


def test_somebody_elses_record_is_answered_as_one_that_is_not_there(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("geheim"))
    for body in (note("2"), None):
        here = written(tx, "bo", "annotation", "n1", body, base=1, write="w1" if body else "w2")
        absent = written(tx, "bo", "annotation", "n9", body, base=1, write="w3" if body else "w4")
        assert (here.outcome, here.refusal, here.words, here.current) == (
            absent.outcome,
            absent.refusal,
            absent.words,
            absent.current,
        )
        assert here.revision == absent.revision
    assert written(tx, "bo", "annotation", "n1", note("2")).refusal == "forbidden"
    assert feed(tx, "ada").held["annotation", "n1"].body == note("geheim")
    assert not tx.records.sees("bo", "annotation", "n1")


def test_what_is_shared_can_only_be_read(tx: Transaction) -> None:
    written(tx, "ada", "annotation", "n1", note("1", everyone=True))
    assert written(tx, "bo", "annotation", "n1", note("2"), base=1).refusal == "forbidden"
    assert written(tx, "bo", "annotation", "n1", None, base=1).refusal == "forbidden"
    assert tx.records.sees("bo", "annotation", "n1")


@pytest.mark.parametrize("kind", ["edition", "contribution"])
def test_only_batches_change_what_everybody_sees(tx: Transaction, kind: str) -> None:
    tx.records.put_public("contribution", "c1", contribution())
    assert written(tx, "ada", kind, "c1", contribution("mijn"), base=1).refusal == "forbidden"
    assert written(tx, "ada", kind, "c1", None, base=1).refusal == "forbidden"


@pytest.mark.parametrize(
    ("state", "refusal"),
    [("suspended", "suspended"), ("requested", "not_approved"), ("refused", "forbidden"), ("erased", "forbidden")],
)
def test_an_account_that_is_not_let_in_writes_nothing_and_sees_what_visitors_see(
    tx: Transaction, state: str, refusal: str
) -> None:
    written(tx, "ada", "annotation", "n1", note("1", everyone=True))
    set_state(tx, "ada", state)
    assert written(tx, "ada", "annotation", "n1", note("2"), base=1).refusal == refusal
    page = tx.records.changes("ada", 0)
    assert (page.records, page.mine) == ((), None)
    assert written(tx, "nobody", "annotation", "n2", note("2")).refusal == "forbidden"


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({}, "invalid"),
        ({**note(), "colour": 7}, "invalid"),
        ({**note(), "contribution": "x" * 65}, "invalid"),
        ({**note(), "unknown": float("nan")}, "invalid"),
        ({**note(), "unknown": 10**5000}, "invalid"),
        (note(shared=[f"p{number}@example.org" for number in range(MOST_PEOPLE + 1)]), "invalid"),
        ({**note(), "unknown": "x" * MOST_BODY}, "too_large"),
    ],
)
def test_a_body_that_is_none_of_its_kind_is_refused(tx: Transaction, body: dict[str, object], refusal: str) -> None:
    assert written(tx, "ada", "annotation", "n1", body).refusal == refusal
    assert tx.records.head()[0] == 0


@pytest.mark.parametrize("name", ["", "a b", "n\x00", "n\ud800", "../x", "x" * 65])
def test_an_id_that_is_none_is_refused(tx: Transaction, name: str) -> None:
    assert tx.records.write("ada", Write("w1", "annotation", name, 0, note())).refusal == "invalid"
    assert tx.records.write("ada", Write(name, "annotation", "n1", 0, note())).refusal == "invalid"


def test_a_field_that_the_archive_does_not_know_is_kept(tx: Transaction) -> None:
    body = {**note("1"), "later": {"b": [1, None, "\x00\U0001f642"], "a": 0.1}}
    written(tx, "ada", "annotation", "n1", body)
    assert feed(tx, "ada").held["annotation", "n1"].body == body


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(), max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(extra=json, text=st.text(st.characters()), name=st.text(st.characters()))
def test_no_text_breaks_the_database(tx: Transaction, extra: object, text: str, name: str) -> None:
    current = {each.id: each.revision for each in tx.records.own("ada")}.get("n1", 0)
    result = written(tx, "ada", "annotation", "n1", {**note(text), "extra": extra, "creator": name[:9]}, base=current)
    assert result.outcome == "accepted" or result.refusal == "invalid"
    feed(tx, "ada")
    tx.audit.add("ada", "tried", name, text)
    assert tx.records.get("contribution", name) is None
    assert tx.files.get(name) is None
    assert not tx.records.sees(name, "annotation", name)
    assert tx.files.missing([name]) == [name]
    assert tx.records.changes(name).records == ()
    assert tx.records.receipts(name, [name]) == {}


def test_the_same_public_record_again_changes_nothing(tx: Transaction) -> None:
    assert tx.records.put_public("contribution", "c1", contribution()).outcome == "added"
    assert tx.records.put_public("contribution", "c1", contribution()).outcome == "unchanged"
    put = tx.records.put_public("contribution", "c1", contribution("Beter"))
    assert (put.outcome, put.revision) == ("corrected", 2)
    assert feed(tx, None).held["contribution", "c1"].body == contribution("Beter")


def test_a_withdrawn_contribution_keeps_by_what_people_know_it_and_stays_out(tx: Transaction) -> None:
    tx.records.put_public("contribution", "c1", contribution())
    revision = tx.records.withdraw("contribution", "c1", Gone("withdrawn", "op verzoek van de auteur"))
    assert tx.records.withdraw("contribution", "c1", Gone("withdrawn", "op verzoek van de auteur")) == revision
    record = feed(tx, None).held["contribution", "c1"]
    assert record.body == {"title": "Toetsen", "authors": [{"name": "Ada"}], "edition": "2025", "year": 2025}
    assert record.gone is not None
    assert record.gone.words == "op verzoek van de auteur"
    assert tx.records.put_public("contribution", "c1", contribution()).outcome == "gone"
    assert tx.records.put_public("contribution", "c1", contribution(), revives=True).outcome == "corrected"
    with pytest.raises(NotFoundError):
        tx.records.withdraw("contribution", "c9", Gone("withdrawn"))


def test_an_erased_contribution_leaves_nothing(tx: Transaction) -> None:
    tx.records.put_public("contribution", "c1", contribution("Geheim"))
    client = feed(tx, None)
    tx.records.withdraw("contribution", "c1", Gone("erased"))
    client.pull(tx)
    assert client.held == {}
    assert "Geheim" not in str([tuple(row) for row in tx.connection.exec_driver_sql("SELECT * FROM records")])
