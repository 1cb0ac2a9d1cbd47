"""The rules of the judged texts that hold without cleaning: what must come first, and what must not come."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.domain.passage import SearchDocument
from kennisbank.domain.results import Results, SearchRequest
from kennisbank.search.index import SearchIndex
from tests.search.documents import document, passage

pytestmark = pytest.mark.shared_data

_AUTHORS = {"001": "Davied van Berlo", "002": "Davied van Berlo", "003": "Davied van Berlo", "004": "Frank van Erkel"}


def _documents(folder: Path) -> Iterator[SearchDocument]:
    for name, author in _AUTHORS.items():
        lines = (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        sheet = range(4, 25) if name == "001" else range(0)
        rest = [at for at in range(len(lines)) if at not in sheet]
        groups = [rest[at : at + 12] for at in range(0, len(rest), 12)]
        passages = [
            passage("\n".join(lines[at] for at in group), lines=(group[0] + 1, group[-1] + 1)) for group in groups
        ]
        covers = ("\n".join(lines[at] for at in sheet),) if sheet else ()
        title = "Netwerksamenleving" if name == "001" else ""
        yield document(name, *passages, title=title, authors=(author,), covers=covers)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path_factory.mktemp("real") / "index")
    index.update(_documents(shared_data / "seeds"))
    yield index
    index.close()


def _ask(index: SearchIndex, query: str) -> Results:
    return index.search(SearchRequest(query, limit=0))


def test_a_word_of_the_cover_sheet_is_no_hit(real: SearchIndex) -> None:
    results = _ask(real, "Windesheim")
    assert (results.total, len(results.cover_sheets)) == (0, 1)


def test_what_does_not_occur_is_not_found_and_something_near_is_offered(real: SearchIndex) -> None:
    assert _ask(real, "kwetsbaarplex").total == 0
    results = _ask(real, "docent")
    assert results.total == 0
    assert results.suggestion


def test_a_common_word_marks_only_itself(real: SearchIndex) -> None:
    for hit in _ask(real, "over").hits:
        for each in hit.passages:
            marked = [each.snippet[mark.start : mark.end].lower() for mark in each.marks]
            assert all("over" in re.split(r"[-.]", piece) for piece in marked)


def test_the_paper_with_the_word_in_its_title_comes_first(real: SearchIndex) -> None:
    assert [hit.contribution for hit in _ask(real, "netwerksamenleving").hits] == ["001", "002", "004"]


def test_papers_by_an_author_come_first(real: SearchIndex) -> None:
    assert {hit.contribution for hit in _ask(real, "Davied van Berlo").hits[:3]} == {"001", "002", "003"}
