"""Codes stand in the message and nowhere else; tokens stand nowhere. And messages leave by themselves."""

import logging
import threading
from pathlib import Path

import pytest

from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.app import make_app
from kennisbank.archive.mail.post import Message
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, HEADERS, World, bearer

ANN = "ann@uni.example"


def test_no_code_and_no_token_stands_anywhere_but_in_its_message(
    mail_world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = mail_world
    with caplog.at_level(logging.DEBUG):
        world.ask(ANN)
        codes = [world.code_for(ANN)]
        world.ask_code(ANN)
        codes.append(world.code_for(ANN))
        codes.append(world.administration.add("chief@uni.example", right="maintainer"))
        first = world.log_in(ANN, codes[0]).json()
        second = world.refresh(first["refresh"]).json()
        device = world.client.post("/v1/tokens", json={"device": "x"}, headers=bearer(second["access"])).json()
        world.refresh(first["refresh"] + "x")
        world.log_in(ANN, codes[1])
        world.client.get(f"/v1/changes?token={second['access']}", headers=bearer(second["access"]))
    tokens = [first["access"], first["refresh"], second["access"], second["refresh"], device["token"]]
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert any(path.name.startswith("archive.sqlite") for path in kept)
    for secret in (*codes, *tokens):
        found = {path.parent.name for path, data in kept.items() if secret.encode() in data}
        assert found <= {"mail"}, secret
        assert [each.name for each in caplog.records if secret in str(each.__dict__) and "httpx" not in each.name] == []
    for secret in tokens:
        assert not any(secret.encode() in data for data in kept.values())
    assert all(any(code.encode() in data for data in kept.values()) for code in codes[:2])


def test_a_message_leaves_by_itself_once_the_request_is_answered(own_archive: Archive) -> None:
    class Waited:
        """A post that says when it was used."""

        def __init__(self) -> None:
            self.came = threading.Event()
            self.messages: list[Message] = []

        def send(self, message: Message) -> None:
            self.messages.append(message)
            self.came.set()

    from starlette.testclient import TestClient  # noqa: PLC0415

    post = Waited()
    Administration(own_archive).add(ANN)
    with TestClient(make_app(own_archive, post, settings=CONFIG), headers=HEADERS) as client:
        assert client.post("/v1/codes", json={"mail": ANN}).status_code == 202
        assert post.came.wait(20)
    assert [each.to for each in post.messages] == [ANN]
