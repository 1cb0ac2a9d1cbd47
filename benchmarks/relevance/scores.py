"""The figures of a run, per collection and row by row, and what they are beside another run."""

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.relevance import engines
from benchmarks.relevance.asking import Asked, ask_all
from benchmarks.relevance.baseline import runs
from benchmarks.relevance.collection import Collection, load
from benchmarks.relevance.indexing import contribution_id, documents, indexed
from benchmarks.relevance.measures import average_precision, ndcg, recall
from benchmarks.report import percentile

Figures = dict[str, float]
Scored = dict[str, object]
"""What is known of one collection: ``ours`` and ``stock`` (`Figures`), ``queries`` (nDCG@10 per query) and counts."""

_MEASURES = {"ndcg": ndcg, "map": average_precision, "recall": recall}


def score_collections(folder: Path, chosen: Sequence[str], *, reuse: bool) -> dict[str, Scored]:
    """Index, ask and score the `chosen` collections in `folder`, and the baseline on the same files."""
    loaded = [load(folder / name) for name in chosen]
    made = {each.name: indexed(each.name, each.fingerprint, documents(each), reuse=reuse) for each in loaded}
    answers = ask_all({name: index for name, (index, _) in made.items()}, {each.name: each.queries for each in loaded})
    stock = runs([folder / each.name for each in loaded], [each.fingerprint for each in loaded])
    scored: dict[str, Scored] = {}
    for collection, whoosh in zip(loaded, stock, strict=True):
        asked = answers[collection.name]
        rankings = _own_ids(collection, asked)
        scored[collection.name] = {
            "documents": len(collection.texts),
            "asked": len(asked),
            "relaxed": sum(each.is_relaxed for each in asked),
            "nothing": sum(not each.ranking for each in asked),
            "indexed_s": round(made[collection.name][1], 1),
            "ours": _figures(collection, rankings, [each.took_ms for each in asked]),
            "stock": _figures(
                collection, {query: found for query, (found, _) in whoosh.items()}, [ms for _, ms in whoosh.values()]
            ),
            "queries": {query: round(ndcg(found, collection.judged[query]), 4) for query, found in rankings.items()},
        }
    return scored


def rows(scored: Mapping[str, Scored], *, engines_too: bool) -> list[dict[str, object]]:
    """Return the table: a row a figure, a column a collection, and the mean where all are there."""
    made = [
        *(_published(scored) if engines_too else []),
        _row("best engine", {name: engines.best(name) for name in scored}),
        *_compared(scored, "nDCG@10", "ndcg"),
        _row("  beside best engine", {name: _beside_best(name, each) for name, each in scored.items()}, "+.3f"),
        *_compared(scored, "MAP, first 100", "map"),
        *_compared(scored, "recall, first 100", "recall"),
        *_compared(scored, "ms a query, median", "median_ms", ".1f"),
        *_compared(scored, "ms a query, p95", "p95_ms", ".1f"),
    ]
    for label, key in (
        ("queries", "asked"),
        ("  with fewer words", "relaxed"),
        ("  that find nothing", "nothing"),
        ("documents", "documents"),
        ("seconds to index", "indexed_s"),
    ):
        made.append({"": label, **{name: each[key] for name, each in scored.items()}})
    return made


def differences(scored: Mapping[str, Scored], before: Mapping[str, Scored]) -> list[dict[str, object]]:
    """Return how the figures moved since another run, and which queries moved most."""
    both = [name for name in scored if name in before]
    moved = []
    for label, key, form in (
        ("nDCG@10", "ndcg", "+.4f"), ("MAP", "map", "+.4f"), ("recall", "recall", "+.4f"), ("ms p95", "p95_ms", "+.1f"),
    ):  # fmt: skip
        values = {name: figures_of(scored[name])[key] - figures_of(before[name])[key] for name in both}
        moved.append(_row(f"{label}, now less then", values, form))
    changes = {name: _changes(scored[name], before[name]) for name in both}
    moved.append({"": "queries better / worse", **{name: _counted(each) for name, each in changes.items()}})
    moved += [
        {"": f"worst fall {place + 1}", **{name: _fall(each, place) for name, each in changes.items()}}
        for place in range(3)
    ]
    return moved


def _counted(changes: Sequence[tuple[str, float]]) -> str:
    return f"{sum(by > 0 for _, by in changes)} / {sum(by < 0 for _, by in changes)}"


def _fall(changes: Sequence[tuple[str, float]], place: int) -> str:
    """Return the query that fell so deep, by the end of its id, and how far; "" where none did."""
    if place >= len(changes) or changes[place][1] >= 0:
        return ""
    query, by = changes[place]
    return f"{query[-8:]} {by:+.2f}"


def figures_of(scored: Scored, whose: str = "ours") -> Figures:
    """Return the figures of the program (``ours``) or of the baseline (``stock``)."""
    figures = scored[whose]
    assert isinstance(figures, dict)
    return figures


def _own_ids(collection: Collection, asked: Sequence[Asked]) -> dict[str, list[str]]:
    known = {contribution_id(collection.name, each.id): each.id for each in collection.texts}
    return {each.query: [known[found] for found in each.ranking] for each in asked}  # type: ignore[index]


def _figures(collection: Collection, rankings: Mapping[str, Sequence[str]], took_ms: Sequence[float]) -> Figures:
    figures = {
        name: round(statistics.fmean(measure(found, collection.judged[query]) for query, found in rankings.items()), 4)
        for name, measure in _MEASURES.items()
    }
    return {
        **figures,
        "median_ms": round(statistics.median(took_ms), 2),
        "p95_ms": round(percentile(took_ms, 0.95), 2),
    }


def _changes(scored: Scored, before: Scored) -> list[tuple[str, float]]:
    now, then = scored["queries"], before["queries"]
    assert isinstance(now, dict)
    assert isinstance(then, dict)
    moved = [(query, now[query] - then[query]) for query in now if query in then and now[query] != then[query]]
    return sorted(moved, key=lambda pair: pair[1])


def _published(scored: Mapping[str, Scored]) -> list[dict[str, object]]:
    return [
        _row(f"nDCG@10 {engine}", {name: figures.get(name) for name in scored})
        for engine, figures in engines.NDCG.items()
    ]


def _beside_best(name: str, scored: Scored) -> float | None:
    figure = engines.best(name)
    return None if figure is None else figures_of(scored)["ndcg"] - figure


def _compared(scored: Mapping[str, Scored], label: str, key: str, form: str = ".3f") -> list[dict[str, object]]:
    return [
        _row(f"{label}: plain BM25", {name: figures_of(each, "stock")[key] for name, each in scored.items()}, form),
        _row(f"{label}: Kennisbank", {name: figures_of(each)[key] for name, each in scored.items()}, form),
    ]


def _row(label: str, values: Mapping[str, float | None], form: str = ".3f") -> dict[str, object]:
    known = [value for value in values.values() if value is not None]
    mean = format(statistics.fmean(known), form) if len(known) == len(values) and known else ""
    return {
        "": label,
        **{name: "" if value is None else format(value, form) for name, value in values.items()},
        "mean": mean,
    }
