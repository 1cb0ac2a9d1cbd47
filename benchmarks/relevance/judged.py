"""The judged queries over four real texts, taken in by the real import: lines that must be found, and rules.

``seeds/queries.json`` names the lines. A line is found when a returned passage of that text, at most `LONGEST` lines
long, holds it, or a repeat of such a passage. The lines of a cover sheet count where it is given in its own place, and
a hit that lies on it breaks a rule.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from benchmarks.relevance.judged_baseline import found_by_stock
from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.results import SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.passages import search_documents
from kennisbank.services.searching import Found
from kennisbank.tasks.context import JobContext

LONGEST = 120
_TEXTS = ("001.txt", "002.txt", "003.txt", "004.txt")
_COVER = ("001.txt", 5, 25)
Lines = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: first and last line of a text."""

    text: str
    first: int
    last: int

    def holds(self, text: str, line: int) -> bool:
        """Tell whether a line lies here, in a place that is no longer than a passage may be."""
        return self.text == text and self.first <= line <= self.last and self.last - self.first < LONGEST


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one query found of what it must: `missed` as text:line; `share` is the part of all passages returned."""

    id: int
    query: str
    found: int
    expected: int
    stock_found: int
    returned: int
    share: float
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, whether it holds, and what was seen."""

    query: str
    rule: str
    holds: bool
    seen: str


def judge(folder: Path) -> dict[str, object]:
    """Import the texts in `folder` into a library of its own, ask the judged queries, and return what came of it."""
    asked = json.loads((folder / "queries.json").read_text(encoding="utf-8"))
    home = Path(tempfile.mkdtemp(prefix="kennisbank-judged-"))
    try:
        with open_kennisbank(home) as kennisbank:
            kennisbank.importing.run(ImportRequest(tuple(folder / name for name in _TEXTS)))
            texts = _passages(kennisbank)
            stock = found_by_stock(folder, _TEXTS, [each["query"] for each in asked["queries"]])
            judgements = [
                _judged(each, _find(kennisbank, each["query"]), len(texts), hits)
                for each, hits in zip(asked["queries"], stock, strict=True)
            ]
            rules = [_rule(kennisbank, each, texts) for each in asked["negative"] + asked["ranking"]]
            rules.append(_cover_rule(kennisbank, [each["query"] for each in asked["queries"]]))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return {
        "passages": len(texts),
        "longest": max(last - first + 1 for _, first, last in texts),
        "queries": [asdict(each) for each in judgements],
        "rules": [asdict(each) for each in rules],
    }


def _find(kennisbank: Kennisbank, query: str) -> Found:
    return kennisbank.searching.find(SearchRequest(query, limit=0))


def _passages(kennisbank: Kennisbank) -> dict[tuple[str, int, int], str]:
    """Return the searched text of every passage by text and lines."""
    stamps = kennisbank.index.stamps()
    made: dict[tuple[str, int, int], str] = {}
    with kennisbank.library.read() as tx:
        names = {file.hash: file.name for each in tx.contributions.many(list(stamps)).values() for file in each.files}
    for each in search_documents(kennisbank.library, list(stamps), stamps, JobContext()):
        for passage in each.passages:
            assert passage.lines is not None
            made[(names[passage.file], *passage.lines)] = passage.text
    return made


def _hits(answer: Found) -> list[Place]:
    return [
        Place(answer.file_names[place.file], *place.lines)
        for contribution in answer.results.hits
        for hit in contribution.passages
        for place in (hit, *hit.repeats)
        if place.lines is not None
    ]


def _sheets(answer: Found) -> list[Place]:
    return [
        Place(answer.file_names[each.file], *each.lines)
        for each in answer.results.cover_sheets
        if each.lines is not None
    ]


def _judged(asked: Mapping[str, object], answer: Found, passages: int, stock: Iterable[Lines]) -> Judgement:
    must = cast("dict[str, list[int]]", asked["must_find"])
    hits, sheets = _hits(answer), _sheets(answer)
    plain = [Place(text, first, last) for text, first, last in cast("list[tuple[str, int, int]]", stock)]
    missed, by_stock, expected = [], 0, 0
    for text, lines in must.items():
        for line in lines:
            expected += 1
            is_cover = text == _COVER[0] and _COVER[1] <= line <= _COVER[2]
            if not any(place.holds(text, line) for place in (sheets if is_cover else hits)):
                missed.append(f"{text[:3]}:{line}")
            by_stock += any(place.holds(text, line) for place in plain)
    returned = len(set(hits))
    return Judgement(
        id=cast("int", asked["id"]),
        query=cast("str", asked["query"]),
        found=expected - len(missed),
        expected=expected,
        stock_found=by_stock,
        returned=returned,
        share=round(returned / passages, 4),
        missed=tuple(missed),
    )


def _rule(kennisbank: Kennisbank, asked: Mapping[str, str], texts: Mapping[tuple[str, int, int], str]) -> Rule:
    """Judge the rule that the queries file states in words: told by its query."""
    query = asked["query"]
    answer = _find(kennisbank, query)
    results = answer.results
    order = _order(answer)
    seen = f"{results.total} found, {len(results.cover_sheets)} cover sheets, suggestion {results.suggestion!r}"
    match query:
        case "docent":
            holds = not results.total and bool(results.suggestion)
        case "Windesheim":
            holds = not results.total and len(results.cover_sheets) == 1
        case "over":
            wrong = [place for place in _hits(answer) if not _says(texts, place, "over")]
            holds = not any("overhe" in texts.get((each.text, each.first, each.last), "").lower() for each in wrong)
            seen = f"{len(set(_hits(answer)))} passages, {len(wrong)} without the word"
        case "Davied van Berlo":
            holds, seen = sorted(order[:3]) == ["001", "002", "003"], " ".join(order)
        case "netwerksamenleving":
            holds, seen = order == ["001", "002", "004"], " ".join(order)
        case _:
            holds = not results.total
    return Rule(query, asked["rule"], holds, seen)


def _cover_rule(kennisbank: Kennisbank, queries: Iterable[str]) -> Rule:
    """No passage that is returned for any query lies on the cover sheet."""
    text, first, last = _COVER
    wrong = [
        query
        for query in queries
        if any(hit.text == text and hit.first <= last and hit.last >= first for hit in _hits(_find(kennisbank, query)))
    ]
    return Rule("every query", "the cover sheet is never a hit", not wrong, ", ".join(wrong))


def _order(answer: Found) -> list[str]:
    """Return the texts in the order of the answer, each once."""
    files = [answer.file_names[hit.passages[0].file] if hit.passages else "?" for hit in answer.results.hits]
    return list(dict.fromkeys(file.removesuffix(".txt") for file in files))


def _says(texts: Mapping[tuple[str, int, int], str], place: Place, word: str) -> bool:
    text = texts.get((place.text, place.first, place.last), "")
    return re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None
