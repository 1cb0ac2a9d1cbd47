"""Everything about somebody: what tables hold, what they are given, what is erased, refused, kept and for how long."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from sqlalchemy import insert, select

from kennisbank.archive.commands.command import main
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.keeping.daily import DailyRound, day_of, is_due, run_daily
from kennisbank.archive.privacy import erasure_list
from kennisbank.archive.privacy.erasure_list import LIST, Erased
from kennisbank.archive.privacy.holdings import HOLDINGS, NOTHING, table_of
from kennisbank.archive.privacy.old_backups import backups_in, prune
from kennisbank.archive.schema.account_tables import accounts, outgoing
from kennisbank.archive.schema.notice_tables import notices
from kennisbank.archive.schema.people_tables import newsletter, remarks
from kennisbank.archive.schema.privacy_tables import days, erasures
from kennisbank.archive.schema.tables import audit, metadata, receipts
from kennisbank.archive.schema.voice_tables import comments
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World, bearer, code_in, fault
from tests.archive.correspondents import Person, act, authored, feedback, passes_the_round, publish
from tests.e2e.left import needles, where_left

NAME, MAIL = "Anneke Zwaluwhoek-Véér", "a.zwaluwhoek@uni.example"
SAID = "boterbloemvlinder"
PERSONAL = needles(NAME, "Zwaluwhoek", MAIL, SAID)


def test_every_table_says_what_it_holds_of_somebody() -> None:
    assert set(metadata.tables) == {*HOLDINGS, *NOTHING}
    assert not set(HOLDINGS) & set(NOTHING)
    for name, holding in HOLDINGS.items():
        named = {holding.account, holding.mail, holding.key, *holding.blanks, *holding.naming, *(holding.export or ())}
        assert named - {""} <= set(table_of(name).columns.keys()), name


class Anneke(Person):
    """Somebody whose name and words are told from everything else."""

    def __init__(self, world: World) -> None:
        super().__init__(world, "Anneke")
        with world.desk() as desk:
            known = {"mail": MAIL, "mail_key": MAIL, "name": NAME}
            desk.connection.execute(accounts.update().where(accounts.c.id == self.id).values(known))

    def says_all(self) -> None:
        """Say something of every kind."""
        for shown_as in ("name", "role"):
            assert self.says(feedback(text=f"Een {SAID}?", shown_as=shown_as))[0]["outcome"] == "accepted"
        self.does("comment", contribution="c1", text=f"Zo'n {SAID}.")
        self.does("vote", contribution="c1", stars=4)
        self.does("proposal", contribution="c1", field="title", value=f"De {SAID}", reason=f"Groet, {NAME}")
        self.does("claim", contribution="c1", author="Ada", words=f"Ik ben {NAME}")
        self.does("notify", when="daily")

    def erases(self) -> Any:
        """Have everything erased, with the code from the mail."""
        asked = self.world.client.post("/v1/me/erasure/code", json={}, headers=self.headers)
        assert asked.status_code == 202
        code = code_in(self.world.letters_to(MAIL)[-1])
        return self.world.client.post("/v1/me/erasure", json={"code": code}, headers=self.headers)


def test_a_file_with_everything_holds_everything_and_no_secret(world: World) -> None:
    authored(world, "Bert")
    anneke = Anneke(world)
    anneke.says_all()
    answer = anneke.get("/me/export")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    said = answer.json()
    (account,) = said["rows"]["accounts"]
    assert (account["mail"], account["name"]) == (MAIL, NAME)
    assert {"sessions", "votes", "proposals", "comments", "claims", "notify", "receipts"} <= set(said["rows"])
    kinds = {each["kind"] for each in said["mailbox"]}
    assert {"thread", "comment", "vote", "proposal", "claim"} <= kinds
    with world.desk() as desk:
        hashes = [*desk.connection.execute(select(table_of("tokens").c.hash)).scalars()]
    assert not any(each in answer.text for each in hashes)


def test_an_authors_file_says_no_more_of_an_anonymous_reader_than_their_inbox(world: World) -> None:
    (bert,) = authored(world, "Bert")
    anneke = Anneke(world)
    said = feedback(text="Zonder naam", shown_as="role")
    assert anneke.says(said)[0]["outcome"] == "accepted"
    passes_the_round(world)
    text = bert.get("/me/export").text
    assert "Zonder naam" in text
    for secret in (anneke.id, said["id"], NAME, MAIL):
        assert secret not in text


def test_erasing_asks_for_a_good_code_and_leaves_a_maintainer(world: World) -> None:
    anneke = Anneke(world)
    wrong = world.client.post("/v1/me/erasure", json={"code": "AAAAAAAA"}, headers=anneke.headers)
    assert fault(wrong) == (403, "wrong_code")
    tokens = world.somebody("beheer@uni.example", right="maintainer")
    last = world.client.post("/v1/me/erasure", json={"code": "AAAAAAAA"}, headers=bearer(tokens["access"]))
    assert fault(last) == (409, "last_maintainer")
    assert last.json()["words"]
    for _ in range(10):
        world.client.post("/v1/me/erasure", json={"code": "AAAAAAAA"}, headers=anneke.headers)
    late = world.client.post("/v1/me/erasure", json={"code": "AAAAAAAA"}, headers=anneke.headers)
    assert fault(late) == (429, "too_many")
    assert anneke.get("/me").status_code == 200


def test_who_was_erased_is_logged_out_and_may_come_again_as_somebody_new(world: World) -> None:
    publish(world)
    anneke = Anneke(world)
    anneke.says_all()
    assert anneke.erases().status_code == 200
    assert anneke.get("/me").status_code == 401
    assert world.somebody(MAIL)["account"]["id"] != anneke.id


def test_nothing_is_left_in_either_database(
    archive: Archive, tmp_path: Path, loop: BlockingPortal, database: str | None
) -> None:
    world = World(archive, tmp_path, loop=loop)
    (bert,) = authored(world, "Bert")
    anneke = Anneke(world)
    anneke.says_all()
    passes_the_round(world)
    bert.does("reply", thread=bert.thread()["id"], text="Dank.")
    with archive.write() as tx:
        tx.audit.add("", "account_approved", anneke.id, f"{NAME} belde")
    back_up(archive, tmp_path / "backup")
    answer = anneke.erases()
    assert answer.status_code == 200, answer.text
    proof = answer.json()
    passes_the_round(world)
    assert proof["counts"]["threads"] == 2
    assert ("database_log" in proof["beyond"]) == (database is not None)
    with archive.read() as tx:
        for table in metadata.sorted_tables:
            rows = json.dumps([list(map(str, row)) for row in tx.connection.execute(select(table))], ensure_ascii=False)
            assert not [each for each in (NAME, MAIL, SAID) if each in rows], table.name
        assert set(tx.connection.execute(select(erasures.c.is_done)).scalars()) == {True}
    messages = [[(each["gone"], each["text"]) for each in item["body"]["messages"]] for item in bert.items()]
    assert sorted(map(len, messages)) == [1, 2]
    assert {each for thread in messages for each in thread} == {("erased", ""), ("", "Dank.")}
    folders = [archive.data, tmp_path / "mail"]
    assert where_left(folders, PERSONAL) == {}
    account, *marks = erasure_list.read(archive.data / LIST)
    assert account == Erased("2026-11-23", "account", anneke.id)
    assert {each.kind for each in marks} == {"token", "address"}


def test_a_restored_backup_replays_what_was_erased_since(own_archive: Archive, world: World, tmp_path: Path) -> None:
    publish(world)
    anneke = Anneke(world)
    anneke.says_all()
    back_up(own_archive, tmp_path / "backups" / "een")
    assert where_left([tmp_path / "backups"], PERSONAL)
    anneke.erases()
    for number, place in enumerate(("the old folder", "beside the backup", "the new folder", "the backup")):
        source, data, lists = tmp_path / "backups" / "een", tmp_path / f"new{number}", []
        if place == "the old folder":
            lists = [own_archive.data]
        elif place == "beside the backup":
            shutil.copy(own_archive.data / LIST, tmp_path / "backups" / LIST)
        elif place == "the new folder":
            (tmp_path / "backups" / LIST).unlink()
            data.mkdir()
            shutil.copy(own_archive.data / LIST, data / LIST)
        else:
            back_up(own_archive, tmp_path / "twee")  # made after the erasure
            source = tmp_path / "twee"
        made = restore(source, data, erasures=lists)
        assert made.erased == (0 if place == "the backup" else 1), place
        assert where_left([data], PERSONAL) == {}, place
        assert anneke.id in (data / LIST).read_text(), place


def test_a_list_of_erasures_survives_lines_that_are_none(tmp_path: Path) -> None:
    good = Erased("2026-11-22", "account", "0f8fad5b-d9cb-469f-a165-70867728950e")
    erasure_list.add(tmp_path / LIST, good)
    with (tmp_path / LIST).open("a") as file:
        file.write('{"kind": "account", "id": "../..", "day": "2026-11-22"}\nno json\n{"kind": "acc')
    assert erasure_list.read(tmp_path / LIST, tmp_path / "not there") == (good,)


def test_an_erasure_that_was_broken_off_is_finished_in_the_round(own_archive: Archive, world: World) -> None:
    anneke = Anneke(world)
    erasure_list.add(own_archive.data / LIST, Erased("2026-11-22", "account", anneke.id))
    assert run_daily(own_archive, CONFIG, world.clock()).counts["erasures"] == 1
    with own_archive.read() as tx:
        assert tx.connection.execute(select(accounts.c.id).where(accounts.c.id == anneke.id)).first() is None


def test_old_backups_go_and_nothing_else_does(own_archive: Archive, world: World, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = back_up(own_archive, folder / "oud")
    (folder / "foto's").mkdir()
    (folder / ".half.unfinished" / "rows").mkdir(parents=True)
    other = tmp_path / "other"
    Archive.open(other).close()
    with Archive.open(other) as another:
        back_up(another, folder / "anders")
    now = world.clock.now.astimezone().replace(year=2100)
    assert len(backups_in(folder, made.archive)) == 2
    assert prune(folder, made.archive, 0, now) == 0
    assert prune(folder, made.archive, 30, now.replace(year=2026, month=11, day=1)) == 0
    assert prune(folder, made.archive, 30, now) == 2
    assert sorted(each.name for each in folder.iterdir()) == ["anders", "foto's"]


def test_a_backup_made_while_the_clock_was_ahead_goes_in_time_too(
    tmp_path: Path, own_archive: Archive, world: World
) -> None:
    folder, now = tmp_path / "backups", world.clock.now
    made = back_up(own_archive, folder / "vooruit")
    manifest = folder / "vooruit" / "manifest.json"
    said = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**said, "made": (now + timedelta(days=400)).isoformat()}))
    assert prune(folder, made.archive, 30, now) == 0
    assert prune(folder, made.archive, 30, now + timedelta(days=29)) == 0
    assert prune(folder, made.archive, 30, now + timedelta(days=30)) == 1
    assert not list(folder.iterdir())


def test_what_need_not_be_kept_goes_in_time(own_archive: Archive, world: World) -> None:
    publish(world)
    bert = Person(world, "Bert")
    comment = bert.does("comment", contribution="c1", text="Verborgen tekst")
    old, now = stamp(world.clock.now - timedelta(days=400)), stamp(world.clock.now)
    with own_archive.write() as tx:
        for moment in (old, now):
            row = {"name": "N", "telephone": "0612345", "mail": "", "language": "nl", "text": "t", "hash": ""}
            row |= {"id": moment, "received": moment, "state": "open", "answer": "", "decided": ""}
            tx.connection.execute(insert(remarks), row)
            row = {
                "mail_hash": moment,
                "id": moment,
                "mail": "x@y.example",
                "language": "nl",
                "asked": moment,
                "confirmed": "",
            }
            tx.connection.execute(insert(newsletter), row)
            row = {"id": moment, "account": bert.id, "code": "x", "contribution": "", "words": "", "moment": moment}
            tx.connection.execute(insert(notices), row)
            row = {"account": bert.id, "write_id": moment, "hash": "", "revision": 0, "moment": moment}
            tx.connection.execute(insert(receipts), row)
        hidden = comments.update().where(comments.c.id == comment).values(state="hidden", words="Reden", changed=old)
        tx.connection.execute(hidden)
    assert not run_daily(own_archive, CONFIG, world.clock()).failed
    with own_archive.read() as tx:
        for table, column in ((remarks, "id"), (newsletter, "mail_hash"), (notices, "id"), (receipts, "write_id")):
            found = [each for each in tx.connection.execute(select(table.c[column])).scalars() if each in {old, now}]
            assert found == [now], table.name
        row = tx.connection.execute(select(comments).where(comments.c.id == comment)).one()
        assert (row.body, row.words) == ("", "Reden")


def test_the_round_is_done_once_a_day_after_its_hour(own_archive: Archive, world: World) -> None:
    morning = world.clock.now.astimezone().replace(hour=5, minute=59, second=0)
    assert day_of(CONFIG, morning) == (morning - timedelta(days=1)).date()
    assert day_of(CONFIG, morning + timedelta(minutes=1)) == morning.date()
    rounds = DailyRound(own_archive, CONFIG)
    rounds.look(morning)
    assert not is_due(own_archive, CONFIG, morning)
    assert is_due(own_archive, CONFIG, morning + timedelta(minutes=1))
    rounds.look(morning + timedelta(minutes=1))
    with own_archive.read() as tx:
        assert set(tx.connection.execute(select(days.c.day)).scalars()) == {morning.date().isoformat()}


def test_a_part_of_the_round_that_fails_keeps_no_other_from_its_work(
    own_archive: Archive, world: World, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "no folder"
    in_the_way.write_text("")
    broken = replace(CONFIG, storage=replace(CONFIG.storage, backups=str(in_the_way / "backups")))
    (own_archive.data / LIST).mkdir()
    now = world.clock.now.astimezone()
    done = run_daily(own_archive, broken, now)
    assert done.failed == ("erasures",)
    assert "retention" in done.counts
    assert is_due(own_archive, broken, now)
    (own_archive.data / LIST).rmdir()
    DailyRound(own_archive, broken).look(now)
    assert not is_due(own_archive, broken, now)


def test_messages_that_wait_for_who_was_erased_do_not_leave(world: World) -> None:
    anneke = Anneke(world)
    assert anneke.erases().status_code == 200
    with world.desk() as desk:
        assert not desk.connection.execute(select(outgoing).where(outgoing.c.mail == MAIL)).all()
        named = desk.connection.execute(select(audit.c.detail).where(audit.c.subject == anneke.id)).scalars().all()
    assert NAME not in json.dumps(named)
    assert act("vote", contribution="c1", stars=1)["kind"] == "vote"


def test_backups_have_an_age_and_the_round_is_done_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kennisbank.archive.commands.command.start_logs", lambda **_: None)
    data, backups = str(tmp_path / "archive"), tmp_path / "backups"
    assert main(["init", "--data", data, "--name", "Archief"]) == 0
    assert main(["backup", str(backups / "oud"), "--data", data]) == 0
    manifest = backups / "oud" / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "made": "2020-01-01T00:00:00+00:00"}))
    capsys.readouterr()
    assert main(["backup", str(backups / "nieuw"), "--data", data, "--keep-days", "30", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["removed"] == 1
    assert [each.name for each in backups.iterdir()] == ["nieuw"]
    for named in ([data], ["--data", data]):
        assert main(["daily", *named, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["failed"] == []
    with pytest.raises(SystemExit):
        main(["backup", str(backups / "nog een"), "--data", data, "--keep-days", "0"])
