"""The gains of searching, guarded: a small archive of our own, each rule of the papers' language stated by name."""

from collections.abc import Callable, Iterator
from statistics import fmean

import pytest

from benchmarks.relevance.measures import ndcg
from kennisbank.domain.results import Results, SearchRequest
from kennisbank.resources import resource
from kennisbank.search.index import SearchIndex
from kennisbank.search.synonyms import SynonymFiles
from tests.relevance.guard_set import Asked, asked, documents, passages_found

Find = Callable[[Asked], Results]
_QUERIES = asked()
_FLOOR = 0.95
"""Mean nDCG@10 over passages: what is found must also come first."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    synonyms = SynonymFiles(resource("synonyms"))
    index = SearchIndex(tmp_path_factory.mktemp("guard") / "index", processes=1, synonyms=synonyms.current)
    index.update(documents())
    yield index
    index.close()


@pytest.fixture
def find(archive: SearchIndex) -> Find:
    return lambda each: archive.search(SearchRequest(each.text, limit=0))


def _those(has: Callable[[Asked], object]) -> pytest.MarkDecorator:
    chosen = [each for each in _QUERIES if has(each)]
    return pytest.mark.parametrize("query", chosen, ids=str)


@_those(lambda each: each.finds)
def test_the_passages_that_say_it_are_found(query: Asked, find: Find) -> None:
    found = {name for name, _ in passages_found(find(query))}
    assert set(query.finds) <= found


@_those(lambda each: each.never)
def test_passages_that_say_something_else_are_not(query: Asked, find: Find) -> None:
    found = {name for name, _ in passages_found(find(query))}
    assert not found & set(query.never)


@_those(lambda each: each.order)
def test_contributions_come_in_order(query: Asked, find: Find) -> None:
    ranked = [hit.contribution for hit in find(query).hits]
    assert [each for each in ranked if each in query.order] == list(query.order)


@_those(lambda each: each.places)
def test_passages_come_in_order(query: Asked, find: Find) -> None:
    ranked = [name for name, _ in passages_found(find(query))]
    assert [each for each in ranked if each in query.places] == list(query.places)


@_those(lambda each: each.why)
def test_the_best_passage_says_why_it_was_found(query: Asked, find: Find) -> None:
    best = max(query.finds, key=lambda name: query.finds[name])
    hits = dict(passages_found(find(query)))
    assert best in hits
    assert query.why in hits[best].why


@_those(lambda each: each.total is not None)
def test_as_many_contributions_as_there_are(query: Asked, find: Find) -> None:
    assert find(query).total == query.total


@_those(lambda each: each.covers)
def test_a_cover_sheet_is_shown_apart(query: Asked, find: Find) -> None:
    assert len(find(query).cover_sheets) == query.covers


@_those(lambda each: each.repeats)
def test_a_repeat_is_another_place_of_the_same_finding(query: Asked, find: Find) -> None:
    hits = passages_found(find(query))
    assert [name for name, _ in hits] == list(query.finds)
    assert [len(hit.repeats) for _, hit in hits] == [query.repeats]


@_those(lambda each: each.is_relaxed is not None)
def test_it_is_said_when_fewer_words_sufficed(query: Asked, find: Find) -> None:
    assert find(query).is_relaxed is query.is_relaxed


@_those(lambda each: each.lacking)
def test_the_words_that_a_contribution_lacks_are_named(query: Asked, find: Find) -> None:
    hits = find(query).hits
    assert hits
    assert hits[0].lacking == query.lacking


@_those(lambda each: each.suggests)
def test_something_near_is_offered(query: Asked, find: Find) -> None:
    assert find(query).suggestion


@_those(lambda each: each.replaces)
def test_it_is_said_when_another_spelling_was_searched(query: Asked, find: Find) -> None:
    results = find(query)
    assert [each.word for each in results.replacements] == [query.text]


def test_what_is_found_comes_first(find: Find) -> None:
    judged = [each for each in _QUERIES if each.finds]
    gains = [ndcg([name for name, _ in passages_found(find(each))], each.finds) for each in judged]
    worst = sorted(zip(gains, map(str, judged), strict=True))[:5]
    assert fmean(gains) >= _FLOOR, worst


def test_every_page_gives_a_passage_of_its_own() -> None:
    for each in documents():
        pages = [passage.page for passage in each.passages]
        assert sorted(set(pages)) == list(range(1, max(pages) + 1)), each.contribution
