"""Remarks, the newsletter and the desk from the command line, against the real archive."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.config.secrets import KeyringSecrets
from tests.cli.conftest import Outcome
from tests.config.test_secrets import DictKeyring
from tests.real_archive import RealArchive, running_archive

Call = Callable[..., Outcome]
REMARK = ("remark", "De zoekknop", "is zoek.", "--name", "Jan Smit", "--telephone", "0612345678", "--json")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        yield served


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> DictKeyring:
    held = DictKeyring()
    monkeypatch.setattr("kennisbank.bootstrap.KeyringSecrets", lambda: KeyringSecrets(held))
    return held


def test_a_remark_waits_goes_with_a_sync_and_is_decided_at_the_desk(
    kennisbank: Call, archive: RealArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = kennisbank(*REMARK)
    assert (waits.code, waits.json["remark"]["state"]) == (0, "queued")
    assert "Jan" not in waits.out
    kennisbank("connect", archive.url)
    assert kennisbank("sync").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(archive.code("m@archief.example", right="maintainer") + "\n"))
    kennisbank("login", "m@archief.example", "--code", "-")
    assert kennisbank("desk", "list", "--json").json["counts"]["remark"] == 1
    (item,) = kennisbank("desk", "list", "remark", "--json").json["items"]
    assert (item["who"], item["words"], item["details"]["telephone"]) == (
        "Jan Smit",
        "De zoekknop is zoek.",
        "0612345678",
    )
    done = kennisbank("desk", "done", "remark", item["id"][:8], "--json")
    assert done.json["item"]["state"] == "done"
    assert kennisbank("desk", "list", "remark", "--json").json["items"] == []
    assert "Nothing waits" in kennisbank("desk", "list", "remark").out


def test_what_is_missing_is_said(kennisbank: Call) -> None:
    said = kennisbank("remark", "x", "--name", "Jan", "--telephone", "bel", "--json")
    assert (said.code, said.json["error"]["type"]) == (2, "BadInputError")
    assert kennisbank("newsletter", "on", "geen", "--json").code == 2
    assert kennisbank("newsletter", "off", "jan@post.example", "--json").json["newsletter"]["state"] == "queued"
    assert kennisbank("desk", "list").code == 2
