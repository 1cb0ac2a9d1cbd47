"""New versions that authors hand in: seen by maintainers only, until one of them publishes it."""

import hashlib
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

from anyio.from_thread import BlockingPortal
from httpx import Response

from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World, code_in, fault
from tests.archive.authors import ANN, CHIEF, Person
from tests.archive.publishing import Maintainer, paper

PDF = b"%PDF-1.7 a better one"
HASH = hashlib.sha256(PDF).hexdigest()


def _send(person: Person, act: str, data: bytes = PDF, file_hash: str = "") -> Response:
    path = f"/v1/versions/{act}/files/{file_hash or hashlib.sha256(data).hexdigest()}"
    return person.world.client.put(path, content=data, headers=person.headers)


def _hand_in(person: Person, contribution: str, data: bytes = PDF, act: str = "") -> tuple[str, dict[str, Any]]:
    act = act or str(uuid.uuid4())
    assert _send(person, act, data).status_code == 204
    file = {"hash": hashlib.sha256(data).hexdigest(), "name": "../beter.exe", "media_type": "x/y", "size": len(data)}
    return act, person.say("version", act, contribution=contribution, file=file, words="Tabel 2 klopt nu.")


def _author(world: World) -> tuple[Person, Person, str]:
    """Return an author, a maintainer and a published contribution with one file."""
    maintainer, one = Maintainer(world, CHIEF), paper("Delen")
    item = {**one.item, "contacts": [ANN]}
    for missing in maintainer.put("b1", [item]).json()["missing"]:
        maintainer.send("b1", missing["hash"], one.data)
    assert maintainer.publish("b1").status_code == 200
    ann = Person(world, ANN)
    ann.say("claim", contribution=one.id, author="Ann de Boer")
    return ann, Person(world, CHIEF, "maintainer"), one.id


def _files(world: World, contribution: str) -> list[tuple[str, int, bool]]:
    body = world.client.get(f"/v1/contributions/{contribution}").json()["body"]
    return [(each["name"], each.get("version", 1), each.get("is_current", True)) for each in body["files"]]


def test_a_version_is_seen_by_maintainers_only_until_it_is_published(world: World) -> None:
    ann, chief, contribution = _author(world)
    act, said = _hand_in(ann, contribution)
    assert said["outcome"] == "accepted"
    assert ann.items("version")[act]["state"] == "waiting"
    assert world.client.get(f"/v1/files/{HASH}").status_code == 404
    assert fault(world.client.get(f"/v1/versions/{act}/file", headers=ann.headers)) == (403, "forbidden")
    assert world.client.get(f"/v1/versions/{act}/file", headers=chief.headers).content == PDF
    assert "Er wacht iets" in world.letters_to(CHIEF)[-1]["Subject"]
    (item,) = chief.desk("version")
    assert (item["who"], item["words"], item["details"]["name"]) == ("ann", "Tabel 2 klopt nu.", "beter.pdf")
    assert chief.decide("version", act, "accept").json()["state"] == "accepted"
    assert _files(world, contribution) == [("beter.pdf", 2, True), ("paper.pdf", 1, False)]
    assert world.client.get(f"/v1/files/{HASH}").content == PDF
    assert (ann.items("version")[act]["state"], ann.items("version")[act]["version"]) == ("published", 2)
    world.app.state.batches.tidy(0)
    assert world.client.get(f"/v1/files/{HASH}").status_code == 200


def test_a_file_waits_for_its_maintainer_whatever_is_tidied(world: World) -> None:
    ann, chief, contribution = _author(world)
    act, _ = _hand_in(ann, contribution)
    world.app.state.batches.tidy(0)
    assert chief.decide("version", act, "accept").status_code == 200
    assert world.client.get(f"/v1/files/{HASH}").status_code == 200


def test_a_declined_or_withdrawn_version_leaves_no_file(world: World) -> None:
    ann, chief, contribution = _author(world)
    first, _ = _hand_in(ann, contribution)
    assert chief.decide("version", first, "decline").status_code == 422
    assert chief.decide("version", first, "decline", "Dit is een ander stuk.").json()["state"] == "declined"
    assert not world.archive.files.has(HASH)
    assert ann.items("version")[first]["answer"] == "Dit is een ander stuk."
    second, _ = _hand_in(ann, contribution, PDF + b"2")
    ann.say("withdrawal", subject="version", id=second)
    assert (chief.desk("version"), ann.items("version")[second]["state"]) == ([], "withdrawn")
    assert not world.archive.files.has(hashlib.sha256(PDF + b"2").hexdigest())
    assert _files(world, contribution) == [("paper.pdf", 1, True)]


