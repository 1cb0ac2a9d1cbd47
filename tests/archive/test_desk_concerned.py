"""A maintainer who has a part in something: sees that it waits, and another one decides; the rule's table, asked."""

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kennisbank.archive.claiming.claims import ClaimRows
from kennisbank.archive.deskwork.desk_lists import LISTS
from kennisbank.archive.web.desk_needs import DESK_NEEDS
from kennisbank.sync.protocol_desk import DeskList
from tests.archive.account_world import World, fault
from tests.archive.correspondents import Person, act, claims, feedback, passes_the_round, publish
from tests.archive.desk_people import Chief

WORDS = "Alleen voor wie erover gaat."


class Scene:
    """Two maintainers and some readers; ``own`` is one of the maintainers as a reader and author."""

    def __init__(self, world: World) -> None:
        publish(world)
        self.world, self.chief = world, Chief(world)
        self.own = Person(world, "Mia")
        self.rie, self.ada = Person(world, "Rie"), Person(world, "Ada")
        claims(world, self.ada)
        world.change(self.own.id, right="maintainer")

    def asks(self, name: str, state: str = "all") -> list[dict[str, Any]]:
        """Return what the maintainer sees on a list who may have a part in it."""
        answer = self.own.get(f"/desk?list={name}&state={state}")
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()
        return found

    def decides(self, name: str, item: str, verb: str, words: str = "Omdat.") -> Any:
        body = {"id": str(uuid.uuid4()), "verb": verb, "words": words}
        return self.world.client.post(f"/v1/desk/{name}/{item}", json=body, headers=self.own.headers)

    def last_line(self) -> dict[str, Any]:
        lines = self.world.client.get("/v1/audit", headers=self.chief.headers).json()
        return next(each for each in lines if each["action"].startswith("desk_"))

    def alone(self) -> None:
        """Have nobody else be a maintainer."""
        self.world.change(self.chief.id, right="reader")


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def _reported_thread(scene: Scene, writer: Person, purpose: str = "report", shown_as: str = "role") -> str:
    assert writer.says(feedback(text=WORDS, shown_as=shown_as))[0]["outcome"] == "accepted"
    passes_the_round(scene.world)
    return scene.ada.does("report", subject="thread", id=scene.ada.thread()["id"], purpose=purpose, words=WORDS)


def _of_own_paper(purpose: str) -> Callable[[Scene], str]:
    def made(scene: Scene) -> str:
        claims(scene.world, scene.own)
        return _reported_thread(scene, scene.rie, purpose)

    return made


def _comment(scene: Scene) -> str:
    comment = scene.own.does("comment", contribution="c1", text=WORDS)
    scene.chief.decides("comment", comment, "hide", "Grof.")
    return comment


def _claim(scene: Scene) -> str:
    return scene.own.does("claim", contribution="c1", author="Ada", words=WORDS)


def _earlier(scene: Scene) -> str:
    scene.rie.says(feedback(text="Eerder"))
    scene.world.clock.goes_on(days=1)
    claim = _claim(scene)
    scene.chief.decides("claim", claim, "accept")
    with scene.world.archive.write() as tx:
        found = ClaimRows(tx).one(claim)
        assert found is not None
        ClaimRows(tx).change(found, earlier="waiting")
    return claim


def _proposal(scene: Scene) -> str:
    return scene.own.does("proposal", contribution="c1", field="title", value="Nieuw", reason=WORDS)


def _version(scene: Scene) -> str:
    claims(scene.world, scene.own)
    act_id, data = str(uuid.uuid4()), b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
    file_hash = hashlib.sha256(data).hexdigest()
    path = f"/v1/versions/{act_id}/files/{file_hash}"
    assert scene.world.client.put(path, content=data, headers=scene.own.headers).status_code < 300
    file = {"hash": file_hash, "name": "p.pdf", "media_type": "application/pdf", "size": len(data)}
    assert scene.own.says(act("version", act_id, contribution="c1", file=file, words=WORDS))[0]["outcome"] == "accepted"
    return act_id


MADE: Mapping[DeskList, Callable[[Scene], str]] = {
    "report": _of_own_paper("report"),
    "help": _of_own_paper("help"),
    "comment": _comment,
    "claim": _claim,
    "earlier": _earlier,
    "proposal": _proposal,
    "version": _version,
}
"""Something that concerns the maintainer ``own``, on each list where that matters."""
VERBS: Mapping[str, str] = {"report": "decline", "help": "done", "comment": "restore"}
"""What somebody else decides on it; else they accept it."""


