"""Mail to authors: that there is feedback, never what or whose; ended by one click, which a look doesn't do."""

import re
import uuid
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any, get_args

import pytest
from anyio.from_thread import BlockingPortal

from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.letters.people_texts import PeopleLetter, people_letter, stop_text
from kennisbank.archive.people.invitations import invite
from kennisbank.archive.schema.account_tables import outgoing
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World, body_of
from tests.archive.authors import ANN, BEN, Person, contribution, published

URL = "https://archief.example"
WITH_URL = replace(CONFIG, url=URL)


@pytest.fixture
def world(own_archive: Archive, tmp_path: Path, loop: BlockingPortal) -> World:
    return World(own_archive, tmp_path, WITH_URL, loop=loop)


def _author(world: World, paper: str, **notify: Any) -> Person:
    ann = Person(world, ANN)
    assert ann.say("claim", contribution=paper, author="Ann de Boer")["outcome"] == "accepted"
    if notify:
        ann.say("notify", **notify)
    return ann


def _feedback(reader: Person, paper: str, **values: Any) -> dict[str, Any]:
    body = {"contribution": paper, "kind": "question", "text": "Klopt het geheime getal?"} | values
    return reader.say("feedback", str(uuid.uuid4()), **body)


def _about_feedback(world: World, mail: str) -> list[EmailMessage]:
    return [each for each in world.letters_to(mail) if "feedback" in each["Subject"]]


def _one_click(letter: EmailMessage) -> str:
    found = re.fullmatch(rf"<{URL}(/unsubscribe/.+)>", str(letter["List-Unsubscribe"]))
    assert found
    return found[1]


def test_a_mail_about_feedback_says_that_it_is_there_and_nothing_of_it(world: World) -> None:
    (paper,) = published(world, contribution())
    _author(world, paper)
    reader = Person(world, "geheime.lezer@uni.example")
    _feedback(reader, paper)
    (letter,) = _about_feedback(world, ANN)
    whole = letter.as_string() + body_of(letter)
    assert "“Delen met docenten”" in letter["Subject"]
    for secret in ("geheim", "question", reader.id, paper):
        assert secret not in whole
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Reply-To" not in letter
    assert "Een antwoord op deze mail komt niet bij de lezer aan" in " ".join(body_of(letter).split())
    # The id of the message is random: of no thread, no account, no revision.
    name = letter["Message-ID"].strip("<>").partition("@")[0]
    assert uuid.UUID(name).version == 4


def test_one_click_ends_what_is_told_of_new_authors_too(world: World) -> None:
    (paper, other) = published(world, contribution(), contribution(title="Een ander stuk"))
    ann, ben = _author(world, paper), Person(world, BEN)
    ann.say("claim", contribution=other, author="Ann de Boer")
    world.letters()
    ben.say("claim", contribution=paper, author="Ben Smit")
    (letter,) = [each for each in world.letters_to(ANN) if "leest mee" in each["Subject"]]
    assert world.client.post(_one_click(letter)).status_code == 200
    ben.say("claim", contribution=other, author="Ben Smit")
    assert len([each for each in world.letters_to(ANN) if "leest mee" in each["Subject"]]) == 1
    assert len(ann.items("notice")) == 2, "the program tells it all the same"


def test_one_click_ends_mail_and_looking_at_the_link_does_not(world: World) -> None:
    (paper,) = published(world, contribution())
    ann, reader = _author(world, paper), Person(world, "ben@reader.example")
    _feedback(reader, paper)
    link = _one_click(_about_feedback(world, ANN)[0])
    shown = world.client.get(link)
    assert (shown.status_code, '<form method="post">' in shown.text) == (200, True)
    assert "script" not in shown.headers["Content-Security-Policy"].replace("'none'", "")
    assert ann.items("settings")["settings"] == {"notify": "at_once"}
    stranger = world.client_at("10.9.9.9")
    clicked = stranger.post(link, data={"List-Unsubscribe": "One-Click"}, headers={"Kennisbank-Protocol": ""})
    assert clicked.status_code == 200
    assert ann.items("settings")["settings"] == {"notify": "never"}
    _feedback(reader, paper)
    assert len(_about_feedback(world, ANN)) == 1
    assert world.client.post(link[:-1] + ("0" if link[-1] != "0" else "1")).status_code == 404
    ann.say("notify", when="at_once", language="en")
    _feedback(reader, paper)
    assert _about_feedback(world, ANN)[-1]["Subject"] == "New feedback on “Delen met docenten”"


