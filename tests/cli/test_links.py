"""``kennisbank links``: what leads out of a contribution."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from kennisbank.net.link_probe import LinkProbe, ProbeAnswer
from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def paper(kennisbank: Call, tmp_path: Path) -> str:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "Een tekst met een link")
    page.insert_link({"kind": pymupdf.LINK_URI, "uri": "https://a.test/1", "from": pymupdf.Rect(72, 80, 90, 90)})
    (tmp_path / "papers").mkdir()
    document.save(tmp_path / "papers" / "paper.pdf")
    document.close()
    kennisbank("import", tmp_path / "papers")
    return str(kennisbank("list", "--json").json["contributions"][0]["id"])


def test_links_are_listed_and_checked(kennisbank: Call, paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = kennisbank("links", paper, "--json")
    assert listed.json == {
        "links": [{"uri": "https://a.test/1", "host": "a.test", "source": "paper", "pages": [1], "check": None}],
        "offline": False,
    }
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, _uri: ProbeAnswer("gone", 404))
    checked = kennisbank("links", paper, "--check", "--json")
    assert checked.code == 1
    assert (checked.json["links"][0]["check"]["outcome"], checked.json["links"][0]["check"]["status"]) == ("gone", 404)
    told = kennisbank("links", paper)
    assert told.code == 0
    assert "p. 1 · gone (" in told.out


def test_without_a_network_that_is_said(kennisbank: Call, paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, _uri: ProbeAnswer("unreachable", is_offline=True))
    answer = kennisbank("links", paper, "--check", "--json")
    assert (answer.code, answer.json["offline"]) == (1, True)
    assert "no network" in answer.err


def test_a_contribution_without_links_says_so(kennisbank: Call, papers: Path) -> None:
    kennisbank("import", papers)
    first = kennisbank("list", "--json").json["contributions"][0]["id"]
    assert kennisbank("links", first).out == "No links lead out of this contribution.\n"
