"""Comments, votes, tags and proposals: what everybody sees of them, and what their makers hear."""

import uuid
from typing import Any

import pytest

from kennisbank.sync.protocol_mailbox import ITEMS
from tests.archive.account_world import World, fault
from tests.archive.correspondents import Person, act, claims, publish
from tests.archive.desk_people import Chief


@pytest.fixture
def chief(world: World) -> Chief:
    return Chief(world)


def public(world: World, kind: Any, record_id: str) -> Any:
    with world.archive.read() as tx:
        return tx.records.get(kind, record_id)


def test_a_comment_is_for_everybody_and_says_who_wrote_it(world: World) -> None:
    publish(world)
    reader, author = Person(world, "Rie"), Person(world, "Ada")
    claims(world, author)
    first = reader.does("comment", contribution="c1", text="  Goed idee. ")
    answer = author.does("comment", contribution="c1", text="Dank.", reply_to=first)
    page = world.client.get("/v1/changes").json()
    found = {each["id"]: each["body"] for each in page["records"] if each["kind"] == "comment"}
    assert (found[first]["text"], found[first]["name"]) == ("Goed idee.", "Rie de Vries")
    assert not found[first]["is_author"]
    assert found[answer]["is_author"]
    assert found[answer]["reply_to"] == first
    assert found[first]["role"] == "reader", "two teachers are too few to be called so"
    assert [each["body"]["state"] for each in reader.items("comment")] == ["visible"]


def test_an_answer_has_no_answers(world: World) -> None:
    publish(world)
    publish(world, "c2")
    rie = Person(world, "Rie")
    first = rie.does("comment", contribution="c1", text="Een")
    second = rie.does("comment", contribution="c1", text="Twee", reply_to=first)
    for contribution, parent in (("c1", second), ("c2", first)):
        said = rie.says(act("comment", contribution=contribution, text="Drie", reply_to=parent))
        assert (said[0]["outcome"], said[0]["refusal"]) == ("refused", "invalid")
    waits = rie.says(act("comment", contribution="c1", text="Drie", reply_to=str(uuid.uuid4())))
    assert waits[0]["outcome"] == "waits"
    assert rie.says(act("comment", contribution="c9", text="Drie"))[0]["outcome"] == "waits"


def test_what_is_taken_back_is_gone_and_answers_stay(world: World) -> None:
    publish(world)
    rie, ben = Person(world, "Rie"), Person(world, "Ben")
    first = rie.does("comment", contribution="c1", text="Een")
    answer = ben.does("comment", contribution="c1", text="Twee", reply_to=first)
    assert ben.says(act("withdrawal", subject="comment", id=first))[0]["refusal"] == "forbidden"
    rie.does("withdrawal", subject="comment", id=first)
    assert public(world, "comment", first).gone.reason == "deleted"
    assert public(world, "comment", first).body is None
    assert public(world, "comment", answer).body["text"] == "Twee"
    assert [each["gone"] for each in rie.items("comment")] == ["withdrawn"]
    late = ben.says(act("comment", contribution="c1", text="Drie", reply_to=first))
    assert late[0]["refusal"] == "gone"


def test_hidden_for_a_reason_and_shown_again_as_it_was(world: World, chief: Chief) -> None:
    publish(world)
    rie = Person(world, "Rie")
    comment = rie.does("comment", contribution="c1", text="Onzin")
    before = public(world, "comment", comment)
    assert fault(chief.post("comment", comment, "hide")) == (422, "invalid")
    item = chief.decides("comment", comment, "hide", "Op de persoon gericht.")
    assert (item["state"], item["words"], item["answer"]) == ("hidden", "Onzin", "Op de persoon gericht.")
    gone = public(world, "comment", comment)
    assert (gone.gone.reason, gone.gone.words, gone.body) == ("hidden", "Op de persoon gericht.", None)
    assert [each["id"] for each in chief.items("comment")] == [comment]
    assert rie.items("comment")[0]["body"] == {
        "contribution": "c1",
        "state": "hidden",
        "reason": "Op de persoon gericht.",
    }
    told = rie.items("notice")[0]["body"]
    assert (told["code"], told["words"]) == ("comment_hidden", "Op de persoon gericht.")
    chief.decides("comment", comment, "restore")
    again = public(world, "comment", comment)
    assert (again.body, again.hash, again.gone) == (before.body, before.hash, None)
    assert [each["body"]["code"] for each in rie.items("notice")] == ["comment_hidden", "comment_restored"]
    trail = world.client.get("/v1/audit", headers=chief.headers).text
    assert "Onzin" not in trail
    assert "desk_hide" in trail
    assert "desk_restore" in trail


