"""Feedback and answers: each arrives once, at whom it is for, and its reader can see what became of it."""

import shutil
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.threads.opening import end_author, open_earlier
from kennisbank.archive.threads.rendering import thread_bodies
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import Act, ActBatch
from tests.archive.account_world import CONFIG, Clock, World, fault
from tests.archive.correspondents import Person, act, authored, claims, feedback, passes_the_round, publish
from tests.archive.people import add_account, contribution, set_state


def test_feedback_reaches_every_author_and_is_delivered_once_fetched(world: World) -> None:
    one, other = authored(world, "Ada", "Ben")
    reader = Person(world, "Rie")
    said = feedback(text="Klopt tabel 2?")
    assert reader.says(said) == [{"act": said["id"], "outcome": "accepted", "refusal": "", "words": ""}]
    assert (reader.thread()["id"], reader.thread()["state"]) == (said["id"], "sent")
    found = one.thread()
    first = found["messages"][0]
    assert (found["side"], first["text"], first["name"], first["role"]) == (
        "author",
        "Klopt tabel 2?",
        "Rie de Vries",
        "teacher",
    )
    assert (found["authors"], found["is_unread"]) == (["Ada de Vries", "Ben de Vries"], True)
    assert [each["state"] for each in reader.thread()["steps"]] == ["sent", "delivered"]
    assert len({other.thread()["id"], found["id"], said["id"]}) == 3


def test_until_somebody_claims_a_contribution_there_is_no_author_yet(world: World) -> None:
    publish(world)
    reader, late = Person(world, "Rie"), Person(world, "Ada")
    reader.says(feedback(text="Eerder"))
    assert reader.thread()["state"] == "no_author"
    claims(world, late)
    reader.says(feedback(text="Later"))
    assert [each["body"]["messages"][0]["text"] for each in late.items()] == ["Later"]
    with world.archive.write() as tx:
        assert open_earlier(tx, "c1", late.id, world.clock()) == 1
        assert open_earlier(tx, "c1", late.id, world.clock()) == 0
    assert reader.thread()["state"] == "sent"
    assert {each["body"]["messages"][0]["text"] for each in late.items()} == {"Eerder", "Later"}
    assert [each["body"]["state"] for each in reader.items()] == ["delivered"] * 2


