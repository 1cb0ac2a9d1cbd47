"""Questions as typed, through the search that the window uses; in two processes, so that a run stays short."""

import multiprocessing
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.relevance.indexing import open_index
from benchmarks.relevance.measures import DEEP
from kennisbank.domain.results import SearchRequest
from kennisbank.search.index import SearchIndex

_CHUNK = 75
_opened: dict[Path, SearchIndex] = {}


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to one query: contributions best first, at most `DEEP`, and how long that took."""

    query: str
    ranking: tuple[str, ...]
    took_ms: float
    is_relaxed: bool
    total: int


def ask_all(folders: Mapping[str, Path], queries: Mapping[str, Mapping[str, str]]) -> dict[str, list[Asked]]:
    """Return, per collection, the answer to each of its queries (id to text), in order."""
    work = [
        (name, folders[name], chunk)
        for name, texts in queries.items()
        for chunk in _chunks([(query, text) for query, text in texts.items()])
    ]
    answers: dict[str, list[Asked]] = {name: [] for name in queries}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for name, asked in pool.imap(_ask, work):
            answers[name] += asked
    return answers


def _chunks(pairs: Sequence[tuple[str, str]]) -> Iterable[Sequence[tuple[str, str]]]:
    return [pairs[at : at + _CHUNK] for at in range(0, len(pairs), _CHUNK)]


def _ask(work: tuple[str, Path, Sequence[tuple[str, str]]]) -> tuple[str, list[Asked]]:
    name, folder, queries = work
    index = _opened.get(folder)
    if index is None:
        index = _opened[folder] = open_index(folder)
        index.search(SearchRequest("opening of the index", limit=1, passages=0))
    return name, [_asked(index, query, text) for query, text in queries]


def _asked(index: SearchIndex, query: str, text: str) -> Asked:
    started = time.perf_counter()
    results = index.search(SearchRequest(text, limit=DEEP, passages=0))
    took_ms = (time.perf_counter() - started) * 1000
    ranking = tuple(hit.contribution for hit in results.hits)
    return Asked(query, ranking, took_ms, results.is_relaxed, results.total)
