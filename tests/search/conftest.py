from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.domain.passage import SearchDocument
from kennisbank.domain.results import SearchRequest
from kennisbank.search.index import SearchIndex


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path / "index")
    yield index
    index.close()


@pytest.fixture
def found(index: SearchIndex) -> Callable[..., list[str]]:
    """Index documents and return what a query finds, best first."""

    def find(query: str, *documents: SearchDocument) -> list[str]:
        if documents:
            index.update(documents)
        return [hit.contribution for hit in index.search(SearchRequest(query, limit=0)).hits]

    return find
