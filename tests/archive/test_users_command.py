"""``archive users``: what is typed at the server, and what it answers as JSON and as text."""

import argparse
import io
import json
from typing import Any

import pytest

from kennisbank.archive.commands.users_command import add_arguments, run
from kennisbank.console import Console
from tests.archive.account_world import World

ANN, CHIEF = "ann@uni.example", "chief@uni.example"


def _typed(world: World, *words: str, as_json: bool = True) -> tuple[int, Any]:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true")
    parser = argparse.ArgumentParser()
    add_arguments(parser, common)
    out, err = io.StringIO(), io.StringIO()
    code = run(world.archive, parser.parse_args([*words]), Console(as_json=as_json, out=out, err=err))
    return code, json.loads(out.getvalue()) if as_json else out.getvalue() + err.getvalue()


def test_the_first_maintainer_comes_from_the_command_line(world: World) -> None:
    code, said = _typed(world, "add", "Chief@Uni.example", "--role", "maintainer", "--json")
    assert (code, said["mail"]) == (0, "Chief@uni.example")
    assert set(said) == {"mail", "code"}
    assert world.log_in(CHIEF, said["code"]).json()["account"]["right"] == "maintainer"


def test_who_is_there_already_gets_the_role_and_a_new_code(world: World) -> None:
    world.ask(ANN, name="Ann de Boer")
    world.letters()
    _, said = _typed(world, "add", ANN, "--role", "maintainer")
    account = world.log_in(ANN, said["code"]).json()["account"]
    assert (account["name"], account["right"]) == ("Ann de Boer", "maintainer")


def test_requests_are_listed_approved_refused_suspended_and_restored(world: World) -> None:
    world.ask(ANN)
    world.letters()
    assert [each["mail"] for each in _typed(world, "list", "--state", "requested")[1]["accounts"]] == [ANN]
    for command, state in (("approve", "active"), ("suspend", "suspended"), ("restore", "active")):
        assert _typed(world, command, ANN, "--reason", "so it is")[1]["state"] == state
    assert _typed(world, "role", ANN, "maintainer")[1]["right"] == "maintainer"
    trail = _typed(world, "trail", "--limit", "2")[1]["trail"]
    assert [each["action"] for each in trail] == ["account_made_maintainer", "account_restored"]
    assert trail[1]["detail"] == "so it is"
    world.ask("ben@uni.example")
    world.letters()
    assert _typed(world, "refuse", "ben@uni.example")[1]["state"] == "refused"


def test_sessions_are_shown_and_ended(world: World) -> None:
    tokens = world.somebody(ANN)
    assert [each["id"] for each in _typed(world, "sessions", ANN)[1]["sessions"]] == [tokens["session"]]
    assert _typed(world, "sessions", ANN, "--end")[1] == {"ended": 1}
    assert world.get("/me", tokens["access"]).status_code == 401


def test_mistakes_are_said_in_words(world: World) -> None:
    assert _typed(world, "approve", "nobody@uni.example")[0] == 2
    assert _typed(world, "approve", "nobody@uni.example")[1]["error"]["type"] == "not_found"
    assert _typed(world, "add", "no address")[1]["error"]["type"] == "invalid"
    world.somebody(CHIEF, "maintainer")
    assert _typed(world, "suspend", CHIEF)[1]["error"]["type"] == "last_maintainer"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list",), ANN),
        (("add", "ben@uni.example"), "ben@uni.example"),
        (("list", "--state", "suspended"), ""),
        (("approve", ANN), ANN),
        (("suspend", ANN), ANN),
        (("sessions", ANN), "laptop"),
        (("sessions", ANN, "--end"), "1"),
        (("trail",), "account_added"),
        (("messages",), "0"),
        (("approve", "nobody@uni.example"), ""),
    ],
)
def test_it_reads_as_text_too(world: World, words: tuple[str, ...], said: str) -> None:
    world.somebody(ANN)
    _, text = _typed(world, *words, as_json=False)
    assert said in text
    assert text.strip()
    assert "{" not in text
