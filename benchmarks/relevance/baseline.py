"""The baseline: plain BM25 as Whoosh comes out of the box, its stock analyser over one field of title and text.

English texts get ``StemmingAnalyzer``, Dutch ones ``LanguageAnalyzer("nl")``; any word of the query suffices, and a
word that is asked twice counts once, as Whoosh's own parser has it. It takes minutes, and is made once per collection
and version of Whoosh.
"""

import json
import multiprocessing
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import whoosh
from whoosh.analysis import Analyzer, LanguageAnalyzer, StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.query import Or, Query, Term

from benchmarks.relevance import places
from benchmarks.relevance.collection import load
from benchmarks.relevance.measures import DEEP

Run = dict[str, tuple[list[str], float]]
"""Per query the ranking and the milliseconds it took."""


def runs(folders: Iterable[Path], fingerprints: Iterable[str]) -> list[Run]:
    """Return the baseline's answers for each collection, in order."""
    paths = list(folders)
    kept = [places.CACHE / "baseline" / f"{path.name}-{mark}-{_version()}.json" for path, mark in
            zip(paths, fingerprints, strict=True)]  # fmt: skip
    missing = [(path, file) for path, file in zip(paths, kept, strict=True) if not file.exists()]
    if missing:
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            for _ in pool.imap_unordered(_make, missing):
                pass
    return [json.loads(file.read_text(encoding="utf-8")) for file in kept]


def stock_analyser(language: str) -> Analyzer:
    """Return what Whoosh offers for a language."""
    return LanguageAnalyzer("nl") if language == "nl" else StemmingAnalyzer()


def stock_index(analyser: Analyzer, texts: Iterable[tuple[str, str]]) -> FileIndex:
    """Return an index in memory of pairs (id, text)."""
    schema = Schema(id=ID(stored=True), text=TEXT(analyzer=analyser, phrase=True))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for each, text in texts:
        writer.add_document(id=each, text=text)
    writer.commit()
    return index


def any_word(analyser: Analyzer, question: str) -> Query:
    """Return the query that any of the words of `question` suffices for."""
    return Or([Term("text", token.text) for token in analyser(question, mode="query")]).normalize()


def _make(work: tuple[Path, Path]) -> None:
    folder, file = work
    collection = load(folder)
    analyser = stock_analyser(collection.language)
    index = stock_index(analyser, ((each.id, f"{each.title} {each.text}") for each in collection.texts))
    run: Run = {}
    with index.searcher() as searcher:
        for query, text in collection.queries.items():
            started = time.perf_counter()
            found = [hit["id"] for hit in searcher.search(any_word(analyser, text), limit=DEEP)]
            run[query] = (found, (time.perf_counter() - started) * 1000)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(run), encoding="utf-8")


def _version() -> str:
    version: Sequence[int] = whoosh.__version__
    return ".".join(map(str, version))
