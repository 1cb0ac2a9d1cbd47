"""After an erasure: its proof is had by the receipt alone, old tokens are told, addresses don't come back."""

import json
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from sqlalchemy import select

from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.people.contacts import Contacts
from kennisbank.archive.people.erased_addresses import KEY
from kennisbank.archive.privacy import erasure_list, erasures
from kennisbank.archive.privacy.erasure_list import LIST
from kennisbank.archive.schema.privacy_tables import erasures as rows_of_erasures
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_codec import decode
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import is_signed_by
from tests.archive.account_world import CONFIG, World, bearer, code_in, fault
from tests.archive.publishing import Maintainer, Paper, edition, paper
from tests.e2e.left import needles, where_left

MAIL = "a.zwaluwhoek@uni.example"
RECEIPT = secrets.token_hex(32)


def erase(world: World, tokens: dict[str, Any], receipt: str = RECEIPT) -> Any:
    """Have everything of an account erased, with the code from the mail."""
    headers = bearer(tokens["access"])
    assert world.client.post("/v1/me/erasure/code", json={}, headers=headers).status_code == 202
    code = code_in(world.letters_to(tokens["account"]["mail"])[-1])
    return world.client.post("/v1/me/erasure", json={"code": code, "receipt": receipt}, headers=headers)


def proof_by(world: World, receipt: str = RECEIPT) -> Any:
    return world.client.post("/v1/erasures/proof", json={"receipt": receipt})


def test_the_proof_is_had_again_by_its_receipt_and_by_nothing_else(
    archive: Archive, tmp_path: Path, loop: BlockingPortal
) -> None:
    world = World(archive, tmp_path, loop=loop)
    tokens = world.somebody(MAIL)
    assert fault(proof_by(world)) == (404, "not_found")
    assert fault(erase(world, tokens, "too short")) == (422, "invalid")
    answer = erase(world, tokens)
    assert answer.status_code == 200
    again = proof_by(world)
    assert again.json() == answer.json()
    assert is_signed_by(decode(ErasureProof, again.content), world.archive.key.public)
    assert fault(proof_by(world, RECEIPT[:-1] + ("0" if RECEIPT[-1] != "0" else "1"))) == (404, "not_found")
    assert not where_left([world.archive.data], needles(MAIL, RECEIPT))
    assert fault(world.refresh(tokens["refresh"])) == (401, "account_erased")
    assert contacts_after(world, "b1", [MAIL, "ada@uni.example"]) == ["ada@uni.example"]


def test_an_archive_that_stops_before_the_answer_has_the_proof_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = world.somebody(MAIL)

    def stops(_archive: Archive) -> bool:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(erasures, "finish", stops)
        assert erase(world, tokens).status_code == 500
    proof = proof_by(world).json()
    assert proof["counts"]["accounts"] == 1
    assert proof["beyond"]["database"] == 1
    assert not run_daily(world.archive, CONFIG, world.clock()).failed
    assert where_left([world.archive.data], needles(MAIL)) == {}


