"""Being an author: by one's own address, by a mailed code, by a maintainer's word; and what that opens, and ends."""

import uuid
from typing import Any

import pytest

from tests.archive.account_world import World, body_of, code_in
from tests.archive.authors import ANN, BEN, CHIEF, Person, contribution, published


def _feedback(reader: Person, paper: str, text: str = "Mooi stuk.") -> str:
    act = str(uuid.uuid4())
    said = reader.say("feedback", act, contribution=paper, kind="question", text=text)
    assert said["outcome"] == "accepted", said
    return act


def test_who_has_proved_the_authors_own_address_is_an_author_at_once(world: World) -> None:
    (paper,) = published(world, contribution())
    ann = Person(world, ANN)
    act = str(uuid.uuid4())
    assert ann.say("claim", act, contribution=paper, author="ann de boer")["outcome"] == "accepted"
    claim = ann.items("claim")[act]
    assert (claim["state"], claim["author"], claim["earlier"]) == ("granted", "Ann de Boer", "none")
    assert ann.items("settings")["settings"] == {"notify": "at_once"}
    assert world.client.get("/v1/me", headers=ann.headers).json()["right"] == "author"


def test_a_code_goes_to_the_known_address_and_proves_it(world: World) -> None:
    (paper,) = published(world, contribution())
    eve = Person(world, "eve@elsewhere.example")
    act = str(uuid.uuid4())
    eve.say("claim", act, contribution=paper, author="Ben Smit", words="Mijn oude adres.")
    claim = eve.items("claim")[act]
    assert (claim["state"], claim["address"]) == ("code_sent", "b•••@s•••.example")
    assert BEN not in str(claim)
    (letter,) = world.letters_to(BEN)
    assert "eve laat weten Ben Smit te zijn" in " ".join(body_of(letter).split())
    assert eve.say("claim_code", claim=act, code="WRONGONE")["refusal"] == "wrong_code"
    code = code_in(letter)
    assert eve.say("claim_code", claim=act, code=f"{code[:4].lower()} {code[4:]}")["outcome"] == "accepted"
    assert eve.items("claim")[act]["state"] == "granted"


def test_five_wrong_codes_use_up_a_code(world: World) -> None:
    (paper,) = published(world, contribution())
    eve, act = Person(world, "eve@elsewhere.example"), str(uuid.uuid4())
    eve.say("claim", act, contribution=paper, author="Ben Smit")
    code = code_in(world.letters_to(BEN)[0])
    for _ in range(5):
        assert eve.say("claim_code", claim=act, code="CCCCCCCC")["refusal"] == "wrong_code"
    assert eve.say("claim_code", claim=act, code=code)["refusal"] == "wrong_code"


def test_a_code_is_of_one_claim_and_of_whoever_made_it(world: World) -> None:
    (paper,) = published(world, contribution())
    eve, act = Person(world, "eve@elsewhere.example"), str(uuid.uuid4())
    eve.say("claim", act, contribution=paper, author="Ben Smit")
    code = code_in(world.letters_to(BEN)[0])
    mallory = Person(world, "mallory@elsewhere.example")
    assert mallory.say("claim_code", claim=act, code=code)["outcome"] == "waits"
    world.clock.goes_on(days=1, seconds=1)
    eve = Person(world, "eve@elsewhere.example")
    assert eve.say("claim_code", claim=act, code=code)["refusal"] == "wrong_code", "it is too old"


def test_no_code_goes_where_no_address_is_known_and_a_maintainer_decides(world: World) -> None:
    (paper,) = published(world, contribution(contacts=[]))
    chief, ann, act = Person(world, CHIEF, "maintainer"), Person(world, ANN), str(uuid.uuid4())
    ann.say("claim", act, contribution=paper, author="Ann de Boer", words="Ik ben het echt.")
    assert ann.items("claim")[act]["state"] == "waiting"
    assert "Er wacht iets" in world.letters_to(CHIEF)[-1]["Subject"]
    (item,) = chief.desk("claim")
    assert (item["id"], item["who"], item["words"]) == (act, "ann", "Ik ben het echt.")
    assert item["details"] == {"author": "Ann de Boer", "mail": ANN, "address": "", "way": ""}
    assert chief.decide("claim", act, "decline").status_code == 422, "a reason is asked for"
    assert chief.decide("claim", act, "decline", "Dat is een ander.").status_code == 200
    assert ann.items("claim")[act] | {"moment": ""} == {
        "contribution": paper, "author": "Ann de Boer", "state": "refused", "earlier": "none", "address": "",
        "answer": "Dat is een ander.", "moment": "",
    }  # fmt: skip


