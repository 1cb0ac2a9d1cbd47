"""Reports, what authors ask about, and feedback that nobody answered: decided without knowing more than one may."""

import uuid

import pytest

from tests.archive.account_world import World, body_of, fault
from tests.archive.correspondents import Person, act, claims, feedback, passes_the_round, publish
from tests.archive.desk_people import Chief


@pytest.fixture
def chief(world: World) -> Chief:
    publish(world)
    return Chief(world)


def test_a_report_of_a_comment_hides_it_and_all_reports_of_it_are_answered(world: World, chief: Chief) -> None:
    rie, ben, eva = (Person(world, name) for name in ("Rie", "Ben", "Eva"))
    comment = rie.does("comment", contribution="c1", text="Onzin")
    one = ben.does("report", subject="comment", id=comment, purpose="report", words="Dit is grof.")
    eva.does("report", subject="comment", id=comment, purpose="report", words="Ja.")
    item = chief.items("report")[0]
    assert (item["id"], item["who"], item["words"]) == (one, "Rie de Vries", "Onzin")
    assert item["details"] == {"subject": "comment", "reason": "Dit is grof.", "comment": comment}
    assert item["verbs"] == ["hide", "decline", "suspend"]
    assert ben.id not in str(item)
    assert chief.counts()["report"] == 2
    decided = chief.decides("report", one, "hide", "Op de persoon.")
    assert (decided["state"], decided["verbs"]) == ("hidden", ["restore", "suspend"])
    assert chief.counts()["report"] == 0
    for reporter in (ben, eva):
        assert [each["body"]["code"] for each in reporter.items("notice")] == ["report_answered"]
    assert [each["body"]["code"] for each in rie.items("notice")] == ["comment_hidden"]
    chief.decides("report", one, "restore")
    assert rie.items("comment")[0]["body"]["state"] == "visible"
    assert chief.items("report", "declined")[0]["id"] == one


def test_a_reported_thread_is_seen_as_its_authors_see_it(world: World, chief: Chief) -> None:
    rie, ada = Person(world, "Rie"), Person(world, "Ada")
    claims(world, ada)
    said = feedback(text="Dit is broddelwerk.", shown_as="role", link="https://elders.example/")
    assert rie.says(said)[0]["outcome"] == "accepted"
    passes_the_round(world)
    thread = ada.thread()
    report = ada.does("report", subject="thread", id=thread["id"], purpose="report", words="Grof.")
    mails = world.letters_to("chief@uni.example")
    assert "huisregels" in body_of(mails[-1]) or "house rules" in body_of(mails[-1])
    assert not any(secret in mails[-1].as_string() for secret in ("Grof", "broddelwerk", "Ada", "Rie"))
    assert ada.thread()["is_reported"]
    assert not rie.thread()["is_reported"], "who wrote it doesn't hear that it was reported"
    item = chief.items("report")[0]
    assert "Dit is broddelwerk." in item["words"]
    assert item["who"] == "reader"
    assert len(item["since"]) == len("2026-11-22")
    for secret in (rie.id, "Rie", said["id"], rie.mail, ada.id):
        assert secret not in str(item)
    chief.decides("report", report, "suspend")
    assert fault(rie.post({"acts": []})) == (403, "suspended")
    chief.decides("report", report, "hide", "Blijf bij het werk.")
    assert ada.items()[0]["gone"] == "hidden"
    assert "thread_hidden" in [each["body"]["code"] for each in ada.items("notice")]
    lines = world.client.get("/v1/audit", headers=chief.headers).json()
    trail = str([each for each in lines if each["action"].startswith(("desk_", "account_s"))])
    assert "desk_suspend" in trail
    for secret in (rie.id, "broddelwerk", "Blijf bij", "Grof"):
        assert secret not in trail
    chief.decides("report", report, "restore")
    assert not ada.thread()["is_reported"]
    assert "broddelwerk" in ada.thread()["messages"][0]["text"]


def test_only_an_author_asks_for_help_and_gets_an_answer(world: World, chief: Chief) -> None:
    rie, ada, ben = (Person(world, name) for name in ("Rie", "Ada", "Ben"))
    claims(world, ada)
    rie.says(feedback(text="Mag dit zo?"))
    own, theirs = rie.thread()["id"], ada.thread()["id"]
    asks = {"subject": "thread", "purpose": "help", "words": "Wat nu?"}
    assert rie.says(act("report", **asks, id=own))[0]["refusal"] == "forbidden"
    assert ben.says(act("report", **asks, id=theirs))[0]["outcome"] == "waits", "it isn't there for anybody else"
    assert ben.says(act("report", **asks, id=str(uuid.uuid4())))[0]["outcome"] == "waits"
    question = ada.does("report", **asks, id=theirs)
    item = chief.items("help")[0]
    assert (item["who"], item["words"]) == ("Rie de Vries", "Rie de Vries: Mag dit zo?")
    assert item["verbs"] == ["hide", "answer", "done", "suspend"]
    assert fault(chief.post("help", question, "answer")) == (422, "invalid")
    assert fault(chief.post("report", question, "hide", "Nee.")) == (404, "not_found")
    chief.decides("help", question, "answer", "Antwoord gewoon.")
    notice = ada.items("notice")[0]["body"]
    assert (notice["code"], notice["words"], notice["contribution"]) == ("help_answered", "Antwoord gewoon.", "c1")
    assert chief.counts()["help"] == 0
    assert not ada.thread()["is_reported"]


def test_one_message_is_hidden_and_the_rest_of_the_thread_stays(world: World, chief: Chief) -> None:
    rie, ada = Person(world, "Rie"), Person(world, "Ada")
    claims(world, ada)
    rie.says(feedback(text="Klopt tabel 2?"))
    ada.does("reply", thread=ada.thread()["id"], text="Leer eerst lezen.")
    thread = rie.thread()
    message = thread["messages"][1]["id"]
    report = rie.does(
        "report", subject="thread", id=thread["id"], purpose="report", words="Onbeleefd.", message=message
    )
    item = chief.items("report")[0]
    assert (item["who"], item["words"]) == ("Ada de Vries", "Ada de Vries: Leer eerst lezen.")
    chief.decides("report", report, "hide", "Blijf beleefd.")
    hidden = rie.thread()["messages"]
    assert [(each["text"], each["gone"]) for each in hidden] == [("Klopt tabel 2?", ""), ("", "hidden")]
    assert hidden[1]["words"] == "Blijf beleefd."


def test_of_unanswered_feedback_a_maintainer_sees_hardly_anything(world: World, chief: Chief) -> None:
    rie = Person(world, "Rie")
    said = feedback(text="Klopt tabel 2?")
    rie.says(said)
    item = chief.items("unanswered")[0]
    assert (item["who"], item["words"], item["contribution"]) == ("", "", "c1")
    assert item["details"] == {"kind": "question", "state": "no_author"}
    assert said["id"] not in str(item)
    assert chief.counts()["unanswered"] == 1


def test_a_report_says_something_of_what_is_there(world: World, chief: Chief) -> None:
    rie = Person(world, "Rie")
    comment = rie.does("comment", contribution="c1", text="Een")
    none = act("report", subject="comment", id=comment, purpose="report", words="  ")
    assert rie.says(none)[0]["refusal"] == "invalid"
    rie.does("withdrawal", subject="comment", id=comment)
    gone = act("report", subject="comment", id=comment, purpose="report", words="Grof.")
    assert rie.says(gone)[0]["refusal"] == "gone"
    assert chief.counts()["report"] == 0