def test_only_an_author_of_it_hands_in_a_version(world: World) -> None:
    ann, _, contribution = _author(world)
    reader = Person(world, "reader@uni.example")
    assert fault(_send(reader, str(uuid.uuid4()))) == (403, "forbidden")
    other = paper("Van een ander")
    with world.archive.write() as tx:
        tx.records.put_public("contribution", other.id, {"title": "Van een ander"})
    _, said = _hand_in(ann, other.id)
    assert said["refusal"] == "forbidden"
    assert ann.say("version", contribution=contribution, file={
        "hash": "0" * 64, "name": "x.pdf", "media_type": "", "size": 1,
    })["outcome"] == "waits", "its file isn't here"  # fmt: skip


def test_what_is_no_pdf_by_its_bytes_is_refused(world: World) -> None:
    ann, _, _ = _author(world)
    act = str(uuid.uuid4())
    assert fault(_send(ann, act, b"MZ\x90 a program"))[1] == "wrong_type"
    assert fault(_send(ann, act, b"x" * 5000 + PDF))[1] == "wrong_type"
    assert fault(_send(ann, act, PDF, "0" * 64))[1] == "invalid"
    assert list((world.archive.data / "handed-in").iterdir()) == []


def test_a_second_file_for_one_act_takes_the_place_of_the_first(world: World) -> None:
    ann, _, contribution = _author(world)
    act = str(uuid.uuid4())
    _send(ann, act, PDF + b" draft")
    _, said = _hand_in(ann, contribution, act=act)
    assert said["outcome"] == "accepted"
    assert not world.archive.files.has(hashlib.sha256(PDF + b" draft").hexdigest())


def test_the_file_that_is_published_already_is_no_new_version(world: World) -> None:
    ann, chief, contribution = _author(world)
    act, _ = _hand_in(ann, contribution)
    chief.decide("version", act, "accept")
    _, said = _hand_in(ann, contribution)
    assert said["refusal"] == "invalid"


def test_a_version_whose_file_was_lost_is_not_published_and_can_be_declined(world: World) -> None:
    ann, chief, contribution = _author(world)
    act, _ = _hand_in(ann, contribution)
    world.archive.files.remove(hashlib.sha256(PDF).hexdigest())
    before = world.client.get(f"/v1/contributions/{contribution}").json()["revision"]
    assert fault(chief.decide("version", act, "accept"))[1] == "invalid"
    assert world.client.get(f"/v1/contributions/{contribution}").json()["revision"] == before
    assert chief.decide("version", act, "decline", "De file kwam niet heel aan.").json()["state"] == "declined"


def test_both_databases_take_an_author_through_it_all(archive: Archive, tmp_path: Path, loop: BlockingPortal) -> None:
    world = World(archive, tmp_path, replace(CONFIG, url="https://archief.example"), loop=loop)
    ann, chief, contribution = _author(world)
    ann.say("notify", when="daily", language="en")
    reader = Person(world, "reader@uni.example")
    for shown_as in ("name", "role"):
        body = {"contribution": contribution, "kind": "question", "text": "Waarom?", "shown_as": shown_as}
        assert reader.say("feedback", **body)["outcome"] == "accepted"
    run_daily(archive, world.accounts._config, world.clock())
    assert [each["Subject"] for each in world.letters_to(ANN)] == ["New feedback on your contributions"]
    eve, claim = Person(world, "eve@elsewhere.example"), str(uuid.uuid4())
    eve.say("claim", claim, contribution=contribution, author="Ann de Boer")
    assert eve.say("claim_code", claim=claim, code=code_in(world.letters_to(ANN)[-1]))["outcome"] == "accepted"
    assert chief.decide("earlier", claim, "accept").status_code == 200
    assert len(eve.items("thread")) == 2
    remark = {"id": str(uuid.uuid4()), "name": "Klaas", "telephone": "0612345678", "text": "Hallo"}
    assert [world.client.post("/v1/remarks", json=remark).status_code for _ in range(2)] == [202, 202]
    asked = {"mail": ANN, "wants": True}
    assert [world.client.post("/v1/newsletter", json=asked).status_code for _ in range(2)] == [202, 202]
    act, _ = _hand_in(ann, contribution)
    assert chief.decide("version", act, "accept").status_code == 200
    assert chief.decide("claim", claim, "decline", "Toch niet.").status_code == 200
    assert eve.items("thread") == {}
    assert world.client.get("/atom.xml?edition=C2025").status_code == 200
    world.courier.tidy()
