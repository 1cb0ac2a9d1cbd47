"""What strangers ask: remarks that maintainers alone see, and a newsletter that nobody gets who didn't confirm it."""

import csv
import io
import re
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from httpx import Response

from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.privacy.erasure_list import LIST
from kennisbank.archive.schema.people_tables import newsletter, remarks
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World, body_of, fault
from tests.archive.authors import ANN, CHIEF, Person

URL = "https://archief.example"
WITH_URL = replace(CONFIG, url=URL)


@pytest.fixture
def world(own_archive: Archive, tmp_path: Path, loop: BlockingPortal) -> World:
    return World(own_archive, tmp_path, WITH_URL, loop=loop)


def _remark(world: World, **values: Any) -> Response:
    body = {
        "id": str(uuid.uuid4()), "name": "Klaas Vaak", "telephone": "06-12345678", "text": "De zoekbalk hapert.",
        "mail": "klaas@home.example",
    }  # fmt: skip
    return world.client.post("/v1/remarks", json=body | values)


def _wish(world: World, mail: str, *, wants: bool = True) -> Response:
    return world.client.post("/v1/newsletter", json={"mail": mail, "wants": wants, "language": "nl"})


def _link(world: World, mail: str) -> str:
    found = re.search(
        rf"^  {URL}(/newsletter/\S+)", body_of(world.letters_to(mail)[-1]).replace("\r", ""), re.MULTILINE
    )
    assert found
    return found[1]


def _list(chief: Person) -> list[dict[str, str]]:
    answered = chief.world.client.get("/v1/newsletter.csv", headers=chief.headers)
    assert answered.status_code == 200
    return list(csv.DictReader(io.StringIO(answered.text)))


def test_a_remark_is_seen_by_maintainers_and_answered_by_mail(world: World) -> None:
    chief, act = Person(world, CHIEF, "maintainer"), str(uuid.uuid4())
    assert [_remark(world, id=act).status_code for _ in range(2)] == [202, 202]
    (item,) = chief.desk("remark")
    assert (item["who"], item["words"]) == ("Klaas Vaak", "De zoekbalk hapert.")
    assert item["details"] | {"until": ""} == {"telephone": "06-12345678", "mail": "klaas@home.example", "until": ""}
    assert item["details"]["until"].startswith("2027-11-22")
    notice = world.letters_to(CHIEF)[-1]
    assert "Klaas" not in notice.as_string() + body_of(notice)
    assert chief.decide("remark", act, "answer").status_code == 422
    assert chief.decide("remark", act, "answer", "Dank.\n\nIs verholpen.").json()["state"] == "done"
    (answer,) = world.letters_to("klaas@home.example")
    assert "Dank.\n\nIs verholpen." in body_of(answer).replace("\r", "")
    assert chief.desk("remark") == []


def test_a_remark_without_an_address_is_done_with_and_not_answered(world: World) -> None:
    chief, act = Person(world, CHIEF, "maintainer"), str(uuid.uuid4())
    _remark(world, id=act, mail="")
    assert chief.decide("remark", act, "answer", "Dank.").status_code == 422
    assert chief.decide("remark", act, "done").json()["state"] == "done"


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"telephone": "geen idee"}, {"text": "  "}, {"mail": "klaas"}, {"id": "1"}, {"name": None}]
)
def test_a_remark_needs_a_name_and_a_telephone_number(world: World, wrong: dict[str, Any]) -> None:
    assert fault(_remark(world, **wrong)) == (422, "invalid")


def test_a_remark_with_the_id_of_another_one_is_refused(world: World) -> None:
    act = str(uuid.uuid4())
    _remark(world, id=act)
    assert fault(_remark(world, id=act, text="Iets anders.")) == (409, "other_content")


def test_remarks_come_in_limited_numbers_from_one_place(world: World) -> None:
    told = [_remark(world).status_code for _ in range(11)]
    assert told == [202] * 10 + [429]


def test_remarks_are_erased_after_the_time_that_the_archive_says(world: World) -> None:
    _remark(world)
    for days, left in ((364, 1), (2, 0)):
        world.clock.goes_on(days=days)
        run_daily(world.archive, WITH_URL, world.clock())
        with world.archive.read() as tx:
            assert len(tx.connection.execute(remarks.select()).all()) == left