def test_the_last_vote_counts_and_none_is_no_vote(world: World) -> None:
    publish(world)
    rie, ben = Person(world, "Rie"), Person(world, "Ben")
    rie.does("vote", contribution="c1", stars=2)
    ben.does("vote", contribution="c1", stars=5)
    rie.does("vote", contribution="c1", stars=4)
    assert public(world, "reception", "c1").body == {"votes": [0, 0, 0, 1, 1], "tags": []}
    assert rie.items("vote") == [
        {"id": "c1", "kind": "vote", "number": 2, "body": {"contribution": "c1", "stars": 4}, "gone": ""}
    ]
    rie.does("vote", contribution="c1", stars=0)
    assert public(world, "reception", "c1").body["votes"] == [0, 0, 0, 0, 1]
    assert rie.items("vote")[0]["body"]["stars"] == 0
    before = public(world, "reception", "c1").revision
    ben.does("vote", contribution="c1", stars=5)
    assert public(world, "reception", "c1").revision == before, "nothing has changed for others"


def test_a_tag_comes_with_the_maintainers_word_and_once(world: World, chief: Chief) -> None:
    publish(world)
    rie, ben = Person(world, "Rie"), Person(world, "Ben")
    first = rie.does("proposal", contribution="c1", field="tag", value="Parsons-problemen")
    ben.does("proposal", contribution="c1", field="tag", value="parsons-problemen ")
    rie.does("proposal", contribution="c1", field="tag", value="havo")
    assert [each["details"]["value"] for each in chief.items("proposal")] == ["Parsons-problemen", "havo"]
    assert chief.counts()["proposal"] == 2
    assert public(world, "reception", "c1") is None
    chief.decides("proposal", first, "accept")
    assert public(world, "reception", "c1").body["tags"] == ["Parsons-problemen"]
    assert {each["body"]["value"]: each["body"]["state"] for each in ben.items("proposal")} == {
        "parsons-problemen": "accepted"
    }
    ben.does("proposal", contribution="c1", field="tag", value="PARSONS-problemen")
    assert [each["body"]["state"] for each in ben.items("proposal")] == ["accepted", "accepted"]
    assert chief.counts()["proposal"] == 1


def test_a_correction_comes_back_with_its_reason(world: World, chief: Chief) -> None:
    publish(world, title="Toestsen", keywords=["toets"])
    rie = Person(world, "Rie")
    title = rie.does("proposal", contribution="c1", field="title", value="Toetsen", reason="Een letter te veel.")
    words = rie.does("proposal", contribution="c1", field="keywords", value=["toets", "toets", " havo "])
    names = rie.does("proposal", contribution="c1", field="authors", value=[{"name": "Ada Boer"}])
    rie.does("proposal", contribution="c1", field="keywords", value=["toets"])  # as it is
    assert [each["id"] for each in chief.items("proposal")] == [title, words, names]
    publish(world, title="Toetsen!", keywords=["toets"])
    item = chief.items("proposal")[0]
    assert item["details"] == {"field": "title", "value": "Toetsen", "now": "Toetsen!", "is_changed": True}
    assert (item["who"], item["words"], item["title"]) == ("Rie de Vries", "Een letter te veel.", "Toetsen!")
    chief.decides("proposal", title, "accept")
    chief.decides("proposal", words, "accept")
    assert chief.decides("proposal", names, "decline", "Zo staat het in het stuk.")["state"] == "declined"
    body = public(world, "contribution", "c1").body
    assert (body["title"], body["keywords"], body["authors"]) == ("Toetsen", ["toets", "havo"], [{"name": "Ada"}])
    found = {each["id"]: each["body"] for each in rie.items("proposal")}
    assert [found[each]["state"] for each in (title, words, names)] == ["accepted", "accepted", "declined"]
    assert found[names]["answer"] == "Zo staat het in het stuk."
    assert fault(chief.post("proposal", title, "decline", "Toch niet.")) == (422, "invalid")


