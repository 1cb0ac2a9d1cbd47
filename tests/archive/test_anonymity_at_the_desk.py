"""Maintainers suspend who sent something by role, and nothing that they can ask or try tells them who that was."""

import json
import logging
import re
from typing import Any

import pytest

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.privacy.erasing import erase_person
from kennisbank.archive.privacy.person import Person as ErasedPerson
from kennisbank.sync.protocol_accounts import AccountInfo
from tests.archive.account_world import World, body_of, fault
from tests.archive.correspondents import Person, act, claims, feedback, passes_the_round, publish
from tests.archive.desk_people import Chief

STATES = ("requested", "active", "suspended", "refused", "erased")
PATHS = (
    "/accounts",
    *(f"/accounts?state={each}" for each in STATES),
    *(f"/desk?list=account&state={each}" for each in ("open", "accepted", "declined", "hidden", "all")),
    "/desk?list=claim&state=all",
    "/desk?list=unanswered",
    "/desk?list=comment",
    "/audit",
    "/changes",
    "/contributions/c1",
    "/desk/counts",
)


class Scene:
    """Three readers, one of whom wrote by role; an author who reported it; a maintainer."""

    def __init__(self, world: World) -> None:
        publish(world)
        self.world, self.chief = world, Chief(world)
        self.rie, self.ben = Person(world, "Rie"), Person(world, "Ben")
        self.ada = Person(world, "Ada")
        claims(world, self.ada)
        self.report = self.reported("Broddelwerk.")

    def reported(self, text: str, writer: Person | None = None) -> str:
        """Have something written by role, let through and reported; return the report's id."""
        assert (writer or self.rie).says(feedback(text=text, shown_as="role"))[0]["outcome"] == "accepted"
        passes_the_round(self.world)
        thread = next(each for each in self.ada.items() if each["body"]["messages"][0]["text"] == text)
        return self.ada.does("report", subject="thread", id=thread["id"], purpose="report", words="Grof.")

    def item(self, report: str = "") -> dict[str, Any]:
        return next(each for each in self.chief.items("report", "all") if each["id"] == (report or self.report))

    def answers(self) -> dict[str, str]:
        """Return everything that a maintainer can ask for, and how long each answer is."""
        found = {}
        for path in PATHS:
            answer = self.world.client.get(f"/v1{path}", headers=self.chief.headers)
            assert answer.status_code == 200, (path, answer.text)
            found[path] = f"{answer.headers.get('content-length')} {answer.headers.get('etag')} {answer.text}"
        return found

    def patch(self, account: str, **wanted: Any) -> tuple[int, dict[str, Any]]:
        answer = self.world.client.patch(f"/v1/accounts/{account}", json=wanted, headers=self.chief.headers)
        return answer.status_code, answer.json()

    def is_suspended(self, who: Person) -> bool:
        return who.post({"acts": []}).status_code == 403


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def test_who_was_suspended_shows_in_no_answer_and_no_count_but_the_number(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    before = scene.answers()
    with caplog.at_level(logging.DEBUG, logger="kennisbank"):
        scene.chief.decides("report", scene.report, "suspend", "Grof.")
    after = scene.answers()
    assert {path for path in PATHS if after[path] != before[path]} == {"/audit", "/desk/counts"}
    assert '"unnamed":1' in after["/desk/counts"]
    line = next(each for each in _trail(scene) if each["action"] == "desk_suspend")
    assert (line["actor"], line["subject"], line["detail"]) == (scene.chief.id, scene.report, "report")
    logged = " ".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    shown = json.dumps(scene.item()) + logged + str(_trail(scene)[:1])
    assert not [each for each in (scene.rie.id, scene.rie.mail, "Rie") if each in shown]
    listed: list[AccountInfo] = scene.world.administration.accounts()
    assert {each.mail: (each.state, each.right) for each in listed}[scene.rie.mail] == ("active", "reader")
    assert scene.world.administration.accounts("suspended") == []
    assert scene.world.administration.unnamed() == 1


def test_whom_it_concerns_is_kept_out_everywhere_and_told_why(scene: Scene) -> None:
    with scene.world.desk() as desk:
        _, pair = desk.sessions.open(scene.rie.id, "", scene.world.clock())
    scene.chief.decides("report", scene.report, "suspend")
    letter = scene.world.letters_to(scene.rie.mail)[-1]
    assert "alleen met je rol" in " ".join(body_of(letter).split())
    assert fault(scene.rie.post({"acts": [act("vote", contribution="c1", stars=5)]})) == (403, "suspended")
    for path in ("/changes?scope=mine", "/mailbox?after=0"):
        assert fault(scene.rie.get(path)) == (403, "suspended")
    assert fault(scene.world.refresh(pair.refresh)) == (403, "suspended")
    assert scene.rie.get("/me").json()["right"] == "suspended"
    scene.world.ask_code(scene.rie.mail)
    assert not re.search(r"^[A-Z0-9]{8}$", body_of(scene.world.letters_to(scene.rie.mail)[-1]), re.MULTILINE)
    item = scene.chief.decides("report", scene.report, "lift")
    assert (item["verbs"], item["details"].get("suspended")) == (["hide", "decline", "suspend"], None)
    assert not scene.is_suspended(scene.rie)
    assert "werkt weer" in body_of(scene.world.letters_to(scene.rie.mail)[-1])


def test_trying_accounts_one_by_one_finds_nobody(scene: Scene) -> None:
    scene.chief.decides("report", scene.report, "suspend")
    told = []
    for who in (scene.rie, scene.ben):
        steps = [
            scene.patch(who.id, state="active"),
            scene.patch(who.id, state="suspended", reason="Proef"),
            (0, {"item": scene.item()}),
            scene.patch(who.id, state="active"),
            scene.patch(who.id, right="maintainer"),
            scene.patch(who.id, right="reader"),
            (0, {"verbs": _of(scene.chief.items("account", "all"), who.id)["verbs"]}),
        ]
        told.append(json.dumps(steps).replace(who.id, "?").replace(who.mail, "?").replace(who.mail[:3].title(), "?"))
    assert re.sub(r'"requested": "[^"]*"', "", told[0]) == re.sub(r'"requested": "[^"]*"', "", told[1])
    assert scene.is_suspended(scene.rie), "what was changed in the list has nothing to do with it"
    assert not scene.is_suspended(scene.ben)


def test_what_is_reported_looks_the_same_however_its_senders_account_stands(scene: Scene) -> None:
    comment = scene.rie.does("comment", contribution="c1", text="Onder mijn naam")
    scene.ben.does("report", subject="comment", id=comment, purpose="report", words="Grof.")
    before = scene.item()
    scene.patch(scene.rie.id, state="suspended")
    assert scene.item() == before
    scene.patch(scene.rie.id, state="active")
    of_comment = next(each for each in scene.chief.items("report") if each["details"]["subject"] == "comment")
    scene.chief.decides("report", scene.report, "suspend")
    assert scene.item(of_comment["id"]) == of_comment, "or a comment would tell who wrote the thread"


def test_two_threads_of_one_sender_are_not_shown_to_be_of_one(scene: Scene) -> None:
    other = scene.reported("Nog eens.")
    before = scene.item(other)
    scene.chief.decides("report", scene.report, "suspend")
    assert scene.item(other) == before
    scene.chief.decides("report", other, "suspend")
    assert scene.world.administration.unnamed() == 2
    scene.chief.decides("report", scene.report, "lift")
    assert scene.is_suspended(scene.rie)
    assert scene.item(other)["details"]["suspended"]
    count = len(scene.world.letters_to(scene.rie.mail))
    scene.chief.decides("report", other, "lift")
    assert not scene.is_suspended(scene.rie)
    assert len(scene.world.letters_to(scene.rie.mail)) == count + 1


def test_what_they_show_the_maintainers_themselves_is_there_from_the_round_on(scene: Scene) -> None:
    thread = scene.ada.thread()["id"]
    scene.ada.does("reply", thread=thread, text="Leer eerst lezen.")
    own = scene.rie.thread()
    before, letters = scene.answers(), len(scene.world.letters())
    words = {"purpose": "report", "words": "Onbeleefd."}
    report = scene.rie.does("report", subject="thread", id=own["id"], message=own["messages"][1]["id"], **words)
    assert scene.rie.thread()["is_reported"]
    assert scene.answers() == before
    assert len(scene.world.letters()) == letters
    assert report not in str(scene.chief.items("report", "all"))
    assert fault(scene.chief.post("report", report, "decline", "Nee.")) == (404, "not_found")
    passes_the_round(scene.world)
    item = scene.item(report)
    assert (item["since"], item["who"]) == (scene.world.clock.now.date().isoformat(), "Ada de Vries")
    assert len(scene.world.letters_to("chief@uni.example")) >= 1
    scene.chief.decides("report", report, "decline", "Valt mee.")
    assert not scene.rie.thread()["is_reported"]


def test_occupations_are_shown_as_before(scene: Scene) -> None:
    for name in ("An", "Bo"):
        Person(scene.world, name)
    scene.chief.decides("report", scene.report, "suspend")
    comment = scene.ben.does("comment", contribution="c1", text="Een van vijf docenten")
    with scene.world.archive.read() as tx:
        record = tx.records.get("comment", comment)
    assert record is not None
    assert record.body is not None
    assert record.body["role"] == "teacher"


def test_a_maintainer_who_wrote_by_role_stays_listed_as_one(scene: Scene) -> None:
    scene.patch(scene.rie.id, right="maintainer")
    scene.chief.decides("report", scene.report, "suspend")
    listed = {each.mail: each.right for each in scene.world.administration.accounts()}
    assert listed[scene.rie.mail] == "maintainer"
    assert fault(scene.rie.get("/desk")) == (403, "suspended")
    count = len(scene.world.letters_to(scene.rie.mail))
    scene.world.ask("nieuw@uni.example")
    assert len(scene.world.letters_to(scene.rie.mail)) == count, "who asks for an account isn't told to them"
    assert scene.patch(scene.chief.id, right="reader")[0] == 200, "or that they can't act would show"


def test_an_erased_sender_can_be_let_in_no_more_and_is_not_counted(scene: Scene) -> None:
    scene.chief.decides("report", scene.report, "suspend")
    with scene.world.archive.write() as tx:
        row = AccountRows(tx.connection).one(scene.rie.id)
        assert row is not None
        erase_person(tx, ErasedPerson.of(row), scene.world.clock())
    assert scene.world.administration.unnamed() == 0
    assert not {"suspend", "lift"} & set(scene.item()["verbs"])


def _trail(scene: Scene) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = scene.world.client.get("/v1/audit", headers=scene.chief.headers).json()
    return found


def _of(items: list[dict[str, Any]], account: str) -> dict[str, Any]:
    return next(each for each in items if each["id"] == account)