def test_a_code_that_nobody_types_in_brings_the_claim_to_the_desk(world: World) -> None:
    (paper,) = published(world, contribution())
    reader, chief = Person(world, "reader@uni.example"), Person(world, CHIEF, "maintainer")
    _feedback(reader, paper, "Van daarvoor.")
    eve, act = Person(world, "eve@elsewhere.example"), str(uuid.uuid4())
    eve.say("claim", act, contribution=paper, author="Ben Smit")
    code = code_in(world.letters_to(BEN)[-1])
    assert chief.desk("claim") == []
    world.clock.goes_on(days=1, seconds=-1)
    chief = Person(world, CHIEF, "maintainer")
    world.clock.goes_on(seconds=2)
    (item,) = chief.desk("claim")
    assert (item["details"]["address"], item["verbs"]) == (BEN, ["accept", "decline"])
    assert chief.decide("claim", act, "accept").json()["state"] == "accepted"
    eve = Person(world, "eve@elsewhere.example")
    assert (eve.items("claim")[act]["state"], eve.items("claim")[act]["earlier"]) == ("granted", "granted")
    assert len(eve.items("thread")) == 1, "a maintainer's word counts for what was sent before, too"
    assert eve.say("claim_code", claim=act, code=code)["outcome"] == "accepted", "it doesn't matter any more"


def test_what_was_sent_before_a_claim_needs_a_maintainers_word(world: World) -> None:
    (paper,) = published(world, contribution())
    reader, chief = Person(world, "reader@uni.example"), Person(world, CHIEF, "maintainer")
    _feedback(reader, paper, "Van daarvoor.")
    ann, act = Person(world, ANN), str(uuid.uuid4())
    ann.say("claim", act, contribution=paper, author="Ann de Boer")
    assert ann.items("claim")[act]["earlier"] == "waiting"
    assert ann.items("thread") == {}
    _feedback(reader, paper, "Van daarna.")
    assert [each["messages"][0]["text"] for each in ann.items("thread").values()] == ["Van daarna."]
    (item,) = chief.desk("earlier")
    assert item["details"]["threads"] == 1
    assert chief.decide("earlier", act, "accept").status_code == 200
    assert len(ann.items("thread")) == 2
    assert ann.items("claim")[act]["earlier"] == "granted"


def test_coauthors_are_told_of_a_new_author(world: World) -> None:
    (paper,) = published(world, contribution())
    ann = Person(world, ANN)
    ann.say("claim", contribution=paper, author="Ann de Boer")
    assert "Een auteur van “Delen met docenten” leest mee" in [each["Subject"] for each in world.letters_to(BEN)]
    ben = Person(world, BEN)
    ben.say("claim", contribution=paper, author="Ben Smit")
    (notice,) = ann.items("notice").values()
    assert (notice["code"], notice["contribution"], notice["words"]) == ("coauthor_claimed", paper, "ben")
    assert len([each for each in world.letters_to(ANN) if "leest mee" in each["Subject"]]) == 1
    assert ben.items("notice") == {}


@pytest.mark.parametrize("how", ["withdrawn", "ended"])
def test_a_claim_that_ends_takes_the_feedback_along(world: World, how: str) -> None:
    (paper,) = published(world, contribution())
    chief, ann, act = Person(world, CHIEF, "maintainer"), Person(world, ANN), str(uuid.uuid4())
    ann.say("claim", act, contribution=paper, author="Ann de Boer")
    reader = Person(world, "reader@uni.example")
    thread = _feedback(reader, paper)
    assert len(ann.items("thread")) == 1
    if how == "withdrawn":
        ann.say("withdrawal", subject="claim", id=act)
    else:
        assert chief.decide("claim", act, "decline", "Niet de auteur.").status_code == 200
    assert ann.items("thread") == {}
    assert ann.items("claim")[act]["state"] == how
    assert reader.items("thread")[thread]["state"] == "delivered", "what was delivered stays so"
    _feedback(reader, paper)
    assert ann.items("thread") == {}


def test_a_claim_on_nobodys_name_is_refused_and_on_nothing_waits(world: World) -> None:
    (paper,) = published(world, contribution())
    ann = Person(world, ANN)
    assert ann.say("claim", contribution=paper, author="Somebody Else")["refusal"] == "invalid"
    assert ann.say("claim", contribution="not-there", author="Ann de Boer")["outcome"] == "waits"


def test_addresses_of_authors_are_in_no_public_answer(world: World) -> None:
    (paper,) = published(world, contribution())
    for path in (
        "/v1/changes",
        f"/v1/contributions/{paper}",
        "/v1/contributions",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc",
    ):
        answer: Any = world.client.get(path)
        assert answer.status_code == 200
        assert BEN not in answer.text, path