def test_a_value_that_can_not_be_one_is_refused(world: World) -> None:
    publish(world)
    rie = Person(world, "Rie")
    values: list[tuple[str, Any]] = [
        ("title", ""),
        ("title", ["x"]),
        ("tag", "x" * 101),
        ("keywords", "x"),
        ("authors", []),
        ("authors", [{"n": 1}]),
    ]
    for field, value in values:
        said = rie.says(act("proposal", contribution="c1", field=field, value=value))
        assert (said[0]["outcome"], said[0]["refusal"]) == ("refused", "invalid"), (field, value)


def test_a_proposal_is_taken_back_until_it_is_decided(world: World, chief: Chief) -> None:
    publish(world)
    rie, ben = Person(world, "Rie"), Person(world, "Ben")
    one = rie.does("proposal", contribution="c1", field="tag", value="een")
    two = rie.does("proposal", contribution="c1", field="tag", value="twee")
    chief.decides("proposal", two, "accept")
    assert ben.says(act("withdrawal", subject="proposal", id=one))[0]["outcome"] == "waits"
    rie.does("withdrawal", subject="proposal", id=one)
    rie.does("withdrawal", subject="proposal", id=two)
    assert {each["id"]: each["body"]["state"] for each in rie.items("proposal")} == {one: "withdrawn", two: "accepted"}
    assert fault(chief.post("proposal", one, "accept")) == (404, "not_found")


def test_what_is_too_much_is_taken_later(world: World) -> None:
    publish(world)
    rie = Person(world, "Rie")
    said = [act("comment", contribution="c1", text=f"Reactie {number}") for number in range(31)]
    outcomes = [each["outcome"] for each in rie.says(*said)]
    assert outcomes == ["accepted"] * 30 + ["waits"]
    world.clock.goes_on(hours=1.5)
    assert [each["outcome"] for each in rie.says(*said)] == ["accepted"] * 31


def test_the_same_decision_is_taken_once(world: World, chief: Chief) -> None:
    publish(world)
    rie = Person(world, "Rie")
    comment = rie.does("comment", contribution="c1", text="Een")
    act_id = str(uuid.uuid4())
    for _ in range(2):
        assert chief.post("comment", comment, "hide", "Nee.", act_id).status_code == 200
    assert len(rie.items("notice")) == 1
    assert fault(chief.post("comment", comment, "hide", "Anders.", act_id)) == (409, "other_content")
    assert fault(chief.post("comment", str(uuid.uuid4()), "hide", "Nee.")) == (404, "not_found")


def test_requests_for_an_account_stand_at_the_desk(world: World, chief: Chief) -> None:
    world.ask("new@uni.example", name="Nia")
    world.letters()
    item = chief.items("account")[0]
    assert (item["who"], item["details"]["mail"], item["verbs"]) == ("Nia", "new@uni.example", ["accept", "decline"])
    assert chief.counts()["account"] == 1
    assert chief.decides("account", item["id"], "accept")["state"] == "accepted"
    assert chief.counts()["account"] == 0
    assert world.letters_to("new@uni.example")


def test_who_is_suspended_says_nothing_more(world: World, chief: Chief) -> None:
    publish(world)
    rie = Person(world, "Rie")
    comment = rie.does("comment", contribution="c1", text="Een")
    item = chief.decides("comment", comment, "suspend")
    assert "suspend" not in item["verbs"]
    assert fault(rie.post({"acts": []})) == (403, "suspended")
    trail = world.client.get("/v1/audit", headers=chief.headers).json()
    assert not [each for each in trail if each["action"] == "account_suspended"]


def test_items_of_voices_are_of_their_kinds(world: World) -> None:
    publish(world)
    rie = Person(world, "Rie")
    rie.does("comment", contribution="c1", text="Een")
    rie.does("vote", contribution="c1", stars=3)
    rie.does("proposal", contribution="c1", field="tag", value="een")
    for each in rie.page()["items"]:
        ITEMS[each["kind"]](**each["body"])