def test_an_erasure_that_got_no_further_than_the_list_is_carried_out_and_proved(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = world.somebody(MAIL)

    def stops(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(erasures.proofs, "keep", stops)
        assert erase(world, tokens).status_code == 500
    assert fault(proof_by(world)) == (404, "not_found")
    assert world.get("/me", tokens["access"]).status_code == 200
    assert run_daily(world.archive, CONFIG, world.clock()).counts["erasures"] == 1
    assert proof_by(world).json()["counts"]["accounts"] == 1
    assert fault(world.refresh(tokens["refresh"])) == (401, "account_erased")


def test_only_who_holds_an_old_token_hears_that_the_account_was_erased(world: World) -> None:
    tokens, other = world.somebody(MAIL), world.somebody(MAIL)
    device = world.client.post("/v1/tokens", json={"device": "script"}, headers=bearer(tokens["access"])).json()
    newer = world.refresh(tokens["refresh"]).json()
    assert erase(world, newer).status_code == 200
    for token in (tokens["refresh"], newer["refresh"], other["refresh"]):  # of the first the answer may have been lost
        assert fault(world.refresh(token)) == (401, "account_erased")
    assert fault(world.get("/me", device["token"])) == (401, "account_erased")
    assert fault(world.get("/me", other["access"])) == (401, "not_logged_in")
    assert fault(world.refresh("kbr_" + "A" * 43)) == (401, "session_ended")
    world.clock.goes_on(days=CONFIG.retention.erased_days + 2)
    assert not run_daily(world.archive, CONFIG, world.clock()).failed
    assert fault(world.refresh(other["refresh"])) == (401, "session_ended")
    assert fault(proof_by(world)) == (404, "not_found")
    assert {each.kind for each in erasure_list.read(world.archive.data / LIST)} == {"account", "address"}


def test_a_restored_archive_knows_receipts_tokens_and_addresses(own_archive: Archive, world: World) -> None:
    tokens = world.somebody(MAIL)
    folder = own_archive.data.parent / "backups" / "een"
    back_up(own_archive, folder)
    assert not (folder / KEY).exists()
    assert erase(world, tokens).status_code == 200
    data = own_archive.data.parent / "hersteld"
    assert restore(folder, data, erasures=[own_archive.data]).erased == 1
    with Archive.open(data) as archive:
        restored = World(archive, data.parent, loop=world.client.portal)
        proof = decode(ErasureProof, proof_by(restored).content)
        assert is_signed_by(proof, archive.key.public)
        assert proof.counts["accounts"] == 1
        assert fault(restored.refresh(tokens["refresh"])) == (401, "account_erased")
        assert contacts_after(restored, "b1", [MAIL, "ada@uni.example"]) == ["ada@uni.example"]


def contacts_after(world: World, batch: str, mails: list[str]) -> list[str]:
    """Publish a paper with these addresses of its authors and return those that the archive keeps."""
    maintainer, one = Maintainer(world), Paper("one", "One", b"%PDF of one")
    body = {**one.item["body"], "authors": [{"name": f"Author {number}"} for number, _ in enumerate(mails)]}
    maintainer.put(batch, [edition(), {**one.item, "body": body, "contacts": mails}])
    maintainer.send(batch, one.hash, one.data)
    assert maintainer.publish(batch).json()["state"] == "published"
    with world.archive.read() as tx:
        return [each.mail for each in Contacts(tx.connection).of(one.id)]


def test_an_erased_address_does_not_come_back_with_a_catalogue_until_its_owner_does(world: World) -> None:
    ada = "ada@uni.example"
    assert contacts_after(world, "b1", [MAIL, ada]) == [MAIL, ada]
    assert erase(world, world.somebody(MAIL)).status_code == 200
    staged = json.loads((world.archive.data / "staging" / "b1" / "manifest.json").read_bytes())
    assert [each.get("contacts") for each in staged["items"] if each.get("contacts")] == [["", ada]]
    assert contacts_after(world, "b2", [MAIL.upper(), ada]) == [ada]
    assert where_left([world.archive.data], needles(MAIL)) == {}
    world.somebody(MAIL)
    assert contacts_after(world, "b3", [MAIL, ada]) == [MAIL, ada]


def test_a_batch_that_waits_is_published_without_the_erased_address(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    item = {**one.item, "body": {**one.item["body"], "authors": [{"name": "Anneke"}]}, "contacts": [MAIL]}
    maintainer.put("b1", [edition(), item])
    maintainer.send("b1", one.hash, one.data)
    proof = erase(world, world.somebody(MAIL)).json()
    assert proof["counts"]["staged"] == 1
    assert where_left([world.archive.data / "staging"], needles(MAIL)) == {}
    assert maintainer.publish("b1").json()["added"] == 1
    with world.archive.read() as tx:
        assert Contacts(tx.connection).of(one.id) == []


def test_the_list_holds_nothing_that_a_backup_and_its_key_could_tell_an_address_by(
    own_archive: Archive, world: World, tmp_path: Path
) -> None:
    erase(world, world.somebody(MAIL))
    back_up(own_archive, tmp_path / "kopie")
    with own_archive.read() as tx:
        (mark,) = tx.connection.execute(
            select(rows_of_erasures.c.id).where(rows_of_erasures.c.kind == "address")
        ).scalars()
        assert mark not in {tx.keyed.hash(purpose, MAIL) for purpose in ("address", "erased address")}
    key = (own_archive.data / KEY).read_bytes()
    assert key.hex() not in {each.read_bytes().hex() for each in (tmp_path / "kopie").rglob("*") if each.is_file()}
    assert (own_archive.data / KEY).stat().st_mode & 0o077 == 0
    kept = replace(CONFIG.retention, erased_days=0)
    assert not run_daily(own_archive, replace(CONFIG, retention=kept), world.clock().replace(year=2100)).failed
    assert proof_by(world).status_code == 200