def test_feedback_that_comes_before_the_mail_left_makes_one_mail(world: World) -> None:
    (paper,) = published(world, contribution())
    _author(world, paper)
    reader = Person(world, "ben@reader.example")
    for _ in range(3):
        _feedback(reader, paper)
    assert len(_about_feedback(world, ANN)) == 1


def test_a_daily_mail_names_all_contributions_once(world: World) -> None:
    papers = published(world, contribution("Eén"), contribution("Twee"))
    ann = Person(world, ANN)
    for paper in papers:
        ann.say("claim", contribution=paper, author="Ann de Boer")
    ann.say("notify", when="daily", language="nl")
    reader = Person(world, "ben@reader.example")
    for paper in (*papers, papers[0]):
        _feedback(reader, paper)
    assert _about_feedback(world, ANN) == []
    run_daily(world.archive, WITH_URL, world.clock())
    (letter,) = _about_feedback(world, ANN)
    assert re.findall(r"^  – (.+)$", body_of(letter).replace("\r", ""), re.MULTILINE) in (
        ["Eén", "Twee"],
        ["Twee", "Eén"],
    )
    run_daily(world.archive, WITH_URL, world.clock())
    assert len(_about_feedback(world, ANN)) == 1


def test_what_an_anonymous_reader_wrote_is_mailed_in_the_round(world: World) -> None:
    (paper,) = published(world, contribution())
    _author(world, paper)
    _feedback(Person(world, "ben@reader.example"), paper, shown_as="role")
    assert _about_feedback(world, ANN) == []
    run_daily(world.archive, WITH_URL, world.clock())
    assert len(_about_feedback(world, ANN)) == 1


def test_authors_without_an_account_are_invited_once_each(world: World) -> None:
    (paper,) = published(world, contribution())
    reader = Person(world, "ben@reader.example")
    for _ in range(2):
        _feedback(reader, paper)
    for mail in (ANN, BEN):
        (letter,) = world.letters_to(mail)
        assert letter["Subject"] == "Een lezer heeft op je bijdrage gereageerd"
        assert "geheim" not in letter.as_string() + body_of(letter)


def test_a_maintainer_invites_again_after_a_week_and_nobody_who_said_no(world: World) -> None:
    (paper,) = published(world, contribution())
    _feedback(Person(world, "ben@reader.example"), paper)
    link = _one_click(world.letters_to(BEN)[0])
    assert world.client.post(link).status_code == 200
    sent = []
    for days in (6, 2):
        world.clock.goes_on(days=days)
        with world.archive.write() as tx:
            sent.append(invite(tx, paper, world.clock(), again=True))
    assert sent == [0, 1]
    assert (len(world.letters_to(ANN)), len(world.letters_to(BEN))) == (2, 1)


def test_whoever_has_ended_their_claim_meanwhile_gets_no_mail(world: World) -> None:
    (paper,) = published(world, contribution())
    ann, act = Person(world, ANN), str(uuid.uuid4())
    ann.say("claim", act, contribution=paper, author="Ann de Boer")
    _feedback(Person(world, "ben@reader.example"), paper)
    ann.say("withdrawal", subject="claim", id=act)
    assert _about_feedback(world, ANN) == []


def test_no_code_and_no_text_stands_in_the_table_of_messages(world: World) -> None:
    (paper,) = published(world, contribution())
    eve = Person(world, "eve@elsewhere.example")
    eve.say("claim", contribution=paper, author="Ben Smit")
    _feedback(eve, paper)
    with world.archive.read() as tx:
        rows = [dict(row) for row in tx.connection.execute(outgoing.select()).mappings()]
    assert {row["kind"] for row in rows} >= {"claim_code", "invitation"}
    assert not any("geheim" in str(row) for row in rows)


def test_a_link_of_one_kind_does_nothing_of_another(world: World) -> None:
    (paper,) = published(world, contribution())
    _author(world, paper)
    _feedback(Person(world, "ben@reader.example"), paper)
    link = _one_click(_about_feedback(world, ANN)[0])
    token = link.rpartition("/")[2]
    assert world.client.post(f"/newsletter/{token}").status_code == 404
    assert world.client.post(f"/unsubscribe/i{token[1:]}").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_message_is_there_in_both_languages(language: Any) -> None:
    values = dict.fromkeys(("code", "name", "author", "title", "titles", "what", "waiting", "words"), "x")
    values |= {"link": "y", "days": "14", "where": "", "stop": stop_text(language, "", "beheer@archief.example")}
    for kind in get_args(PeopleLetter):
        subject, body = people_letter(kind, language, CONFIG, is_long=True, **values)
        assert not set("{}!") & set(subject + body), kind
        assert body.startswith("Hallo," if language == "nl" else "Hello,")
        assert max(map(len, body.splitlines())) <= 72
