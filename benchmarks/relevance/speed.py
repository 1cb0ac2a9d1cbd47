"""How long whole questions take over 30,000 passages: all collections in one library, with copies that differ by a word."""

import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from benchmarks.relevance.collection import Collection, load
from benchmarks.relevance.indexing import indexed, open_index, search_document
from benchmarks.report import percentile
from kennisbank.domain.passage import SearchDocument
from kennisbank.domain.results import SearchRequest
from kennisbank.search.index import SearchIndex

PASSAGES = 30_000
LIMIT_MS = 150.0
_COPIES = 5
_MOST = 120
"""Questions asked of each collection, evenly taken."""
_LABELS = {"cold": "first time", "warm": "again", "processor": "again, processor"}


def measure(folder: Path, names: Sequence[str], *, reuse: bool) -> dict[str, object]:
    """Ask the questions of every collection, as the window asks them, and return what they took in milliseconds."""
    loaded = [load(folder / name) for name in names]
    made = "-".join(each.fingerprint[:4] for each in loaded)
    place, _ = indexed("all", f"{PASSAGES}-{made}", _library(loaded), reuse=reuse)
    index = open_index(place)
    started = time.perf_counter()
    index.search(SearchRequest("informatie"))
    outcome: dict[str, object] = {"opening_ms": (time.perf_counter() - started) * 1000, "collections": {}}
    per_collection = cast("dict[str, object]", outcome["collections"])
    for collection in loaded:
        questions = list(collection.queries.values())
        questions = questions[:: max(1, len(questions) // _MOST)][:_MOST]
        cold = [_took(index, each) for each in questions]
        warm = [_took(index, each) for each in questions]
        per_collection[collection.name] = {
            "cold": [clock for clock, _ in cold],
            "warm": [clock for clock, _ in warm],
            "processor": [processor for _, processor in warm],
        }
    index.close()
    return outcome


def rows(outcome: object) -> list[dict[str, object]]:
    """Return the table: a row a collection, and all of them together."""
    measured = cast("dict[str, dict[str, dict[str, list[float]]]]", outcome)["collections"]
    everything = {when: [took for each in measured.values() for took in each[when]] for when in _LABELS}
    return [_row(name, times) for name, times in {**measured, f"all (limit {LIMIT_MS:.0f} at p95)": everything}.items()]


def _row(name: str, times: dict[str, list[float]]) -> dict[str, object]:
    row: dict[str, object] = {"whole questions, ms": name, "questions": len(times["cold"])}
    for when, label in _LABELS.items():
        row[f"{label}: median"] = f"{statistics.median(times[when]):.1f}"
        row[f"{label}: p95"] = f"{percentile(times[when], 0.95):.1f}"
        row[f"{label}: max"] = f"{max(times[when]):.1f}"
    return row


def _took(index: SearchIndex, question: str) -> tuple[float, float]:
    """Return milliseconds by the clock and of the processor: the first grow with what else the machine does."""
    started, worked = time.perf_counter(), time.process_time()
    index.search(SearchRequest(question, limit=20, passages=3, facets=True))
    return (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000


def _library(loaded: Sequence[Collection]) -> Iterator[SearchDocument]:
    """Yield documents of all collections, copy after copy, until there are `PASSAGES` passages."""
    passages = 0
    for copy in range(_COPIES):
        for collection in loaded:
            for text in collection.texts:
                if passages >= PASSAGES:
                    return
                made = search_document(collection.name, text, copy)
                passages += len(made.passages)
                yield made