def test_every_list_stands_in_the_rule() -> None:
    assert set(DESK_NEEDS) == set(LISTS)
    assert {name for name, need in DESK_NEEDS.items() if need.stakes} == set(MADE)


@pytest.mark.parametrize("name", list(MADE))
def test_another_maintainer_decides(scene: Scene, name: DeskList) -> None:
    item = MADE[name](scene)
    lists = (scene.asks(name), _all(scene, name))
    mine, theirs = (next(each for each in found if each["id"] == item) for found in lists)
    assert mine["verbs"] == []
    assert mine["details"]["concerned"] in DESK_NEEDS[name].stakes
    assert (WORDS in json.dumps(mine)) == DESK_NEEDS[name].shown
    assert (mine["contribution"], mine["state"]) == (theirs["contribution"], theirs["state"])
    for verb in theirs["verbs"]:
        assert fault(scene.decides(name, item, verb)) == (403, "forbidden")
    assert WORDS in json.dumps(theirs)
    assert "concerned" not in theirs["details"]
    verb = VERBS.get(name, "accept")
    scene.chief.decides(name, item, verb, "Omdat.")
    assert scene.last_line()["detail"] == name


@pytest.mark.parametrize("name", list(MADE))
def test_who_is_alone_decides_what_the_rule_leaves_and_the_trail_says_so(scene: Scene, name: DeskList) -> None:
    item = MADE[name](scene)
    scene.alone()
    mine = next(each for each in scene.asks(name) if each["id"] == item)
    assert mine["details"]["alone"] is True
    assert mine["verbs"]
    assert set(mine["verbs"]) <= set(DESK_NEEDS[name].alone)
    assert fault(scene.decides(name, item, "suspend")) == (403, "forbidden")
    verb = VERBS.get(name, "accept")
    assert scene.decides(name, item, verb).status_code == 200
    with scene.world.archive.read() as tx:
        detail = next(each for each in tx.audit.page() if each.action == f"desk_{verb}").detail
    said = "as an author of it" if mine["details"]["concerned"] == "author" else "on what is their own"
    assert detail == f"{name}, {said}"


def test_maintainers_who_are_all_authors_of_it_decide_whether_it_stays_and_no_more(scene: Scene) -> None:
    report = MADE["report"](scene)
    scene.world.change(scene.ada.id, right="maintainer")
    scene.world.change(scene.chief.id, right="reader")
    mine = next(each for each in scene.asks("report") if each["id"] == report)
    assert (mine["verbs"], mine["who"]) == (["hide", "decline"], "reader")
    assert scene.decides("report", report, "hide").json()["verbs"] == ["restore"]


def test_that_a_maintainer_wrote_it_by_role_is_shown_to_nobody_else(scene: Scene) -> None:
    report = _reported_thread(scene, scene.own)
    assert next(each for each in scene.asks("report"))["details"]["concerned"] == "writer"
    theirs = _all(scene, "report")[0]
    assert theirs["verbs"] == ["hide", "decline", "suspend"]
    claims(scene.world, scene.chief)
    told = _all(scene, "report")[0]
    assert (told["verbs"], told["details"]) == ([], {"subject": "thread", "concerned": "author"}), "as of anybody's"
    assert set(scene.asks("report")[0]["verbs"]) == {"hide", "decline"}
    assert scene.decides("report", report, "decline").status_code == 200
    assert scene.last_line()["detail"] == "report"


def test_taking_a_claim_back_makes_nobody_impartial(scene: Scene) -> None:
    claim = _claim(scene)
    scene.chief.decides("claim", claim, "accept")
    report = _reported_thread(scene, scene.rie)
    scene.own.does("withdrawal", subject="claim", id=claim)
    assert scene.asks("report")[0]["details"]["concerned"] == "author"
    assert fault(scene.decides("report", report, "suspend")) == (403, "forbidden")


def test_a_claim_that_was_refused_concerns_nobody(scene: Scene) -> None:
    scene.chief.decides("claim", _claim(scene), "decline", "Nee.")
    _reported_thread(scene, scene.rie)
    assert scene.asks("report")[0]["verbs"] == ["hide", "decline", "suspend"]


def test_who_wrote_under_their_name_doesnt_decide_on_it(scene: Scene) -> None:
    report = _reported_thread(scene, scene.own, shown_as="name")
    assert scene.asks("report")[0]["verbs"] == []
    scene.alone()
    assert scene.decides("report", report, "decline").status_code == 200
    with scene.world.archive.read() as tx:
        assert tx.audit.page()[0].detail == "report, on what is their own"


def _all(scene: Scene, name: str) -> list[dict[str, Any]]:
    return scene.chief.items(name, "all")