def test_the_newsletter_goes_to_nobody_who_did_not_confirm(world: World) -> None:
    chief = Person(world, CHIEF, "maintainer")
    assert _wish(world, ANN).status_code == 202
    assert _list(chief) == []
    link = _link(world, ANN)
    assert '<form method="post">' in world.client.get(link).text
    assert _list(chief) == [], "a look changes nothing"
    assert world.client.post(link, headers={"Kennisbank-Protocol": ""}).status_code == 200
    (row,) = _list(chief)
    assert (row["mail"], row["language"], row["since"]) == (ANN, "nl", "2026-11-22")
    assert world.client.post(row["leave"].removeprefix(URL)).status_code == 200
    assert _list(chief) == []
    with world.archive.read() as tx:
        assert tx.connection.execute(newsletter.select()).all() == []
    assert world.client.post(link).status_code == 404, "an old link brings nobody back"


def test_asking_tells_nobody_who_is_on_the_list(world: World) -> None:
    _wish(world, ANN)
    world.client.post(_link(world, ANN))
    answers = [_wish(world, mail, wants=wants) for mail in (ANN, "nobody@uni.example") for wants in (True, False)]
    assert {(each.status_code, each.content) for each in answers} == {(202, b"")}
    (_, again, off) = world.letters_to(ANN)
    assert "staat al op de lijst" in body_of(again)
    assert world.client.post(_link(world, ANN)).status_code == 200, off["Subject"]
    assert "Het staat er niet op" in " ".join(body_of(world.letters_to("nobody@uni.example")[-1]).split())


def test_addresses_that_nobody_confirms_are_forgotten(world: World) -> None:
    _wish(world, ANN)
    link = _link(world, ANN)
    world.clock.goes_on(days=WITH_URL.retention.newsletter_days, seconds=1)
    run_daily(world.archive, WITH_URL, world.clock())
    with world.archive.read() as tx:
        assert tx.connection.execute(newsletter.select()).all() == []
    assert world.client.get(link).status_code == 404


def test_who_has_left_is_not_brought_back_by_a_restored_backup(world: World, tmp_path: Path) -> None:
    for mail in (ANN, "ben@uni.example"):
        _wish(world, mail)
        assert world.client.post(_link(world, mail)).status_code == 200
    back_up(world.archive, tmp_path / "backup")
    _wish(world, ANN, wants=False)
    assert world.client.post(_link(world, ANN)).status_code == 200
    listed = (world.archive.data / LIST).read_text()
    assert ANN not in listed
    restore(tmp_path / "backup", tmp_path / "again", erasures=(world.archive.data,))
    with Archive.open(tmp_path / "again") as archive, archive.read() as tx:
        assert [row.mail for row in tx.connection.execute(newsletter.select())] == ["ben@uni.example"]


def test_one_address_is_not_flooded_with_mail(world: World) -> None:
    told = [_wish(world, ANN).status_code for _ in range(6)]
    assert told == [202] * 5 + [429]


def test_a_link_in_a_mail_leads_where_the_archives_own_file_says(own_archive: Archive, tmp_path: Path) -> None:
    world = World(own_archive, tmp_path)
    headers = {"Host": "evil.example"}
    body = {"mail": ANN, "wants": True}
    assert fault(world.client.post("/v1/newsletter", json=body, headers=headers)) == (422, "invalid")
    assert world.client.post("/v1/newsletter", json=body, headers={"Host": "127.0.0.1:8000"}).status_code == 202
    assert "http://127.0.0.1:8000/newsletter/" in body_of(world.letters_to(ANN)[0])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_are_small_and_in_the_readers_language(world: World, language: str) -> None:
    _wish(world, ANN)
    shown = world.client.get(_link(world, ANN), headers={"Accept-Language": language})
    assert f'<html lang="{language}">' in shown.text
    assert "<script" not in shown.text
    assert len(shown.content) < 2000
    assert shown.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert world.client.get("/newsletter/nonsense").status_code == 404
