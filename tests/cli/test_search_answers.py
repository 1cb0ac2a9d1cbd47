"""What ``search --json`` says of an answer, key by key, and what a person reads of it; saved searches in a terminal."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kennisbank.cli import shapes
from kennisbank.cli.commands import related, search
from kennisbank.console import Console
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash, Origin, PageNo
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.results import (
    ContributionHit,
    FacetCount,
    Mark,
    PassageHit,
    Related,
    Repeat,
    Replacement,
    Results,
    SearchRequest,
)
from kennisbank.errors import LibraryBusyError
from kennisbank.services.searching import Found
from kennisbank.tasks.context import JobContext
from tests.cli.conftest import Outcome
from tests.pdfs import simple_pdf

Call = Callable[..., Outcome]
FILE = FileHash("f" * 64)
PAPER = Contribution(
    ContributionId("paper"), Origin("here"), sourced(Metadata(title="Een titel", year=2013), "list"), (), now(), now()
)


def answer(**values: object) -> Found:
    passage = PassageHit(
        FILE,
        PageNo(3),
        "Davied zegt",
        (Mark(0, 6, "spelling", "David"),),
        repeats=(Repeat(FILE, PageNo(12)),),
        is_read_by_machine=True,
    )
    hit = ContributionHit(PAPER.id, 1.5, (passage,), 1, lacking=("vakmanschap",))
    results = Results(
        SearchRequest("David vakmanschap", facets=True),
        total=4,
        passage_total=9,
        hits=(hit,),
        facets={"year": (FacetCount("2013", 4),)},
        replacements=(Replacement(0, 5, "David", "Davied"),),
        **{"is_relaxed": True, "total_with_all": 3, "total_is_exact": False, **values},
    )
    return Found(results, {PAPER.id: PAPER}, {FILE: "a.pdf"})


def test_an_answer_says_how_it_came_about() -> None:
    said = shapes.found(answer())
    assert said["relaxed"] is True
    assert said["total_with_all"] == 3
    assert said["total_is_exact"] is False
    assert said["replacements"] == [{"start": 0, "end": 5, "word": "David", "by": "Davied"}]
    assert said["facets"] == {"year": [{"value": "2013", "count": 4}]}
    (hit,) = said["hits"]
    assert hit["lacking"] == ["vakmanschap"]
    passage, repeat = hit["passages"]
    assert passage["repeats"] == [{"file": "a.pdf", "page": 12, "lines": None}]
    assert not passage["is_repeat"]
    assert (repeat["page"], repeat["snippet"], repeat["is_repeat"]) == (12, passage["snippet"], True)
    assert passage["read_by_machine"] is True


def test_all_words_are_had_by_all_unless_it_was_relaxed() -> None:
    assert shapes.found(answer(is_relaxed=False, total_with_all=0))["total_with_all"] == 4


def test_a_person_reads_it_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    searching = SimpleNamespace(catch_up=lambda _ctx: 0, find=lambda _request, _ctx: answer(index_state="building"))
    arguments = Namespace(query=["x"], limit=20, offset=0, facets=True, order="relevance", strict=False)
    search.run(SimpleNamespace(searching=searching), arguments, Console(as_json=False), JobContext())  # type: ignore[arg-type]
    said = capsys.readouterr()
    assert "Ook gezocht naar ‘Davied’" in said.err
    assert "Al deze woorden staan in 3 van de bijdragen" in said.err
    assert "De zoekindex wordt gemaakt" in said.err
    assert "zonder: vakmanschap" in said.out
    assert "p. 3, p. 12 (door machine gelezen)" in said.out
    assert "Minstens 4 bijdragen" in said.out
    assert "Jaar: 2013 4" in said.out


def test_related_contributions_name_the_words_they_share(capsys: pytest.CaptureFixture[str]) -> None:
    def busy(_ctx: JobContext) -> int:
        raise LibraryBusyError(Path("home"))

    found = SimpleNamespace(related=(Related(PAPER.id, 0.81234, ("netwerk", "klas")),), contributions={PAPER.id: PAPER})
    kennisbank = SimpleNamespace(
        catalogue=SimpleNamespace(resolve=lambda _id: PAPER),
        searching=SimpleNamespace(catch_up=busy, related=lambda _id, _limit, _ctx: found),
    )
    for as_json in (True, False):
        arguments = Namespace(id="pap", limit=5)
        assert related.run(kennisbank, arguments, Console(as_json=as_json), JobContext()) == 0  # type: ignore[arg-type]
    said = capsys.readouterr()
    assert '"words": ["netwerk", "klas"]' in said.out
    assert '"score": 0.8123' in said.out
    assert "netwerk, klas" in said.out.splitlines()[-1]


def test_orders_and_facets_are_asked_for_with_options(filled: Call) -> None:
    kennisbank = filled
    said = kennisbank("search", "klas OR classroom", "--facets", "--json").json
    assert {each["value"] for each in said["facets"]["year"]} == {"2013", "2015"}
    assert "facets" not in kennisbank("search", "klas", "--json").json
    assert kennisbank("search", "klas", "--order", "sideways").code == 2
    assert kennisbank("search", "klas", "--strict", "--json").json["total"] == 1


def test_a_search_is_kept_told_of_and_let_go(filled: Call, tmp_path: Path) -> None:
    kennisbank = filled
    kept = kennisbank("saved", "add", "In de klas", "klas", "--order", "newest", "--json").json["saved"]
    assert (kept["name"], kept["query"], kept["order"], kept["strict"]) == ("In de klas", "klas", "newest", False)
    assert kennisbank("saved", "list", "--json").json == {"saved": [kept]}
    assert kennisbank("saved", "new").out == "Nothing new.\n"
    simple_pdf(tmp_path / "more" / "nieuw.pdf", ["Nog een klas\n\nHier staat nog iets over een klas."])
    kennisbank("import", tmp_path / "more")
    (told,) = kennisbank("saved", "new", "--json", "--seen").json["saved"]
    assert [each["files"] for each in told["new"]] == [["nieuw.pdf"]]
    assert kennisbank("saved", "new", "--json").json["saved"][0]["new"] == []
    assert kennisbank("saved", "remove", "IN DE KLAS").code == 0
    assert kennisbank("saved", "remove", "in de klas").code == 2
    assert kennisbank("saved", "list", "--json").json == {"saved": []}


def test_a_name_in_use_is_refused_in_words(kennisbank: Call) -> None:
    kennisbank("saved", "add", "Bomen", "boom")
    refused = kennisbank("saved", "add", "bomen", "struik")
    assert refused.code == 2
    assert "in use already" in refused.err
    assert kennisbank("saved", "list").out.split() == ["Bomen", "boom"]


def test_new_ones_are_named_for_a_person(kennisbank: Call, papers: Path) -> None:
    kennisbank("saved", "add", "Robots", "robot")
    kennisbank("import", papers, "--list", papers / "list.csv")
    said = kennisbank("saved", "new").out
    assert said.startswith("Robots: 1 new")
    assert "Robots in the classroom" in said
