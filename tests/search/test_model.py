"""The index finds what a naive scan over the same texts finds."""

import itertools
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.domain.results import SearchRequest
from kennisbank.search.index import SearchIndex
from kennisbank.search.query import And, Node, Not, Or, Phrase, Prefix, Word, all_of, any_of, to_text
from tests.search.documents import document

# Words without other forms among them, without joins among them, and no stop words.
_WORDS = ("zebra", "kwik", "xylo", "fjord", "fjorx", "zeb")
_texts = st.lists(st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join), max_size=3)
_leaves = st.one_of(
    st.builds(Word, st.sampled_from(_WORDS)),
    st.builds(Phrase, st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(tuple)),
    st.builds(Prefix, st.sampled_from(["z", "ze", "zeb", "zebr", "fjor", "x", "q"])),
)
_queries = st.recursive(
    _leaves,
    lambda children: st.one_of(
        st.lists(children, min_size=2, max_size=3).map(all_of),
        st.lists(children, min_size=2, max_size=3).map(any_of),
        children.map(Not),
    ),
    max_leaves=5,
)


def _meets(node: Node, passages: list[str]) -> bool:
    match node:
        case Word(text):
            return any(text in each.split() for each in passages)
        case Prefix(text):
            return any(word.startswith(text) for each in passages for word in each.split())
        case Phrase(words):
            return any(f" {' '.join(words)} " in f" {each} " for each in passages)
        case Not(child):
            return not _meets(child, passages)
        case And(children):
            return all(_meets(each, passages) for each in children)
        case Or(children):
            return any(_meets(each, passages) for each in children)
    raise AssertionError(node)


@settings(max_examples=25)
@given(st.lists(_texts, min_size=1, max_size=5), st.lists(_queries, min_size=1, max_size=15))
def test_the_same_contributions_are_found_as_by_scanning(corpus: list[list[str]], queries: list[Node]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder))
        half = len(corpus) // 2
        numbered = list(enumerate(corpus))
        for batch in (numbered[:half], numbered[half:]):
            index.update([document(str(at), *texts) for at, texts in batch])
        for query in queries:
            results = index.search(SearchRequest(to_text(query), limit=0, is_strict=True))
            found = {hit.contribution for hit in results.hits}
            assert found == {str(at) for at, texts in numbered if _meets(query, texts)}
            assert results.total == len(found)
            assert results.passage_total == sum(len(hit.passages) for hit in results.hits)
            for first, second in itertools.pairwise(results.hits):
                assert first.score >= second.score
        index.close()
