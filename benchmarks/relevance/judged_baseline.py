"""What stock Whoosh finds of the judged lines: its Dutch analyser over page-sized pieces of the raw text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from whoosh.qparser import QueryParser

from benchmarks.relevance.baseline import stock_analyser, stock_index

_PAGE_LINES = 60


def found_by_stock(folder: Path, names: Iterable[str], queries: Sequence[str]) -> list[list[tuple[str, int, int]]]:
    """Return per query the pieces (text, first and last line) that hold all its words."""
    pieces = [
        (f"{name}\t{at + 1}\t{at + len(lines)}", "\n".join(lines))
        for name in names
        for at, lines in _pages((folder / name).read_text(encoding="utf-8").split("\n"))
    ]
    index = stock_index(stock_analyser("nl"), pieces)
    parser = QueryParser("text", index.schema)
    found = []
    with index.searcher() as searcher:
        for query in queries:
            hits = [hit["id"].split("\t") for hit in searcher.search(parser.parse(query), limit=None)]
            found.append([(text, int(first), int(last)) for text, first, last in hits])
    return found


def _pages(lines: Sequence[str]) -> list[tuple[int, Sequence[str]]]:
    return [(at, lines[at : at + _PAGE_LINES]) for at in range(0, len(lines), _PAGE_LINES)]
