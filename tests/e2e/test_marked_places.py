"""From a PDF to the marks on its page: each lies on the letters that were asked for, and on nothing else."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

import pymupdf
import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.document import Rect
from kennisbank.domain.results import PassageHit, SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.ui.reader.page_words import PageWords
from kennisbank.ui.reader.spots import place_hits
from tests.marked_paper import RIGHT, marked_paper

_SURE, _BY_ESTIMATE = 1.0, 3.0
"""Points by which a box may miss the edge of a word, and the edge of a part of one."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return marked_paper(tmp_path_factory.mktemp("marked") / "papers" / "paper.pdf")


@pytest.fixture(scope="module")
def kennisbank(paper: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(paper.parents[1] / "home") as opened:
        opened.importing.run(ImportRequest((paper.parent,), None, "", is_rehearsal=False))
        opened.searching.catch_up()
        yield opened


def boxes_of(kennisbank: Kennisbank, query: str) -> list[Rect]:
    """Return the boxes that the reader draws for the one hit of `query`."""
    (found,) = kennisbank.searching.find(SearchRequest(query)).results.hits
    (hit,) = found.passages
    return _boxes(kennisbank, hit)


def _boxes(kennisbank: Kennisbank, hit: PassageHit) -> list[Rect]:
    (placed,) = place_hits([hit], lambda _index: PageWords(kennisbank.reading.page_text(hit.file, hit.page)))
    assert placed.spot.index == 0
    return list(placed.spot.boxes)


def printed(paper: Path, line: str, piece: str) -> "pymupdf.Rect":
    """Return where the file itself has the last `piece` of the line that reads `line`."""
    with pymupdf.open(paper) as document:
        whole = reduce(or_, document[0].search_for(line))  # a raised digit has a box of its own
        return document[0].search_for(piece, clip=whole)[-1]


@pytest.mark.parametrize(
    ("query", "pieces"),
    [
        pytest.param(
            "netwerksamenleving",
            [("zo een kleine netwerksamen-", "netwerksamen-"), ("leving, waarin de", "leving")],
            id="broken over two lines",
        ),
        pytest.param(
            "gereedschap",
            [("een eigen ge-", "ge"), ("reedschap, een wandkaart", "reedschap")],
            id="broken over two columns, with notes between",
        ),
        pytest.param("stuurprogramma", [("Het stuurprogramma van", "stuurprogramma")], id="in the second column"),
        pytest.param("werkvorm", [("dat een werkvorm", "werkvorm")], id="with the digit of a note"),
        pytest.param("evaluatie", [("eerste evaluatie", "evaluatie")], id="with another"),
        pytest.param("robotles", [("R O B O T L E S", "R O B O T L E S")], id="letter-spaced"),
    ],
)
def test_a_hit_is_marked_where_its_letters_stand(
    kennisbank: Kennisbank, paper: Path, query: str, pieces: list[tuple[str, str]]
) -> None:
    boxes = boxes_of(kennisbank, query)
    assert len(boxes) == len(pieces)
    for box, (line, piece) in zip(boxes, pieces, strict=True):
        there = printed(paper, line, piece)
        assert abs(box.x0 - there.x0) < _SURE
        assert abs(box.x1 - there.x1) < _BY_ESTIMATE
        middle = (there.y0 + there.y1) / 2
        assert box.y0 < middle < box.y1
        assert box.y1 - box.y0 < 1.6 * (there.y1 - there.y0)


def test_the_halves_of_a_word_are_marked_in_both_columns(kennisbank: Kennisbank) -> None:
    first, second = boxes_of(kennisbank, "gereedschap")
    assert first.x1 < RIGHT <= second.x0 + _SURE
    assert second.y0 < first.y0, "the rest stands at the top of the next column"


@pytest.mark.parametrize(("query", "line"), [("werkvorm", "dat een werkvorm1"), ("evaluatie", "eerste evaluatie2")])
def test_the_digit_of_a_note_is_not_marked(kennisbank: Kennisbank, paper: Path, query: str, line: str) -> None:
    (box,) = boxes_of(kennisbank, query)
    digit = printed(paper, line, line[-1])
    assert box.x1 < (digit.x0 + digit.x1) / 2