def test_an_author_whose_claim_ends_loses_the_threads_and_a_later_one_is_waited_for(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    reader.says(feedback())
    thread = author.page(0)["items"][-1]["id"]
    with world.archive.write() as tx:
        end_author(tx, "c1", author.id, world.clock())
    assert [(each["body"], each["gone"]) for each in author.items()] == [(None, "ended")]
    said = act("reply", thread=thread, text="Nog even")
    assert author.says(said)[0]["refusal"] == "gone"


def test_the_road_of_feedback_from_sent_to_adopted(world: World) -> None:
    author, colleague = authored(world, "Ada", "Ben")
    reader = Person(world, "Rie")
    reader.says(feedback())
    found = author.thread()
    author.does("seen", thread=found["id"], message=found["messages"][0]["id"])
    assert reader.thread()["state"] == "read"
    assert reader.thread()["messages"][0]["is_read"]
    assert not author.thread()["is_unread"]
    reply = author.does("reply", thread=found["id"], text="Goed gezien.")
    thread = reader.thread()
    assert (thread["state"], thread["is_unread"], thread["messages"][1]["text"]) == ("answered", True, "Goed gezien.")
    assert (thread["messages"][1]["name"], thread["messages"][1]["role"]) == ("Ada de Vries", "author")
    assert author.thread()["messages"][1]["id"] == reply != thread["messages"][1]["id"]
    assert colleague.thread()["messages"][1]["text"] == "Goed gezien."
    author.does("verdict", thread=found["id"], verdict="adopted", version="2")
    thread = reader.thread()
    assert [each["state"] for each in thread["steps"]] == ["sent", "delivered", "read", "answered", "adopted"]
    assert (thread["state"], thread["version"], thread["steps"][-1]["who"]) == ("adopted", "2", "Ada de Vries")
    reader.does("seen", thread=thread["id"], message=thread["messages"][1]["id"])
    assert not reader.thread()["is_unread"]
    assert author.thread()["messages"][1]["is_read"]


def test_a_verdict_stands_when_there_is_more_to_say_and_can_be_taken_back(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    reader.says(feedback())
    thread = author.thread()["id"]
    author.does("verdict", thread=thread, verdict="declined", reason="Dat staat er al.")
    author.does("reply", thread=thread, text="Zie bladzijde 3.")
    reader.does("reply", thread=reader.thread()["id"], text="Gevonden.")
    assert (reader.thread()["state"], reader.thread()["reason"]) == ("declined", "Dat staat er al.")
    author.does("verdict", thread=thread, verdict="open")
    assert (reader.thread()["state"], reader.thread()["reason"]) == ("answered", "")
    assert [each["text"] for each in author.thread()["messages"]] == ["Klopt tabel 2?", "Zie bladzijde 3.", "Gevonden."]


def test_what_was_answered_once_is_answered_again_when_the_reader_wrote_on(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    reader.says(feedback(text="Klopt tabel 2?"))
    thread = author.thread()["id"]
    for _ in range(2):
        author.does("verdict", thread=thread, verdict="answered")
    answered = [each["state"] for each in author.thread()["steps"]].count("answered")
    reader.does("reply", thread=reader.thread()["id"], text="En tabel 3?")
    author.does("verdict", thread=thread, verdict="answered")
    assert [each["state"] for each in author.thread()["steps"]].count("answered") == answered + 1 == 2


def test_only_who_has_a_thread_speaks_in_it_and_only_an_author_judges(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader, stranger = Person(world, "Rie"), Person(world, "Sam")
    reader.says(feedback())
    own = reader.thread()["id"]
    assert reader.says(act("verdict", thread=own, verdict="adopted"))[0]["refusal"] == "forbidden"
    for thread in (own, author.thread()["id"], str(uuid.uuid4())):
        assert stranger.says(act("reply", thread=thread, text="Ik ook"))[0]["outcome"] == "waits"
    assert stranger.page()["items"] == []


def test_feedback_on_what_is_not_here_waits_and_on_what_was_withdrawn_is_refused(world: World) -> None:
    publish(world)
    reader = Person(world, "Rie")
    early = feedback("later")
    assert reader.says(early)[0]["outcome"] == "waits"
    publish(world, "later")
    assert reader.says(early)[0]["outcome"] == "accepted"


def test_an_act_counts_once_and_its_id_is_of_one_content(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    said = feedback()
    for _ in range(3):
        assert reader.says(said, said)[1]["outcome"] == "accepted"
    assert reader.says(feedback(text="Anders", act_id=said["id"]))[0]["refusal"] == "other_content"
    assert len(author.items()) == 1
    known = world.client.post("/v1/receipts", json={"ids": [said["id"]]}, headers=reader.headers).json()
    assert known["accepted"] == {said["id"]: 0}
    assert reader.says(feedback(act_id="0191e6a0-0000-7000-8000-000000000000"))[0]["refusal"] == "invalid"
    assert reader.says(act("vote", contribution="c1"))[0]["refusal"] == "invalid"
    assert fault(reader.post({"acts": [{"id": "x", "kind": "shout", "body": {}}]})) == (422, "invalid")


def test_one_act_that_is_refused_leaves_the_others_of_its_batch(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    results = reader.says(feedback(text="Eén"), feedback(text=""), feedback(text="Twee"))
    assert [each["outcome"] for each in results] == ["accepted", "refused", "accepted"]
    assert len(author.items()) == 2


def test_who_is_suspended_says_nothing_more(world: World) -> None:
    publish(world)
    reader = Person(world, "Rie")
    with world.archive.write() as tx:
        set_state(tx, reader.id, "suspended")
        [result] = Acting(tx, CONFIG, HANDLERS).carry_out(reader.id, _batch(feedback()), world.clock()).results
    assert result.refusal == "suspended"


def test_too_much_at_once_waits_and_is_taken_an_hour_later(world: World) -> None:
    authored(world, "Ada")
    reader = Person(world, "Rie")
    most = CONFIG.limits.feedback_an_hour
    results = reader.says(*(feedback(text=str(number)) for number in range(most)), last := feedback())
    assert [each["outcome"] for each in results] == ["accepted"] * most + ["waits"]
    assert results[-1]["refusal"] == "too_many"
    world.clock.goes_on(hours=2)
    assert reader.says(last)[0]["outcome"] == "accepted"


def test_a_mailbox_comes_in_pages_and_its_head_with_the_changes(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    assert author.get("/changes").json()["mailbox"] == 0
    assert world.client.get("/v1/changes").json()["mailbox"] is None
    for number in range(5):
        reader.says(feedback(text=str(number)))
    head = author.get("/changes").json()["mailbox"]
    after, texts = 0, []
    while True:
        page = author.get(f"/mailbox?after={after}&limit=2").json()
        texts += [each["body"]["messages"][0]["text"] for each in page["items"]]
        after = page["number"]
        if page["is_last"]:
            break
    assert (texts, after, page["head"]) == (["0", "1", "2", "3", "4"], head, head)
    assert author.page(head)["items"] == []


@pytest.mark.parametrize("times", [2, 5])
def test_the_same_act_twice_at_once_arrives_once(archive: Archive, times: int) -> None:
    with archive.write() as tx:
        tx.records.put_public("contribution", "c1", contribution())
        add_account(tx, "rie")
    start = threading.Barrier(times)
    batch = _batch(feedback())

    def send(_: int) -> str:
        start.wait()
        with archive.write() as tx:
            return Acting(tx, CONFIG, HANDLERS).carry_out("rie", batch, Clock()()).results[0].outcome

    with ThreadPoolExecutor(times) as pool:
        assert list(pool.map(send, range(times))) == ["accepted"] * times
    with archive.read() as tx:
        assert Seats(tx).head("rie") == 2  # it came in, and there is no author yet


def test_whoever_follows_a_mailbox_while_several_write_skips_nothing(archive: Archive) -> None:
    with archive.write() as tx:
        add_account(tx, "ada")
    writers, writes = 3, 10

    def work(writer: int) -> None:
        for number in range(writes):
            with archive.write() as tx:
                Seats(tx).give("ada", "notice", f"{writer}-{number}")
                Seats(tx).give(f"other-{writer}", "notice", f"{writer}-{number}")

    seen: list[str] = []
    after = 0
    with ThreadPoolExecutor(writers) as pool:
        working = [pool.submit(work, writer) for writer in range(writers)]
        is_done = False
        while not is_done:
            is_done = all(each.done() for each in working)
            with archive.read() as tx:
                s = seats.c
                query = select(s.subject, s.number).where(s.account == "ada", s.number > after).order_by(s.number)
                for row in tx.connection.execute(query):
                    seen.append(row.subject)
                    after = row.number
                assert after == Seats(tx).head("ada")
        for each in working:
            each.result()
    assert len(seen) == len(set(seen)) == writers * writes


def test_an_older_backup_knows_the_same_ids_and_takes_what_it_lacks_again(
    world: World, tmp_path: Path, loop: BlockingPortal
) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    early, late = feedback(text="Eerder"), feedback(text="Later", shown_as="role")
    reader.says(early)
    back_up(world.archive, tmp_path / "backup")
    reader.says(late)
    passes_the_round(world)
    before = {each["body"]["messages"][0]["text"]: each["id"] for each in author.items()}
    reply = act("reply", thread=before["Later"], text="Antwoord")
    author.says(reply)
    restore(tmp_path / "backup", tmp_path / "restored")
    with Archive.open(tmp_path / "restored") as archive:
        again = World(archive, tmp_path / "again", loop=loop)
        again.clock.now = world.clock.now
        for each in (author, reader):
            each.moves_to(again)
        assert author.says(reply)[0]["outcome"] == "waits"
        assert {each["outcome"] for each in reader.says(early, late)} == {"accepted"}
        passes_the_round(again)
        assert {each["body"]["messages"][0]["text"]: each["id"] for each in author.items()} == before
        assert author.says(reply)[0]["outcome"] == "accepted"
        assert [each["text"] for each in reader.thread()["messages"]] == ["Later", "Antwoord"]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_in_whatever_order_and_however_often_acts_come_the_thread_is_the_same(
    data: st.DataObject, new_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("order") / "archive"
    shutil.copytree(new_data, folder)
    first = feedback()
    with Archive.open(folder) as archive, archive.write() as tx:
        tx.records.put_public("contribution", "c1", contribution())
        for name in ("rie", "ada"):
            add_account(tx, name)
        tx.connection.execute(contribution_authors.insert(), {"contribution": "c1", "account": "ada", "since": ""})
        clock = Clock()
        Acting(tx, CONFIG, HANDLERS).carry_out("rie", _batch(first), clock())
        alias = tx.connection.execute(select(seats.c.alias).where(seats.c.account == "ada")).scalar_one()
        said = [
            ("rie", first),
            ("rie", act("reply", thread=first["id"], text="r1")),
            ("rie", act("reply", thread=first["id"], text="r2")),
            ("ada", act("reply", thread=alias, text="a1")),
            ("ada", act("verdict", thread=alias, verdict="adopted", version="2")),
        ]
        for who, each in data.draw(st.permutations(said * 2)):
            [result] = Acting(tx, CONFIG, HANDLERS).carry_out(who, _batch(each), clock()).results
            assert result.outcome == "accepted"
        body: Any = thread_bodies(tx, "rie", [first["id"]])[first["id"]]
    assert (body.state, sorted(each.text for each in body.messages)) == (
        "adopted",
        ["Klopt tabel 2?", "a1", "r1", "r2"],
    )


def _batch(*acts: dict[str, Any]) -> ActBatch:
    return ActBatch(tuple(Act(each["id"], each["kind"], each["body"]) for each in acts))
